"""RIDER-LungCT-Seg: test and retest CT, a SEG and an RTSTRUCT for each, by hand and by program."""

from pathlib import Path

from pydicom.uid import generate_uid

from gmai_data.testing import Expected, fake_dicom_series, fake_volume
from tests.dicom_objects import write_rtstruct, write_seg

# both scans of a patient are one study, which is a case
EXPECTED = Expected(cases=2, subjects=2, annotations={"mask": 4}, names=("lung tumour",))
BOXES = {1: (8, 16, 8, 16, 3, 9)}
AUTO = (8, 16, 8, 16, 3, 10)


def make(root: Path) -> None:
    """Images and labels are two downloads with the same folder names."""
    for patient, study in (
        ("RIDER-1129164940", "09-20-2006-1-NA-96508"),
        ("RIDER-1225316081", "07-26-2006-1-NA-18464"),
    ):
        uid = generate_uid(entropy_srcs=["study", patient])
        base = root / "RIDER Lung CT Original Scans" / "manifest-1581629373965" / "RIDER Lung CT"
        labels = root / "RIDER Lung CT RTSTRUCTS DICOM SEGS" / patient / study
        for number, kind, contour, tail in ((4, "TEST", 9, "21526"), (8, "RETEST", 10, "21610")):
            image, mask = fake_volume((32, 30, 12), BOXES, seed=patient + kind)
            made = fake_dicom_series(
                base / patient / study / f"{number}.000000-NA-{24533 + number}",
                image,
                name="1-{n:03d}.dcm",
                spacing_mm=(1.0, 1.0, 1.25),
                PatientID=patient,
                StudyInstanceUID=uid,
            )
            write_rtstruct(
                labels / f"{contour}.000000-{kind}-{tail}" / "1-1.dcm",
                made,
                {f"GTVp_{kind.lower()}_auto": AUTO, f"GTVp_{kind.lower()}_man": BOXES[1]},
            )
            name = f"300.000000-{patient.replace('-', '')}20190220{kind}-{tail[::-1]}"
            mask[:, :, 9:10][mask[:, :, 8:9] > 0] = 2  # the program's, a slice longer
            segments = {2: "Neoplasm, Primary", 1: "Neoplasm, Primary"}
            write_seg(labels / name / "1-1.dcm", made, mask, segments)
