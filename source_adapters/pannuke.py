"""PanNuke: H&E tiles of 19 tissues, nuclei of five classes as instance maps, in three folds.

Images are stored as float64 with values 0 to 255. Channel k of the masks holds the instance ids of
class k; channel 5 is background. Folder names vary (`Fold 1`, `fold_1`). No patient id.
"""

from gmai_data import NO_SUBJECT, Arrays, Class, First, Mask, Source

CELLS = [
    "neoplastic cell",
    "inflammatory cell",
    "connective tissue cell",
    "dead cell",
    "epithelial cell",
    None,
]

SOURCE = Source(
    name="pannuke",
    title="PanNuke",
    version="1.0.0",
    homepage="https://warwick.ac.uk/fac/cross_fac/tia/data/pannuke",
    license="CC-BY-NC-SA-4.0",
    access="open",
    modality="Pathology",
    department="Laboratory Medicine and Pathology",
    sequence="H&E",
    redistribution=True,
    commercial=False,
    derivatives=True,
    cases=Arrays(
        First(
            "Fold {fold:d}/images/fold{fold}/images.npy",
            "fold_{fold:d}/images/fold{fold}/images.npy",
        )
    ),
    subject=NO_SUBJECT,
    labels=[
        Class(
            array="*/images/fold{fold}/types.npy",
            of="tissue",
            names={
                "Adrenal_gland": "adrenal gland",
                "Bile-duct": "bile duct",
                "Bladder": "urinary bladder",
                "Breast": "breast",
                "Cervix": "cervix",
                "Colon": "colon",
                "Esophagus": "oesophagus",
                "HeadNeck": "head and neck",
                "Kidney": "kidney",
                "Liver": "liver",
                "Lung": "lung",
                "Ovarian": "ovary",
                "Pancreatic": "pancreas",
                "Prostate": "prostate",
                "Skin": "skin",
                "Stomach": "stomach",
                "Testis": "testis",
                "Thyroid": "thyroid gland",
                "Uterus": "uterus",
            },
        ),
        Mask(
            "*/masks/fold{fold}/masks.npy",
            stack=CELLS,
            names=CELLS,
            instances=True,
        ),
    ],
    evidence=(
        "torch_em/data/datasets/histopathology/pannuke.py",
        "https://github.com/openmedlab/Awesome-Medical-Dataset/blob/main/resources/PanNuke.md",
    ),
    verified="loader",
)
