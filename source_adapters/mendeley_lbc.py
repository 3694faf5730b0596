"""Mendeley LBC: liquid-based cytology of the cervix at 400x, four Bethesda categories.

The category is that of the smear. The archive wraps the class folders in one or two more. 460
patients, whose ids are not published.
"""

from gmai_data import NO_SUBJECT, Class, Files, Source

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
        "{class:High squamous intra-epithelial lesion|Low squamous intra-epithelial lesion"
        "|Negative for Intraepithelial malignancy|Squamous cell carcinoma}/{stem}.jpg"
    ),
    subject=NO_SUBJECT,
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
    evidence=('public code search for "High squamous intra-epithelial lesion"',),
    verified="loader",
)
