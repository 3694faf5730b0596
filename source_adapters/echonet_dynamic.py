"""EchoNet-Dynamic: apical four-chamber videos with the left ventricle traced in two frames.

Declared for the traced frames: a tracing is the long axis, then chords across it, and the outline
goes down their first ends and back up the second. Videos without a tracing give no case. File
names have ".avi" in the tracings only. Ejection fraction and volumes hold for the whole video. The
columns of the tracings are from memory; one public note has X and Y columns instead.
"""

from collections.abc import Mapping, Sequence

from gmai_data import Mask, Source, Table, Term, Value


def ventricle(rows: Sequence[Mapping[str, str]]) -> list[tuple[float, float]]:
    """The outline around the chords of a frame; the first row is the long axis."""
    chords = rows[1:]
    down = [(float(r["X1"]), float(r["Y1"])) for r in chords]
    up = [(float(r["X2"]), float(r["Y2"])) for r in reversed(chords)]
    return down + up


SOURCE = Source(
    name="echonet-dynamic",
    title="EchoNet-Dynamic",
    version="1.0.0",
    homepage="https://echonet.github.io/dynamic/",
    license="LicenseRef-Stanford-Research-Use",
    access="registration",
    modality="Ultrasound",
    anatomy=("heart",),
    department="Cardiovascular Surgery",
    sequence="echocardiography",
    redistribution=False,
    commercial=False,
    send_to_api=False,
    benchmark=("test",),
    cite="Ouyang et al., Video-based AI for beat-to-beat assessment, Nature 2020",
    cases=Table(
        "VolumeTracings.csv",
        parse={"FileName": ("{video}.avi", "{video}")},
        image="Videos/{video}.avi",
        frame="{Frame}",
        key="{video}-{Frame}",
    ),
    join=[
        Table(
            "FileList.csv",
            parse={"FileName": ("{video}.avi", "{video}")},
            derive={  # the table has six decimals
                "ef": lambda row: f"{float(row['EF']):.1f}",
                "edv": lambda row: f"{float(row['EDV']):.1f}",
                "esv": lambda row: f"{float(row['ESV']):.1f}",
            },
            on="video",
            alias="list",
        )
    ],
    subject="{video}",
    study="{video}",
    view="apical four-chamber",
    split=Term("{list.Split}", {"TRAIN": "train", "VAL": "val", "TEST": "test"}),
    labels=[
        Mask(polygon=ventricle, name="left ventricular cavity"),
        Value("{list.ef}", name="ejection fraction", unit="%", level="study"),
        Value("{list.edv}", name="end-diastolic volume", unit="mL", level="study"),
        Value("{list.esv}", name="end-systolic volume", unit="mL", level="study"),
    ],
    evidence=('public code search for "VolumeTracings.csv"',),
    verified="loader",
)
