"""Nerthus: frames of colonoscopy videos graded by how clean the bowel is (Boston scale, 0 to 3).

Frames of 21 videos look alike: the video is the subject. The score is the folder; the name of a
file repeats it, not always the same.
"""

from gmai_data import Class, Files, Source

SOURCE = Source(
    name="nerthus",
    title="Nerthus",
    version="1.0.0",
    homepage="https://datasets.simula.no/nerthus/",
    license="LicenseRef-Research-Education",
    access="open",
    modality="Endoscopy",
    anatomy=("colon",),
    department="Gastroenterology and Hepatology",
    cite="Pogorelov et al., Nerthus, ACM MMSys 2017, doi:10.1145/3083187.3083216",
    cases=Files("nerthus-dataset-frames/{score:0|1|2|3}/bowel_{video:d}_score_*_{n:08d}.jpg"),
    subject="{video}",
    study="{video}",
    labels=[
        Class(
            "{score}",
            of="Boston bowel preparation score",
            names={
                "0": "Boston bowel preparation score 0",
                "1": "Boston bowel preparation score 1",
                "2": "Boston bowel preparation score 2",
                "3": "Boston bowel preparation score 3",
            },
        )
    ],
    evidence=(
        "https://github.com/openmedlab/Awesome-Medical-Dataset/blob/main/resources/Nerthus.md",
    ),
    verified="loader",
)
