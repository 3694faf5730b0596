"""CholecSeg8k: frames of 17 Cholec80 operations with organs and instruments outlined.

Classes are the grey values of the `watershed` masks, whose three channels are equal; the paper
prints them as if they were hexadecimal. A clip is 80 frames that follow each other. Videos are
those of Cholec80 under the same numbers, so that its split holds where both are built. 255 is the
edge of the endoscope's picture.
"""

from gmai_data import Files, Mask, Source

SOURCE = Source(
    name="cholecseg8k",
    title="CholecSeg8k",
    version="1.0.0",
    homepage="https://www.kaggle.com/datasets/newslab/cholecseg8k",
    license="CC-BY-NC-SA-4.0",
    access="registration",
    modality="Endoscopy",
    anatomy=("abdomen",),
    department="General Surgery",
    sequence="laparoscopy",
    redistribution=True,
    commercial=False,
    derivatives=True,
    derived_from=("cholec80",),
    cite="Hong et al., CholecSeg8k, arXiv 2012.12453",
    cases=Files("video{v:02d}/video{v}_{clip:05d}/frame_{n:d}_endo.png"),
    subject="{v}",
    subject_space="cholec80",
    study="{v}",
    labels=[
        Mask(
            "video{v}/video{v}_{clip}/frame_{n}_endo_watershed_mask.png",
            names={
                5: "liver ligament",
                11: "abdominal wall",
                12: "fat",
                13: "gastrointestinal tract",
                21: "liver",
                22: "gallbladder",
                23: "connective tissue",
                24: "blood",
                25: "cystic duct",
                31: "grasper",
                32: "hook",
                33: "hepatic vein",
                50: None,
                255: None,
            },
        )
    ],
    evidence=(
        "torch_em/data/datasets/medical/cholecseg8k.py",
        "https://github.com/openmedlab/Awesome-Medical-Dataset/blob/main/resources/CholecSeg8k.md",
    ),
    verified="loader",
)
