"""LungHist700: H&E pictures of lung at 20x and 40x, two cancers in three grades, or normal.

The patient stands in `data.csv` alone (columns superclass, subclass, resolution, image_id,
patient_id), without a column for the file: name and folder are made of the others. `bd`, `md` and
`pd` are Spanish for well, moderately and poorly differentiated.
"""

from collections.abc import Mapping

from gmai_data import Class, Files, Source, Table, Value


def folder(row: Mapping[str, str]) -> str:
    """`aca_bd`; normal tissue has no subclass: `nor`."""
    return "_".join(filter(None, (row["superclass"], row["subclass"])))


SOURCE = Source(
    name="lunghist700",
    title="LungHist700",
    version="1.0.0",
    homepage="https://figshare.com/articles/dataset/25459174",
    license="CC-BY-4.0",
    access="open",
    modality="Pathology",
    anatomy=("lung",),
    department="Laboratory Medicine and Pathology",
    sequence="H&E",
    redistribution=True,
    commercial=True,
    derivatives=True,
    cite="Diosdado et al., LungHist700, Scientific Data 2024, doi:10.1038/s41597-024-03944-3",
    cases=Files(
        "images/{class:aca_bd|aca_md|aca_pd|nor|scc_bd|scc_md|scc_pd}/"
        "{class}_{resolution:20x|40x}_{image_id:d}.jpg",
        parse={"resolution": "{mag:d}x"},
    ),
    join=[
        Table("data.csv", derive={"class": folder}, on=("class", "resolution", "image_id")),
    ],
    subject="{patient_id}",
    labels=[
        Class(
            "{class}",
            names={
                "aca_bd": "lung adenocarcinoma",
                "aca_md": "lung adenocarcinoma",
                "aca_pd": "lung adenocarcinoma",
                "nor": "normal lung tissue",
                "scc_bd": "lung squamous cell carcinoma",
                "scc_md": "lung squamous cell carcinoma",
                "scc_pd": "lung squamous cell carcinoma",
            },
        ),
        Class(
            "{class}",
            of="differentiation",
            names={
                "aca_bd": "well differentiated",
                "aca_md": "moderately differentiated",
                "aca_pd": "poorly differentiated",
                "scc_bd": "well differentiated",
                "scc_md": "moderately differentiated",
                "scc_pd": "poorly differentiated",
            },
            where={"class": ".*_[bmp]d"},
        ),
        Value("{mag}", name="magnification", unit="x"),
    ],
    evidence=(
        "https://github.com/jorgediosdado/LungHist700/blob/main/HistoLib/utils.py",
        "https://github.com/openmedlab/Awesome-Medical-Dataset/blob/main/resources/LungHist700.md",
    ),
    verified="loader",
)
