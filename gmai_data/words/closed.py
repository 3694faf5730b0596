"""What a closed question was answered with: yes, no, or the letter of the right option."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final

YES: Final = re.compile(r"\s*(?:yes\b|是|有|可见|存在|对)", re.I)
NO: Final = re.compile(r"\s*(?:no\b|not\b|none\b|无|未|否|没有|不)", re.I)
_LETTER: Final = re.compile(r"\(?([A-J])\)?(?:[.:：、]|\s|$)")


def closed_answer(sample: Mapping[str, Any]) -> str:
    """``yes or no: yes``, ``choice of 4: B``; "" for an open question.

    For counting how balanced they are; ``sample`` is a row of the samples.
    """
    said = str(sample["turns"][-1]["text"]) if sample["turns"] else ""
    options = len(sample["choices"] or ())
    if options:
        letter = _LETTER.match(said)
        return f"choice of {options}: {letter[1]}" if letter else ""
    if sample["task"] == "percept-presence":
        return f"yes or no: {'yes' if YES.match(said) else 'no' if NO.match(said) else 'other'}"
    return ""
