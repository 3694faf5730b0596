"""Calgary-Campinas-359: archives by kind, facts in the file names, tissue maps in a folder."""

from pathlib import Path
from zipfile import ZipFile, ZipInfo

import numpy as np

from gmai_data.testing import Expected
from tests.pairs import write_pair, write_volume

EXPECTED = Expected(cases=3, subjects=3, names=("brain", "hippocampus"))
STEMS = ("CC0001_philips_15_55_M", "CC0319_ge_3_45_M", "CC0324_ge_3_56_M")


def make(root: Path) -> None:
    """The last scan has no hippocampus mask; mask suffixes are from memory."""
    members: dict[str, list[tuple[str, bytes]]] = {}
    for stem in STEMS:
        loose = root / "loose.nii.gz"
        boxes = {1: (4, 26, 4, 26, 2, 18), 2: (8, 12, 12, 16, 6, 10)}
        labels = write_pair(loose, None, boxes, low=0, high=900, seed=stem)
        members.setdefault("Original", []).append((f"{stem}.nii.gz", loose.read_bytes()))
        for archive, suffix, mask in (
            ("Silver-standard-machine-learning", "ss", labels > 0),
            ("hippocampus_staple", "hippocampus_staple", labels == 2),
        ):
            write_volume(loose, mask.astype(np.uint8))
            if archive != "hippocampus_staple" or stem != STEMS[2]:
                name = f"{stem}_{suffix}.nii.gz"
                members.setdefault(archive, []).append((name, loose.read_bytes()))
        loose.unlink()
        tissue = np.where(labels == 2, 2, labels).astype(np.uint8)
        write_volume(root / "WM-GM-CSF" / f"{stem}.nii.gz", tissue)
    for archive, files in members.items():
        with ZipFile(root / f"{archive}.zip", "w") as out:
            for name, content in files:
                out.writestr(ZipInfo(f"{archive}/{name}"), content)
