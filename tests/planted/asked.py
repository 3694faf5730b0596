"""Questions with answers, true or with one fault in them: the other half of a review.

Scenes say what is in a picture; here whole exchanges are reviewed: what is asked, what is chosen,
what an answer leaves out. True exchanges are the realiser's, some of them asked in other words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from gmai_data.answer import answer_offline
from gmai_data.ask import ask
from gmai_data.canonical import hash64
from gmai_data.config import AskConfig
from gmai_data.review import review
from gmai_data.schema import Answer, Rejection, Request
from gmai_data.words.prompts import load_prompts
from tests.planted.scenes import Scene

ASKED: Final = (
    "no answer", "another fact", "fact id", "prompt text", "nothing asked", "other question",
    "wrong letter", "equal options", "given away", "wrong yes or no", "shifted box", "refusal",
    "person", "added talk", "added attribute", "called normal",
)  # fmt: skip
_ALL: Final = AskConfig(questions=12, instructs=5)
_EMPTY: Final = {
    "en": ("This is a medical image.", "The picture is of good quality.", "It can be seen here.",
           "That is what the image shows.", "See the picture.", "The answer is in the image.",
           "You can only tell by looking closely.", "It depends on the case.",
           "This is an important question.", "The area in question is shown."),
    "zh": ("这是一幅医学图像。", "图像质量良好。", "如图所示。", "详见图像。", "答案在图中。",
           "需仔细观察才能判断。",
           "这个问题很重要。", "视情况而定。", "图中可以看到。", "所示内容见图。"),
}  # fmt: skip
_ID: Final = {
    "en": ("{id}", "{t} ({id})", "[{id}] {t}", "{id}: {t}", "As {id} says, {t}", "{t} See {id}."),
    "zh": ("{id}", "{t}（{id}）", "[{id}] {t}", "{id}：{t}", "根据{id}，{t}", "{t}见 {id}。"),
}
_PROMPT: Final = {
    "en": ("plane: axial\n{t}", "Facts: {t}", "Answer: {t}", '{{"answer": "{t}"}}', "finding: {t}",
           "{t} The text rests on the list.", "Question: what is it?\nAnswer: {t}",
           '"evidence": [], {t}', "modality: CT, {t}", "Write a question about the plane. {t}"),
    "zh": ("事实：{t}", "回答：{t}", '{{"answer": "{t}"}}', "modality: CT\n{t}", "finding: {t}",
           "问题：是什么？\n回答：{t}", '"evidence": [], {t}', "答案：{t}", "用户：{t}",
           "证据：{t}"),
}  # fmt: skip
_TALK: Final = {
    "en": (
        " It is hyperintense.",
        " It shows high signal intensity.",
        " It is hypoechoic.",
        " It is anechoic.",
        " It shows increased tracer uptake.",
    ),
    "zh": ("呈高信号。", "呈低回声。", "呈等信号。", "呈无回声。", "摄取增高。"),
}
_ATTRIBUTE: Final = {
    "en": (
        " It enhances avidly.",
        " It is cystic.",
        " It is calcified.",
        " It is acute.",
        " It is severe.",
    ),
    "zh": ("明显强化。", "呈囊性。", "伴钙化。", "为急性。", "程度严重。"),
}
_NORMAL: Final = {
    "en": (
        " Everything else is normal.",
        " The rest is unremarkable.",
        " No lesion is seen.",
        " No abnormality is present.",
        " The remaining structures are normal.",
    ),
    "zh": ("其余正常。", "其余未见异常。", "未见病变。", "其余结构正常。", "余未见明显异常。"),
}
_REFUSAL: Final = {
    "en": ("I'm sorry, I cannot help with that.", "As an AI, I cannot diagnose.",
           "I am unable to view images.", "No image was provided.", "I can't see the image."),
    "zh": ("抱歉，无法回答。", "作为人工智能，我不能诊断。", "我无法查看图像。", "未提供图像。",
           "对不起，看不到图像。"),
}  # fmt: skip
_PERSON: Final = {
    "en": (" The patient is a 45-year-old man.", " She presented with pain.", " Seen by Dr. Smith.",
           " He has a history of smoking.", " Dated 2019-03-12."),
    "zh": ("患者，45 岁。", "男性患者，因腹痛就诊。", "既往有吸烟史。",
           "检查日期 2019 年 3 月。", "主诉胸痛。"),
}  # fmt: skip
_ASK: Final = {
    "percept-modality": {
        "en": ("How was this picture made?", "What imaging technique has been used?",
               "Which examination is this from?", "What type of scan is shown?"),
        "zh": ("这幅图是怎么拍的？", "用了什么成像技术？", "这属于哪种影像检查？",
               "请说出检查类型。"),
    },
    "percept-plane": {
        "en": ("How is the section oriented?", "From which direction are we looking?",
               "What view or plane do you recognise?", "Which projection was used?"),
        "zh": ("切面方向如何？", "这是哪个方位？", "请判断断面或体位。", "采用了何种投照体位？"),
    },
    "caption-image": {
        "en": ("What is there to see?", "Could you describe the image?", "Sum up the picture.",
               "Please comment on what is visible."),
        "zh": ("图上有什么？", "能描述一下吗？", "请概括画面内容。", "请说说所见。"),
    },
}  # fmt: skip
_LEAD: Final = {"en": ("", "On this image: ", "In short: "), "zh": ("", "本图中，", "简言之，")}
_STATED: Final = {
    "en": ("The question is about the plane of the image.", "A text about the facts.",
           "The side of the thing.", "An image of the body.", "The number of things."),
    "zh": ("关于图像断面的内容。", "一段有关事实的文字。", "目标的侧别。", "人体图像。",
           "目标的数目。"),
}  # fmt: skip
_OTHER: Final = {
    "en": ("What is the patient's name?", "How old is the scanner?", "Is it raining?"),
    "zh": ("患者叫什么名字？", "设备用了多久？", "外面下雨吗？"),
}
_OF_TOPIC: Final = frozenset({
    "percept-modality", "percept-plane", "percept-sequence", "percept-count", "percept-side",
    "percept-position", "percept-presence",
})  # fmt: skip
Spoilt = tuple[Request, Answer] | None


def exchanges(
    scenes: Sequence[Scene], per_kind: int
) -> Iterator[tuple[str, str, Scene, Request, Answer]]:
    """Kind ("" for a true one), language, scene, request and answer; drawn by hash."""
    prompts = load_prompts()
    told = []
    for scene in scenes:
        for request in ask(scene.source, scene.case, scene.slice, _ALL, prompts):
            if not prompts.get(request.prompt, request.language).verbatim:
                told.append((scene, request, answer_offline(request, scene.slice, prompts)))
    told.sort(key=lambda row: hash64("asked", row[1].key))
    for language in ("en", "zh"):
        own = [row for row in told if row[1].language == language]
        for kind in (*ASKED, ""):
            made = 0
            for scene, request, answer in own:
                seed = hash64("spoil", [kind, request.key])
                spoilt = spoil(kind, request, answer, seed) if made < per_kind else None
                if spoilt is not None:
                    made += 1
                    yield kind, language, scene, *spoilt


def spoil(kind: str, request: Request, answer: Answer, seed: int) -> Spoilt:
    """The exchange with one fault of a kind; ``None`` where it cannot have that fault."""
    lang, task, slots = request.language, request.task, dict(request.slots)
    asked, said = answer.turns[0].text, answer.turns[-1].text
    options = [key for key, _ in request.slots if key.startswith("choice")]

    def one(table: dict[str, tuple[str, ...]]) -> str:
        return table[lang][seed // 8 % len(table[lang])]

    def new(question: str = asked, text: str = said) -> Spoilt:
        turns = (replace(answer.turns[0], text=question), replace(answer.turns[-1], text=text))
        turns = turns if len(answer.turns) == 2 else (*answer.turns[:-1], turns[1])
        return request, replace(answer, turns=turns)

    if kind == "":
        if task in _ASK:
            return new(one(_ASK[task]), one(_LEAD) + said)
        return new(text=one(_LEAD) + said) if task == "percept-class" else new()
    if kind == "no answer":
        return new(text=one(_EMPTY)) if task != "instruct-multi" else None
    if kind == "another fact":
        other = next((f.value for f in request.facts if f.kind == "plane"), "")
        if task in ("percept-plane", "percept-choice", "instruct-multi") or not other:
            return None
        return new(text=f"The plane is {other}." if lang == "en" else _PLANE_ZH.get(other, other))
    if kind in ("fact id", "prompt text"):
        frame = one(_ID if kind == "fact id" else _PROMPT)
        id = request.facts[seed % len(request.facts)].id
        if seed % 2 or len(answer.turns) > 2:
            return new(text=frame.format(id=id, t=said))
        return new(question=frame.format(id=id, t=asked))
    if kind == "nothing asked":
        return (
            new(question=one(_STATED)) if task not in ("percept-choice", "instruct-multi") else None
        )
    if kind == "other question":
        return new(question=one(_OTHER)) if task in _OF_TOPIC else None
    if kind == "wrong letter" and options:
        letter = "ABCDEFGH"[("ABCDEFGH".index(slots["letter"]) + 1) % len(options)]
        return new(text=f"{letter}. {slots['choice' + str('ABCDEFGH'.index(letter))]}")
    if kind == "equal options" and len(options) > 1:
        pairs = tuple((k, slots["choice0"] if k == "choice1" else v) for k, v in request.slots)
        return replace(request, slots=pairs), answer
    if kind == "given away" and task in ("percept-modality", "percept-class"):
        return new(question=f"Is it {said.rstrip('.')}?" if lang == "en" else f"是{said[:-1]}吗？")
    if kind == "wrong yes or no" and task == "percept-presence":
        words = ("No.", "Yes.") if lang == "en" else ("无。", "有。")
        return new(text=words[slots["answer"] == "no"])
    if kind == "shifted box" and "<box>" in said:
        return new(
            text=re.sub(r"\[\[0\.(\d)", lambda m: f"[[0.{(int(m[1]) + 3) % 10}", said, count=1)
        )
    if kind == "refusal":
        return new(text=one(_REFUSAL)) if task != "instruct-abstain" else None
    if kind in _ADDED and task in ("caption-image", "caption-box", "instruct-open"):
        modality = next((f.value for f in request.facts if f.kind == "modality"), "")
        if kind == "called normal" and any(f.kind == "normal" for f in request.facts):
            return None
        if kind == "added talk" and modality != "X-Ray":
            return None  # the words of the table belong to other pictures than radiographs
        return new(text=said + one(_ADDED[kind]))
    return None


_PLANE_ZH: Final = {"axial": "为轴位。", "coronal": "为冠状位。", "sagittal": "为矢状位。"}
_ADDED: Final = {
    "added talk": _TALK, "added attribute": _ATTRIBUTE, "called normal": _NORMAL,
    "person": _PERSON,
}  # fmt: skip


def judged_exchange(scene: Scene, request: Request, answer: Answer) -> str:
    """The rule that rejects an exchange; "" where it passes."""
    found = review(scene.source, scene.case, scene.slice, request, answer)
    return found.rule if isinstance(found, Rejection) else ""
