"""MED-NODE: photographs of melanomas and naevi taken with a camera at a distance.

Photographs, not dermoscopy: the modality is the nearest of the thirteen. No patient id.
"""

from gmai_data import NO_SUBJECT, Class, Files, Source

SOURCE = Source(
    name="med-node",
    title="MED-NODE",
    version="1.0.0",
    homepage="https://www.cs.rug.nl/~imaging/databases/melanoma_naevi/",
    license="LicenseRef-Research-Only",
    access="open",
    modality="Dermoscopy",
    sequence="clinical photograph",
    anatomy=("skin",),
    department="Dermatology",
    cite="Giotis et al., MED-NODE: A computer-assisted melanoma diagnosis system, ESWA 2015",
    cases=Files("{class:melanoma|naevus}/{n:d}.jpg"),
    subject=NO_SUBJECT,
    labels=[
        Class("{class}", names={"melanoma": "melanoma", "naevus": "melanocytic naevus"}),
    ],
    evidence=(
        "https://github.com/openmedlab/Awesome-Medical-Dataset/blob/main/resources/MED-NODE.md",
    ),
    verified="loader",
)
