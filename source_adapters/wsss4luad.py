"""WSSS4LUAD: H&E tiles of lung adenocarcinoma: tissue flags in train, masks in validation and test.

A tile of training is named by its slide, its place and the flags "[tumour, stroma, normal]"; tiles
of one slide stay together. Whose slides the numbered tiles of validation and test are is not told.
Masks are palette images with the classes' index; 3 is background.
"""

import re
from collections.abc import Mapping

from gmai_data import NO_SUBJECT, Files, Flags, Layout, Mask, Source

TISSUES = {0: "tumour epithelium", 1: "tumour-associated stroma", 2: "normal lung tissue"}


def slide(row: Mapping[str, str]) -> str:
    """The slide of a tile: its name without the place, "<slide>-<x>-<y>"."""
    return re.sub(r"-\d+-\d+$", "", row["name"])


SOURCE = Source(
    name="wsss4luad",
    title="WSSS4LUAD",
    version="1.0.0",
    homepage="https://wsss4luad.grand-challenge.org/",
    license="LicenseRef-Challenge-Terms",
    access="registration",
    modality="Pathology",
    anatomy=("lung",),
    department="Laboratory Medicine and Pathology",
    sequence="H&E",
    redistribution=False,
    benchmark=("test",),
    subject=NO_SUBJECT,
    parts=(
        Layout(
            "training",
            cases=Files(
                "1.training/{name}-[{t:0|1}, {s:0|1}, {n:0|1}].png", derive={"slide": slide}
            ),
            subject="{slide}",
            split="train",
            labels=[
                Flags(
                    names={
                        "t": "tumour epithelium",
                        "s": "tumour-associated stroma",
                        "n": "normal lung tissue",
                    }
                )
            ],
        ),
        Layout(
            "validation",
            cases=Files("2.validation/img/{k:d}.png"),
            split="val",
            labels=[Mask("2.validation/mask/{k}.png", names=TISSUES, background=3)],
        ),
        Layout(
            "testing",
            cases=Files("3.testing/img/{k:d}.png"),
            split="test",
            labels=[Mask("3.testing/mask/{k}.png", names=TISSUES, background=3)],
        ),
    ),
    evidence=(
        'public code search for "WSSS4LUAD/1.training" (names, palette, validation masks)',
        'public code search for "2.validation/img" (slide, place and flags in a name)',
        "https://github.com/openmedlab/Awesome-Medical-Dataset/blob/main/resources/WSSS4LUAD.md",
    ),
    verified="loader",
)
