"""MIMIC-CXR-VQA: templated questions on chest radiographs, answered from Chest ImaGenome.

Declared for the files that build_dataset.sh writes; those with an underscore have no answers. The
answer is a list: several findings are put in a row, and an empty list is "none". Images are those
of mimic-cxr-jpg; the agreement forbids sending them to services it does not cover.
"""

import json
from collections.abc import Mapping

from gmai_data import QA, Records, Source, Term


def said(row: Mapping[str, str]) -> str:
    """The list of answers as a text."""
    return ", ".join(map(str, json.loads(row["answer"]))) or "none"


SOURCE = Source(
    name="mimic-cxr-vqa",
    title="MIMIC-Ext-MIMIC-CXR-VQA",
    version="1.0.0",
    homepage="https://physionet.org/content/mimic-ext-mimic-cxr-vqa/",
    license="LicenseRef-PhysioNet-Credentialed-1.5.0",
    access="agreement",
    redistribution=False,
    send_to_api=False,
    benchmark=("test",),
    derived_from=("mimic-cxr-jpg", "chest-imagenome"),
    cite="Bae et al., EHRXQA: a multi-modal question answering dataset, NeurIPS 2023",
    modality="X-Ray",
    anatomy=("chest",),
    department="Pulmonary Medicine",
    cases=Records(
        "{set:train|valid|test}.json",
        image="<mimic-cxr-jpg>/files/p*/p{subject_id}/s{study_id}/{image_id}.jpg",
        derive={"said": said},
    ),
    subject="{subject_id}",
    subject_space="mimic-cxr-jpg",
    study="{study_id}",
    split=Term("{set}", {"train": "train", "valid": "val", "test": "test"}),
    labels=[QA("{question}", answer="{said}")],
    evidence=("https://github.com/baeseongsu/mimic-cxr-vqa README",),
    verified="loader",
)
