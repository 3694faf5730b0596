"""My ultrasound set: breast lesions with masks, two diagnoses."""

from gmai_data import Class, Files, Mask, Source, Table

SOURCE = Source(
    name="my-ultrasound",
    title="My ultrasound set",
    version="1.0.0",
    homepage="https://example.org/my-ultrasound",
    license="CC-BY-4.0",
    access="open",
    modality="Ultrasound",
    anatomy=("breast",),
    department="Oncology (Medical)",
    cases=Files("images/{kind:benign|malignant}/{image:3}.png"),
    join=[Table("patients.csv", on="image")],
    subject="{patient}",
    labels=[
        Class("{kind}", names={"benign": "benign tumour", "malignant": "malignant tumour"}),
        Mask("masks/{image}.png", form="binary", name="breast mass"),
    ],
    evidence=("a copy on disk",),
    verified="data",
)
