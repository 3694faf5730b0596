"""CAS2023: TOF-MRA and arteries in folders of equal file names."""

from pathlib import Path

from gmai_data.testing import Expected, fake_nifti, fake_volume, write_json

EXPECTED = Expected(cases=2, subjects=2, annotations={"mask": 2})


def make(root: Path) -> None:
    """Names are numbers."""
    for case in ("000", "099"):
        image, mask = fake_volume(
            (32, 36, 28), {1: (8, 12, 4, 30, 10, 14)}, low=0, high=900, seed=case
        )
        spacing = (0.4, 0.4, 0.6)
        fake_nifti(root / "imagesTr" / f"{case}.nii.gz", image, spacing_mm=spacing)
        fake_nifti(root / "labelsTr" / f"{case}.nii.gz", mask, spacing_mm=spacing)
    write_json(
        root / "dataset.json",
        {"modality": {"0": "MRA"}, "labels": {"0": "background", "1": "artery"}},
    )
