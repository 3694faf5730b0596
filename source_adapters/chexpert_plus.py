"""CheXpert Plus: the radiographs of CheXpert again, with their reports.

Paths of the table end in .jpg; the PNG part of the release has .png. Most reports have an
impression and no findings. The 14 labels are chexpert's and are not repeated; patients are the
same. The `valid` part (200 patients) is what results are reported on. Demographic columns are not
read.
"""

import re

from gmai_data import UNKNOWN, First, Report, Source, Table, Term

SOURCE = Source(
    name="chexpert-plus",
    title="CheXpert Plus",
    version="1.0.0",
    homepage="https://stanfordaimi.azurewebsites.net/datasets/5158c524-d3ab-4e02-96e9-6ee9efc110a1",
    license="LicenseRef-Stanford-Research-Use",
    access="registration",
    redistribution=False,
    commercial=False,
    benchmark=("val",),
    derived_from=("chexpert",),
    cite="Chambon et al., CheXpert Plus, arXiv:2405.19538",
    modality="X-Ray",
    anatomy=("chest",),
    department="Pulmonary Medicine",
    cases=Table(
        "df_chexpert_plus_240401.csv",
        parse={"path_to_image": "{set:train|valid}/{patient}/{study}/{image}.jpg"},
        image=First(
            "PNG/PNG/{set}/{patient}/{study}/{image}.png", "PNG/{set}/{patient}/{study}/{image}.png"
        ),
    ),
    subject="{patient}",
    subject_space="chexpert",
    study="{patient}-{study}",
    split=Term("{set}", {"train": "train", "valid": "val"}),
    view=Term(
        "{frontal_lateral} {ap_pa}",
        {
            "Frontal AP": "AP",
            "Frontal PA": "PA",
            re.compile("Frontal.*"): "frontal",
            re.compile("Lateral.*"): "lateral",
        },
    ),
    labels=[
        Report(
            sections={"findings": "{section_findings}", "impression": "{section_impression}"},
            level="study",
            missing=UNKNOWN,
        )
    ],
    evidence=(
        "https://github.com/Stanford-AIMI/chexpert-plus README",
        'public code search for "section_clinical_history" (header)',
    ),
    verified="loader",
)
