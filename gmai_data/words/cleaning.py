"""The source's own texts, made fit to train on: encoding and markup only, no word is changed.

Captions and reports also lose the sentences that de-identification or the web left behind: a
sentence with a blanked-out word ("x-XXXX", "___", "[**name**]") or an address says nothing.
"""

from __future__ import annotations

import html
import re
import unicodedata
from typing import Final

_UNSEEN: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\u200b-\u200f\u2060\ufeff\ue000-\uf8ff]")
_TOKENS: Final = re.compile(r"<image>|<br\s*/?>|</?p>", re.IGNORECASE)
_MARKUP: Final = re.compile(r"</?(?:a|b|i|u|em|strong|sub|sup|span|div|li|ul|ol)\b[^<>]*>", re.I)
_RESIDUE: Final = re.compile(r"X{3,}|x{4,}|_{2,}|\[\*\*[^\]]*\]|https?://|\bwww\.|\bdoi:", re.I)
_BLANKED_RAY: Final = re.compile(r"\bx-XXXX\b", re.I)  # Open-i blanked the word "ray" as well
_SENTENCE: Final = re.compile(r"(?<=[.!?])\s+(?=[^\s\d])|(?<=[。！？；])")


def cleaned(text: str) -> str:
    """NFC, one kind of line end, no control characters, no image tokens or HTML breaks."""
    text = unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n")
    text = _UNSEEN.sub("", _TOKENS.sub(" ", text))
    return re.sub(r"\n{3,}", "\n\n", re.sub(r"[ \t]+", " ", text)).strip()


def readable(text: str) -> str:
    """A caption or a report without markup, and without sentences that hold a residue; or ""."""
    text = _MARKUP.sub("", cleaned(html.unescape(text)))
    lines = (_without_residue(line) for line in _BLANKED_RAY.sub("x-ray", text).split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def _without_residue(line: str) -> str:
    if not _RESIDUE.search(line):
        return line
    han = any("\u4e00" <= c <= "\u9fff" for c in line)
    kept = [s for s in _SENTENCE.split(line) if s and not _RESIDUE.search(s)]
    return ("" if han else " ").join(kept)
