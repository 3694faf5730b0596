"""iChallenge-AMD (ADAM): fundus photographs with or without macular degeneration, and lesions.

Only the 400 training photographs have answers. A mask file is there only for a lesion that was
drawn; that none is there is not taken for absence. In the masks 0 is the lesion or the disc and 255
the rest (from memory). The fovea lies at (0, 0) where it is not seen. `others` is not bound. There
are three archives, of photographs, of discs and foveas, and of lesions, side by side or in one
folder. The set shares photographs with REFUGE. No patient id.
"""

from gmai_data import NO_SUBJECT, UNKNOWN, Files, Flags, Mask, Points, Source, Table

SOURCE = Source(
    name="adam",
    title="iChallenge-AMD (ADAM)",
    version="1.0.0",
    homepage="https://amd.grand-challenge.org/",
    license="LicenseRef-Research-Only",
    access="registration",
    modality="Fundus Photography",
    anatomy=("retina",),
    department="Ophthalmology",
    redistribution=False,
    commercial=False,
    derived_from=("refuge",),
    cite="Fang et al., ADAM challenge, IEEE TMI 2022, arXiv:2202.07983",
    cases=Files("**/Training400/{class:AMD|Non-AMD}/{stem}.jpg"),
    subject=NO_SUBJECT,
    split="train",
    labels=[
        Flags(
            names={"class": "age-related macular degeneration"},
            values={"AMD": "present", "Non-AMD": "absent"},
        ),
        Mask("**/Disc_Masks/{stem}.bmp", names={0: "optic disc"}, background=255, missing=UNKNOWN),
        *(
            Mask(
                f"**/Lesion_Masks/{folder}/{{stem}}.bmp",
                names={0: term},
                background=255,
                missing=UNKNOWN,
            )
            for folder, term in (
                ("drusen", "drusen"),
                ("exudate", "retinal exudate"),
                ("hemorrhage", "retinal haemorrhage"),
                ("scar", "retinal scar"),
            )
        ),
        Points(
            xy=("{Fovea_X}", "{Fovea_Y}"),
            name="fovea",
            table=Table(
                "**/Fovea_location.xlsx",
                parse={"imgName": "{stem}.jpg"},
                where={"Fovea_X": r"(?!0(\.0*)?$).+"},
                on="stem",
            ),
            missing=UNKNOWN,
        ),
    ],
    evidence=(
        'public code search for "Training400/AMD", "Fovea_location.xlsx" and "Lesion_Masks/drusen" '
        "(also names the folders of the archives)",
    ),
    verified="loader",
)
