"""Two locks of a source: which causes changed, which outputs, and whether those explain these.

An output that changed must be explained by a cause of its own step that changed, or by the changed
output of a step before. Anything else is *not reproducible at* that step, the loudest finding.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final, Literal, cast

_SCANNED: Final = (
    "inputs", "adapter.scan", "configuration.scan", "code.scan", "secret_id", "source",
)  # fmt: skip
# output -> (outputs of earlier steps, causes of this step); a name before a dot is a section
CHAIN: Final[Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]]] = {
    "cases": ((), _SCANNED),
    "splits": (("cases",), (*_SCANNED, "shared")),
    "slices.pixels": (
        ("cases",),
        (
            "inputs", "adapter.read", "configuration.read", "code.read", "toolchain.pixels",
            "quarantine",
        ),
    ),
    "slices.bytes": (
        ("slices.pixels",),
        ("inputs", "adapter.read", "configuration.read", "code.read", "toolchain.bytes"),
    ),
    "slices.rows": (
        ("cases", "slices.pixels"),
        ("inputs", "adapter.read", "configuration.read", "code.read", "toolchain.pixels"),
    ),
    "requests": (
        ("cases", "slices.rows"),
        ("adapter.words", "prompts", "vocabulary", "configuration.ask", "code.words"),
    ),
    "answers": (("requests",), ("prompts", "vocabulary", "model", "code.words", "quarantine")),
    "samples": (
        ("slices.rows", "answers"),
        ("review", "vocabulary", "code.words", "duplicates", "configuration.duplicates"),
    ),
    "shards": (
        ("samples", "slices.bytes", "splits", "cases"),
        ("license", "adapter.facts", "configuration.pack", "code.pack", "secret_id"),
    ),
}  # fmt: skip
FACTS: Final = ("license", "adapter.facts", "version")
REDRAWN: Final = "answers (re-drawn)"
Kind = Literal[
    "inputs", "adapter", "prompt", "model", "answers", "vocabulary", "review", "split",
    "configuration", "code", "toolchain", "facts", "secret", "quarantine", "source", "duplicates",
    "filter",
]  # fmt: skip
_FILTERS: Final = (  # settings that say which cases, slices and pictures are kept
    "configuration.duplicates.across", "configuration.read.budget",
    "configuration.read.frames",
    "configuration.read.label_free", "configuration.read.min_edge_ratio",
    "configuration.read.min_mask_share", "configuration.read.phi_ocr",
    "configuration.read.planes", "configuration.scan.limit",
)  # fmt: skip
_KINDS: Final[Mapping[str, Kind]] = {
    "adapter.facts": "facts", "configuration.scan.ratios": "split",
    "configuration.scan.seed": "split", "license": "facts", "prompts": "prompt",
    "secret_id": "secret", "shared": "split", "version": "facts",
    **dict.fromkeys(_FILTERS, "filter"),
}  # fmt: skip
_WRITTEN: Final = {
    "duplicates": "duplicates of", "prompts": "prompt", "secret_id": "secret",
    "shared": "subjects shared with",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Cause:
    """Something that went in and changed."""

    name: str  # inputs, adapter.words, "prompt caption-image.en", model name, vocabulary, …
    kind: Kind  # what of: a rule names it
    old: str  # as short as a reader needs, "" = not there before
    new: str
    effect: bool = True  # false: no output changed with it


@dataclass(frozen=True, slots=True, kw_only=True)
class Explained:
    """What changed between two locks, cause before effect."""

    causes: tuple[Cause, ...]
    effects: tuple[str, ...]  # outputs that changed, in the order of the line
    unexplained: tuple[str, ...]  # of them, those that nothing explains
    used: tuple[str, ...]  # prompts and terms that are used now, or no longer: effects, too


@dataclass(frozen=True, slots=True)
class _Found:
    name: str  # section.key
    old: str
    new: str
    weak: bool = False  # only other use of it is certain, so that it must be needed as a cause


def explain(old: Mapping[str, Any], new: Mapping[str, Any]) -> Explained:
    """Walk the chain of two locks of one source (or of one that got another name)."""
    effects = tuple(o for o in CHAIN if old["outputs"].get(o) != new["outputs"].get(o))
    found = list(_changed(old, new))
    at_work: set[str] = set()
    redrawn, unexplained = False, []
    for output in effects:
        before, own = CHAIN[output]
        if output == "answers" and new["model"].get("images"):
            before = (*before, "slices.bytes")  # the model saw other pictures
        mine = [f for f in found if _section(f.name) in own or f.name in own]
        strong = [f.name for f in mine if not f.weak]
        at_work.update(strong)
        if strong or any(o in effects for o in before):
            continue
        at_work.update(f.name for f in mine)
        if mine:
            continue
        if output == "answers" and new["model"]["name"] != "offline":
            redrawn = True
        else:
            unexplained.append(output)
    causes = [
        Cause(
            name=_label(f.name), kind=_kind(f.name), old=f.old, new=f.new,
            effect=f.name in at_work or f.name in FACTS,
        )
        for f in found
        if not f.weak or f.name in at_work
    ]  # fmt: skip
    if redrawn:
        causes.append(Cause(name=REDRAWN, kind="answers", old="", new=""))
    return Explained(
        causes=tuple(causes),
        effects=effects,
        unexplained=tuple(unexplained),
        used=tuple(_use(f) for f in found if f.weak and f.name not in at_work),
    )


def _changed(old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[_Found]:
    """What went in and changed, in the order of the line."""
    if old["source"] != new["source"]:
        yield _Found("source", old["source"], new["source"])
    if old["inputs"] != new["inputs"]:
        a, b = (f"{x['files']} files, {x['bytes']} bytes" for x in (old["inputs"], new["inputs"]))
        if a == b:
            a, b = (x["inputs"]["sha256"][:8] for x in (old, new))
        # The digest is of the files that were read: with another choice of them it is another.
        limits = [lock["configuration"]["scan"].get("limit") for lock in (old, new)]
        chosen = old["adapter"]["scan"] != new["adapter"]["scan"] or limits[0] != limits[1]
        yield _Found("inputs", a, b, chosen)
    names = {old["model"]["name"], new["model"]["name"]}
    for section in ("adapter", "prompts", "configuration", "code", "toolchain", "review", "model"):
        if section == "prompts" and len(names) == 2 and "offline" in names:
            continue  # two blocks of the same files
        for key, a, b in _differing(old[section], new[section]):
            if section == "model" and len(names) == 2 and key != "name":
                continue  # how one model is asked says nothing about another
            if section in ("configuration", "prompts"):
                for inner, x, y in _differing(a or {}, b or {}):
                    # A lock names the prompts that were used: another case may need one more.
                    weak = section == "prompts" and (x is None or y is None)
                    yield _Found(f"{section}.{key}.{inner}", _short(x), _short(y), weak)
            else:
                # The name of a source stands in what it declares: another name is another digest.
                weak = section == "adapter" and old["source"] != new["source"]
                yield _Found(f"{section}.{key}", _short(a), _short(b), weak)
    if old["vocabulary"] != new["vocabulary"]:
        # The digest is of the rows in use: of other terms it is another without any edit.
        weak = old.get("vocabulary_terms") != new.get("vocabulary_terms")
        yield _Found("vocabulary", _short(old["vocabulary"]), _short(new["vocabulary"]), weak)
    for section in ("shared", "duplicates"):
        for key, a, b in _differing(old.get(section, {}), new.get(section, {})):
            yield _Found(f"{section}.{key}", _short(a), _short(b))
    for name in ("license", "secret_id", "version"):
        if old[name] != new[name]:
            yield _Found(name, _short(old[name]), _short(new[name]))
    if old["quarantine"] != new["quarantine"]:
        a, b = (str(lock["quarantine"]["count"]) for lock in (old, new))
        yield _Found("quarantine", a, b)


def _differing(old: Mapping[str, Any], new: Mapping[str, Any]) -> list[tuple[str, Any, Any]]:
    return [
        (key, old.get(key), new.get(key))
        for key in sorted({*old, *new})
        if old.get(key) != new.get(key)
    ]


def _section(name: str) -> str:
    """``prompts.caption.en`` -> prompts, ``configuration.read.budget`` -> configuration.read."""
    parts = name.split(".")
    if parts[0] in ("prompts", "review", "model", "shared", "duplicates"):
        return parts[0]
    return ".".join(parts[:2])


def _kind(name: str) -> Kind:
    section = name.partition(".")[0]
    return _KINDS.get(name) or _KINDS.get(section) or cast(Kind, section)


def _label(name: str) -> str:
    """The name of a cause as users read it."""
    section, _, rest = name.partition(".")
    if section in ("adapter", "inputs"):
        return name
    if _kind(name) == "filter":
        return f"filter {rest}"
    return f"{_WRITTEN.get(section, section)} {rest}".strip()


def _use(found: _Found) -> str:
    if found.name == "vocabulary":
        return "vocabulary: other terms are used"
    if found.name == "inputs":
        return f"inputs: other files are read ({found.old} -> {found.new})"
    if found.name.startswith("adapter."):
        return f"{found.name}: another digest, as it holds the name"
    return f"{_label(found.name)}: {'no longer' if found.old else 'now'} used"


def _short(value: Any) -> str:
    if value is None:
        return ""
    text = value if isinstance(value, str) else json.dumps(value)
    return (
        text[:8] if len(text) in (16, 64) and all(c in "0123456789abcdef" for c in text) else text
    )
