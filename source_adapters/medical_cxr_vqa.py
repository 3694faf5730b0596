"""Medical-CXR-VQA: questions on frontal chest radiographs, six kinds, from MIMIC-CXR reports.

A language model read the findings from the reports, and templates turned them into questions.
Several abnormalities are one answer with commas. Images are those of mimic-cxr-jpg; the agreement
forbids sending them to services it does not cover.
"""

from gmai_data import QA, Source, Table, Term

SOURCE = Source(
    name="medical-cxr-vqa",
    title="Medical-CXR-VQA",
    version="1.0.0",
    homepage="https://physionet.org/content/medical-cxr-vqa-dataset/",
    license="LicenseRef-PhysioNet-Credentialed-1.5.0",
    access="agreement",
    redistribution=False,
    send_to_api=False,
    benchmark=("test",),
    derived_from=("mimic-cxr-jpg",),
    cite="Hu et al., Interpretable medical image visual question answering, MedIA 2024",
    modality="X-Ray",
    anatomy=("chest",),
    department="Pulmonary Medicine",
    cases=Table(
        "medical-cxr-vqa-questions.csv",
        image="<mimic-cxr-jpg>/files/p*/p{subject_id}/s{study_id}/{dicom_id}.jpg",
    ),
    subject="{subject_id}",
    subject_space="mimic-cxr-jpg",
    study="{study_id}",
    split=Term("{split}", {"train": "train", "val": "val", "test": "test"}),
    labels=[QA("{question}", answer="{answer}")],
    evidence=('public code search for "medical-cxr-vqa-questions.csv" (columns)',),
    verified="loader",
)
