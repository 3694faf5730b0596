"""FUSeg: photographs of foot ulcers of a wound clinic, padded to 512 pixels, with masks.

Masks are 0/255 or 0/1. Labels of the test part are withheld. The repository holds two more sets
(Medetec, patches of the same clinic) that are not declared. Photographs, not dermoscopy: the
modality is the nearest of the thirteen. Files tell no patient.
"""

from gmai_data import NO_SUBJECT, UNKNOWN, Files, Mask, Source, Term

TOP = "Foot Ulcer Segmentation Challenge"

SOURCE = Source(
    name="fuseg",
    title="Foot Ulcer Segmentation Challenge (FUSeg)",
    version="1.0.0",
    homepage="https://github.com/uwm-bigdata/wound-segmentation",
    license="MIT",
    access="open",
    modality="Dermoscopy",
    sequence="clinical photograph",
    anatomy=("foot",),
    department="Dermatology",
    benchmark=("test",),
    cite="Wang et al., FUSeg: The Foot Ulcer Segmentation Challenge, Information 2024",
    cases=Files(f"{TOP}/{{set:train|validation|test}}/images/{{n}}.png"),
    subject=NO_SUBJECT,
    split=Term("{set}", {"train": "train", "validation": "val", "test": "test"}),
    labels=[
        Mask(
            f"{TOP}/{{set}}/labels/{{n}}.png",
            name="foot ulcer",
            form="binary",
            missing=UNKNOWN,
        )
    ],
    evidence=('public code search for "Foot Ulcer Segmentation Challenge/"',),
    verified="loader",
)
