"""ShenNong-TCM: questions on traditional Chinese medicine answered by a language model.

The file is called .json and holds one object per line. It has no ids: the text is the identity.
"""

from gmai_data import NO_SUBJECT, QA, Records, Source

SOURCE = Source(
    name="shennong-tcm",
    title="ShenNong-TCM",
    version="1.0.0",
    homepage="https://huggingface.co/datasets/michaelwzhu/ShenNong_TCM_Dataset",
    license="Apache-2.0",
    access="open",
    redistribution=True,
    language="zh",
    cite="Zhu et al., ShenNong-TCM: a traditional Chinese medicine large language model, 2023",
    cases=Records("ChatMed_TCM-v0.2.json", lines=True),
    subject=NO_SUBJECT,
    split="train",
    labels=[QA("{query}", answer="{response}", language="zh")],
    evidence=("https://github.com/openmedlab/Awesome-Medical-Dataset resources/ShenNong-TCM.md",),
    verified="loader",
)
