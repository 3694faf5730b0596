"""IDRiD: fundus photographs from India with lesion masks, grades, and disc and fovea centres.

Three sub-datasets that number their images apart (`IDRiD_01`, `IDRiD_001`) and share photographs.
The archives unpack to `A.%20Segmentation/A. Segmentation`. A mask that is not there means that the
lesion is not in that eye; the optic disc is in all. The column "Risk of macular edema " ends in a
blank. The localization part is from memory.
"""

from gmai_data import (
    ABSENT,
    NO_SUBJECT,
    UNKNOWN,
    Class,
    Files,
    Layout,
    Mask,
    Points,
    Source,
    Table,
    Term,
)

GRADES = Table("2. Groundtruths/*.csv", parse={"Image name": "{stem}"}, on="stem")

SOURCE = Source(
    name="idrid",
    title="Indian Diabetic Retinopathy Image Dataset",
    version="1.0.0",
    homepage=(
        "https://ieee-dataport.org/open-access/indian-diabetic-retinopathy-image-dataset-idrid"
    ),
    license="CC-BY-4.0",
    access="open",
    modality="Fundus Photography",
    anatomy=("retina",),
    department="Ophthalmology",
    redistribution=True,
    commercial=True,
    derivatives=True,
    benchmark=("test",),
    subject=NO_SUBJECT,
    split=Term("{set}", {"a. Training Set": "train", "b. Testing Set": "test"}),
    parts=(
        Layout(
            "segmentation",
            root="A. Segmentation",
            cases=Files(
                "1. Original Images/{set:a. Training Set|b. Testing Set}/IDRiD_{n:02d}.jpg"
            ),
            labels=[
                Mask(
                    "2. All Segmentation Groundtruths/{set}/*/IDRiD_{n}_{code:MA|HE|EX|SE|OD}.tif",
                    by="{code}",
                    names={
                        "MA": "microaneurysm",
                        "HE": "retinal haemorrhage",
                        "EX": "hard exudate",
                        "SE": "cotton-wool spot",
                        "OD": "optic disc",
                    },
                    threshold=0,
                    missing=ABSENT,
                )
            ],
        ),
        Layout(
            "grading",
            root="B. Disease Grading",
            cases=Files("1. Original Images/{set:a. Training Set|b. Testing Set}/{stem}.jpg"),
            labels=[
                Class(
                    "{Retinopathy grade}",
                    names={
                        "0": "no diabetic retinopathy",
                        "1": "mild nonproliferative diabetic retinopathy",
                        "2": "moderate nonproliferative diabetic retinopathy",
                        "3": "severe nonproliferative diabetic retinopathy",
                        "4": "proliferative diabetic retinopathy",
                    },
                    table=GRADES,
                ),
                Class(
                    "{Risk of macular edema}",
                    of="macular oedema grade",
                    names={
                        "0": "macular oedema risk grade 0",
                        "1": "macular oedema risk grade 1",
                        "2": "macular oedema risk grade 2",
                    },
                    table=GRADES,
                ),
            ],
        ),
        Layout(
            "localization",
            root="C. Localization",
            cases=Files("1. Original Images/{set:a. Training Set|b. Testing Set}/{stem}.jpg"),
            labels=[
                Points(
                    xy=("{X- Coordinate}", "{Y - Coordinate}"),
                    name=name,
                    table=Table(
                        f"2. Groundtruths/{folder}/*.csv", parse={"Image No": "{stem}"}, on="stem"
                    ),
                    missing=UNKNOWN,
                )
                for name, folder in (
                    ("optic disc", "1. Optic Disc Center Location"),
                    ("fovea", "2. Fovea Center Location"),
                )
            ],
        ),
    ),
    evidence=(
        "https://github.com/jusiro/FLAIR/blob/main/local_data/prepare_partitions.py",
        "torch_em/data/datasets/medical/idrid.py",
    ),
    verified="loader",
)
