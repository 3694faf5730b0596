"""LIMUC: colonoscopy frames of ulcerative colitis with the Mayo endoscopic score.

The tree `patient_based_classified_images` holds the same images again and is not read.
"""

from gmai_data import Class, Files, Source, Term

SOURCE = Source(
    name="limuc",
    title="LIMUC",
    version="1.0.0",
    homepage="https://zenodo.org/records/5827695",
    license="CC-BY-4.0",
    access="open",
    modality="Endoscopy",
    anatomy=("colon",),
    department="Gastroenterology and Hepatology",
    redistribution=True,
    commercial=True,
    derivatives=True,
    benchmark=("test",),
    cases=Files(
        "{set:train_and_validation_sets|test_set}/Mayo {score:0|1|2|3}/"
        "UC_patient_{patient:d}_{n:d}.bmp"
    ),
    subject="{patient}",
    split=Term("{set}", {"train_and_validation_sets": "train", "test_set": "test"}),
    labels=[
        Class(
            "{score}",
            of="Mayo endoscopic score",
            names={
                "0": "Mayo endoscopic score 0",
                "1": "Mayo endoscopic score 1",
                "2": "Mayo endoscopic score 2",
                "3": "Mayo endoscopic score 3",
            },
        )
    ],
    evidence=(
        "https://github.com/openmedlab/Awesome-Medical-Dataset/blob/main/resources/LIMUC.md",
    ),
    verified="loader",
)
