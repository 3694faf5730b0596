"""PMC-VQA: multiple-choice questions that a language model wrote about PMC figures.

Version 1 gives `Answer` as text and the letter as `Answer_label`; version 2 (figures of one panel)
gives the letter as `Answer`. Choices carry their own letter: " A:Cyst ". The figures' licences
differ by article. test_clean repeats questions of test, which is why both may be on disk.
"""

from gmai_data import QA, Caption, Layout, Source, Table, Term

CHOICES = {
    "Choice A": ("A:{a:text}", "{a:text}"),
    "Choice B": ("B:{b:text}", "{b:text}"),
    "Choice C": ("C:{c:text}", "{c:text}"),
    "Choice D": ("D:{d:text}", "{d:text}"),
    "Figure_path": "PMC{article:d}_*",
}

SOURCE = Source(
    name="pmc-vqa",
    title="PMC-VQA",
    version="1.0.0",
    homepage="https://huggingface.co/datasets/xmcmic/PMC-VQA",
    license="CC-BY-SA-4.0",
    access="open",
    derived_from=("pmc-oa",),
    benchmark=("test",),
    cite="Zhang et al., PMC-VQA: visual instruction tuning, Communications Medicine 2024",
    subject="{article}",
    subject_space="pmc",
    layouts=(
        Layout(
            "version 1",
            cases=Table(
                "{set:train|test|test_clean}.csv",
                image="images.zip!**/{Figure_path}",
                parse=CHOICES,
            ),
            split=Term("{set}", {"train": "train", "test": "test", "test_clean": "test"}),
            labels=[
                QA("{Question}", choices=("{a}", "{b}", "{c}", "{d}"), letter="{Answer_label}")
            ],
        ),
        Layout(
            "version 2",
            cases=Table(
                "{set:train|test}_2.csv", image="images_2.zip!**/{Figure_path}", parse=CHOICES
            ),
            split="{set}",
            labels=[
                QA("{Question}", choices=("{a}", "{b}", "{c}", "{d}"), letter="{Answer}"),
                Caption("{Caption}"),
            ],
        ),
    ),
    evidence=(
        "https://huggingface.co/datasets/xmcmic/PMC-VQA",
        "https://github.com/alibaba-damo-academy/MedEvalKit utils/PMC_VQA/PMC_VQA.py",
    ),
    verified="loader",
)
