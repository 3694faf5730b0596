"""MedFMC as in its challenge: chest radiographs, colon tissue and endoscopy, with few-shot lists.

Each part has a table of the flags of an image; every image was read for every column, so 0 is
absent. Columns of endoscopy are ulcer, erosion, polyp, tumor in this order. `study_id` names the
patient's study, of several images in endoscopy. The figshare release has two more parts
(NeoJaundice, Retino) and other table names; it is not declared.
"""

from gmai_data import UNKNOWN, Class, Flags, Layout, Source, Table, Term

SOURCE = Source(
    name="medfmc",
    title="MedFMC (ChestDR, ColonPath, Endo)",
    version="1.0.0",
    homepage="https://doi.org/10.6084/m9.figshare.c.6476047",
    license="CC-BY-4.0",
    access="open",
    redistribution=True,
    commercial=True,
    derivatives=True,
    cite="Wang et al., A real-world dataset and benchmark for foundation model adaptation in "
    "medical image classification, Scientific Data 2023",
    subject="{study_id}",
    study="{study_id}",
    split=Term("{set}", {"train": "train", "val": "val"}),
    parts=(
        Layout(
            "chest",
            modality="X-Ray",
            cases=Table(
                "MedFMC_{set:train|val}/chest/chest_{:train|val}.csv",
                image="MedFMC_{set}/chest/{:images|image}/{img_id}",
            ),
            labels=[
                Flags(
                    names={
                        "pleural_effusion": "pleural effusion",
                        "nodule": "lung nodule",
                        "pneumonia": "pneumonia",
                        "cardiomegaly": "cardiomegaly",
                        "hilar_enlargement": "hilar enlargement",
                        "fracture_old": "old fracture",
                        "fibrosis": "pulmonary fibrosis",
                        "aortic_calcification": "aortic calcification",
                        "tortuous_aorta": "tortuous aorta",
                        "thickened_pleura": "pleural thickening",
                        "TB": "pulmonary tuberculosis",
                        "pneumothorax": "pneumothorax",
                        "emphysema": "emphysema",
                        "atelectasis": "atelectasis",
                        "calcification": "calcification",
                        "pulmonary_edema": "pulmonary oedema",
                        "increased_lung_markings": "increased bronchovascular markings",
                        "elevated_diaphragm": "elevated hemidiaphragm",
                        "consolidation": "consolidation",
                    },
                    missing=UNKNOWN,
                )
            ],
        ),
        Layout(
            "colon",
            modality="Pathology",
            cases=Table(
                "MedFMC_{set:train|val}/colon/colon_{:train|val}.csv",
                image="MedFMC_{set}/colon/{:images|image}/{img_id}",
            ),
            labels=[
                Class("{tumor}", names={"0": "non-tumour tissue", "1": "tumour tissue"}),
            ],
        ),
        Layout(
            "endo",
            modality="Endoscopy",
            cases=Table(
                "MedFMC_{set:train|val}/endo/endo_{:train|val}.csv",
                image="MedFMC_{set}/endo/{:images|image}/{img_id}",
            ),
            labels=[
                Flags(
                    names={
                        "ulcer": "ulcer",
                        "erosion": "erosion",
                        "polyp": "polyp",
                        "tumor": "tumour",
                    },
                    missing=UNKNOWN,
                )
            ],
        ),
    ),
    evidence=(
        "https://github.com/openmedlab/MedFM (README.md, medfmc/datasets/medical_datasets.py)",
        "https://github.com/openmedlab/Awesome-Medical-Dataset/blob/main/resources/"
        "MedFM_ChestDR2023.md",
        'public code search for "endo_train.csv" (column tumor of colon)',
    ),
    verified="loader",
)
