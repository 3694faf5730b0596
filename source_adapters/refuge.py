"""REFUGE: disc-centred fundus photographs with optic cup and disc masks, glaucoma or not.

Mask values are inverted: 0 is the cup, 128 the rim between cup and disc edge, 255 the background.
The archives unpack side by side or into folders of their own names. Masks of the test part are in
`G` and `N`, by the answer, or together. The glaucoma answers of validation and test are in
spreadsheets not declared here. No patient id. REFUGE2 has further pictures and is not read.
"""

from gmai_data import NO_SUBJECT, Files, First, Flags, Layout, Mask, Source

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
            cases=Files("**/Training400/{class:Glaucoma|Non-Glaucoma}/{stem}.jpg"),
            split="train",
            labels=[
                Flags(
                    names={"class": "glaucoma"},
                    values={"Glaucoma": "present", "Non-Glaucoma": "absent"},
                ),
                Mask(
                    "**/Annotation-Training400/Disc_Cup_Masks/{class}/{stem}.bmp",
                    names=GREYS,
                    background=255,
                ),
            ],
        ),
        Layout(
            "validation",
            cases=Files("**/REFUGE-Validation400/V{n:04d}.jpg"),
            split="val",
            labels=[
                Mask(
                    "**/REFUGE-Validation400-GT/Disc_Cup_Masks/V{n}.bmp",
                    names=GREYS,
                    background=255,
                )
            ],
        ),
        Layout(
            "test",
            cases=Files("**/{:REFUGE-Test400|Test400}/T{n:04d}.jpg"),
            split="test",
            labels=[
                Mask(
                    First(
                        "**/REFUGE-Test-GT/Disc_Cup_Masks/{:G|N}/T{n}.bmp",
                        "**/REFUGE-Test-GT/Disc_Cup_Masks/T{n}.bmp",
                    ),
                    names=GREYS,
                    background=255,
                )
            ],
        ),
    ),
    evidence=(
        "https://refuge.grand-challenge.org/Details/ (grey values)",
        "https://github.com/open-mmlab/mmsegmentation tools/dataset_converters/refuge.py",
        'public code search for "Training400/Glaucoma", "REFUGE-Test400/Test400", "REFUGE-Test-GT"',
    ),
    verified="loader",
)
