import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import array_shapes, arrays

from gmai_data.declare import Mask
from gmai_data.errors import RejectedItem
from gmai_data.read.masks import (
    box_of,
    decode_rle,
    decode_source_rle,
    encode_rle,
    fill_polygons,
    pieces,
    resize_mask,
)
from gmai_data.read.values import colour_keys, group_values

masks = arrays(bool, array_shapes(min_dims=2, max_dims=2, min_side=1, max_side=24))


@given(masks)
@settings(max_examples=200, deadline=None)
def test_run_lengths_decode_to_the_mask_they_were_made_of(mask):
    assert np.array_equal(decode_rle(encode_rle(mask), *mask.shape), mask)


def test_run_lengths_start_with_background_and_run_along_rows():
    assert encode_rle(np.array([[False, True, True], [True, False, False]])) == "1 3 2"
    assert encode_rle(np.array([[True, False]])) == "0 1 1"
    assert encode_rle(np.zeros((2, 2), bool)) == "4"


@pytest.mark.parametrize("text", ["3", "1 2 3 4", "-1 7", "a b", "", "99999999999999999999"])
def test_run_lengths_that_do_not_fill_the_picture_are_refused(text):
    with pytest.raises(RejectedItem, match="rle"):
        decode_rle(text, 2, 3)


def test_kaggle_run_lengths_count_down_columns_from_one():
    mask = decode_source_rle("1 2 5 1", 3, 2)  # pixels 1, 2 and 5 of a 3 x 2 picture
    assert mask.tolist() == [[True, False], [True, True], [False, False]]
    by_row = decode_source_rle("0 2 5 1", 2, 3, order="row", base=0)
    assert by_row.tolist() == [[True, True, False], [False, False, True]]


@pytest.mark.parametrize("text", ["", "-1", "nan", "  "])
def test_kaggle_blank_means_an_empty_mask(text):
    assert not decode_source_rle(text, 4, 4).any()


@pytest.mark.parametrize("text", ["1 2 3", "15 9", "0 1", "x 1"])
def test_kaggle_run_lengths_outside_the_picture_are_refused(text):
    with pytest.raises(RejectedItem, match="rle"):
        decode_source_rle(text, 4, 4)


def test_a_polygon_covers_the_pixels_whose_centres_it_holds():
    square = [(1.0, 1.0), (4.0, 1.0), (4.0, 3.0), (1.0, 3.0)]
    assert box_of(fill_polygons([square], 6, 6)) == (1, 1, 4, 3)
    assert fill_polygons([square], 6, 6).sum() == 6


def test_a_ring_of_two_contours_and_a_keyhole_contour_have_the_same_area():
    outer = [(2, 2), (98, 2), (98, 98), (2, 98)]
    inner = [(30, 30), (70, 30), (70, 70), (30, 70)]
    ring = fill_polygons([outer, inner], 100, 100)
    keyhole = [(2, 2), (98, 2), (98, 98), (2, 98), (2, 30), (30, 30), (30, 70), (70, 70), (70, 30),
               (30, 30), (2, 30)]  # fmt: skip
    hole = fill_polygons([keyhole], 100, 100)
    assert ring.sum() == 96 * 96 - 40 * 40
    assert abs(int(hole.sum()) - int(ring.sum())) <= 0.01 * ring.sum()
    assert not ring[50, 50]
    assert not hole[50, 50]


def test_diagonal_pixels_are_one_piece():
    assert pieces(np.eye(4, dtype=bool))[1] == [4]


@given(masks, st.integers(1, 30), st.integers(1, 30))
@settings(max_examples=100, deadline=None)
def test_resizing_never_loses_an_object_or_makes_one(mask, width, height):
    assert resize_mask(mask, width, height).any() == mask.any()


def test_box_edges_are_exclusive():
    mask = np.zeros((5, 7), bool)
    mask[1:3, 2:6] = True
    assert box_of(mask) == (2, 1, 6, 3)
    assert box_of(np.zeros((5, 7), bool)) is None


def test_what_is_ignored_belongs_to_the_structures_that_include_it():
    part = Mask("m.png", names={1: "retinal artery", 2: "retinal vein", 3: None, 4: None},
                includes={1: (3,), 2: (3,)})  # fmt: skip
    assert group_values(part, [0, 1, 2, 3, 4], "m.png") == {"1": (1, 3), "2": (2, 3)}
    assert group_values(part, [0, 3], "m.png") == {}  # nothing is there but the crossing


def test_colours_are_united_with_the_colours_that_they_include():
    red, blue, green, white = (255, 0, 0), (0, 0, 255), (0, 255, 0), (255, 255, 255)
    array = np.array([[red, green, blue, white]], np.uint8)
    for crossing in (None, "crossing"):
        names = {"#ff0000": "artery", "#0000ff": "vein", "#00ff00": crossing, "#ffffff": None}
        held = {"#ff0000": ("#00ff00",), "#0000ff": ("#00ff00",)}
        part = Mask("m.png", form="colour", names=names, includes=held)
        found = colour_keys(array, part, "m.png")
        assert found["#ff0000"].tolist() == [[True, True, False, False]]
        assert found["#0000ff"].tolist() == [[False, True, True, False]]
        assert ("#00ff00" in found) == (crossing is not None)
