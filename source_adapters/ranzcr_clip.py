"""RANZCR CLiP: chest radiographs of NIH ChestX-ray14 with the position of tubes and lines.

A column per device and verdict, 0 or 1; several lines in one image may have several verdicts, and a
device is absent where all its columns are 0. The polylines of `train_annotations.csv` cover a part
and are not read. `PatientID` is of this release. `test` has no labels and is not read.
"""

from collections.abc import Callable, Mapping

from gmai_data import Flags, Source, Table


def any_of(device: str) -> Callable[[Mapping[str, str]], str]:
    """Whether any verdict of a device is 1: else the image has no such device."""

    def found(row: Mapping[str, str]) -> str:
        return str(int(any(v == "1" for k, v in row.items() if k.startswith(f"{device} - "))))

    return found


SOURCE = Source(
    name="ranzcr-clip",
    title="RANZCR CLiP: Catheter and Line Position Challenge",
    version="1.0.0",
    homepage="https://www.kaggle.com/c/ranzcr-clip-catheter-line-classification",
    license="LicenseRef-Kaggle-Competition",
    access="registration",
    modality="X-Ray",
    anatomy=("chest",),
    department="Pulmonary Medicine",
    redistribution=False,
    derived_from=("nih-chestxray14",),
    cite="Tang et al., CLiP, catheter and line position dataset, Scientific Data 2021",
    cases=Table(
        "train.csv",
        image="train/{StudyInstanceUID}.jpg",
        derive={"ETT": any_of("ETT"), "NGT": any_of("NGT"), "CVC": any_of("CVC")},
    ),
    subject="{PatientID}",
    study="{StudyInstanceUID}",
    labels=[
        Flags(
            names={
                "ETT - Abnormal": "malpositioned endotracheal tube",
                "ETT - Borderline": "borderline-positioned endotracheal tube",
                "ETT - Normal": "well-positioned endotracheal tube",
                "NGT - Abnormal": "malpositioned nasogastric tube",
                "NGT - Borderline": "borderline-positioned nasogastric tube",
                "NGT - Incompletely Imaged": "incompletely imaged nasogastric tube",
                "NGT - Normal": "well-positioned nasogastric tube",
                "CVC - Abnormal": "malpositioned central venous catheter",
                "CVC - Borderline": "borderline-positioned central venous catheter",
                "CVC - Normal": "well-positioned central venous catheter",
                "Swan Ganz Catheter Present": "Swan-Ganz catheter",
            },
            values={"1": "present", "0": "unknown"},
        ),
        Flags(
            names={
                "ETT": "endotracheal tube",
                "NGT": "nasogastric tube",
                "CVC": "central venous catheter",
                "Swan Ganz Catheter Present": "Swan-Ganz catheter",
            },
            values={"1": "unknown", "0": "absent"},
        ),
    ],
    evidence=('public code search for "ETT - Borderline"',),
    verified="loader",
)
