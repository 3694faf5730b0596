"""Kvasir-Instrument: endoscopic frames with snares, balloons and forceps, boxed and outlined.

A mask joins all instruments of a frame, so the boxes are taken where the file has them. Masks are
PNG, white on black in three bands. The lists of the official split have names without suffix. No
patient id.
"""

from gmai_data import NO_SUBJECT, Boxes, Files, First, Mask, Records, Source, Table

SOURCE = Source(
    name="kvasir-instrument",
    title="Kvasir-Instrument",
    version="1.0.0",
    homepage="https://datasets.simula.no/kvasir-instrument/",
    license="LicenseRef-Research-Education",
    access="open",
    modality="Endoscopy",
    anatomy=("gastrointestinal tract",),
    department="Gastroenterology and Hepatology",
    commercial=False,
    benchmark=("test",),
    cite="Jha et al., Kvasir-Instrument, MMM 2021, doi:10.1007/978-3-030-67835-7_19",
    cases=Files("images/{stem}.jpg"),
    join=[Table("{set:train|test}.txt", header=["stem"], on="stem")],
    subject=NO_SUBJECT,
    split="{set}",
    labels=[
        First(
            Boxes(
                xyxy=("{xmin}", "{ymin}", "{xmax}", "{ymax}"),
                name="endoscopic instrument",
                table=Records("bboxes.json", each="{stem}/bbox/*", on="stem", optional=True),
            ),
            Mask("masks/{stem}.png", name="endoscopic instrument", threshold=127),
        )
    ],
    evidence=(
        "https://github.com/dataset-ninja/kvasir-instrument src/convert.py, LICENSE.md",
        'public code search for "data/kvasir-instrument/train.txt"',
    ),
    verified="loader",
)
