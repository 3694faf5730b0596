"""Shenzhen: the answer in the file name, readings beside, lung masks for one image of two."""

from pathlib import Path

from gmai_data.testing import Expected, fake_image, fake_mask, write_text

EXPECTED = Expected(
    cases=2,
    subjects=2,
    annotations={"class": 2, "mask": 1},
    names=("normal chest radiograph", "pulmonary tuberculosis", "lung"),
)


def make(root: Path) -> None:
    top = root / "ChinaSet_AllFiles"
    for name in ("CHNCXR_0001_0", "CHNCXR_0327_1"):
        fake_image(top / "CXR_png" / f"{name}.png", (60, 60), mode="L")
        write_text(top / "ClinicalReadings" / f"{name}.txt", "male 45yrs\nnormal\n")
    path = top / "mask" / "CHNCXR_0001_0_mask.png"
    fake_mask(path, (60, 60), {255: (8, 10, 26, 50)})
    (top / "CXR_png" / "Thumbs.db").write_bytes(b"junk of Windows")
