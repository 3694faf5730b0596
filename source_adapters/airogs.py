"""AIROGS (Rotterdam EyePACS): fundus photographs of a screening programme, referable or not.

Six zips of numbered pictures and one table; only the training part is public. Three in a hundred
are positive. No patient id, though patients have several photographs.
"""

from gmai_data import NO_SUBJECT, First, Flags, Source, Table

SOURCE = Source(
    name="airogs",
    title="AIROGS (Rotterdam EyePACS)",
    version="1.0.0",
    homepage="https://zenodo.org/record/5793241",
    license="CC-BY-NC-ND-4.0",
    access="open",
    modality="Fundus Photography",
    anatomy=("retina",),
    department="Ophthalmology",
    redistribution=True,
    commercial=False,
    derivatives=False,
    cite="de Vente et al., AIROGS, IEEE TMI 2024, arXiv:2302.01738",
    cases=Table(
        "train_labels.csv",
        image=First("*.zip!{challenge_id}.jpg", "**/{challenge_id}.jpg"),
    ),
    subject=NO_SUBJECT,
    split="train",
    labels=[
        Flags(names={"class": "referable glaucoma"}, values={"RG": "present", "NRG": "absent"})
    ],
    evidence=(
        "https://github.com/jusiro/FLAIR/blob/main/local_data/prepare_partitions.py",
        "https://github.com/openmedlab/Awesome-Medical-Dataset/blob/main/resources/AIROGS.md",
    ),
    verified="loader",
)
