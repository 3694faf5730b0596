"""RAD-ChestCT: chest CT with abnormalities by location, read from reports by rules (SARLE).

A zero means that the report does not name it, not that it is absent. Columns are
"abnormality*location": a finding is there if any of its locations has it; nodules, masses and
opacities count in the lung only. Arrays have no header, so each scan shows its middle slice and
nothing is said of planes, sides or sizes. Tables list 35,747 scans, of which one in ten is public.
Terms that are too vague to be said are not read.
"""

import csv
import io
from collections.abc import Mapping, Sequence

from gmai_data import UNKNOWN, Arrays, Flags, Source, Table, Term

LUNG = frozenset({
    "left_upper", "left_mid", "left_lower", "right_upper", "right_mid", "right_lower",
    "left_lung", "right_lung", "lung",
})  # fmt: skip
FINDINGS = {
    "air_trapping": "air trapping", "atelectasis": "atelectasis",
    "breast_implant": "breast prosthesis", "bronchiectasis": "bronchiectasis",
    "bronchiolitis": "bronchiolitis", "bronchitis": "bronchitis", "cardiomegaly": "cardiomegaly",
    "chest_tube": "chest drain", "consolidation": "consolidation",
    "coronary_artery_disease": "coronary artery disease", "emphysema": "emphysema",
    "groundglass": "ground-glass opacity", "heart_failure": "heart failure",
    "heart_valve_replacement": "artificial heart valve",
    "interstitial_lung_disease": "interstitial lung disease", "lymphadenopathy": "lymphadenopathy",
    "mass": "lung mass", "nodule": "lung nodule", "opacity": "lung opacity",
    "pericardial_effusion": "pericardial effusion", "pleural_effusion": "pleural effusion",
    "pleural_thickening": "pleural thickening", "pneumonia": "pneumonia",
    "pneumothorax": "pneumothorax", "pulmonary_edema": "pulmonary oedema",
    "septal_thickening": "interlobular septal thickening", "sternotomy": "sternotomy",
    "tuberculosis": "tuberculosis",
}  # fmt: skip
IN_LUNG = frozenset({"mass", "nodule", "opacity"})


def findings(content: bytes) -> Sequence[Mapping[str, str]]:
    """A row per scan with a column per finding: 1 where any of its locations is 1."""
    rows = []
    for row in csv.DictReader(io.StringIO(content.decode("utf-8-sig"))):
        found = dict.fromkeys(FINDINGS, "0") | {"scan": row["NoteAcc_DEID"].strip()}
        for column, value in row.items():
            name, _, place = column.partition("*")
            placed = name not in IN_LUNG or place in LUNG
            if name in FINDINGS and placed and value.strip() in ("1", "1.0"):
                found[name] = "1"
        rows.append(found)
    return rows


SOURCE = Source(
    name="rad-chestct",
    title="RAD-ChestCT",
    version="1.0.0",
    homepage="https://zenodo.org/records/6406114",
    license="CC-BY-NC-ND-4.0",
    access="open",
    commercial=False,
    derivatives=False,
    benchmark=("test",),
    modality="CT",
    anatomy=("chest",),
    department="Pulmonary Medicine",
    window="lung",
    intensity="HU",
    cite="Draelos et al., Medical Image Analysis 2021, doi:10.1016/j.media.2020.101857",
    cases=Arrays("**/{set:trn|val|tst}{n:d}.npz!ct", axes="DHW"),  # in `images/`, or beside
    join=[
        Table(
            "**/CT_Scan_Metadata_Complete_35747.csv",
            parse={"NoteAcc_DEID": "{set:trn|val|tst}{n:d}"},
            on=("set", "n"),
        )
    ],
    subject="{MRN_DEID}",
    split=Term("{set}", {"trn": "train", "val": "val", "tst": "test"}),
    labels=[
        Flags(
            names=FINDINGS,
            values={"1": "present", "0": "unknown"},
            table=Table(
                "**/img{:train|valid|test}_Abnormality_and_Location_Labels.csv",
                form=findings,
                parse={"scan": "{set:trn|val|tst}{n:d}"},
                on=("set", "n"),
            ),
            level="study",
            missing=UNKNOWN,
        )
    ],
    evidence=(
        "https://github.com/f10409/RadHarmony docs/wiki/datasets/radchestct.md",
        'public code search for "imgtrain_Abnormality_and_Location_Labels"',
    ),
    verified="loader",
)
