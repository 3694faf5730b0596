"""GMAI-MMBench, validation part: the benchmark of the GMAI-VL family, 38 modalities.

All of it is evaluation data, and the likeliest contamination of anything built like GMAI-VL-5.5M.
Images stand in the table as base64; masks, contours and boxes are drawn into them, so a file hash
does not find their origin. TEST parts have no answers and are not read. The VLMEvalKit mirror
spells the file name with a hyphen.
"""

from gmai_data import NO_SUBJECT, QA, First, Inline, Source, Table

SOURCE = Source(
    name="gmai-mmbench",
    title="GMAI-MMBench (VAL)",
    version="1.0.0",
    homepage="https://huggingface.co/datasets/OpenGVLab/GMAI-MMBench",
    license="Apache-2.0",
    access="registration",
    benchmark=("test",),
    cite="Ye et al., GMAI-MMBench: a comprehensive multimodal evaluation benchmark, NeurIPS 2024",
    cases=Table(
        First("GMAI_mm_bench_VAL.tsv", "GMAI-MMBench_VAL.tsv"),
        image=Inline("{image}", "base64"),
        key="{index}",
    ),
    subject=NO_SUBJECT,
    split="test",
    labels=[QA("{question}", choices=("{A}", "{B}", "{C}", "{D}", "{E}"), letter="{answer}")],
    evidence=(
        "https://huggingface.co/datasets/OpenGVLab/GMAI-MMBench",
        "https://github.com/open-compass/VLMEvalKit vlmeval/dataset/image_mcq.py",
    ),
    verified="loader",
)
