from pathlib import Path

from gmai_data.testing import Expected, write_json

EXPECTED = Expected(cases=3, subjects=3, splits={"train": 2, "val": 1}, annotations={"qa": 3})


def make(root: Path) -> None:
    def row(name: str, stem: str, options: list[str], **more: object) -> dict[str, object]:
        opa, opb, opc, opd = options
        return {
            "question": stem, "opa": opa, "opb": opb, "opc": opc, "opd": opd, **more,
            "subject_name": "Pathology", "topic_name": None, "id": name, "choice_type": "single",
        }  # fmt: skip

    granuloma = ["Caseous", "Coagulative", "Liquefactive", "Fat"]
    write_json(
        root / "data/train.json",
        [
            row(
                "0b6f-1", "Which necrosis is typical of a tuberculous granuloma?", granuloma,
                cop=1, exp="Caseous necrosis is soft, white and cheese-like.",
            ),
            row(
                "0b6f-2", "A decrease in cell size is called",
                ["Hyperplasia", "Metaplasia", "Atrophy", "Dysplasia"], cop=3, exp=None,
            ),
        ],
        lines=True,
    )  # fmt: skip
    write_json(
        root / "data/dev.json",
        [
            row(
                "0b6f-3", "Necrosis of the brain after infarction is", granuloma, cop=3,
                exp="Liquefactive.",
            )
        ],
        lines=True,
    )  # fmt: skip
    write_json(
        root / "data/test.json",
        [row("0b6f-4", "Enzymatic necrosis around the pancreas is", granuloma)],
        lines=True,
    )
