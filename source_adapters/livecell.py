"""LIVECell: phase-contrast images of eight cell lines in culture, every cell outlined.

One COCO file per split; their image ids restart, so cells are joined by file name. The line is the
first part of a name, the well the third: pictures of one well are hours apart and stay together.
The test set is of wells of its own; training and validation were drawn from the same wells, so
both are training here. Pictures lie in a folder per line, or without one. Not patients.
"""

from gmai_data import Files, Mask, Records, Source, Table, Term

NAME = "{line}_Phase_{well}_{place:d}_{time}_{crop:d}"

SOURCE = Source(
    name="livecell",
    title="LIVECell",
    version="1.0.0",
    homepage="https://sartorius-research.github.io/LIVECell/",
    license="CC-BY-NC-4.0",
    access="open",
    modality="Microscopy",
    department="Laboratory Medicine and Pathology",
    redistribution=True,
    commercial=False,
    derivatives=True,
    benchmark=("test",),
    cite="Edlund et al., LIVECell: a large-scale dataset for label-free live cell segmentation, "
    "Nature Methods 2021",
    cases=Files(f"images/{{:livecell_train_val_images|livecell_test_images}}/**/{NAME}.tif"),
    join=[
        Records(
            "livecell_coco_{set:train|val|test}.json",
            each="images/*",
            parse={"file_name": f"{NAME}.tif"},
            on=("line", "well", "place", "time", "crop"),
        )
    ],
    subject="{line} {well}",
    split=Term("{set}", {"train": "train", "val": "train", "test": "test"}),
    labels=[
        Mask(
            polygon="{segmentation}",
            form="coco",
            name="cell",
            instances="{instance}",
            table=Table(
                "livecell_coco_{set:train|val|test}.json",
                form="coco",
                parse={"file_name": f"{NAME}.tif"},
                on=("line", "well", "place", "time", "crop"),
            ),
        )
    ],
    evidence=(
        "https://github.com/constantinpape/torch-em "
        "torch_em/data/datasets/light_microscopy/livecell.py",
        'public code that reads the names (search for "A172_Phase_C7_1")',
    ),
    verified="loader",
)
