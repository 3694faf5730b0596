from pathlib import Path

from gmai_data.testing import Expected, write_json

EXPECTED = Expected(cases=2, subjects=2, splits={"train": 2}, annotations={"qa": 2})


def make(root: Path) -> None:
    write_json(
        root / "MedInstruct-52k.json",
        [
            {
                "instruction": "Explain in two sentences what an echocardiogram shows.",
                "input": "<noinput>",
                "output": "It shows the size and motion of the heart. It also shows the valves.",
            },
            {
                "instruction": "Summarise the discharge note for the patient.",
                "input": "Cholecystectomy, laparoscopic, no complication. Diet as tolerated.",
                "output": "Your gallbladder was removed without problems. Eat what you like.",
            },
        ],
    )
