"""What a text denies: scope of negations in English and Chinese.

Rule-based scope after NegEx (Chapman 2001) and its successors: a trigger denies the terms behind
it, or those before it, up to the first word that closes the clause. Terms are matched first and
stand in ``Reading.rest`` as NULs, so that 无回声 or "nonproliferative" are no triggers.
"""

from __future__ import annotations

import re
from typing import Final

from gmai_data.words.reading import Mention, Reading, clauses

_SEEN: Final = (
    r"(?:seen|present|visible|identified|shown|found|detected|depicted|noted|appreciated|included"
    r"|demonstrated|displayed|observed|evident|apparent|captured|visuali[sz]ed|recogni[sz]ed"
    r"|in view|made out|there|discernible|detectable)"
)
_BE: Final = r"(?:is|are|was|were|be|been|has been|have been)"
_EVENTS_EN: Final = re.compile(
    # said of nothing: not a negation
    r"(?P<mask>\bnot only\b|\bno doubt\b|\bno longer\b|\bno finding\b|\bnot (?:necessarily|certain)"
    r"|^\s*no,|\bwithout (?:difficulty|doubt|question)|\b(?:no|not) (?:more|less|fewer) than\b"
    r"|\bdo(?:es)? not (?:involve|reach|abut|invade|extend|cross|touch|exceed|affect)\b"
    r"|\b(?:cannot|can ?not|could not|not) be (?:told|determined|given|judged|assessed|answered"
    r"|measured|described|stated|derived|known|said|excluded|ruled out|denied)\b"
    r"|\bnot (?:told|excluded|ruled out|the only)\b)"
    # the terms before it
    r"|(?P<after>\b" + _BE + r" (?:all |both |also |likewise |therefore )?(?:absent|lacking|missing"
    r"|excluded|ruled out|nowhere)\b"
    r"|\b(?:not|n't)(?: been| be| to be)? (?:readily |clearly )?" + _SEEN + r"\b"
    r"|\b(?:cannot|can't|could not|couldn't) be " + _SEEN + r"\b"
    r"|\bdo(?:es)?(?: not|n't) appear\b|\bfails? to appear\b|\bnowhere to be seen\b"
    r"|: *(?:none\b|absent\b|negative\b|no(?= *(?:$|[.,;])))|\(-\)|\bnone (?:seen|found|visible)\b)"
    # the terms behind it
    r"|(?P<before>\b(?:no|not|without|neither|nor|none|never|lacks?|lacking|denies|excludes?)\b"
    r"|n't\b|\bcannot\b|\b(?:absence|lack|free|clear|devoid|empty) of\b|\bnegative for\b"
    r"|\b(?:rather than|instead of|as opposed to|other than)\b|\bnothing (?:to suggest|like)\b"
    r"|\bfails? to (?:show|demonstrate|reveal)\b|\brules? out\b|\bzero\b)"
    # as the one before
    r"|(?P<same>\b(?:and )?(?:so|as) (?:is|are|was|were)\b)"
    # the end of a scope
    r"|(?P<close>\b(?:but|however|although|though|except|apart from|besides|whereas|while|yet|so"
    r"|which|instead|because|since)\b|, (?:a|an|the|there|with)\b"
    r"|\band (?:a|an|the|there|one|with)\b|;|\bargues? for\b|\bindeed\b)"
    r"|(?P<verb>\b(?:is|are|was|were|shows?|measures?|lies|occup(?:y|ies)|contains?|takes?|covers?"
    r"|extends?|spans?|appears?|fills?)\b)"
    r"|(?P<and>,|\band\b)"
)
_LOCATED_EN: Final = re.compile(
    r"\b(?:of|in|within|inside|on|from|at|near|into)(?: the| a| an| this| either| both| each)?"
    r"(?: left| right)? $"
)
_NOT_THIS_EN: Final = re.compile(r"\bnot (?:(?!on\b|in\b|of\b|at\b|from\b)\w+ ){0,4}\0")
_NOT_THIS_ZH: Final = re.compile(r"(?:不是|并非|并不是|而非)[^，。；\0]{0,4}\0")
_MASK_ZH: Final = re.compile(
    r"有无|无法|无从|无疑|不仅|不但|是否|未必|不一定|未见异常|未见明显异常|不除外|不能除外|不能排除|不排除"
    r"|难以除外|难以排除|无异常|不能(?=确定|判断|得出)|未累及|未侵犯|未受累|无特殊|不规则|不均|不清|不超过|不少于"
)
_NO_ZH: Final = re.compile(
    r"未(?:能|再)?(?:见到|见|发现|显示|示|提示|检出|及|探及|观察到|发生|出现|查见|看到|明确)|没有|没见"
    r"|不见|看不到|看不见|见不到|找不到|查不到|无|不伴|未伴|不含|不存在|缺乏|缺少|缺如|排除|除外|否认|并非"
    r"|不是|而非|阴性|[(（]-[)）]|消失|不包括|未包括|不显示"
)
_ONLY_AFTER_ZH: Final = re.compile(r"阴性|[(（]-[)）]|消失|缺如")
_BREAK_ZH: Final = re.compile(r"，|,|但|而(?!非)|;")
_LOCATED_ZH: Final = re.compile(r"[\s的内部区处上中旁周围侧左右两双]*$")


def denied(reading: Reading, language: str) -> tuple[set[Mention], str]:
    """The terms that a text denies, and a word where it denies one thing twice.

    An organ that only says where ("no cyst in the kidney") is not denied.
    """
    found: set[Mention] = set()
    twice = ""
    if not reading.negated:
        return found, ""
    terms = [m for m in reading.mentions if m.kind == "term"]
    if not terms:
        return found, ""
    for start, end in clauses(reading.rest, language):
        own = [m for m in terms if start <= m.start < end]
        if not own:
            continue
        if language == "en":
            some, double = _denied_en(reading.low[start:end], start, own)
            twice = twice or double
        else:
            some = _denied_zh(reading.rest[start:end], start, own)
        found |= {m for m in some if not _located(reading, m, terms, language)}
    return found, twice


def _denied_en(part: str, start: int, terms: list[Mention]) -> tuple[set[Mention], str]:
    found: set[Mention] = set()
    open_ = said = False  # under a negation; a verb has been since the segment began
    last = False  # how the term before stands
    segment, at, twice = 0, 0, ""
    waiting = [m for m in terms]
    for event in _EVENTS_EN.finditer(part):
        while waiting and waiting[0].start - start < event.start():
            mention = waiting.pop(0)
            last = open_
            if open_:
                found.add(mention)
        kind = event.lastgroup
        if kind == "before":
            if (
                open_
                and event[0] not in ("nor", "or")
                and not said
                and not _terms_in(terms, start, at, event.start())
            ):
                twice = twice or ("" if event[0] in ("no", "neither") else event[0])
            open_, said, at = True, False, event.end()
        elif kind == "after":
            here = _terms_in(terms, start, segment, event.start())
            if open_ and found.intersection(here):
                twice = event[0]
            found.update(here)
            open_, said, last = False, True, True
        elif kind == "same":
            open_, said, segment, at = last, False, event.end(), event.end()
        elif kind == "close":
            open_, said, segment = False, False, event.end()
        elif kind == "verb":
            said = True
        elif kind == "and" and said:
            open_, said, segment = False, False, event.end()
    if open_:
        found.update(waiting)
    return found, twice


def _terms_in(terms: list[Mention], start: int, begin: int, end: int) -> list[Mention]:
    return [m for m in terms if begin <= m.start - start < end]


def _denied_zh(part: str, start: int, terms: list[Mention]) -> set[Mention]:
    shown = _MASK_ZH.sub(lambda m: " " * len(m[0]), part)
    found: set[Mention] = set()
    begin = 0
    cuts = [m.start() for m in _BREAK_ZH.finditer(shown)] + [len(shown)]
    for cut in cuts:
        piece = shown[begin:cut]
        own = [m for m in terms if begin <= m.start - start < cut]
        for trigger in _NO_ZH.finditer(piece):
            behind = [m for m in own if m.start - start >= begin + trigger.end()]
            before = [m for m in own if m.start - start < begin + trigger.start()]
            if _ONLY_AFTER_ZH.match(trigger[0]) or not behind:
                found.update(before)
            else:
                found.update(behind)
        begin = cut
    return found


def _located(reading: Reading, mention: Mention, terms: list[Mention], language: str) -> bool:
    """Does an organ only say where something else is?"""
    if not mention.place:
        return False
    at = terms.index(mention)
    following = terms[at + 1] if at + 1 < len(terms) else None
    if language == "zh":
        return following is not None and bool(
            _LOCATED_ZH.fullmatch(reading.rest, mention.end, following.start)
        )
    if following is not None and reading.rest[mention.end : following.start] in (" ", "-", ""):
        return True
    return bool(at) and _LOCATED_EN.search(reading.low[: mention.start]) is not None


def not_this(reading: Reading, language: str) -> str:
    """A modality, sequence or plane that the text says the picture is not."""
    if not reading.negated:
        return ""
    starts = {m.start: m for m in reading.mentions if m.kind != "term"}
    pattern = _NOT_THIS_EN if language == "en" else _NOT_THIS_ZH
    for found in pattern.finditer(reading.low):
        mention = starts.get(found.end() - 1)
        if mention is not None:
            return reading.text[mention.start : mention.end]
    return ""
