"""CBIS-DDSM: two abnormalities on one mammogram, paths that lie, a column spelt in two ways."""

from pathlib import Path

import numpy as np

from gmai_data.testing import Expected, fake_dicom, noise, write_table

EXPECTED = Expected(
    cases=3,
    subjects=2,
    splits={"test": 1, "train": 2},
    names=("breast mass", "breast calcification", "benign", "malignant", "breast density C"),
)
MASS = [
    "patient_id", "breast_density", "left or right breast", "image view", "abnormality id",
    "abnormality type", "mass shape", "mass margins", "assessment", "pathology", "subtlety",
    "image file path", "cropped image file path", "ROI mask file path",
]  # fmt: skip
CALC = [
    {"breast_density": "breast density", "mass shape": "calc type"}.get(
        name, name.replace("mass margins", "calc distribution")
    )
    for name in MASS
]


def _row(patient: str, view: str, n: int, series: str, kind: str, found: str) -> list[object]:
    folder = f"{'Mass' if kind == 'mass' else 'Calc'}-Training_{patient}_LEFT_{view}"
    image = f"{folder}/1.3.6.1.4.1.9590.100.1.2.1/{series}/000000.dcm"
    roi = f"{folder}_{n}/1.3.6.1.4.1.9590.100.1.2.2/{series}9/000001.dcm\n"
    crop = roi.replace("000001", "000000")
    kinds = {"mass": ("mass", "OVAL", "SPICULATED"), "calc": ("calcification", "AMORPHOUS", "N/A")}
    return [patient, 3, "LEFT", view, n, *kinds[kind], 4, found, 4, image, crop, roi]


def make(root: Path) -> None:
    one, two, three = (f"1.3.6.1.4.1.9590.100.1.2.10{n}" for n in (1, 2, 3))
    write_table(
        root / "mass_case_description_train_set.csv",
        MASS,
        [
            _row("P_00001", "CC", 1, one, "mass", "MALIGNANT"),
            _row("P_00001", "CC", 2, one, "mass", "BENIGN_WITHOUT_CALLBACK"),
            _row("P_00001", "MLO", 1, two, "mass", "MALIGNANT"),
        ],
    )
    write_table(
        root / "calc_case_description_test_set.csv",
        CALC,
        [_row("P_00038", "CC", 1, three, "calc", "BENIGN")],
    )
    for name, series, study in (
        ("Mass-Training_P_00001_LEFT_CC", one, "07-20-2016-DDSM-NA-1"),
        ("Mass-Training_P_00001_LEFT_CC_1", one + "9", "07-21-2016-DDSM-NA-2"),
        ("Mass-Training_P_00001_LEFT_MLO", two, "07-20-2016-DDSM-NA-3"),
        ("Calc-Test_P_00038_LEFT_CC", three, "08-29-2017-DDSM-NA-4"),
    ):
        fake_dicom(
            root / "CBIS-DDSM" / name / study / series / "1-1.dcm",
            (65535 * noise((80, 60), name)).astype(np.uint16),
            Modality="MG",
            SOPClassUID="1.2.840.10008.5.1.4.1.1.7",
            SeriesInstanceUID=series,
            PatientID=name,
        )
