"""Fundus-AVSeg: fundus photographs with arteries red, veins blue and crossings green.

A crossing belongs to the artery and to the vein. White is a vessel of uncertain kind and is not
bound. No patient id.
"""

from gmai_data import NO_SUBJECT, Files, Mask, Source, Table, Term

SOURCE = Source(
    name="fundus-avseg",
    title="Fundus-AVSeg",
    version="1.0.0",
    homepage="https://doi.org/10.1038/s41597-025-05381-2",
    license="CC-BY-4.0",
    access="open",
    modality="Fundus Photography",
    anatomy=("retina",),
    department="Ophthalmology",
    redistribution=True,
    commercial=True,
    derivatives=True,
    benchmark=("test",),
    cite="Fundus-AVSeg, Sci. Data 2025, doi:10.1038/s41597-025-05381-2",
    cases=Files("images/{stem}.png"),
    join=[
        Table(
            "{list:training|testing}.txt",
            header=["file"],
            parse={"file": "{stem}.png"},
            on="stem",
        )
    ],
    subject=NO_SUBJECT,
    split=Term("{list}", {"training": "train", "testing": "test"}),
    labels=[
        Mask(
            "annotation/{stem}.png",
            form="colour",
            names={
                "#ff0000": "retinal artery",
                "#0000ff": "retinal vein",
                "#00ff00": None,
                "#ffffff": None,
            },
            includes={"#ff0000": ("#00ff00",), "#0000ff": ("#00ff00",)},
        )
    ],
    evidence=(
        "torch_em/data/datasets/medical/fundus_avseg.py",
        'public code search for "Fundus-AVSeg" (a loader reads images, annotation and the lists)',
    ),
    verified="loader",
)
