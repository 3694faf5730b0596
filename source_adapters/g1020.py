"""G1020: fundus photographs of a practice with disc and cup masks, glaucoma or not.

Outlines of labelme stand beside the pictures (`image_0.json`); their labels were not seen, so the
masks in `Masks` are read: 1 is the disc without the cup, 2 the cup (values as in the ORIGA copy of
the same bundle). The cup is not drawn in all. No patient id; some patients have both eyes.
"""

from gmai_data import NO_SUBJECT, UNKNOWN, Flags, Mask, Source, Table

SOURCE = Source(
    name="g1020",
    title="G1020",
    version="1.0.0",
    homepage="https://arxiv.org/abs/2006.09158",
    license="CC-BY-NC-SA-4.0",
    access="open",
    modality="Fundus Photography",
    anatomy=("retina",),
    department="Ophthalmology",
    commercial=False,
    cite="Bajwa et al., G1020, IJCNN 2020, arXiv:2006.09158",
    cases=Table("G1020.csv", parse={"imageID": "{stem}.jpg"}, image="Images/{stem}.jpg"),
    subject=NO_SUBJECT,
    labels=[
        Flags(names={"binaryLabels": "glaucoma"}),
        Mask(
            "Masks/{stem}.png",
            names={1: "optic disc", 2: "optic cup"},
            includes={1: (2,)},
            missing=UNKNOWN,
        ),
    ],
    evidence=(
        "https://github.com/jusiro/FLAIR/blob/main/local_data/prepare_partitions.py",
        'public code search for "G1020/Masks"',
    ),
    verified="loader",
)
