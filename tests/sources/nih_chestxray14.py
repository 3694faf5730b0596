"""NIH ChestX-ray14 with unpacked archives and the header whose commas stand inside brackets."""

from pathlib import Path

from gmai_data.testing import Expected, fake_image, write_text

EXPECTED = Expected(
    cases=4,
    subjects=3,
    splits={"test": 1, "train": 3},
    annotations={"class": 5, "boxes": 2},
    names=("cardiomegaly", "emphysema", "infiltration", "no finding"),
)

LABELS = """\
Image Index,Finding Labels,Follow-up #,Patient ID,Patient Age,Patient Gender,View Position,\
OriginalImage[Width,Height],OriginalImagePixelSpacing[x,y]
00000001_000.png,Cardiomegaly,0,1,57,M,PA,2682,2749,0.143,0.143
00000001_001.png,Cardiomegaly|Emphysema,1,1,58,M,PA,2894,2729,0.143,0.143
00000002_000.png,No Finding,0,2,80,M,AP,2500,2048,0.171,0.171
00000003_000.png,Infiltration,0,3,414,F,PA,2582,2991,0.143,0.143
"""
BOXES = """\
Image Index,Finding Label,Bbox [x,y,w,h],,,
00000001_000.png,Cardiomegaly,225.084745762712,547.019216763771,286.7796610169491,279.1864406779661,,,
00000003_000.png,Infiltrate,686.101694915254,131.543498411017,185.491525423729,313.491525423729,,,
"""


def make(root: Path) -> None:
    write_text(root / "Data_Entry_2017_v2020.csv", LABELS)
    write_text(root / "BBox_List_2017.csv", BOXES)
    write_text(
        root / "train_val_list.txt", "00000001_000.png\n00000001_001.png\n00000002_000.png\n"
    )
    write_text(root / "test_list.txt", "00000003_000.png\n")
    for name in ("00000001_000", "00000001_001"):
        fake_image(root / "images_001" / "images" / f"{name}.png", (64, 64), mode="L")
    fake_image(root / "images_002" / "images" / "00000002_000.png", (64, 64), mode="L")
    fake_image(root / "images_002" / "images" / "00000003_000.png", (64, 64), mode="RGBA")
