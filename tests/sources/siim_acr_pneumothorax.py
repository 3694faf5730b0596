"""SIIM-ACR as released: DICOM in a folder each, relative run lengths in a column with a blank."""

from pathlib import Path

import numpy as np

from gmai_data.testing import Expected, fake_dicom, noise, write_text

EXPECTED = Expected(cases=3, subjects=3, names=("pneumothorax",), absent=("pneumothorax",))


def make(root: Path) -> None:
    # 8192 pixels of 1024 x 1024 are 8 whole columns; the second run is 1024 pixels further on
    rows = [
        ("1.2.276.0.7230010.3.1.4.1.1", " 102400 4096 1024 2048"),
        ("1.2.276.0.7230010.3.1.4.1.1", " 512000 8192"),
        ("1.2.276.0.7230010.3.1.4.1.2", " -1"),
    ]
    table = "".join(f"{name},{runs}\n" for name, runs in rows)
    write_text(root / "train-rle.csv", "ImageId, EncodedPixels\n" + table)
    for n in (1, 2, 3):  # the third image has no row: not annotated
        name = f"1.2.276.0.7230010.3.1.4.1.{n}"
        fake_dicom(
            root / "dicom-images-train" / f"1.2.{n}" / f"1.3.{n}" / f"{name}.dcm",
            np.repeat(np.repeat((255 * noise((64, 64), name)).astype(np.uint8), 16, 0), 16, 1),
            Modality="CR",
            SOPClassUID="1.2.840.10008.5.1.4.1.1.7",
            SOPInstanceUID=name,
            PatientID=f"patient-{n}",
        )
