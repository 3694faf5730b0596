"""Montgomery: a mask file per lung."""

from pathlib import Path

from gmai_data.testing import Expected, fake_image, fake_mask, write_text

EXPECTED = Expected(
    cases=2,
    subjects=2,
    annotations={"class": 2, "mask": 4},
    names=("normal chest radiograph", "pulmonary tuberculosis", "left lung", "right lung"),
)


def make(root: Path) -> None:
    top = root / "MontgomerySet"
    for name in ("MCUCXR_0001_0", "MCUCXR_0104_1"):
        fake_image(top / "CXR_png" / f"{name}.png", (60, 60), mode="L")
        write_text(top / "ClinicalReadings" / f"{name}.txt", "Patient's Sex: F\n")
        for side, x in (("rightMask", 8), ("leftMask", 34)):
            path = top / "ManualMask" / side / f"{name}.png"
            fake_mask(path, (60, 60), {255: (x, 10, x + 18, 50)})
