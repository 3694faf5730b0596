"""LNQ 2023: enlarged mediastinal lymph nodes on chest CT, only some of them drawn.

Labels of training are weak: one or a few nodes per patient, so nothing is ever said to be absent or
counted; those of validation and test are complete. Segmentations are those of 3D Slicer and may
cover a box of the scan only: they are put together by position. Licence from memory.
"""

from gmai_data import UNKNOWN, Files, Mask, Source

SOURCE = Source(
    name="lnq2023",
    title="LNQ 2023 (mediastinal lymph node quantification)",
    version="1.0.0",
    homepage="https://lnq2023.grand-challenge.org/",
    license="CC-BY-4.0",
    access="registration",
    benchmark=("val", "test"),
    modality="CT",
    anatomy=("mediastinum",),
    department="Oncology (Medical)",
    window="mediastinum",
    cite="Dorent et al., LNQ 2023, MELBA 2024, arXiv:2408.10069",
    cases=Files("**/lnq2023-{set:train|val|test}-{n:4}-ct.nrrd"),
    subject="{set}-{n}",
    split="{set}",
    labels=[
        Mask(
            "**/lnq2023-{set}-{n}-seg.nrrd",
            form="binary",
            name="lymph node",
            resample=True,
            missing=UNKNOWN,
        )
    ],
    evidence=(
        "https://github.com/zhaoziheng/SAT-DS processor.py",
        "https://github.com/openmedlab/Awesome-Medical-Dataset resources/LNQ2023.md",
    ),
    verified="loader",
)
