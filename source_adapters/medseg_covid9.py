"""MedSeg COVID-19: nine axial chest CT volumes of Radiopaedia with three findings and the lungs.

Three zip files, or their folders. Which number is which finding is from memory. Lung masks may have
a value per side, in an order that was not seen: both are "lung". COVID-19-CT-Seg has ten volumes of
the same site, two of them of one patient twice; these nine are nine of those by the number of
slices (829), and nobody says which is which. So all nine are one subject here.
"""

from gmai_data import ABSENT, Files, Mask, Source

SOURCE = Source(
    name="medseg-covid9",
    title="MedSeg COVID-19 (nine Radiopaedia volumes)",
    version="1.0.0",
    homepage="http://medicalsegmentation.com/covid19/",
    license="CC0-1.0",
    access="open",
    redistribution=True,
    commercial=True,
    derivatives=True,
    modality="CT",
    anatomy=("lung",),
    department="Infectious Diseases",
    window="lung",
    cite="MedSeg, COVID-19 CT segmentation dataset, medicalsegmentation.com/covid19",
    cases=Files("rp_im.zip!rp_im/{n:d}.nii.gz"),
    subject="Radiopaedia",
    labels=[
        Mask(
            "rp_msk.zip!rp_msk/{n}.nii.gz",
            names={1: "ground-glass opacity", 2: "consolidation", 3: "pleural effusion"},
            empty=ABSENT,
        ),
        Mask("rp_lung_msk.zip!rp_lung_msk/{n}.nii.gz", form="binary", name="lung"),
    ],
    evidence=(
        "https://github.com/neuro-ml/amid amid/medseg9.py",
        'public code search for "images_radiopedia" (829 slices, order of findings)',
    ),
    verified="loader",
)
