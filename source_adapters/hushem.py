"""HuSHeM: heads of stained human sperm cells in four shapes; names restart per class.

The three experts agreed on every picture that is kept. 15 patients, whose ids are not published.
"""

from gmai_data import NO_SUBJECT, Class, Files, Source

SOURCE = Source(
    name="hushem",
    title="Human Sperm Head Morphology dataset (HuSHeM)",
    version="1.0.0",
    homepage="https://data.mendeley.com/datasets/tt3yj2pf38/3",
    license="CC-BY-4.0",
    access="open",
    modality="Microscopy",
    department="Urology",
    redistribution=True,
    commercial=True,
    derivatives=True,
    cite="Shaker et al., A dictionary learning approach for human sperm heads classification, "
    "Computers in Biology and Medicine 2017",
    cases=Files("{class:01_Normal|02_Tapered|03_Pyriform|04_Amorphous}/image_{n:03d}.BMP"),
    subject=NO_SUBJECT,
    labels=[
        Class(
            "{class}",
            names={
                "01_Normal": "normal sperm head",
                "02_Tapered": "tapered sperm head",
                "03_Pyriform": "pyriform sperm head",
                "04_Amorphous": "amorphous sperm head",
            },
        )
    ],
    evidence=(
        "https://github.com/openmedlab/Awesome-Medical-Dataset/blob/main/resources/HuSHeM.md",
    ),
    verified="loader",
)
