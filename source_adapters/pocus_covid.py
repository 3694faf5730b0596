"""COVID-19 POCUS (Born): lung ultrasound pictures and videos gathered from the web.

The class is the beginning of a file's name, in several spellings. Patients stand in
`dataset_metadata.csv` where they are known (several videos of one patient); otherwise a file is its
own subject. Licences differ from file to file: see the table. GIF videos are read page by page.
"""

from collections.abc import Mapping

from gmai_data import Class, Files, First, Frames, Layout, Source, Table


def kind(row: Mapping[str, str]) -> str:
    """Cov-Atlas, cov_x, pneu-everyday: the first three letters, in lower case."""
    return row["stem"][:3].lower()


PROBE = "{probe:convex|linear}"

SOURCE = Source(
    name="pocus-covid",
    title="COVID-19 lung ultrasound (POCUS)",
    version="1.0.0",
    homepage="https://github.com/jannisborn/covid19_ultrasound",
    license="LicenseRef-Per-Image",
    access="open",
    modality="Ultrasound",
    anatomy=("lung",),
    department="Pulmonary Medicine",
    cite="Born et al., Accelerating detection of lung pathologies, Applied Sciences 2021",
    root=("data", ""),
    join=[
        Table(
            "dataset_metadata.csv",
            parse={
                "Filename": ("{stem}.{:mp4|gif|mov|avi|mpeg|jpg|jpeg|png|JPG}", "{stem}"),
                "Patient ID / Name": "{patient}",
            },
            where={"Patient ID / Name": ".+"},
            on="stem",
            optional=True,
        )
    ],
    subject=First("{patient}", "{stem}"),
    labels=[
        Class(
            "{kind}",
            names={
                "cov": "COVID-19",
                "pne": "bacterial pneumonia",
                "reg": "normal lung",
                "vir": "viral pneumonia",
            },
        )
    ],
    parts=(
        Layout(
            "pictures",
            cases=Files(f"pocus_images/{PROBE}/{{stem}}.{{:jpg|jpeg|png}}", derive={"kind": kind}),
        ),
        Layout(
            "videos",
            cases=Frames(
                f"pocus_videos/{PROBE}/{{stem}}.{{:mp4|mov|avi|mpeg|mpg}}", derive={"kind": kind}
            ),
        ),
        Layout(
            "gifs",
            cases=Files(f"pocus_videos/{PROBE}/{{stem}}.gif", derive={"kind": kind}),
        ),
    ),
    evidence=(
        "https://github.com/jannisborn/covid19_ultrasound/blob/master/data/dataset_metadata.csv",
        'public code search for "pocus_videos"',
    ),
    verified="loader",
)
