"""ACOUSLIC-AI: the fetal abdomen on blind sweeps of obstetric ultrasound by novices.

A file stacks 840 frames of six sweeps: its third axis is time, nothing is said of planes and sides.
1 marks an optimal and 2 a suboptimal plane for the circumference; both outline the abdomen. A frame
without a mask may still show some of it. Several files are one woman's. Circumferences are given
per sweep, not per frame, and are not read.
"""

from gmai_data import Files, Mask, Source, Table

SOURCE = Source(
    name="acouslic-ai",
    title="ACOUSLIC-AI 2024",
    version="1.1.0",
    homepage="https://zenodo.org/records/12697994",
    license="CC-BY-NC-SA-4.0",
    access="open",
    redistribution=True,
    commercial=False,
    modality="Ultrasound",
    anatomy=("fetus",),
    department="Obstetrics and Gynecology",
    display="as stored",
    cite="Sappia et al., Medical Image Analysis 2025, doi:10.1016/j.media.2025.103640",
    root=("acouslic-ai-train-set", ""),
    cases=Files("images/stacked_fetal_ultrasound/{uuid}.mha"),
    join=[Table("circumferences/fetal_abdominal_circumferences_per_sweep.csv", on="uuid")],
    subject="{subject_id}",
    labels=[
        Mask(
            "masks/stacked_fetal_abdomen/{uuid}.mha",
            names={1: "fetal abdomen", 2: "fetal abdomen"},
        )
    ],
    evidence=(
        "https://github.com/constantinpape/torch-em torch_em/data/datasets/medical/acouslic_ai.py",
        "https://github.com/openmedlab/Awesome-Medical-Dataset resources/ACOUSLIC.md",
        'public code search for "sweep_1_ac_mm" (columns)',
    ),
    verified="loader",
)
