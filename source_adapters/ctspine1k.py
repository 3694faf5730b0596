"""CTSpine1K: 25 vertebral levels, each numbered, on CT of four public collections.

25 is a sixth lumbar vertebra. Stems hold dots, as they are often UIDs of the first collection.
Patients of the Medical Segmentation Decathlon recur under other names. The licence is said to be
CC BY-NC-SA, without its version. An older release has other folders and is not read.
"""

from gmai_data import Files, Mask, Source

LEVELS = (
    *(f"C{n}" for n in range(1, 8)),
    *(f"T{n}" for n in range(1, 13)),
    *(f"L{n}" for n in range(1, 7)),
)

SOURCE = Source(
    name="ctspine1k",
    title="CTSpine1K",
    version="1.0.0",
    homepage="https://github.com/MIRACLE-Center/CTSpine1K",
    license="LicenseRef-CTSpine1K-CC-BY-NC-SA",
    access="open",
    redistribution=True,
    commercial=False,
    derived_from=("msd-task10-colon", "msd-task03-liver", "covid-19-20"),
    modality="CT",
    anatomy=("spine",),
    department="Orthopedic Surgery",
    window="bone",
    cite="Deng et al., CTSpine1K, arXiv:2105.14711",
    root=("raw_data", ""),
    cases=Files("volumes/{collection}/{stem}.nii.gz"),
    subject="{collection}/{stem}",
    labels=[
        Mask(
            "labels/{collection}/{stem}_seg.nii.gz",
            names={n: f"{level} vertebra" for n, level in enumerate(LEVELS, 1)},
        )
    ],
    evidence=(
        "https://github.com/constantinpape/torch-em torch_em/data/datasets/medical/ctspine1k.py",
        "https://github.com/openmedlab/Awesome-Medical-Dataset resources/CTSpine1K.md",
    ),
    verified="loader",
)
