"""ALL-IDB: blood smears with acute lymphoblastic leukaemia or without, whole fields and crops.

The digit after the underscore says whether there are lymphoblasts; the `.xyc` file of a field has
the centre of each. The crops of ALL_IDB2 come from the fields of ALL_IDB1, but their numbers are
others, and patients are not given: the two parts cannot be split against each other, so all of
it is training data.
"""

from collections.abc import Mapping, Sequence

from gmai_data import NO_SUBJECT, UNKNOWN, Files, Flags, Layout, Points, Source, Table


def centres(data: bytes) -> Sequence[Mapping[str, str]]:
    """A row per blast: column and row of its centre, which blanks or tabs part."""
    lines = (line.split() for line in data.decode("ascii", errors="replace").splitlines())
    return [{"x": line[0], "y": line[1]} for line in lines if len(line) >= 2]


SOURCE = Source(
    name="allidb",
    title="ALL-IDB: Acute Lymphoblastic Leukemia Image Database",
    version="1.0.0",
    homepage="https://homes.di.unimi.it/scotti/all/",
    license="LicenseRef-Research-Only",
    access="agreement",
    modality="Microscopy",
    anatomy=("blood",),
    department="Hematology",
    redistribution=False,
    cite="Labati et al., ALL-IDB: the acute lymphoblastic leukemia image database, ICIP 2011",
    subject=NO_SUBJECT,
    split="train",  # crops of one part show cells of the other
    labels=[
        Flags(names={"blasts": "lymphoblast"}, values={"1": "present", "0": "absent"}),
    ],
    parts=(
        Layout(
            "fields",
            cases=Files("ALL_IDB1/im/Im{n:03d}_{blasts:0|1}.jpg"),
            labels=[
                Points(
                    xy=("{x}", "{y}"),
                    name="lymphoblast",
                    table=Table(
                        "ALL_IDB1/xyc/Im{n:03d}_{blasts:0|1}.xyc",
                        form=centres,
                        on=("n", "blasts"),
                        optional=True,
                    ),
                    missing=UNKNOWN,
                )
            ],
        ),
        Layout("crops", cases=Files("ALL_IDB2/img/Im{n:03d}_{blasts:0|1}.tif")),
    ),
    evidence=('public code search for "ALL_IDB2" and "ALL_IDB1/xyc"',),
    verified="loader",
)
