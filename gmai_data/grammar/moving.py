"""Rows of cases from files that hold more than one picture: videos and whole slides."""

from __future__ import annotations

import re
from typing import Final

from gmai_data.declare import Frames, Tiles
from gmai_data.errors import DeclarationError, RejectedItem
from gmai_data.grammar.case_files import Found, label_claims, unclaimed, union
from gmai_data.grammar.survey import Survey, rejection
from gmai_data.roots import local_path

_EVERY: Final = re.compile(r"([0-9]+(?:\.[0-9]+)?)(s?)")


def slide_rows(survey: Survey, cases: Tiles) -> Found:
    """A row per slide; label files (mask slides) left out."""
    rows, identity, _ = union(survey, cases.template)
    return unclaimed(survey, rows, identity, label_claims(survey))


def frame_rows(survey: Survey, cases: Frames) -> Found:
    """A row per frame at the declared distance; ``{frame}`` from 0, ``{second}`` from the start.

    A video whose header cannot be read is rejected by name.
    """
    from gmai_data.read.video import header_of

    rows, identity, _ = union(survey, cases.template)
    rows, identity = unclaimed(survey, rows, identity, label_claims(survey))
    assert rows.files is not None
    index: list[int] = []
    frames: list[str | None] = []
    seconds: list[str | None] = []
    for at, files in enumerate(rows.files):
        path = files[0][1]
        try:
            with local_path(survey.disk.roots, survey.source.name, path) as name:
                count, rate = header_of(name, path)
            step = step_of(cases.every, rate)
            if step <= 0:
                raise RejectedItem("corrupt", "no-frame-rate", "the header says none", path)
        except RejectedItem as error:
            survey.rejected.append(rejection(survey, "", error.rule, error.value, path))
            continue
        number = 0
        while (frame := int(number * step + 0.5)) < count:
            index.append(at)
            frames.append(str(frame))
            seconds.append(f"{round(frame / rate, 3):g}" if rate else None)
            number += 1
    out = rows.take(index)
    out.columns["frame"], out.columns["second"] = frames, seconds
    return out, [(*identity[at], "frame") for at in index]


def step_of(every: str, rate: float) -> float:
    """Frames between two that are taken: of ``"1s"`` at 25 a second 25, of ``"10"`` ten.

    Raises:
        DeclarationError: it is neither.
    """
    found = _EVERY.fullmatch(every)
    number = float(found[1]) if found else 0.0
    if not found or number <= 0 or (not found[2] and not number.is_integer()):
        raise DeclarationError(
            f'every="{every}" must be seconds, such as "1s" or "0.5s", or whole frames, "25".'
        )
    return max(1.0, number * rate) if found[2] and rate else 0.0 if found[2] else number
