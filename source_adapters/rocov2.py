"""ROCOv2: radiology figures of PMC articles with their captions and UMLS concepts.

Licences differ by image (license_information.csv). Articles, not patients, group the figures. Only
concepts that name a modality are read; the manual concept files say the same for all images.
"""

from gmai_data import NO_SUBJECT, Caption, First, Source, Table, Term

SOURCE = Source(
    name="rocov2",
    title="ROCOv2",
    version="1.0.0",
    homepage="https://zenodo.org/records/8333645",
    license="LicenseRef-ROCOv2-per-image",
    access="open",
    derived_from=("pmc", "roco"),
    redistribution=True,
    benchmark=("test",),
    cite="Rückert et al., ROCOv2: Radiology Objects in COntext version 2, Sci Data 2024",
    cases=Table(
        "{set:train|valid|test}_captions.csv",
        image=First("{set}_images.zip!**/{ID}.jpg", "{set}/{ID}.jpg"),
    ),
    join=[
        Table("license_information.csv", on="ID", optional=True, parse={"PMCID": "PMC{article:d}"})
    ],
    subject=First("{article}", NO_SUBJECT),
    subject_space="pmc",
    split=Term("{set}", {"train": "train", "valid": "val", "test": "test"}),
    labels=[Caption("{Caption}")],
    evidence=(
        "https://github.com/openmedlab/Awesome-Medical-Dataset resources/ROCOV2.md",
        "https://huggingface.co/datasets/eltorio/ROCOv2-radiology",
    ),
    verified="loader",
)
