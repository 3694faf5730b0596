"""AIROGS: six archives, one of them unpacked beside its own zip; a class per challenge id."""

from pathlib import Path
from zipfile import ZipFile, ZipInfo

from gmai_data.testing import Expected, fake_image, write_table

EXPECTED = Expected(
    cases=3, subjects=3, names=("referable glaucoma",), absent=("referable glaucoma",)
)
ROWS = [["TRAIN000000", "NRG"], ["TRAIN000001", "RG"], ["TRAIN018000", "NRG"]]


def make(root: Path) -> None:
    write_table(root / "train_labels.csv", ["challenge_id", "class"], ROWS)
    fake_image(root / "0" / "TRAIN000000.jpg", (64, 64))
    fake_image(root / "0" / "TRAIN000001.jpg", (64, 64))
    loose = root / "TRAIN018000.jpg"
    fake_image(loose, (64, 64))
    with ZipFile(root / "1.zip", "w") as archive:
        archive.writestr(ZipInfo(loose.name), loose.read_bytes())
    loose.unlink()
