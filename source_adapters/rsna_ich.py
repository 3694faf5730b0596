"""RSNA Intracranial Hemorrhage 2019: head CT slices, each labelled with five types and "any".

All slices lie in one folder; each is a case of its own, because the labels hold for the slice. The
table has a row per slice and type, some of them twice.
"""

from gmai_data import DicomSeries, Flags, Source, Table

SOURCE = Source(
    name="rsna-ich",
    title="RSNA Intracranial Hemorrhage Detection 2019",
    version="1.0.0",
    homepage="https://www.kaggle.com/c/rsna-intracranial-hemorrhage-detection",
    license="LicenseRef-Kaggle-Competition",
    access="registration",
    modality="CT",
    anatomy=("brain",),
    department="Neurosurgery",
    redistribution=False,
    cases=DicomSeries("stage_2_train/{sop}.dcm", by=None),
    subject="{PatientID}",
    study="{StudyInstanceUID}",
    labels=[
        Flags(
            "{Label}",
            by="{finding}",
            names={
                "any": "intracranial haemorrhage",
                "epidural": "epidural haemorrhage",
                "intraparenchymal": "intraparenchymal haemorrhage",
                "intraventricular": "intraventricular haemorrhage",
                "subarachnoid": "subarachnoid haemorrhage",
                "subdural": "subdural haemorrhage",
            },
            table=Table(
                "stage_2_train.csv",
                parse={
                    "ID": "{sop}_{finding:epidural|intraparenchymal|intraventricular|subarachnoid"
                    "|subdural|any}"
                },
                on="sop",
            ),
        )
    ],
    evidence=(
        'public code search for "epidural,intraparenchymal"',
        'and for "stage_2_train.csv"',
    ),
    verified="loader",
)
