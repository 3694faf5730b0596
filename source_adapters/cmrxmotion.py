"""CMRxMotion 2022: short-axis cine MR of volunteers who breathe in four ways, ED and ES.

The number behind the volunteer's is the way of breathing, from held breath to free. Scans that
moved too much have no label: unknown. Images have a fourth axis of length one. The table of image
quality is not read (its columns are from memory). Validation scans have no labels and are not read.
"""

from gmai_data import UNKNOWN, Files, Mask, Source

SOURCE = Source(
    name="cmrxmotion",
    title="CMRxMotion 2022",
    version="1.0.0",
    homepage="http://cmr.miccai.cloud/",
    license="LicenseRef-CMRxMotion-2022",
    access="registration",
    redistribution=False,
    commercial=False,
    modality="MR",
    sequence="cine",
    anatomy=("heart",),
    department="Cardiovascular Surgery",
    cite="Wang et al., The Extreme Cardiac MRI Analysis Challenge, arXiv:2210.06385",
    cases=Files("data/P{patient:3}-{k:d}/P{patient}-{k}-{time:ED|ES}.nii.gz"),
    subject="{patient}",
    study="{patient}-{k}",
    view="short axis",
    labels=[
        Mask(
            "data/P{patient}-{k}/P{patient}-{k}-{time}-label.nii.gz",
            names={
                1: "left ventricular cavity",
                2: "left ventricular myocardium",
                3: "right ventricular cavity",
            },
            missing=UNKNOWN,
        ),
    ],
    evidence=(
        "https://github.com/zhaoziheng/SAT-DS processor.py",
        "https://github.com/openmedlab/Awesome-Medical-Dataset resources/CMRxMotion.md",
    ),
    verified="loader",
)
