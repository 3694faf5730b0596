"""MRBrainS13: tissues of the brain on T1, inversion recovery and FLAIR of elderly patients.

Read are the eight tissues of `LabelsForTraining.nii`; `LabelsForTesting.nii` merges them to three
and leaves out cerebellum and brainstem. `T1_1mm.nii` is on another grid.
The folder number is the patient, anew in the test part, whose labels the challenge kept. It is
closed, and the data are at DataverseNL (doi:10.34894/645ZIN), whose terms were not seen: those of
the challenge forbid handing them on.
"""

from gmai_data import UNKNOWN, Files, Mask, Source, Term

SOURCE = Source(
    name="mrbrains13",
    title="MRBrainS13",
    version="1.0.0",
    homepage="https://mrbrains13.isi.uu.nl/",
    license="LicenseRef-MRBrainS13",
    access="registration",
    redistribution=False,
    benchmark=("test",),
    modality="MR",
    anatomy=("brain",),
    department="Neurosurgery",
    cite="Mendrik et al., Computational Intelligence and Neuroscience 2015, "
    "doi:10.1155/2015/813696",
    root=("MRBrainS13DataNii", ""),
    cases=Files(
        "{set:TrainingData|TestData}/{n:d}/{channel:T1|T1_IR|T2_FLAIR}.nii",
        channels={"T1": "T1w", "T1_IR": "T1w-IR", "T2_FLAIR": "FLAIR"},
    ),
    subject="{set}-{n}",
    split=Term("{set}", {"TrainingData": "train", "TestData": "test"}),
    labels=[
        Mask(
            "{set}/{n}/LabelsForTraining.nii",
            names={
                1: "cerebral cortex",
                2: "basal ganglia",
                3: "white matter",
                4: "white matter lesion",
                5: "external cerebrospinal fluid",
                6: "cerebral ventricles",
                7: "cerebellum",
                8: "brainstem",
            },
            missing=UNKNOWN,
        )
    ],
    evidence=(
        "https://mrbrains13.isi.uu.nl/data/ (values; published at DataverseNL)",
        "https://github.com/openmedlab/Awesome-Medical-Dataset resources/MRBrains13.md",
        "https://github.com/shakex/mr-brain-tissue-segmentation (the release's Readme.txt: names)",
    ),
    verified="loader",
)
