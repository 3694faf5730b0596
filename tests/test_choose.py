from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gmai_data import NO_SUBJECT, Files, Mask
from gmai_data.arrow import from_table
from gmai_data.config import Config, ReadConfig
from gmai_data.listing import list_root
from gmai_data.read import read_case
from gmai_data.read.choose import choose, is_blank
from gmai_data.roots import Root
from gmai_data.scan import scan
from gmai_data.schema import Case
from gmai_data.testing import fake_nifti, noise
from tests.read_cases import source_of


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
    assert len(chosen) <= budget
    assert chosen == sorted(set(chosen))
    assert all(0 <= i < count for i in chosen)
    assert chosen == pick(count, dict(reversed(areas.items())), budget=budget, seed=seed)


@given(
    st.lists(st.lists(st.integers(0, 400), min_size=30, max_size=30), max_size=5),
    st.sets(st.integers(0, 29), max_size=8),
    st.integers(7, 12),
)
@settings(max_examples=80, deadline=None)
def test_every_label_of_some_size_is_chosen_near_its_largest_and_free_slices_are_kept(
    rows: list[list[int]], blank: set[int], budget: int
) -> None:
    areas = {str(n): [0 if i < 4 else a for i, a in enumerate(row)] for n, row in enumerate(rows)}
    chosen = pick(30, areas, budget=budget, usable=lambda i: i not in blank)
    assert not blank & set(chosen)
    assert len(chosen) <= budget
    large = [row for row in areas.values() if max(row) >= 5]
    for row in large:
        if not blank & {i for i, a in enumerate(row) if a >= 0.9 * max(row)}:
            assert max(row[i] for i in chosen) >= 0.9 * max(row)
    total = np.sum(list(areas.values()), axis=0) if areas else np.ones(30)
    free = [i for i in range(30) if large and total[i] == 0]
    assert sum(i in free for i in chosen) >= (2 if len([i for i in free if i not in blank]) > 9
                                              else 0)  # fmt: skip


def chosen_of(folder: Path) -> dict[str, set[tuple[str, int]]]:
    """Slices by file of a folder of volumes with masks."""
    part = Mask("{n}_m.nii.gz", names={1: "liver"}, missing="unknown")
    source = source_of(part, cases=Files("{n:d}.nii.gz"), subject=NO_SUBJECT, modality="MR")
    roots = {source.name: Root(source.name, str(folder))}
    cases = from_table(Case, scan(source, roots, list_root(roots[source.name]), Config()).cases)
    config = ReadConfig(budget=4)
    return {
        case.files[0].path: {
            (p.slice.plane, p.slice.index) for p in read_case(source, case, roots, config)
        }
        for case in cases
    }


def test_a_case_that_is_added_moves_no_other_cases_slices(tmp_path: Path) -> None:
    shape = (20, 20, 24)
    mask = np.zeros(shape, np.uint8)
    mask[5:12, 5:12, 8:14] = 1
    for n in (3, 5, 1):
        fake_nifti(tmp_path / f"{n}.nii.gz", (900 * noise(shape, str(n))).astype(np.int16))
        fake_nifti(tmp_path / f"{n}_m.nii.gz", mask)
    before = chosen_of(tmp_path)
    assert len({frozenset(found) for found in before.values()}) > 1  # each case has its own seed
    for n in (2, 9):
        fake_nifti(tmp_path / f"{n}.nii.gz", (900 * noise(shape, str(n))).astype(np.int16))
    after = chosen_of(tmp_path)
    assert len(after) == 5
    assert {name: after[name] for name in before} == before


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
