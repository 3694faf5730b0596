"""Lizard: H&E tiles of colon tissue at 20x, every nucleus outlined in six classes.

Tiles come from six sources, named in the file (consep, crag, dpath, glas, pannuke …); GlaS, CoNSeP
and PanNuke tiles are those of our sources of these names. `Split` numbers three folds and is no
official split. A .mat lists the class of a nucleus beside its id, which is not its place in the
list. Numbers of the classes are those of CoNIC. No patient id.
"""

import io
from collections.abc import Mapping, Sequence

from gmai_data import Files, Mask, Source, Table

CELLS = {
    "1": "neutrophil",
    "2": "epithelial cell",
    "3": "lymphocyte",
    "4": "plasma cell",
    "5": "eosinophil",
    "6": "connective tissue cell",
}


def nuclei(data: bytes) -> Sequence[Mapping[str, str]]:
    """The class of each nucleus, by its id in the instance map."""
    from scipy.io import loadmat

    lists = loadmat(io.BytesIO(data), variable_names=["id", "class"])
    both = zip(lists["id"].ravel(), lists["class"].ravel(), strict=True)
    return [{"pixel": str(n), "kind": str(kind)} for n, kind in both]


SOURCE = Source(
    name="lizard",
    title="Lizard",
    version="1.0.0",
    homepage="https://warwick.ac.uk/lizard",
    license="CC-BY-NC-SA-4.0",
    access="open",
    modality="Pathology",
    anatomy=("colon",),
    department="Laboratory Medicine and Pathology",
    sequence="H&E",
    redistribution=True,
    commercial=False,
    derivatives=True,
    derived_from=("consep", "glas", "pannuke"),
    cite="Graham et al., Lizard: A Large-Scale Dataset for Colonic Nuclear Instance Segmentation "
    "and Classification, ICCVW 2021",
    cases=Files("**/{:Lizard_Images1|Lizard_Images2}/{name}.png"),
    subject="{name}",
    labels=[
        Mask(
            "**/Labels/{name}.mat!inst_map",
            by="{kind}",
            instances="{pixel}",
            lookup=Table("**/Labels/{name}.mat", form=nuclei, on=("name", "pixel")),
            names=CELLS,
        )
    ],
    evidence=(
        "torch_em/data/datasets/histopathology/lizard.py",
        'public code search for "Lizard_Labels" (keys of the .mat, numbers of the classes)',
    ),
    verified="loader",
)
