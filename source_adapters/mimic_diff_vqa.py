"""Medical-Diff-VQA: questions on frontal chest radiographs of MIMIC-CXR.

Questions of type `difference` compare a study with `ref_id`; they need two images in one sample
and are dropped. The rest is about `study_id` alone, whose one frontal image mimic_all.csv names.
Images are those of mimic-cxr-jpg; the agreement forbids sending them to services it does not
cover.
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
        image="<mimic-cxr-jpg>/files/p*/p{subject_id}/s{study_id}/{study.dicom_id}.jpg",
        where={"question_type": "(?!difference).*"},
    ),
    join=[Table("mimic_all.csv", alias="study", on="study_id")],
    subject="{subject_id}",
    subject_space="mimic-cxr-jpg",
    study="{study_id}",
    split=Term("{split}", {"train": "train", "val": "val", "test": "test"}),
    labels=[QA("{question}", answer="{answer}")],
    evidence=(
        "https://github.com/Holipori/MIMIC-Diff-VQA",
        "https://physionet.org/content/medical-diff-vqa/1.0.0/",
    ),
    verified="loader",
)
