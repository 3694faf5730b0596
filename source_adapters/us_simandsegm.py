"""US simulation and segmentation: abdominal ultrasound, organs painted in the test scans.

Only the real scans (`RUS`) are declared, and only those of the test part have masks. The others
(`AUS`) are not ultrasound: they are simulated from CT. Scans are JPEG, masks PNG. A mask has the
colours of its organs, mixed ones along their edges and, once, a tinted background (10, 0, 10): only
the colours of the legend are read. Kidneys and adrenal glands have no side; what an unpainted pixel
shows is not said. No patient id.
"""

import re

from gmai_data import NO_SUBJECT, UNKNOWN, Files, Mask, Source

SOURCE = Source(
    name="us-simandsegm",
    title="US simulation & segmentation (abdomen)",
    version="1.0.0",
    homepage="https://www.kaggle.com/datasets/ignaciorlando/ussimandsegm",
    license="LicenseRef-not-stated",
    access="registration",
    modality="Ultrasound",
    anatomy=("abdomen",),
    department="Gastroenterology and Hepatology",
    benchmark=("test",),
    cite="Vitale et al., Improving realism in patient-specific abdominal ultrasound simulation "
    "using CycleGANs, IJCARS 2020",
    cases=Files("RUS/images/{set:train|test}/{stem}.jpg"),
    subject=NO_SUBJECT,
    split="{set}",
    labels=[
        Mask(
            "RUS/annotations/{set}/{stem}.png",
            form="colour",
            names={
                "#640064": "liver",
                "#ffff00": "kidney",
                "#0000ff": "pancreas",
                "#ff0000": "blood vessel",
                "#00ffff": "adrenal gland",
                "#00ff00": "gallbladder",
                "#ffffff": "bone",
                "#ff00ff": "spleen",
                re.compile("#[0-9a-f]{6}"): None,  # edges and tints
            },
            missing=UNKNOWN,
        )
    ],
    evidence=(
        'public loader code (search for "abdominal_US/RUS"): folders, .jpg beside .png, colours, '
        "edges of mixed colours",
        "https://github.com/zekikus/MedSegBench/blob/main/medsegbench/info.py",
    ),
    verified="loader",
)
