"""AMD-SD: OCT B-scans of wet age-related macular degeneration with lesion masks.

One PNG holds the image (left half) and its colour label (right half); colours are exact but for
rounding. The split lists name files with or without suffix.
"""

from gmai_data import Files, Mask, Source, Table, Term

SOURCE = Source(
    name="amd-sd",
    title="AMD-SD",
    version="1.0.0",
    homepage="https://springernature.figshare.com/articles/dataset/25513435",
    license="CC-BY-4.0",
    access="open",
    modality="OCT",
    anatomy=("retina",),
    department="Ophthalmology",
    redistribution=True,
    commercial=True,
    derivatives=True,
    cases=Files("images/{p}/{p}_{n:d}.png"),
    join=[
        Table(
            "{list:training|validation}.txt",
            header=["name"],
            parse={"name": ("{p}_{n:d}.png", "{p}_{n:d}")},
            on=("p", "n"),
        )
    ],
    subject="{p}",
    split=Term("{list}", {"training": "train", "validation": "val"}),
    labels=[
        Mask(
            "images/{p}/{p}_{n}.png",
            crop="right half",
            form="colour",
            names={
                "#ff00ff": "ellipsoid zone disruption",
                "#00ff00": "intraretinal fluid",
                "#ff0000": "subretinal fluid",
                "#ffff00": "subretinal hyperreflective material",
                "#0000ff": "pigment epithelial detachment",
            },
        )
    ],
    evidence=(
        "torch_em/data/datasets/medical/amd_sd.py",
        "https://github.com/openmedlab/Awesome-Medical-Dataset/blob/main/resources/AMD-SD.md",
    ),
    verified="loader",
)
