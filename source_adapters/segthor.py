"""SegTHOR: four thoracic organs at risk on planning CT of lung or oesophageal cancer.

Every label is called `GT` in the folder of its patient. Labels of the test scans are hidden, so
these are not read.
"""

from gmai_data import Files, Mask, Source

SOURCE = Source(
    name="segthor",
    title="SegTHOR 2019 (thoracic organs at risk)",
    version="1.0.0",
    homepage="https://competitions.codalab.org/competitions/21145",
    license="LicenseRef-SegTHOR",
    access="registration",
    redistribution=False,
    modality="CT",
    anatomy=("chest",),
    department="Oncology (Medical)",
    cite="Lambert et al., SegTHOR, IPTA 2020, arXiv:1912.05950",
    root=("train", ""),
    cases=Files("Patient_{n:02d}/Patient_{n}.nii.gz"),
    subject="{n}",
    labels=[
        Mask(
            "Patient_{n}/GT.nii.gz",
            names={1: "oesophagus", 2: "heart", 3: "trachea", 4: "aorta"},
        )
    ],
    evidence=(
        "https://github.com/zhaoziheng/SAT-DS processor.py",
        "https://github.com/MIC-DKFZ/nnUNet@nnunetv1 nnunet/dataset_conversion/Task055_SegTHOR.py",
    ),
    verified="loader",
)
