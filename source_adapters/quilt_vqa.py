"""Quilt-VQA: questions that narrators asked in pathology videos, with answers; a benchmark.

The one part is called "train" and is a test set. `context` is the narration with the answer in it
and is not shown. The videos are among those of Quilt-1M; the rows do not name them, so overlap
shows by picture only. The archive of pictures and the JSON beside the parquet file are not read.
"""

from gmai_data import NO_SUBJECT, QA, Inline, Source, Table

SOURCE = Source(
    name="quilt-vqa",
    title="Quilt-VQA",
    version="1.0.0",
    homepage="https://huggingface.co/datasets/wisdomik/Quilt_VQA",
    license="CC-BY-NC-ND-3.0",
    access="registration",
    redistribution=False,
    commercial=False,
    derivatives=False,
    benchmark=("test",),
    derived_from=("quilt-1m",),
    cite="Seyfioglu et al., Quilt-LLaVA: visual instruction tuning, CVPR 2024",
    modality="Pathology",
    department="Laboratory Medicine and Pathology",
    cases=Table("data/train-*.parquet", image=Inline("{image}", encoding="bytes")),
    subject=NO_SUBJECT,
    split="test",
    labels=[QA("{question}", answer="{answer}")],
    evidence=(
        "https://huggingface.co/datasets/wisdomik/Quilt_VQA",
        'public code search for "wisdomik/Quilt_VQA" (split, columns)',
    ),
    verified="loader",
)
