"""OIMHS: OCT B-scans of eyes with macular holes, four structures as colours, and the hole's stage.

One PNG holds the scan (left half) and its colour label (right half). The stage is of the eye. The
eye is the subject: which eyes belong to one patient is in a column whose name was not seen.
"""

from gmai_data import UNKNOWN, Class, Files, Mask, Source, Table

SOURCE = Source(
    name="oimhs",
    title="OIMHS",
    version="1.0.0",
    homepage="https://doi.org/10.1038/s41597-023-02675-1",
    license="CC-BY-4.0",
    access="open",
    modality="OCT",
    anatomy=("retina",),
    department="Ophthalmology",
    redistribution=True,
    commercial=True,
    derivatives=True,
    cite="Ye et al., OIMHS, Sci. Data 2023",
    cases=Files("Images/{eye:d}/{n:d}.png"),
    subject="{eye}",
    study="{eye}",
    labels=[
        Mask(
            "Images/{eye}/{n}.png",
            crop="right half",
            form="colour",
            names={
                "#ffff00": "choroid",
                "#00ff00": "retina",
                "#0000ff": "intraretinal cyst",
                "#ff0000": "macular hole",
            },
        ),
        Class(
            "{Stage}",
            names={str(n): f"macular hole stage {n}" for n in range(1, 5)},
            table=Table(
                "Demographics of the participants.xlsx", parse={"Eye ID": "{eye:d}"}, on="eye"
            ),
            level="study",
            missing=UNKNOWN,
        ),
    ],
    evidence=(
        "torch_em/data/datasets/medical/oimhs.py",
        'public code search for "Demographics of the participants.xlsx" (a partition script)',
    ),
    verified="loader",
)
