from pathlib import Path

from gmai_data.testing import Expected, write_json

EXPECTED = Expected(
    cases=4, subjects=4, splits={"test": 1, "train": 2, "val": 1}, annotations={"qa": 4}
)


def make(root: Path) -> None:
    def question(number: int, right: int, stem: str, *options: str, image: str = "") -> object:
        return {
            "qid": str(number), "qtext": stem, "ra": str(right), "image": image,
            "answers": [{"aid": k, "atext": f"{text}."} for k, text in enumerate(options, 1)],
        }  # fmt: skip

    def write(part: str, exam: str, category: str, data: list[object]) -> None:
        body = {"name": exam, "year": exam.split("_")[1], "category": category, "data": data}
        write_json(
            root / f"HEAD_EN/{part}_HEAD_EN.json",
            {"version": "1.0", "language": "en", "exams": {exam: body}},
        )

    write(
        "train", "Cuaderno_2013_1_B", "biology",
        [
            question(1, 5, "The excitatory postsynaptic potentials:", "Are all or none",
                     "Are hyperpolarising", "Can be summed only in time", "Spread without loss",
                     "Can be summed in time and space"),
            question(2, 1, "Glucagon is secreted by:", "Alpha cells", "Beta cells", "Delta cells",
                     "Acinar cells", "Ductal cells"),
            question(3, 2, "The arrow in the image shows:", "A", "B", "C", "D",
                     image="./images/biology/B_2013_3.jpg"),
        ],
    )  # fmt: skip
    write("dev", "Cuaderno_2015_1_M", "medicine", [
        question(1, 4, "Kernig's sign indicates:", "Gout", "Anaemia", "Goitre", "Meningitis"),
    ])  # fmt: skip
    write("test", "Cuaderno_2016_1_E", "nursing", [
        question(1, 2, "Adult compressions per minute:", "60 to 80", "100 to 120", "140", "160"),
    ])  # fmt: skip
