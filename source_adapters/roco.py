"""ROCO, first version: radiology figures of open articles with their captions.

The release has links; the user fetches the images into `images/` of each part, and rows whose
link is dead are rejected and counted. Figures that are no radiology (`non-radiology`) are not
read. The article of a figure is in its download command. rocov2 is a later, smaller selection
that shares articles with this one, and its test part may be training data here.
"""

from gmai_data import NO_SUBJECT, Caption, First, Source, Table, Term

SOURCE = Source(
    name="roco",
    title="ROCO",
    version="1.0.0",
    homepage="https://github.com/razorx89/roco-dataset",
    license="LicenseRef-PMC-Open-Access",
    access="open",
    derived_from=("pmc",),
    benchmark=("test",),
    cite="Pelka et al., Radiology Objects in COntext (ROCO), LABELS 2018",
    cases=Table(
        "{set:train|validation|test}/radiology/captions.txt",
        sep="\t",
        header=("name", "caption"),
        image="{set}/radiology/images/{name}.jpg",
    ),
    join=[
        Table(
            "{:train|validation|test}/radiology/dlinks.txt",
            sep="\t",
            header=("name", "command", "file"),
            parse={"command": "{fetched:text} -O PMC{article:d}.tar.gz"},
            on="name",
            optional=True,
        )
    ],
    subject=First("{article}", NO_SUBJECT),
    subject_space="pmc",
    split=Term("{set}", {"train": "train", "validation": "val", "test": "test"}),
    labels=[Caption("{caption}")],
    evidence=(
        "https://github.com/razorx89/roco-dataset README",
        'public code search for "radiology/captions.txt" (tab, images folder)',
    ),
    verified="loader",
)
