"""Messidor: folders Base11 to Base34, a spreadsheet each (saved as .xlsx: .xls is not read).

Base11 has a corrected spreadsheet with a date in its name. Grades run from 0 to 3.
"""

from pathlib import Path

from gmai_data.testing import Expected, fake_image, write_xlsx

EXPECTED = Expected(
    cases=4,
    subjects=4,
    names=("no diabetic retinopathy", "macular oedema risk grade 0", "macular oedema risk grade 2"),
)
HEADER = ["Image name", "Ophthalmologic department", "Retinopathy grade", "Risk of macular edema "]
BASES = {
    "Base11": [
        ["20051019_38557_0100_PP.tif", "Service Ophtalmologie Lariboisière", 3, 1],
        ["20051020_43808_0100_PP.tif", "Service Ophtalmologie Lariboisière", 0, 0],
    ],
    "Base34": [
        ["20060411_58550_0200_PP.tif", "CHU de St Etienne", 2, 2],
        ["20060411_58562_0200_PP.tif", "CHU de St Etienne", 1, 0],
    ],
}
FILES = {"Base11": "Annotation_Base11_update20161024.xlsx", "Base34": "Annotation_Base34.xlsx"}


def make(root: Path) -> None:
    for base, rows in BASES.items():
        write_xlsx(root / FILES[base], HEADER, rows)
        for row in rows:
            fake_image(root / base / str(row[0]), (72, 48))
