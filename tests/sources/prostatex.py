"""PROSTATEx: DICOM series, a findings table in world millimetres, masks of a second repository."""

from pathlib import Path

import numpy as np
from pydicom.uid import generate_uid

from gmai_data.testing import Expected, fake_dicom_series, fake_nifti, noise, write_table

# Four transverse T2w series, two of one patient: gland and zones are drawn on one of those
EXPECTED = Expected(cases=4, subjects=3, names=("prostate",))
SERIES = (  # patient, number, description, name of its folder
    (0, 3, "t2_tse_sag", "3.000000-t2tsesag-87368"),
    (0, 4, "t2_tse_tra", "4.000000-t2tsetra-00702"),
    (0, 7, "ep2d_diff_tra_DYNDIST_ADC", "7.000000-ep2ddifftraDYNDISTADC-48780"),
    (80, 4, "t2_tse_tra", "4.000000-t2tsetra-33443"),
    (80, 9, "t2_tse_tra", "9.000000-t2tsetra-12345"),
    (204, 5, "t2_tse_tra", "5.000000-t2tsetra-89000"),
)
SHAPE = (32, 30, 10)
SPACING = (0.5, 0.5, 3.0)
AFFINE = np.array([  # of the same grid as dcm2niix writes it: rows turned, L A S
    [-0.5, 0, 0, 8.0], [0, 0.5, 0, -7.5], [0, 0, 3.0, -12.0], [0, 0, 0, 1.0]
])  # fmt: skip


def make(root: Path) -> None:
    """Patient 204 is of the test set; the names of two masks are irregular."""
    for patient, number, description, folder in SERIES:
        name = f"ProstateX-{patient:04d}"
        fake_dicom_series(
            root / "PROSTATEx" / name / f"07-07-2011-NA-MR prostaat-{patient + 5711}" / folder,
            (900 * noise(SHAPE, f"{patient}{number}")).astype(np.int16),
            name="1-{n:02d}.dcm",
            spacing_mm=SPACING,
            origin_mm=(-8.0, -7.0, -12.0),
            Modality="MR",
            SOPClassUID="1.2.840.10008.5.1.4.1.1.4",
            PatientID=name,
            StudyInstanceUID=generate_uid(entropy_srcs=["study", name]),
            SeriesNumber=number,
            SeriesDescription=description,
        )
    files = root / "PROSTATEx_masks" / "Files"
    zones = {"prostate": (6, 26, 5, 25, 1, 9), "pz": (6, 26, 5, 13, 1, 9),
             "tz": (6, 26, 13, 25, 1, 9)}  # fmt: skip
    for patient, stem in ((0, "ProstateX-0000"), (80, "ProstateX-080")):
        for kind, box in zones.items():
            suffix = "" if kind == "prostate" else f"_{kind}"
            odd = "VOLUME-0080" if kind == "pz" and patient else stem
            _mask(files / "prostate" / f"mask_{kind}" / f"{odd}{suffix}.nii.gz", box)
    _mask(files / "lesions/Masks/T2" / "ProstateX-0000-Finding1-t2_tse_tra0_ROI.nii.gz",
          (10, 14, 7, 10, 3, 6))  # fmt: skip
    _mask(files / "lesions/Masks/ADC" / "ProstateX-0000-Finding1-ep2d_diff_tra0_ROI.nii.gz",
          (10, 14, 7, 10, 3, 6))  # fmt: skip
    write_table(files / "lesions" / "Image_list.csv", ["T2", "ADC"],
                [["ProstateX-0000_t2_tse_tra_4", "ProstateX-0000_ep2d_diff_tra_7"]])  # fmt: skip
    write_table(files / "prostate" / "image_list.csv", ["T2"],
                [["ProstateX-0000_t2_tse_tra_4"], ["ProstateX-0080_t2_tse_tra_9"]])  # fmt: skip
    write_table(
        root / "ProstateX-TrainingLesionInformationv2" / "ProstateX-Findings-Train.csv",
        ["ProxID", "fid", "pos", "zone", "ClinSig"],
        [["ProstateX-0000", 1, "-2.0 2.5 0.0", "PZ", "TRUE"],
         ["ProstateX-0080", 1, "3.0 -2.0 3.0", "TZ", "FALSE"]],
    )  # fmt: skip


def _mask(path: Path, box: tuple[int, ...]) -> None:
    mask = np.zeros(SHAPE, np.uint8)
    i1, i2, j1, j2, k1, k2 = box
    mask[i1:i2, j1:j2, k1:k2] = 1
    fake_nifti(path, mask, affine=AFFINE)
