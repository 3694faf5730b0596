"""A maker of fake files from a declaration: the fewest that show every part of its layout."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Final

from gmai_data.declare import Mask, Source, label_parts
from gmai_data.grammar.declaration import texts

if TYPE_CHECKING:
    from gmai_data.propose.draft import Draft

MAKER: Final = '''"""Fake release of {name}: its folder layout, with invented contents."""

from pathlib import Path

from gmai_data.testing import {imports}

EXPECTED = Expected(cases=1, subjects=1)


def make(root: Path) -> None:
    """Write the fewest files that show every part of the layout."""
{calls}
'''
PICTURES: Final = (".png", ".jpg", ".jpeg", ".bmp", ".tif", ".tiff")
CALLS: Final = (  # suffixes, makers to import, call for an image, call for a mask
    (
        PICTURES,
        ("fake_image", "fake_mask"),
        "fake_image({path}, (64, 48))",
        "fake_mask({path}, (64, 48), {{255: (8, 8, 40, 32)}})",
    ),
    (
        (".nii", ".nii.gz"),
        ("fake_nifti", "fake_volume"),
        "fake_nifti({path}, fake_volume((24, 20, 12))[0])",
        "fake_nifti({path}, fake_volume((24, 20, 12), {{1: (4, 14, 4, 14, 3, 9)}})[1])",
    ),
    ((".dcm",), ("fake_dicom", "noise"), "fake_dicom({path}, noise((24, 20)))", ""),
    ((".csv", ".tsv"), ("write_table",), 'write_table({path}, ["column"], [["value"]])', ""),
    ((".xlsx",), ("write_xlsx",), 'write_xlsx({path}, ["column"], [["value"]])', ""),
    ((".json", ".jsonl"), ("write_json",), "write_json({path}, [])", ""),
    (("",), ("write_text",), 'write_text({path}, "")', ""),
)


def maker_of(name: str, source: Source, draft: Draft | None = None) -> str:
    """A maker of one file for each path that a declaration names.

    ``draft`` knows the columns of tables and the keys of records that were looked at.
    """
    calls, imports = [], {"Expected"}
    kinds: dict[str, str] = {}
    for word, text in _each_value(source):
        path = _example(text, kinds)
        for suffixes, makers, image, mask in CALLS:
            if path and path.lower().endswith(suffixes):
                call = mask if mask and word.endswith("Mask") else image
                imports.update(maker for maker in makers if maker in call)
                made = call.format(path=f"root / {repr_(path)}")
                calls.append("    " + _filled(made, path, kinds, draft))
                break
    calls = list(dict.fromkeys(calls))
    body = "\n".join(calls) or "    root.mkdir(exist_ok=True)"
    return MAKER.format(name=name, imports=", ".join(sorted(imports)), calls=body)


def _filled(call: str, path: str, kinds: dict[str, str], draft: Draft | None) -> str:
    """A call with the columns or keys that are known instead of a stand-in."""
    if path.endswith(".tsv"):
        call = call.removesuffix(")") + ', sep="\\t")'
    if draft is not None and path in draft.tables:
        cells = [_example(cell + ".x", kinds)[:-2] for cell in draft.tables[path].values()]
        call = call.replace('["column"]', f"[{', '.join(map(repr_, draft.tables[path]))}]")
        call = call.replace('[["value"]]', f"[[{', '.join(map(repr_, cells))}]]")
    if draft is not None and draft.record and call.startswith("write_json"):
        rows = ", ".join(f"{repr_(key)}: {repr_(key)}" for key in draft.record)
        call = call.replace("[])", f"[{{{rows}}}]{', lines=True' if draft.lines else ''})")
    return call


def _each_value(source: Source) -> Iterator[tuple[str, str]]:
    """The texts of a declaration: once for each channel, and with a class that is named."""
    raw = getattr(source.cases, "channels", None)
    first = {
        str(part.template): (part.by, str(next(iter(part.names))))
        for part in label_parts(source)
        if isinstance(part, Mask) and part.by and isinstance(part.names, Mapping)
    }
    for word, text in texts(source):
        if text in first:
            text = text.replace(*first[text])
        for channel in raw if isinstance(raw, Mapping) and "{channel" in text else [""]:
            yield word, re.sub(r"\{channel(:[^{}]*)?\}", str(channel), text)


def repr_(text: str) -> str:
    """A Python string literal in double quotes."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _example(text: str, kinds: dict[str, str]) -> str:
    """A path that the template matches, or "" where the text is no path template.

    ``kinds`` keeps the format of each field: it is given once, where the field comes first.
    """
    if not re.search(r"\.[A-Za-z0-9]{1,5}$", text) or re.search(r"\s{2}|^https?:", text):
        return ""
    text = re.sub(r"\.(zip|tar|tgz|tar\.gz)!", "/", text).split("!")[0].removeprefix("**/")

    def value(match: re.Match[str]) -> str:
        kind = kinds.setdefault(match[1], match[2] or "") if match[1] else match[2] or ""
        if re.fullmatch(r"0\d+d", kind):
            return "1".zfill(int(kind[1:-1]))
        if kind.isdigit():
            return "1".zfill(int(kind))
        return kind.split("|")[0] if "|" in kind else "1"

    text = re.sub(r"\{(\w*)(?::([^{}]*))?\}", value, text)
    return re.sub(r"^<[^>]*>/", "", text.replace("**/", "").replace("*", "x"))
