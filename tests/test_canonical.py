import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gmai_data.canonical import canonical, digest, digest_rows, exact, fraction, pretty

values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=6),
    lambda v: st.lists(v, max_size=3) | st.dictionaries(st.text(max_size=4), v, max_size=3),
    max_leaves=8,
)


@given(st.dictionaries(st.text(max_size=4), values, max_size=5))
def test_the_order_of_a_mapping_does_not_matter(value: dict[str, object]) -> None:
    assert canonical(dict(reversed(value.items()))) == canonical(value)


@given(st.lists(st.tuples(st.text(max_size=5), st.text(max_size=5)), max_size=6))
def test_the_order_of_rows_does_not_matter(rows: list[tuple[str, str]]) -> None:
    assert digest_rows("d", reversed(rows)) == digest_rows("d", rows)


def test_neighbouring_fields_cannot_be_confused() -> None:
    assert digest_rows("d", [("a", "bc")]) != digest_rows("d", [("ab", "c")])
    assert digest("x", "y") != digest("xy", "")


def test_composed_and_decomposed_letters_are_one_text() -> None:
    assert digest("d", "Kyste rénal") == digest("d", "Kyste re\u0301nal")


@pytest.mark.parametrize("value", [1.5, math.nan, {1, 2}, b"x"])
def test_values_without_one_text_form_are_refused(value: object) -> None:
    with pytest.raises(TypeError):
        canonical({"x": value})


def test_exact_keeps_floats_apart_that_print_alike() -> None:
    assert digest("d", exact(0.1 + 0.2)) != digest("d", exact(0.3))


@given(st.text())
def test_fractions_lie_in_the_unit_interval(value: str) -> None:
    assert 0 <= fraction("split", value) < 1


def test_fractions_spread_evenly() -> None:
    drawn = [fraction("split", i) for i in range(4000)]
    assert abs(sum(drawn) / 4000 - 0.5) < 0.02
    assert abs(sum(d < 0.05 for d in drawn) / 4000 - 0.05) < 0.015


def test_pretty_ends_with_one_newline_and_sorts() -> None:
    assert pretty({"b": 1, "a": "é"}) == '{\n  "a": "é",\n  "b": 1\n}\n'
