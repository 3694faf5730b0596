"""Calgary-Campinas-359: brain and hippocampus on T1-weighted MR of healthy adults, six scanners.

Masks are silver standards: the brain by a network, the hippocampus by a consensus of methods, both
sides in one value and not for every scan. Suffixes of the masks are not known, so they are matched
by the number of the scan. The tissue maps (`WM-GM-CSF`) are not read: which value is which tissue
was not seen. Vendor, field, age and sex are in the names of the files.
"""

from gmai_data import UNKNOWN, Files, First, Mask, Source

SOURCE = Source(
    name="cc359",
    title="Calgary-Campinas-359",
    version="1.0.0",
    homepage="https://sites.google.com/view/calgary-campinas-dataset/home",
    license="CC-BY-ND-4.0",
    access="registration",
    redistribution=True,
    derivatives=False,
    modality="MR",
    sequence="T1w",
    anatomy=("brain",),
    department="Neurosurgery",
    cite="Souza et al., NeuroImage 2018, doi:10.1016/j.neuroimage.2017.08.021",
    cases=Files(
        First(
            "Original.zip!Original/CC{n:4}_{scanner}.nii.gz",
            "Original.zip!CC{n:4}_{scanner}.nii.gz",
        )
    ),
    subject="{n}",
    labels=[
        Mask(
            First(
                "Silver-standard-machine-learning.zip!Silver-standard-machine-learning/CC{n}_*.nii.gz",
                "Silver-standard-machine-learning.zip!CC{n}_*.nii.gz",
            ),
            form="binary",
            name="brain",
            missing=UNKNOWN,
        ),
        Mask(
            First(
                "hippocampus_staple.zip!hippocampus_staple/CC{n}_*.nii.gz",
                "hippocampus_staple.zip!CC{n}_*.nii.gz",
            ),
            form="binary",
            name="hippocampus",
            missing=UNKNOWN,
        ),
    ],
    evidence=("https://github.com/neuro-ml/amid amid/cc359/dataset.py",),
    verified="loader",
)
