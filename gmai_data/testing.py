"""One check of a source against fake raw files, and their makers: for us and for plugin authors."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from gmai_data.config import AskConfig, Config, ReadConfig
from gmai_data.declare import Source, referred
from gmai_data.fakes import (
    fake_bytes,
    fake_dicom,
    fake_dicom_series,
    fake_image,
    fake_mask,
    fake_nifti,
    fake_volume,
    noise,
    write_json,
    write_mat,
    write_parquet,
    write_table,
    write_tar_gz,
    write_text,
    write_xlsx,
)
from gmai_data.schema import Case, Label, Rejection, Sample

__all__ = [
    "Expected", "check_source", "fake_bytes", "fake_dicom", "fake_dicom_series", "fake_image",
    "fake_mask", "fake_nifti", "fake_volume", "noise", "write_json", "write_mat", "write_parquet",
    "write_table", "write_tar_gz", "write_text", "write_xlsx",
]  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """What a source must yield from its fake files; empty mappings are not compared."""

    cases: int
    subjects: int
    splits: Mapping[str, int] = field(default_factory=dict)  # official splits only
    annotations: Mapping[str, int] = field(default_factory=dict)  # kind -> number with state given
    names: Sequence[str] = ()  # vocabulary terms that must come out as present, over all slices
    absent: Sequence[str] = ()  # terms that must come out as annotated absent
    rejected: int = 0  # cases rejected by the scan or by reading
    refused: int = 0  # samples that review refuses: source text that breaks a rule


def check_source(
    source: Source,
    make: Callable[[Path], None],
    expected: Expected,
    folder: Path,
) -> None:
    """Make the fake files, run the line on them in this process and compare with ``expected``.

    Raises:
        AssertionError: what differs, in one sentence.
    """
    from gmai_data.arrow import from_table
    from gmai_data.grammar.lint import lint
    from gmai_data.listing import list_root
    from gmai_data.roots import Root
    from gmai_data.scan import scan

    problems = lint(source)
    assert not problems, f"{source.name} is not declared well: " + " ".join(problems)
    make(folder)
    beside = {n: folder.parent / n for n in referred(source)}  # images of another source
    roots = {n: Root(source=n, path=str(at)) for n, at in beside.items() if at.is_dir()}
    roots[source.name] = Root(source=source.name, path=str(folder))
    result = scan(source, roots, list_root(roots[source.name]), Config())
    cases = from_table(Case, result.cases)
    found: dict[str, Any] = {
        "cases": len(cases),
        "subjects": len({c.subject for c in cases}),
        "splits": _count(c.split for c in cases if c.split_origin != "hash"),
        "annotations": _count(a.kind for c in cases for a in c.annotations if a.state == "given"),
    }
    for name, got in found.items():
        want = getattr(expected, name)
        if want or not isinstance(want, Mapping):
            assert got == (dict(want) if isinstance(want, Mapping) else want), (
                f"{source.name}: {name} are {got}, expected {want}; notes: {result.notes}; "
                f"rejected: {result.rejected}"
            )
    by_split: dict[str, set[str]] = {}
    for case in cases:
        by_split.setdefault(case.subject, set()).add(case.split)
    assert all(len(s) == 1 for s in by_split.values()), f"{source.name}: a subject in two splits"
    assert len({c.key for c in cases}) == len(cases), f"{source.name}: a case key occurs twice"
    unread, labels, samples = _walk(source, cases, roots)
    rejected = len(result.rejected) + len(unread)
    assert rejected == expected.rejected, (
        f"{source.name}: {rejected} rejected: {[*result.rejected, *unread]}"
    )
    for presence, wanted in (("present", expected.names), ("absent", expected.absent)):
        names = {label.name for label in labels if label.presence == presence}
        missing = set(wanted) - names
        assert not missing, f"{source.name}: no label {presence}: {missing}; there are {names}"
    assert samples or not cases, f"{source.name}: nothing is said of its slices"
    keys = _count(sample.key for sample in samples if isinstance(sample, Sample))
    twice = [key for key, times in keys.items() if times > 1]
    assert not twice, f"{source.name}: sample keys occur twice: {twice}"
    refused = [s for s in samples if isinstance(s, Rejection)]
    assert len(refused) == expected.refused, f"{source.name}: review refused {refused}"


def _walk(
    source: Source, cases: Sequence[Case], roots: Mapping[str, Any]
) -> tuple[list[str], list[Label], list[Sample | Rejection]]:
    """Read, bind, ask, answer offline and review: broken cases, labels, and what was said."""
    from gmai_data.answer import answer_offline
    from gmai_data.ask import ask
    from gmai_data.errors import RejectedItem
    from gmai_data.read import read_case
    from gmai_data.review import review
    from gmai_data.words.bind import bind
    from gmai_data.words.prompts import load_prompts

    prompts = load_prompts()
    unread: list[str] = []
    labels: list[Label] = []
    said: list[Sample | Rejection] = []
    for case in cases:
        try:
            pictures = read_case(source, case, roots, ReadConfig())
        except RejectedItem as error:
            unread.append(f"case {case.identity}: {error}")
            continue
        for picture in pictures:
            bound = bind(source, case, picture.slice)
            labels.extend(bound.labels)
            for request in ask(source, case, bound, AskConfig(), prompts):
                answer = answer_offline(request, bound, prompts)
                said.append(review(source, case, bound, request, answer))
    return unread, labels, said


def _count(values: Iterable[str]) -> dict[str, int]:
    counts: dict[str, int] = {}
    for value in values:
        counts[value] = counts.get(value, 0) + 1
    return dict(sorted(counts.items()))
