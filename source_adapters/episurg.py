"""EPISURG: T1-weighted MR after epilepsy surgery, with the resection cavity for some.

133 of 430 patients have a mask, some by two or three raters, whose masks are kept apart; without
one it is unknown. Scans before surgery are not read. The hemisphere in the table is not read
either: the mask tells the side. The licence is a data use agreement.
"""

from gmai_data import UNKNOWN, Files, Mask, Source

SOURCE = Source(
    name="episurg",
    title="EPISURG (resection cavity)",
    version="1.0.0",
    homepage="https://doi.org/10.5522/04/9996158.v1",
    license="LicenseRef-EPISURG",
    access="open",
    commercial=False,
    modality="MR",
    sequence="T1w",
    anatomy=("brain",),
    department="Neurosurgery",
    cite="Pérez-García et al., IJCARS 2021, doi:10.1007/s11548-021-02420-2",
    cases=Files("subjects/{subject}/postop/{subject}_postop-t1mri-1.nii.gz"),
    subject="{subject}",
    labels=[
        Mask(
            "subjects/{subject}/postop/{subject}_postop-seg-{rater:d}.nii.gz",
            names={1: "resection cavity"},
            rater="{rater}",
            missing=UNKNOWN,
        )
    ],
    evidence=(
        "https://github.com/fepegar/torchio src/torchio/datasets/episurg.py",
        'public code search for "postop-t1mri"',
    ),
    verified="loader",
)
