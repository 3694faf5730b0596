"""RITE: arteries and veins of the DRIVE photographs, drawn in colour.

Red is artery, blue vein; green, where they cross, belongs to both; white is not told. Photographs
are those of DRIVE. `vessel/` holds the vessel tree as the authors used it. Names inside the zip are
those of DRIVE; one curated copy sorts them into `images/` and `masks/` instead.
"""

from gmai_data import Files, Mask, Source, Term

SOURCE = Source(
    name="rite",
    title="RITE (retinal images vessel tree extraction)",
    version="1.0.0",
    homepage="https://medicine.uiowa.edu/eye/rite-dataset",
    license="LicenseRef-Research-Only",
    access="registration",
    modality="Fundus Photography",
    anatomy=("retina",),
    department="Ophthalmology",
    benchmark=("test",),
    derived_from=("drive",),
    cite="Hu et al., Automated Separation of Binary Overlapping Trees in Low-Contrast Color "
    "Retinal Images, MICCAI 2013",
    cases=Files("{set:training|test}/images/{n:02d}_{:training|test}.tif"),
    subject="{n}",
    subject_space="drive",
    split=Term("{set}", {"training": "train", "test": "test"}),
    labels=[
        Mask(
            "{set}/av/{n}_{:training|test}.png",
            form="colour",
            names={
                "#ff0000": "retinal artery",
                "#0000ff": "retinal vein",
                "#00ff00": None,
                "#ffffff": None,
            },
            includes={"#ff0000": ("#00ff00",), "#0000ff": ("#00ff00",)},
        ),
        Mask("{set}/vessel/{n}_{:training|test}.png", form="binary", name="retinal vessel"),
    ],
    evidence=(
        'public loader code that reads "AV_groundTruth/training/vessel" and the colours of av',
        "https://github.com/openmedlab/Awesome-Medical-Dataset/blob/main/resources/RITE.md",
    ),
    verified="loader",
)
