"""SkinCAP: photographs of skin disease with captions by dermatologists, in Chinese and English.

The English is a machine translation of the polished Chinese. Some captions are empty, and some say
that the picture is bad. Photographs are those of Fitzpatrick17k and DDI, under their terms; the
release is gated, for personal research that is not commercial, and must not be passed on (its card
is tagged CC-BY-NC-SA-4.0 all the same). Photographs, not dermoscopy: the modality is the nearest of
the thirteen. `ori_file_path` names the original (its form is from memory): the same photograph has
one split in all three.
"""

import re
from collections.abc import Mapping

from gmai_data import NO_SUBJECT, UNKNOWN, Caption, First, Source, Table


def original(row: Mapping[str, str]) -> str:
    """The photograph in the set that it comes from; none where the name is of another form."""
    name = (row.get("ori_file_path") or "").rpartition("/")[2]
    if re.fullmatch(r"[0-9a-f]{32}\.(jpg|png)", name):
        return f"<fitzpatrick17k>{name[:32]}"
    return f"<ddi>{name}" if re.fullmatch(r"\d{6}\.png", name) else ""


SOURCE = Source(
    name="skincap",
    title="SkinCAP",
    version="1.0.0",
    homepage="https://huggingface.co/datasets/joshuachou/SkinCAP",
    license="LicenseRef-SkinCAP-Research-Use",
    access="agreement",
    redistribution=False,
    commercial=False,
    language="zh",
    derived_from=("fitzpatrick17k", "ddi"),
    cite="Zhou et al., SkinCAP: a multi-modal dermatology dataset with rich captions, 2024",
    modality="Dermoscopy",
    sequence="clinical photograph",
    department="Dermatology",
    anatomy=("skin",),
    cases=Table(
        "skincap_v240623.csv",
        image="skincap/{skincap_file_path}",
        derive={"original": original},
    ),
    subject=First("{original}", NO_SUBJECT),
    subject_space=("ddi", "fitzpatrick17k"),
    split="train",
    labels=[
        Caption("{caption_zh_polish}", language="zh", missing=UNKNOWN),
        Caption("{caption_zh_polish_en}", language="en", missing=UNKNOWN),
    ],
    evidence=("https://huggingface.co/datasets/joshuachou/SkinCAP (card: files, use agreement)",),
    verified="loader",
)
