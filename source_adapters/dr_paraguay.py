"""Paraguay: fundus photographs of diabetics in seven folders of rising retinopathy.

Folder names begin with a number. "Very severe" and "advanced" are steps of the ETDRS scale that the
international one does not have. No patient id.
"""

from gmai_data import NO_SUBJECT, Class, Files, Source

SOURCE = Source(
    name="dr-paraguay",
    title="Fundus images for the study of diabetic retinopathy (Paraguay)",
    version="1.0.0",
    homepage="https://zenodo.org/record/4647952",
    license="CC-BY-4.0",
    access="open",
    modality="Fundus Photography",
    anatomy=("retina",),
    department="Ophthalmology",
    redistribution=True,
    commercial=True,
    derivatives=True,
    cite="Castillo Benítez et al., Dataset from fundus images, Data Brief 2021",
    cases=Files("{grade:1|2|3|4|5|6|7}. {class}/{stem}.jpg"),
    subject=NO_SUBJECT,
    labels=[
        Class(
            "{class}",
            of="diabetic retinopathy grade",
            names={
                "No DR signs": "no diabetic retinopathy",
                "Mild (or early) NPDR": "mild nonproliferative diabetic retinopathy",
                "Moderate NPDR": "moderate nonproliferative diabetic retinopathy",
                "Severe NPDR": "severe nonproliferative diabetic retinopathy",
                "Very Severe NPDR": "very severe nonproliferative diabetic retinopathy",
                "PDR": "proliferative diabetic retinopathy",
                "Advanced PDR": "advanced proliferative diabetic retinopathy",
            },
        )
    ],
    evidence=("https://github.com/jusiro/FLAIR/blob/main/local_data/prepare_partitions.py",),
    verified="loader",
)
