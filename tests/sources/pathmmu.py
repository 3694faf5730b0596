"""PathMMU: splits of several origins in one document; test_tiny repeats questions of test.

Pictures of Atlas are ARCH's and are named by `source_img` there.
"""

from pathlib import Path

from gmai_data.testing import Expected, fake_image, write_json

EXPECTED = Expected(cases=3, subjects=3, splits={"test": 2, "val": 1}, annotations={"qa": 3})


def make(root: Path) -> None:
    def row(number: int, image: str, letter: str, source: str = "") -> dict[str, object]:
        options = ["A) Squamous epithelium", "B) Skeletal muscle", "C) Adipose tissue", "D) Bone"]
        return {
            "No": number, "img": image, "question": f"Which tissue dominates image {number}?",
            "options": options, "answer": next(o for o in options if o.startswith(letter)),
            "explanation": "The cells have abundant pink cytoplasm.", "source_img": source,
        }  # fmt: skip

    tested = row(2, "b1.jpg", "B")
    write_json(
        root / "data.json",
        {
            "PubMed": {"val": [row(1, "a1.jpg", "A")], "test": [tested], "test_tiny": [tested]},
            "EduContent": {"val": [], "test": [row(3, "c1.png", "C")], "test_tiny": []},
        },
    )
    for image in ("a1.jpg", "b1.jpg", "c1.png"):
        fake_image(root / "images" / image)
