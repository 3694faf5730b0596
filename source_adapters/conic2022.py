"""CoNIC 2022: H&E patches of colon tissue at 20x, cut from Lizard, every nucleus outlined.

Channel 0 of the labels numbers the nuclei and channel 1 holds their classes, which cannot be said
of an array here: outlines are of nuclei without class. `counts.csv`, of the middle 224 pixels, is
not read either. `patch_info.csv` names the tile that a patch was cut from; the tile is the subject.
"""

import csv
import io
from collections.abc import Mapping, Sequence

from gmai_data import Arrays, Mask, Source, Table


def tiles(data: bytes) -> Sequence[Mapping[str, str]]:
    """The tile of each patch: its name without the number of the patch."""
    rows = csv.DictReader(io.StringIO(data.decode("utf-8-sig")))
    return [
        {"i": str(n), "tile": row["patch_info"].rpartition("-")[0]} for n, row in enumerate(rows)
    ]


SOURCE = Source(
    name="conic2022",
    title="CoNIC 2022",
    version="1.0.0",
    homepage="https://conic-challenge.grand-challenge.org/",
    license="CC-BY-NC-SA-4.0",
    access="open",
    modality="Pathology",
    anatomy=("colon",),
    department="Laboratory Medicine and Pathology",
    sequence="H&E",
    redistribution=True,
    commercial=False,
    derivatives=True,
    derived_from=("lizard",),
    cite="Graham et al., CoNIC Challenge: Pushing the frontiers of nuclear detection, "
    "segmentation, classification and counting, Medical Image Analysis 2024",
    cases=Arrays("images.npy"),
    join=[Table("patch_info.csv", form=tiles, on="i")],
    subject="{tile}",
    subject_space="lizard",
    labels=[
        Mask("labels.npy", stack=["nucleus", None], names=["nucleus", None], instances=True),
    ],
    evidence=("torch_em/data/datasets/histopathology/conic.py (names of the files, patch_info)",),
    verified="loader",
)
