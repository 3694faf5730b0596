"""PANDA: whole slides of prostate biopsies with ISUP grade and tissue masks of two hospitals.

Values of the masks mean other things for each hospital (`data_provider`), and some slides have no
mask. Grades are of the biopsy, not of a tile; users drop about a tenth as noisy. Masks were made
with the help of machines; Karolinska's outline cancer without a grade. No patient id.
"""

from gmai_data import NO_SUBJECT, UNKNOWN, Class, Mask, Source, Table, Tiles

SOURCE = Source(
    name="panda",
    title="PANDA (prostate cancer grade assessment)",
    version="1.0.0",
    homepage="https://www.kaggle.com/c/prostate-cancer-grade-assessment",
    license="CC-BY-NC-SA-4.0",
    access="registration",
    modality="Pathology",
    anatomy=("prostate",),
    department="Laboratory Medicine and Pathology",
    sequence="H&E",
    redistribution=True,
    commercial=False,
    derivatives=True,
    cite="Bulten et al., Artificial intelligence for diagnosis and Gleason grading of prostate "
    "cancer: the PANDA challenge, Nature Medicine 2022",
    cases=Tiles("train_images/{image_id}.tiff", mpp=0.5, size=512),
    join=[Table("train.csv", on="image_id")],
    subject=NO_SUBJECT,
    study="{image_id}",
    labels=[
        Class(
            "{isup_grade}",
            of="ISUP grade group",
            level="study",
            names={str(grade): f"ISUP grade group {grade}" for grade in range(1, 6)} | {"0": None},
        ),
        Mask(
            "train_label_masks/{image_id}_mask.tiff",
            names={
                1: "stroma",
                2: "benign epithelium",
                3: "Gleason pattern 3",
                4: "Gleason pattern 4",
                5: "Gleason pattern 5",
            },
            where={"data_provider": "radboud"},
            missing=UNKNOWN,
        ),
        Mask(
            "train_label_masks/{image_id}_mask.tiff",
            names={1: "benign tissue", 2: "cancerous tissue"},
            where={"data_provider": "karolinska"},
            missing=UNKNOWN,
        ),
    ],
    evidence=(
        "https://github.com/kaiko-ai/eva/blob/main/docs/datasets/panda.md (folders, licence)",
        "https://github.com/DIAGNijmegen/panda-challenge "
        "notebooks/getting-started-with-the-panda-dataset.ipynb (values, red channel)",
    ),
    verified="loader",
)
