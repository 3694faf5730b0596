"""ORIGA-light: fundus photographs from Singapore with disc and cup masks, glaucoma or not.

The set is on request; what circulates is a copy on Kaggle with PNG masks: 1 is the disc without the
cup, 2 the cup. `Images_Square` beside it holds crops and is not read. Which of the sets A and B
was meant for testing is not said in the table. No patient id; two eyes of one patient may be there.
"""

from gmai_data import NO_SUBJECT, UNKNOWN, Flags, Mask, Source, Table, Value

SOURCE = Source(
    name="origa",
    title="ORIGA-light",
    version="1.0.0",
    homepage="https://pubmed.ncbi.nlm.nih.gov/21095735/",
    license="LicenseRef-not-stated",
    access="agreement",
    modality="Fundus Photography",
    anatomy=("retina",),
    department="Ophthalmology",
    cite="Zhang et al., ORIGA-light, EMBC 2010",
    cases=Table("OrigaList.csv", parse={"Filename": "{stem}.jpg"}, image="Images/{stem}.jpg"),
    subject=NO_SUBJECT,
    labels=[
        Flags(names={"Glaucoma": "glaucoma"}),
        Value("{ExpCDR}", name="cup-to-disc ratio"),
        Mask(
            "Masks/{stem}.png",
            names={1: "optic disc", 2: "optic cup"},
            includes={1: (2,)},  # the cup is cut out of the disc
            missing=UNKNOWN,
        ),
    ],
    evidence=(
        "https://github.com/jusiro/FLAIR/blob/main/local_data/prepare_partitions.py",
        'public code search for "OrigaList.csv" and "ORIGA/Masks"',
    ),
    verified="loader",
)
