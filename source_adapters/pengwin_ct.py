"""PENGWIN 2024 task 1: pelvic fractures on CT, every fragment of sacrum and hip bones numbered.

Values are 1 to 10 for sacrum, 11 to 20 for the left and 21 to 30 for the right hip bone; the first
of each is the main fragment, or the whole bone where it is not broken. Fragments are read as the
bone they belong to, since a bone with one value may be unbroken. Images come in two zip files.
"""

from gmai_data import Files, Mask, Source

SOURCE = Source(
    name="pengwin-ct",
    title="PENGWIN 2024 task 1 (CT)",
    version="1.0.0",
    homepage="https://pengwin.grand-challenge.org/",
    license="CC-BY-4.0",
    access="open",
    redistribution=True,
    modality="CT",
    anatomy=("pelvis",),
    department="Orthopedic Surgery",
    window="bone",
    cite="Liu et al., MICCAI 2023, doi:10.1007/978-3-031-43996-4_30",
    cases=Files(("PENGWIN_CT_train_images*/{n:03d}.mha", "**/images/{n:03d}.mha")),
    subject="{n}",
    labels=[
        Mask(
            "**/{:PENGWIN_CT_train_labels|labels}/{n}.mha",
            names={
                range(1, 11): "sacrum",
                range(11, 21): "left hip bone",
                range(21, 31): "right hip bone",
            },
        )
    ],
    evidence=(
        "https://github.com/constantinpape/torch-em torch_em/data/datasets/medical/pengwin.py",
        "https://github.com/openmedlab/Awesome-Medical-Dataset resources/PENGWIN.md",
    ),
    verified="loader",
)
