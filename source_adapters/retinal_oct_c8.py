"""Retinal OCT-C8: retinal OCT B-scans, seven diseases or normal, 3,000 of each.

Four of the classes are taken from OCT2017 (Kermany), the rest from other open sets; pictures are
renamed, so patients cannot be told apart and may be in train and in test.
"""

from gmai_data import NO_SUBJECT, Class, Files, Source

SOURCE = Source(
    name="retinal-oct-c8",
    title="Retinal OCT-C8",
    version="1.0.0",
    homepage="https://www.kaggle.com/datasets/obulisainaren/retinal-oct-c8",
    license="LicenseRef-not-stated",
    access="registration",
    modality="OCT",
    anatomy=("retina",),
    department="Ophthalmology",
    derived_from=("oct2017-kermany",),
    benchmark=("test",),
    cases=Files("{set:train|val|test}/{class:AMD|CNV|CSR|DME|DR|DRUSEN|MH|NORMAL}/{stem}.jpg"),
    subject=NO_SUBJECT,
    split="{set}",
    labels=[
        Class(
            "{class}",
            names={
                "AMD": "age-related macular degeneration",
                "CNV": "choroidal neovascularisation",
                "CSR": "central serous retinopathy",
                "DME": "diabetic macular oedema",
                "DR": "diabetic retinopathy",
                "DRUSEN": "drusen",
                "MH": "macular hole",
                "NORMAL": "normal retina",
            },
        )
    ],
    evidence=(
        "https://github.com/openmedlab/Awesome-Medical-Dataset/blob/main/resources/"
        "Retinal_OCT-C8.md",
        'public code search for "RetinalOCT_Dataset"',
    ),
    verified="loader",
)
