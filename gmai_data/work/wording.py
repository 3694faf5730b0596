"""Word one chunk: bind, ask, answer offline and review, slice by slice.

What `pack` joins later (split, subject, study, image bytes) is blank in the stored samples, so that
moving a subject to another split words nothing again.
"""

from __future__ import annotations

import itertools
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from gmai_data import store
from gmai_data.arrow import arrow_schema, from_row, to_row, to_table
from gmai_data.canonical import digest, exact
from gmai_data.errors import CheckFailedError, RejectedItem
from gmai_data.schema import Case, Rejection, Sample, Slice
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


def word_chunk(
    task: ChunkTask, source: Source, cases: Sequence[Case], key: str, base: str, watch: Watch
) -> dict[str, Any]:
    """Make and publish the samples of a chunk; its record.

    Beside ``<base>.parquet`` (the commit) lie ``.requests`` and ``.rejected``.
    """
    from gmai_data.steps import rejection

    rows = store.read_table(task.slices + ".parquet").to_pylist()
    slices = sorted((from_row(Slice, row) for row in rows), key=lambda s: (s.case, s.hash))
    by_case = {case.key: case for case in cases}
    samples: list[Sample] = []
    asked: list[Asked] = []
    rejected: list[Rejection] = []
    for case_key, group in itertools.groupby(slices, key=lambda s: s.case):
        watch.enter(case_key)
        for slice in group:
            try:
                for result, request in _worded(task, source, by_case[case_key], slice):
                    asked.append(request)
                    if isinstance(result, Sample):
                        samples.append(result)
                    else:
                        rejected.append(result)
            except RejectedItem as error:
                rejected.append(rejection(source, slice.hash, case_key, "ask", error, {}))
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
    asked.sort(key=lambda a: a.key)
    rejected.sort(key=lambda r: (r.key, r.rule))
    store.write_table(base + ".requests.parquet", to_table(Asked, asked))
    store.write_table(base + ".rejected.parquet", to_table(Rejection, rejected))
    store.write_table(
        base + ".parquet", _table(samples), rows_per_group=2048, note={"record": json.dumps(record)}
    )
    return record


def _worded(
    task: ChunkTask, source: Source, case: Case, slice: Slice
) -> Iterator[tuple[Sample | Rejection, Asked]]:
    from gmai_data.answer import answer_offline
    from gmai_data.ask import ask
    from gmai_data.review import review
    from gmai_data.words.bind import bind
    from gmai_data.words.prompts import load_prompts

    prompts = load_prompts(task.config.prompts or None)
    bound = bind(source, case, slice)
    for request in ask(source, case, bound, task.config.ask, prompts):
        answer = answer_offline(request, bound, prompts)
        result = review(source, case, bound, request, answer)
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
                answer_sha256=_digest("answer", to_row(answer)),
                outcome=outcome,
            ),
        )


def _digest(domain: str, row: Mapping[str, Any]) -> str:
    return digest(domain, exact(row))


def _table(samples: Sequence[Sample]) -> Any:
    import pyarrow as pa

    schema = arrow_schema(Sample)
    for name, kind in (("sample_sha256", pa.string()), ("sample_bytes", pa.int64())):
        schema = schema.append(pa.field(name, kind))
    rows = [to_row(sample) for sample in samples]
    for row in rows:
        row["sample_sha256"], row["sample_bytes"] = sample_digest(row)
    return pa.Table.from_pylist(rows, schema=schema)
