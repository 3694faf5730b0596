from pathlib import Path

from gmai_data.testing import Expected, fake_image, write_table

# Tab-separated .csv without a header; test questions have no answers, which say nothing.
EXPECTED = Expected(cases=3, subjects=3, splits={"train": 2, "val": 1}, annotations={"qa": 4})

ROWS = {
    "Train": [
        (1, "rjr-2017-3-e00231-g002", "what does mri show?", "extensive fluid collection"),
        (2, "rjr-2017-3-e00231-g002", "is there gas in the collection?", "no"),
        (3, "0392-100X-30-209-g003", "where does axial section mri show the mass?",
         "in the left frontal lobe"),
    ],
    "Valid": [(1, "IJMI-9-g001", "what does the ct scan of thorax show?", "bilateral effusion")],
    "Test": [(1, "JCHIMP-3-g002", "what was normal?")],
}  # fmt: skip


def make(root: Path) -> None:
    for part, rows in ROWS.items():
        top = root / f"VQAMed2018{part}"
        write_table(top / f"VQAMed2018{part}-QA.csv", (), rows, sep="\t")
        for row in rows:
            fake_image(top / f"VQAMed2018{part}-images/{row[1]}.jpg")
