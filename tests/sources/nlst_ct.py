"""NLST: several kernels of one time point, tables of CDAS keyed by pid and study year."""

from pathlib import Path

from pydicom.uid import generate_uid

from gmai_data.testing import Expected, fake_dicom_series, fake_volume, write_table

EXPECTED = Expected(cases=4, subjects=2)


def make(root: Path) -> None:
    """Patient 100012 has two kernels in 1999 and a scan in 2000; patient 100147 has cancer."""
    for pid, study, series, kernel in (
        ("100012", "01-02-1999-NA-NLST-LSS-74556", "1.000000-0OPAGELSPLUSLUNG3702.5", "LUNG"),
        ("100012", "01-02-1999-NA-NLST-LSS-74556", "2.000000-0OPAGELSPLUSSTAN3702.5", "STANDARD"),
        ("100012", "01-02-2000-NA-NLST-LSS-95501", "2.000000-1OPAGELSPLUSLUNG3202.5", "LUNG"),
        ("100147", "01-02-1999-NA-NLST-LSS-33254", "2.000000-0OPASEVZOOMB50f3352.0", "B50f"),
    ):  # fmt: skip
        image, _ = fake_volume((32, 30, 8), seed=pid + series)
        fake_dicom_series(
            root / "NLST" / pid / study / series,
            image,
            name="1-{n:03d}.dcm",
            spacing_mm=(1.0, 1.0, 2.5),
            PatientID=pid,
            StudyInstanceUID=generate_uid(entropy_srcs=["study", pid, study]),
            StudyDate=f"{study[6:10]}0102",
            ConvolutionKernel=kernel,
        )
    write_table(
        root / "nlst_780_prsn_idc_20210527.csv",
        ["pid", "rndgroup", "age", "gender", "can_scr", "conflc", "cancyr"],
        [[100012, 1, 61, 1, 0, 0, ""], [100147, 1, 66, 2, 1, 1, 0]],
    )
    write_table(
        root / "nlst_780_ctab_idc_20210527.csv",
        ["pid", "study_yr", "sct_ab_num", "sct_ab_desc"],
        [[100012, 0, 1, 59], [100147, 0, 1, 51], [100147, 0, 2, 59]],
    )
