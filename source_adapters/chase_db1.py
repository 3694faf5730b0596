"""CHASE_DB1: fundus photographs of both eyes of 14 children, vessels drawn by two observers.

Images and masks lie in one folder. The digits are the child, the letter is the eye. There is no
official split; 20 images for training and 8 for testing is a habit.
"""

from gmai_data import Files, Mask, Source

SOURCE = Source(
    name="chase-db1",
    title="CHASE_DB1",
    version="1.0.0",
    homepage="https://researchdata.kingston.ac.uk/96/",
    license="CC-BY-4.0",
    access="open",
    modality="Fundus Photography",
    anatomy=("retina",),
    department="Ophthalmology",
    redistribution=True,
    commercial=True,
    derivatives=True,
    cite="Fraz et al., An ensemble classification-based approach, IEEE TBME 2012",
    cases=Files("Image_{child:02d}{eye:L|R}.jpg"),
    subject="{child}",
    study="{child}",
    labels=[
        Mask(
            "Image_{child}{eye}_{observer:1stHO|2ndHO}.png",
            rater="{observer}",
            name="retinal vessel",
        )
    ],
    evidence=(
        "https://github.com/openmedlab/Awesome-Medical-Dataset/blob/main/resources/CHASE.md",
        "https://github.com/zekikus/MedSegBench/blob/main/medsegbench/info.py",
    ),
    verified="loader",
)
