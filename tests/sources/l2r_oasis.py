"""Learn2Reg OASIS: labels and brain masks keep the `_0000` of the images; tests have none."""

from pathlib import Path

from gmai_data.testing import Expected, fake_nifti, fake_volume, write_json

EXPECTED = Expected(cases=3, subjects=3, annotations={"mask": 2})


def make(root: Path) -> None:
    """All 35 values occur in each label map."""
    boxes = {n: (n, n + 1, 6, 28, 4, 28) for n in range(1, 36)}
    for part, n in (("Tr", 1), ("Tr", 395), ("Ts", 415)):
        name = f"OASIS_{n:04d}_0000.nii.gz"
        image, mask = fake_volume((40, 34, 32), boxes, low=0, high=255, seed=name)
        fake_nifti(root / f"images{part}" / name, image, orientation="LIA")
        fake_nifti(root / f"masks{part}" / name, (mask > 0).astype("uint8"), orientation="LIA")
        if part == "Tr":
            fake_nifti(root / "labelsTr" / name, mask, orientation="LIA")
    write_json(
        root / "OASIS_dataset.json",
        {
            "name": "OASIS",
            "modality": {"0": "MR"},
            "training": [
                {"image": f"./imagesTr/OASIS_{n:04d}_0000.nii.gz",
                 "label": f"./labelsTr/OASIS_{n:04d}_0000.nii.gz",
                 "mask": f"./masksTr/OASIS_{n:04d}_0000.nii.gz"} for n in (1, 395)
            ],
            "test": ["./imagesTs/OASIS_0415_0000.nii.gz"],
        },
    )  # fmt: skip
