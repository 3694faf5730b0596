import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gmai_data.read.choose import choose, is_blank


def pick(count, areas, **options):
    given_ = {"budget": 8, "label_free": 2, "min_area": 5, "seed": "case/axial", **options}
    return choose(count, areas, **given_)


def bump(count, middle, width, height):
    return [max(0, height - abs(i - middle) * height // width) for i in range(count)]


def test_every_label_is_shown_at_its_largest_area():
    areas = {"a": bump(100, 20, 10, 400), "b": bump(100, 50, 10, 300), "c": bump(100, 80, 5, 90)}
    chosen = pick(100, areas)
    for row in areas.values():
        assert max(row[i] for i in chosen) >= 0.9 * max(row)
    assert len(chosen) == 8


def test_some_slices_are_free_of_labels():
    areas = {"a": bump(100, 20, 10, 400)}
    assert sum(areas["a"][i] == 0 for i in pick(100, areas)) == 2


def test_without_labels_the_budget_is_spread_over_the_volume():
    chosen = pick(80, {})
    assert len(chosen) == 8
    assert [i // 10 for i in chosen] == list(range(8))


def test_a_tiny_mask_does_not_choose_a_slice():
    areas = {"speck": [0] * 50 + [3] + [0] * 49, "organ": bump(100, 20, 10, 400)}
    assert 50 not in pick(100, areas, label_free=0)


def test_blank_slices_are_never_kept():
    chosen = pick(40, {}, usable=lambda i: i >= 20)
    assert chosen
    assert min(chosen) >= 20
    assert pick(40, {}, budget=0, usable=lambda i: i % 2 == 0) == list(range(0, 40, 2))


def test_a_budget_of_zero_keeps_all():
    assert pick(12, {}, budget=0) == list(range(12))


@given(st.integers(1, 60), st.integers(1, 12), st.integers(0, 5), st.text(max_size=5))
@settings(max_examples=60, deadline=None)
def test_the_choice_is_within_budget_unique_and_repeatable(count, budget, labels, seed):
    areas = {str(k): bump(count, (7 * k) % count, 4, 100) for k in range(labels)}
    chosen = pick(count, areas, budget=budget, seed=seed)
    assert len(chosen) <= max(budget, 1 + 2)
    assert chosen == sorted(set(chosen))
    assert all(0 <= i < count for i in chosen)
    assert chosen == pick(count, dict(reversed(areas.items())), budget=budget, seed=seed)


@pytest.mark.parametrize(
    ("picture", "blank"),
    [
        (np.zeros((64, 64), np.uint8), True),
        (np.full((64, 64), 200, np.uint8), True),
        (np.random.default_rng(0).integers(0, 255, (64, 64)).astype(np.uint8), False),
        (np.pad(np.full((4, 4), 255, np.uint8), 30), True),
        (np.pad(np.full((20, 20), 255, np.uint8), 30), False),
    ],
)
def test_a_picture_is_blank_when_it_is_one_grey(picture, blank):
    assert is_blank(picture) is blank
