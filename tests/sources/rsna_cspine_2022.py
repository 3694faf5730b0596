"""RSNA cervical spine 2022: flags per study, boxes by slice number, few sagittal segmentations."""

from pathlib import Path

import numpy as np

from gmai_data.testing import Expected, fake_dicom_series, fake_nifti, fake_volume, write_table

EXPECTED = Expected(
    cases=2,
    subjects=2,
    annotations={"boxes": 2, "flags": 16, "mask": 1},
    names=("C1 vertebra", "C7 vertebra", "T1 vertebra"),
)
SHAPE = (32, 36, 12)
SPACING = (0.5, 0.5, 1.0)
STEM = "1.2.826.0.1.3680043."


def make(root: Path) -> None:
    """Slices are numbered from the head down; the segmentation is stored sagittally."""
    boxes = {1: (12, 20, 12, 22, 9, 11), 7: (12, 20, 14, 24, 3, 5), 8: (12, 20, 14, 24, 1, 3)}
    for number, segmented in (("6200", True), ("27262", False)):
        uid = STEM + number
        image, mask = fake_volume(SHAPE, boxes, seed=uid)
        made = fake_dicom_series(
            root / "train_images" / uid,
            image,
            name="{n}.dcm",
            spacing_mm=SPACING,
            PatientID=uid,
            StudyInstanceUID=uid,
            SeriesInstanceUID=f"{uid}.1.1",
        )
        assert len(made) == SHAPE[2]
        if segmented:  # axes: anterior to posterior, head to foot, right to left
            affine = np.zeros((4, 4))
            affine[1, 0], affine[2, 1], affine[0, 2] = -SPACING[1], -SPACING[2], -SPACING[0]
            affine[:, 3] = (0, 0, SPACING[2] * (SHAPE[2] - 1), 1)
            sagittal = np.ascontiguousarray(mask.transpose(1, 2, 0)[:, ::-1])
            fake_nifti(root / "segmentations" / f"{uid}.nii", sagittal, affine=affine)
    write_table(
        root / "train.csv",
        ["StudyInstanceUID", "patient_overall", *(f"C{n}" for n in range(1, 8))],
        [[f"{STEM}6200", 1, 1, 0, 0, 0, 0, 0, 0], [f"{STEM}27262", 0, *[0] * 7]],
    )
    write_table(
        root / "train_bounding_boxes.csv",
        ["StudyInstanceUID", "x", "y", "width", "height", "slice_number"],
        [[f"{STEM}6200", 10.0, 9.5, 8.0, 6.25, n] for n in (10, 11)],
    )
