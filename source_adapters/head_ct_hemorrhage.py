"""Head CT hemorrhage (Kitamura): 100 CT slices with intracranial haemorrhage and 100 without.

Slices found on the web, each of another person by the author's word; window and plane as they were
found. The column is called " hemorrhage", with a blank before it. The kind of bleeding is not
given.
"""

from gmai_data import NO_SUBJECT, Files, Flags, Source, Table

SOURCE = Source(
    name="head-ct-hemorrhage",
    title="Head CT - hemorrhage",
    version="1.0.0",
    homepage="https://www.kaggle.com/datasets/felipekitamura/head-ct-hemorrhage",
    license="LicenseRef-not-stated",
    access="registration",
    modality="CT",
    anatomy=("brain",),
    department="Neurosurgery",
    cases=Files("head_ct/**/{id:03d}.png"),
    join=[Table("labels.csv", on="id")],
    subject=NO_SUBJECT,
    labels=[Flags(names={"hemorrhage": "intracranial haemorrhage"})],
    evidence=(
        "https://github.com/openmedlab/Awesome-Medical-Dataset/blob/main/resources/"
        "HeadCT-hemorrhage.md",
    ),
    verified="loader",
)
