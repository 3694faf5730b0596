"""LLaVA-Med: figures of PubMed Central with captions and with conversations that GPT-4 wrote.

Images are not shipped: they are fetched from the articles, and rows without one are rejected. The
three files of conversations are versions of each other; the one with inline mentions is read. The
file spells its key `conversatons`. The evaluation questions (50 figures) are another file and are
not read. The number before `_F` is the article's PubMed id.
"""

from gmai_data import NO_SUBJECT, Dialogue, First, Records, Source

SOURCE = Source(
    name="llava-med",
    title="LLaVA-Med alignment and instructions",
    version="1.0.0",
    homepage="https://github.com/microsoft/LLaVA-Med",
    license="CC-BY-NC-4.0",
    access="open",
    derived_from=("pmc",),
    commercial=False,
    cite="Li et al., LLaVA-Med: training a large language-and-vision assistant, NeurIPS 2023",
    cases=Records(
        "{:alignment|instruct}/llava_med_{:alignment_500k|instruct_60k_inline_mention}.json",
        image="images/{image}",
        parse={"image": ("{article:d}_F*.jpg", "*")},
    ),
    subject=First("{article}", NO_SUBJECT),
    split="train",
    labels=[
        Dialogue(First("{conversations}", "{conversatons}"), roles="from", text="value"),
    ],
    evidence=(
        "https://github.com/microsoft/LLaVA-Med README and llava/data/download_images.py",
        'public code search for "conversatons" and "llava_med_image_urls.jsonl"',
    ),
    verified="loader",
)
