from collections import Counter

from gmai_data import vocabulary
from gmai_data.config import AskConfig
from gmai_data.review import review
from gmai_data.schema import Sample
from gmai_data.words import distractors
from gmai_data.words.distractors import (
    KIND_OF_TERM,
    LETTERS,
    is_general,
    lettered,
    rank,
    region_pool,
    terms_for,
)
from gmai_data.words.questions import _within
from tests.variety import balance, texts
from tests.words_cases import PATTERNS, answered

KNOWN = vocabulary.load()


def test_rank_is_a_permutation_that_depends_on_the_salt_and_not_on_the_order():
    names = ["a", "b", "c", "d", "e"]
    assert sorted(rank(names, 1)) == names
    assert rank(names, 7) == rank(reversed(names), 7)
    assert len({tuple(rank(names, salt)) for salt in range(50)}) > 30


def test_a_new_candidate_changes_only_the_questions_it_wins():
    names = [f"t{i}" for i in range(30)]
    changed = 0
    for salt in range(300):
        before = rank(names, salt)[:3]
        after = rank([*names, "new"], salt)[:3]
        assert after == before or "new" in after
        changed += after != before
    assert 0 < changed < 60  # 3/31 of 300 is 29


def test_a_distractor_is_never_true_nor_above_below_or_beside_a_true_term_in_its_line():
    pool = [t.term for t in KNOWN.terms.values()]
    true = ["kidney tumour", "kidney", "liver"]
    for salt in range(200):
        wrong = terms_for("kidney tumour", true, pool, salt, 4)
        assert len(wrong) == 4
        for name in wrong:
            assert not any(KNOWN.related(name, other) for other in true), name
        assert not any(
            KNOWN.related(a, b) for i, a in enumerate(wrong) for b in wrong[i + 1 :]
        )  # fmt: skip


def test_a_distractor_is_of_the_kind_of_the_answer():
    pool = ("spleen", "chest", "aorta", "liver cyst", "benign", "neutrophil", "stroma", "grasper")
    for salt in range(50):
        for name in terms_for("liver", ["liver"], pool, salt):
            assert KNOWN.lookup(name).kind in ("organ", "region", "structure")


def test_a_term_with_more_special_terms_is_general():
    assert is_general("lesion")
    assert is_general("tumour")
    assert is_general("abdominal lesion")  # a liver lesion is one
    assert not is_general("kidney stone")


def test_letters_are_balanced_and_the_right_option_stands_behind_its_letter():
    letters = Counter()
    for seed in range(4000):
        options, letter = lettered("right", ["x", "y", "z"], seed * 7919)
        assert sorted(options) == ["right", "x", "y", "z"]
        assert options[LETTERS.index(letter)] == "right"
        letters[letter] += 1
    assert min(letters.values()) > 900


def test_letters_of_real_questions_are_balanced_and_options_exclude_what_is_in_the_image():
    letters, total = Counter(), 0
    for name in ("organs-ct", "blood-boxes", "dermoscopy-class"):
        for slice, request, answer in answered(name, range(120)):
            if request.task != "percept-choice":
                continue
            slots = dict(request.slots)
            if slots["kind"] not in ("modality", "plane"):
                present = {KNOWN.lookup(label.name).base or label.name for label in slice.labels}
                english = [KNOWN.get(v) for k, v in request.slots if k.startswith("choice")]
                wrong = [t.term for t in english if t is not None and t.term in present]
                assert len(wrong) <= 1
            if len([k for k in slots if k.startswith("choice")]) == 4:
                letters[slots["letter"]] += 1
                total += 1
            assert isinstance(
                review(PATTERNS[name].source, PATTERNS[name].case, slice, request, answer), Sample
            )
    assert total > 300
    assert max(letters.values()) / total < 0.32
    assert min(letters.values()) / total > 0.18


def test_closed_lists_hold_terms_of_one_kind_of_which_none_is_another():
    for (modality, kind), names in distractors._REGIONS.items():
        assert len(set(names)) == len(names)
        for name in names:
            term = KNOWN.terms[name]  # canonical, without a side
            assert KIND_OF_TERM[term.kind] == kind, (modality, name)
            assert not any(KNOWN.related(name, other) for other in names if other != name), name
    assert region_pool("CT", "phase") == ()


def test_wrong_options_lie_in_the_part_of_the_body_of_the_right_one_where_there_are_enough():
    assert set(region_pool("MR", "finding", "multiple sclerosis lesion")) == {
        "brain tumour", "multiple sclerosis lesion", "infarct",
    }  # fmt: skip
    assert "left ventricle" not in region_pool("MR", "organ", "prostate")
    everything = region_pool("Ultrasound", "finding")
    assert region_pool("Ultrasound", "finding", "thyroid nodule") == everything


def test_every_name_that_lies_beside_others_is_on_a_closed_list():
    known = {name for names in distractors._REGIONS.values() for name in names}
    assert all(group <= known for group in distractors._TOGETHER)


def test_a_thing_and_what_holds_it_are_not_compared_in_size():
    assert _within("[[0.20, 0.20, 0.40, 0.40]]", "[[0.10, 0.10, 0.50, 0.40]]")
    assert not _within("[[0.20, 0.20, 0.60, 0.40]]", "[[0.10, 0.10, 0.50, 0.40]]")
    for text in texts("kidney-ct", range(150), AskConfig(subsets=("percept",), questions=30)):
        if text.request.task == "percept-size":
            boxes = [f.value for f in text.request.facts if f.kind == "box"]
            assert not any(_within(a, b) for a in boxes for b in boxes if a != b)


def test_an_organ_is_never_asked_for_by_yes_and_no_because_it_is_never_denied():
    for name in ("kidney-ct", "organs-ct"):
        for text in texts(name, range(80), AskConfig(subsets=("percept",), questions=30)):
            if text.request.task == "percept-presence":
                about = dict(text.request.slots)["about"]
                assert next(f.kind for f in text.request.facts if f.id == about) != "organ"


def test_letters_lengths_and_sides_of_varied_questions_are_balanced():
    found = [
        text for name in ("kidney-ct", "organs-ct", "dermoscopy-class")
        for text in texts(name, range(200), AskConfig(subsets=("percept",), questions=30))
    ]  # fmt: skip
    rows = {(kind, value): (n, share) for kind, value, n, share in balance(found)}
    for (kind, value), (n, share) in rows.items():
        if kind.startswith("letter") and n > 50:
            options = int(kind[-1])
            total = sum(m for (k, _), (m, _) in rows.items() if k == kind)
            slack = 4 * (1 / options * (1 - 1 / options) / total) ** 0.5
            assert abs(share - 1 / options) <= slack, (kind, value, share)
    assert 0.35 <= rows["side", "left"][1] <= 0.65


def test_every_option_stands_on_a_line_of_its_own():
    for text in texts("kidney-ct", range(20), AskConfig(subsets=("percept",), questions=30)):
        options = [v for k, v in text.request.slots if k.startswith("choice")]
        if options:
            lines = text.question.split("\n")
            assert len(lines) == len(options) + 1
            assert [line[:3] for line in lines[1:]] == [f"{c}. " for c in LETTERS[: len(options)]]
