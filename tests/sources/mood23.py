"""MOOD: volumes in archives; only the toy cases say where something is out of place."""

from pathlib import Path
from zipfile import ZipFile, ZipInfo

import numpy as np

from gmai_data.testing import Expected, fake_nifti, fake_volume

EXPECTED = Expected(cases=6, subjects=6)


def make(root: Path) -> None:
    """toy_0 holds an anomaly, toy_1 none; intensities are scaled to [0, 1]."""
    for part, shape in (("brain", (24, 24, 24)), ("abdom", (28, 28, 28))):
        loose = root / part
        for name, box in (("train/00000", None), ("toy/toy_0", (6, 14, 6, 14, 6, 14)),
                          ("toy/toy_1", None)):  # fmt: skip
            image, mask = fake_volume(shape, {1: box} if box else {}, low=0, high=1000, seed=name)
            top = f"{part}_train" if name.startswith("train") else "toy"
            file = f"{name.split('/')[1]}.nii.gz"
            fake_nifti(loose / top / file, (image / 1000).astype(np.float32))
            if top == "toy":
                fake_nifti(loose / "toy_label" / "pixel" / file, mask)
                score = loose / "toy_label" / "sample" / f"{file}.txt"
                score.parent.mkdir(parents=True, exist_ok=True)
                score.write_text(str(int(box is not None)), encoding="utf-8")
        _pack(root / f"{part}_train.zip", loose, (f"{part}_train",))
        _pack(root / f"{part}_toy.zip", loose, ("toy", "toy_label"))
        for path in sorted(loose.rglob("*"), reverse=True):
            path.rmdir() if path.is_dir() else path.unlink()
        loose.rmdir()


def _pack(archive: Path, folder: Path, tops: tuple[str, ...]) -> None:
    with ZipFile(archive, "w") as out:
        for path in sorted(p for top in tops for p in (folder / top).rglob("*") if p.is_file()):
            out.writestr(ZipInfo(path.relative_to(folder).as_posix()), path.read_bytes())
