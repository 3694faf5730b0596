"""SMILE-UHURA 2023: small vessels of the brain on time-of-flight angiography at 7 T.

Images are `.nii.gz`, labels `.nii`. Read is the manual label; plausible segmentations and those of
OMELETTE are the output of programs. Arteries and veins are not told apart.
"""

from gmai_data import Files, Mask, Source, Term

SOURCE = Source(
    name="smile-uhura",
    title="SMILE-UHURA 2023 (7T TOF)",
    version="1.0.0",
    homepage="https://www.synapse.org/#!Synapse:syn47164761",
    license="LicenseRef-SMILE-UHURA",
    access="registration",
    redistribution=False,
    modality="MR",
    sequence="MRA",
    anatomy=("brain",),
    department="Neurosurgery",
    cite="Chatterjee et al., SMILE-UHURA Challenge, arXiv:2411.09593",
    cases=Files("{:TrainingSet|ValidationSet}/{set:train|validate}/sub{n:03d}.nii.gz"),
    subject="{n}",
    split=Term("{set}", {"train": "train", "validate": "val"}),
    labels=[
        Mask(
            "{:TrainingSet|ValidationSet}/{set}_label/sub{n}.nii",
            names={1: "cerebral blood vessel"},
        )
    ],
    evidence=(
        "https://github.com/openmedlab/Awesome-Medical-Dataset resources/SMILE-UHURA 2023.md",
        'public code search for "train_OMELETTElabel" (names)',
    ),
    verified="loader",
)
