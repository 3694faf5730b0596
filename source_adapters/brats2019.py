"""BraTS 2019: glioma on four MR sequences, skull-stripped in one 1 mm atlas space.

Enhancing tumour is 4 (3 is not used). 1 is the rest of the core, necrosis (fluid) and solid tumour
that does not enhance in one value: no more is said of it than that it does not enhance, and in
low-grade glioma it is seldom necrotic. Grade is the folder. Validation cases have no labels:
unknown, not empty. Mirrors store `.nii` or `.nii.gz`. Patients recur in every BraTS year and in MSD
Task01; those of 2018 kept their names but for the year, and have one split in both.
"""

from gmai_data import UNKNOWN, Class, Files, Mask, Source, Term

SOURCE = Source(
    name="brats2019",
    title="BraTS 2019",
    version="1.0.0",
    homepage="https://www.med.upenn.edu/cbica/brats2019/data.html",
    license="LicenseRef-BraTS-2019",
    access="registration",
    redistribution=False,
    commercial=False,
    modality="MR",
    anatomy=("brain",),
    department="Neurosurgery",
    derived_from=("brats2018",),
    cite="Menze et al., IEEE TMI 2015, doi:10.1109/TMI.2014.2377694",
    cases=Files(
        (
            "MICCAI_BraTS_2019_Data_{set:Training}/{grade:HGG|LGG}/{patient}/"
            "{patient}_{channel:flair|t1|t1ce|t2}.{suffix:nii|nii.gz}",
            "MICCAI_BraTS_2019_Data_{set:Validation}/{patient}/"
            "{patient}_{channel:flair|t1|t1ce|t2}.{suffix:nii|nii.gz}",
        ),
        channels={"flair": "FLAIR", "t1": "T1w", "t1ce": "T1w+Gd", "t2": "T2w"},
        derive={"name": lambda row: row["patient"].partition("_")[2]},
    ),
    subject="{name}",
    subject_space="brats2018",
    split=Term("{set}", {"Training": "train", "Validation": "val"}),
    labels=[
        Mask(
            "MICCAI_BraTS_2019_Data_{set}/{grade}/{patient}/{patient}_seg.{suffix}",
            names={1: "non-enhancing tumour core", 2: "peritumoural oedema", 4: "enhancing tumour"},
            missing=UNKNOWN,
        ),
        Class(
            "{grade}",
            names={"HGG": "high-grade glioma", "LGG": "low-grade glioma"},
            level="subject",
            missing=UNKNOWN,
        ),
    ],
    evidence=(
        "https://github.com/MIC-DKFZ/nnUNet nnunetv2/dataset_conversion/Dataset043_BraTS19.py",
        "https://www.med.upenn.edu/cbica/brats2019/tasks.html (values)",
        'public code search for "Brats18_CBICA_AAB_1" (row that links the years)',
    ),
    verified="loader",
)
