"""ISBI 2015 cephalometry: lateral head radiographs, 19 landmarks by a senior and a junior doctor.

A text file has 19 lines "x,y" in a fixed order and then 8 lines of classes, whose meaning is from
memory and which are not read. Public code takes the mean of the two doctors; here they stay apart.
Images are 1935 x 2400 pixels of 0.1 mm. One image per patient.
"""

from collections.abc import Mapping, Sequence

from gmai_data import Files, Points, Source, Table, Term

LANDMARKS = [
    "sella", "nasion", "orbitale", "porion", "subspinale", "supramentale", "pogonion", "menton",
    "gnathion", "gonion", "lower incisor tip", "upper incisor tip", "upper lip", "lower lip",
    "subnasale", "soft-tissue pogonion", "posterior nasal spine", "anterior nasal spine",
    "articulare",
]  # fmt: skip


def landmarks(data: bytes) -> Sequence[Mapping[str, str]]:
    """A row per landmark: its number from 1 and its place in pixels."""
    lines = data.decode("ascii", errors="replace").split()[: len(LANDMARKS)]
    rows = []
    for number, line in enumerate(lines, start=1):
        x, y = line.split(",")[:2]
        rows.append({"number": str(number), "x": x, "y": y})
    return rows


SOURCE = Source(
    name="cephalometric-isbi2015",
    title="ISBI 2015 Cephalometric X-ray Landmarks",
    version="1.0.0",
    homepage="https://figshare.com/s/37ec464af8e81ae6ebbf",
    license="LicenseRef-Research-Only",
    access="open",
    modality="X-Ray",
    anatomy=("head",),
    department="Otolaryngology (ENT)/Head and Neck Surgery",
    benchmark=("test",),
    cite="Wang et al., A benchmark for comparison of dental radiography analysis, MedIA 2016",
    cases=Files("RawImage/{set:TrainingData|Test1Data|Test2Data}/{n:03d}.bmp"),
    subject="{n}",
    split=Term("{set}", {"TrainingData": "train", "Test1Data": "test", "Test2Data": "test"}),
    view="lateral",
    labels=[
        Points(
            xy=("{x}", "{y}"),
            by="{number}",
            names={str(k): name for k, name in enumerate(LANDMARKS, start=1)},
            rater="{doctor}",
            table=Table(
                "AnnotationsByMD/400_{doctor:senior|junior}/{n:03d}.txt", form=landmarks, on="n"
            ),
        )
    ],
    evidence=(
        'public code search for "400_junior"',
        "public loader code with the order of the landmarks (Sella … Articulare)",
    ),
    verified="loader",
)
