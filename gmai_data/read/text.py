"""A record that is only text: one slice without an image."""

from __future__ import annotations

from gmai_data.grammar.identity import slice_hash
from gmai_data.read.stored import Picture
from gmai_data.schema import Case, Slice


def read_text(case: Case) -> Picture:
    """The slice of a text record: width 0, no plane, no labels; its texts stay on the case."""
    return Picture(Slice(hash=slice_hash(case.key, "", 0), case=case.key, source=case.source), b"")
