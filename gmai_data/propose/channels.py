"""Volumes that are one case: sequences, phases and tracers on one grid, told by their names."""

from __future__ import annotations

import os
import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from gmai_data.propose.look import Look, shapes_equal, stem_of, suffix_of
from gmai_data.propose.paths import shapes

MOST: Final = 8  # channels of a case
TERMS: Final = {
    "flair": "FLAIR", "t1": "T1w", "t1n": "T1w", "t1w": "T1w", "t1ce": "T1w+Gd", "t1c": "T1w+Gd",
    "t1gd": "T1w+Gd", "t1post": "T1w+Gd", "t2": "T2w", "t2w": "T2w", "t2f": "FLAIR", "pd": "PD",
    "adc": "ADC", "dwi": "DWI", "hbv": "DWI", "ct": "CT", "pet": "PET", "suv": "PET",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Channels:
    """A template with ``{channel}``, and what its values are called."""

    templates: tuple[str, ...]
    terms: dict[str, str]  # raw -> term
    first: list[str]  # the path of one channel of each case
    optional: tuple[str, ...]  # not in every case


def channels(found: Look, paths: Sequence[str]) -> Channels | None:
    """The channels of cases, or None where each volume is a case of its own."""
    cases: dict[tuple[str, str, str], dict[str, str]] = defaultdict(dict)
    for path in paths:
        folder = path.rpartition("/")[0]
        head, tail = _cut(stem_of(path), os.path.basename(folder))
        if tail:
            cases[folder, head, suffix_of(path)][tail] = path
    several = {key: tails for key, tails in cases.items() if len(tails) > 1}
    if not several or sum(map(len, several.values())) < 0.6 * len(paths):
        return None
    counts = Counter(tail for tails in several.values() for tail in tails)
    rare = len(several) > 1 and min(counts.values()) == 1 < len(several) // 3
    if len(counts) > MOST or rare:  # of many files, those that are called a sequence
        counts = Counter({tail: n for tail, n in counts.items() if tail.lower() in TERMS})
    if not 1 < len(counts) <= MOST or not any(_is_channel(tail) for tail in counts):
        return None
    _, tails = min(several.items())
    if not shapes_equal(found, [path for tail, path in tails.items() if tail in counts][:3]):
        return None
    most = counts.most_common(1)[0][0]
    marked = {}
    for tails in cases.values():
        if most in tails:
            path = tails[most]
            end = suffix_of(path)
            at = len(path) - len(end) - len(most)
            marked[path[:at] + "\1" + end] = path
    made = shapes(sorted(marked), "case")
    channel = "{channel:" + "|".join(sorted(counts)) + "}"  # closed: a case may end in "_1"
    if not all("\1" in shape.template and "{" in shape.template for shape in made):
        return None
    templates = tuple(shape.template.replace("\1", channel) for shape in made)
    terms = {tail: TERMS.get(re.sub(r"\W", "", tail.lower()), tail) for tail in sorted(counts)}
    whole = max(counts.values())
    optional = tuple(sorted(terms[t] for t, n in counts.items() if n < whole))
    return Channels(templates, terms, sorted(marked.values()), optional)


def _is_channel(tail: str) -> bool:
    return tail.lower() in TERMS or re.fullmatch(r"\d{4}", tail) is not None


def _cut(stem: str, folder: str) -> tuple[str, str]:
    """What a name says of the case, and of the channel."""
    if stem.lower() in TERMS or (folder and not re.search(re.escape(folder), stem) and (
        re.fullmatch(r"[A-Za-z]\w{0,5}", stem)
    )):  # fmt: skip
        return "", stem
    match = re.fullmatch(r"(.+[_\-. ])([A-Za-z][A-Za-z0-9]{0,7}|\d{4})", stem)
    return (match[1], match[2]) if match else (stem, "")
