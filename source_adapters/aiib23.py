"""AIIB23: airways on chest CT of patients with fibrotic lung disease.

The training folder `AIIB23_Train_T1` holds `img` and `gt`, or `image` and `label` in a listing.
Validation scans come without airways: unknown, not empty. Survival, the second task, is not read.
"""

from gmai_data import UNKNOWN, Files, Mask, Source

SOURCE = Source(
    name="aiib23",
    title="AIIB23 (airway-informed imaging biomarker)",
    version="1.0.0",
    homepage="https://codalab.lisn.upsaclay.fr/competitions/13238",
    license="LicenseRef-Challenge-Terms",
    access="registration",
    redistribution=False,
    modality="CT",
    anatomy=("lung",),
    department="Pulmonary Medicine",
    window="lung",
    cite="Nan et al., Medical Image Analysis 2024, arXiv:2312.13752",
    cases=Files("**/{:image|img}/AIIB23_{n:d}.nii.gz"),
    subject="{n}",
    labels=[
        Mask("**/{:label|gt}/AIIB23_{n}.nii.gz", form="binary", name="airway", missing=UNKNOWN)
    ],
    evidence=(
        "https://github.com/openmedlab/Awesome-Medical-Dataset resources/AIIB23.md",
        'public code search for "AIIB23_" (img and gt, validation apart)',
    ),
    verified="loader",
)
