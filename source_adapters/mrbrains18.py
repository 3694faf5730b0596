"""MRBrainS18: tissues of the brain on T1, inversion recovery and FLAIR, with lesions and infarcts.

Read are the bias-corrected images in `pre/`, all on the grid of FLAIR. 9 and 10 (infarcts, other
lesions) were left out of the scores; 10 has no name and is ignored. The copy on DataverseNL numbers
its subjects 1 to 30 and has the labels of the test set too; the challenge's had odd ids (`070`) and
none.
"""

from gmai_data import UNKNOWN, Files, Mask, Source, Term

SOURCE = Source(
    name="mrbrains18",
    title="MRBrainS18",
    version="1.0.0",
    homepage="https://mrbrains18.isi.uu.nl/",
    license="LicenseRef-MRBrainS18",
    access="registration",
    redistribution=False,
    benchmark=("test",),
    modality="MR",
    anatomy=("brain",),
    department="Neurosurgery",
    cite="Kuijf and Bennink, Grand Challenge on MR Brain Segmentation 2018, doi:10.34894/E0U32Q",
    cases=Files(
        "{set:training|test}/{n:d}/pre/{channel:FLAIR|reg_IR|reg_T1}.nii.gz",
        channels={"FLAIR": "FLAIR", "reg_IR": "T1w-IR", "reg_T1": "T1w"},
    ),
    subject="{set}-{n}",
    split=Term("{set}", {"training": "train", "test": "test"}),
    labels=[
        Mask(
            "{set}/{n}/segm.nii.gz",
            grid="FLAIR",
            names={
                1: "cerebral cortex",
                2: "basal ganglia",
                3: "white matter",
                4: "white matter lesion",
                5: "external cerebrospinal fluid",
                6: "cerebral ventricles",
                7: "cerebellum",
                8: "brainstem",
                9: "infarct",
                10: None,
            },
            missing=UNKNOWN,
        )
    ],
    evidence=(
        "https://mrbrains18.isi.uu.nl/data (values)",
        "https://github.com/constantinpape/torch-em torch_em/data/datasets/medical/mrbrains18.py "
        "(folders, sets)",
        'public code search for "reg_IR.nii.gz" (training/070/pre)',
    ),
    verified="loader",
)
