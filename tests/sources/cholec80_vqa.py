from pathlib import Path

from gmai_data.testing import Expected, fake_image, write_text

# A text file per frame, a question and answer per line; the frame is <n>.png, the text <n>_QA.txt.
EXPECTED = Expected(cases=3, subjects=2, splits={"train": 2, "val": 1}, annotations={"qa": 6})


def make(root: Path) -> None:
    top = root / "Cholec80-VQA"
    for video, frame in ((1, 0), (1, 25), (5, 100)):
        fake_image(top / f"cropped_image/{video}/{frame}.png")
        write_text(
            top / f"Classification/{video}/{frame}_QA.txt",
            "what is the phase of image?|preparation\nis grasper used in preparation?|yes\n",
        )
        write_text(
            top / f"Sentence/{video}/{frame}_QA.txt",
            "what is the phase of image?|phase of image is preparation\n\n"
            "is grasper used in preparation?|yes, grasper is used in preparation\n",
        )
