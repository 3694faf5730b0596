"""FLARE21: liver, kidneys, spleen and pancreas on abdominal CT.

Both kidneys are one class; the values are those of AbdomenCT-1K, as public code has them. Three
ways to store it are read: that of the public listing, that of the challenge's archives
(`TrainingImg`, `TrainingMask`, from memory), and that of Zenodo 5903037, where the same 361 scans
are the first subtask of AbdomenCT-1K (`TrainImage`, `TrainMask`). Labels of the validation scans
are hidden. Nearly all patients are also in the releases it was made from.
"""

from gmai_data import Files, Layout, Mask, Source

ORGANS = {1: "liver", 2: "kidney", 3: "spleen", 4: "pancreas"}

SOURCE = Source(
    name="flare21",
    title="FLARE21",
    version="1.0.0",
    homepage="https://flare.grand-challenge.org/",
    license="LicenseRef-FLARE21",
    access="registration",
    commercial=False,
    derived_from=(
        "abdomenct-1k",
        "kits19",
        "lits",
        "msd-task03-liver",
        "msd-task07-pancreas",
        "msd-task09-spleen",
        "pancreas-ct",
    ),
    modality="CT",
    anatomy=("abdomen",),
    department="Gastroenterology and Hepatology",
    cite="Ma et al., Medical Image Analysis 2022, doi:10.1016/j.media.2022.102616",
    root=("FLARE21", "Subtask1", ""),
    subject="{n}",
    layouts=(
        Layout(
            "listing",
            cases=Files("imagesTr/train_{n:03d}.nii.gz"),
            labels=[Mask("labelsTr/train_{n}.nii.gz", names=ORGANS)],
        ),
        Layout(
            "archives",
            cases=Files("TrainingImg/train_{n:03d}_0000.nii.gz"),
            labels=[Mask("TrainingMask/train_{n}.nii.gz", names=ORGANS)],
        ),
        Layout(
            "zenodo",
            cases=Files("TrainImage/train_{n:d}_0000.nii.gz"),
            labels=[Mask("TrainMask/train_{n}.nii.gz", names=ORGANS)],
        ),
    ),
    evidence=(
        "https://github.com/openmedlab/Awesome-Medical-Dataset resources/FLARE2021.md",
        'public code search for "TrainMask/train_" (Subtask1, values 1 to 3)',
        "https://github.com/zhaoziheng/SAT-DS processor.py (values of AbdomenCT-1K)",
    ),
    verified="loader",
)
