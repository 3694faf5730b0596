"""PleThora: cavity and effusion masks over CT of NSCLC-Radiomics, stored in another orientation."""

from pathlib import Path

import numpy as np
from pydicom.uid import generate_uid

from gmai_data.testing import Expected, fake_dicom_series, fake_nifti, fake_volume, write_text

# patient 004 has no cavity mask and is not of the release
EXPECTED = Expected(
    cases=2, subjects=2, annotations={"mask": 4}, names=("pleural effusion",), rejected=1
)
BOXES = {1: (3, 13, 6, 24, 2, 10), 2: (18, 28, 6, 24, 2, 10)}
EFFUSION = (20, 26, 18, 24, 2, 6)


def make(root: Path) -> None:
    """Patient 002 has two opinions on its effusion, patient 001 has none."""
    images = root.parent / "nsclc-radiomics" / "NSCLC-Radiomics"
    for n in (1, 2, 4):
        patient = f"LUNG1-{n:03d}"
        image, mask = fake_volume((32, 30, 12), BOXES, seed=patient)
        fake_dicom_series(
            images / patient / "09-18-2008-StudyID-NA-69331" / "0.000000-NA-82046",
            image,
            name="1-{n:03d}.dcm",
            spacing_mm=(1.0, 1.0, 3.0),
            PatientID=patient,
            StudyInstanceUID=generate_uid(entropy_srcs=["study", patient]),
        )
        if n == 4:
            continue
        folder = root / "Thoracic_Cavities" / patient
        _mask(folder / f"{patient}_thor_cav_primary_reviewer.nii.gz", mask)
        if n == 2:
            for k, reader in enumerate(("first", "second")):
                fluid = np.zeros_like(mask)
                i1, i2, j1, j2, k1, k2 = EFFUSION
                fluid[i1 + k : i2, j1:j2, k1:k2] = 1
                _mask(
                    root / "Effusions" / patient / f"{patient}_effusion_{reader}_reviewer.nii.gz",
                    fluid,
                )
    write_text(root / "__MACOSX" / "Effusions" / "._LUNG1-002", "Mac OS X")


def _mask(path: Path, mask: np.ndarray) -> None:
    """DICOM is stored to the left, back and head; the mask rows run the other way."""
    fake_nifti(
        path,
        np.ascontiguousarray(mask[:, ::-1, :]),
        affine=np.array([[-1.0, 0, 0, 0], [0, 1.0, 0, -29.0], [0, 0, 3.0, 0], [0, 0, 0, 1.0]]),
    )
