"""BRACS, regions of interest: H&E of breast lesions in seven classes, from normal to invasive.

The number in a name is the slide; `BRACS.xlsx` tells the patients (189 of 547 slides), where there
is one, else the slide is the subject. Slides of patient 67 are in train and in validation upstream:
here all are in validation. Regions may be very large; the latest of two versions is read.
"""

from gmai_data import Class, Files, First, Source, Table

SOURCE = Source(
    name="bracs",
    title="BRACS (regions of interest)",
    version="1.0.0",
    homepage="https://www.bracs.icar.cnr.it/",
    license="CC-BY-NC-4.0",
    access="registration",
    modality="Pathology",
    anatomy=("breast",),
    department="Laboratory Medicine and Pathology",
    sequence="H&E",
    commercial=False,
    derivatives=True,
    benchmark=("test",),
    cite="Brancati et al., BRACS: A Dataset for BReAst Carcinoma Subtyping, Database 2022",
    cases=Files(
        "**/BRACS_RoI/latest_version/{set:train|val|test}/{class:0_N|1_PB|2_UDH|3_FEA|4_ADH|5_DCIS|6_IC}/"
        "BRACS_{slide:d}_{code}_{n:d}.png"
    ),
    join=[
        Table(
            "**/BRACS.xlsx",
            sheet="WSI_Information",
            parse={"WSI Filename": "BRACS_{slide:d}"},
            on="slide",
            optional=True,
        )
    ],
    subject=First("{Patient Id}", "slide {slide}"),
    split="{set}",
    labels=[
        Class(
            "{class}",
            names={
                "0_N": "normal breast tissue",
                "1_PB": "benign breast lesion",
                "2_UDH": "usual ductal hyperplasia",
                "3_FEA": "flat epithelial atypia",
                "4_ADH": "atypical ductal hyperplasia",
                "5_DCIS": "ductal carcinoma in situ",
                "6_IC": "invasive carcinoma",
            },
        )
    ],
    evidence=(
        "https://github.com/kaiko-ai/eva/blob/main/docs/datasets/bracs.md",
        'public code search for "BRACS_RoI" (latest_version, names like BRACS_1286_N_40)',
        'public code search for "BRACS.xlsx" (sheet WSI_Information, columns)',
    ),
    verified="loader",
)
