"""e-ophtha: fundus photographs of a telemedical network with exudates or microaneurysms drawn.

Two sets, EX and MA, each with healthy photographs. A photograph of one set says nothing on the
lesions of the other. The folder is the exam, which stands for the patient; the same exam may be in
both sets. Suffixes vary in case, and `Thumbs.db` lies about.
"""

from gmai_data import Class, Files, Layout, Mask, Source

SOURCE = Source(
    name="eophtha",
    title="e-ophtha",
    version="1.0.0",
    homepage="https://www.adcis.net/en/third-party/e-ophtha/",
    license="LicenseRef-Research-Only",
    access="registration",
    modality="Fundus Photography",
    anatomy=("retina",),
    department="Ophthalmology",
    redistribution=False,
    commercial=False,
    cite="Decencière et al., TeleOphta, IRBM 2013",
    subject="{exam}",
    study="{exam}",
    parts=(
        Layout(
            "exudates",
            cases=Files(("e_optha_EX/EX/{exam}/{stem}.jpg", "e_optha_EX/EX/{exam}/{stem}.png")),
            labels=[
                Mask(
                    "e_optha_EX/Annotation_EX/{exam}/{stem}_EX.png",
                    form="binary",
                    name="hard exudate",
                )
            ],
        ),
        Layout(
            "microaneurysms",
            cases=Files(("e_optha_MA/MA/{exam}/{stem}.jpg", "e_optha_MA/MA/{exam}/{stem}.png")),
            labels=[
                Mask(
                    "e_optha_MA/Annotation_MA/{exam}/{stem}.png",
                    form="binary",
                    name="microaneurysm",
                )
            ],
        ),
        Layout(
            "healthy",
            cases=Files(
                (
                    "e_optha_{set:EX|MA}/{class:healthy}/{exam}/{stem}.jpg",
                    "e_optha_{set:EX|MA}/{class:healthy}/{exam}/{stem}.png",
                )
            ),
            labels=[Class("{class}", names={"healthy": "normal retina"})],
        ),
    ),
    evidence=(
        "https://github.com/jusiro/FLAIR/blob/main/local_data/prepare_partitions.py",
        'public code search for "e_optha_MA"',
    ),
    verified="loader",
)
