"""MedXpertQA: expert-level examination questions, with a picture (MM) or without (Text).

A benchmark as a whole; `dev` has five questions of each part. The stem repeats the options after
"Answer Choices:", which is cut off. Questions with several pictures need them all at once: they
are left out.
"""

from gmai_data import NO_SUBJECT, QA, First, Layout, Records, Source


def asked(letters: str) -> QA:
    """The question with as many options as its part has."""
    choices = tuple(f"{{options/{letter}}}" for letter in letters)
    return QA("{stem}", choices=choices, letter="{label}")


SOURCE = Source(
    name="medxpertqa",
    title="MedXpertQA",
    version="1.0.0",
    homepage="https://huggingface.co/datasets/TsinghuaC3I/MedXpertQA",
    license="MIT",
    access="open",
    redistribution=True,
    benchmark=("test",),
    cite="Zuo et al., MedXpertQA: benchmarking expert-level medical reasoning, ICML 2025",
    subject=NO_SUBJECT,
    split="test",
    parts=(
        Layout(
            "MM",
            cases=Records(
                "MM/{set:dev|test}.jsonl",
                lines=True,
                image=First("images.zip!images/{images}", "images.zip!{images}"),
                key="{id}",
                where={"images": r'\["[^"]*"\]'},
                parse={
                    "question": ("{stem:text}\nAnswer Choices:{listed:text}", "{stem:text}"),
                },
            ),
            labels=[asked("ABCDE")],
        ),
        Layout(
            "Text",
            cases=Records(
                "Text/{set:dev|test}.jsonl",
                lines=True,
                key="{id}",
                parse={
                    "question": ("{stem:text}\nAnswer Choices:{listed:text}", "{stem:text}"),
                },
            ),
            labels=[asked("ABCDEFGHIJ")],
        ),
    ),
    evidence=(
        "https://huggingface.co/datasets/TsinghuaC3I/MedXpertQA",
        "https://github.com/alibaba-damo-academy/MedEvalKit utils/MedXpertQA/MedXpertQA.py",
    ),
    verified="loader",
)
