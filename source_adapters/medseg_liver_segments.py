"""MedSeg liver segments: Couinaud's segments of the liver on fifty CT of MSD.

Images come from the Medical Segmentation Decathlon under numbers of their own, so that patients
cannot be matched. That values 1 to 8 are the segments by Couinaud's numbers is from memory. The two
archives may stay packed.
"""

from gmai_data import Files, Mask, Source

SOURCE = Source(
    name="medseg-liver-segments",
    title="MedSeg liver segments (50 cases)",
    version="1.0.0",
    homepage="https://www.medseg.ai/database/liver-segments-50-cases",
    license="CC-BY-SA-4.0",
    access="open",
    redistribution=True,
    commercial=True,
    derivatives=True,
    derived_from=("msd-task03-liver", "msd-task08-hepaticvessel"),
    modality="CT",
    anatomy=("liver",),
    department="Gastroenterology and Hepatology",
    cite="MedSeg, Liver segments (50 cases), https://www.medseg.ai",
    cases=Files("img.zip!img{n:d}.nii.gz"),
    subject="{n}",
    labels=[Mask("mask.zip!mask{n}.nii.gz", names={n: f"liver segment {n}" for n in range(1, 9)})],
    evidence=("https://github.com/neuro-ml/amid amid/liver_medseg.py",),
    verified="loader",
)
