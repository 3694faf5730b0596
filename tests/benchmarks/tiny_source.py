"""A text source of any number of tiny cases: one table, a question and an answer per row."""

from __future__ import annotations

import os
from pathlib import Path

from gmai_data.config import Config

DECLARATION = '''
"""Tiny questions."""
from gmai_data import NO_SUBJECT, QA, Source, Table

SOURCE = Source(
    name="{name}", title="Tiny", version="1.0.0", homepage="https://example.org/",
    license="CC0-1.0", access="open", department="General Practice", language="en",
    cases=Table("questions.csv", key="{{id}}"), subject=NO_SUBJECT,
    labels=[QA("{{question}}", answer="{{answer}}")],
    evidence=("https://example.org/",), verified="data",
)
'''
OLD = 1_700_000_000  # a modification time that no build takes for fresh


def make(folder: Path, cases: int, name: str = "tiny") -> None:
    """Declaration and table under ``folder``; 100 bytes a row."""
    sources, data = folder / "sources", folder / "data" / name
    sources.mkdir(parents=True, exist_ok=True)
    data.mkdir(parents=True, exist_ok=True)
    (sources / f"{name.replace('-', '_')}.py").write_text(DECLARATION.format(name=name))
    with open(data / "questions.csv", "w", encoding="utf-8") as file:
        file.write("id,question,answer\n")
        for i in range(cases):
            file.write(row(i))
    os.utime(data / "questions.csv", (OLD, OLD))


def row(number: int, kind: str = "kind") -> str:
    """One line of the table."""
    question = f"What may cause symptom {number % 997} in patient group {number}?"
    return f"q{number},{question},It may be cause {number % 89} of {kind} {number}.\n"


def change_one(folder: Path, number: int, name: str = "tiny") -> None:
    """Another answer in one row."""
    path = folder / "data" / name / "questions.csv"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace(row(number), row(number, "sort")), encoding="utf-8")
    os.utime(path, (OLD + 10, OLD + 10))


def config(folder: Path, names: tuple[str, ...] = ("tiny",), **changes: object) -> Config:
    """The configuration that builds it into ``folder/out``."""
    values: dict[str, object] = {
        "sources": names,
        "data": str(folder / "data"),
        "out": str(folder / "out"),
        "source_path": (str(folder / "sources"),),
        "workers": 1,
        **changes,
    }
    return Config(**values)  # type: ignore[arg-type]
