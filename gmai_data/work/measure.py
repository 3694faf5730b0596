"""What the stored chunks of a source hold, as the digests and counts of its lock.

Chunks come one at a time. What must be digested in order goes through `work.ordered`, everything
else is counted at once: a slice, and all that is asked of it, lies in one chunk.
"""

from __future__ import annotations

import contextlib
import functools
from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

from gmai_data.canonical import digest
from gmai_data.output.lock import Measured
from gmai_data.work.ordered import RowsDigest, Sorter

if TYPE_CHECKING:
    import pyarrow as pa

SLICES: Final = ("hash", "image_sha256", "pixels_sha256", "row_sha256", "width")
ASKED: Final = ("key", "request_sha256", "answer_sha256", "prompt", "language")
SAMPLES: Final = (
    "key", "slice", "case", "subset", "language", "labels", "anatomy", "choices", "closed",
    "sample_sha256",
)  # fmt: skip
_RUN_BYTES: Final = 16 << 20


class Measuring:
    """Takes the chunks of one source, then says what they hold."""

    def __init__(self, folder: str) -> None:
        """``folder`` holds what does not fit in memory."""
        self._counts: dict[str, Counter[str]] = {
            name: Counter()
            for name in (
                "answers",
                "languages",
                "splits",
                "subsets",
                "labels",
                "prompts",
                "rejected",
            )
        }
        self._images = 0
        self._cases = 0
        self._terms: set[str] = set()
        self._quarantined: list[str] = []
        self._stack = contextlib.ExitStack()

        def sorter(*by: str) -> Sorter:
            return self._stack.enter_context(Sorter(folder, by, _RUN_BYTES))

        self._asked = sorter("key", "request_sha256")
        self._slices = sorter("hash", "row_sha256")
        self._samples = sorter("key", "sample_sha256")
        self._inputs = sorter("path", "rank")
        self._subjects = sorter("subject")

    def add(self, cases: pa.Table, slices: pa.Table, asked: pa.Table, samples: pa.Table) -> None:
        """A chunk: its cases (key, split, subject) and the columns named above of its tables."""
        import pyarrow.compute as pc

        self._cases += cases.num_rows
        self._subjects.add(cases.select(["subject"]))
        self._images += pc.sum(pc.cast(pc.greater(slices["width"], 0), "int64")).as_py() or 0
        self._slices.add(slices.select(list(SLICES[:4])))
        self._asked.add(asked.select(list(ASKED[:3])))
        self._samples.add(samples.select(["key", "sample_sha256"]))
        names = pc.binary_join_element_wise(asked["prompt"], asked["language"], ".")
        at = pc.index_in(samples["case"], value_set=cases["key"].combine_chunks())
        for name, values in (
            ("answers", samples["closed"]),
            ("prompts", names),
            ("languages", samples["language"]),
            ("subsets", samples["subset"]),
            ("splits", cases["split"].take(at)),
            ("labels", _slices_by_label(samples)),
        ):
            for found in pc.value_counts(values).to_pylist():
                self._counts[name][found["values"]] += found["counts"]
        for name in ("labels", "anatomy", "choices"):
            self._terms.update(_terms(pc.unique(pc.list_flatten(samples[name])).to_pylist()))

    def add_inputs(self, inputs: pa.Table, *, of_scan: bool = False) -> None:
        """Files that were read: path, size and sha256."""
        import numpy as np
        import pyarrow as pa

        rank = pa.array(np.full(inputs.num_rows, int(of_scan), np.int8))
        self._inputs.add(inputs.select(["path", "size", "sha256"]).append_column("rank", rank))

    def add_rejected(self, rejected: pa.Table) -> None:
        """Rows of rejections."""
        for row in rejected.select(["key", "kind", "rule"]).to_pylist():
            self._counts["rejected"][f"{row['kind']}:{row['rule']}"] += 1
            if row["kind"] == "quarantined":
                self._quarantined.append(row["key"])

    def measured(self, meta: Mapping[str, Any]) -> Measured:
        """The sums; ``meta`` is what the scan found."""
        requests, answers = RowsDigest("requests"), RowsDigest("answers")
        for table in self._asked.tables():
            requests.add(table["key"], table["request_sha256"])
            answers.add(table["key"], table["answer_sha256"])
        of_slices = {n: RowsDigest(f"slices.{n}") for n in ("bytes", "pixels", "rows")}
        for table in self._slices.tables():
            for digests, column in zip(of_slices.values(), SLICES[1:4], strict=True):
                digests.add(table["hash"], table[column])
        samples = RowsDigest("samples")
        for table in self._samples.tables():
            samples.add(table["key"], table["sample_sha256"])
        again = sorted(self._quarantined)
        return Measured(
            outputs={
                "answers": answers.hexdigest(),
                "cases": meta["digest"],
                "requests": requests.hexdigest(),
                "samples": samples.hexdigest(),
                **{f"slices.{name}": found.hexdigest() for name, found in of_slices.items()},
                "splits": meta["splits"],
            },
            counts={
                "answers": {name: n for name, n in self._counted("answers").items() if name},
                "cases": self._cases,
                "images": self._images,
                "languages": self._counted("languages"),
                "requests": self._asked.rows,
                "samples": self._samples.rows,
                "slices": self._slices.rows,
                "splits": self._counted("splits"),
                "subjects": _distinct(self._subjects),
                "subsets": self._counted("subsets"),
            },
            labels=self._counted("labels"),
            inputs=_inputs(self._inputs),
            quarantine={
                "count": len(again),
                "sha256": digest("quarantine", again) if again else "",
            },
            rejected=self._counted("rejected"),
            prompts=tuple(self._counted("prompts")),
            terms=tuple(sorted(self._terms)),
        )

    def _counted(self, name: str) -> dict[str, int]:
        return dict(sorted(self._counts[name].items()))

    def __enter__(self) -> Measuring:
        return self

    def __exit__(self, *_: object) -> None:
        self._stack.close()


def _slices_by_label(samples: pa.Table) -> pa.Array:
    """Each label once for every slice that has it."""
    import pyarrow as pa
    import pyarrow.compute as pc

    labels = samples["labels"].combine_chunks()
    at = pc.list_parent_indices(labels)
    pairs = pa.table([samples["slice"].take(at), pc.list_flatten(labels)], ["slice", "label"])
    return pairs.group_by(["slice", "label"]).aggregate([])["label"]


def _distinct(sorter: Sorter) -> int:
    """The number of different values of the only column."""
    count, last = 0, None
    for table in sorter.tables():
        found = table.column(0).unique().to_pylist()
        count += len(found) - (found[0] == last)
        last = found[-1]
    return count


def _inputs(sorter: Sorter) -> dict[str, Any]:
    """Number, bytes and digest of all files; what the scan read counts no bytes."""
    import numpy as np
    import pyarrow as pa
    import pyarrow.compute as pc

    total, files, size = RowsDigest("inputs"), 0, 0
    held: pa.Table | None = None  # the last row: the next table may begin with the same path
    for table in sorter.tables():
        whole = table if held is None else pa.concat_tables([held, table])
        paths = whole["path"].combine_chunks()
        last = np.ones(len(paths), bool)
        last[:-1] = pc.not_equal(paths[:-1], paths[1:]).to_numpy(zero_copy_only=False)
        held, last[-1] = whole.slice(len(paths) - 1), False
        files, size = _add_files(total, whole.filter(pa.array(last)), files, size)
    if held is not None:
        files, size = _add_files(total, held, files, size)
    return {"bytes": size, "files": files, "sha256": total.hexdigest()}


def _add_files(total: RowsDigest, found: pa.Table, files: int, size: int) -> tuple[int, int]:
    import pyarrow.compute as pc

    total.add(found["path"], found["sha256"])
    return files + found.num_rows, size + int(pc.sum(found["size"]).as_py() or 0)


def _terms(names: list[str]) -> set[str]:
    """Vocabulary terms among names of labels, anatomy and choices, in either language."""
    found = {_term(name) for name in names}
    return {name for name in found if name}


@functools.lru_cache(maxsize=1 << 14)
def _term(name: str) -> str:
    from gmai_data.vocabulary import load

    term = load().get(name)
    return _chinese().get(name, "") if term is None else term.base or term.term


@functools.cache
def _chinese() -> dict[str, str]:
    from gmai_data.vocabulary import load

    return {term.zh: name for name, term in load().terms.items()}
