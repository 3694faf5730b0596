"""Keys, subjects and splits: equal everywhere, for declared identity alone."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gmai_data import NO_SUBJECT, Files, Source
from gmai_data.canonical import digest
from gmai_data.declare import First
from gmai_data.errors import UsageError
from gmai_data.grammar.identity import (
    case_key,
    sample_key,
    secret_id,
    slice_hash,
    split_of,
    subject_hmac,
    text_digest,
)
from gmai_data.grammar.names import UnknownLabelError, bind_name, find_key, name_keys


def source(**words: Any) -> Source:
    given_ = {"cases": Files("{p}.png"), "subject": NO_SUBJECT, **words}
    return Source(
        name="toy", title="Toy", version="1.0.0", homepage="h", license="MIT", access="open",
        evidence=("e",), verified="memory", **given_,
    )  # fmt: skip


@given(st.lists(st.text(st.characters(blacklist_categories=["Cs"])) | st.integers(-9, 9)))
def test_fast_digest_is_the_canonical_one(value: list[Any]) -> None:
    assert text_digest("d", value) == digest("d", value)


def test_keys_are_16_hex_and_depend_on_every_field_of_the_identity() -> None:
    keys = {
        case_key("a", (("p", "1"),)), case_key("b", (("p", "1"),)), case_key("a", (("q", "1"),)),
        case_key("a", (("p", "2"),)), case_key("a", (("p", "1"),), "part"),
    }  # fmt: skip
    assert len(keys) == 5
    assert all(len(k) == 16 and int(k, 16) >= 0 for k in keys)
    assert case_key("a", (("p", "é"),)) == case_key("a", (("p", "e\u0301"),))


def test_slice_hash_and_sample_key_have_no_dots() -> None:
    key = sample_key("toy", slice_hash("ab", "axial", 3, "1.2.3"), "caption", "en", 0)
    assert key.startswith("toy-")
    assert "." not in key
    assert slice_hash("ab", "axial", 3) != slice_hash("ab", "axial", 4)


def test_public_subjects_ignore_the_secret_and_private_ones_need_it() -> None:
    public, private = source(), source(identity="private")
    assert subject_hmac(public, "p1") == subject_hmac(public, "p1", b"s")
    assert subject_hmac(private, "p1", b"s") != subject_hmac(private, "p1", b"t")
    assert subject_hmac(private, "p1", b"s") != subject_hmac(public, "p1", b"s")
    with pytest.raises(UsageError, match="GMAI_DATA_SECRET"):
        subject_hmac(private, "p1")
    assert secret_id(b"") == ""
    assert len(secret_id(b"s")) == 8


def test_hash_split_follows_the_ratios_and_nothing_else() -> None:
    drawn = [split_of(0, "toy", str(i), (0.8, 0.1, 0.1)) for i in range(4000)]
    assert abs(drawn.count("train") / 4000 - 0.8) < 0.03
    assert abs(drawn.count("test") / 4000 - 0.1) < 0.02
    assert drawn == [split_of(0, "toy", str(i), (0.8, 0.1, 0.1)) for i in range(4000)]
    assert {split_of(0, "toy", str(i), (1.0, 0.0, 0.0)) for i in range(50)} == {"train"}
    assert {split_of(0, "toy", str(i), (0.0, 0.0, 1.0)) for i in range(50)} == {"test"}


def test_names_bind_text_numbers_ranges_patterns_and_missing() -> None:
    import re

    names = {1: "one", range(55, 71): "liver", re.compile("tumou?r.*"): "tumour", "x": None,
             None: "nothing"}  # fmt: skip
    assert name_keys(names) == ("1", "55-70", "/tumou?r.*/", "x", "")
    assert bind_name(names, "1") == bind_name(names, "01") == bind_name(names, "1.0") == "one"
    assert bind_name(names, "70") == "liver"
    assert bind_name(names, "tumor 2") == "tumour"
    assert bind_name(names, "x") is None
    assert bind_name(names, "") == "nothing"
    assert all(find_key(names, key) == key for key in name_keys(names))
    with pytest.raises(UnknownLabelError) as error:
        bind_name(names, "71")
    assert error.value.rule == "unknown-label"


def test_names_may_be_a_list_and_a_fixed_name_needs_none() -> None:
    assert bind_name(["liver", None], "0") == "liver"
    assert bind_name(["liver", None], "1") is None
    assert bind_name(None, "anything", "polyp") == "polyp"
    assert isinstance(First("a", "b").options, tuple)
