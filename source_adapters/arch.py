"""ARCH: histopathology figures of textbooks and PubMed articles with their captions.

Captions are an object keyed by row number; the image is found by `uuid`, PNG or JPEG. 35 captions
of the books have no image. Panels of a figure (`letter`) share its caption.
"""

from gmai_data import NO_SUBJECT, Caption, First, Records, Source

SOURCE = Source(
    name="arch",
    title="ARCH",
    version="1.0.0",
    homepage="https://warwick.ac.uk/fac/cross_fac/tia/data/arch",
    license="CC-BY-NC-SA-4.0",
    access="open",
    commercial=False,
    cite="Gamper and Rajpoot, Multiple instance captioning, CVPR 2021",
    modality="Pathology",
    department="Laboratory Medicine and Pathology",
    cases=Records(
        "{set:books_set|pubmed_set}/captions.json",
        each="{row}",
        image=First("{set}/images/{uuid}.png", "{set}/images/{uuid}.jpg"),
    ),
    subject=NO_SUBJECT,
    split="train",
    labels=[Caption("{caption}")],
    evidence=("https://warwick.ac.uk/fac/cross_fac/tia/data/arch",),
    verified="loader",
)
