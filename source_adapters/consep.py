"""CoNSeP: H&E tiles of colorectal cancer at 40x, every nucleus outlined in seven classes.

A .mat holds a map of instances and one of classes; a nucleus has the class that most of its pixels
have. Users often merge healthy and malignant epithelium, and the three spindle-shaped classes. 16
patients gave the 41 tiles, and nobody tells which.
"""

import io
from collections.abc import Mapping, Sequence

from gmai_data import NO_SUBJECT, Files, Mask, Source, Table, Term


def nuclei(data: bytes) -> Sequence[Mapping[str, str]]:
    """The class of each nucleus: the commonest value of the class map in it."""
    import numpy as np
    from scipy.io import loadmat

    maps = loadmat(io.BytesIO(data), variable_names=["inst_map", "type_map"])
    instance, kind = (maps[key].astype(np.int64).ravel() for key in ("inst_map", "type_map"))
    votes = np.zeros((instance.max(initial=0) + 1, kind.max(initial=0) + 1), np.int64)
    np.add.at(votes, (instance, kind), 1)
    there = np.flatnonzero(votes.sum(axis=1))
    return [{"pixel": str(n), "kind": str(votes[n].argmax())} for n in there if n]


SOURCE = Source(
    name="consep",
    title="CoNSeP",
    version="1.0.0",
    homepage="https://warwick.ac.uk/fac/cross_fac/tia/data/hovernet/",
    license="Apache-2.0",
    access="open",
    modality="Pathology",
    anatomy=("colon",),
    department="Laboratory Medicine and Pathology",
    sequence="H&E",
    benchmark=("test",),
    cite="Graham et al., HoVer-Net: Simultaneous segmentation and classification of nuclei in "
    "multi-tissue histology images, Medical Image Analysis 2019",
    cases=Files("{set:Train|Test}/Images/{name}.png"),
    subject=NO_SUBJECT,
    split=Term("{set}", {"Train": "train", "Test": "test"}),
    labels=[
        Mask(
            "{set}/Labels/{name}.mat!inst_map",
            by="{kind}",
            instances="{pixel}",
            lookup=Table(
                "{set:Train|Test}/Labels/{name}.mat", form=nuclei, on=("set", "name", "pixel")
            ),
            names={
                "1": None,
                "2": "inflammatory cell",
                "3": "healthy epithelial cell",
                "4": "malignant or dysplastic epithelial cell",
                "5": "fibroblast",
                "6": "muscle cell",
                "7": "endothelial cell",
            },
        )
    ],
    evidence=(
        "torch_em/data/datasets/histopathology/consep.py",
        "https://github.com/kaiko-ai/eva/blob/main/docs/datasets/consep.md",
    ),
    verified="loader",
)
