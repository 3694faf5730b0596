"""M3D-VQA: multiple-choice questions on the CT series of M3D-Cap, written by a language model.

The model read the case's text, not the image: plane, phase, organ, abnormality and its place. The
arrays are those of m3d-cap, which says what is left of them. test5k repeats a part of the test
file, and the yes-or-no file has no choices: neither is read.
"""

from gmai_data import QA, SKIP, Arrays, Source, Table, Term

QUESTIONS = Table(
    "M3D_VQA_{set:train|val|test}.csv",
    parse={"Image Path": "M3D_Cap_npy/{kind}/{number}/{series}.npy"},
    on=("kind", "number", "series"),
)

SOURCE = Source(
    name="m3d-vqa",
    title="M3D-VQA",
    version="1.0.0",
    homepage="https://huggingface.co/datasets/GoodBaiBai88/M3D-VQA",
    license="LicenseRef-Radiopaedia",
    access="open",
    redistribution=False,
    commercial=False,
    benchmark=("test", "val"),
    derived_from=("m3d-cap",),
    cite="Bai et al., M3D: advancing 3D medical image analysis with MLLMs, 2024",
    modality="CT",
    cases=Arrays(
        "<m3d-cap>/M3D_Cap_npy/{kind:ct_case|ct_quizze}/{number}/{series}.npy", axes="NDHW"
    ),
    join=[QUESTIONS],
    subject="{kind}-{number}",
    subject_space="m3d-cap",
    study="{kind}-{number}",
    split=Term("{set}", {"train": "train", "val": "val", "test": "test"}),
    labels=[
        QA(
            "{Question}",
            choices=("{Choice A}", "{Choice B}", "{Choice C}", "{Choice D}"),
            letter="{Answer Choice}",
            table=QUESTIONS,
            missing=SKIP,  # most series of m3d-cap have no question
        )
    ],
    evidence=(
        "https://github.com/BAAI-DCAI/M3D Data/data_engine/vqa_generation.py",
        'public code search for data["Answer Choice"]',
    ),
    verified="loader",
)
