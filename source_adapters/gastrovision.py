"""GastroVision: gastrointestinal endoscopy frames in 27 classes, one folder for each.

No patient id. The official lists (`Split/` of the repository) hold the 22 larger classes: pictures
of the other five have no official split. A name (`100H0004.jpg`) may be another picture in
another class. The apostrophe of "Barrett's" is met in three spellings.
"""

import re

from gmai_data import NO_SUBJECT, Class, Files, Source, Table, Term

SOURCE = Source(
    name="gastrovision",
    title="GastroVision",
    version="1.0.0",
    homepage="https://github.com/DebeshJha/GastroVision",
    license="CC-BY-4.0",
    access="open",
    modality="Endoscopy",
    anatomy=("gastrointestinal tract",),
    department="Gastroenterology and Hepatology",
    redistribution=True,
    commercial=True,
    derivatives=True,
    cite="Jha et al., GastroVision, ML4MHD 2023, arXiv 2307.08140",
    benchmark=("test",),
    cases=Files("Gastrovision/{class}/{stem}.jpg"),
    join=[
        Table(
            "Split/{list:train|validate|test}.csv",
            parse={"Filename": "{stem}.jpg", "Class": "{class}"},
            on=("class", "stem"),
            optional=True,
        )
    ],
    subject=NO_SUBJECT,
    split=Term("{list}", {"train": "train", "validate": "val", "test": "test", None: None}),
    labels=[
        Class(
            "{class}",
            names={
                "Accessory tools": "endoscopic accessory",
                "Angiectasia": "angiectasia",
                re.compile("Barrett.?s esophagus"): "Barrett's oesophagus",
                "Blood in lumen": "blood in the lumen",
                "Cecum": "caecum",
                "Colon diverticula": "colon diverticulum",
                "Colon polyps": "colon polyp",
                "Colorectal cancer": "colorectal cancer",
                "Duodenal bulb": "duodenal bulb",
                "Dyed-lifted-polyps": "dyed lifted polyp",
                "Dyed-resection-margins": "dyed resection margins",
                "Erythema": "erythema",
                "Esophageal varices": "oesophageal varices",
                "Esophagitis": "oesophagitis",
                "Gastric polyps": "gastric polyp",
                "Gastroesophageal_junction_normal z-line": "Z-line",
                "Ileocecal valve": "ileocaecal valve",
                "Mucosal inflammation large bowel": "large bowel inflammation",
                "Normal esophagus": "normal oesophagus",
                "Normal mucosa and vascular pattern in the large bowel": "normal mucosa",
                "Normal stomach": "normal stomach",
                "Pylorus": "pylorus",
                "Resected polyps": "resected polyp",
                "Resection margins": "resection margin",
                "Retroflex rectum": "retroflexed rectum",
                "Small bowel_terminal ileum": "terminal ileum",
                "Ulcer": "ulcer",
            },
        )
    ],
    evidence=(
        "https://github.com/DebeshJha/GastroVision (GastroVision_metadata.csv, Split)",
        'public code search for "Gastrovision" and "Colon diverticula": all 27 folders',
    ),
    verified="loader",
)
