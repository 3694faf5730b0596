"""CaDIS (version 2): frames of 25 cataract operations, eye, tools and surroundings outlined.

Masks are maps of 36 values in which 0 is the pupil, not background. Parts of one tool (a handpiece
and its handle) have values of their own and are one tool here, as in the authors' second task;
values that task leaves out are ignored. Some frames are known to be labelled wrongly. The picture
is that of an operating microscope: the modality is the nearest of the thirteen. The frames are
those of CATARACTS; a video is an operation.
"""

from gmai_data import Files, Mask, Source, Term

HELD_OUT = {"5": "val", "7": "val", "16": "val", "2": "test", "12": "test", "22": "test"}
TOOLS = {
    "surgical cannula": (7, 8, 10, 20, 27, 32),
    "capsulorhexis cystotome": (9, 22),
    "tissue forceps": (11, 33),
    "primary incision knife": (12, 28),
    "phacoemulsification handpiece": (13, 21),
    "intraocular lens injector": (14, 24),
    "irrigation and aspiration handpiece": (15, 18),
    "secondary incision knife": (16, 23),
    "micromanipulator": (17,),
    "capsulorhexis forceps": (19,),
}

SOURCE = Source(
    name="cadis",
    title="CaDIS: Cataract Dataset for Image Segmentation",
    version="2.0.0",
    homepage="https://cataracts-semantic-segmentation2020.grand-challenge.org/",
    license="LicenseRef-Research-Only",
    access="registration",
    modality="Microscopy",
    sequence="surgical microscopy",
    anatomy=("eye",),
    department="Ophthalmology",
    benchmark=("test",),
    cite="Grammatikopoulou et al., CaDIS: Cataract dataset for surgical RGB-image segmentation, "
    "MedIA 2021, arXiv 1906.11586",
    cases=Files("Video{v:02d}/Images/{stem}.png"),
    subject="{v}",
    study="{v}",
    split=Term("{v}", {str(v): HELD_OUT.get(str(v), "train") for v in range(1, 26)}),
    labels=[
        Mask(
            "Video{v}/Labels/{stem}.png",
            background=255,
            names={
                0: "pupil",
                1: "surgical tape",
                2: "hand",
                3: "eyelid retractor",
                4: "iris",
                5: "skin",
                6: "cornea",
                **{value: name for name, values in TOOLS.items() for value in values},
                **dict.fromkeys((25, 26, 29, 30, 31, 34, 35)),
            },
        )
    ],
    evidence=(
        "https://github.com/MECLabTUDA/SDS_Playground sds_playground/datasets/cadisv2/"
        "cadisv2_dataset.py (folders, split), cadisv2_experiments.py (values)",
    ),
    verified="loader",
)
