"""CVC-ClinicDB as on Kaggle: PNG and TIF copies side by side, a table with the sequences."""

from pathlib import Path

from gmai_data.testing import Expected, fake_image, fake_mask, write_table

EXPECTED = Expected(cases=3, subjects=2, annotations={"mask": 3}, names=("polyp",))


def make(root: Path) -> None:
    rows = []
    for n, sequence in ((1, 1), (2, 1), (26, 2)):
        for folder, suffix in (("PNG", "png"), ("TIF", "tif")):
            fake_image(root / folder / "Original" / f"{n}.{suffix}", (64, 48), seed=str(n))
            path = root / folder / "Ground Truth" / f"{n}.{suffix}"
            fake_mask(path, (64, 48), {255: (12, 10, 36, 30)})
        paths = [f"{f}/{k}/{n}.{f.lower()}" for f in ("PNG", "TIF") for k in ("Original", "Gr")]
        rows.append([n, sequence, *paths])
    header = [
        "frame_id", "sequence_id", "png_image_path", "png_mask_path", "tif_image_path",
        "tif_mask_path",
    ]  # fmt: skip
    write_table(root / "metadata.csv", header, rows)
