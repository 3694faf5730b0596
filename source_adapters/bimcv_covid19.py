"""BIMCV-COVID19: chest radiographs of Valencia with findings by session.

The findings are terms of PadChest's tree, read from the report by a model; what is not listed is
not said to be absent. They hold for the session (report), and a finding may show in its other view
only. The Spanish reports are not declared, nor are the CT scans of the same tree. The PNGs have 16
bits; whether a MONOCHROME1 image was inverted is not known. Column names beyond patient, report
and CUIs are from memory.
"""

import re

from gmai_data import UNKNOWN, Class, Files, Source, Table, Term
from source_adapters.padchest import FINDINGS

SOURCE = Source(
    name="bimcv-covid19",
    title="BIMCV-COVID19+",
    version="1.0.0",
    homepage="https://bimcv.cipf.es/bimcv-projects/bimcv-covid19/",
    license="LicenseRef-BIMCV-COVID19",
    access="open",
    cite="de la Iglesia Vayá et al., BIMCV COVID-19+, arXiv:2006.01174",
    modality="X-Ray",
    anatomy=("chest",),
    department="Pulmonary Medicine",
    cases=Files(
        "sub-{patient}/ses-{session}/mod-rx/{image}.png",
        parse={"image": ("{run}_vp-{position:ap|pa|ll|lateral}_{kind}", "{run}")},
    ),
    subject="{patient}",
    study="{session}",
    view=Term(
        "{position}", {"ap": "AP", "pa": "PA", "ll": "lateral", "lateral": "lateral", None: None}
    ),
    labels=[
        Class(
            "{Labels}",
            form="list",
            names={
                "COVID 19": "COVID-19",
                "COVID 19 uncertain": None,
                **FINDINGS,
                re.compile(".*"): None,
            },
            table=Table(
                "derivatives/labels/labels_covid19_posi.tsv",
                on="session",
                parse={"ReportID": "ses-{session}"},
            ),
            level="study",
            missing=UNKNOWN,
        ),
    ],
    evidence=(
        'public code search for "labels_covid19_posi.tsv" (folders; columns of patient, session '
        "and CUIs)",
    ),
    verified="loader",
)
