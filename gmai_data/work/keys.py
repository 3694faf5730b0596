"""A step's key: a digest of what the step reads, and of nothing else.

Because a key holds digests of *contents*, not the keys of the steps before, a changed licence, a
renamed folder above the data or a re-compressed file stops where it stops mattering.
"""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

import orjson

from gmai_data.arrow import field_names, to_row
from gmai_data.canonical import canonical, digest, exact
from gmai_data.config import AskConfig, Config, ReadConfig
from gmai_data.declare import GEOMETRIC
from gmai_data.schema import Case, Slice
from gmai_data.work.digests import FileDigest
from gmai_data.work.versions import READ, SCAN, STORE, WORDS


def scan_settings(config: Config) -> dict[str, Any]:
    """What of the configuration decides which cases there are and in which split."""
    return {"limit": config.limit, "ratios": exact(list(config.ratios)), "seed": config.seed}


def scan_key(
    adapter: str, listing: str, config: Config, secret_id: str, others: Sequence[str]
) -> str:
    """Of the list of cases. ``listing`` is a digest of paths, sizes and modification times.

    Only names a file of the store: locks hold digests of what was found, never of times.
    """
    return digest(
        "scan",
        [
            adapter, listing, scan_settings(config), config.pack.chunk_bytes, secret_id,
            list(others), SCAN, STORE,
        ],
    )  # fmt: skip


def read_key(
    adapter: str,
    cases: Sequence[Case],
    files: Mapping[str, FileDigest],
    config: ReadConfig,
    probes: Mapping[str, str],
) -> str:
    """Of a chunk of slices: contents of the files, and raw values that steer pixels.

    Not in it: subject, split, names of labels, plain annotations, licence, place of the root.
    """
    rows = []
    for case in cases:
        paths = case_paths(case)
        rows.append(
            [
                case.key, case.layout, to_row(case.files), to_row(case.fields),
                [to_row(a) for a in case.annotations if a.kind in GEOMETRIC],
                [[path, files[path].sha256 if path in files else None] for path in paths],
            ]
        )  # fmt: skip
    settings = exact(to_row(config))
    return digest("read", [adapter, rows, settings, dict(probes), READ, STORE])


def case_paths(case: Case) -> list[str]:
    """Every file whose bytes reading the case depends on, sorted."""
    paths = {file.path for file in case.files}
    for annotation in case.annotations:
        if annotation.kind in GEOMETRIC:
            paths.update(annotation.files)
    return sorted(paths | {beside for path in paths for beside in _beside(path)})


# the pixels of a header file, as writers name them; a guess that is not there counts for nothing
_PIXELS: Final = {
    ".mhd": (".raw", ".zraw"), ".nhdr": (".raw", ".raw.gz"), ".hdr": (".img",), ".img": (".hdr",),
}  # fmt: skip


def _beside(path: str) -> list[str]:
    stem, dot, suffix = path.rpartition(".")
    return [stem + end for end in _PIXELS.get(dot + suffix.lower(), ())]


def words_key(
    adapter: str,
    rows: str,
    cases: Sequence[Case],
    config: AskConfig,
    model: str,
    words: Mapping[str, Any],
) -> str:
    """Of a chunk of samples.

    Args:
        adapter: the declaration's digest for words.
        rows: digest of the chunk's slice rows.
        cases: their plain annotations and fields become facts.
        config: languages, subsets and how much is asked.
        model: who answers.
        words: prompt fingerprints, vocabulary and rules, as `steps.words_read` gives them.
    """
    found = [
        [
            case.key, case.layout, to_row(case.fields),
            [to_row(a) for a in case.annotations if a.kind not in GEOMETRIC],
        ]
        for case in cases
    ]  # fmt: skip
    settings = exact(to_row(config))
    return digest("words", [adapter, rows, found, settings, model, dict(words), WORDS, STORE])


def reviewed_key(asked: str, answers: str, words: str) -> str:
    """Of a chunk of samples that a model wrote.

    Args:
        asked: key of the chunk of requests.
        answers: name of the chunk of answers, made from what they say.
        words: digest of `steps.words_read`, the review's rules among them.
    """
    return digest("reviewed", [asked, answers, words, WORDS, STORE])


_NOT_WORDS = ("files", "image_bytes", "image_offset", "image_sha256", "pixels_sha256")
_SHARED = ("acquisition", "files", "structures")  # one value for many slices of a case
_JOINED = ("image_sha256", "split", "study", "subject")


def slice_rows(slices: Iterable[Slice]) -> Iterator[dict[str, Any]]:
    """The row of each slice, with ``row_sha256``: a digest of what sentences can say about it.

    Not of its bytes, nor of the files it was read from. What the slices of a case share (its files,
    its structures) is made into plain values once.
    """
    shared: dict[int, tuple[Any, Any, bytes]] = {}

    def plain(value: Any) -> tuple[Any, bytes]:
        if id(value) not in shared:
            row = to_row(value)
            # the value is kept, so that no other takes its place in memory
            shared[id(value)] = (value, row, orjson.dumps(exact(row), option=orjson.OPT_SORT_KEYS))
        return shared[id(value)][1:]

    for slice in slices:
        row: dict[str, Any] = {}
        said: dict[str, Any] = {}
        for name in field_names(Slice) or ():
            value = getattr(slice, name)
            text = None
            if name in _SHARED:
                row[name], text = plain(value)
            else:
                row[name] = to_row(value)
            if name not in _NOT_WORDS:
                said[name] = exact(row[name]) if text is None else orjson.Fragment(text)
        row["row_sha256"] = _digest("slice", said)
        yield row


def _digest(domain: str, value: Mapping[str, Any]) -> str:
    """`canonical.digest` of a value without floats, without its general walk."""
    plain = orjson.dumps(value, option=orjson.OPT_SORT_KEYS)
    if not plain.isascii():
        plain = unicodedata.normalize("NFC", plain.decode()).encode()
    return hashlib.sha256(domain.encode() + b"\0" + plain).hexdigest()


def case_digest(row: Mapping[str, Any]) -> str:
    """Of a case as the scan found it; its split has a digest of its own."""
    kept = {k: v for k, v in row.items() if k not in ("split", "split_origin", "weight")}
    return _digest("case", kept)


def sample_digest(row: Mapping[str, Any]) -> tuple[str, int]:
    """Of a sample's row, and the bytes it takes as canonical JSON.

    What `pack` joins (split, subject, study, image bytes) is left out.
    """
    text = canonical(exact({k: v for k, v in row.items() if k not in _JOINED}))
    return hashlib.sha256(b"sample\0" + text).hexdigest(), len(text)
