"""CrossMoDA 2021: vestibular schwannoma and cochlea, contrast T1 with labels, T2 without.

A challenge of domain adaptation: the T2 scans of other patients have no labels, which says nothing
of a tumour. Scans come from Vestibular-Schwannoma-SEG under other numbers. Later years use other
names and split the tumour in two.
"""

from gmai_data import UNKNOWN, Files, Mask, Source, Term

SOURCE = Source(
    name="crossmoda21",
    title="CrossMoDA 2021",
    version="1.0.0",
    homepage="https://zenodo.org/records/4662239",
    license="CC-BY-NC-SA-4.0",
    access="open",
    redistribution=True,
    commercial=False,
    modality="MR",
    anatomy=("brain",),
    department="Otolaryngology (ENT)/Head and Neck Surgery",
    derived_from=("vs-seg",),
    cite="Dorent et al., Medical Image Analysis 2023, doi:10.1016/j.media.2022.102628",
    cases=Files(
        "**/{set:source_training|target_training|target_validation}/"  # some archives add a level
        "crossmoda_{n:d}_{channel:ceT1|hrT2}.nii.gz",
        channels={"ceT1": "T1w+Gd", "hrT2": "T2w"},
        optional=("T1w+Gd", "T2w"),  # a patient has one of them
    ),
    subject="{n}",
    split=Term(
        "{set}",
        {"source_training": "train", "target_training": "train", "target_validation": "val"},
    ),
    labels=[
        Mask(
            "**/{set}/crossmoda_{n}_Label.nii.gz",
            names={1: "vestibular schwannoma", 2: "cochlea"},
            missing=UNKNOWN,
        )
    ],
    evidence=(
        "https://github.com/zhaoziheng/SAT-DS processor.py",
        "https://github.com/neuro-ml/amid amid/crossmoda.py",
        "https://github.com/openmedlab/Awesome-Medical-Dataset resources/CrossMoDA2021.md",
    ),
    verified="loader",
)
