"""Skin tumour tiles (Heidelberg): H&E tiles of four tumours and twelve normal structures.

`tiles_v2.csv` names each tile's file and set; the number after `ws` in a file name is the whole
slide, which stands for the patient. `melanoma` is said to be in situ by one public loader and not
by others: the class is given as melanoma.
"""

import re
from collections.abc import Mapping

from gmai_data import Class, First, Source, Table, Term


def slide(row: Mapping[str, str]) -> str:
    """The whole slide, 44 of `…_ws_44_1`; where a name has none, the tile stands for itself."""
    found = re.search(r"_ws_(\d+)_", row["stem"])
    return found[1] if found else row["stem"]


SOURCE = Source(
    name="skin-tumor-heidata",
    title="Skin tissue and tumour tiles (Kriegsmann, Heidelberg)",
    version="2.0.0",
    homepage=(
        "https://heidata.uni-heidelberg.de/dataset.xhtml?persistentId=doi:10.11588/data/7QCR8S"
    ),
    license="CC-BY-SA-4.0",
    access="open",
    modality="Pathology",
    anatomy=("skin",),
    department="Laboratory Medicine and Pathology",
    sequence="H&E",
    redistribution=True,
    commercial=True,
    derivatives=True,
    benchmark=("test",),
    cite="Kriegsmann et al., Frontiers in Oncology 2022, doi:10.11588/data/7QCR8S",
    cases=Table(
        First("data/tiles_v2.csv", "data/tiles-v2.csv"),
        parse={"file": "{:data/|}tiles/{folder}/{stem}.jpg"},
        derive={"slide": slide},
        image="data/tiles/{folder}/{stem}.jpg",
    ),
    subject="{slide}",
    split=Term("{set}", {"Train": "train", "Validation": "val", "Test": "test"}),
    labels=[
        Class(
            "{class}",
            names={
                "nontumor_skin_chondraltissue_chondraltissue": "cartilage",
                "nontumor_skin_dermis_dermis": "dermis",
                "nontumor_skin_elastosis_elastosis": "elastosis",
                "nontumor_skin_epidermis_epidermis": "epidermis",
                "nontumor_skin_hairfollicle_hairfollicle": "hair follicle",
                "nontumor_skin_muscle_skeletal": "skeletal muscle",
                "nontumor_skin_necrosis_necrosis": "necrotic tissue",
                "nontumor_skin_nerves_nerves": "nerve",
                "nontumor_skin_sebaceousglands_sebaceousglands": "sebaceous gland",
                "nontumor_skin_subcutis_subcutis": "subcutis",
                "nontumor_skin_sweatglands_sweatglands": "sweat gland",
                "nontumor_skin_vessel_vessel": "blood vessel",
                "tumor_skin_epithelial_bcc": "basal cell carcinoma",
                "tumor_skin_epithelial_sqcc": "squamous cell carcinoma",
                "tumor_skin_melanoma_melanoma": "melanoma",
                "tumor_skin_naevus_naevus": "melanocytic naevus",
            },
        )
    ],
    evidence=(
        'public code search for "nontumor_skin_chondraltissue" (columns file, class, set)',
        "https://github.com/openmedlab/Awesome-Medical-Dataset/blob/main/resources/SkinCancer.md",
    ),
    verified="loader",
)
