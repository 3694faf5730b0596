"""Bone marrow cytomorphology (MLL): single cells of bone marrow smears in 21 classes.

Large classes are cut into folders of a thousand. Artefacts (ART), cells nobody could name (NIF)
and other cells (OTH) get no class here. 945 patients, whose ids are not published.
"""

from gmai_data import NO_SUBJECT, Class, Files, Source

SOURCE = Source(
    name="bone-marrow-cytomorphology",
    title="Bone-Marrow-Cytomorphology_MLL_Helmholtz_Fraunhofer",
    version="1.0.0",
    homepage=(
        "https://www.cancerimagingarchive.net/collection/"
        "bone-marrow-cytomorphology_mll_helmholtz_fraunhofer/"
    ),
    license="CC-BY-4.0",
    access="open",
    modality="Microscopy",
    anatomy=("bone marrow",),
    department="Hematology",
    redistribution=True,
    commercial=True,
    derivatives=True,
    cite="Matek et al., Highly accurate differentiation of bone marrow cell morphologies using "
    "deep neural networks on a large image data set, Blood 2021",
    cases=Files(
        "{class:ABE|ART|BAS|BLA|EBO|EOS|FGC|HAC|KSC|LYI|LYT|MMZ|MON|MYB|NGB|NGS|NIF|OTH|PEB|PLM"
        "|PMO}/**/{class}_{n:05d}.jpg"
    ),
    subject=NO_SUBJECT,
    labels=[
        Class(
            "{class}",
            names={
                "ABE": "abnormal eosinophil",
                "ART": None,
                "BAS": "basophil",
                "BLA": "blast cell",
                "EBO": "erythroblast",
                "EOS": "eosinophil",
                "FGC": "faggot cell",
                "HAC": "hairy cell",
                "KSC": "smudge cell",
                "LYI": "immature lymphocyte",
                "LYT": "lymphocyte",
                "MMZ": "metamyelocyte",
                "MON": "monocyte",
                "MYB": "myelocyte",
                "NGB": "band neutrophil",
                "NGS": "segmented neutrophil",
                "NIF": None,
                "OTH": None,
                "PEB": "proerythroblast",
                "PLM": "plasma cell",
                "PMO": "promyelocyte",
            },
        )
    ],
    evidence=(
        "https://github.com/openmedlab/Awesome-Medical-Dataset/blob/main/resources/"
        "BoneMarrowCytomorphology.md",
    ),
    verified="loader",
)
