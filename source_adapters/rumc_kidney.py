"""RUMC kidney: kidneys and their abnormalities on contrast-enhanced CT.

Tumours, cysts, masses, lesions and metastases are one value, so an abnormality is no tumour by
name. It is cut out of the kidney, which has no side in the labels. All scans were annotated for
both. Images come in four archives.
"""

from gmai_data import ABSENT, Files, Mask, Source

SOURCE = Source(
    name="rumc-kidney",
    title="RUMC kidney abnormality",
    version="1.0.0",
    homepage="https://zenodo.org/records/8014290",
    license="CC-BY-NC-SA-4.0",
    access="open",
    commercial=False,
    modality="CT",
    anatomy=("kidney",),
    department="Urology",
    cite="arXiv:2309.03383",
    cases=Files("images{shard:1|2|3|4}/{case}.mha"),
    subject="{case}",
    labels=[
        Mask(
            "segmentations/{case}_segmentations.mha",
            names={1: "kidney", 2: "kidney lesion"},
            includes={1: (2,)},
            empty=ABSENT,
        )
    ],
    evidence=(
        "https://github.com/constantinpape/torch-em torch_em/data/datasets/medical/rumc_kidney.py",
    ),
    verified="loader",
)
