from collections import Counter

from gmai_data import vocabulary
from gmai_data.review import review
from gmai_data.schema import Sample
from gmai_data.words.distractors import LETTERS, is_general, lettered, rank, terms_for
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
