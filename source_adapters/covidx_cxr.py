"""COVIDx CXR (COVID-Net): chest radiographs with COVID-19 or not, listed with patient and origin.

A list has four columns without a header: patient, file, class, origin. Versions A have three
classes (normal, pneumonia, COVID-19), versions B two; "negative" is anything without COVID-19, and
says nothing else. COVID-19 is the patient's test. Composed of other public sets (Cohen, RICORD,
RSNA, BIMCV …): patients of Cohen and RSNA bear their ids there, those of BIMCV `sub-S…` (from
memory), and have one split in both.
"""

from collections.abc import Mapping

from gmai_data import Class, First, Records, Source, Table
from source_adapters.rsna_pneumonia import MAPPING

SPACES = {"cohen": "<covid-chestxray-cohen>", "rsna": "<nih-chestxray14>"}


def whose(row: Mapping[str, str]) -> str:
    """The patient, in the set that the radiograph comes from where its ids are kept."""
    origin, patient = row["origin"], row["patient"]
    if origin == "bimcv" and patient.startswith("sub-"):
        return f"<bimcv-covid19>{patient.removeprefix('sub-')}"
    return f"{SPACES.get(origin, origin + ' ')}{patient}"


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
    derived_from=(
        "covid-chestxray-cohen",
        "rsna-pneumonia",
        "bimcv-covid19",
        "covid19-radiography-db",
    ),
    cite="Wang, Lin and Wong, COVID-Net, Scientific Reports 2020",
    cases=Table(
        "{split:train|val|test}.txt",
        sep=" ",
        header=["patient", "file", "class", "origin"],
        image="{split}/{file}",
        derive={"who": whose},
    ),
    join=[
        Records(
            f"<rsna-pneumonia>/**/{MAPPING}",
            parse={"subset_img_id": "{patient}", "img_id": "{nih:08d}_{shot:03d}.png"},
            on="patient",
            optional=True,
        )
    ],
    subject=First("<nih-chestxray14>{nih}", "{who}"),
    subject_space=("bimcv-covid19", "covid-chestxray-cohen", "nih-chestxray14"),
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
