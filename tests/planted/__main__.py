"""``python -m tests.planted``: the table of the review's recall and false rejections.

``--write`` puts it into docs/checker.md, ``--check`` fails where a rate is out of its limit or
the table in the docs is not what comes out; ``--misses KIND`` prints what was not caught.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from gmai_data.canonical import hash64
from gmai_data.proportions import Rate
from tests.planted.asked import ASKED, exchanges, judged_exchange
from tests.planted.inventions import INVENTIONS, judged_invention
from tests.planted.measure import Verdict, judged, rates
from tests.planted.scenes import Scene, scenes
from tests.planted.writing import KINDS, LANGUAGES, MORE, corpus

PER_KIND: Final = 620  # texts of a kind and language in either half
RECALL: Final = 0.95
FALSE_REJECTIONS: Final = 0.02
DOCS: Final = Path(__file__).resolve().parents[2] / "docs/checker.md"
BEGIN: Final = "<!-- table: python -m tests.planted --write -->\n"
END: Final = "<!-- end of table -->\n"


def main() -> int:
    """Measure, print, and write or compare."""
    parser = argparse.ArgumentParser(prog="python -m tests.planted", description=__doc__)
    parser.add_argument("--write", action="store_true", help="write the table into docs/checker.md")
    parser.add_argument("--check", action="store_true", help="compare, and hold to the limits")
    parser.add_argument("--misses", metavar="KIND", help="print texts that were judged wrongly")
    args = parser.parse_args()
    seen = scenes()
    verdicts = [judged(text) for text in corpus(seen, PER_KIND)]
    table = rendered(verdicts) + of_exchanges(seen)
    sys.stdout.write(table)
    if args.misses is not None:
        for one in wrong(verdicts, args.misses):
            sys.stdout.write(f"{one.text.language} {one.rule or 'passed'}: {one.text.text}\n")
    old = DOCS.read_text(encoding="utf-8")
    head, _, rest = old.partition(BEGIN)
    new = head + BEGIN + table + END + rest.partition(END)[2]
    if args.write:
        DOCS.write_text(new, encoding="utf-8")
        return 0
    if not args.check:
        return 0
    bad = [f"{k or 'true texts'}, {lang}: {r.share:.3f}" for (k, lang), r in out_of(verdicts)]
    if new != old:
        bad.append("docs/checker.md: the table differs; python -m tests.planted --write")
    sys.stderr.write("".join(f"{line}\n" for line in bad))
    return 1 if bad else 0


def out_of(verdicts: Sequence[Verdict]) -> list[tuple[tuple[str, str], Rate]]:
    """Rates of the held-out half that miss their limit."""
    found = rates(v for v in verdicts if v.text.held_out)
    return [
        (key, rate) for key, rate in found.items()
        if (rate.share > FALSE_REJECTIONS if not key[0] else rate.share < RECALL)
    ]  # fmt: skip


def wrong(verdicts: Sequence[Verdict], kind: str) -> list[Verdict]:
    """Texts of a kind that were judged wrongly, in the order of their hash."""
    found = [v for v in verdicts if v.text.kind == kind and bool(kind) != bool(v.rule)]
    return sorted(found, key=lambda v: hash64("miss", v.text.text))


def rendered(verdicts: Sequence[Verdict]) -> str:
    """The Markdown table, the false rejections, the precision of each rule, the inventions."""
    held = [v for v in verdicts if v.text.held_out]
    found, seen = rates(held), rates(v for v in verdicts if not v.text.held_out)
    lines = [
        "| error planted | language | texts | caught | 95 % interval | development half |",
        "| --- | --- | ---: | ---: | --- | ---: |",
    ]
    for kind in (*KINDS, *MORE):
        lines += [
            f"| {kind} | {lang} | {_cells(found[kind, lang])} | {seen[kind, lang].share:.1%} |"
            for lang in LANGUAGES
        ]
    lines += ["", "| true texts | texts | rejected | 95 % interval | development half |",
              "| --- | ---: | ---: | --- | ---: |"]  # fmt: skip
    lines += [f"| {lang} | {_cells(found['', lang])} | {seen['', lang].share:.1%} |"
              for lang in LANGUAGES]  # fmt: skip
    lines += ["", "| rule | rejected | of these true | precision |", "| --- | ---: | ---: | ---: |"]
    caught = Counter(v.rule for v in held if v.rule)
    mistaken = Counter(v.rule for v in held if v.rule and not v.text.kind)
    lines += [
        f"| {rule} | {n} | {mistaken[rule]} | {1 - mistaken[rule] / n:.1%} |"
        for rule, n in sorted(caught.items())
    ]
    refused = sum(bool(judged_invention(one)) for one in INVENTIONS)
    lines += ["", f"Of {len(INVENTIONS)} invented texts of the kind that small models write, "
              f"{refused} are rejected."]  # fmt: skip
    return "\n".join(lines) + "\n"


def of_exchanges(seen: Sequence[Scene]) -> str:
    """The tables of whole exchanges: questions with their answers."""
    rows = [
        (kind, language, judged_exchange(scene, request, answer))
        for kind, language, scene, request, answer in exchanges(seen, PER_KIND)
    ]
    lines = ["", "| fault in an exchange | language | texts | rejected | 95 % interval |",
             "| --- | --- | ---: | ---: | --- |"]  # fmt: skip
    for kind in (*ASKED, ""):
        for lang in LANGUAGES:
            own = [rule for k, one, rule in rows if (k, one) == (kind, lang)]
            rate = Rate(sum(map(bool, own)), len(own))
            lines.append(f"| {kind or 'none: true'} | {lang} | {_cells(rate)} |")
    lines += ["", "| rule | rejected | of these true | precision |", "| --- | ---: | ---: | ---: |"]
    caught = Counter(rule for _, _, rule in rows if rule)
    mistaken = Counter(rule for kind, _, rule in rows if rule and not kind)
    lines += [
        f"| {rule} | {n} | {mistaken[rule]} | {1 - mistaken[rule] / n:.1%} |"
        for rule, n in sorted(caught.items())
    ]
    return "\n".join(lines) + "\n"


def _cells(rate: Rate) -> str:
    low, high = rate.interval
    return f"{rate.tried} | {rate.share:.1%} | {low:.1%} to {high:.1%}"


if __name__ == "__main__":
    sys.exit(main())
