"""What a careful model would say: the fact that is asked for, in few words, in either language.

It reads the prompt as a model does, knows nothing else, and so says the same for the same request.
"""

import json
import re
from functools import cache

from gmai_data.words.prompts import find_folder

_FACT = re.compile(r"^- (f\d+) (\w+)(?: of (f\d+)|（(f\d+)）)?[:：] ?(.*)$", re.M)
_ABOUT = re.compile(r"(?:The text is about|所写内容围绕) (.*)[.。]$", re.M)
_LETTER = re.compile(r"(?:right letter is|正确(?:选项|答案|字母)\S*?) ?([A-D])")
_OPTION = re.compile(r"^- ([A-D])\. (.*)$", re.M)
_GROUND = ("finding", "organ", "tissue", "cell", "organism", "instrument", "phase", "normal",
           "grade", "measure", "absent", "modality", "sequence", "plane", "view")  # fmt: skip
_SIDES = {"left": "左", "right": "右"}
# task → question and answer; {v} the thing, {m} {s} {p} modality, sequence, plane or view
_SAID = {
    "en": {
        "percept-modality": ("Which modality is this?", "{m}."),
        "percept-plane": ("Which plane or view is this?", "{p}."),
        "percept-sequence": ("Which sequence or technique was used?", "{s}."),
        "percept-class": ("What does the image show?", "{all}."),
        "percept-grade": ("Which grade is it?", "{v}."),
        "percept-box": ("What lies at <box> {box}</box>?", "{v}."),
        "percept-detect": ("Where is the {v}? Give boxes.", "{boxes}"),
        "percept-presence": ("Is there {v}?", "{yes}."),
        "percept-count": ("How many of the {v} are there?", "{count}."),
        "percept-side": ("On which side does the {v} lie?", "The patient's {side}."),
        "percept-position": ("Where in the image does the {v} lie?", "{position} of the image."),
        "percept-inside": ("Within which structure does the {v} lie?", "{within}."),
        "percept-size": ("Which is larger, the {v} or the {o}?", "The {v}."),
        "instruct-abstain": ("How has it changed?", "One image cannot show that. It shows {v}."),
        "instruct-premise": ("Where is the {ab}?", "No {ab} is present."),
        "instruct-reasoned": ("On which side is it?", "On the patient's {side}: the {v}."),
        "caption-box": ("Describe <box> {box}</box>.", "This region shows the {v}."),
        "": ("Describe this image.", "The image shows: {v}."),
    },
    "zh": {
        "percept-modality": ("这是哪种成像方式？", "{m}。"),
        "percept-plane": ("这是什么方位？", "{p}。"),
        "percept-sequence": ("采用何种序列或方式？", "{s}。"),
        "percept-class": ("图像显示什么？", "{all}。"),
        "percept-grade": ("属于哪一级？", "{v}。"),
        "percept-box": ("<box> {box}</box> 内为何物？", "{v}。"),
        "percept-detect": ("{v}在哪里？请给出框。", "{boxes}"),
        "percept-presence": ("有无{v}？", "{yes}。"),
        "percept-count": ("{v}有多少？", "{count}。"),
        "percept-side": ("{v}位于哪一侧？", "{side}侧。"),
        "percept-position": ("{v}位于图像何处？", "图像{position}。"),
        "percept-inside": ("{v}位于哪个结构内？", "{within}。"),
        "percept-size": ("{v}与{o}哪个面积大？", "{v}。"),
        "instruct-abstain": ("有何变化？", "单幅图像无法判断。可见{v}。"),
        "instruct-premise": ("{ab}在哪里？", "未见{ab}。"),
        "instruct-reasoned": ("位于哪一侧？", "{v}位于患者{side}侧。"),
        "caption-box": ("请描述 <box> {box}</box>。", "该区域为{v}。"),
        "": ("请描述这幅图像。", "图示{v}。"),
    },
}


def truthful(body):
    """The answer to one request, as an endpoint is asked."""
    user = body["messages"][-1]["content"]
    text = user if isinstance(user, str) else user[-1]["text"]
    language = "zh" if re.search(r"[\u4e00-\u9fff]", text) else "en"
    fields = set(wanted(body)) - {"evidence"}
    if "score" in fields:
        return {"score": 2, "comments": "Correct and clear."}
    if "text" in fields:
        return {"text": "A fundus photograph."}
    ids = [m[0] for m in _FACT.findall(text)]
    question, answer = _pair(text, language)
    letter = _LETTER.search(text)
    if letter:
        options = _OPTION.findall(text)
        question = ("图中所示为？" if language == "zh" else "Which is it?") + "".join(
            f"\n{a}. {b}" for a, b in options
        )
        answer = next(f"{a}. {b}" for a, b in options if a == letter[1])
    if "turns" in fields:
        turns = [{"role": "user", "text": question}, {"role": "assistant", "text": answer}]
        return {"turns": turns, "evidence": ids[:1]}
    last = (fields - {"question"}).pop()
    return {"question": question, last: answer, "evidence": ids[:1]}


def _pair(text, language):
    facts = {m[0]: (m[1], m[2] or m[3], _bare(m[1], m[4])) for m in _FACT.findall(text)}
    named = _ABOUT.search(text)
    about = re.findall(r"f\d+", named[1]) if named else []
    owned = [i for kind in _GROUND for i, row in facts.items() if row[0] == kind]
    own = next((i for i in about if facts[i][0] != "absent"), "") or next(iter(about or owned), "")

    def of(kind, id=None):
        return [v for k, o, v in facts.values() if k == kind and (id is None or o == id)]

    def first(kind, id=None):
        return next(iter(of(kind, id)), "")

    kind, _, value = facts.get(own, ("", "", ""))
    yes, no = ("是", "无") if language == "zh" else ("Yes", "No")
    side = first("side", own)
    boxes = [(value, b) for i, (k, _, v) in facts.items() if v == value and k == kind
             for b in of("box", i)]  # fmt: skip
    known = {
        "v": value, "o": facts[about[1]][2] if len(about) > 1 else "", "m": first("modality"),
        "s": first("sequence"), "p": first("plane") or first("view"), "box": first("box", own),
        "all": ", ".join(v for k, o, v in facts.values() if k in _GROUND[:8]),
        "boxes": "".join(f"<ref>{v}</ref><box> {b}</box>" for v, b in boxes),
        "yes": no if kind == "absent" else yes, "count": first("count"),
        "side": _SIDES.get(side, side) if language == "zh" else side,
        "position": first("position", own), "within": first("within", own),
        "ab": first("absent"),
    }  # fmt: skip
    said = _SAID[language]
    task = next((t for line, t in _lines(language) if line in text), "")
    question, answer = said.get(task, said[""])
    return question.format(**known), answer.format(**known)


def _bare(kind, value):
    return re.sub(r"\s*[(（][^()（）]*[)）]$", "", value) if kind != "box" else value


@cache
def _lines(language):
    """The first line of every instruction, and its task."""
    found = []
    for path in sorted(find_folder().glob(f"[a-z]*.{language}.j2")):
        asked = path.read_text("utf-8").partition("{{ user }}\n")[2]
        line = asked.partition("\n")[0]
        if line.startswith(("Write", "写", "就", "用", "为")):
            found.append((line, path.name.partition(".")[0]))
    return found


def wanted(body):
    """Names of the fields that a request asks for."""
    form = body.get("response_format", {})
    if form.get("type") == "json_schema":
        return list(form["json_schema"]["schema"]["properties"])
    text = json.dumps(body["messages"], ensure_ascii=False)
    names = [n for n in ("question", "caption", "answer", "turns") if f'\\"{n}\\"' in text]
    return [*names, "evidence"]
