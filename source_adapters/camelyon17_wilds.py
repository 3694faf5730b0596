"""Camelyon17-WILDS: H&E patches of lymph nodes from five hospitals, with or without tumour.

The answer is about the central 32 x 32 pixels: a patch without it may hold tumour at its border, so
0 does not become a statement. Paths are made of columns, the patient padded to three digits. The
split is by hospital.
"""

from gmai_data import Flags, Source, Table, Term

SOURCE = Source(
    name="camelyon17-wilds",
    title="Camelyon17-WILDS",
    version="1.0.0",
    homepage="https://wilds.stanford.edu/datasets/#camelyon17",
    license="CC0-1.0",
    access="open",
    modality="Pathology",
    anatomy=("lymph node",),
    department="Laboratory Medicine and Pathology",
    sequence="H&E",
    redistribution=True,
    commercial=True,
    derivatives=True,
    benchmark=("test",),
    cases=Table(
        "metadata.csv",
        image="patches/patient_{patient:03d}_node_{node:d}/"
        "patch_patient_{patient}_node_{node}_x_{x_coord:d}_y_{y_coord:d}.png",
    ),
    subject="{patient}",
    split=Term("{center}", {"0": "train", "3": "train", "4": "train", "1": "val", "2": "test"}),
    labels=[
        Flags(
            names={"tumor": "nodal metastasis"},
            values={"1": "present", "0": "unknown"},
        )
    ],
    evidence=(
        'public code search for "patient_004_node_4"',
        'and for "patient,node,x_coord"',
    ),
    verified="loader",
)
