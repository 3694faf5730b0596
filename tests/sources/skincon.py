"""SkinCon: 48 concept columns for images of two other releases, which lie beside it."""

from pathlib import Path

from gmai_data.testing import Expected, fake_image, write_table

EXPECTED = Expected(
    cases=4, subjects=4, names=("papule", "skin plaque", "skin vesicle"), rejected=2
)
CONCEPTS = (
    "Vesicle", "Papule", "Macule", "Plaque", "Abscess", "Pustule", "Bulla", "Patch", "Nodule",
    "Ulcer", "Crust", "Erosion", "Excoriation", "Atrophy", "Exudate", "Purpura/Petechiae",
    "Fissure", "Induration", "Xerosis", "Telangiectasia", "Scale", "Scar", "Friable", "Sclerosis",
    "Pedunculated", "Exophytic/Fungating", "Warty/Papillomatous", "Dome-shaped", "Flat topped",
    "Brown(Hyperpigmentation)", "Translucent", "White(Hypopigmentation)", "Purple", "Yellow",
    "Black", "Erythema", "Comedo", "Lichenification", "Blue", "Umbilicated", "Poikiloderma",
    "Salmon", "Wheal", "Acuminate", "Burrow", "Gray", "Pigmented", "Cyst",
)  # fmt: skip
REFUSED = "Do not consider this image"


def make(root: Path) -> None:
    def row(number: int, image: str, *present: str) -> list[object]:
        return [number, image, *(int(c in present) for c in (*CONCEPTS, REFUSED))]

    fitzpatrick = [
        row(0, "5e82a45bc5d78bd24ae9202d194423f8.jpg", "Papule", "Erythema"),
        row(1, "0a94359e7eaacd7178e06b2823777789.jpg", "Vesicle"),
        row(2, "a39ec3b1f22c08a421fa20535e037bba.jpg", REFUSED),
        row(3, "ffffffffffffffffffffffffffffffff.jpg"),  # nothing of the 48
    ]
    ddi = [row(0, "000001.png", "Plaque"), row(1, "000002.png", REFUSED)]
    header = ["", "ImageID", *CONCEPTS, REFUSED]
    write_table(root / "annotations_fitzpatrick17k.csv", header, fitzpatrick)
    write_table(root / "annotations_ddi.csv", header, ddi)
    for one in fitzpatrick:
        fake_image(root.parent / "fitzpatrick17k/images" / str(one[1]))
    for one in ddi:
        fake_image(root.parent / "ddi/ddidiversedermatologyimages" / str(one[1]))
