"""PALM: fundus photographs of near-sighted eyes, pathological myopia or not, disc and two lesions.

Masks are inverted: 0 is the structure, 255 the rest. A mask of a lesion is there only where one was
drawn. The fovea is at (0, 0) where it is not seen. The first letter of a training name (H, N, P)
repeats the diagnosis. No patient id.
"""

from gmai_data import NO_SUBJECT, UNKNOWN, Files, Flags, Mask, Points, Source, Table, Term

SOURCE = Source(
    name="palm",
    title="PALM: pathological myopia (iChallenge, 2024 release)",
    version="1.0.0",
    homepage="https://doi.org/10.6084/m9.figshare.c.6833703",
    license="CC-BY-4.0",
    access="open",
    modality="Fundus Photography",
    anatomy=("retina",),
    department="Ophthalmology",
    redistribution=True,
    commercial=True,
    derivatives=True,
    benchmark=("test",),
    cite="Fang et al., Open fundus photograph dataset with pathologic myopia, Sci. Data 2024",
    cases=Files("{set:Training|Validation|Testing}/Images/{stem}.jpg"),
    subject=NO_SUBJECT,
    split=Term("{set}", {"Training": "train", "Validation": "val", "Testing": "test"}),
    labels=[
        Flags(
            names={"Label": "pathological myopia"},
            table=Table(
                "{set:Training|Validation|Testing}/Classification Labels.xlsx",
                parse={"imgName": "{stem}.jpg"},
                on=("set", "stem"),
            ),
        ),
        *(
            Mask(
                f"{{set}}/{folder}/{{stem}}.bmp",
                names={0: term},
                background=255,
                missing=UNKNOWN,
            )
            for folder, term in (
                ("Disc Masks", "optic disc"),
                ("Lesion Masks/Atrophy", "chorioretinal atrophy"),
                ("Lesion Masks/Detachment", "retinal detachment"),
            )
        ),
        Points(
            xy=("{Fovea_X}", "{Fovea_Y}"),
            name="fovea",
            table=Table(
                "{set:Training|Validation|Testing}/Fovea Localization.xlsx",
                parse={"imgName": "{stem}.jpg"},
                where={"Fovea_X": r"(?!0(\.0*)?$).+"},
                on=("set", "stem"),
            ),
            missing=UNKNOWN,
        ),
    ],
    evidence=(
        "torch_em/data/datasets/medical/palm.py",
        'public code search for "Fovea Localization.xlsx"',
    ),
    verified="loader",
)
