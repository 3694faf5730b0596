"""REFUGE: disc-centred fundus photographs with optic cup and disc masks, glaucoma or not.

Mask values are inverted: 0 is the cup, 128 the rim between cup and disc edge, 255 the background.
The glaucoma answers of validation and test are in spreadsheets not declared here. Names of the
validation and test mask folders, and the grey values, are from memory. No patient id.
"""

from gmai_data import NO_SUBJECT, Files, Flags, Layout, Mask, Source

GREYS = {0: "optic cup", 128: "neuroretinal rim"}

SOURCE = Source(
    name="refuge",
    title="REFUGE",
    version="1.0.0",
    homepage="https://refuge.grand-challenge.org/",
    license="LicenseRef-Research-Only",
    access="registration",
    modality="Fundus Photography",
    anatomy=("retina",),
    department="Ophthalmology",
    redistribution=False,
    benchmark=("test",),
    subject=NO_SUBJECT,
    parts=(
        Layout(
            "training",
            cases=Files("REFUGE-Training400/Training400/{class:Glaucoma|Non-Glaucoma}/{stem}.jpg"),
            split="train",
            labels=[
                Flags(
                    names={"class": "glaucoma"},
                    values={"Glaucoma": "present", "Non-Glaucoma": "absent"},
                ),
                Mask(
                    "Annotation-Training400/Annotation-Training400/Disc_Cup_Masks/"
                    "{class}/{stem}.bmp",
                    names=GREYS,
                    background=255,
                ),
            ],
        ),
        Layout(
            "validation",
            cases=Files("REFUGE-Validation400/{stem}.jpg"),
            split="val",
            labels=[
                Mask(
                    "REFUGE-Validation400-GT/Disc_Cup_Masks/{stem}.bmp",
                    names=GREYS,
                    background=255,
                )
            ],
        ),
        Layout(
            "test",
            cases=Files("REFUGE-Test400/{stem}.jpg"),
            split="test",
            labels=[Mask("REFUGE-Test-GT/Disc_Cup_Masks/{stem}.bmp", names=GREYS, background=255)],
        ),
    ),
    evidence=(
        'public code search for "Training400/Glaucoma"',
        "https://github.com/jusiro/FLAIR/blob/main/local_data/prepare_partitions.py",
    ),
    verified="loader",
)
