"""Paraguay: seven numbered folders with dots, blanks and brackets in their names."""

from pathlib import Path

from gmai_data.testing import Expected, fake_image

EXPECTED = Expected(
    cases=7,
    subjects=7,
    names=(
        "no diabetic retinopathy", "mild nonproliferative diabetic retinopathy",
        "proliferative diabetic retinopathy",
    ),
)  # fmt: skip
FOLDERS = (
    "1. No DR signs", "2. Mild (or early) NPDR", "3. Moderate NPDR", "4. Severe NPDR",
    "5. Very Severe NPDR", "6. PDR", "7. Advanced PDR",
)  # fmt: skip


def make(root: Path) -> None:
    top = root / "Dataset from fundus images for the study of diabetic retinopathy_V02"
    for n, folder in enumerate(FOLDERS, start=1):
        fake_image(top / folder / f"{100 + n}.jpg", (72, 52))
