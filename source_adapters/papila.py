"""PAPILA: fundus photographs of both eyes, disc and cup contours by two experts, glaucoma or not.

The spreadsheets (one per eye) have three heading rows; ids look like "#002"; their names write `od`
where the images write `OD`. Contours are text files with a point per line. Diagnosis 2 is suspect.
"""

from gmai_data import UNKNOWN, Files, Flags, Mask, Source, Table

SOURCE = Source(
    name="papila",
    title="PAPILA",
    version="1.0.0",
    homepage="https://figshare.com/articles/dataset/PAPILA/14798004",
    license="CC-BY-4.0",
    access="open",
    modality="Fundus Photography",
    anatomy=("retina",),
    department="Ophthalmology",
    redistribution=True,
    commercial=True,
    derivatives=True,
    cases=Files("FundusImages/RET{id:03d}{eye:i}.jpg"),
    join=[
        Table(
            "ClinicalData/patient_data_{eye:i}.xlsx",
            skip=3,
            header=[
                "ID",
                "Age",
                "Gender",
                "Diagnosis",
                "dioptre_1",
                "dioptre_2",
                "astigmatism",
                "Phakic/Pseudophakic",
                "Pneumatic",
                "Perkins",
                "Pachymetry",
                "Axial_Length",
                "VF_MD",
            ],
            parse={"ID": "#{id:03d}"},
            on=("id", "eye"),
        )
    ],
    subject="{id}",
    study="{id}",
    labels=[
        Flags(
            names={"Diagnosis": "glaucoma"},
            values={"0": "absent", "1": "present", "2": "uncertain"},
        ),
        Mask(
            "ExpertsSegmentations/Contours/RET{id}{eye}_{what:cup|disc}_exp{rater:d}.txt",
            form="xy-lines",
            by="{what}",
            rater="{rater}",
            names={"cup": "optic cup", "disc": "optic disc"},
            missing=UNKNOWN,
        ),
    ],
    evidence=(
        "https://github.com/jusiro/FLAIR/blob/main/local_data/prepare_partitions.py",
        "torch_em/data/datasets/medical/papila.py",
    ),
    verified="loader",
)
