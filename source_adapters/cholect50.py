"""CholecT50: frames of gallbladder surgery at 1 per second: instruments, targets, phase.

A frame has a list of 15 numbers for each instrument in use; -1 is none. Read are the instrument
(second), its target (ninth) and the phase (last); verbs are left out, as several may hold at once.
Boxes are -1 in the public release. Frames without a list are of unknown phase. Numbers of videos
are those of Cholec80 ("consistent across these datasets"), which has most of them; the split is
that of the RDV paper, other than Cholec80's: what either tests on is in no training set.
CholecT45 in its older layout of text files is not declared.
"""

from gmai_data import UNKNOWN, Class, Files, Records, Source, Term

TRIPLETS = Records("labels/VID{v:02d}.json", each="annotations/{frame:d}/*", on=("v", "frame"))
VAL = (8, 12, 29, 50, 78)
TEST = (6, 51, 10, 73, 14, 74, 32, 80, 42, 111)

SOURCE = Source(
    name="cholect50",
    title="CholecT50",
    version="2.0.0",
    homepage="https://github.com/CAMMA-public/cholect50",
    license="CC-BY-NC-SA-4.0",
    access="agreement",
    modality="Endoscopy",
    anatomy=("gallbladder",),
    department="General Surgery",
    sequence="laparoscopy",
    commercial=False,
    derivatives=True,
    benchmark=("test",),
    derived_from=("cholec80",),
    cite="Nwoye et al., Rendezvous, Medical Image Analysis 2022, doi:10.1016/j.media.2022.102433",
    cases=Files("videos/VID{v:02d}/{frame:06d}.png"),
    subject="{v}",
    subject_space="cholec80",
    study="{v}",
    split=Term(
        "{v}",
        {
            **dict.fromkeys(range(1, 112), "train"),
            **dict.fromkeys(VAL, "val"),
            **dict.fromkeys(TEST, "test"),
        },
    ),
    labels=[
        Class(
            "{1}",
            names={
                "0": "grasper",
                "1": "bipolar forceps",
                "2": "hook",
                "3": "scissors",
                "4": "clipper",
                "5": "irrigator",
                "-1": None,
            },
            table=TRIPLETS,
            missing=UNKNOWN,
        ),
        Class(
            "{8}",
            names={
                "0": "gallbladder",
                "1": "cystic plate",
                "2": "cystic duct",
                "3": "cystic artery",
                "4": "cystic pedicle",
                "5": "blood vessel",
                "6": None,
                "7": "abdominal wall",
                "8": "liver",
                "9": "adhesion",
                "10": "omentum",
                "11": "peritoneum",
                "12": "bowel",
                "13": "specimen bag",
                "14": None,
                "-1": None,
            },
            table=TRIPLETS,
            missing=UNKNOWN,
        ),
        Class(
            "{14}",
            of="surgical phase",
            names={
                "0": "preparation",
                "1": "Calot triangle dissection",
                "2": "clipping and cutting",
                "3": "gallbladder dissection",
                "4": "gallbladder packaging",
                "5": "cleaning and coagulation",
                "6": "gallbladder retraction",
                "-1": None,
            },
            table=TRIPLETS,
            missing=UNKNOWN,
        ),
    ],
    evidence=(
        "https://github.com/CAMMA-public/cholect50/blob/master/docs/README-Format.md",
        "https://github.com/CAMMA-public/cholect50/blob/master/docs/README-Splits.md (overlap)",
        "https://github.com/CAMMA-public/cholect50/blob/master/dataloader_pth.py",
        'public code search for "cystic_pedicle": the codes of instruments and targets',
    ),
    verified="loader",
)
