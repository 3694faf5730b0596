"""COVID-CT: zips with `__MACOSX`, percent signs and blanks in names, lists of the splits."""

import io
import zipfile
from pathlib import Path

import numpy as np
from PIL import Image

from gmai_data.testing import Expected, noise, write_table, write_text, write_xlsx

EXPECTED = Expected(
    cases=5,
    subjects=4,  # two pictures of one paper stay together
    splits={"test": 1, "train": 3, "val": 1},
    names=("COVID-19 pneumonia",),
    absent=("COVID-19 pneumonia",),
)
PAPER = "2019-novel-Coronavirus-severe-adult-respiratory-dist_2020_International-Jour-p3-89"
POSITIVE = {
    f"{PAPER}%0.png": ("train", "PMID: 32007143"),
    f"{PAPER}%1.png": ("train", "PMID: 32007143"),
    "2020.02.10.20021584-p6-52%12 .png": ("test", "10.1101/2020.02.10.20021584"),
}
NEGATIVE = {"0.jpg": "train", "1008.jpg": "val"}


def make(root: Path) -> None:
    pictures = root / "Images-processed"
    _pack(pictures / "CT_COVID.zip", "CT_COVID", POSITIVE)
    _pack(pictures / "CT_NonCOVID.zip", "CT_NonCOVID", NEGATIVE)
    for split in ("train", "val", "test"):
        ill = [name for name, (where, _) in POSITIVE.items() if where == split]
        well = [name for name, where in NEGATIVE.items() if where == split]
        lists = root / "Data-split"
        write_text(lists / "COVID" / f"{split}CT_COVID.txt", "".join(f"{n}\n" for n in ill))
        write_text(lists / "NonCOVID" / f"{split}CT_NonCOVID.txt", "".join(f"{n}\n" for n in well))
    rows = [[name, f"Patient {k}", doi] for k, (name, (_, doi)) in enumerate(POSITIVE.items())]
    write_xlsx(root / "COVID-CT-MetaInfo.xlsx", ["File name", "Patient ID", "DOI"], rows)
    write_table(root / "NonCOVID-CT-MetaInfo.csv", ["image name", "source"], [["0.jpg", "MedPix"]])


def _pack(archive: Path, folder: str, names: dict[str, str] | dict[str, tuple[str, str]]) -> None:
    archive.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(archive, "w") as file:
        for name in names:
            picture = Image.fromarray((noise((40, 56, 3), name) * 255).astype(np.uint8))
            buffer = io.BytesIO()
            picture.save(buffer, "PNG" if name.endswith("png") else "JPEG")
            file.writestr(zipfile.ZipInfo(f"{folder}/{name}"), buffer.getvalue())
            file.writestr(zipfile.ZipInfo(f"__MACOSX/{folder}/._{name}"), b"\0\5\26\7")
