"""Rules that a question asks for what its prompt is about, and says nothing of the prompt."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from gmai_data.words.claims import Checked
from gmai_data.words.reading import read_text
from gmai_data.words.stated import about, is_spelled, named_in, same

_I: Final = re.IGNORECASE
_KINDS: Final = (
    "modality|sequence|plane|view|window|anatomy|display|organ|finding|tissue|cell|organism"
    "|instrument|phase|grade|measure|absent|side|size|share|position|count|box|level|within|third"
    "|attenuation|attribute"
)
_SCAFFOLD: Final = re.compile(
    r"(?<![A-Za-z0-9_./-])f\d{1,3}(?![A-Za-z0-9_.-]*\d)(?![A-Za-z_/])"  # an id of a fact
    r"|[\"'{]\s*(?:question|answer|caption|evidence|turns|role|text)[\"']?\s*:"
    r"|(?:^|\n)\W{0,3}(?:facts?|question|answer|caption|evidence|user|assistant|turns|options"
    r"|事实|问题|回答|答案|用户|助手|证据|选项)\s*[:：]"
    rf"|(?:^|[\n,;，；])\W{{0,3}}(?:{_KINDS})(?: of f\d+)?\s*:(?!\s*$)"
    r"|\bJSON\b|\bthe right letter is\b|\bgive the answer away\b|\bthe text rests on\b"
    r"|^write (?:one caption for|a question (?:about|that|on)|a request (?:to locate|that)"
    r"|a conversation of|a multiple-choice question|a yes-or-no question|an open question)\b"
    r"|正确(?:选项|字母)[是为]\s*[A-J]|所依据的事实|写一[个道段句](?:问题|选择题|描述|对话)",
    _I,
)
_MAY_SCAFFOLD: Final = re.compile(r"[:：{]|f\d|\bwrit|JSON|right letter|away|rests|[写正依]", _I)
_ASKING_EN: Final = re.compile(
    r"\?|^(?:please |kindly |now |and )*(?:what|which|where|how|who|why|when|is|are|does|do|can"
    r"|could|would|name|state|give|tell|describe|caption|sum|summari[sz]e|report|write|put|list|find|locate"
    r"|mark|identify|detect|outline|point|show|count|compare|choose|select|pick|determine|specify"
    r"|classify|classed|grade|rate|assess|judge|explain|say|indicate|provide|draw|check|decide|look"
    r"|interpret|read|assign|mention|record|write|translate|characteri[sz]e|estimate|complete|answer|from|in)\b|\bplease\b|:\s*(?:\n|$)"
    r"|\bI (?:need|want|would like|wish)\b"
    r"|\b(?:what|which|where|how many|how large|whether)\b", _I,
)  # fmt: skip
_ASKING_ZH: Final = re.compile(
    "[？?]|请|什么|哪|何|多少|几|是否|有无|吗|呢|怎|描述|说明|指出|写|给出|判断|选|找|定位|标出|概括|介绍|列|数(?![目量值据])"
    "|识别|检|报告|解读|分析|比较|命名|一句话|圈|框|述|输出|需要|图注|[:：]\\s*(?:\\n|$)"
)
_TOPIC_EN: Final[Mapping[str, re.Pattern[str]]] = {
    "percept-modality": re.compile(
        r"modalit|techni|method|examin|\bscan(?:s|ned)?\b|imag(?:ed|ing)|obtained|acquired|produced|made|taken"
        r"|(?:kind|type|sort) of|device|machine|equipment|how was|created|recorded|captured|study"
        r"|procedure|form of|what is this|which is this|CT|MR|ultraso|X-ray", _I),
    "percept-plane": re.compile(
        r"plane|view|orient|projection|cut|section|direction|axial|coronal|sagittal|position"
        r"|angle|perspective|filed?\b|taken|oblique|lateral|frontal|slic", _I),
    "percept-sequence": re.compile(
        r"sequence|phase|techni|weight|protocol|acqui|stain|contrast|type|kind|method|\bscan(?!ner)"
        r"|obtained"
        r"|imag|setting|series|prepar", _I),
    "percept-count": re.compile(r"how many|number|count|quantity|total|amount", _I),
    "percept-side": re.compile(r"side|left|right|lateral|which (?:lung|kidney|eye|breast)", _I),
    "percept-position": re.compile(
        r"where|part|locat|lie|place|position|region|area|quadrant|corner|third|portion|cell|grid"
        r"|half|find|situated", _I),
    "percept-inside": re.compile(
        r"where|within|inside|structure|organ|contain|hold|in which|in what|locat|part|lie|belong",
        _I),
    "percept-size": re.compile(
        r"larg|big|great|small|size|area|more (?:space|room)|wider|compar|dominat|extent|cover"
        r"|occup|takes|fill|spread", _I),
}  # fmt: skip
_TOPIC_ZH: Final[Mapping[str, re.Pattern[str]]] = {
    "percept-modality": re.compile(
        "模态|成像|检查|影像|方式|方法|手段|类型|种|技术|扫描|图像|拍|获得|怎么来|何种|什么图"),
    "percept-plane": re.compile("平面|切|断面|视图|投照|投影|层面|角度|方向|位|视角"),
    "percept-sequence": re.compile("序列|期|加权|技术|方式|扫描|染色|成像|类型|增强|方法|制备|种"),
    "percept-count": re.compile("多少|几|数|计"),
    "percept-side": re.compile("侧|左|右|哪边|边"),
    "percept-position": re.compile("哪|何处|位置|部位|区|部分|处|方位|定位|位于|在"),
    "percept-inside": re.compile("哪|何处|内|结构|器官|部位|位于|里|属于|在|中"),
    "percept-size": re.compile("大|小|面积|比|占"),
}  # fmt: skip
# Tasks whose question names a thing, or the box in which it lies.
_OF_A_THING: Final = frozenset({
    "percept-count", "percept-side", "percept-position", "percept-inside", "percept-presence",
    "percept-detect", "percept-size", "percept-box",
})  # fmt: skip


def scaffold_rule(check: Checked) -> str:
    """No fact id ("f2", "[f1]"), JSON key, heading or sentence of the prompt stands in the text."""
    for turn in check.answer.turns:
        if _MAY_SCAFFOLD.search(turn.text):
            found = _SCAFFOLD.search(turn.text)
            if found:
                return found[0].strip(" \n\"'{,;") or found[0].strip()
    return ""


def asked_rule(check: Checked) -> str:
    """The question asks, and asks for what the task is about: the side, the number, the thing."""
    asked = [turn.text for turn in check.answer.turns if turn.role == "user"]
    task = check.request.task
    if task == "percept-choice":  # its options stand there, which `choices` looks at
        return ""
    english = check.language == "en"
    asking = _ASKING_EN if english else _ASKING_ZH
    if not task.startswith(("percept-", "caption-")):
        # In a conversation a user may also state something, but not with every turn.
        return "" if any(asking.search(text) for text in asked) else "nothing is asked"
    text = asked[0] if asked else ""
    if not asking.search(text):
        return "nothing is asked"
    topic = (_TOPIC_EN if english else _TOPIC_ZH).get(task)
    if topic is not None and not topic.search(text):
        return f"asks for something else than {task.removeprefix('percept-')}"
    if task not in _OF_A_THING or "<box>" in text:
        return ""
    things = about(check, "about", "other")
    if not things:
        return ""
    reading = read_text(text, check.language)
    names = named_in(check, reading)
    if any(same(one, fact) for one in names for fact in things):
        return ""
    if is_spelled(check, text, things):
        return ""
    return f"names no {things[0].value}"
