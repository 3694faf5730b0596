"""autoPET III: CT and SUV of two tracers, dashes and blanks in the study part of a name."""

from pathlib import Path

from gmai_data.testing import Expected, fake_nifti, fake_volume, write_json, write_table

EXPECTED = Expected(cases=3, subjects=2, annotations={"mask": 3})
SCANS = (
    "fdg_0011f3deaf_03-23-2003-NA-PET-CT Ganzkoerper  primaer mit KM-10445",
    "psma_95b833d65be26d2f_2018-04-16",
    "psma_95b833d65be26d2f_2018-10-22",
)


def make(root: Path) -> None:
    """The second psma scan has an empty mask."""
    for scan in SCANS:
        boxes = {} if "2018-10" in scan else {1: (8, 16, 8, 16, 12, 22)}
        image, mask = fake_volume((28, 28, 40), boxes, seed=scan)
        fake_nifti(root / "imagesTr" / f"{scan}_0000.nii.gz", image, spacing_mm=(2, 2, 3))
        fake_nifti(
            root / "imagesTr" / f"{scan}_0001.nii.gz",
            ((image + 1000) / 100).astype("float32"),
            spacing_mm=(2, 2, 3),
        )
        fake_nifti(root / "labelsTr" / f"{scan}.nii.gz", mask, spacing_mm=(2, 2, 3))
    write_json(root / "dataset.json", {"channel_names": {"0": "CT", "1": "CT"}, "numTraining": 3})
    write_json(root / "splits_final.json", [{"train": list(SCANS[:2]), "val": [SCANS[2]]}] * 5)
    write_table(
        root / "psma_metadata.csv",
        ["Subject ID", "Study Date", "pet_radionuclide", "age"],
        [["PSMA_95b833d65be26d2f", "2018-04-16", "18F", 70]],
    )
    write_table(
        root / "fdg_metadata.csv",
        ["Series UID", "Subject ID", "diagnosis", "age", "sex"],
        [["1.3.6.1.4", "PETCT_0011f3deaf", "NEGATIVE", "074Y", "M"]],
    )
