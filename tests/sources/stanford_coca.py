"""Stanford COCA: gated CT with OsiriX outlines in a plist per patient, non-gated CT with scores."""

import plistlib
from pathlib import Path

from gmai_data.testing import Expected, fake_dicom_series, fake_volume, write_xlsx

EXPECTED = Expected(
    cases=4, subjects=4, annotations={"mask": 3}, names=("coronary artery calcification",)
)
ROWS, SLICES, THICK = 32, 8, 3.0


def make(root: Path) -> None:
    """Gated patient 2 has no file of outlines; one outline of patient 1 is a point of no area."""
    for n in (0, 1, 2):
        _series(
            root / "Gated_release_final" / "patient" / str(n) / "Pro_Gated_CS_3.0_I30f_3_70%", n
        )
    base = root / "Gated_release_final" / "calcium_xml"
    base.mkdir(parents=True, exist_ok=True)
    _outlines(base / "0.xml", {3: [("Left Anterior Descending Artery", 10, 10, 6)]})
    _outlines(
        base / "1.xml",
        {
            2: [("Right Coronary Artery", 4, 12, 5), ("Left Circumflex Artery", 20, 20, 0)],
            4: [("Left Coronary Artery", 16, 8, 4)],
        },
    )
    _series(root / "deidentified_nongated" / "1" / "1", 9)
    write_xlsx(
        root / "deidentified_nongated" / "scores.xlsx",
        ["Filename", "lca", "lad", "lcx", "rca", "total"],
        [["1A", 0, 12.5, 0, 3, 15.5]],
    )


def _series(folder: Path, n: int) -> None:
    image, _ = fake_volume((ROWS, ROWS, SLICES), seed=f"coca{n}")
    fake_dicom_series(
        folder,
        image,
        name="IM-0001-{n:04d}.dcm",
        spacing_mm=(0.5, 0.5, THICK),
        PatientID=f"coca{n}",
    )


def _outlines(path: Path, slices: dict[int, list[tuple[str, int, int, int]]]) -> None:
    """Slices are counted from the head here; `Point_mm` is in the patient's frame."""
    images = []
    for k, found in slices.items():
        rois = []
        for index, (name, x, y, size) in enumerate(found):
            corners = [(x, y), (x + size, y), (x + size, y + size), (x, y + size)]
            rois.append(
                {
                    "Area": 0.0025 * size * size,
                    "Center": f"({x + size / 2}, {y + size / 2}, {k * THICK})",
                    "Dev": 40.0, "IndexInImage": index, "Length": 1.2, "Max": 420.0,
                    "Mean": 240.0, "Min": 130.0, "Name": name, "NumberOfPoints": len(corners),
                    "Point_mm": [f"({u * 0.5:.6f}, {v * 0.5:.6f}, {k * THICK:.6f})"
                                 for u, v in corners],
                    "Point_px": [f"({u:.6f}, {v:.6f})" for u, v in corners],
                    "Total": 1000, "Type": 15,
                }
            )  # fmt: skip
        images.append({"ImageIndex": SLICES - 1 - k, "NumberOfROIs": len(rois), "ROIs": rois})
    with path.open("wb") as file:
        plistlib.dump({"Images": images}, file)
