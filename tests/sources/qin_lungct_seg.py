"""QIN-LungCT-Seg: several SEG series for one CT series: three algorithms, some runs each."""

from pathlib import Path

from pydicom.uid import generate_uid

from gmai_data.testing import Expected, fake_dicom_series, fake_volume
from tests.dicom_objects import write_seg

EXPECTED = Expected(cases=3, subjects=3, names=("lung nodule",))


def make(root: Path) -> None:
    """Each patient has three segmentations of one nodule that differ by a column."""
    for patient, study in (
        ("QIN-LSC-0003", "04-01-2015-1-NA-41946"),
        ("QIN-LSC-0014", "11-06-2014-1-NA-41946"),
        ("QIN-LUNG-01-0007", "11-06-2014-1-NA-21733"),
    ):
        folder = root / "QIN LUNG CT" / patient / study
        image, _ = fake_volume((32, 30, 10), {1: (8, 18, 8, 16, 3, 8)}, seed=patient)
        made = fake_dicom_series(
            folder / "2.000000-CT-04561",
            image,
            name="1-{n:03d}.dcm",
            PatientID=patient,
            StudyInstanceUID=generate_uid(entropy_srcs=["study", patient]),
        )
        for run in (1, 2, 3):
            _, mask = fake_volume((32, 30, 10), {1: (8, 15 + run, 8, 16, 3, 8)})
            write_seg(
                folder
                / f"{1000 + run}.000000-QIN CT challenge alg0{run} run01segmentation result-{run}82"
                / "1-1.dcm",
                made,
                mask,
                {1: "Nodule"},
            )
