"""Word one chunk: bind, ask, answer offline (or take the model's answers) and review.

What `pack` joins later (split, subject, study, image bytes) is blank in the stored samples, so that
moving a subject to another split words nothing again.
"""

from __future__ import annotations

import itertools
import json
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from gmai_data import parquet, store
from gmai_data.arrow import arrow_schema, from_row, to_row, to_table
from gmai_data.canonical import digest, exact
from gmai_data.errors import CheckFailedError, RejectedItem
from gmai_data.schema import Case, Rejection, Request, Sample, Slice
from gmai_data.words.closed import closed_answer
from gmai_data.work.keys import sample_digest

if TYPE_CHECKING:
    from gmai_data.declare import Source
    from gmai_data.engine import Watch
    from gmai_data.steps import ChunkTask


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One request and what became of it."""

    key: str
    slice: str
    subset: str
    task: str
    prompt: str
    language: str
    request_sha256: str
    answer_sha256: str
    outcome: str  # "" for a sample, else the rule that rejected it


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """One attempt of a request to a model, as the cache has it."""

    key: str  # of the sample
    attempt: int
    finish: str = ""
    refusal: str = ""
    text: str = ""
    rule: str = ""  # why it was not answered, else ""
    value: str = ""


Answers = dict[str, list[Kept]]


def word_chunk(
    task: ChunkTask, source: Source, cases: Sequence[Case], key: str, base: str, watch: Watch
) -> dict[str, Any]:
    """Make and publish the samples of a chunk; its record.

    Beside ``<base>.parquet`` (the commit) lie ``.requests`` and ``.rejected``.
    """
    from gmai_data.ask import unasked
    from gmai_data.steps import rejection

    answers = read_answers(task.answers) if task.answers else None
    rows = parquet.read_table(task.slices + ".parquet").to_pylist()
    slices = sorted((from_row(Slice, row) for row in rows), key=lambda s: (s.case, s.hash))
    by_case = {case.key: case for case in cases}
    samples: list[Sample] = []
    asked: list[Asked] = []
    rejected: list[Rejection] = []
    for case_key, group in itertools.groupby(slices, key=lambda s: s.case):
        watch.enter(case_key)
        for slice in group:
            try:
                for result, request in _worded(task, source, by_case[case_key], slice, answers):
                    asked.append(request)
                    if isinstance(result, Sample):
                        samples.append(result)
                    else:
                        rejected.append(result)
                refused = unasked(source, by_case[case_key], slice)
            except RejectedItem as error:
                refused = [error]
            rejected += [rejection(source, slice.hash, case_key, "ask", e, {}) for e in refused]
    samples.sort(key=lambda s: s.key)
    for one, other in itertools.pairwise(samples):
        if one.key == other.key:
            raise CheckFailedError(f"{source.name}: two samples have the key {one.key}.")
    record = {
        "key": key,
        "rejected": len(rejected),
        "requests": len(asked),
        "samples": len(samples),
    }
    if task.answers:
        failed = sum(1 for one in rejected if one.stage == "answer" and one.kind == "quarantined")
        record |= {"answers": os.path.basename(task.answers), "asked": task.asked, "failed": failed}
    asked.sort(key=lambda a: a.key)
    rejected.sort(key=lambda r: (r.key, r.rule))
    store.write_table(base + ".requests.parquet", to_table(Asked, asked))
    store.write_table(base + ".rejected.parquet", to_table(Rejection, rejected))
    store.write_table(
        base + ".parquet", _table(samples), rows_per_group=2048, note={"record": json.dumps(record)}
    )
    return record


def _worded(
    task: ChunkTask, source: Source, case: Case, slice: Slice, answers: Answers | None
) -> Iterator[tuple[Sample | Rejection, Asked]]:
    from gmai_data.answer import answer_offline
    from gmai_data.ask import ask
    from gmai_data.review import review
    from gmai_data.words.bind import bind
    from gmai_data.words.prompts import load_prompts

    prompts = load_prompts(task.config.prompts or None)
    bound = bind(source, case, slice)
    for request in ask(source, case, bound, task.config.ask, prompts):
        prompt = prompts.get(request.prompt, request.language)
        if answers is None or prompt.verbatim:
            answer = answer_offline(request, bound, prompts)
            said = _digest("answer", to_row(answer))
            result = review(source, case, bound, request, answer)
        else:
            result, said = _judged(
                task, source, case, bound, request, prompt.fields, answers.get(request.key, [])
            )
        outcome = "" if isinstance(result, Sample) else result.rule
        if isinstance(result, Sample):
            result = replace(result, split="", subject="", study="", image_sha256="")
        yield (
            result,
            Asked(
                key=request.key,
                slice=slice.hash,
                subset=request.subset,
                task=request.task,
                prompt=request.prompt,
                language=request.language,
                request_sha256=_digest("request", to_row(request)),
                answer_sha256=said,
                outcome=outcome,
            ),
        )


def _judged(
    task: ChunkTask,
    source: Source,
    case: Case,
    slice: Slice,
    request: Request,
    fields: Sequence[str],
    kept: Sequence[Kept],
) -> tuple[Sample | Rejection, str]:
    """The first attempt that passes, or why the last did not; and the digest of what it said."""
    from gmai_data.model.reply import answer_of
    from gmai_data.review import review

    result: Sample | Rejection = _unsaid(source, case, request, "policy", "private-text", "")
    said = ""
    for one in kept:
        if one.rule:
            result = _unsaid(source, case, request, "quarantined", one.rule, one.value)
            said = ""
            continue
        try:
            answer = answer_of(
                to_row(one), request, fields, task.config.model, one.attempt,
                fenced=task.config.answer.schema != "json_schema",
            )  # fmt: skip
        except RejectedItem as error:
            result = _unsaid(source, case, request, "policy", error.rule, str(error.value))
            said = _digest("reply", [one.finish, one.refusal, one.text])
            continue
        result = review(source, case, slice, request, answer)
        said = _digest("answer", to_row(answer))
        if isinstance(result, Sample):
            break
        result = replace(result, kind="policy")  # a text that failed; the case is as good as before
    return result, said


def _unsaid(
    source: Source, case: Case, request: Request, kind: str, rule: str, value: str
) -> Rejection:
    return Rejection(
        key=request.key, source=source.name, stage="answer", kind=kind, rule=rule,
        value=value[:300], case=case.key,
    )  # fmt: skip


def read_answers(base: str) -> Answers:
    """The replies of a chunk of answers by sample, in order of their attempts."""
    found: Answers = {}
    for row in parquet.read_table(base + ".parquet").to_pylist():
        found.setdefault(row["key"], []).append(from_row(Kept, row))
    return found


def _digest(domain: str, row: Any) -> str:
    return digest(domain, exact(row))


def _table(samples: Sequence[Sample]) -> Any:
    import pyarrow as pa

    schema = arrow_schema(Sample)
    added = (
        ("sample_sha256", pa.string()), ("sample_bytes", pa.int64()), ("closed", pa.string()),
    )  # fmt: skip
    for name, kind in added:
        schema = schema.append(pa.field(name, kind))
    rows = [to_row(sample) for sample in samples]
    for row in rows:
        row["sample_sha256"], row["sample_bytes"] = sample_digest(row)
        row["closed"] = closed_answer(row)
    return pa.Table.from_pylist(rows, schema=schema)
