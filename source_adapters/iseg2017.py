"""iSeg-2017: tissues of the six-month-old brain on T1w and T2w, in Analyze files.

Analyze has no trusted orientation, so no side can be said. Values are 10, 150 and 250.
Test labels are hidden: unknown. iSeg-2019 keeps the names.
"""

from gmai_data import UNKNOWN, Files, Mask, Source, Term

SOURCE = Source(
    name="iseg2017",
    title="iSeg-2017",
    version="1.0.0",
    homepage="https://iseg2017.web.unc.edu/",
    license="LicenseRef-iSeg-2017",
    access="registration",
    redistribution=False,
    benchmark=("test",),
    modality="MR",
    anatomy=("brain",),
    department="Neurosurgery",
    cite="Wang et al., IEEE TMI 2019, doi:10.1109/TMI.2019.2901712",
    cases=Files(
        "iSeg-2017-{set:Training|Testing}/subject-{n:d}-{channel:T1|T2}.hdr",
        channels={"T1": "T1w", "T2": "T2w"},
    ),
    subject="{n}",
    split=Term("{set}", {"Training": "train", "Testing": "test"}),
    labels=[
        Mask(
            "iSeg-2017-{set}/subject-{n}-label.hdr",
            names={10: "cerebrospinal fluid", 150: "grey matter", 250: "white matter"},
            missing=UNKNOWN,
        )
    ],
    evidence=(
        'public code search for "subject-1-label.hdr"',
        'and for "[0, 10, 150, 250]"',
    ),
    verified="loader",
)
