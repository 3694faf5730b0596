"""ATLAS R2.0: chronic stroke lesions on T1-weighted MR, in MNI space.

Images are defaced, normalised to a template and 1 mm: sizes are those of the template's space, not
of the patient. Lesions of both sides share one label. Masks of the test set are hidden: unknown,
not empty. The archive is encrypted.
"""

from gmai_data import UNKNOWN, Files, Mask, Source, Term

PLACE = "{set:Training|Testing}/R{cohort:03d}/sub-{patient}/ses-{session:d}/anat"
STEM = "sub-{patient}_ses-{session}_space-MNI152NLin2009aSym"

SOURCE = Source(
    name="atlas-r2",
    title="ATLAS R2.0 (Anatomical Tracings of Lesions After Stroke)",
    version="2.0.0",
    homepage="http://fcon_1000.projects.nitrc.org/indi/retro/atlas.html",
    license="LicenseRef-ATLAS-R2",
    access="agreement",
    redistribution=False,
    commercial=False,
    benchmark=("test",),
    modality="MR",
    sequence="T1w",
    anatomy=("brain",),
    department="Neurosurgery",
    cite="Liew et al., Scientific Data 2022, doi:10.1038/s41597-022-01401-7",
    root=("ATLAS_2", ""),
    cases=Files(f"{PLACE}/{STEM}_T1w.nii.gz"),
    subject="{patient}",
    study="{patient}-{session}",
    split=Term("{set}", {"Training": "train", "Testing": "test"}),
    labels=[
        Mask(
            "{set}/R{cohort}/sub-{patient}/ses-{session}/anat/"
            f"{STEM}_label-L_desc-T1lesion_mask.nii.gz",
            names={1: "stroke lesion"},
            missing=UNKNOWN,
        )
    ],
    evidence=(
        "https://github.com/zhaoziheng/SAT-DS processor.py",
        "https://github.com/openmedlab/Awesome-Medical-Dataset resources/ATLASv2.0.md",
    ),
    verified="loader",
)
