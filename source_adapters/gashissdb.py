"""GasHisSDB: H&E patches of gastric cancer slides, normal or abnormal.

The same tissue is cut in three sizes: only 160 pixels is declared, in either spelling of its
folder. Abnormal patches hold cancer; what else the word may mean is not told. No slide ids, so
patches of one patient lie in both parts of any split.
"""

from gmai_data import NO_SUBJECT, Class, Files, Source

SOURCE = Source(
    name="gashissdb",
    title="GasHisSDB",
    version="1.0.0",
    homepage="https://gitee.com/neuhwm/GasHisSDB",
    license="CC-BY-4.0",
    access="open",
    modality="Pathology",
    anatomy=("stomach",),
    department="Laboratory Medicine and Pathology",
    sequence="H&E",
    redistribution=True,
    commercial=True,
    derivatives=True,
    cite="Hu et al., GasHisSDB: A new gastric histopathology image dataset, CBM 2022",
    cases=Files("{size:160|160x160}/{class:Abnormal|Normal}/{class}-{n:d}.png"),
    subject=NO_SUBJECT,
    labels=[
        Class(
            "{class}",
            names={"Abnormal": "abnormal gastric tissue", "Normal": "normal gastric tissue"},
        )
    ],
    evidence=(
        "https://github.com/openmedlab/Awesome-Medical-Dataset/blob/main/resources/NuCLS.md "
        "(its text describes GasHisSDB)",
        'public code search for "GasHisSDB" (folders 160/Normal, 160/Abnormal)',
    ),
    verified="loader",
)
