"""Humans in the Loop teeth segmentation: panoramic radiographs with each tooth as an object.

A Supervisely export. `masks_machine` holds the number of the tooth (1 to 32) as equal red, green
and blue; `masks_human` shows the same in colours, and `ann` as polygons. How the teeth are numbered
is not stated, so numbers tell objects apart and are not said. No patient id.
"""

from gmai_data import NO_SUBJECT, Files, Mask, Source

SOURCE = Source(
    name="hitl-teeth-seg",
    title="Teeth Segmentation on Dental X-ray Images",
    version="1.0.0",
    homepage="https://humansintheloop.org/resources/datasets/teeth-segmentation-dataset/",
    license="CC0-1.0",
    access="open",
    modality="X-Ray",
    sequence="panoramic",
    anatomy=("tooth",),
    department="Otolaryngology (ENT)/Head and Neck Surgery",
    redistribution=True,
    commercial=True,
    derivatives=True,
    cases=Files("d2/img/{stem}.{:jpg|png}"),
    subject=NO_SUBJECT,
    labels=[Mask("d2/masks_machine/{stem}.png", instances="{pixel}", name="tooth")],
    evidence=("torch_em/data/datasets/medical/hil_toothseg.py",),
    verified="loader",
)
