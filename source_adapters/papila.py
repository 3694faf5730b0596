"""PAPILA: fundus photographs of both eyes, disc and cup contours by two experts, glaucoma or not.

The spreadsheets (one per eye) have three heading rows; ids look like "#002"; their names write `od`
where the images write `OD`. Contours are text files with a point per line. Diagnosis 2 is suspect.
"""

from collections.abc import Mapping, Sequence

from gmai_data import UNKNOWN, Files, Flags, Mask, Source, Table


def contour(data: bytes) -> Sequence[Mapping[str, str]]:
    """One row with the points of a contour file, a line of x and y for each."""
    lines = (line.split() for line in data.decode("ascii").splitlines())
    return [{"points": " ".join(f"{x},{y}" for x, y in filter(None, lines))}]


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
            polygon="{points}",
            by="{what}",
            rater="expert {expert}",
            names={"cup": "optic cup", "disc": "optic disc"},
            table=Table(
                "ExpertsSegmentations/Contours/"
                "RET{id:03d}{eye:i}_{what:cup|disc}_exp{expert:d}.txt",
                form=contour,
                on=("id", "eye"),
            ),
            missing=UNKNOWN,
        ),
    ],
    evidence=(
        "https://github.com/jusiro/FLAIR/blob/main/local_data/prepare_partitions.py",
        "torch_em/data/datasets/medical/papila.py",
    ),
    verified="loader",
)
