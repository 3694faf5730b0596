"""PatchCamelyon: 96 pixel H&E patches of lymph nodes, with tumour in their centre or not.

Unpack the `.h5.gz` files first. The answer is about the central 32 x 32 pixels: a patch without it
may hold tumour at its border, so 0 does not become a statement. The slide, from the `meta` tables,
is the subject; their rows are in the order of the arrays. The Kaggle copy is not declared: it has
neither slides nor splits. The meta header is from memory.
"""

from gmai_data import Arrays, Class, Source, Table, Term

NAME = "camelyonpatch_level_2_split_"

SOURCE = Source(
    name="patchcamelyon",
    title="PatchCamelyon (PCam)",
    version="1.0.0",
    homepage="https://github.com/basveeling/pcam",
    license="CC0-1.0",
    access="open",
    modality="Pathology",
    anatomy=("lymph node",),
    department="Laboratory Medicine and Pathology",
    sequence="H&E",
    redistribution=True,
    commercial=True,
    derivatives=True,
    benchmark=("test",),
    derived_from=("camelyon16",),
    cite="Veeling et al., Rotation Equivariant CNNs for Digital Pathology, MICCAI 2018",
    cases=Arrays(f"{NAME}{{set:train|valid|test}}_x.h5!x"),
    join=[
        Table(
            f"{NAME}{{set:train|valid|test}}_meta.csv",
            skip=1,
            header=["i", "coord_x", "coord_y", "tumor_patch", "center_tumor_patch", "wsi"],
            on=("set", "i"),
        )
    ],
    subject="{wsi}",
    split=Term("{set}", {"train": "train", "valid": "val", "test": "test"}),
    labels=[Class(array=f"{NAME}{{set}}_y.h5!y", names={0: None, 1: "nodal metastasis"})],
    evidence=(
        "https://github.com/basveeling/pcam README.md (files, splits by slide, licence)",
        "https://github.com/kaiko-ai/eva/blob/main/docs/datasets/patch_camelyon.md",
        "https://github.com/openmedlab/Awesome-Medical-Dataset/blob/main/resources/PatchCamelyon.md",
    ),
    verified="loader",
)
