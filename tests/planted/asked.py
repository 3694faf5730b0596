"""Questions with answers, freely worded, true or with one fault in them: the other half of a review.

Scenes say what is in a picture; here whole exchanges are reviewed: what is asked, what is chosen,
what an answer leaves out. True answers are worded by the tables of this module, not by the prompts.
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
from gmai_data.schema import Answer, Fact, Request, Turn
from gmai_data.words.prompts import load_prompts
from tests.planted.scenes import Scene

ASKED: Final = (
    "no answer", "another fact", "fact id", "prompt text", "nothing asked", "other question",
    "wrong letter", "equal options", "option also true", "given away", "wrong yes or no",
    "shifted box", "refusal", "person", "other language", "added talk", "added attribute",
    "called normal", "wrong place", "wrong comparison",
)  # fmt: skip
_ALL: Final = AskConfig(questions=12, instructs=5)
_EMPTY: Final = {
    "en": ("This is a medical image.", "The picture is of good quality.", "It can be seen here.",
           "That is what the image shows.", "See the picture.", "The answer is in the image.",
           "You can only tell by looking closely.", "It depends on the case.",
           "This is an important question.", "The area in question is shown."),
    "zh": ("这是一幅医学图像。", "图像质量良好。", "如图所示。", "详见图像。", "答案在图中。", "需仔细观察才能判断。",
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
           "问题：是什么？\n回答：{t}", '"evidence": [], {t}', "答案：{t}", "用户：{t}", "证据：{t}"),
}  # fmt: skip
_TALK: Final = {
    "en": (" It is hyperintense.", " It shows high signal intensity.", " It is hypoechoic.",
           " It is hypodense.", " It shows increased tracer uptake."),
    "zh": ("呈高信号。", "呈低回声。", "呈低密度。", "呈无回声。", "摄取增高。"),
}
_ATTRIBUTE: Final = {
    "en": (" It enhances avidly.", " It is cystic.", " It is calcified.", " It is acute.",
           " It is severe."),
    "zh": ("明显强化。", "呈囊性。", "伴钙化。", "为急性。", "程度严重。"),
}
_NORMAL: Final = {
    "en": (" Everything else is normal.", " The rest is unremarkable.", " No lesion is seen.",
           " No abnormality is present.", " The remaining structures are normal."),
    "zh": ("其余正常。", "其余未见异常。", "未见病变。", "其余结构正常。", "余未见明显异常。"),
}
_REFUSAL: Final = {
    "en": ("I'm sorry, I cannot help with that.", "As an AI, I cannot diagnose.",
           "I am unable to view images.", "No image was provided.", "I can't see the image."),
    "zh": ("抱歉，无法回答。", "作为人工智能，我不能诊断。", "我无法查看图像。", "未提供图像。", "对不起，看不到图像。"),
}  # fmt: skip
_PERSON: Final = {
    "en": (" The patient is a 45-year-old man.", " She presented with pain.", " Seen by Dr. Smith.",
           " He has a history of smoking.", " Dated 2019-03-12."),
    "zh": ("患者，45 岁。", "男性患者，因腹痛就诊。", "既往有吸烟史。", "检查日期 2019 年 3 月。", "主诉胸痛。"),
}  # fmt: skip
_TRUE: Final = {  # beside the answer that the fact itself is; {t} is that
    "en": ("{t}", "Answer in short form - {t}", "On this image: {t}", "{t}"),
    "zh": ("{t}", "简要来说，{t}", "本图中，{t}", "{t}"),
}


def _asked() -> dict[str, dict[str, tuple[str, ...]]]:
    return {
        "percept-modality": {
            "en": ("How was this picture made?", "What imaging technique has been used?",
                   "Which examination is this from?", "What type of scan is shown?"),
            "zh": ("这幅图是怎么拍的？", "用了什么成像技术？", "这属于哪种影像检查？", "请说出检查类型。"),
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


def exchanges(
    scenes: Sequence[Scene], per_kind: int
) -> Iterator[tuple[str, str, Scene, Request, Answer, str]]:
    """Kind ("" for true), language, scene, request, answer and frame; faults drawn by hash."""
    prompts, told = load_prompts(), []
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
                if made >= per_kind:
                    break
                seed = hash64("spoil", [kind, request.key])
                spoilt = _true(request, answer, seed) if not kind else _SPOIL[kind](
                    scene, request, answer, seed)  # fmt: skip
                if spoilt is not None:
                    made += 1
                    yield kind, language, scene, *spoilt
