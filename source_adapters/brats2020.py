"""BraTS 2020: glioma on four MR sequences, skull-stripped in one 1 mm atlas space.

Enhancing tumour is 4 (3 is not used); 1 is necrosis together with non-enhancing core. Grade is in
name_mapping.csv. Validation cases have no labels: unknown, not empty. Mirrors store `.nii` or
`.nii.gz`; the Kaggle copy nests the folders once more, and the label of its training case 355 bears
another name. Patients recur in every BraTS year and in MSD Task01; tables beside the cases name
those of 2018 and 2019 (that of validation from public code), who have one split in all three.
"""

from gmai_data import UNKNOWN, Class, Files, First, Mask, Source, Table, Term
from source_adapters.brats2018 import earliest

REGIONS = {1: "non-enhancing tumour core", 2: "peritumoural oedema", 4: "enhancing tumour"}

SOURCE = Source(
    name="brats2020",
    title="BraTS 2020",
    version="1.0.0",
    homepage="https://www.med.upenn.edu/cbica/brats2020/data.html",
    license="LicenseRef-BraTS-2020",
    access="registration",
    redistribution=False,
    commercial=False,
    modality="MR",
    anatomy=("brain",),
    department="Neurosurgery",
    derived_from=("brats2019",),
    cite="Menze et al., IEEE TMI 2015, doi:10.1109/TMI.2014.2377694",
    cases=Files(
        "**/MICCAI_BraTS2020_{set:Training|Validation}Data/{patient}/"
        "{patient}_{channel:flair|t1|t1ce|t2}.{suffix:nii|nii.gz}",
        channels={"flair": "FLAIR", "t1": "T1w", "t1ce": "T1w+Gd", "t2": "T2w"},
    ),
    join=[
        Table(
            "**/MICCAI_BraTS2020_{set:Training|Validation}Data/name_mapping*.csv",
            parse={"BraTS_2020_subject_ID": "{patient}"},
            derive={"name": earliest},
            on="patient",
            optional=True,
        )
    ],
    subject=First("{name}", "{patient}"),
    subject_space="brats2018",
    split=Term("{set}", {"Training": "train", "Validation": "val"}),
    labels=[
        First(
            Mask("**/MICCAI_BraTS2020_{set}Data/{patient}/{patient}_seg.{suffix}", names=REGIONS),
            Mask(  # case 355 of the Kaggle copy
                "**/MICCAI_BraTS2020_{set}Data/{patient}/W39_1998.09.19_Segm.nii",
                names=REGIONS,
                missing=UNKNOWN,
            ),
        ),
        Class(
            "{Grade}",
            names={"HGG": "high-grade glioma", "LGG": "low-grade glioma"},
            level="subject",
            missing=UNKNOWN,
        ),
    ],
    evidence=(
        'public code search for "W39_1998.09.19_Segm" and for "BraTS_2020_subject_ID"',
        'public code search for "name_mapping_validation_data.csv"',
    ),
    verified="loader",
)
