"""MRNet (Stanford): abnormality, ACL tear and meniscal tear on MR of the knee, three planes.

Labels are of the exam, not of a plane or slice, and were taken from reports; what is shown is the
middle slice of each plane. Sequences differ between planes (from memory: sagittal T2, coronal T1,
axial PD) and there is no spacing and no side. Tables have no header and keep leading zeros. The
public validation set is small; the test set is hidden.
"""

from gmai_data import Arrays, Flags, Source, Table, Term

SOURCE = Source(
    name="mrnet",
    title="MRNet (Stanford knee MRI)",
    version="1.0.0",
    homepage="https://stanfordmlgroup.github.io/competitions/mrnet/",
    license="LicenseRef-Stanford-University-Dataset-Research-Use",
    access="registration",
    redistribution=False,
    commercial=False,
    send_to_api=False,
    modality="MR",
    anatomy=("knee",),
    department="Sports Medicine",
    cite="Bien et al., PLOS Medicine 2018, doi:10.1371/journal.pmed.1002699",
    root=("MRNet-v1.0", ""),
    cases=Arrays("{set:train|valid}/{plane:axial|coronal|sagittal}/{exam:4}.npy", axes="DHW"),
    subject="{exam}",
    study="{exam}",
    split=Term("{set}", {"train": "train", "valid": "val"}),
    view="{plane}",
    labels=[
        Flags(
            "{value}",
            by="{task}",
            names={
                "abnormal": "knee abnormality",
                "acl": "anterior cruciate ligament tear",
                "meniscus": "meniscal tear",
            },
            table=Table(
                "{set:train|valid}-{task:abnormal|acl|meniscus}.csv",
                header=["exam", "value"],
                on=("set", "exam"),
            ),
            level="study",
        )
    ],
    evidence=('public code search for "train-meniscus.csv"',),
    verified="loader",
)
