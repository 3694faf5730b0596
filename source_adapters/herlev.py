"""Herlev Pap smears: single cervical cells in seven classes, from normal to carcinoma in situ.

Folder names are those of the release, misspelling included; other copies rename them. The colour
masks beside the images (`-d.bmp`) are not read: public code takes what is fully blue as the nucleus
and does not tell the other shades. No patient id: cells whose names differ in the last number alone
are taken to be cut from one photograph, and kept together.
"""

from gmai_data import Class, Files, Source

SOURCE = Source(
    name="herlev",
    title="Herlev Pap smear database (smear2005)",
    version="1.0.0",
    homepage="https://mde-lab.aegean.gr/index.php/downloads/",
    license="LicenseRef-Research-Only",
    access="open",
    modality="Microscopy",
    sequence="Pap smear",
    anatomy=("cervix",),
    department="Laboratory Medicine and Pathology",
    cite="Jantzen et al., Pap-smear benchmark data for pattern classification, NiSIS 2005",
    cases=Files(
        "{class:carcinoma_in_situ|light_dysplastic|moderate_dysplastic|normal_columnar"
        "|normal_intermediate|normal_superficiel|severe_dysplastic}/{a:d}-{b:d}-{k:03d}.BMP"
    ),
    subject="{a}-{b}",
    labels=[
        Class(
            "{class}",
            names={
                "carcinoma_in_situ": "carcinoma in situ cell",
                "light_dysplastic": "mildly dysplastic squamous cell",
                "moderate_dysplastic": "moderately dysplastic squamous cell",
                "normal_columnar": "columnar epithelial cell",
                "normal_intermediate": "intermediate squamous cell",
                "normal_superficiel": "superficial squamous cell",
                "severe_dysplastic": "severely dysplastic squamous cell",
            },
        )
    ],
    evidence=(
        "https://github.com/openmedlab/Awesome-Medical-Dataset/blob/main/resources/Herlev.md",
        'public loader code (search for "smear2005"): folders, suffixes, indexed colour masks',
    ),
    verified="loader",
)
