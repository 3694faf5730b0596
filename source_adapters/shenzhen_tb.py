"""Shenzhen: chest radiographs, tuberculosis or normal, with a short reading; lungs in a later set.

The last digit of the name is the answer. Lung masks are another download and cover 566 of 662. The
first lines of a reading hold sex and age, so it is not read.
"""

from gmai_data import UNKNOWN, Class, Files, Mask, Source

SOURCE = Source(
    name="shenzhen-tb",
    title="Shenzhen Hospital X-ray Set",
    version="1.0.0",
    homepage="https://lhncbc.nlm.nih.gov/LHC-downloads/dataset.html",
    license="LicenseRef-Public-Domain",
    access="open",
    modality="X-Ray",
    anatomy=("chest",),
    department="Pulmonary Medicine",
    redistribution=True,
    cases=Files("CXR_png/CHNCXR_{n:04d}_{tb:0|1}.png"),
    subject="{n}",
    labels=[
        Class("{tb}", names={"0": "normal chest radiograph", "1": "pulmonary tuberculosis"}),
        Mask("mask/CHNCXR_{n}_{tb}_mask.png", name="lung", threshold=127, missing=UNKNOWN),
    ],
    evidence=(
        "https://github.com/mlmed/torchxrayvision/blob/main/torchxrayvision/datasets.py",
        "https://github.com/openmedlab/Awesome-Medical-Dataset/blob/main/resources/SZ-CXR.md",
    ),
    verified="loader",
)
