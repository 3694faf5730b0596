"""dHCP: tissues of the newborn brain on T2w, from the Draw-EM pipeline, many born preterm.

The nine-label map is automatic (Draw-EM), with quality control, not drawn by hand; its numbers are
those of the pipeline's own label table. 4 is background of the head and is not read. A newborn may
have several sessions. T1w lies in the space of T2w, and is missing for some.
"""

from gmai_data import UNKNOWN, Files, Mask, Source

STEM = "sub-{subject}/ses-{session}/anat/sub-{subject}_ses-{session}"

SOURCE = Source(
    name="dhcp-neonatal",
    title="dHCP neonatal structural (release 3)",
    version="3.0.0",
    homepage="https://www.developingconnectome.org/",
    license="LicenseRef-dHCP",
    access="registration",
    redistribution=False,
    modality="MR",
    anatomy=("brain",),
    department="Neurosurgery",
    cite="Makropoulos et al., NeuroImage 2018, doi:10.1016/j.neuroimage.2018.01.054",
    root=("rel3_dhcp_anat_pipeline", ""),
    cases=Files(
        {"T2w": f"{STEM}_desc-restore_T2w.nii.gz", "T1w": f"{STEM}_desc-restore_T1w.nii.gz"},
        optional=("T1w",),
    ),
    subject="{subject}",
    study="{subject}-{session}",
    labels=[
        Mask(
            f"{STEM}_desc-drawem9_dseg.nii.gz",
            names={
                1: "cerebrospinal fluid",
                2: "cerebral cortex",
                3: "white matter",
                4: None,
                5: "cerebral ventricles",
                6: "cerebellum",
                7: "subcortical grey matter",
                8: "brainstem",
                9: "hippocampus and amygdala",
            },
            grid="T2w",
            missing=UNKNOWN,
        )
    ],
    evidence=(
        'public code search for "desc-drawem9_dseg" (pipelines and a copy of the release notes)',
        "https://github.com/MIRTK/DrawEM/blob/master/label_names/ALBERT/tissue_labels.csv",
    ),
    verified="loader",
)
