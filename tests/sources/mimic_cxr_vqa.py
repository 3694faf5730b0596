from pathlib import Path

from gmai_data.testing import Expected, fake_image, write_json

# Files with an underscore are the release before build_dataset.sh, without answers. An empty list
# answers "none".
EXPECTED = Expected(
    cases=3, subjects=3, splits={"test": 1, "train": 1, "val": 1}, annotations={"qa": 5}
)

ROWS = {
    "train": [
        (1, "aaaa-bbbb", "Is there lung opacity in the left lung?", "verify", ["yes"],
         10000001, 50000001),
        (2, "aaaa-bbbb", "List all abnormalities of the left lung.", "query",
         ["atelectasis", "lung opacity"], 10000001, 50000001),
        (3, "aaaa-bbbb", "Which diseases are seen?", "query", [], 10000001, 50000001),
    ],
    "valid": [(1, "cccc-dddd", "Is it a PA or an AP view?", "choose", ["ap"],
               10000002, 50000002)],
    "test": [(1, "eeee-ffff", "Does the image show a pacemaker?", "verify", ["no"],
              11000003, 50000003)],
}  # fmt: skip


def make(root: Path) -> None:
    top = root / "mimiccxrvqa/dataset"
    write_json(top / "ans2idx.json", {"yes": 0, "no": 1})
    for split, rows in ROWS.items():
        full, bare = [], []
        for idx, image, question, kind, answer, subject, study in rows:
            path = f"files/p{str(subject)[:2]}/p{subject}/s{study}/{image}.jpg"
            item = {
                "split": split, "idx": idx, "image_id": image, "question": question,
                "content_type": "presence", "semantic_type": kind, "template": "Is ${object} …?",
                "template_program": "program_5",
                "template_arguments": {"object": {"0": "left lung"}, "attribute": {},
                                       "category": {}, "viewpos": {}, "gender": {}},
            }  # fmt: skip
            bare.append(item)
            full.append({**item, "answer": answer, "subject_id": str(subject),
                         "study_id": str(study), "image_path": path})  # fmt: skip
            fake_image(root.parent / "mimic-cxr-jpg" / path, mode="L")
        write_json(top / f"{split}.json", full)
        write_json(top / f"_{split}.json", bare)
