from collections import Counter

import pytest

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
    nearby,
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
    for (modality, kind), rows in distractors._REGIONS.items():
        for names in rows:
            assert len(set(names)) == len(names)
            for name in names:
                term = KNOWN.terms[name]  # canonical, without a side
                assert KIND_OF_TERM[term.kind] == kind, (modality, name)
                assert not any(KNOWN.related(name, other) for other in names if other != name), name
    assert region_pool("CT", "phase", "preparation") == ()


def test_wrong_options_lie_in_the_part_of_the_body_of_the_right_one_where_there_are_enough():
    assert set(region_pool("MR", "finding", "multiple sclerosis lesion")) == {
        "brain tumour", "multiple sclerosis lesion", "infarct",
    }  # fmt: skip
    assert "left ventricle" not in region_pool("MR", "organ", "prostate")
    assert "breast mass" in region_pool("Ultrasound", "finding", "thyroid nodule")


@pytest.mark.parametrize("name", ["hippocampus", "cerebellum"])
def test_no_patella_stands_beside_a_part_of_the_brain(name):
    beside = region_pool("MR", "organ", name)
    assert len(beside) > 3
    assert all("brain" in KNOWN.ancestors(other) for other in beside)
    assert "heart" in region_pool("CT", "organ", "aorta", ("trachea", "oesophagus"))
    assert "liver" not in region_pool("CT", "organ", "aorta", ("trachea", "oesophagus"))
    assert region_pool("X-Ray", "organ", "mandible") == ()  # nothing like it is on the list


def test_every_name_of_the_lists_is_a_term():
    names = {*distractors.EVERYWHERE, *distractors._PLACED, *distractors._PLACED.values()}
    for name, others in distractors._BOTH_TRUE.items():
        names |= {name, *others}
    assert sorted(name for name in names if name not in KNOWN.terms) == []


WHOLE_BODY = (
    "brain", "skull", "thyroid gland", "heart", "trachea", "oesophagus", "lung upper lobe",
    "right middle lobe", "right lower lobe", "second rib", "eighth rib", "first rib", "liver",
    "spleen", "kidney", "urinary bladder", "aorta", "portal vein", "femur", "patella", "tibia",
    "gluteus maximus", "muscle", "L1 vertebra", "L2 vertebra", "L5 vertebra",
)  # fmt: skip


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("lung upper lobe", {"right middle lobe", "right lower lobe"}),  # of one lung, no ribs
        ("liver", {"spleen", "kidney"}),
        ("first rib", {"second rib", "eighth rib"}),
        ("L1 vertebra", {"L2 vertebra", "L5 vertebra"}),
        ("femur", {"patella", "tibia"}),
        ("brain", {"skull", "thyroid gland"}),  # too few in the head: the neck is beside it
    ],
)
def test_of_a_whole_body_the_wrong_options_lie_where_the_right_one_does(name, expected):
    assert set(nearby(name, WHOLE_BODY)) == expected


def test_a_vessel_has_no_part_of_the_body_and_every_structure_is_its_rival():
    assert set(nearby("aorta", WHOLE_BODY)) >= {"heart", "liver", "portal vein"}


def test_what_is_everywhere_is_no_option():
    assert all("muscle" not in nearby(name, WHOLE_BODY) for name in ("aorta", "liver", "femur"))


@pytest.mark.parametrize(
    ("correct", "other"),
    [
        ("lung", "costophrenic angle"), ("hand", "wrist"), ("fetal head", "uterus"),
        ("pleural effusion", "atelectasis"), ("ulcer", "erosion"),
    ],
)  # fmt: skip
def test_what_comes_with_the_right_answer_is_no_wrong_option(correct, other):
    assert terms_for(correct, (), (other,), 1) == ()
    assert terms_for(other, (), (correct,), 1) == ()


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
