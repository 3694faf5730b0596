"""BCCD: Pascal VOC boxes, split lists without suffix, a list of both."""

from pathlib import Path

from gmai_data.testing import Expected, fake_image, write_text

EXPECTED = Expected(
    cases=3,
    subjects=3,
    splits={"test": 1, "train": 1, "val": 1},
    annotations={"boxes": 6},
    names=("erythrocyte", "leucocyte", "platelet"),
)
OBJECT = (
    "<object><name>{}</name><pose>Unspecified</pose><truncated>0</truncated>"
    "<difficult>0</difficult><bndbox><xmin>{}</xmin><ymin>{}</ymin><xmax>{}</xmax>"
    "<ymax>{}</ymax></bndbox></object>"
)


def make(root: Path) -> None:
    top = root / "BCCD"
    kinds = (("WBC", "RBC"), ("RBC", "Platelets"), ("RBC", "RBC"))
    for n, (split, names) in enumerate(zip(("train", "val", "test"), kinds, strict=True)):
        stem = f"BloodImage_{n:05d}"
        fake_image(top / "JPEGImages" / f"{stem}.jpg", (64, 48))
        objects = "".join(
            OBJECT.format(name, 4 + 30 * k, 6, 24 + 30 * k, 30) for k, name in enumerate(names)
        )
        write_text(
            top / "Annotations" / f"{stem}.xml",
            f"<annotation><filename>{stem}.jpg</filename><size><width>64</width>"
            f"<height>48</height><depth>3</depth></size>{objects}</annotation>\n",
        )
        write_text(top / "ImageSets" / "Main" / f"{split}.txt", f"{stem}\n")
    write_text(top / "ImageSets" / "Main" / "trainval.txt", "BloodImage_00000\nBloodImage_00001\n")
