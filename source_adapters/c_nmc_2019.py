"""C-NMC 2019: single white cells of children with acute lymphoblastic leukaemia and without.

The second field of a name is the child (`11`, `H10`). The preliminary test set renames its images
and the final one has no labels: both are left out.
"""

from gmai_data import Class, Files, Source

SOURCE = Source(
    name="c-nmc-2019",
    title="C-NMC 2019",
    version="1.0.0",
    homepage="https://www.cancerimagingarchive.net/collection/c-nmc-2019/",
    license="CC-BY-3.0",
    access="open",
    modality="Microscopy",
    anatomy=("blood",),
    department="Hematology",
    redistribution=True,
    commercial=True,
    derivatives=True,
    cases=Files(
        "C-NMC_training_data/fold_{fold:0|1|2}/{class:all|hem}/"
        "UID_{patient}_{image:d}_{cell:d}_{class}.bmp"
    ),
    subject="{patient}",
    labels=[Class("{class}", names={"all": "lymphoblast", "hem": "lymphocyte"})],
    evidence=('public code search for "C-NMC_training_data"',),
    verified="loader",
)
