"""Kvasir-SEG: colonoscopy frames, each with one or more polyps, outlined and boxed.

Masks are JPEG, so grey fringes surround the white. The box file is misspelt `kavsir_bboxes.json`;
its inner form is from memory.
"""

from gmai_data import NO_SUBJECT, UNKNOWN, Boxes, Files, First, Mask, Records, Source

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
    cases=Files("images/{stem}.jpg"),
    subject=NO_SUBJECT,
    labels=[
        Mask("masks/{stem}.jpg", name="polyp", threshold=127),
        Boxes(
            xyxy=("{xmin}", "{ymin}", "{xmax}", "{ymax}"),
            by="{label}",
            names={"polyp": "polyp"},
            table=Records(
                First("kavsir_bboxes.json", "kvasir_bboxes.json"), each="{stem}/bbox/*", on="stem"
            ),
            missing=UNKNOWN,
        ),
    ],
    evidence=(
        "torch_em/data/datasets/medical/kvasir.py",
        "https://github.com/openmedlab/Awesome-Medical-Dataset/blob/main/resources/Kvasir-SEG.md",
    ),
    verified="loader",
)
