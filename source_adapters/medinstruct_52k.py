"""MedInstruct-52k (AlpacaCare): instructions and answers written by language models.

`input` is the text an instruction is about, or the placeholder <noinput>. The 216 test items are
another file and are not read.
"""

from gmai_data import NO_SUBJECT, QA, Records, Source

SOURCE = Source(
    name="medinstruct-52k",
    title="MedInstruct-52k",
    version="1.0.0",
    homepage="https://github.com/XZhang97666/AlpaCare",
    license="Apache-2.0",
    access="open",
    redistribution=True,
    cite="Zhang et al., AlpaCare: instruction-tuned LLMs for medical application, 2023",
    cases=Records(
        "MedInstruct-52k.json",
        key="{instruction} {input}",
        parse={"input": ("<noinput>", "{context:text}")},
    ),
    subject=NO_SUBJECT,
    split="train",
    labels=[QA("{instruction}", answer="{output}", context="{context}")],
    evidence=("https://github.com/XZhang97666/AlpaCare",),
    verified="loader",
)
