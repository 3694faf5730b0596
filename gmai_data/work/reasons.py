"""What of a source a build would do again, and why: the causes of its lock against those of now."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from gmai_data.canonical import digest
from gmai_data.output.lock import causes
from gmai_data.steps import words_read
from gmai_data.work.settle import Line, Work, read_again, words_again

if TYPE_CHECKING:
    from gmai_data.config import Config

_DECLARED = {
    "scan": "declaration: where cases and labels are",
    "read": "declaration: how pixels are read",
    "words": "declaration: names",
    "facts": "declaration: licence and other facts",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Reasons:
    """What would run, in chunks, and the causes, in the order of the steps."""

    chunks: int
    to_read: int
    to_word: int
    why: tuple[str, ...]


def reasons(line: Line, work: Work, lock: Mapping[str, Any] | None) -> Reasons:
    """For one source that has been scanned; ``lock`` is of the last build, if there was one.

    A change that the store has seen before, or that leads to equal outputs, costs less than this
    says: chunks that can be told unchanged without reading their files are left out, no others.
    """
    chunks = len(work.meta["chunks"])
    if lock is None:
        return Reasons(chunks=chunks, to_read=chunks, to_word=chunks, why=("new",))
    to_read = len(read_again(line, work))
    words = len(words_again(line, work, digest("words read", words_read(line.config))))
    why = list(_causes(line.config, work, lock))
    if lock["outputs"]["cases"] != work.meta["digest"] or (to_read and not why):
        why.insert(0, f"inputs: {work.meta['count']:,} cases, {lock['counts']['cases']:,} before")
    elif lock["outputs"]["splits"] != work.meta["splits"]:
        why.append("split")
    if lock["quarantine"]["count"]:
        why.append(f"quarantine: {lock['quarantine']['count']} cases are tried again")
    if words and not why:
        why.append("vocabulary, or a prompt that was not used before")
    return Reasons(chunks=chunks, to_read=to_read, to_word=words, why=tuple(why))


def _causes(config: Config, work: Work, lock: Mapping[str, Any]) -> Iterator[str]:
    now = causes(work.source, config, work.meta)
    for part, text in _DECLARED.items():
        if lock["adapter"][part] != now["adapter"][part]:
            yield text
    for step, values in sorted(now["configuration"].items()):
        before = lock["configuration"].get(step, {})
        for name in sorted({*values, *before}):
            if values.get(name) != before.get(name):
                yield f"configuration: {step}.{name} {before.get(name)!r} -> {values.get(name)!r}"
    for name, what in (("code", "code"), ("toolchain", "toolchain"), ("review", "review rule")):
        changed = {n for n in {*lock[name], *now[name]} if lock[name].get(n) != now[name].get(n)}
        yield from (f"{what}: {n}" for n in sorted(changed))
    if lock["model"] != now["model"]:
        yield "model"
    if lock["secret_id"] != now["secret_id"]:
        yield "secret"
    found = words_read(config)["prompts"]
    for prompt, languages in sorted(lock["prompts"].items()):
        for language, fingerprint in sorted(languages.items()):
            if found.get(f"{prompt}.{language}", "")[:16] != fingerprint:
                yield f"prompt: {prompt}.{language}"
