from pathlib import Path
from zipfile import ZipFile

from gmai_data.testing import Expected, fake_image, write_text

EXPECTED = Expected(
    cases=4, subjects=4, splits={"test": 1, "train": 2, "val": 1}, annotations={"qa": 6}
)


def make(root: Path) -> None:
    train = root / "ImageClef-2019-VQA-Med-Training"
    write_text(
        train / "All_QA_Pairs_train.txt",
        "synpic90001|what kind of image is this?|cta - ct angiography\n"
        "synpic90001|is this a noncontrast ct?|no\n"
        "synpic31217|what plane is demonstrated?|axial\n"
        "synpic31217|what is most alarming about this image?|diverticulitis\n",
    )
    validation = root / "ImageClef-2019-VQA-Med-Validation"
    write_text(
        validation / "All_QA_Pairs_val.txt",
        "synpic90003|which organ is captured?|skull and contents",
    )
    test = root / "VQAMed2019Test"
    write_text(
        test / "VQAMed2019_Test_Questions_w_Ref_Answers.txt",
        "synpic90004|modality|was gi contrast given to the patient?|no\n",
    )
    write_text(
        test / "VQAMed2019_Test_Questions.txt",
        "synpic90004|was gi contrast given to the patient?\n",
    )
    for name in ("synpic90001", "synpic31217"):
        fake_image(train / f"Train_images/{name}.jpg")
    fake_image(validation / "Val_images/synpic90003.jpg")
    fake_image(root / "synpic90004.jpg")
    with ZipFile(test / "VQAMed2019_Test_Images.zip", "w") as archive:
        archive.write(root / "synpic90004.jpg", "VQAMed2019_Test_Images/synpic90004.jpg")
    (root / "synpic90004.jpg").unlink()
