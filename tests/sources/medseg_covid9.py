"""MedSeg COVID-19: nine volumes of Radiopaedia in three zips, left packed."""

import zipfile
from pathlib import Path

from gmai_data.testing import Expected, fake_volume
from tests.pairs import cells, write_volume

EXPECTED = Expected(
    cases=2,
    subjects=1,
    names=("ground-glass opacity", "consolidation", "pleural effusion"),
)


def make(root: Path) -> None:
    """Volume 2 has no effusion; beside each there is a lung mask."""
    root.mkdir(parents=True, exist_ok=True)
    work = root.parent / "unpacked"
    for n, values in ((1, (1, 2, 3)), (2, (1, 2))):
        image, mask = fake_volume((32, 30, 20), cells(values), seed=f"medseg{n}")
        for folder, array in (
            ("rp_im", image),
            ("rp_lung_msk", (mask > 0).astype("uint8")),
            ("rp_msk", mask),
        ):
            write_volume(work / folder / f"{n}.nii.gz", array)
    for folder in ("rp_im", "rp_lung_msk", "rp_msk"):
        with zipfile.ZipFile(root / f"{folder}.zip", "w") as packed:
            packed.writestr(zipfile.ZipInfo(f"{folder}/"), "")
            for n in (1, 2):
                name = f"{folder}/{n}.nii.gz"
                packed.writestr(zipfile.ZipInfo(name), (work / name).read_bytes())
