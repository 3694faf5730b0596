"""A Kaggle collection of 4,217 fundus photographs in four folders, merged from other sets.

The page names IDRiD, HRF and an ocular recognition set (from memory): the photographs overlap with
theirs. A picture is in one folder although it may show more. No patient id.
"""

from gmai_data import NO_SUBJECT, Class, Files, Source

SOURCE = Source(
    name="eye-diseases-4class",
    title="Eye diseases classification (Kaggle gunavenkatdoddi)",
    version="1.0.0",
    homepage="https://www.kaggle.com/datasets/gunavenkatdoddi/eye-diseases-classification",
    license="LicenseRef-not-stated",
    access="registration",
    modality="Fundus Photography",
    anatomy=("retina",),
    department="Ophthalmology",
    derived_from=("hrf", "idrid", "odir5k"),
    cases=Files(
        tuple(
            f"{{class:cataract|diabetic_retinopathy|glaucoma|normal}}/{{stem}}.{suffix}"
            for suffix in ("jpg", "jpeg", "png")
        )
    ),
    subject=NO_SUBJECT,
    labels=[
        Class(
            "{class}",
            names={
                "cataract": "cataract",
                "diabetic_retinopathy": "diabetic retinopathy",
                "glaucoma": "glaucoma",
                "normal": "normal retina",
            },
        )
    ],
    evidence=(
        "https://github.com/HealthX-Lab/BiomedCoOp/blob/main/assets/DATASETS.md",
        'public code search for "eye-diseases-classification/dataset"',
    ),
    verified="loader",
)
