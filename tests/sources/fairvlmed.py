from pathlib import Path

import numpy as np

from gmai_data.testing import Expected, noise, write_table

# What the patient is (age, race, …) stands in the same files and must not be said.
EXPECTED = Expected(cases=4, subjects=4, splits={"test": 1, "train": 2, "val": 1})

CASES = [
    (1, "Training", 1, "Patient has open-angle glaucoma with a large cup in both eyes."),
    (2, "Training", 0, "No evidence of glaucoma. Dry eye, artificial tears."),
    (7001, "Validation", 0, "Glaucoma suspect, normal visual field."),
    (8001, "Testing", 1, "Advanced glaucoma of the left eye, on latanoprost."),
]


def make(root: Path) -> None:
    top = root / "FairVLMed"
    rows = []
    for number, folder, glaucoma, note in CASES:
        name = f"data_{number:05d}.npz"
        (top / folder).mkdir(parents=True, exist_ok=True)
        np.savez(
            top / folder / name,
            slo_fundus=(noise((48, 64), name) * 255).astype(np.uint8),
            md=np.float64(-2.5), tds=np.zeros(52), age=np.float64(61.2), gender=np.array("female"),
            race=np.array("asian"), ethnicity=np.array("non-hispanic"),
            language=np.array("english"),
            maritalstatus=np.array("widowed"), glaucoma=np.int64(glaucoma), note=np.array(note),
        )  # fmt: skip
        rows.append((name, "61.2", "Female", "Asian", "Non-Hispanic", "English", "Widowed", note,
                     note, "yes" if glaucoma else "no", folder.lower()))  # fmt: skip
    write_table(
        top / "data_summary.csv",
        ["filename", "age", "gender", "race", "ethnicity", "language", "maritalstatus", "note",
         "gpt4_summary", "glaucoma", "use"],
        rows,
    )  # fmt: skip
    write_table(top / "gpt-4_summarized_notes.csv", ["note"], [(row[7],) for row in rows])
    write_table(top / "original_notes.csv", ["note"], [(row[7],) for row in rows])
