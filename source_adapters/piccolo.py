"""PICCOLO: colonoscopy frames in white light and narrow band with polyp masks.

The first number of a name is the patient, `VP` the video. Some frames have no mask file (about 200
of the training set, says a public reader): of those nothing is said. Void masks (areas without
information) are not read, nor is the clinical table.
"""

from gmai_data import UNKNOWN, Files, First, Mask, Source, Term

STEM = "{patient:d}_VP{video:d}_frame{n:04d}"

SOURCE = Source(
    name="piccolo",
    title="PICCOLO",
    version="0.1.0",
    homepage="https://www.biobancovasco.bioef.eus/",
    license="LicenseRef-PICCOLO-Terms",
    access="agreement",
    modality="Endoscopy",
    anatomy=("colon",),
    department="Gastroenterology and Hepatology",
    redistribution=False,
    benchmark=("test",),
    cite="Sanchez-Peralta et al., PICCOLO, Applied Sciences 2020, doi:10.3390/app10238501",
    cases=Files(f"{{set:train|validation|test}}/polyps/{STEM}.{{:png|tif}}"),
    subject="{patient}",
    study="{patient} {video}",
    split=Term("{set}", {"train": "train", "validation": "val", "test": "test"}),
    labels=[
        Mask(
            First(
                f"{{set}}/masks/{STEM}_Corrected.{{:tif|png}}",
                f"{{set}}/masks/{STEM}.{{:tif|png}}",
            ),
            form="binary",
            name="polyp",
            missing=UNKNOWN,
        )
    ],
    evidence=(
        "torch_em/data/datasets/medical/piccolo.py",
        'public code search for "_VP1_frame": names of frames and masks',
    ),
    verified="loader",
)
