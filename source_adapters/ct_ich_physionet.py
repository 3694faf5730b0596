"""CT-ICH: head CT after trauma, with haemorrhage drawn on every slice where there is one.

The table of types (epidural, subdural and so on) counts slices from 1; which end of the volume is
slice 1 was not seen, so it is not read. Files are named after patients 49 to 130, with a gap from
59 to 65. Masks are 255 (from memory); any value above 0 is taken. Every slice was looked at: an
empty mask means no haemorrhage.
"""

from gmai_data import ABSENT, Files, Mask, Source

SOURCE = Source(
    name="ct-ich-physionet",
    title="CT-ICH (PhysioNet)",
    version="1.3.1",
    homepage="https://physionet.org/content/ct-ich/1.3.1/",
    license="LicenseRef-PhysioNet-Restricted-1.5.0",
    access="agreement",
    redistribution=False,
    modality="CT",
    anatomy=("brain",),
    department="Neurosurgery",
    window="brain",
    cite="Hssayeni et al., Data 2020, doi:10.3390/data5010014",
    cases=Files("ct_scans/{patient:03d}.nii"),
    subject="{patient}",
    labels=[
        Mask("masks/{patient}.nii", form="binary", name="intracranial haemorrhage", empty=ABSENT)
    ],
    evidence=(
        "https://github.com/neuro-ml/amid amid/ct_ich.py",
        'public code search for "hemorrhage_diagnosis_raw_ct.csv"',
    ),
    verified="loader",
)
