"""What a platform leaves in its answers: links, greetings, thanks, signatures, advertisements.

Taken out by sentence, never by word, and only from questions and dialogues of text sources; what a
doctor says to a patient stays as it was written. The record keeps the source's own text as a fact
and says beside it what was taken out, so both can be compared.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import Final

from gmai_data.words.cleaning import cleaned

_MARKUP: Final = re.compile(r"</?[a-z][a-z0-9]{0,9}\b[^<>]{0,200}>", re.I)
_LINK: Final = re.compile(r"https?://|\bwww\.|\b[\w.+-]+@[\w-]+\.[a-z]{2,}", re.I)
_BREAK: Final = re.compile(
    r"(?<=[.!?])(?<!Dr\.)(?<!Mr\.)(?<!rs\.)(?<!of\.)\s+|(?<=[。！？；])\s*|(?<=\n)"
)
_SITE: Final = r"(?:chat ?doctor|healthcare ?magic|icliniq|health ?tap|webmd|ask ?a ?doctor)"
_TEMPLATES: Final = (
    # a greeting, alone or with who is greeted
    r"(?:hi|hello|hey|dear|good (?:morning|day|evening))(?:[ ,]+(?:there|doctor|dr|sir|madam|friend"
    r"|user|dear|patient|and welcome(?: (?:to|back)[^.!?]{0,40})?))*[ ,.!]*",
    r"(?:hi|hello|dear)?[, ]*(?:welcome|thanks?(?: you)?|thank u)(?: (?:so|very) much)? (?:to|for)"
    rf"[^.!?]{{0,60}}(?:question|query|asking|contacting|consulting|using|writing|posting|choosing"
    rf"|{_SITE})[^.!?]{{0,40}}[.!]?",
    rf"[^.!?]{{0,40}}\b{_SITE}\b[^.!?]{{0,40}}[.!]?",
    # a farewell
    r"(?:i )?hope (?:this|that|it|i)[^.!?]{0,60}(?:help|answer|useful|clear|query)"
    r"[^.!?]{0,40}[.!]?",
    r"(?:thanks?(?: you)?|thank u|take care|(?:best|kind|warm)? ?regards|best wishes|get well soon"
    r"|wish(?:ing)? you[^.!?]{0,60}|have a (?:nice|good|great) day|good luck)[ ,.!]*",
    r"(?:for (?:further|more)[^.!?]{0,60}|please )?consult (?:a|an)[^.!?]{0,40}online"
    r"[^.!?]{0,20}[.!]?",
    r"(?:regards|yours)[ ,]*(?:dr\.? ?)?[a-z .]{0,30}",
    # 问候、致谢、祝语、模板
    r"(?:您好|你好|医生您?好|大夫您?好|亲)[，,。！!~ ]*",
    r"(?:感谢|谢谢)(?:您|你)?的?(?:提问|咨询|信任|支持|配合)?[，,。！!~ ]*",
    r"(?:衷心)?(?:祝|愿)(?:您|你|宝宝|孩子|患者|早日|身体)[^。！]{0,20}[。！!]?",
    r"(?:以上|上述)(?:内容|建议|回答)?(?:是|为|，)?对?[^。]{0,24}(?:建议|解答|回答|帮助|参考)[^。]{0,12}[。！]?",
    r"希望(?:我的|以上|上述)?(?:回答|回复|解答|建议)?(?:能|可以)?(?:对您|对你|够)?[^。]{0,8}帮(?:助|到)[^。]{0,8}[。！]?",
    r"(?:如|若)?(?:还)?有(?:其他|任何|不明白的?|疑问|问题)[^。]{0,12}(?:随时|继续|再次?)(?:咨询|提问|联系)[^。]{0,8}[。！]?",
)
_TEMPLATE: Final = re.compile("|".join(f"(?:{t})" for t in _TEMPLATES), re.I)


def without_leftovers(text: str) -> tuple[str, tuple[str, ...]]:
    """The text without markup, links and templates; and what was taken out, sorted.

    Names: ``markup``, ``link`` (the sentence that holds one), ``template``. A text of nothing but
    templates becomes "".
    """
    taken: set[str] = set()
    said = cleaned(text)
    plain = cleaned(_MARKUP.sub("", html.unescape(said)))
    if plain != said:
        taken.add("markup")
    kept = ""
    for sentence in _sentences(plain):
        if _LINK.search(sentence):
            taken.add("link")
        elif _TEMPLATE.fullmatch(sentence.strip()):
            taken.add("template")
        else:
            kept += sentence
    return (cleaned(kept) if taken else plain), tuple(sorted(taken))


def _sentences(text: str) -> Iterator[str]:
    """The sentences with the white space behind them: together they are the text."""
    start = 0
    for found in _BREAK.finditer(text):
        if found.end() > start:
            yield text[start : found.end()]
            start = found.end()
    if start < len(text):
        yield text[start:]
