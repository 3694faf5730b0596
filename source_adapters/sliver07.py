"""SLIVER07: the liver on contrast-enhanced CT.

MetaImage headers with raw files beside them. Labels of the ten test scans are hidden: unknown.
Some copies call the folders `scan` and `label`; those are not read.
"""

from gmai_data import UNKNOWN, Files, Mask, Source, Term

SOURCE = Source(
    name="sliver07",
    title="SLIVER07",
    version="1.0.0",
    homepage="https://sliver07.grand-challenge.org/",
    license="LicenseRef-SLIVER07",
    access="registration",
    redistribution=False,
    commercial=False,
    benchmark=("test",),
    modality="CT",
    anatomy=("liver",),
    department="Gastroenterology and Hepatology",
    cite="Heimann et al., IEEE TMI 2009, doi:10.1109/TMI.2009.2013851",
    cases=Files("{set:training|test}-scans/liver-orig{n:3}.mhd"),
    subject="{set}-{n}",
    split=Term("{set}", {"training": "train", "test": "test"}),
    labels=[Mask("{set}-labels/liver-seg{n}.mhd", names={1: "liver"}, missing=UNKNOWN)],
    evidence=(
        "https://github.com/zhaoziheng/SAT-DS processor.py",
        "https://github.com/openmedlab/Awesome-Medical-Dataset resources/SLIVER07.md",
    ),
    verified="loader",
)
