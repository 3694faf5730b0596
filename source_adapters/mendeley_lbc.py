"""Mendeley LBC: liquid-based cytology of the cervix at 400x, four Bethesda categories.

The category is that of the smear. The archive wraps the class folders in one or two more. The paper
has 460 patients, but names tell 61 smears, some sixteen pictures each: "HSIL_2 (10)", "NL_10_ (5)",
"scc_1 (21)" and "SCC_3 (11)" in one folder. The smear, by folder and number, is the subject.
"""

from gmai_data import Class, Files, Source

FOLDER = (
    "{class:High squamous intra-epithelial lesion|Low squamous intra-epithelial lesion"
    "|Negative for Intraepithelial malignancy|Squamous cell carcinoma}"
)

SOURCE = Source(
    name="mendeley-lbc",
    title="Liquid based cytology pap smear images",
    version="1.0.0",
    homepage="https://data.mendeley.com/datasets/zddtpgzv63/4",
    license="CC-BY-4.0",
    access="open",
    modality="Microscopy",
    sequence="Pap smear",
    anatomy=("cervix",),
    department="Laboratory Medicine and Pathology",
    redistribution=True,
    commercial=True,
    derivatives=True,
    cite="Hussain et al., Liquid based-cytology Pap smear dataset for automated multi-class "
    "diagnosis of pre-cancerous and cervical cancer lesions, Data in Brief 2020",
    cases=Files(
        (
            f"{FOLDER}/{{kind}}_{{smear:d}} ({{n:d}}).jpg",
            f"{FOLDER}/{{kind}}_{{smear:d}}_ ({{n:d}}).jpg",
        )
    ),
    subject="{class} {smear}",
    labels=[
        Class(
            "{class}",
            names={
                "High squamous intra-epithelial lesion": "HSIL",
                "Low squamous intra-epithelial lesion": "LSIL",
                "Negative for Intraepithelial malignancy": "NILM",
                "Squamous cell carcinoma": "squamous cell carcinoma",
            },
        )
    ],
    evidence=(
        'public code search for "High squamous intra-epithelial lesion"',
        "https://github.com/SamGabriel-Here/pap-vision DATASET.md (file list: names, 61 smears)",
    ),
    verified="loader",
)
