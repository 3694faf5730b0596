"""ISBI 2015: multiple sclerosis lesions on four MR sequences over several visits, by two raters.

Images are preprocessed and on one grid. Test masks are hidden, so `testing/` is not read.
"""

from gmai_data import Files, Mask, Source

SOURCE = Source(
    name="isbi2015-ms",
    title="ISBI 2015 longitudinal MS",
    version="1.0.0",
    homepage="https://smart-stats-tools.org/lesion-challenge",
    license="LicenseRef-ISBI2015-MS",
    access="registration",
    redistribution=False,
    modality="MR",
    anatomy=("brain",),
    department="Neurosurgery",
    cite="Carass et al., NeuroImage 2017, doi:10.1016/j.neuroimage.2016.12.064",
    cases=Files(
        "training/training{patient:02d}/preprocessed/"
        "training{patient}_{visit:02d}_{channel:flair|mprage|pd|t2}_pp.nii",
        channels={"flair": "FLAIR", "mprage": "T1w", "pd": "PDw", "t2": "T2w"},
    ),
    subject="{patient}",
    study="{patient}-{visit}",
    labels=[
        Mask(
            "training/training{patient}/masks/training{patient}_{visit}_mask{rater:d}.nii",
            names={1: "multiple sclerosis lesion"},
            rater="{rater}",
            grid="FLAIR",
        )
    ],
    evidence=(
        "https://github.com/MIC-DKFZ/nnUNet@nnunetv1 nnunet/dataset_conversion/"
        "Task035_ISBI_MSLesionSegmentationChallenge.py",
        'public code search for "training01_01_flair_pp"',
    ),
    verified="loader",
)
