"""COVID-QU-Ex: chest radiographs in three classes with lung masks; infection masks for a part.

Two trees, "Lung Segmentation Data" and "Infection Segmentation Data", whose images overlap: a name
is one subject, so that a copy never lands in another split. COVID-19 is the patient's test, not a
finding. Infection was drawn for COVID-19 images only (black masks of the others say nothing). A
merge of other public sets, so a class also says where an image comes from. No patient id.
"""

from gmai_data import UNKNOWN, Class, Files, Mask, Source, Term

TREE = "{tree:Lung|Infection} Segmentation Data/{:Lung|Infection} Segmentation Data"
FOLDER = f"{TREE}/{{set:Train|Val|Test}}/{{class:COVID-19|Non-COVID|Normal}}"

SOURCE = Source(
    name="covid-qu-ex",
    title="COVID-QU-Ex",
    version="1.0.0",
    homepage="https://www.kaggle.com/datasets/anasmohammedtahir/covidqu",
    license="CC-BY-SA-4.0",
    access="registration",
    derived_from=(
        "covid19-radiography-db",
        "kermany-chest-xray",
        "padchest",
        "rsna-pneumonia",
    ),  # in part from memory
    modality="X-Ray",
    anatomy=("chest",),
    department="Pulmonary Medicine",
    redistribution=True,
    commercial=True,
    derivatives=True,
    benchmark=("test",),
    cite="Tahir et al., COVID-19 infection localization and severity grading, 2021",
    cases=Files(f"{FOLDER}/images/{{stem}}.png"),
    subject="{stem}",
    split=Term("{set}", {"Train": "train", "Val": "val", "Test": "test"}),
    labels=[
        Class(
            "{class}",
            names={
                "COVID-19": None,
                "Non-COVID": "pneumonia",
                "Normal": "normal chest radiograph",
            },
        ),
        Class(
            "{class}", names={"COVID-19": "COVID-19"}, where={"class": "COVID-19"}, level="subject"
        ),
        Mask(f"{FOLDER}/lung masks/{{stem}}.png", name="lung", threshold=127),
        Mask(
            f"{FOLDER}/infection masks/{{stem}}.png",
            name="infection lesion",
            threshold=127,
            missing=UNKNOWN,
        ),
    ],
    evidence=(
        "torch_em/data/datasets/medical/covid_qu_ex.py",
        "https://github.com/zekikus/MedSegBench/blob/main/medsegbench/info.py",
    ),
    verified="loader",
)
