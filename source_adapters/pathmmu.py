"""PathMMU, validation and test: multiple-choice questions on pathology images of five origins.

Parts are named by origin: PubMed, SocialPath (posts), EduContent (videos), Atlas (images of ARCH)
and PathCLS (nine public classification sets). Pictures that the release
may not give are fetched by the user into `images`; questions without their picture are left out.
By its numbers test_tiny is not contained in test: both are test. Questions were written by GPT-4V
and checked by pathologists. Options carry their own letter, and some questions have fewer than
four. The training questions are not in data.json.
"""

from gmai_data import NO_SUBJECT, QA, SKIP, Files, Records, Source, Term

QUESTIONS = Records(
    "data.json",
    each="{origin}/{set:val|test|test_tiny}/*",
    parse={
        "options/0": "A) {a:text}", "options/1": "B) {b:text}",
        "options/2": "C) {c:text}", "options/3": "D) {d:text}", "answer": "{letter:A|B|C|D})*",
    },
    on="img",
)  # fmt: skip

SOURCE = Source(
    name="pathmmu",
    title="PathMMU",
    version="1.0.0",
    homepage="https://huggingface.co/datasets/jamessyx/PathMMU",
    license="CC-BY-ND-4.0",
    access="registration",
    redistribution=False,
    derivatives=False,
    benchmark=("test", "val"),
    derived_from=(
        "arch", "bach", "lc25000", "mhist", "nct-crc-he", "openpath", "osteosarcoma-ut",
        "patchcamelyon", "pmc", "sicapv2", "skin-tumor-heidata", "wsss4luad",
    ),
    cite="Sun et al., PathMMU: a massive multimodal expert-level benchmark, ECCV 2024",
    modality="Pathology",
    department="Laboratory Medicine and Pathology",
    cases=Files("images.zip!images/{img}"),
    join=[QUESTIONS],
    subject=NO_SUBJECT,
    split=Term("{set}", {"val": "val", "test": "test", "test_tiny": "test"}),
    labels=[
        QA(
            "{question}",
            choices=("{a}", "{b}", "{c}", "{d}"),
            letter="{letter}",
            explanation="{explanation}",
            table=QUESTIONS,
            missing=SKIP,
        )
    ],
    evidence=(
        "https://github.com/PathMMU-Benchmark/PathMMU data/instructions.md",
        "https://github.com/openmedlab/Awesome-Medical-Dataset resources/PathMMU.md",
        "public code search for jamessyx/PathMMU: counts by part of data.json, fields of a row",
    ),
    verified="loader",
)  # fmt: skip
