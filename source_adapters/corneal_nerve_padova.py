"""Corneal nerves (Padova): confocal images of the corneal nerve plexus, normal or not.

The word at the end of a name says whether the nerves are normal. The tortuosity set of the same
group (`image01.tif`) has its grades in a PDF only and is not declared. No patient id.
"""

from gmai_data import NO_SUBJECT, Class, Files, Source

SOURCE = Source(
    name="corneal-nerve-padova",
    title="Corneal Nerve Image Data Set",
    version="1.0.0",
    homepage="http://bioimlab.dei.unipd.it/Data%20Sets.htm",
    license="LicenseRef-Research-Only",
    access="open",
    modality="Microscopy",
    sequence="confocal",
    anatomy=("cornea",),
    department="Ophthalmology",
    cases=Files("Imm{n:02d}_{class:Normal|NonNormal}.jpg"),
    subject=NO_SUBJECT,
    labels=[
        Class(
            "{class}",
            names={"Normal": "normal corneal nerves", "NonNormal": "abnormal corneal nerves"},
        )
    ],
    evidence=(
        "https://github.com/openmedlab/Awesome-Medical-Dataset/blob/main/resources/Corneal_Nerve.md",
        "https://github.com/openmedlab/Awesome-Medical-Dataset/blob/main/resources/"
        "Corneal_Nerve_Tortuosity.md",
    ),
    verified="loader",
)
