import math
import re
from collections import Counter

import pytest

from gmai_data import QA, Caption, Dialogue, Report
from gmai_data.answer import answer_offline, values_of
from gmai_data.ask import ask, unasked
from gmai_data.config import AskConfig
from gmai_data.schema import Annotation
from gmai_data.words.bind import bind
from gmai_data.words.leftovers import without_leftovers
from gmai_data.words.prompts import load_prompts
from gmai_data.words.reading import read_text
from tests.variety import SOURCES, blind, shape, texts
from tests.words_cases import PATTERNS, a_case, a_slice, answered, source

ONLY_CAPTIONS = AskConfig(subsets=("caption",))
NAMES = sorted(PATTERNS)


def skeleton(text: str, language: str) -> str:
    """The sentence without its terms, techniques, numbers, sides and punctuation."""
    reading, out, last = read_text(text, language), [], 0
    for mention in reading.mentions:
        out += [reading.text[last : mention.start], mention.kind[0].upper()]
        last = mention.end
    plain = "".join([*out, reading.text[last:]])
    plain = re.sub(r"\d+(\.\d+)?", "N", plain)
    sides = r"\b(?:left|right|both)\b" if language == "en" else "[左右双]"
    counts = r"\b(?:one|two|three)\b" if language == "en" else "[一两三]"
    plain = re.sub(counts, "K", re.sub(sides, "S", plain, flags=re.I), flags=re.I)
    return re.sub(r"[\s.,;:()（），。；：、]", "", plain.lower())


# Drawn once over 10,000 slices each as well; a sample, with its sampling error, is enough here.
@pytest.mark.parametrize(
    ("name", "draws"),
    [("dermoscopy-class", 1_500), ("tissue-class", 1_500), ("kidney-ct", 300),
     ("chest-flags", 300), ("organs-ct", 300), ("blood-boxes", 600), ("fundus-boxes", 600),
     ("brain-mr", 300)],
)  # fmt: skip
def test_no_sentence_skeleton_has_more_than_a_twentieth_of_the_captions(name, draws):
    found: dict[tuple[str, str], Counter[str]] = {}
    for _, request, answer in answered(name, range(draws), ONLY_CAPTIONS):
        counter = found.setdefault((request.task, request.language), Counter())
        counter[skeleton(answer.turns[-1].text, request.language)] += 1
    for key, counter in found.items():
        total = sum(counter.values())
        top, count = counter.most_common(1)[0]
        slack = 3 * math.sqrt(0.05 * 0.95 / total) if total < 10_000 else 0
        assert count / total <= 0.05 + slack, (key, top, count / total)
        assert len(counter) >= 25, (key, len(counter))


@pytest.mark.parametrize("name", SOURCES)
def test_captions_of_slices_that_differ_are_varied_by_every_measure(name):
    said_ = list(texts(name, range(250), ONLY_CAPTIONS))
    for language in ("en", "zh"):
        one = [t for t in said_ if t.request.language == language
               and t.request.task == "caption-image"]  # fmt: skip
        found = shape(one)
        assert found.top <= 0.05 + 3 * math.sqrt(0.05 * 0.95 / found.texts), found
        assert found.skeletons >= 25, found
        assert found.entropy >= 0.85, found
        assert found.top_ten <= 0.45, found


def test_nothing_in_the_words_of_a_closed_question_tells_its_answer():
    found = list(texts("kidney-ct", range(500), AskConfig(subsets=("percept",), questions=30)))
    rows = {row.task: row for row in blind(found)}
    assert {"percept-choice en", "percept-side zh", "percept-plane en"} <= set(rows)
    for row in rows.values():
        chance = 3 * math.sqrt(0.25 / (row.texts / 2))
        assert row.words <= row.majority + 0.03 + chance, row


def everything(number=12):
    return [
        (name, request, answer)
        for name in NAMES
        for _, request, answer in answered(name, range(number))
    ]


ALL = everything()


def test_the_same_request_gives_the_same_answer():
    again = everything(3)
    first = {request.key + name: answer for name, request, answer in ALL}
    assert all(first[request.key + name] == answer for name, request, answer in again)


def test_keys_are_unique_within_a_source_and_have_no_dots():
    for name in NAMES:
        keys = [request.key for other, request, _ in ALL if other == name]
        assert len(set(keys)) == len(keys)
        assert not any("." in key for key in keys)


def test_both_languages_get_the_same_tasks_and_facts():
    for name in NAMES:
        tasks = {
            language: [
                (r.slice, r.task, r.facts) for other, r, _ in ALL
                if other == name and r.language == language
            ]
            for language in ("en", "zh")
        }  # fmt: skip
        assert tasks["en"] == tasks["zh"]


def test_evidence_names_facts_of_the_request_and_every_answer_has_some():
    for _, request, answer in ALL:
        known = {fact.id for fact in request.facts}
        for turn in answer.turns:
            assert set(turn.evidence) <= known
            assert turn.evidence or turn.role == "user", (request.task, turn)


def test_a_number_is_in_the_text_only_with_its_fact_in_the_evidence():
    for _, request, answer in ALL:
        sizes = {f.id for f in request.facts if f.kind == "size"}
        for turn in answer.turns:
            if re.search(r"\d+ mm", turn.text):
                assert sizes & set(turn.evidence), turn


def test_no_invisible_character_is_left_and_no_space_is_doubled():
    for _, request, answer in ALL:
        for turn in answer.turns:
            assert not re.search(r"[\ue000-\uf8ff]|  |\{|\}|None", turn.text), turn
            assert not re.search(r" [,.;:?!，。；：？！]", turn.text), (request.task, turn)


def english():
    return [t.text for _, r, a in ALL if r.language == "en" for t in a.turns]


def chinese():
    return [t.text for _, r, a in ALL if r.language == "zh" for t in a.turns]


def test_english_articles_agree_with_the_sound_that_follows():
    for text in english():
        assert not re.search(r"\ba (?:[aeio]\w|MR\b|X-ray|FLAIR-|H&E|OCT|FDG|AP\b)", text), text
        assert not re.search(r"\ban (?:[bcdfgjklmnpqrstvwyz]\w|CT|PA|FLAIR|PET|one|uni)", text), (
            text
        )


def test_english_verbs_agree_and_words_are_not_doubled():
    for text in english():
        assert not re.search(r"\b(the|a|an|is|are|of|in|on) \1\b", text, re.I), text
        assert not re.search(r"\b(?:an?|one) \w+s (?:are|is)\b(?<!drusen)", text), text
        assert not re.search(r"\b(?:two|three) (?:(?!\band\b)[\w ])*[^s] are\b", text), text


def test_english_sentences_begin_with_a_capital():
    for text in english():
        assert text[0].isupper() or text[0].isdigit() or text[0] == "<", text


def test_chinese_has_full_width_punctuation_and_no_translationese():
    for text in chinese():
        bare = re.sub(r"<box>.*?</box>|</?ref>|[A-H]\. ?|\[\[.*?\]\]", "", text)
        assert not re.search(r"[\u4e00-\u9fff][,;:?!]|[,;:?!][\u4e00-\u9fff]", bare), text
        assert not re.search("被|了|着|您|具有|进行|一个的|的的|可见可见", bare), text
        assert "约约" not in text
        assert not re.search(r"约[^，。]*左右", bare), text


def test_chinese_sentences_end_with_a_stop():
    for _, request, answer in ALL:
        if request.language == "zh" and request.subset in ("caption", "instruct"):
            for turn in answer.turns:
                assert re.search(r"[。？]$", turn.text), turn


def test_chinese_measure_words_follow_their_nouns():
    text = "".join(chinese())
    for right in ("微血管瘤 2 个", "2 个微血管瘤", "两个微血管瘤"):
        assert right in text
    assert not re.search("枚微血管瘤|个硬性渗出|条细胞", text)


def test_a_box_caption_begins_with_this_region():
    for _, request, answer in ALL:
        if request.task == "caption-box":
            text = answer.turns[-1].text
            assert text.startswith(("This region", "该区域", "此区域", "框内区域")), text
            assert "<box> [[" in answer.turns[0].text


def test_sentences_are_short_enough_to_read():
    for _, request, answer in ALL:
        for turn in answer.turns:
            marks = r"[.;]\s" if request.language == "en" else "[。；]"
            for part in re.split(marks, re.sub(r"<box>.*?</box>", "", turn.text)):
                size = len(part.split()) if request.language == "en" else len(part)
                assert size <= (45 if request.language == "en" else 75), part


def test_the_instruction_to_a_model_holds_every_fact_it_may_use():
    prompts = load_prompts(block="ask")
    for _, request, _ in ALL[::7]:
        text = prompts.render(
            request.prompt, request.language, "ask", request.seed, values_of(request)
        )
        assert all(f"- {fact.id} " in text for fact in request.facts)
        assert "JSON" in text
        assert ("用中文" in text) == (request.language == "zh")


# --- texts of the source ------------------------------------------------------------------------


def said(src, *notes, width=512, language=None):
    slice = a_slice(1, width=width, height=width)
    case, prompts = a_case(*notes), load_prompts()
    slice = bind(src, case, slice)
    found = [
        (r, answer_offline(r, slice, prompts))
        for r in ask(src, case, slice, AskConfig(), prompts)
        if r.task.startswith(("source", "caption-source"))
    ]
    return [(r.subset, r.language, [t.text for t in a.turns]) for r, a in found
            if language in (None, r.language)]  # fmt: skip


def test_a_question_of_the_source_keeps_its_words_and_its_language():
    src = source(modality="CT", labels=[QA("{q}", answer="{a}", language="{l}")])
    notes = (
        Annotation(part=0, kind="qa", values=(
            ("question", "Is the liver  normal?"), ("answer", "Yes"), ("language", "en"))),
        Annotation(part=0, kind="qa", values=(
            ("question", "肝脏在图中哪一侧？"), ("answer", "左侧"), ("language", "zh"))),
    )  # fmt: skip
    assert said(src, *notes) == [
        ("percept", "en", ["Is the liver normal?", "Yes"]),
        ("percept", "zh", ["肝脏在图中哪一侧？", "左侧"]),
    ]


def test_a_choice_question_of_a_text_source_gets_letters():
    src = source(labels=[QA("{q}", index="{i}", base=1, choices=("{a}", "{b}"))])
    note = Annotation(part=0, kind="qa", values=(
        ("question", "Which drug?"), ("index", "2"), ("choice0", "A. aspirin"),
        ("choice1", "B. heparin"), ("explanation", "It acts at once.")))  # fmt: skip
    assert said(src, note, width=0) == [
        ("text-single", "en",
         ["Which drug?\nA. aspirin\nB. heparin", "B. heparin\n\nIt acts at once."]),
    ]  # fmt: skip


def test_a_dialogue_begins_with_the_user_and_ends_with_the_assistant():
    turns = (
        '[{"role": "assistant", "text": "hello"}, {"role": "user", "text": "I cough."},'
        ' {"role": "user", "text": "Since Monday."}, {"role": "assistant", "text": "Any fever?"},'
        ' {"role": "user", "text": "No."}, {"role": "assistant", "text": "Then rest."},'
        ' {"role": "user", "text": "Thanks"}]'
    )
    src = source(labels=[Dialogue("{d}")])
    note = Annotation(part=0, kind="dialogue", values=(("turns", turns),))
    assert said(src, note, width=0) == [
        ("text-multi", "en", ["I cough.\nSince Monday.", "Any fever?", "No.", "Then rest."])
    ]


def test_a_report_and_a_caption_become_captions():
    report = source(modality="X-Ray", labels=[Report(sections={"findings": "{f}"})])
    note = Annotation(part=0, kind="report", values=(
        ("findings", "Clear lungs.\r\n\r\n\r\nNormal heart."),
        ("impression", "Normal.")))  # fmt: skip
    caption, question = said(report, note)
    assert caption[:2] == ("caption", "en")
    assert caption[2][1] == "Findings: Clear lungs.\n\nNormal heart.\nImpression: Normal."
    assert question[:2] == ("instruct", "en")
    assert question[2][1] == "Normal."
    caption = source(modality="Pathology", labels=[Caption("{c}")])
    note = Annotation(part=0, kind="caption", values=(("text", "<image>A gland."),))
    assert said(caption, note)[0][2][1] == "A gland."


@pytest.mark.parametrize(
    ("values", "rule"),
    [
        ((("letter", "E"), ("choice0", "x"), ("choice1", "y")), "letter-without-choice"),
        ((("letter", "-1"), ("choice0", "x"), ("choice1", "y")), "no-answer"),
        ((("answer", "z"), ("choice0", "x"), ("choice1", "y")), "answer-without-choice"),
        ((("letter", "A"), ("choice0", "x"), ("choice1", "x")), "same-choices"),
        ((("answer", "Thanks for your question."),), "no-answer"),
        ((), "no-answer"),
    ],
)
def test_a_question_that_cannot_be_asked_is_refused_with_its_rule(values, rule):
    src = source(labels=[QA("{q}", letter="{l}", choices=("{a}", "{b}"))])
    note = Annotation(part=0, kind="qa", values=(("question", "Which?"), *values))
    assert said(src, note, width=0) == []
    (refused,) = unasked(src, a_case(note), a_slice(1, width=0, height=0))
    assert (refused.kind, refused.rule) == ("policy", rule)


def test_a_dialogue_of_one_side_and_a_caption_of_residue_are_refused():
    src = source(modality="Pathology", labels=[Dialogue("{d}"), Caption("{c}")])
    alone = Annotation(part=0, kind="dialogue", values=(
        ("turns", '[{"role": "assistant", "text": "Then rest."}]'),))  # fmt: skip
    residue = Annotation(part=1, kind="caption", values=(("text", "See www.example.org"),))
    rules = [e.rule for e in unasked(src, a_case(alone, residue), a_slice(1))]
    assert rules == ["no-dialogue", "no-text"]


@pytest.mark.parametrize(
    ("text", "kept", "taken"),
    [
        ("Thanks for your question on Chat Doctor. It may be measles.", "It may be measles.",
         ("template",)),
        ("Hi. A pulse of 55 is normal. Hope this helps. Take care.", "A pulse of 55 is normal.",
         ("template",)),
        ("Drink water. See https://example.org for more.\nRegards, Dr. Smith", "Drink water.",
         ("link", "template")),
        ("您好！建议多喝水。祝您早日康复！", "建议多喝水。", ("template",)),
        ("<p>Take <b>two</b> tablets &amp; rest.</p>", "Take two tablets & rest.", ("markup",)),
        ("Is 3 < 5 and 7 > 2?  Yes.", "Is 3 < 5 and 7 > 2? Yes.", ()),
        ("Hello doctor, I cough. Should I worry?", "Hello doctor, I cough. Should I worry?", ()),
        ("化疗后白细胞2.1，怎么办？", "化疗后白细胞2.1，怎么办？", ()),
    ],
)  # fmt: skip
def test_what_a_platform_leaves_in_its_answers_is_taken_out_and_named(text, kept, taken):
    assert without_leftovers(text) == (kept, taken)


def test_a_cleaned_text_keeps_the_sources_own_words_as_a_fact():
    src = source(labels=[QA("{q}", answer="{a}")])
    raw = "Thanks for your question. Rest."
    note = Annotation(part=0, kind="qa", values=(("question", "Which?"), ("answer", raw)))
    (request,) = ask(src, a_case(note), a_slice(1, width=0, height=0), AskConfig(), load_prompts())
    kinds = {f.kind: f.value for f in request.facts}
    assert kinds["answer"] == raw
    assert kinds["cleaned"] == "template"
    assert dict(request.slots)["answer"] == "Rest."
