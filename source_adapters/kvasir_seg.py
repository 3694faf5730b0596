"""Kvasir-SEG: colonoscopy frames, each with one or more polyps, outlined and boxed.

A mask joins all polyps of a frame, so the boxes are taken where the file has them: it is misspelt
`kavsir_bboxes.json`, and its inner form is from memory. Masks are JPEG, with grey fringes.
No patient id: the name of a frame stands for it, which two other sources share.
"""

from gmai_data import Boxes, Files, First, Mask, Records, Source

SOURCE = Source(
    name="kvasir-seg",
    title="Kvasir-SEG",
    version="1.0.0",
    homepage="https://datasets.simula.no/kvasir-seg/",
    license="LicenseRef-Research-Education",
    access="open",
    modality="Endoscopy",
    anatomy=("colon",),
    department="Gastroenterology and Hepatology",
    derived_from=("kvasir-v2",),
    cases=Files("images/{stem}.jpg"),
    subject="{stem}",
    labels=[
        First(
            Boxes(
                xyxy=("{xmin}", "{ymin}", "{xmax}", "{ymax}"),
                by="{label}",
                names={"polyp": "polyp"},
                table=Records(
                    First("kavsir_bboxes.json", "kvasir_bboxes.json"),
                    each="{stem}/bbox/*",
                    on="stem",
                    optional=True,
                ),
            ),
            Mask("masks/{stem}.jpg", name="polyp", threshold=127),
        )
    ],
    evidence=(
        "torch_em/data/datasets/medical/kvasir.py",
        "https://github.com/openmedlab/Awesome-Medical-Dataset/blob/main/resources/Kvasir-SEG.md",
    ),
    verified="loader",
)
