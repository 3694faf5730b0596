"""Ultrasound Nerve Segmentation (Kaggle 2016): neck ultrasound, the brachial plexus outlined.

The number before the underscore is the patient. More than half of the masks are empty, and nearly
equal frames contradict each other: an empty mask is not said to be absence. Test images have
neither patient nor mask.
"""

from gmai_data import NO_SUBJECT, Files, Layout, Mask, Source

SOURCE = Source(
    name="uns-nerve",
    title="Ultrasound Nerve Segmentation",
    version="1.0.0",
    homepage="https://www.kaggle.com/c/ultrasound-nerve-segmentation",
    license="LicenseRef-Kaggle-Competition",
    access="registration",
    modality="Ultrasound",
    anatomy=("neck",),
    redistribution=False,
    benchmark=("test",),
    parts=(
        Layout(
            "train",
            cases=Files("train/{patient:d}_{n:d}.tif"),
            subject="{patient}",
            split="train",
            labels=[
                Mask("train/{patient}_{n}_mask.tif", name="brachial plexus", threshold=127),
            ],
        ),
        Layout("test", cases=Files("test/{n:d}.tif"), subject=NO_SUBJECT, split="test"),
    ),
    evidence=(
        "https://github.com/openmedlab/Awesome-Medical-Dataset/blob/main/resources/UNS.md",
        "https://github.com/zekikus/MedSegBench/blob/main/medsegbench/info.py",
    ),
    verified="loader",
)
