"""CMtMedQA: Chinese multi-turn consultations (Zhongjing).

`history` holds the earlier turns as pairs, `instruction` the last question and `output` its
answer. Real consultations: names of persons may occur. `cate1` and `cate2` are departments in the
site's own words and are not mapped.
"""

from gmai_data import NO_SUBJECT, Dialogue, Records, Source

SOURCE = Source(
    name="cmtmedqa",
    title="CMtMedQA",
    version="1.0.0",
    homepage="https://huggingface.co/datasets/Suprit/CMtMedQA",
    license="MIT",
    access="open",
    redistribution=True,
    commercial=True,
    derivatives=True,
    language="zh",
    cite="Yang et al., Zhongjing: enhancing the Chinese medical capabilities of LLMs, AAAI 2024",
    cases=Records("CMtMedQA.json", key="{id}"),
    subject=NO_SUBJECT,
    split="train",
    labels=[
        Dialogue(history="{history}", user="{instruction}", assistant="{output}", language="zh")
    ],
    evidence=(
        "https://huggingface.co/datasets/Suprit/CMtMedQA",
        'public code search for "Suprit/CMtMedQA" (the fields)',
    ),
    verified="loader",
)
