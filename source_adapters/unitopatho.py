"""UniToPatho: H&E tiles of colorectal polyps in six classes, from normal to high-grade adenoma.

Two sizes cut from the same slides (800 and 7000 micrometres): only 800 is declared. A slide belongs
to one patient, and its name stands before ".ndpi_". Tables beside the class folders tell the split.
"""

from gmai_data import Class, Files, First, Source, Table

SOURCE = Source(
    name="unitopatho",
    title="UniToPatho",
    version="1.0.0",
    homepage="https://ieee-dataport.org/open-access/unitopatho",
    license="CC-BY-4.0",
    access="open",
    modality="Pathology",
    anatomy=("colon",),
    department="Laboratory Medicine and Pathology",
    sequence="H&E",
    redistribution=True,
    commercial=True,
    derivatives=True,
    benchmark=("test",),
    cite="Barbano et al., UniToPatho, a labeled histopathological dataset for colorectal polyps "
    "classification and adenoma dysplasia grading, ICIP 2021",
    cases=Files("800/{class:HP|NORM|TA.HG|TA.LG|TVA.HG|TVA.LG}/{slide}.ndpi_{region}.png"),
    join=[
        Table(
            First("800/{set:train|test}.csv", "{set:train|test}.csv"),
            parse={"image_id": "{slide}.ndpi_{region}.png"},
            on=("slide", "region"),
        )
    ],
    subject="{slide}",
    split="{set}",
    labels=[
        Class(
            "{class}",
            names={
                "HP": "hyperplastic polyp",
                "NORM": "normal colon mucosa",
                "TA.HG": "tubular adenoma with high-grade dysplasia",
                "TA.LG": "tubular adenoma with low-grade dysplasia",
                "TVA.HG": "tubulovillous adenoma with high-grade dysplasia",
                "TVA.LG": "tubulovillous adenoma with low-grade dysplasia",
            },
        )
    ],
    evidence=(
        "https://github.com/kaiko-ai/eva/blob/main/docs/datasets/unitopatho.md",
        'public code search for ".ndpi_ROI__mpp" (file names)',
    ),
    verified="loader",
)
