from pathlib import Path

from gmai_data.testing import Expected, fake_image, write_text

EXPECTED = Expected(cases=2, subjects=2, splits={"val": 2}, annotations={"qa": 2})


def make(root: Path) -> None:
    top = root / "VQA-Med-2021-Tasks-1-2-NewValidationSets"
    write_text(
        top / "VQA-Med-2021-VQAnswering-Task1-New-ValidationSet.txt",
        "synpic92001|what is the primary abnormality in this image?|pulmonary embolism\n"
        "synpic92002|what is most alarming about this mri?|neurofibroma\n",
    )
    for name in ("synpic92001", "synpic92002"):
        fake_image(top / f"ImageCLEF-2021-VQA-Med-New-Validation-Images/{name}.jpg")
