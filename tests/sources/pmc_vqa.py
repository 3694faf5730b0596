from pathlib import Path

from gmai_data.testing import Expected, fake_image, write_table

EXPECTED = Expected(cases=4, subjects=3, splits={"test": 2, "train": 2}, annotations={"qa": 5})


def make(root: Path) -> None:
    header = [
        "Figure_path", "Question", "Answer", "Choice A", "Choice B", "Choice C", "Choice D",
        "Answer_label",
    ]  # fmt: skip
    plane = [" A:Axial ", " B:Coronal ", " C:Sagittal ", " D:Oblique "]
    write_table(
        root / "train.csv",
        header,
        [
            ("PMC9000001_F1.jpg", " What is the plane of the image? ", "Coronal", *plane, "B"),
            (
                "PMC9000001_F1.jpg", " Which organ is shown? ", "Liver", " A:Liver ", " B:Kidney ",
                " C:Lung: left ", " D:Heart ", "A",
            ),
            ("PMC9000001_Fig2_HTML.jpg", " Which plane is panel 2? ", "Axial", *plane, "A"),
        ],
    )  # fmt: skip
    write_table(
        root / "test.csv", header,
        [("PMC9000002_F3.jpg", " Which plane? ", "Sagittal", *plane, "C")],
    )  # fmt: skip
    write_table(
        root / "test_clean.csv", header,
        [("PMC9000003_F1.jpg", " Which plane is it? ", "Oblique", *plane, "D")],
    )  # fmt: skip
    for name in ("PMC9000001_F1", "PMC9000001_Fig2_HTML", "PMC9000002_F3", "PMC9000003_F1"):
        fake_image(root / f"images/{name}.jpg")
