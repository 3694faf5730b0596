from pathlib import Path

from gmai_data.testing import Expected, fake_image, write_json

# A report may have two frontal images: its questions hold for both. Questions that only their
# history explains ("In which part of the body?", "What is the degree?") are left out: of three
# questions two stand alone, so 2 x 2 + 2 + 1.
EXPECTED = Expected(
    cases=4, subjects=3, splits={"test": 1, "train": 2, "val": 1}, annotations={"qa": 7}
)

IMAGES = {
    "1": ["CXR1_1_IM-0001-4001"],
    "10": ["CXR10_IM-0002-1001", "CXR10_IM-0002-3001"],
    "1000": ["CXR1000_IM-0003-1001"],
    "1001": ["CXR1001_IM-0004-1001"],  # in the mapping, not in a split
}


def asked(
    question: str, *answers: str, kind: str = "single_choice", depth: int = 0
) -> list[object]:
    history = [["Are there any signs in the lungs?", ["yes"]]] * depth
    info = {"answer_type": kind, "options": ["yes", "no"], "path": "lung_signs"}
    return [question, list(answers), history, info]


def make(root: Path) -> None:
    top = root / "data/radrestruct"
    write_json(top / "id_to_img_mapping_frontal_reports.json", IMAGES)
    write_json(top / "answer_options.json", {"no": 0, "yes": 1})
    reports = {
        "train": {
            "10": [
                asked("Are there any signs in the lungs?", "yes"),
                asked("Is there opacity in the lungs?", "yes", depth=1),
                asked("In which part of the body?", "left upper lobe", "lingula",
                      kind="multi_choice", depth=2),
            ]
        },
        "val": {"1": [asked("Are there any signs in the lungs?", "no"),
                      asked("Are there any objects?", "no")]},
        "test": {"1000": [asked("Are there any signs in the lungs?", "no"),
                          asked("What is the degree?", "mild", depth=1)]},
    }  # fmt: skip
    for split, found in reports.items():
        write_json(top / f"{split}_ids.json", list(found))
        for report, pairs in found.items():
            write_json(top / f"{split}_qa_pairs/{report}.json", pairs)
    for names in IMAGES.values():
        for name in names:
            fake_image(root.parent / f"openi-iu-xray/NLMCXR_png/{name}.png", mode="L")
