"""RadGenome-ChestCT: masks of chest regions on CT-RATE's scans, drawn by a model, not by people.

The volumes are CT-RATE's, resampled; all reconstructions of a scan are there. Tables say
"validation", folders "valid". The mask of the pleura was found to be that of the lungs, and the
abdomen's is what of it is in the field: both are ignored. The sentences and questions by region
are parts of CT-RATE's reports, which ct-rate has whole, and the tables hold findings and answers
without a question: they are not declared. A scan without masks says nothing.
"""

from gmai_data import UNKNOWN, Files, First, Mask, Source, Term

SOURCE = Source(
    name="radgenome-chestct",
    title="RadGenome-ChestCT",
    version="1.0.0",
    homepage="https://huggingface.co/datasets/RadGenome/RadGenome-ChestCT",
    license="CC-BY-NC-SA-4.0",
    access="registration",
    redistribution=True,
    commercial=False,
    benchmark=("test",),
    derived_from=("ct-rate",),
    cite="Zhang et al., RadGenome-Chest CT, arXiv:2404.16754",
    modality="CT",
    anatomy=("chest",),
    department="Pulmonary Medicine",
    cases=Files("dataset/{set:train|valid}_preprocessed/{patient}/{scan}/{volume}.nii.gz"),
    subject="{patient}",
    subject_space="ct-rate",
    study="{scan}",
    split=Term("{set}", {"train": "train", "valid": "test"}),
    labels=[
        Mask(
            First(
                "dataset/{set}_region_mask/seg_{volume}/{region}.nii.gz",
                "dataset/{set}_region_mask.tar.gz!**/seg_{volume}/{region}.nii.gz",
            ),
            form="binary",
            by="{region}",
            names={
                "lung": "lung", "heart": "heart", "esophagus": "oesophagus",
                "thyroid": "thyroid gland", "breast": "breast", "mediastinum": "mediastinum",
                "trachea and bronchie": "airway", "bone": "bone",
                "pleura": None, "abdomen": None,
            },
            missing=UNKNOWN,
        )
    ],
    evidence=(
        "https://huggingface.co/datasets/RadGenome/RadGenome-ChestCT (tree)",
        'public code search for "train_vqa_abnormality" and "trachea and bronchie" (mask folders)',
    ),
    verified="loader",
)  # fmt: skip
