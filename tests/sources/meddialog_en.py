from pathlib import Path

from gmai_data.testing import Expected, write_json

EXPECTED = Expected(
    cases=3, subjects=3, splits={"test": 1, "train": 1, "val": 1}, annotations={"dialogue": 3}
)


def make(root: Path) -> None:
    rows = {
        "train": [
            "patient: my throat is a bit sore. please advise: would zinc help?",
            "doctor: rest and fluids help most; zinc has little effect.",
        ],
        "dev": [
            "patient: i have a burning feeling when i pass urine",
            "doctor: do you have fever or back pain?",
            "patient: no",
            "doctor: a urine test will tell. drink plenty of water.",
        ],
        "test": ["patient: can i fly with a cold?", "doctor: yes, unless your ears are blocked."],
    }
    for part, turns in rows.items():
        write_json(
            root / f"english-{part}.json", [{"description": turns[0][9:40], "utterances": turns}]
        )
