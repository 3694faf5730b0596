"""SICAPv2: H&E patches of prostate biopsies with the Gleason pattern of each.

The tables of `partition/Test` tell split and label; those of `partition/Validation` cut the same
patches into folds and are not read. A patch has one pattern, the main one: that another is 0 says
nothing; patches without cancer are of slides without cancer. Masks are read where they are PNGs;
lists of the release show JPEGs, too lossy to tell classes apart. `wsi_labels.xlsx` tells whose a
slide is.
"""

from gmai_data import UNKNOWN, First, Flags, Mask, Source, Table, Term

SOURCE = Source(
    name="sicapv2",
    title="SICAPv2",
    version="1.0.0",
    homepage="https://data.mendeley.com/datasets/9xxm58dvs3/1",
    license="CC-BY-4.0",
    access="open",
    modality="Pathology",
    anatomy=("prostate",),
    department="Laboratory Medicine and Pathology",
    sequence="H&E",
    redistribution=True,
    commercial=True,
    derivatives=True,
    benchmark=("test",),
    cite="Silva-Rodríguez et al., Going deeper through the Gleason scoring scale, CMPB 2020",
    cases=Table(
        "partition/Test/{set:Train|Test}.xlsx",
        parse={"image_name": "{slide}_Block_Region_{region}.jpg"},
        image="images/{slide}_Block_Region_{region}.jpg",
    ),
    join=[
        Table("wsi_labels.xlsx", parse={"slide_id": "{slide}"}, on="slide", optional=True),
    ],
    subject=First("{patient_id}", "slide {slide}"),
    split=Term("{set}", {"Train": "train", "Test": "test"}),
    labels=[
        Flags(
            names={
                "NC": "non-tumour tissue",
                "G3": "Gleason pattern 3",
                "G4": "Gleason pattern 4",
                "G5": "Gleason pattern 5",
            },
            values={"1": "present", "0": "unknown", "": "unknown"},
        ),
        Mask(
            "masks/{slide}_Block_Region_{region}.png",
            names={1: "Gleason pattern 3", 2: "Gleason pattern 4", 3: "Gleason pattern 5"},
            missing=UNKNOWN,
        ),
        Flags(
            names={"G4C": "cribriform pattern"},
            table=Table(
                "partition/Test/{:Train|Test}Cribfriform.xlsx",
                parse={"image_name": "{slide}_Block_Region_{region}.jpg"},
                on=("slide", "region"),
                optional=True,
            ),
            values={"1": "present", "0": "unknown", "": "unknown"},
            missing=UNKNOWN,
        ),
    ],
    evidence=(
        "https://github.com/openmedlab/Awesome-Medical-Dataset/blob/main/resources/SICAPv2.md",
        'public code search for "TestCribfriform.xlsx" and for columns NC, G3, G4, G5',
        "readme.txt of the release as a public repository has it (values of the masks)",
    ),
    verified="loader",
)
