"""VS-SEG: contrast T1 and T2 series, an RTSTRUCT for each; the names do not say which is which."""

from pathlib import Path

from pydicom.uid import generate_uid

from gmai_data.testing import Expected, fake_dicom_series, fake_volume, write_json, write_table
from tests.dicom_objects import write_rtstruct

# a case is a study, in which each structure set belongs to the series that it names
EXPECTED = Expected(
    cases=2, subjects=2, annotations={"mask": 4}, names=("vestibular schwannoma", "cochlea")
)
TUMOUR = (6, 12, 10, 16, 3, 9)
STUDY = "05-17-1996-NA-MRI brain-11111"


def make(root: Path) -> None:
    """Names of contours vary between patients; a table says T1 or T2 of each series."""
    rows = []
    for n, tumour in ((1, "TV"), (114, "AN")):
        patient = f"VS-SEG-{n:03d}"
        study = root / "Vestibular-Schwannoma-SEG" / patient / STUDY
        uid = generate_uid(entropy_srcs=["study", patient])
        for k, (sequence, shift) in enumerate((("T1", 0.0), ("T2", 0.0)), 1):
            image, _ = fake_volume(
                (32, 28, 12), {1: TUMOUR}, low=0, high=900, seed=patient + sequence
            )
            slices = fake_dicom_series(
                study / f"{k}.000000-NA-{n}{k}",
                image,
                name="1-{n:02d}.dcm",
                spacing_mm=(1.0, 1.0, 1.5),
                origin_mm=(shift, 0.0, 0.0),
                Modality="MR",
                SOPClassUID="1.2.840.10008.5.1.4.1.1.4",
                PatientID=patient,
                StudyInstanceUID=uid,
                FrameOfReferenceUID=generate_uid(entropy_srcs=["frame", patient]),
            )
            series = slices[0].SeriesInstanceUID
            rows.append([f"{patient}/{uid}/{series}", f"{sequence} image"])
            contours = {tumour: TUMOUR, "Cochlea": (18, 21, 12, 15, 4, 7), "Test": TUMOUR}
            write_rtstruct(study / f"{k + 2}.000000-NA-{n}{k}" / "1-1.dcm", slices, contours)
            write_json(
                root / "contours" / f"vs_gk_{n}_{sequence.lower()}" / "contours.json",
                [{"structure_name": tumour, "LPS_contour_points": []}],
            )
    write_table(
        root / "DirectoryNamesMappingModality.csv", ["Classic Directory Name", "Modality"], rows
    )
