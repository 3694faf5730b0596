"""CT-RATE: two reconstructions of a scan share a report; tables say validation, folders valid."""

from pathlib import Path

from gmai_data.testing import Expected, fake_nifti, fake_volume, write_table
from source_adapters.ct_rate import ABNORMALITIES

EXPECTED = Expected(
    cases=4,
    subjects=3,
    splits={"test": 1, "train": 3},
    annotations={"flags": 4 * len(ABNORMALITIES), "report": 4},
    names=("cardiomegaly", "lung nodule"),
    absent=("emphysema",),
)
VOLUMES = {
    "train": ("train_1_a_1", "train_1_a_2", "train_2_a_1"),
    "valid": ("valid_1_a_1",),
}


def make(root: Path) -> None:
    """The fixed volumes are there, the plain ones beside them are not read."""
    base = root / "dataset"
    for part, volumes in VOLUMES.items():
        for volume in volumes:
            patient, scan = volume.rsplit("_", 2)[0], volume.rsplit("_", 1)[0]
            image, _ = fake_volume((32, 28, 24), seed=volume)
            for folder in (f"{part}_fixed", part):
                fake_nifti(base / folder / patient / scan / f"{volume}.nii.gz", image)
        names = [f"{v}.nii.gz" for v in volumes]
        positive = {"Cardiomegaly", "Lung nodule"}
        write_table(
            base / "multi_abnormality_labels" / f"{part}_predicted_labels.csv",
            ["VolumeName", *ABNORMALITIES],
            [[name, *(int(a in positive) for a in ABNORMALITIES)] for name in names],
        )
        words = {"train": "train", "valid": "validation"}[part]
        write_table(
            base / "radiology_text_reports" / f"{words}_reports.csv",
            ["VolumeName", "ClinicalInformation_EN", "Technique_EN", "Findings_EN",
             "Impressions_EN"],
            [[n, "", "", "The heart is enlarged. A nodule is seen.", "Cardiomegaly."]
             for n in names],
        )  # fmt: skip
