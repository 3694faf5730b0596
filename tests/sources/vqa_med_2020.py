from pathlib import Path

from gmai_data.testing import Expected, fake_image, write_text

EXPECTED = Expected(cases=3, subjects=3, splits={"train": 2, "val": 1}, annotations={"qa": 3})


def make(root: Path) -> None:
    top = root / "VQA-Med-2020-Task1-VQAnswering-TrainVal-Sets"
    train = top / "VQAMed2020-VQAnswering-TrainingSet"
    write_text(
        train / "VQAnswering_2020_Train_QA_pairs.txt",
        "synpic91001|what is abnormal in the ct scan?|appendicitis\n"
        "synpic91002|is the x-ray normal?|yes\n",
    )
    validation = top / "VQAMed2020-VQAnswering-ValidationSet"
    write_text(
        validation / "VQAnswering_2020_Val_QA_Pairs.txt",
        "synpic91003|what abnormality is seen in the image?|ovarian torsion\n",
    )
    for name in ("synpic91001", "synpic91002"):
        fake_image(train / f"VQAnswering_2020_Train_images/{name}.jpg")
    fake_image(validation / "VQAnswering_2020_Val_images/synpic91003.jpg")
