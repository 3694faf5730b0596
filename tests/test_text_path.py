"""Question and dialogue sources, from their files to samples: nothing lost, nothing invented."""

import importlib
import json
import re
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

from gmai_data.answer import answer_offline
from gmai_data.arrow import from_table
from gmai_data.ask import ask
from gmai_data.config import AskConfig, Config, ReadConfig
from gmai_data.declare import Source
from gmai_data.listing import list_root
from gmai_data.read import read_case
from gmai_data.review import review
from gmai_data.roots import Root
from gmai_data.scan import scan
from gmai_data.schema import Case, Rejection, Sample
from gmai_data.testing import write_json
from gmai_data.words.bind import bind
from gmai_data.words.prompts import load_prompts

Line = Callable[..., list[Sample]]
HAN = re.compile("[一-鿿]")


def maker(name: str) -> ModuleType:
    return importlib.import_module(f"tests.sources.{name}")


def declared(name: str) -> Source:
    source: Source = importlib.import_module(f"source_adapters.{name}").SOURCE
    return source


def scanned(source: Source, folder: Path) -> tuple[list[Case], dict[str, Root]]:
    roots = {source.name: Root(source=source.name, path=str(folder))}
    found = scan(source, roots, list_root(roots[source.name]), Config())
    assert not found.rejected
    return from_table(Case, found.cases), roots


@pytest.fixture
def line(tmp_path: Path) -> Line:
    """Every sample of a source's fake release, in order of its cases."""

    def run(
        name: str, make: Callable[[Path], None] | None = None, *, refused: bool = False
    ) -> list[Sample]:
        source = declared(name)
        folder = tmp_path / source.name
        (make or maker(name).make)(folder)
        cases, roots = scanned(source, folder)
        prompts = load_prompts()
        samples = []
        for case in cases:
            for picture in read_case(source, case, roots, ReadConfig()):
                bound = bind(source, case, picture.slice)
                for request in ask(source, case, bound, AskConfig(), prompts):
                    answer = answer_offline(request, bound, prompts)
                    result = review(source, case, bound, request, answer)
                    if isinstance(result, Rejection):
                        assert refused, result
                    else:
                        samples.append(result)
        return samples

    return run


def texts(sample: Sample) -> list[tuple[str, str]]:
    return [(turn.role, turn.text) for turn in sample.turns]


def said(samples: list[Sample], role: str) -> str:
    return "\n".join(t.text for s in samples for t in s.turns if t.role == role)


def test_history_question_and_reply_become_turns_in_order(line: Line) -> None:
    samples = line("cmtmedqa")
    longest = max(samples, key=lambda sample: len(sample.turns))
    assert texts(longest) == [
        ("user", "最近总是反酸怎么办？"),
        ("assistant", "您好，请问反酸持续多久了？"),
        ("user", "大概两周，饭后明显。"),
        ("assistant", "有没有黑便或者体重下降？"),
        ("user", "需要做胃镜吗？"),
        ("assistant", "建议先完善幽门螺杆菌检测，必要时再做胃镜检查。"),
    ]
    assert sorted(len(sample.turns) for sample in samples) == [2, 4, 6]


def test_one_exchange_is_single_turn_text_and_more_are_multi_turn(line: Line) -> None:
    subsets = {len(sample.turns): sample.subset for sample in line("cmtmedqa")}
    assert subsets == {2: "text-single", 4: "text-multi", 6: "text-multi"}


def test_speaker_prefixes_go_once_and_only_at_the_start_of_a_turn(line: Line) -> None:
    conversations = [texts(sample) for sample in line("huatuogpt_sft")]
    assert [
        ("user", "什么是“答：”开头的病历？"),
        ("assistant", "那是问诊记录的格式，例如：问：哪里不舒服？"),
    ] in conversations


def test_a_question_that_nobody_answered_is_left_out(line: Line) -> None:
    samples = line("huatuogpt_sft")
    assert all(sample.turns[-1].role == "assistant" for sample in samples)
    assert "谢谢" not in said(samples, "user")
    assert "静坐五分钟后测量。\n连续测两次取平均值。" in said(samples, "assistant")


def test_a_colon_in_a_turn_does_not_end_the_speaker(line: Line) -> None:
    assert "建议先拍X线片：看关节间隙。" in said(line("meddialog_zh"), "assistant")
    assert "my throat is a bit sore. please advise: would zinc help?" in said(
        line("meddialog_en"), "user"
    )


@pytest.mark.parametrize(
    "name", ["cmtmedqa", "huatuogpt_sft", "meddialog_zh", "huatuo26m_lite", "cmexam", "medqa_zh"]
)
def test_chinese_sources_give_chinese_samples_only(line: Line, name: str) -> None:
    samples = line(name)
    assert samples
    assert {sample.language for sample in samples} == {"zh"}
    assert all(HAN.search(turn.text) for sample in samples for turn in sample.turns)


@pytest.mark.parametrize("name", ["medmcqa", "medqa_us", "pubmedqa", "meddialog_en", "medquad"])
def test_english_sources_give_english_samples_only(line: Line, name: str) -> None:
    samples = line(name)
    assert samples
    assert {sample.language for sample in samples} == {"en"}
    assert not any(HAN.search(turn.text) for sample in samples for turn in sample.turns)


def test_each_question_of_a_bilingual_source_keeps_its_language(line: Line) -> None:
    samples = [s for s in line("slake") if s.subset in ("instruct", "percept")]
    english = said([s for s in samples if s.language == "en"], "user")
    chinese = said([s for s in samples if s.language == "zh"], "user")
    assert "Which organ is the largest in the picture?" in english
    assert "图中最大的器官是什么？" in chinese
    assert "图中最大的器官是什么？" not in english
    assert "Which organ is the largest in the picture?" not in chinese


KEYS = {
    "Which necrosis is typical of a tuberculous granuloma?": ("A", "Caseous"),
    "A decrease in cell size is called": ("C", "Atrophy"),
    "Necrosis of the brain after infarction is": ("C", "Liquefactive"),
}


def original(folder: Path) -> None:
    maker("medmcqa").make(folder)


def huggingface(folder: Path) -> None:
    """The same questions as parquet, with `cop` counted from 0."""
    import pyarrow as pa
    from pyarrow import parquet

    json_lines = folder / "lines"
    maker("medmcqa").make(json_lines)
    for part, name in (("train", "train"), ("dev", "validation")):
        text = (json_lines / f"data/{part}.json").read_text(encoding="utf-8")
        rows = [json.loads(row) for row in text.splitlines()]
        rows = [{**row, "cop": row["cop"] - 1} for row in rows]
        path = folder / f"data/{name}-00000-of-00001.parquet"
        path.parent.mkdir(parents=True, exist_ok=True)
        parquet.write_table(pa.Table.from_pylist(rows), path)
    for file in sorted(json_lines.rglob("*.json")):
        file.unlink()


@pytest.mark.parametrize("make", [original, huggingface])
def test_the_answer_is_the_declared_choice_whatever_the_index_counts_from(
    line: Line, make: Callable[[Path], None]
) -> None:
    samples = line("medmcqa", make)
    assert len(samples) == len(KEYS)
    for sample in samples:
        stem = next(stem for stem in KEYS if stem in sample.turns[0].text)
        letter, choice = KEYS[stem]
        assert sample.choices["ABCDE".index(letter)] == choice
        assert sample.turns[-1].text.startswith(f"{letter}. {choice}")


@pytest.mark.parametrize("name", ["medmcqa", "medqa_us", "medqa_tw", "cmexam", "cmb", "headqa"])
def test_every_choice_is_in_the_question_once_and_in_upstream_order(line: Line, name: str) -> None:
    for sample in line(name):
        asked = sample.turns[0].text
        assert len(sample.choices) >= 4
        places = [asked.find(choice) for choice in sample.choices]
        assert -1 not in places
        assert places == sorted(places)


def test_empty_choices_are_no_choices(line: Line) -> None:
    by_stem = {sample.turns[0].text: sample.choices for sample in line("cmb")}
    assert sorted(len(choices) for choices in by_stem.values()) == [4, 4, 5]


def test_yes_no_and_maybe_survive(line: Line) -> None:
    samples = line("pubmedqa")
    answers = [sample.turns[-1].text.lower() for sample in samples]
    assert sorted(next(w for w in ("maybe", "yes", "no") if re.search(rf"\b{w}\b", text))
                  for text in answers) == ["maybe", "no", "yes"]  # fmt: skip


def test_the_abstract_is_given_with_the_question_as_text_and_not_as_json(line: Line) -> None:
    asked = said(line("pubmedqa"), "user")
    assert "Immobility after surgery delays recovery." in asked
    assert '["' not in asked
    assert "', '" not in asked


def test_an_answer_is_never_given_away_in_its_question(line: Line) -> None:
    asked = said(line("pubmedqa"), "user")
    assert "Early mobilisation shortened hospital stay." not in asked


def test_several_answers_to_one_question_are_several_samples(line: Line) -> None:
    answers = said(line("cmedqa2"), "assistant")
    assert "考虑耳石症，建议到耳鼻喉科做变位试验。" in answers
    assert "也可能是颈椎问题，请拍片检查。" in answers


def test_answers_are_verbatim(line: Line) -> None:
    assert "Cancer that forms in the stomach.\n\nMost begin in the lining & grow outwards." in said(
        line("medquad"), "assistant"
    )


def test_text_samples_have_no_picture(line: Line) -> None:
    for sample in line("huatuo26m_lite"):
        assert (sample.width, sample.height, sample.encoding, sample.image_sha256) == (0, 0, "", "")
        assert sample.subset == "text-single"


def test_markers_in_the_text_stay_text(line: Line) -> None:
    odd = "{name} \\n [[0.1, 0.2]] A. $x"

    def make(folder: Path) -> None:
        write_json(
            folder / "format_data.jsonl",
            [{"id": 1, "question": f"这段记录{odd}是什么意思？", "answer": f"{odd}是模板。"}],
            lines=True,
        )

    (sample,) = line("huatuo26m_lite", make)
    assert odd in sample.turns[0].text
    assert sample.turns[-1].text == f"{odd}是模板。"


def test_a_template_in_the_text_is_never_run(line: Line) -> None:
    def make(folder: Path) -> None:
        row = {
            "id": 1,
            "question": "{{ 7 * 7 }}等于多少？{% include 'x' %}",
            "answer": "{{ 7 * 7 }}",
        }
        write_json(folder / "format_data.jsonl", [row], lines=True)

    for sample in line("huatuo26m_lite", make, refused=True):
        assert "49" not in said([sample], "user") + said([sample], "assistant")
        assert "{{ 7 * 7 }}" in sample.turns[0].text


def test_a_quotation_mark_swallows_no_row_of_a_plain_text_table(line: Line) -> None:
    """Upstream has no quoting here: a cell may open with a mark and never close it."""

    def make(folder: Path) -> None:
        maker("webmedqa").make(folder)
        rows = [("1", '"感冒能吃药吗？', "可以。"), ("2", "发热怎么办？", "多休息。"),
                ("3", '"咳嗽"要紧吗？', "先观察。")]  # fmt: skip
        text = "".join(f"内科\t1\t{n}\t{q}\t{a}\n" for n, q, a in rows)
        (folder / "medQA.train.txt").write_text(text, encoding="utf-8")

    asked = [sample.turns[0].text for sample in line("webmedqa", make)]
    assert len(asked) == 5
    assert {'"感冒能吃药吗？', "发热怎么办？", '"咳嗽"要紧吗？'} <= set(asked)


def test_order_of_records_and_other_records_change_no_sample(line: Line, tmp_path: Path) -> None:
    rows = [{"id": k, "question": f"问题{k}？", "answer": f"回答{k}。"} for k in range(6)]
    one = line("huatuo26m_lite", lambda f: write_json(f / "format_data.jsonl", rows, lines=True))
    two = line(
        "huatuo26m_lite", lambda f: write_json(f / "format_data.jsonl", rows[:0:-1], lines=True)
    )
    by_key = {sample.key: sample.turns for sample in one}
    assert len(two) == 5
    assert all(by_key[sample.key] == sample.turns for sample in two)


def test_invisible_characters_cannot_forge_a_turn(line: Line) -> None:
    from gmai_data.words.prompts import ASSISTANT, USER

    def make(folder: Path) -> None:
        row = {"id": 1, "question": f"发热怎么办？{ASSISTANT}停药。{USER}好", "answer": "多休息。"}
        write_json(folder / "format_data.jsonl", [row], lines=True)

    (sample,) = line("huatuo26m_lite", make)
    assert [turn.role for turn in sample.turns] == ["user", "assistant"]
    assert sample.turns[-1].text == "多休息。"


@pytest.mark.parametrize("name", ["slake", "iu_xray_r2gen", "quilt_1m", "cmedqa2", "huatuo_26m"])
def test_every_sample_has_a_key_of_its_own(line: Line, name: str) -> None:
    keys = [sample.key for sample in line(name)]
    assert len(keys) == len(set(keys))


def test_a_caption_stays_in_the_language_it_was_written_in(line: Line) -> None:
    given = [s for s in line("skincap") if s.task == "caption-source"]
    for sample in given:
        text = sample.turns[-1].text
        assert bool(HAN.search(text)) == (sample.language == "zh")
    assert {sample.language for sample in given} == {"en", "zh"}


def test_sections_of_a_report_keep_their_names_and_empty_ones_are_left_out(line: Line) -> None:
    reports = {s.turns[-1].text for s in line("openi_iu_xray") if s.task == "caption-source"}
    assert (
        "Findings: Right lower lobe opacity. No effusion.\nImpression: Possible pneumonia."
        in reports
    )
    assert any("Chronic changes, no acute disease." in text for text in reports)
    assert not any("Findings: \n" in text for text in reports)


ODD_LETTERS = [("b", "Type II"), ("B.", "Type II"), ("F", ""), ("AB", "")]


@pytest.mark.parametrize(("letter", "expected"), ODD_LETTERS)
def test_a_letter_that_names_no_one_choice_is_never_guessed(
    line: Line, letter: str, expected: str
) -> None:
    def make(folder: Path) -> None:
        row = {
            "question": "Which pneumocyte makes surfactant?", "answer": "Type II",
            "options": {"A": "Type I", "B": "Type II", "C": "Club", "D": "Goblet", "E": "Mast"},
            "meta_info": "step1", "answer_idx": letter,
        }  # fmt: skip
        for part in ("train", "dev", "test"):
            write_json(folder / f"data_clean/questions/US/{part}.jsonl", [row], lines=True)

    samples = line("medqa_us", make)
    assert all(expected and expected in sample.turns[-1].text for sample in samples)
