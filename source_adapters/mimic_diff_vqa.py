"""Medical-Diff-VQA: questions on chest radiographs of MIMIC-CXR and on what changed since the last.

A case is a pair of studies: `study_id` is the later one, `ref_id` the reference, and only
difference questions need both. mimic_all.csv names the one frontal image of each study. Images are
those of mimic-cxr-jpg; the agreement forbids sending them to services it does not cover.
"""

from gmai_data import QA, Source, Table, Term

SOURCE = Source(
    name="mimic-diff-vqa",
    title="Medical-Diff-VQA",
    version="1.0.0",
    homepage="https://physionet.org/content/medical-diff-vqa/1.0.0/",
    license="LicenseRef-PhysioNet-Credentialed-1.5.0",
    access="agreement",
    redistribution=False,
    send_to_api=False,
    benchmark=("test",),
    derived_from=("mimic-cxr-jpg",),
    cite="Hu et al., Expert knowledge-aware image difference graph, KDD 2023",
    modality="X-Ray",
    anatomy=("chest",),
    department="Pulmonary Medicine",
    cases=Table(
        "mimic_pair_questions.csv",
        image={
            "current": "<mimic-cxr-jpg>/files/p*/p{subject_id}/s{study_id}/{now.dicom_id}.jpg",
            "reference": "<mimic-cxr-jpg>/files/p*/p{subject_id}/s{ref_id}/{before.dicom_id}.jpg",
        },
        key="{subject_id} {study_id} {ref_id}",
    ),
    join=[
        Table("mimic_all.csv", alias="now", on="study_id"),
        Table("mimic_all.csv", alias="before", parse={"study_id": "{ref_id}"}, on="ref_id"),
    ],
    subject="{subject_id}",
    study="{study_id}",
    split=Term("{split}", {"train": "train", "val": "val", "test": "test"}),
    labels=[QA("{question}", answer="{answer}", level="study")],
    evidence=(
        "https://github.com/Holipori/MIMIC-Diff-VQA",
        "https://physionet.org/content/medical-diff-vqa/1.0.0/",
    ),
    verified="loader",
)
