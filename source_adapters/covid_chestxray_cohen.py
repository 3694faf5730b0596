"""covid-chestxray-dataset (Cohen): radiographs of COVID-19 and other pneumonias, from publications.

A finding is a path, "Pneumonia/Viral/COVID-19", from the case's diagnosis rather than from the
picture. Rows of CT, and of "todo" and "Unknown", are left out. Each image has its own licence in a
column: check it before sharing. Rare bacteria are read as bacterial pneumonia.
"""

import re

from gmai_data import Class, Source, Table, Term

SOURCE = Source(
    name="covid-chestxray-cohen",
    title="COVID-19 Image Data Collection",
    version="1.0.0",
    homepage="https://github.com/ieee8023/covid-chestxray-dataset",
    license="LicenseRef-Per-Image",
    access="open",
    modality="X-Ray",
    anatomy=("chest",),
    department="Pulmonary Medicine",
    cite="Cohen et al., COVID-19 Image Data Collection, arXiv:2006.11988",
    cases=Table(
        "metadata.csv",
        image="images/{filename}",
        where={"modality": "X-ray", "folder": "images", "finding": "(?!(todo|Unknown)$).+"},
    ),
    subject="{patientid}",
    view=Term(
        "{view}",
        {
            "PA": "PA",
            "AP": "AP",
            "AP Supine": "AP supine",
            "AP semi erect": "AP",
            "AP erect": "AP",
            "L": "lateral",
            re.compile(".*"): None,
        },
    ),
    labels=[
        Class(
            "{finding}",
            names={
                "No Finding": "no finding",
                "Tuberculosis": "tuberculosis",
                "Pneumonia": "pneumonia",
                "Pneumonia/Aspiration": "aspiration pneumonia",
                "Pneumonia/Lipoid": "lipoid pneumonia",
                "Pneumonia/Fungal/Aspergillosis": "fungal pneumonia",
                "Pneumonia/Fungal/Pneumocystis": "Pneumocystis pneumonia",
                "Pneumonia/Viral/COVID-19": "COVID-19 pneumonia",
                "Pneumonia/Viral/SARS": "severe acute respiratory syndrome",
                "Pneumonia/Viral/MERS-CoV": "Middle East respiratory syndrome",
                "Pneumonia/Viral/Influenza": "influenza pneumonia",
                "Pneumonia/Viral/Influenza/H1N1": "influenza pneumonia",
                "Pneumonia/Viral/Varicella": "varicella pneumonia",
                "Pneumonia/Viral/Herpes": "viral pneumonia",
                "Pneumonia/Bacterial/Streptococcus": "streptococcal pneumonia",
                "Pneumonia/Bacterial/Klebsiella": "Klebsiella pneumonia",
                "Pneumonia/Bacterial/Legionella": "Legionella pneumonia",
                "Pneumonia/Bacterial/Mycoplasma": "Mycoplasma pneumonia",
                re.compile("Pneumonia/Bacterial(/.*)?"): "bacterial pneumonia",
            },
            level="study",
        )
    ],
    evidence=(
        "https://github.com/mlmed/torchxrayvision/blob/main/torchxrayvision/datasets.py",
        'public code that lists the findings (search for "Pneumonia/Fungal/Aspergillosis")',
    ),
    verified="loader",
)
