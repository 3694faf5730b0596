"""SLAKE: radiographs, CT and MR with bilingual questions, answers and organ boxes.

English and Chinese rows share images, so a case is an image and never one language of it. Boxes are
x, y, width, height and their class names are from memory: what is not listed is ignored, and
`check` counts it. mask.png is left out: its ids stand in mask.txt, which was not seen. Images are
of CHAOS, ChestX-ray14 and the Medical Segmentation Decathlon (from memory) under names of its own,
so that patients cannot be matched.
"""

import re

from gmai_data import QA, UNKNOWN, Boxes, Records, Source, Term

SOURCE = Source(
    name="slake",
    title="SLAKE",
    version="1.0.0",
    homepage="https://www.med-vqa.com/slake/",
    license="CC-BY-4.0",
    access="open",
    derived_from=("chaos-ct", "chaos-mr", "nih-chestxray14"),
    redistribution=True,
    benchmark=("test",),
    language="en",
    cite="Liu et al., SLAKE: a semantically-labeled knowledge-enhanced dataset, ISBI 2021",
    modality=Term("{modality}", {"MRI": "MR", "CT": "CT", "X-Ray": "X-Ray"}),
    cases=Records(
        "{set:train|validation|test}.json",
        image="imgs/{img_name}",
        parse={"img_name": "{folder}/source.jpg"},
    ),
    subject="{folder}",
    split=Term("{set}", {"train": "train", "validation": "val", "test": "test"}),
    labels=[
        QA("{question}", answer="{answer}", language="{q_lang}"),
        Boxes(
            xywh=("{0}", "{1}", "{2}", "{3}"),
            by="{organ}",
            table=Records("imgs/{folder}/detection.json", each="*/{organ}", on="folder"),
            missing=UNKNOWN,  # an empty list is legal, and nothing says the boxes are exhaustive
            names={
                "Lung": "lung", "Left Lung": "left lung", "Right Lung": "right lung",
                "Heart": "heart", "Liver": "liver", "Spleen": "spleen", "Kidney": "kidney",
                "Left Kidney": "left kidney", "Right Kidney": "right kidney",
                "Bladder": "urinary bladder", "Brain": "brain",
                re.compile(".*"): None,  # the rest of the list was not seen
            },
        ),
    ],
    evidence=(
        "https://github.com/alibaba-damo-academy/MedEvalKit utils/SLAKE/SLAKE.py",
        "https://github.com/openmedlab/Awesome-Medical-Dataset resources/SLAKE.md",
    ),
    verified="loader",
)  # fmt: skip
