"""OAI-ZIB: masks as MetaImage by patient id, images in the OAI's own sagittal DICOM tree."""

from pathlib import Path

import SimpleITK as sitk

from gmai_data.testing import Expected, fake_dicom_series, fake_volume

EXPECTED = Expected(
    cases=2,
    subjects=2,
    annotations={"mask": 2},
    names=("femoral cartilage", "tibial cartilage"),
)
BOXES = {1: (4, 24, 6, 30, 18, 30), 2: (4, 24, 6, 30, 16, 18), 3: (4, 24, 6, 30, 2, 12),
         4: (4, 24, 6, 30, 12, 14)}  # fmt: skip
STEP = (0.7, 0.36, 0.36)  # mm to the patient's left, back and head


def make(root: Path) -> None:
    """Masks run left, back, up; slices run to the right, their rows down. Files have no suffix."""
    masks = root / "Dataset_1__OAI-ZIB_manual_segmentations" / "segmentation_masks"
    masks.mkdir(parents=True)
    for patient, sub in (("9001104", "0.C.2"), ("9996098", "0.E.1")):
        image, mask = fake_volume((28, 36, 32), BOXES, low=0, high=900, seed=patient)
        folder = root / "Package_1198790" / "results" / "00m" / sub / patient / "20050915"
        for series, description in (("10499903", "SAG_3D_DESS_RIGHT"), ("10499906", "COR_T1_3D")):
            fake_dicom_series(
                folder / series,
                image[::-1, :, ::-1].transpose(1, 2, 0),
                name="{n:03d}",
                spacing_mm=(STEP[1], STEP[2], STEP[0]),
                orientation=(0, 1, 0, 0, 0, -1),
                origin_mm=(27 * STEP[0], 0.0, 31 * STEP[2]),
                Modality="MR",
                SOPClassUID="1.2.840.10008.5.1.4.1.1.4",
                SeriesDescription=description,
                PatientID=patient,
            )
        labels = sitk.GetImageFromArray(mask.transpose(2, 1, 0))
        labels.SetSpacing(STEP)
        sitk.WriteImage(labels, str(masks / f"{patient}.segmentation_masks.mhd"))
