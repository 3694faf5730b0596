"""TDSC-ABUS 2023: one tumour per volume on automated 3D breast ultrasound, benign or malignant.

The files do not say how the patient lies, so nothing is said of planes and sides. Spacing in the
header of the true release is a placeholder of 1 mm (public code injects 0.200, 0.073 and 0.476 mm);
such sizes are not said. Boxes in `bbx_labels.csv` are those of the masks and are not read. Zero
padding and folders of shards vary.
"""

from gmai_data import Class, Files, Mask, Source, Table, Term

SOURCE = Source(
    name="tdsc-abus2023",
    title="TDSC-ABUS 2023",
    version="1.0.0",
    homepage="https://tdsc-abus2023.grand-challenge.org/",
    license="LicenseRef-TDSC-ABUS-2023",
    access="registration",
    redistribution=False,
    benchmark=("test",),
    modality="Ultrasound",
    anatomy=("breast",),
    department="Oncology (Medical)",
    display="as stored",
    cite="Luo et al., TDSC-ABUS2023, arXiv:2501.15588",
    cases=Files("{set:Train|Validation|Test}/DATA/**/DATA_{n:d}.nrrd"),
    subject="{n}",
    split=Term("{set}", {"Train": "train", "Validation": "val", "Test": "test"}),
    labels=[
        Mask("{set}/MASK/**/MASK_{n}.nrrd", form="binary", name="breast tumour"),
        Class(
            "{label}",
            of="pathology",
            names={"M": "malignant", "B": "benign"},
            table=Table("{set}/labels.csv", parse={"case_id": "{n:d}"}, on=("set", "n")),
            level="study",
        ),
    ],
    evidence=(
        'public code search for "bbx_labels.csv" (layout, columns, spacing)',
        "https://github.com/openmedlab/Awesome-Medical-Dataset resources/TDSC-ABUS2023.md",
    ),
    verified="loader",
)
