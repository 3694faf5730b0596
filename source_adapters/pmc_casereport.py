"""PMC-CaseReport (RadFM): questions that a model wrote on figures of case reports in PMC.

The figures are another download (PMC-Figures), `<article>_<figure>.jpg`. The published tables give
one figure per row; the authors' own csv a list of them (`img_ref`), of which those with one figure
are taken. Context, question and answer come from the text around the figure: some can be answered
without it, and some cannot be seen in it. "Q:" and "A:" may stand before them.
"""

from gmai_data import QA, Layout, Source, Table

TEXTS = {
    "question": ("Q:{asked:text}", "{asked:text}"),
    "answer": ("A:{said:text}", "{said:text}"),
    "PMC_id": "PMC{article:d}",
}

SOURCE = Source(
    name="pmc-casereport",
    title="PMC-CaseReport",
    version="1.0.0",
    homepage="https://huggingface.co/datasets/chaoyi-wu/PMC-CaseReport",
    license="LicenseRef-PMC-per-article",
    access="open",
    derived_from=("pmc",),
    cite="Wu et al., Towards generalist foundation model for radiology, Nature Communications 2025",
    subject="{article}",
    subject_space="pmc",
    split="{set}",
    labels=[QA("{asked}", answer="{said}", context="{context}")],
    layouts=(
        Layout(
            "parquet",
            cases=Table(
                "data/{set:train|test}-*.parquet",
                image="figures/{PMC_id}_{img_id}.jpg",
                parse=TEXTS,
            ),
        ),
        Layout(
            "csv",
            cases=Table(
                "casa_report_{set:train|test}.csv",
                image="figures/{PMC_id}_{img_id}.jpg",
                parse={**TEXTS, "img_ref": ("['{img_id}']", '["{img_id}"]')},
                where={"img_ref": r"""\[['"][^'"]*['"]\]"""},
            ),
        ),
    ),
    evidence=(
        "https://github.com/chaoyi-wu/RadFM src/Dataset/dataset/case_report.py",
        "https://huggingface.co/datasets/chaoyi-wu/PMC-CaseReport",
    ),
    verified="loader",
)
