"""Quilt-1M: histopathology frames and figures with captions from videos, papers and Twitter.

One image may have several rows, and a video many frames: the video groups them. A caption is what
a narrator said near the frame. The file has a nameless first column. `pathology`, `roi_text` and
`magnification` are model output and are not read.
"""

from gmai_data import Caption, First, Source, Table

SOURCE = Source(
    name="quilt-1m",
    title="Quilt-1M",
    version="1.0.0",
    homepage="https://zenodo.org/records/8239942",
    license="LicenseRef-Quilt-1M-research",
    access="agreement",
    redistribution=False,
    derived_from=("openpath", "pmc"),
    cite="Ikezogwo et al., Quilt-1M: one million image-text pairs for histopathology, NeurIPS 2023",
    modality="Pathology",
    department="Laboratory Medicine and Pathology",
    cases=Table(
        "quilt_1M_lookup.csv",
        image=First("quilt_1m/{image_path}", "*.zip!**/{image_path}"),
        parse={"image_path": ("{video}_image_*", "{video}.jpg")},
    ),
    subject="{video}",
    split="{split}",
    labels=[Caption("{caption}")],
    evidence=(
        "https://github.com/openmedlab/Awesome-Medical-Dataset resources/Quilt-1M.md",
        'public code search for "quilt_1M_lookup.csv" (columns, folders, the four subsets)',
    ),
    verified="loader",
)
