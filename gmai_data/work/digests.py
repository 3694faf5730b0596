"""What a step reads, as digests: files through a stat cache, and a declaration in four parts.

A file whose size and modification time (or etag) are those of last time is not read again. Its
digest is always SHA-256 of the bytes, which users can check with ``sha256sum``; an etag is a token,
never a digest.
"""

from __future__ import annotations

import contextlib
import dataclasses
import hashlib
import inspect
import os
import re
import textwrap
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from gmai_data import parquet, places, store
from gmai_data.canonical import digest, exact
from gmai_data.declare import GEOMETRIC, LABEL_KINDS, First, Source

if TYPE_CHECKING:
    from gmai_data.roots import Root

_RACY_SECONDS = 2.0  # a file changed this recently may change again within its time stamp


@dataclass(frozen=True, slots=True, kw_only=True)
class FileDigest:
    """A file that was read: ``token`` tells cheaply whether it is still the same."""

    path: str
    size: int
    token: str
    sha256: str


def stats_of(
    roots: Mapping[str, Root], source: str, paths: Iterable[str]
) -> dict[str, tuple[int, str]]:
    """Size and token of the file behind each path (of the archive, for a member).

    A path whose file is not there has no entry.
    """
    from gmai_data.errors import RejectedItem
    from gmai_data.roots import resolve

    files = {}
    for path in paths:
        with contextlib.suppress(RejectedItem):  # reading it will say why
            files[path] = resolve(roots, source, path)[0]
    distinct = sorted(set(files.values()))
    found = dict(zip(distinct, places.stats(distinct), strict=True))
    return {path: stat for path, file in files.items() if (stat := found[file]) is not None}


def file_digests(
    roots: Mapping[str, Root],
    source: str,
    paths: Iterable[str],
    cache: str,
    listed: Mapping[str, tuple[int, str]],
) -> dict[str, FileDigest]:
    """The digest of every path, hashing only files that changed since ``cache`` was written.

    A path that cannot be read has no entry: reading it will say why.

    Args:
        roots: of the source and of those it refers to.
        source: whose paths they are.
        paths: relative to the source's root, as in `Case.files`.
        cache: parquet file of earlier digests; replaced when something was hashed.
        listed: size and token of the paths a listing has just seen.
    """
    from gmai_data.errors import RejectedItem, TransientError
    from gmai_data.roots import read_bytes, split_member

    known = {d.path: d for d in _cached(cache)}
    paths = sorted(set(paths))
    stats = {**stats_of(roots, source, [p for p in paths if p not in listed]), **listed}

    def digest_of(path: str) -> FileDigest | None:
        size, token = stats[path]
        old = known.get(path)
        if old is not None and (old.size, old.token) == (size, token):
            return old
        try:
            sha = _file_sha256(roots, source, path) or _sha256(read_bytes(roots, source, path))
        except (RejectedItem, FileNotFoundError):
            return None
        return FileDigest(path=path, size=size, token=token, sha256=sha)

    there = [path for path in paths if path in stats]
    plain = [path for path in there if not split_member(path)[1]]
    try:
        hashed = places.at_once(digest_of, plain, roots[source].path)
        hashed += [digest_of(path) for path in there if split_member(path)[1]]
    except TransientError as error:
        raise type(error)(f"{source}: {error}") from error
    found = {d.path: d for d in sorted(filter(None, hashed), key=lambda d: d.path)}
    keep = [d for d in found.values() if not _racy(d.token)]
    if {d.path: d for d in keep} != known:
        from gmai_data.arrow import to_table

        store.write_table(cache, to_table(FileDigest, keep))
    return found


def _cached(path: str) -> list[FileDigest]:
    if not os.path.exists(path):
        return []
    return [FileDigest(**row) for row in parquet.read_table(path).to_pylist()]


def _file_sha256(roots: Mapping[str, Root], source: str, path: str) -> str:
    """SHA-256 of a plain file, read in pieces; "" for an archive member."""
    from gmai_data.roots import open_file, resolve

    location, member = resolve(roots, source, path)
    if member:
        return ""
    total = hashlib.sha256()
    with open_file(location, path) as file:
        while piece := file.read(1 << 20):
            total.update(piece)
    return total.hexdigest()


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _racy(token: str) -> bool:
    return token.isdigit() and len(token) > 16 and time.time() - int(token) / 1e9 < _RACY_SECONDS


# Which step reads a field of a declaration. A field that two steps read stands in both; a field
# that no set names would go unnoticed, so the tests check that each stands somewhere.
_SCAN: Final = {
    "cases", "exclude", "identity", "join", "labels", "layouts", "name", "package", "parts", "root",
    "split", "study", "subject", "subject_space", "view", "modality", "department", "benchmark",
    "derived_from",
}  # fmt: skip
_READ: Final = {
    "anatomy", "cases", "display", "drawn_on", "intensity", "labels", "layouts", "modality", "name",
    "parts", "pixels_checked", "read", "window",
}  # fmt: skip
_WORDS: Final = {
    "anatomy", "department", "display", "labels", "language", "layouts", "modality", "name",
    "parts", "sequence", "view",
}  # fmt: skip
_FACTS: Final = {
    "access", "benchmark", "cite", "commercial", "derivatives", "derived_from", "evidence",
    "homepage", "identity", "license", "pixels_checked", "redistribution", "send_to_api", "title",
    "verified",
}  # fmt: skip
_OWN: Final = {"version"}  # stands in the lock by itself; raising it is no change of data
_READ_OF_CASES: Final = {
    "axes", "channels", "every", "form", "frame", "frames", "image", "key", "mpp", "size",
}  # fmt: skip
_WORDS_OF_LABEL: Final = {
    "attrs", "by", "empty", "language", "level", "missing", "name", "names", "of", "one", "rater",
    "raters", "sep", "unit", "valid", "values",
}  # fmt: skip
_NOT_SCAN_OF_LABEL: Final = {"level", "of", "raters", "unit", "valid"}
_NOT_READ_OF_LABEL: Final = {"level", "missing", "of", "raters", "unit", "valid"}


def adapter_digest(source: Source, module: bytes = b"") -> dict[str, str]:
    """16 hex digits for each of the four things a declaration says.

    ``scan``: where cases, subjects, splits and labels are. ``read``: mask geometry, windows and
    what stored values mean. ``words``: names and everything sentences are made of. ``facts``:
    licence, title, evidence. Made of declared values, never of the file's text, except for a
    ``def cases(root)``, whose ``module`` bytes count for ``scan``.
    """
    parts: dict[str, Any] = {
        "scan": _declared(source, _SCAN, _scan_label),
        "read": _declared(source, _READ, _read_label),
        "words": _declared(source, _WORDS, _words_label),
        "facts": _declared(source, _FACTS, _plain),
    }
    if module:
        parts["scan"] = [parts["scan"], _sha256(module.replace(b"\r\n", b"\n"))]
    return {name: digest(f"adapter.{name}", value)[:16] for name, value in parts.items()}


def _declared(owner: Any, chosen: set[str], of_label: Any) -> dict[str, Any]:
    """The chosen fields of a source or layout that are not at their default."""
    found: dict[str, Any] = {}
    for name, value in _given(owner):
        if name not in chosen:
            continue
        if name == "labels":
            parts = [_label(part, of_label) for part in value]
            if any(part is not None for part in parts):
                found[name] = parts
        elif name in ("parts", "layouts"):
            found[name] = [
                [layout.name, _declared(layout, chosen - {"parts", "layouts", "name"}, of_label)]
                for layout in value
            ]
        elif name == "cases" and "split" not in chosen:
            kept = {k: _plain(v) for k, v in _given(value) if k in _READ_OF_CASES}
            found[name] = [type(value).__name__, kept]
        else:
            found[name] = _plain(value)
    return found


def _label(part: Any, of_label: Any) -> Any:
    if isinstance(part, First):
        return [_label(option, of_label) for option in part.options]
    kind = LABEL_KINDS[type(part)]
    fields = of_label(kind, dict(_given(part)))
    return None if fields is None else [kind, fields]


def _scan_label(kind: str, fields: dict[str, Any]) -> Any:
    del kind
    kept = {k: _plain(v) for k, v in fields.items() if k not in _NOT_SCAN_OF_LABEL}
    if "names" in fields:
        kept["names"] = _names_keys(fields["names"])
    return kept


def _read_label(kind: str, fields: dict[str, Any]) -> Any:
    if kind not in GEOMETRIC:
        return None
    kept = {k: _plain(v) for k, v in fields.items() if k not in _NOT_READ_OF_LABEL}
    if "names" in fields:
        kept["names"] = _names_keys(fields["names"])
    return kept


def _words_label(kind: str, fields: dict[str, Any]) -> Any:
    del kind
    return {k: _plain(v) for k, v in fields.items() if k in _WORDS_OF_LABEL}


def _names_keys(names: Any) -> Any:
    """Which raw values are named and which are ignored, without their names."""
    if isinstance(names, Mapping):
        return sorted(([_text(k), v is None] for k, v in names.items()), key=lambda pair: pair[0])
    return [v is None for v in names]


def _given(value: Any) -> Iterable[tuple[str, Any]]:
    """Fields that differ from their default: a new field of the grammar changes no digest."""
    for field in dataclasses.fields(value):
        content = getattr(value, field.name)
        default = field.default
        if field.default_factory is not dataclasses.MISSING:
            default = field.default_factory()
        if default is dataclasses.MISSING or content != default:
            yield field.name, content


def _plain(value: Any) -> Any:
    """Declared values as canonical JSON: types by name, functions by their source text."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return [type(value).__name__, {name: _plain(v) for name, v in _given(value)}]
    if isinstance(value, Mapping):
        return [[_text(k), _plain(v)] for k, v in value.items()]
    if isinstance(value, list | tuple):
        return [_plain(v) for v in value]
    if value is None or isinstance(value, str | bool | int | float):
        return exact(value)
    return _text(value)


def _text(value: Any) -> str:
    if isinstance(value, re.Pattern):
        return f"/{value.pattern}/{value.flags}"
    if callable(value):
        try:
            return textwrap.dedent(inspect.getsource(value)).replace("\r\n", "\n")
        except (OSError, TypeError):
            return f"{value.__module__}.{value.__qualname__}"
    return str(value) if isinstance(value, str) else repr(value)
