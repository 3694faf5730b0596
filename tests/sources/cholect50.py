"""CholecT50: a folder of frames per video, a JSON of 15-number vectors per frame; -1 is none.

Positions seen in public code: 0 triplet, 1 instrument, 7 verb, 8 target, 14 phase.
"""

from pathlib import Path

from gmai_data.testing import Expected, fake_image, write_json, write_text

EXPECTED = Expected(cases=5, subjects=2, names=("grasper", "hook"))
CATEGORIES = {
    "triplet": {"17": "grasper,retract,gallbladder", "60": "hook,dissect,gallbladder"},
    "instrument": {
        "0": "grasper",
        "1": "bipolar",
        "2": "hook",
        "3": "scissors",
        "4": "clipper",
        "5": "irrigator",
    },
    "verb": {"1": "retract", "2": "dissect"},
    "target": {"0": "gallbladder"},
    "phase": {
        "0": "preparation",
        "1": "carlot-triangle-dissection",
        "2": "clipping-and-cutting",
        "3": "gallbladder-dissection",
        "4": "gallbladder-packaging",
        "5": "cleaning-and-coagulation",
        "6": "gallbladder-extraction",
    },
}


def _vector(triplet: int, instrument: int, verb: int, target: int, phase: int) -> list[float]:
    return [triplet, instrument, 1, -1, -1, -1, -1, verb, target, -1, -1, -1, -1, -1, phase]


def make(root: Path) -> None:
    top = root / "CholecT50"
    grasp, hook, none = (
        _vector(17, 0, 1, 0, 1),
        _vector(60, 2, 2, 0, 1),
        _vector(-1, -1, -1, -1, 0),
    )
    videos = {
        "VID01": {"0": [none], "1": [grasp], "2": [grasp, hook]},
        "VID111": {"0": [none], "1": [hook]},
    }
    for video, annotations in videos.items():
        for frame in annotations:
            picture = top / "videos" / video / f"{int(frame):06d}.png"
            fake_image(picture, (86, 48), seed=f"{video}{frame}")
        write_json(
            top / "labels" / f"{video}.json",
            {
                "video": int(video[3:]),
                "fps": 1,
                "num_frames": len(annotations),
                "categories": CATEGORIES,
                "annotations": annotations,
            },
        )
    write_text(top / "label_mapping.txt", "# IVT, I, V, T\n17,0,1,0\n60,2,2,0\n")
