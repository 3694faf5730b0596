"""RibFrac: pixel value = object number, its type in a table; a scan without fractures."""

from pathlib import Path

from gmai_data.testing import Expected, fake_nifti, fake_volume, write_table

EXPECTED = Expected(
    cases=3,
    subjects=3,
    annotations={"mask": 7},  # a row of the tables each
    names=("displaced rib fracture", "buckle rib fracture", "rib fracture"),
)


def make(root: Path) -> None:
    """Object 1 is of another type in each scan; -1 is an undefined fracture."""
    train = (("ribfrac-train-images-1", "ribfrac-train-labels-1", 1),
             ("ribfrac-train-images-2", "ribfrac-train-labels-2", 421))  # fmt: skip
    for images, labels, n in (*train, ("ribfrac-val-images", "ribfrac-val-labels", 500)):
        boxes = {1: (4, 9, 4, 9, 8, 14), 2: (20, 26, 20, 26, 8, 14)} if n != 421 else {}
        image, mask = fake_volume((32, 32, 24), boxes, seed=str(n))
        fake_nifti(root / images / "Part" / f"RibFrac{n}-image.nii.gz", image)
        fake_nifti(root / labels / "Part" / f"RibFrac{n}-label.nii.gz", mask)
    header = ["public_id", "label_id", "label_code"]
    write_table(
        root / "ribfrac-train-info-1.csv",
        header,
        [["RibFrac1", 0, 0], ["RibFrac1", 1, 1], ["RibFrac1", 2, -1]],
    )
    write_table(root / "ribfrac-train-info-2.csv", header, [["RibFrac421", 0, 0]])
    write_table(
        root / "ribfrac-val-info.csv",
        header,
        [["RibFrac500", 0, 0], ["RibFrac500", 1, 3], ["RibFrac500", 2, 4]],
    )
