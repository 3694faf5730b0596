from pathlib import Path

from gmai_data.testing import Expected, write_json

EXPECTED = Expected(cases=2, subjects=2, splits={"train": 2}, annotations={"qa": 2})


def make(root: Path) -> None:
    pairs = [
        ("脾胃虚寒可以吃什么中药？", "可在医师辨证后使用理中丸等温中健脾的方药。"),
        ("枸杞的功效是什么？", "枸杞子性平味甘，\n可滋补肝肾、益精明目。"),
    ]
    write_json(
        root / "ChatMed_TCM-v0.2.json",
        [{"query": query, "response": response} for query, response in pairs],
        lines=True,
    )
