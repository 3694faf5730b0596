"""RAVIR: infrared reflectance images of the retina with arteries and veins.

Mask values are 128 for arteries and 255 for veins. The test images have no masks. The number in the
name is the case.
"""

from gmai_data import Files, Layout, Mask, Source

SOURCE = Source(
    name="ravir",
    title="RAVIR",
    version="1.0.0",
    homepage="https://ravir.grand-challenge.org/",
    license="LicenseRef-Challenge-Terms",
    access="registration",
    modality="Infrared Reflectance Imaging",
    anatomy=("retina",),
    department="Ophthalmology",
    benchmark=("test",),
    cite="Hatamizadeh et al., RAVIR, IEEE JBHI 2022, arXiv:2203.14928",
    subject="{n}",
    parts=(
        Layout(
            "training",
            cases=Files("train/training_images/IR_Case_{n:03d}.png"),
            split="train",
            labels=[
                Mask(
                    "train/training_masks/IR_Case_{n}.png",
                    names={128: "retinal artery", 255: "retinal vein"},
                )
            ],
        ),
        Layout("testing", cases=Files("test/IR_Case_{n:03d}.png"), split="test"),
    ),
    evidence=(
        "torch_em/data/datasets/medical/ravir.py",
        "https://github.com/openmedlab/Awesome-Medical-Dataset/blob/main/resources/RAVIR.md",
        "public code search for the values of the masks (a loader maps 128 to artery)",
    ),
    verified="loader",
)
