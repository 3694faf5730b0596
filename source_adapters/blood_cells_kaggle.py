"""Blood Cell Images (Kaggle, Mooney): single leucocytes in four classes, augmented copies.

Some 12,500 pictures are turned and flipped copies of 410: the first number of `_<cell>_<copy>` is
taken for the cell of that class (a common tool saves copies so; the release does not say), so that
copies of one cell stay together. Whether TRAIN and TEST share
cells is not said: their folders are not taken as a split. The boxes of the originals
(`dataset-master`) are those of `bccd-voc`. No patient id.
"""

from gmai_data import Class, Files, Source

SOURCE = Source(
    name="blood-cells-kaggle",
    title="Blood Cell Images",
    version="1.0.0",
    homepage="https://www.kaggle.com/datasets/paultimothymooney/blood-cells",
    license="MIT",
    access="registration",
    modality="Microscopy",
    anatomy=("blood",),
    department="Hematology",
    redistribution=True,
    commercial=True,
    derivatives=True,
    derived_from=("bccd-voc",),
    cases=Files(
        "images/{set:TRAIN|TEST|TEST_SIMPLE}/{class:EOSINOPHIL|LYMPHOCYTE|MONOCYTE|NEUTROPHIL}"
        "/_{cell:d}_{copy:d}.jpeg"
    ),
    subject="{class} {cell}",
    labels=[
        Class(
            "{class}",
            names={
                "EOSINOPHIL": "eosinophil",
                "LYMPHOCYTE": "lymphocyte",
                "MONOCYTE": "monocyte",
                "NEUTROPHIL": "neutrophil",
            },
        )
    ],
    evidence=('public code search for "dataset2-master/images/TRAIN"',),
    verified="loader",
)
