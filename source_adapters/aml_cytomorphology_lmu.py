"""AML-Cytomorphology_LMU: single leucocytes of 100 patients with leukaemia and 100 without.

The folder is the class of the first reader; the second opinions in `annotations.dat` are not read.
Crops are RGBA. Who a cell is of, and whether that patient had leukaemia, is not published.
"""

from gmai_data import NO_SUBJECT, Class, Files, Source

SOURCE = Source(
    name="aml-cytomorphology-lmu",
    title="AML-Cytomorphology_LMU",
    version="1.0.0",
    homepage="https://www.cancerimagingarchive.net/collection/aml-cytomorphology_lmu/",
    license="CC-BY-3.0",
    access="open",
    modality="Microscopy",
    anatomy=("blood",),
    department="Hematology",
    redistribution=True,
    commercial=True,
    derivatives=True,
    cite="Matek et al., Human-level recognition of blast cells in acute myeloid leukaemia with "
    "convolutional neural networks, Nature Machine Intelligence 2019",
    cases=Files(
        "{class:BAS|EBO|EOS|KSC|LYA|LYT|MMZ|MOB|MON|MYB|MYO|NGB|NGS|PMB|PMO}/{class}_{n:04d}.tiff"
    ),
    subject=NO_SUBJECT,
    labels=[
        Class(
            "{class}",
            names={
                "BAS": "basophil",
                "EBO": "erythroblast",
                "EOS": "eosinophil",
                "KSC": "smudge cell",
                "LYA": "atypical lymphocyte",
                "LYT": "lymphocyte",
                "MMZ": "metamyelocyte",
                "MOB": "monoblast",
                "MON": "monocyte",
                "MYB": "myelocyte",
                "MYO": "myeloblast",
                "NGB": "band neutrophil",
                "NGS": "segmented neutrophil",
                "PMB": "bilobed promyelocyte",
                "PMO": "promyelocyte",
            },
        )
    ],
    evidence=('public code search for "AML-Cytomorphology_LMU"',),
    verified="loader",
)
