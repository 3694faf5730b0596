"""Write a proposal down, and try it on the folder it was made from."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass, replace
from typing import Any, Final

from gmai_data.declare import Source
from gmai_data.propose.draft import Draft, text

WORDS: Final = (
    "NO_SUBJECT", "UNKNOWN", "Arrays", "Boxes", "Caption", "Class", "Dialogue", "DicomSeries",
    "Files", "First", "Frames", "Mask", "QA", "Records", "Source", "Table", "Term", "Tiles",
)  # fmt: skip
WIDTH: Final = 100
# TODO stands for what no folder tells: the author of the new source fills it in.
_BLOCK: Final = '''"""TODO: one line on what {name} is (proposed from a folder, not verified).
{todo}"""

from gmai_data import {words}

SOURCE = Source(
    name={quoted},
    title={title},
    version="1.0.0",
    homepage="https://example.org/TODO",
    license="LicenseRef-TODO",
    access="open",
{lines}
    evidence=("TODO: where the layout was seen",),
    verified="memory",
)
'''


@dataclass(frozen=True, slots=True)
class Tried:
    """A proposal that was run on its folder."""

    text: str
    source: Source
    cases: int
    rejected: int
    notes: tuple[str, ...]


def declaration(name: str, draft: Draft) -> str:
    """The text of the declaration."""
    lines = []
    if draft.modality:
        lines.append(f"modality={text(draft.modality)},")
    if draft.department:
        lines.append(f"department={text(draft.department)},")
    if draft.root:
        lines.append(f'root=({text(draft.root)}, ""),')
    lines.append(f"cases={draft.cases},")
    if draft.join:
        lines.append(f"join=[{', '.join(draft.join)}],")
    lines.append(f"subject={draft.subject},")
    if draft.split:
        lines.append(f"split={draft.split},")
    if draft.labels:
        lines.append("labels=[")
        lines += [f"    {label}," for label in draft.labels]
        lines.append("],")
    body = "\n".join(wrapped(line, 4) for line in lines)
    used = {"Source", *(w for w in WORDS if (w if w.isupper() else w + "(") in body)}
    words = ", ".join(sorted(used, key=lambda word: (not word.isupper(), word)))
    todo = "".join(f"\nTODO {line}" for line in draft.unsure) + ("\n" if draft.unsure else "")
    return _BLOCK.format(
        name=name, words=words, quoted=text(name),
        title=text(f"TODO: title of {name}"), lines=body, todo=todo.replace('"""', "'''"),
    )  # fmt: skip


def wrapped(line: str, indent: int) -> str:
    """A line that is too long, broken at the commas of its outermost brackets."""
    inner = len(line) - len(line.lstrip())
    pad = " " * (indent + inner)
    line = line.strip()
    opening = re.search(r"[(\[{]", re.sub(r'"[^"]*"', lambda m: "x" * len(m[0]), line))
    if len(pad + line) <= WIDTH or opening is None or line[-1] in "([{":
        return pad + line
    start = opening.end()
    depth, quoted, cuts = 1, False, [start]
    for at in range(start, len(line)):
        letter = line[at]
        if letter == '"' and line[at - 1] != "\\":
            quoted = not quoted
        elif not quoted and letter in "([{":
            depth += 1
        elif not quoted and letter in ")]}":
            depth -= 1
            if depth == 0:
                cuts.append(at)
                break
        elif not quoted and letter == "," and depth == 1:
            cuts.append(at + 1)
    parts = [line[a:b].strip().rstrip(",") for a, b in itertools.pairwise(cuts)]
    rows = [wrapped(part + ",", indent + inner + 4) for part in parts if part]
    return "\n".join([pad + line[:start], *rows, pad + line[cuts[-1] :]])


def made(written: str) -> Source:
    """The source that a declaration's text declares.

    Raises:
        DeclarationError, TypeError, ValueError: the text says what no declaration can.
    """
    space: dict[str, Any] = {}
    exec(compile(written, "proposal", "exec"), space)
    source = space["SOURCE"]
    assert isinstance(source, Source)
    return source


def tried(name: str, draft: Draft, root: Any, listing: Any) -> Tried | str:
    """Lint a draft and scan its folder with it; the sentence that says why it does not fit."""
    from gmai_data.config import Config
    from gmai_data.errors import GmaiDataError
    from gmai_data.grammar.lint import lint
    from gmai_data.scan import scan

    written = declaration(name, draft)
    try:
        source = made(written)
        problems = lint(source)
        if problems:
            return problems[0]
        found = scan(source, {root.source: root}, listing, Config())
    except GmaiDataError as error:
        return str(error)
    except (TypeError, ValueError, KeyError, SyntaxError) as error:
        return f"{type(error).__name__}: {error}"
    bad = [row for row in found.rejected if row.kind != "policy"]
    return Tried(written, source, found.cases.num_rows, len(bad), found.notes)


def _by_table(name: str, draft: Draft, root: Any, listing: Any) -> None:
    """Take the cases from a table that names only some of the images, where that fits."""
    cases, joins = draft.cases, draft.join
    draft.cases, draft.join = draft.instead, [j for j in joins if j != draft.instead_of]
    bare = replace(draft, labels=[], join=[], subject="NO_SUBJECT")
    found = tried(name, bare, root, listing)
    if isinstance(found, Tried) and not found.rejected and found.cases:
        draft.unsure.append("Images that the table does not name are left out: it says nothing.")
    else:
        draft.cases, draft.join = cases, joins


def settled(name: str, draft: Draft, root: Any, listing: Any) -> Tried | str:
    """The draft without what does not fit the folder; each such part is said in `unsure`."""
    if draft.instead:
        _by_table(name, draft, root, listing)
    whole = tried(name, draft, root, listing)
    if isinstance(whole, Tried) and not whole.rejected:
        return whole
    labels, joins, split, subject = draft.labels, draft.join, draft.split, draft.subject
    draft.labels, draft.join, draft.split, draft.subject = [], [], "", "NO_SUBJECT"
    bare = tried(name, draft, root, listing)
    if isinstance(bare, str):
        draft.labels, draft.join, draft.split, draft.subject = labels, joins, split, subject
        return bare
    most = bare.cases

    def fits(what: str) -> bool:
        got = tried(name, draft, root, listing)
        good = isinstance(got, Tried) and not got.rejected and got.cases == most
        if not good:
            why = got if isinstance(got, str) else f"{got.rejected} cases would be rejected"
            draft.unsure.append(f"{what} is left out: {' '.join(why.split())[:300]}")
        return good

    for join in joins:
        draft.join.append(join)
        if not fits(join):
            draft.join.remove(join)
    for given in (split,):
        draft.split = given
        if given and not fits(f"split={given}"):
            draft.split = ""
    draft.subject = subject
    if subject != "NO_SUBJECT" and not fits(f"subject={subject}"):
        draft.subject = "NO_SUBJECT"
    for label in labels:
        draft.labels.append(label)
        if not fits(label):
            draft.labels.remove(label)
    last = tried(name, draft, root, listing)
    return bare if isinstance(last, str) else last
