"""Chaoyang: H&E patches of colon slides in four classes; training labels are noisy on purpose.

Three pathologists read each patch. As we remember the paper, test holds those on which all agree,
and a training patch on which they differ has the label of one of them, drawn at random. No slide
or patient id.
"""

from gmai_data import NO_SUBJECT, Class, Records, Source

SOURCE = Source(
    name="chaoyang",
    title="Chaoyang",
    version="1.0.0",
    homepage="https://bupt-ai-cz.github.io/HSA-NRL/",
    license="LicenseRef-Research-Only",
    access="agreement",
    modality="Pathology",
    anatomy=("colon",),
    department="Laboratory Medicine and Pathology",
    sequence="H&E",
    benchmark=("test",),
    cite="Zhu et al., Hard Sample Aware Noise Robust Learning for Histopathology Image "
    "Classification, IEEE TMI 2022",
    cases=Records("{set:train|test}.json", image="{name}"),
    subject=NO_SUBJECT,
    split="{set}",
    labels=[
        Class(
            "{label}",
            names={
                "0": "normal colon mucosa",
                "1": "serrated lesion",
                "2": "colorectal adenocarcinoma",
                "3": "adenoma",
            },
        )
    ],
    evidence=(
        "https://github.com/openmedlab/Awesome-Medical-Dataset/blob/main/resources/Chaoyang.md",
        'public code search for "chaoyang-data" (keys name and label, names of classes)',
    ),
    verified="loader",
)
