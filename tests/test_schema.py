import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gmai_data import schema
from gmai_data.arrow import arrow_schema, from_table, to_table
from gmai_data.schema import Case, CaseFile, Label, Request, Sample, Slice, Turn

TYPES = [c for c in vars(schema).values() if dataclasses.is_dataclass(c)]
text = st.text(max_size=8)
labels = st.builds(
    Label,
    kind=st.just("mask"),
    raw=text,
    box=st.none() | st.tuples(*[st.floats(0, 4096)] * 4),
    share=st.none() | st.floats(0, 1),
    attrs=st.lists(st.tuples(text, text), max_size=2).map(tuple),
)
slices = st.builds(
    Slice,
    hash=text,
    case=text,
    source=text,
    anatomy=st.lists(text, max_size=2).map(tuple),
    spacing_mm=st.none() | st.tuples(st.floats(0.01, 10), st.floats(0.01, 10)),
    labels=st.lists(labels, max_size=3).map(tuple),
)


@given(st.lists(slices, max_size=4))
def test_slices_survive_the_table_unchanged(values: list[Slice]) -> None:
    assert list(from_table(Slice, to_table(Slice, values))) == values


@pytest.mark.parametrize("cls", TYPES)
def test_every_type_is_frozen_slotted_and_has_a_table(cls: type) -> None:
    assert cls.__dataclass_params__.frozen
    assert "__dict__" not in dir(cls)
    assert arrow_schema(cls).names == [f.name for f in dataclasses.fields(cls)]


def test_a_row_written_before_a_field_existed_reads_with_its_default() -> None:
    table = to_table(Sample, [_sample()]).drop_columns(["attempt"])
    assert from_table(Sample, table) == [_sample()]


def test_nested_values_keep_their_order_and_type() -> None:
    case = Case(
        key="k",
        source="s",
        files=(CaseFile(role="T1w", path="b"), CaseFile(role="FLAIR", path="a")),
        fields=(("z", "1"), ("a", "2")),
    )
    assert from_table(Case, to_table(Case, [case])) == [case]
    assert arrow_schema(Request).field("facts").type.value_type.num_fields == 6


def _sample() -> Sample:
    turn = Turn(role="user", text="?", evidence=("f1",))
    return Sample(
        key="k", source="s", subset="percept", task="t", language="en", turns=(turn,),
        facts=(), slice="h", case="c",
    )  # fmt: skip
