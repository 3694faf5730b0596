"""FIVES: fundus photographs of four classes with the vessel tree drawn by hand.

The letter before the suffix is the class. The mask folder is spelt "Groud truth" in some copies.
"""

from gmai_data import NO_SUBJECT, Class, Files, Mask, Source, Term

SOURCE = Source(
    name="fives",
    title="FIVES",
    version="1.0.0",
    homepage=(
        "https://figshare.com/articles/figure/"
        "FIVES_A_Fundus_Image_Dataset_for_AI-based_Vessel_Segmentation/19688169/1"
    ),
    license="CC-BY-4.0",
    access="open",
    modality="Fundus Photography",
    anatomy=("retina",),
    department="Ophthalmology",
    redistribution=True,
    commercial=True,
    derivatives=True,
    benchmark=("test",),
    cases=Files("{set:train|test}/Original/{n:d}_{class:A|D|G|N}.png"),
    subject=NO_SUBJECT,
    split=Term("{set}", {"train": "train", "test": "test"}),
    labels=[
        Class(
            "{class}",
            names={
                "A": "age-related macular degeneration",
                "D": "diabetic retinopathy",
                "G": "glaucoma",
                "N": "normal retina",
            },
        ),
        Mask(
            "{set}/{:Ground truth|Groud truth}/{n}_{class}.png",
            name="retinal vessel",
            threshold=127,
        ),
    ],
    evidence=(
        "https://github.com/jusiro/FLAIR/blob/main/local_data/prepare_partitions.py",
        "https://github.com/openmedlab/Awesome-Medical-Dataset/blob/main/resources/FIVES.md",
    ),
    verified="loader",
)
