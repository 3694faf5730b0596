"""COVIDx CXR (COVID-Net): chest radiographs with COVID-19 or not, listed with patient and origin.

A list has four columns without a header: patient, file, class, origin. Versions A have three
classes (normal, pneumonia, COVID-19), versions B two; "negative" is anything without COVID-19, and
says nothing else. COVID-19 is the patient's test. Composed of other public sets (Cohen, RICORD,
RSNA, BIMCV …), so it overlaps with them.
"""

from gmai_data import Class, Source, Table

SOURCE = Source(
    name="covidx-cxr",
    title="COVIDx CXR",
    version="1.0.0",
    homepage="https://www.kaggle.com/datasets/andyczhao/covidx-cxr2",
    license="LicenseRef-Mixed-Sources",
    access="registration",
    modality="X-Ray",
    anatomy=("chest",),
    department="Pulmonary Medicine",
    benchmark=("test",),
    derived_from=("covid-chestxray-cohen", "rsna-pneumonia"),
    cite="Wang, Lin and Wong, COVID-Net, Scientific Reports 2020",
    cases=Table(
        "{split:train|val|test}.txt",
        sep=" ",
        header=["patient", "file", "class", "origin"],
        image="{split}/{file}",
    ),
    subject="{patient}",
    split="{split}",
    labels=[
        Class(
            "{class}",
            names={
                "normal": "normal chest radiograph",
                "pneumonia": "pneumonia",
                "COVID-19": "COVID-19",
                "positive": "COVID-19",
                "negative": None,
            },
            level="subject",
        )
    ],
    evidence=(
        'public code search for "train_COVIDx"',
        "public loader code with the four columns, split at blanks",
    ),
    verified="loader",
)
