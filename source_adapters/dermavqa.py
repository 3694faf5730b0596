"""DermaVQA (IIYI): patients' questions with photographs of their skin, answered by doctors.

From a Chinese doctors' forum; Chinese is the original, English a translation (a Spanish one is not
read). An encounter has one question, several photographs, each of which is shown with it, and
several answers, of which some are short or wrong. The second test file repeats the first with
corrected Spanish. The segmentations of DermaVQA-DAS, by three of four readers, are of single
photographs and are not read. Photographs, not dermoscopy: the modality is the nearest.
"""

from gmai_data import QA, First, Records, Source, Term

SOURCE = Source(
    name="dermavqa",
    title="DermaVQA (IIYI)",
    version="1.0.0",
    homepage="https://osf.io/72rp3/",
    license="CC-BY-4.0",
    access="open",
    benchmark=("test", "val"),
    language="zh",
    cite="Yim et al., DermaVQA: a multilingual visual question answering dataset, MICCAI 2024",
    modality="Dermoscopy",
    anatomy=("skin",),
    department="Dermatology",
    sequence="clinical photograph",
    cases=Records(
        "{set:train|valid_ht|test_ht}.json",
        derive={"folder": lambda row: row["set"].removesuffix("_ht")},
        image=First(
            "images_final.zip!images_{folder}/{image_ids}",
            "images_final.zip!images_final/images_{folder}/{image_ids}",
            "images_{folder}.zip!images_{folder}/{image_ids}",
            "images_{folder}.zip!{image_ids}",
        ),
        key="{encounter_id}",
    ),
    subject="{encounter_id}",
    study="{encounter_id}",
    split=Term("{folder}", {"train": "train", "valid": "val", "test": "test"}),
    labels=[
        QA(
            "{query_title_zh}\n{query_content_zh}",
            answer="{content_zh}",
            each="responses/*",
            level="study",
            language="zh",
        ),
        QA(
            "{query_title_en}\n{query_content_en}",
            answer="{content_en}",
            each="responses/*",
            level="study",
        ),
    ],
    evidence=(
        'public code search for "valid_ht.json" and "images_final/images_valid/IMG_ENC"',
        "https://github.com/wyim/ImageCLEF-MAGIC-2025 README",
    ),
    verified="loader",
)
