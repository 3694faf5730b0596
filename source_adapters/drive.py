"""DRIVE: fundus photographs with the vessel tree drawn by hand.

`mask/` is the field of view, `1st_manual/` is the label. The test part has labels in older releases
only, in some with a second observer.
"""

from gmai_data import UNKNOWN, Files, Mask, Source, Term

SOURCE = Source(
    name="drive",
    title="DRIVE",
    version="1.0.0",
    homepage="https://drive.grand-challenge.org/",
    license="LicenseRef-Challenge-Terms",
    access="registration",
    modality="Fundus Photography",
    anatomy=("retina",),
    department="Ophthalmology",
    benchmark=("test",),
    cases=Files("{set:training|test}/images/{n:02d}_{:training|test}.tif"),
    subject="{n}",
    split=Term("{set}", {"training": "train", "test": "test"}),
    labels=[
        Mask("{set}/1st_manual/{n}_manual1.gif", name="retinal vessel", missing=UNKNOWN),
    ],
    evidence=(
        "torch_em/data/datasets/medical/drive.py",
        "https://github.com/openmedlab/Awesome-Medical-Dataset/blob/main/resources/DRIVE.md",
    ),
    verified="loader",
)
