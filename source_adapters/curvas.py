"""CURVAS 2024: pancreas, kidney and liver on contrast-enhanced CT, by three readers each.

Every reader's map is kept. The kidney has no side in the labels. The
training zip needs a repair (`zip -FF`) before it unpacks.
"""

from gmai_data import Files, Mask, Source, Term

SOURCE = Source(
    name="curvas",
    title="CURVAS 2024 (multi-rater)",
    version="1.0.0",
    homepage="https://zenodo.org/records/13767408",
    license="CC-BY-4.0",
    access="open",
    redistribution=True,
    commercial=True,
    benchmark=("test",),
    modality="CT",
    anatomy=("abdomen",),
    department="Gastroenterology and Hepatology",
    cases=Files("{set:training|validation|testing}_set/{uid}/image.nii.gz"),
    subject="{uid}",
    split=Term("{set}", {"training": "train", "validation": "val", "testing": "test"}),
    labels=[
        Mask(
            "{set}_set/{uid}/annotation_{rater:d}.nii.gz",
            names={1: "pancreas", 2: "kidney", 3: "liver"},
            rater="{rater}",
        )
    ],
    evidence=(
        "https://github.com/constantinpape/torch-em torch_em/data/datasets/medical/curvas.py",
        "https://github.com/neuro-ml/amid amid/curvas.py",
        'public code search for "annotation_1.nii.gz" (the values)',
    ),
    verified="loader",
)
