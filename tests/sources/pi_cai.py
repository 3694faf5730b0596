"""PI-CAI: MetaImage series beside the label repository, three sources of lesion masks."""

from pathlib import Path

import numpy as np
import SimpleITK as sitk

from gmai_data.testing import Expected, fake_nifti, fake_volume, write_table

EXPECTED = Expected(
    cases=4,
    subjects=3,
    annotations={"mask": 3},
    names=("clinically significant prostate cancer",),
    absent=("clinically significant prostate cancer",),
)
STUDIES = {  # (patient, study) -> where its mask is, value in it
    (10000, 1000000): ("human_expert/resampled", 0),
    (10417, 1000424): ("human_expert/resampled", 3),
    (10417, 1000425): ("human_expert/Pooch25", 1),
    (10999, 1001015): ("", 0),
}


def make(root: Path) -> None:
    """One study is benign, one has no mask at all; sagittal and coronal T2w are not read."""
    labels = root / "picai_labels" / "csPCa_lesion_delineations"
    for (patient, study), (place, value) in STUDIES.items():
        name = f"{patient}_{study}"
        boxes = {value: (10, 16, 10, 16, 8, 12)} if value else {}
        for series in ("t2w", "adc", "hbv", "sag", "cor"):
            image, mask = fake_volume((28, 28, 20), boxes, low=0, high=900, seed=name + series)
            picture = sitk.GetImageFromArray(np.ascontiguousarray(image.transpose(2, 1, 0)))
            picture.SetSpacing((0.5, 0.5, 3.0))
            (root / "images" / str(patient)).mkdir(parents=True, exist_ok=True)
            sitk.WriteImage(picture, str(root / "images" / str(patient) / f"{name}_{series}.mha"))
        if place:
            affine = np.diag([-0.5, -0.5, 3.0, 1.0])  # the LPS grid of the .mha, in RAS
            fake_nifti(labels / place / f"{name}.nii.gz", mask, affine=affine)
    write_table(
        root / "picai_labels" / "clinical_information" / "marksheet.csv",
        ["patient_id", "study_id", "case_csPCa"],
        [[10000, 1000000, "NO"], [10417, 1000424, "YES"]],
    )
