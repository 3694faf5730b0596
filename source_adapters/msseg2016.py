"""MSSEG 2016: multiple sclerosis lesions on five MR sequences, drawn by seven raters.

Read are the preprocessed images and every rater's mask; the consensus is made from these and is
not a reading of its own. Patients are numbered anew in each centre and set, and their
folders stand in each other or are one, by copy. `Raw_Data` is on other grids.
"""

from gmai_data import UNKNOWN, Files, First, Mask, Source, Term

SOURCE = Source(
    name="msseg2016",
    title="MSSEG 2016 (MICCAI 2016, Shanoir)",
    version="1.0.0",
    homepage="https://portal.fli-iam.irisa.fr/msseg-challenge/",
    license="LicenseRef-MSSEG-2016",
    access="registration",
    redistribution=False,
    benchmark=("test",),
    modality="MR",
    anatomy=("brain",),
    department="Neurosurgery",
    cite="Commowick et al., NeuroImage 2021, doi:10.1016/j.neuroimage.2021.118589",
    cases=Files(
        First(
            "{set:Training|Testing}/Center_{centre:02d}/Patient_{patient:02d}/Preprocessed_Data/"
            "{channel:FLAIR|T1|T2|DP|GADO}_preprocessed.nii.gz",
            "{set:Training|Testing}/Center_{centre:02d}_Patient_{patient:02d}/Preprocessed_Data/"
            "{channel:FLAIR|T1|T2|DP|GADO}_preprocessed.nii.gz",
        ),
        channels={"FLAIR": "FLAIR", "T1": "T1w", "T2": "T2w", "DP": "PDw", "GADO": "T1w+Gd"},
    ),
    subject="{set}-{centre}-{patient}",
    split=Term("{set}", {"Training": "train", "Testing": "test"}),
    labels=[
        Mask(
            First(
                "{set}/Center_{centre}/Patient_{patient}/Masks/ManualSegmentation_{rater:d}.nii.gz",
                "{set}/Center_{centre}_Patient_{patient}/Masks/ManualSegmentation_{rater:d}.nii.gz",
            ),
            names={1: "multiple sclerosis lesion"},
            rater="{rater}",
            grid="FLAIR",
            missing=UNKNOWN,
        )
    ],
    evidence=('public code search for "Masks/Consensus.nii.gz" and "ManualSegmentation_1.nii.gz"',),
    verified="loader",
)
