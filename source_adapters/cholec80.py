"""Cholec80: frames of 80 laparoscopic cholecystectomies with surgical phase and instruments.

Declared for extracted frames at 1 per second, numbered from 1; the tables count frames of the video
at 25 per second, so frame n is row 25 (n - 1). Phases are annotated at every video frame, tools at
every 25th.
"""

from collections.abc import Mapping

from gmai_data import UNKNOWN, Class, Files, Flags, Source, Table, Term


def video_frame(row: Mapping[str, str]) -> str:
    """Index in the 25 fps video of a frame extracted at 1 fps."""
    return str(25 * (int(row["n"]) - 1))


SOURCE = Source(
    name="cholec80",
    title="Cholec80",
    version="1.0.0",
    homepage="http://camma.u-strasbg.fr/datasets",
    license="CC-BY-NC-SA-4.0",
    access="agreement",
    modality="Endoscopy",
    anatomy=("gallbladder",),
    department="General Surgery",
    commercial=False,
    derivatives=True,
    benchmark=("test",),
    cases=Files("frames/video{v:02d}/video{v}_{n:06d}.png", derive={"at": video_frame}),
    subject="{v}",
    study="{v}",
    split=Term("{v}", {range(1, 41): "train", range(41, 81): "test"}),
    labels=[
        Class(
            "{Phase}",
            of="surgical phase",
            names={
                "CalotTriangleDissection": "Calot triangle dissection",
                "CleaningCoagulation": "cleaning and coagulation",
                "ClippingCutting": "clipping and cutting",
                "GallbladderDissection": "gallbladder dissection",
                "GallbladderPackaging": "gallbladder packaging",
                "GallbladderRetraction": "gallbladder retraction",
                "Preparation": "preparation",
            },
            table=Table(
                "phase_annotations/video{v:02d}-phase.txt",
                sep="\t",
                parse={"Frame": "{at}"},
                on=("v", "at"),
            ),
            missing=UNKNOWN,
        ),
        Flags(
            names={
                "Bipolar": "bipolar forceps",
                "Clipper": "clipper",
                "Grasper": "grasper",
                "Hook": "hook",
                "Irrigator": "irrigator",
                "Scissors": "scissors",
                "SpecimenBag": "specimen bag",
            },
            table=Table(
                "tool_annotations/video{v:02d}-tool.txt",
                sep="\t",
                parse={"Frame": "{at}"},
                on=("v", "at"),
            ),
            missing=UNKNOWN,
        ),
    ],
    evidence=(
        "https://github.com/openmedlab/Awesome-Medical-Dataset/blob/main/resources/Cholec80.md",
        'public code search for "tool_annotations/video" (headers, first rows)',
    ),
    verified="loader",
)
