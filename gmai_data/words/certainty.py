"""Rules on how much a text claims: hedges, change over time, and what one picture cannot show."""

from __future__ import annotations

import re
from typing import Final

from gmai_data.words.claims import Checked

_HEDGES_EN: Final = re.compile(
    r"\b(?:possibl[ey]|possibility|probabl[ey]|likely|may|might|could (?:be|represent|reflect)"
    r"|suspect(?:ed|s)?|suspicio(?:us|n)|suggest(?:s|ed|ing|ive)?|concerning for|favou?rs?"
    r"|cannot (?:be )?(?:exclude|excluded|ruled out)|cannot rule out|not excluded"
    r"|can(?:not|'t) be (?:excluded|ruled out)|questionable|equivocal|indeterminate|presum\w+"
    r"|seems?|potential(?:ly)?|perhaps|doubtful|differential|versus|vs)\b"
)
_HEDGE_WORDS_EN: Final = frozenset({
    "possible", "possibly", "possibility", "probable", "probably", "likely", "may", "might",
    "could", "suspect", "suspected", "suspects", "suspicious", "suspicion", "suggest", "suggests",
    "suggested", "suggesting", "suggestive", "concerning", "favor", "favors", "favour", "favours",
    "cannot", "can", "excluded", "questionable", "equivocal", "indeterminate", "presumed",
    "presumably", "presume", "seem", "seems", "potential", "potentially", "perhaps", "doubtful",
    "differential", "versus", "vs",
})  # fmt: skip
_HEDGES_ZH: Final = re.compile(
    "可能|或许|疑似|可疑|考虑|倾向|拟诊|似见|似乎|似有|不除外|不能除外|不能排除|不排除|待排|待查|难以除外"
    "|难以排除|疑|或为|？|看起来像|大概"
)
_RULED_OUT_EN: Final = re.compile(r"\bnothing to suggest\b")
_RULED_OUT_ZH: Final = re.compile("(?<!能)(?<!不)排除[^，。]*?的可能性?")
_TIME_EN: Final = re.compile(
    r"\b(?:interval (?:change|increase|decrease|growth|development|improvement)"
    r"|(?:compared|comparison) (?:with|to) (?:the |a )?(?:prior|previous|earlier|old|last)"
    r"|prior (?:study|scan|examination|exam|image|imaging|film|ct|mri?)|previous(?:ly)?|since the"
    r"|unchanged|stable|new(?:ly)?|progress(?:ion|ed|es|ing|ive)|regress(?:ion|ed|es|ing)"
    r"|improv(?:ed|ing|ement)|worsen\w*|resol(?:ved|ving|ution)|follow-?up|persist(?:s|ed|ent|ing)"
    r"|than before|over time|recent(?:ly)?"
    r"|has (?:grown|increased|decreased|enlarged|shrunk|appeared)"
    r"|have (?:grown|increased|decreased|enlarged|shrunk)|now (?:smaller|larger)|known|recurren\w+"
    r"|after (?:treatment|therapy|surgery)|post-?(?:operative|treatment|op)|residual"
    r"|long-?standing|serial)\b"
)
_TIME_WORDS_EN: Final = frozenset({
    "interval", "compared", "comparison", "prior", "previous", "previously", "since", "unchanged",
    "stable", "new", "newly", "progression", "progressed", "progresses", "progressing",
    "progressive", "regression", "regressed", "regresses", "regressing", "improved", "improving",
    "improvement", "worsen", "worsened", "worsening", "worsens", "resolved", "resolving",
    "resolution", "follow", "followup", "persists", "persisted", "persistent", "persisting",
    "before", "time", "recent", "recently", "has", "have", "now", "known", "recurrent",
    "recurrence", "after", "post", "postoperative", "posttreatment", "postop", "residual",
    "longstanding", "long", "serial",
})  # fmt: skip
_TIME_ZH: Final = re.compile(
    "较前|与前片|旧片|新发|新出现|新增|好转|复查|治疗后|术后|较上次|上次|随访|近期|吸收|稳定|进展|较老片"
    "|复发|残留|增大的趋势|无变化|未变|演变|病程|既往|已知"
)
_BEYOND_EN: Final = re.compile(
    r"\b(?:volume|stag(?:e|ing) ?(?:[0-4]|i{1,3}v?|iv)?\b|[cpy]?t[0-4][a-d]?n[0-3]"
    r"|malignan\w+|cancerous|benign\w*|invad\w+|invasi\w+|infiltrat\w+|metasta\w+|spread(?:s|ing)?"
    r"|resecta\w+|inoperab\w+|operab\w+"
    r"|(?:throughout|rest of|elsewhere in) the (?:body|patient|lungs?|liver|brain|organ)"
    r"|(?:largest|smallest|only|dominant) [^.;]{1,60} (?:of|in) the (?:patient|body|organ)"
    r"|prognos\w+|survival|high-grade|low-grade|aggressive|life-threatening)"
)
_BEYOND_WORDS: Final = re.compile(
    r"volume|stag|t\dn\d|malign|cancerous|benign|inva[ds]|infiltr|metasta|spread|resect|operab"
    r"|throughout|rest of|elsewhere|prognos|surviv|-grade|aggressi|threatening|patient"
)
_BEYOND_ZH: Final = re.compile(
    "体积|[IⅠVⅤ1-4一二三四] ?期|分期|恶性|良性|侵犯|侵袭|浸润|转移|扩散|可切除|不可切除"
    "|全身|患者最大|预后|生存|高度恶|高级别|低级别|晚期|早期"
)
_ADVICE_EN: Final = re.compile(
    r"\b(?:should|recommend\w*|advis\w+|advice|biops\w+|consult\w*|seek medical|refer(?:ral|red)"
    r"|further (?:evaluation|imaging|work-?up|investigation|assessment)|treatment|treated|therapy"
    r"|surg(?:ery|ical)|chemotherapy|radiotherapy|antibiotics?|medication|dose|indicated|needs?"
    r"|follow-?up|clinical correlation|correlate|monitor(?:ed|ing)?|managed|management"
    r"|required?s?|warrants?|warranted)\b"
)
_ADVICE_WORDS: Final = frozenset({
    "should", "recommend", "recommended", "recommends", "recommendation", "advise", "advised",
    "advises", "advisable", "advice", "biopsy", "biopsies", "biopsied", "consult", "consultation",
    "consulted", "seek", "referral", "referred", "further", "treatment", "treated", "therapy",
    "surgery", "surgical", "chemotherapy", "radiotherapy", "antibiotic", "antibiotics",
    "medication", "dose", "indicated", "need", "needs", "follow", "followup", "clinical",
    "correlate", "monitor", "monitored", "monitoring", "managed", "management", "require",
    "required", "requires", "warrant", "warrants", "warranted",
})  # fmt: skip
_ADVICE_ZH: Final = re.compile(
    "建议|推荐|随访|复查|进一步检查|结合临床|就医|遵医嘱|活检|手术|切除|化疗|放疗|治疗|抗生素|服药|用药|应予|应当"
    "|应及时|无需|需要?(?:进一步|行|手术|对)|处理|请咨询"
)
_ABSTAINS: Final = frozenset({
    "instruct-abstain", "instruct-premise",
})  # fmt: skip


def hedge_rule(check: Checked) -> str:
    """What is annotated is said plainly: no hedge weakens it, and none makes an invention true."""
    for reading in check.readings:
        if not any(m.kind in ("term", "unknown") for m in reading.mentions):
            continue
        if check.language == "en":
            if reading.words.isdisjoint(_HEDGE_WORDS_EN):
                continue
            found = _HEDGES_EN.search(_RULED_OUT_EN.sub("", reading.low))
        else:
            found = _HEDGES_ZH.search(_RULED_OUT_ZH.sub("", reading.rest))
        if found and check.request.task not in _ABSTAINS:
            return found[0]
    return ""


def time_rule(check: Checked) -> str:
    """One picture shows no change: nothing is new, stable, grown, or after treatment."""
    if check.request.task in _ABSTAINS:
        return ""
    for reading in check.readings:
        if check.language == "en":
            if reading.words.isdisjoint(_TIME_WORDS_EN):
                continue
            found = _TIME_EN.search(reading.low)
        else:
            found = _TIME_ZH.search(reading.rest)
        if found:
            return found[0]
    return ""


def beyond_rule(check: Checked) -> str:
    """One slice has no volume, stage, spread or malignancy of its own, and calls for no action."""
    if check.request.task in _ABSTAINS:
        return ""
    for reading in check.readings:
        if check.language == "en":
            found = _BEYOND_EN.search(reading.low) if _BEYOND_WORDS.search(reading.low) else None
            if not found and not reading.words.isdisjoint(_ADVICE_WORDS):
                found = _ADVICE_EN.search(reading.low)
        else:
            found = _BEYOND_ZH.search(reading.rest) or _ADVICE_ZH.search(reading.rest)
        if found:
            return found[0].replace("\0", "")
    return ""
