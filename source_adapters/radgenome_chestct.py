"""RadGenome-ChestCT: masks of chest regions on CT-RATE's scans, drawn by a model, not by people.

The volumes are CT-RATE's, resampled and cut to the body, one reconstruction of a scan. Their header
is a default one, of 1 mm where a loader says 3 x 1 x 1: they are shown along their last axis, as
the makers of the set read them, and no size, plane or side is said. Tables say "validation",
folders "valid". The mask of the pleura was found to be that of the lungs, and the abdomen's is what
of it is in the field: both are ignored. The sentences and questions by region are parts of
CT-RATE's reports, which ct-rate has whole, and the tables hold findings and answers without a
question: they are not declared. A scan without masks says nothing.
"""

from gmai_data import UNKNOWN, Files, First, Mask, Source, Term

SOURCE = Source(
    name="radgenome-chestct",
    title="RadGenome-ChestCT",
    version="1.0.0",
    homepage="https://huggingface.co/datasets/RadGenome/RadGenome-ChestCT",
    license="CC-BY-4.0",  # whose card asks to keep CT-RATE's terms
    access="open",
    redistribution=False,
    commercial=False,
    benchmark=("test",),
    derived_from=("ct-rate",),
    cite="Zhang et al., RadGenome-Chest CT, arXiv:2404.16754",
    modality="CT",
    anatomy=("chest",),
    department="Pulmonary Medicine",
    display="as stored",
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
        "https://huggingface.co/datasets/RadGenome/RadGenome-ChestCT (tree, card)",
        "https://github.com/constantinpape/torch-em "
        "torch_em/data/datasets/medical/radgenome_chestct.py (3 x 1 x 1 mm, identity affine)",
        "https://github.com/zhi-xuan-chen/Reg2RG src/Dataset/radgenome_dataset_train.py (axes)",
        'public code search for "train_vqa_abnormality" and "trachea and bronchie" (mask folders)',
    ),
    verified="loader",
)  # fmt: skip
