"""BraTS-TCGA-GBM: glioblastoma of TCGA before surgery, on four MR sequences in atlas space.

The map of GLISTRboost corrected by hand is read, and where there is none, the uncorrected one.
Labels are 1, 2 and 4 (BraTS before 2023); 1 is necrosis and solid tumour that does not enhance in
one value, so no more is said of it. The date of the scan, shifted, is in every file name.
Patients are those of TCGA-GBM and are in BraTS of most years under other numbers.
"""

from gmai_data import Files, First, Mask, Source

NAMES = {1: "non-enhancing tumour core", 2: "peritumoural oedema", 4: "enhancing tumour"}

SOURCE = Source(
    name="brats-tcga-gbm",
    title="BraTS-TCGA-GBM",
    version="1.0.0",
    homepage="https://www.cancerimagingarchive.net/analysis-result/brats-tcga-gbm/",
    license="CC-BY-3.0",
    access="open",
    redistribution=True,
    commercial=True,
    derivatives=True,
    derived_from=("brats2018", "tcga"),
    subject_space="tcga",
    modality="MR",
    anatomy=("brain",),
    department="Neurosurgery",
    cite="Bakas et al., Scientific Data 2017, doi:10.1038/sdata.2017.117",
    root=("Pre-operative_TCGA_GBM_NIfTI_and_Segmentations", ""),
    cases=Files(
        "{patient:12}/{patient}_{date:10}_{channel:flair|t1|t1Gd|t2}.nii.gz",
        channels={"flair": "FLAIR", "t1": "T1w", "t1Gd": "T1w+Gd", "t2": "T2w"},
    ),
    subject="{patient}",
    study="{patient}-{date}",
    labels=[
        First(
            Mask("{patient}/{patient}_{date}_GlistrBoost_ManuallyCorrected.nii.gz", names=NAMES),
            Mask("{patient}/{patient}_{date}_GlistrBoost.nii.gz", names=NAMES),
        )
    ],
    evidence=(
        "https://github.com/openmedlab/Awesome-Medical-Dataset resources/BraTS-TCGA-GBM.md",
        'public loader code (search for "GlistrBoost_ManuallyCorrected"): names, which map first',
        "https://www.med.upenn.edu/cbica/brats2019/tasks.html (values)",
    ),
    verified="loader",
)
