"""AOSLO cone mosaics: confocal and split-detector images in which every cone is marked.

The confocal images are the 840 of Chiu et al. 2013 (right eyes of 21 people, four places about the
fovea, ten times each), the split-detector ones lie further out. Marks are MATLAB's: x before y, 1
is the centre of the first pixel; a few of the confocal set lie outside the picture and are dropped.
"Validation" is what the paper reports on; JC_0200 is in it in both sets. Nothing tells the scale.
The licence is that of the repository, written for its programs; no other is given for the images.
"""

import csv
from collections.abc import Mapping, Sequence

from gmai_data import Files, Layout, Points, Source, Table, Term

SIDE = (
    150  # pixels of every confocal image; split-detector images have many sizes, and no such mark
)


def _cones(data: bytes, separator: str) -> list[tuple[float, float]]:
    """Places of cones, x and y in pixels from the picture's corner."""
    rows = csv.reader(data.decode("ascii", errors="replace").splitlines(), delimiter=separator)
    return [(float(row[0]) - 0.5, float(row[1]) - 0.5) for row in rows if len(row) >= 2]


def confocal(data: bytes) -> Sequence[Mapping[str, str]]:
    """A row per cone inside the picture, of a file with tabs."""
    found = _cones(data, "\t")
    return [{"x": f"{x:g}", "y": f"{y:g}"} for x, y in found if max(x, y) < SIDE]


def split_detector(data: bytes) -> Sequence[Mapping[str, str]]:
    """A row per cone, of a file with commas."""
    return [{"x": f"{x:g}", "y": f"{y:g}"} for x, y in _cones(data, ",")]


PERSON = {"stem": "{lab:AD|JC|JG}_{number:d}_*"}

SOURCE = Source(
    name="aoslo-cones-cunefare2017",
    title="AOSLO cone photoreceptors (Cunefare et al. 2017)",
    version="1.0.0",
    homepage="https://github.com/DavidCunefare/CNN-Cone-Detection",
    license="GPL-2.0-only",
    access="open",
    modality="Ophthalmoscope",
    sequence="AOSLO",
    anatomy=("retina",),
    department="Ophthalmology",
    benchmark=("test",),
    cite="Cunefare et al., Open source software for automatic detection of cone photoreceptors in "
    "adaptive optics ophthalmoscopy using convolutional neural networks, Scientific Reports 2017, "
    "doi:10.1038/s41598-017-07103-0",
    subject="{lab}_{number}",
    split=Term("{set}", {"Training": "train", "Validation": "test"}),
    parts=(
        Layout(
            "confocal",
            cases=Files("Confocal/{set:Training|Validation} Images/{stem}.tif", parse=PERSON),
            labels=[
                Points(
                    xy=("{x}", "{y}"),
                    name="cone photoreceptors",
                    table=Table(
                        "Confocal/{set} Manual Coord/{stem}_manualcoord.txt",
                        form=confocal,
                        on=("set", "stem"),
                    ),
                )
            ],
        ),
        Layout(
            "split-detector",
            cases=Files("Split Detector/{set:Training|Validation} Images/{stem}.tif", parse=PERSON),
            labels=[
                Points(
                    xy=("{x}", "{y}"),
                    name="cone photoreceptors",
                    table=Table(
                        "Split Detector/{set} Manual Coord/{stem}_coords.csv",
                        form=split_detector,
                        on=("set", "stem"),
                    ),
                )
            ],
        ),
    ),
    evidence=(
        "https://github.com/DavidCunefare/CNN-Cone-Detection README.md (coordinates), "
        "Code/get_parameters_Cone_CNN.m (folders, names of files)",
        "https://people.duke.edu/~sf59/Chiu_BOE_2013_dataset.htm (the confocal images)",
    ),
    verified="loader",
)
