"""A source of very many files, a piece at a time: rows as Python objects take ten times their path.

A piece is a smaller listing: an image lies in it with its channels, masks and reports, because all
of their templates have fields in common. What a scan finds in the pieces must be what it finds in
the whole; where that cannot be promised there are no pieces, or `ScanWholeError` says so.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

import numpy as np
import pyarrow as pa

from gmai_data.declare import DicomSeries, Files, First
from gmai_data.grammar.case_files import label_claims, template_texts
from gmai_data.grammar.disk import AT_ONCE, Disk, literal, sieve
from gmai_data.grammar.layout import Plan
from gmai_data.grammar.survey import Survey, file_options
from gmai_data.grammar.template import Template, compile_template, values_of
from gmai_data.grammar.together import ScanWholeError, Together, place_key
from gmai_data.grammar.tokens import fields_of
from gmai_data.listing import Listing

LONG_FILES: Final = 1 << 18  # a listing of fewer is scanned at once
PIECE_FILES: Final = 1 << 16  # whose rows are Python objects at once

Key = Callable[[str], int | None]  # of a path: which files it lies with; None: no file of interest
Places = tuple[np.ndarray, np.ndarray]  # in the listing, and the key of each


def shared_fields(plan: Plan) -> tuple[str, ...]:
    """The fields that tell which files belong together; none where a path does not say it all."""
    cases = plan.cases
    if not isinstance(cases, Files | DicomSeries):
        return ()
    if isinstance(cases, Files) and (cases.frame is not None or cases.frames):
        return ()  # rows without a frame are counted
    texts = list(_texts(cases.template))
    if isinstance(cases, DicomSeries) and cases.by:
        texts = [text.rpartition("/")[0] for text in texts]  # a series is in one folder
    for group in plan.labels:
        for _, part in group:
            series = isinstance(getattr(part, "template", None), DicomSeries)
            if series or getattr(part, "array", None):
                return ()  # what lies in other files tells which belong together
            texts += template_texts(part)
    if any("!" in text or text.startswith("<") for text in (*texts, *_tables(plan))):
        return ()  # archives and other sources have listings of their own
    shared = set.intersection(*(set(fields_of(text)) for text in texts)) - {"channel"}
    changed = [list(cases.derive or ())]
    for given in (cases.parse or {}).values():
        changed += [list(fields_of(t)) for t in ((given,) if isinstance(given, str) else given)]
    return tuple(sorted(shared.difference(*changed)))


def has_pieces(listing: Listing, found: Sequence[Plan]) -> bool:
    """Whether any layout of a source may have pieces: there are many files, and paths tell."""
    return len(listing) > LONG_FILES and any(shared_fields(plan) for plan in found)


def _texts(given: Any) -> Iterator[str]:
    if isinstance(given, str):
        yield given
        return
    options = given.options if isinstance(given, First) else given
    for one in options.values() if isinstance(options, Mapping) else options:
        yield from _texts(one)


def _tables(plan: Plan) -> list[str]:
    """Templates of the tables that cases and labels are joined to."""
    parts = [part for group in plan.labels for _, part in group]
    given = [*plan.join, *(p.table for p in parts), *(getattr(p, "lookup", None) for p in parts)]
    return [text for table in given if table is not None for text in file_options(table.file)]


def file_pieces(whole: Survey) -> tuple[Together, Callable[[], Iterator[Survey]]] | None:
    """What gives the survey of each piece; None for a source that is to be scanned at once.

    Raises:
        ScanWholeError: a path can be read in ways that belong to several pieces.
    """
    plan, listing = whole.plan, whole.disk.listing
    fields = shared_fields(plan)
    if not fields:
        return None
    together = Together(fields)
    found: list[Places] = []
    cases: Any = plan.cases
    claims = [template.regex for _, template in label_claims(whole)]
    if isinstance(cases, DicomSeries):
        claims = []
    roles = cases.template.values() if isinstance(cases.template, Mapping) else [cases.template]
    for role in roles:
        for text in _chosen(whole, role, together):
            found.append(_places(whole, text, _unclaimed(_of_cases(whole, text, together), claims)))
    known = np.unique(np.concatenate([keys for _, keys in found]))
    for group in plan.labels:
        for text in (text for _, part in group for text in template_texts(part)):
            found.append(_places(whole, text, _of_labels(whole, text, together, known)))
    every = [_places(whole, text, _of_tables(whole, text))[0] for text in _tables(plan)]
    common = np.unique(np.concatenate([np.empty(0, np.uint32), *every]))
    places = np.concatenate([at for at, _ in found])
    count = max(1, -(-places.size // PIECE_FILES))
    piece = np.concatenate([(keys % count).astype(np.uint16) for _, keys in found])
    del found, known

    def surveys() -> Iterator[Survey]:
        together.shared.clear()
        together.counts.clear()
        for n in range(count):
            at = pa.array(np.union1d(places[piece == n], common))
            some = Listing(listing.paths.take(at), listing.sizes.take(at), listing.tokens.take(at))
            disk = Disk(whole.disk.roots, whole.disk.source, some, whole.disk.notes)
            yield replace(whole, disk=disk, notes=[], rejected=[], together=together)

    return together, surveys


def _chosen(whole: Survey, given: Any, together: Together) -> list[str]:
    """The templates that files are looked for by: of a `First`, the option that has any."""
    if isinstance(given, str):
        return [given]
    if not isinstance(given, First):
        return [text for one in given for text in _chosen(whole, one, together)]
    texts: list[str] = []
    for option in given.options:
        texts = _chosen(whole, option, together)
        together.chosen[id(given)] = option
        if any(_there(whole, text, together) for text in texts):
            break
    return texts


def _there(whole: Survey, text: str, together: Together) -> bool:
    key = _of_cases(whole, text, together)
    return any(keys.size for _, keys in _blocks(whole, text, key))


def _template(whole: Survey, text: str) -> Template:
    return compile_template(literal(whole.prefix) + text, whole.formats)


def _of_cases(whole: Survey, text: str, together: Together) -> Key:
    """An ambiguous path is refused, or passed over, in the piece where its first reading is."""
    template = _template(whole, text)
    fullmatch, read = template.regex.fullmatch, _reader(template, together)

    def key(path: str) -> int | None:
        found = fullmatch(path)
        return read(found) if found else None

    return key


def _reader(template: Template, together: Together) -> Callable[[re.Match[str]], int | None]:
    """The key of a match; None where an integer that comes twice is not the same."""
    groups = [template.groups[template.fields.index(name)] for name in together.fields]
    if all(len(one) == 1 for one in template.groups) and not any(
        "." in format.choices for format in template.formats.values()
    ):
        at = [one[0] + 1 for one in groups]
        return lambda found: place_key([found[n] for n in at])

    def read(found: re.Match[str]) -> int | None:
        values = values_of(template, found)
        return None if values is None else together.key(template, values)

    return read


def _of_tables(whole: Survey, text: str) -> Key:
    regex = _template(whole, text).regex
    return lambda path: 0 if regex.fullmatch(path) else None


def _unclaimed(key: Key, claims: Sequence[re.Pattern[str]]) -> Key:
    if not claims:
        return key

    def unclaimed(path: str) -> int | None:
        found = key(path)
        claimed = found is not None and any(claim.fullmatch(path) for claim in claims)
        return None if claimed else found

    return unclaimed


def _of_labels(whole: Survey, text: str, together: Together, known: np.ndarray) -> Key:
    """Of several readings of a path those count that are of a case.

    A path that is written out is found in any letter case, so that here it does not matter.
    """
    template = _template(whole, text)
    cases = frozenset(known.tolist()) if template.lazy is not None else frozenset()
    loose = re.compile(template.regex.pattern, re.IGNORECASE)
    fullmatch, read = template.regex.fullmatch, _reader(template, together)

    def key(path: str) -> int | None:
        exact = fullmatch(path)
        found = exact or loose.fullmatch(path)
        first = read(found) if found else None
        if found is None or first is None or template.lazy is None:
            return first
        values = values_of(template, found)
        other = template.lazy.fullmatch(path) if exact else None
        second = values_of(template, other) if other else None
        if exact and second in (None, values):
            return first
        keys = (together.keys(template, path) | {first}) & cases
        if len(keys) > 1 or not exact:
            raise ScanWholeError(f"{path} can be read as of several cases")
        return keys.pop() if keys else None

    return key


def _places(whole: Survey, text: str, key: Key) -> Places:
    """The files that a template may match, with their keys."""
    blocks = list(_blocks(whole, text, key))
    at = [at for at, _ in blocks]
    keys = [keys for _, keys in blocks]
    return np.concatenate([np.empty(0, np.uint32), *at]), np.concatenate(
        [np.empty(0, np.uint32), *keys]
    )


def _blocks(whole: Survey, text: str, key: Key) -> Iterator[Places]:
    template = _template(whole, text)
    listed = whole.disk.listing.paths
    for start in range(0, len(listed), AT_ONCE):
        some = listed.slice(start, AT_ONCE)
        mask = sieve(some, template, anywhere=False, loose=True)
        at = np.arange(len(some)) if mask is None else np.flatnonzero(np.asarray(mask))
        paths = (some if mask is None else some.filter(mask)).to_pylist()
        keys = [key(path) for path in paths]
        kept = np.array([k is not None for k in keys], bool)
        yield (
            (at[kept] + start).astype(np.uint32),
            np.array([k for k in keys if k is not None], np.uint32),
        )
