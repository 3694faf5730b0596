"""WoundcareVQA: patients' questions about photographed wounds, answered by doctors.

An encounter has one question and one or more photographs, each of which is shown with it; an
answer is of the encounter. Training has one answer for each, validation two, test three. English
and Chinese are translations of each other by people who know both. The wound's attributes (type,
depth, infection) are in the full file and disagree between readers: not read. For scientific
research only. Photographs, not dermoscopy: the modality is the nearest.
"""

from gmai_data import QA, First, Records, Source, Term

SOURCE = Source(
    name="woundcarevqa",
    title="WoundcareVQA",
    version="1.0.0",
    homepage="https://osf.io/xsj5u/",
    license="LicenseRef-WoundcareVQA-research",
    access="open",
    commercial=False,
    benchmark=("test", "val"),
    cite="Yim et al., WoundcareVQA, Journal of Biomedical Informatics 2025",
    modality="Dermoscopy",
    anatomy=("skin",),
    department="General Surgery",
    sequence="clinical photograph",
    cases=Records(
        "{set:train|valid|test}.json",
        image=First(
            "images_{set}.zip!{image_ids}",
            "images_{set}.zip!images_{set}/{image_ids}",
            "images_final.zip!images_{set}/{image_ids}",
            "images_final.zip!images_final/images_{set}/{image_ids}",
        ),
        key="{encounter_id}",
    ),
    subject="{encounter_id}",
    study="{encounter_id}",
    split=Term("{set}", {"train": "train", "valid": "val", "test": "test"}),
    labels=[
        QA(
            "{query_title_en}\n{query_content_en}",
            answer="{content_en}",
            each="responses/*",
            level="study",
        ),
        QA(
            "{query_title_zh}\n{query_content_zh}",
            answer="{content_zh}",
            each="responses/*",
            level="study",
            language="zh",
        ),
    ],
    evidence=("public code search for the data set's README (WOUNDCARE VQA DATASET)",),
    verified="loader",
)
