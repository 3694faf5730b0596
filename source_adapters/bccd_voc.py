"""BCCD: blood smear images, every red cell, white cell and platelet boxed (Pascal VOC).

Declared for the GitHub release; the split lists give names without suffix.
"""

from gmai_data import NO_SUBJECT, Boxes, Files, Records, Source, Table, Term

SOURCE = Source(
    name="bccd-voc",
    title="BCCD",
    version="1.0.0",
    homepage="https://github.com/Shenggan/BCCD_Dataset",
    license="MIT",
    access="open",
    modality="Microscopy",
    anatomy=("blood",),
    department="Hematology",
    redistribution=True,
    commercial=True,
    derivatives=True,
    benchmark=("test",),
    cases=Files("JPEGImages/{stem}.jpg"),
    join=[Table("ImageSets/Main/{set:train|val|test}.txt", header=["stem"], on="stem")],
    subject=NO_SUBJECT,
    split=Term("{set}", {"train": "train", "val": "val", "test": "test"}),
    labels=[
        Boxes(
            xyxy=("{bndbox/xmin}", "{bndbox/ymin}", "{bndbox/xmax}", "{bndbox/ymax}"),
            by="{name}",
            names={"RBC": "erythrocyte", "WBC": "leucocyte", "Platelets": "platelet"},
            table=Records("Annotations/{stem}.xml", each="object", on="stem"),
        )
    ],
    evidence=(
        "https://github.com/openmedlab/Awesome-Medical-Dataset/blob/main/resources/"
        "CompleteBloodCount.md",
    ),
    verified="loader",
)
