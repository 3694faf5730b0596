"""StructSeg 2019 Task4: the gross tumour volume of lung cancer on planning CT.

A numbered folder per patient, of the fifty scans of Task3 (that equal numbers are equal patients is
taken for granted); the ten test patients are not public. The public listing prints the folder of
Task1 for all four tasks: the name used here is that of public code.
"""

from gmai_data import Files, Mask, Source

SOURCE = Source(
    name="structseg2019-task4",
    title="StructSeg 2019 Task4 (GTV of lung cancer)",
    version="1.0.0",
    homepage="https://structseg2019.grand-challenge.org/",
    license="LicenseRef-StructSeg2019",
    access="registration",
    redistribution=False,
    derived_from=("structseg2019-task3",),
    subject_space="structseg2019-task3",
    modality="CT",
    anatomy=("chest",),
    department="Oncology (Medical)",
    cite="Li et al., StructSeg 2019 GTV segmentation, doi:10.21227/h75x-gt46",
    root=("Lung_GTV", ""),
    cases=Files("{n:d}/data.nii.gz"),
    subject="{n}",
    labels=[Mask("{n}/label.nii.gz", names={1: "gross tumour volume"})],
    evidence=(
        "https://github.com/openmedlab/Awesome-Medical-Dataset resources/StructSeg2019_Task4.md",
        'public code search for "Lung_GTV" (the release\'s readme: value 1, folders)',
        "https://github.com/constantinpape/torch-em torch_em/data/datasets/medical/structseg.py "
        "(same scans as Task3)",
    ),
    verified="loader",
)
