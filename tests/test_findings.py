import math

import numpy as np
import pytest

from gmai_data.read.findings import diameters, mask_label, measure, side_of
from gmai_data.read.masks import decode_rle


def ellipse(height, width, centre, radii):
    y, x = np.mgrid[:height, :width] + 0.5
    return ((y - centre[0]) / radii[0]) ** 2 + ((x - centre[1]) / radii[1]) ** 2 <= 1


def test_a_rectangle_is_measured_from_corner_to_corner():
    mask = np.zeros((60, 60), bool)
    mask[10:40, 5:45] = True
    assert diameters(mask, (0.5, 0.5))[0] == 25.0


def test_an_ellipse_has_its_two_axes():
    mask = ellipse(100, 100, (50, 50), (24, 40))
    longest, short = diameters(mask, (0.25, 0.25))
    assert longest == pytest.approx(20, abs=0.4)
    assert short == pytest.approx(12, abs=0.4)


def test_diameters_use_the_spacing_of_each_axis():
    mask = np.zeros((20, 20), bool)
    mask[5:15, 10:11] = True
    longest, _ = diameters(mask, (2.0, 0.5))
    assert longest == pytest.approx(math.hypot(20, 0.5), abs=1e-3)


def test_a_mask_in_two_large_pieces_has_an_area_and_no_diameter():
    mask = np.zeros((50, 50), bool)
    mask[5:15, 5:15] = mask[30:40, 30:40] = True
    extent = measure(mask, (1.0, 1.0))
    assert (extent.area_mm2, extent.regions, extent.diameter_mm) == (200.0, 2, None)


def test_crumbs_count_for_area_and_not_for_the_diameter():
    mask = np.zeros((60, 60), bool)
    mask[5:35, 5:35] = True
    mask[50, 50] = True
    extent = measure(mask, (1.0, 1.0))
    assert extent.area_px == 901
    assert extent.diameter_mm == pytest.approx(30 * math.sqrt(2), abs=1e-3)


def test_a_mask_at_the_border_is_truncated():
    mask = np.zeros((20, 20), bool)
    mask[0:4, 8:12] = True
    assert measure(mask, None).truncated
    assert not measure(np.roll(mask, 3, axis=0), None).truncated


def test_no_spacing_gives_no_millimetres():
    extent = measure(ellipse(40, 40, (20, 20), (8, 8)), None)
    assert (extent.area_mm2, extent.diameter_mm, extent.short_mm) == (None, None, None)


def test_a_speck_has_no_diameter():
    mask = np.zeros((20, 20), bool)
    mask[4:6, 4:6] = True
    assert measure(mask, (1.0, 1.0)).diameter_mm is None


def test_a_label_has_pixels_of_the_stored_and_millimetres_of_the_native_picture():
    mask = np.zeros((40, 80), bool)
    mask[10:30, 20:60] = True
    label = mask_label(mask, (20, 40), (0.5, 0.5), part=0, raw="1")
    assert label.box == (10.0, 5.0, 30.0, 15.0)
    assert label.area_px == 200
    assert label.share == 0.25
    assert label.area_mm2 == 200.0
    assert label.centroid == (20.0, 10.0)
    assert decode_rle(label.mask, 20, 40).sum() == 200


def test_sides_need_nearly_all_of_an_object_beyond_the_margin():
    assert side_of(np.full(100, 60.0), 1, 20) == "left"
    assert side_of(np.full(100, -60.0), 1, 20) == "right"
    assert side_of(np.full(100, 10.0), 1, 20) == ""
    two = np.concatenate([np.full(50, -60.0), np.full(50, 60.0)])
    assert side_of(two, 2, 20) == "both"
    assert side_of(np.linspace(-40, 40, 101), 1, 20) == "midline"
    assert side_of(np.linspace(-20, 90, 101), 1, 20) == ""


def test_regions_have_a_box_each_largest_first_and_crumbs_none():
    mask = np.zeros((200, 300), bool)
    mask[10:20, 10:20] = True
    mask[100:130, 200:260] = True
    mask[150:160, 5:12] = True
    mask[190, 290:292] = True  # two pixels: a crumb
    mask[50:52, 50:53] = True  # six of 60 000: small, and a region
    label = mask_label(mask, (200, 300), None)
    assert label.regions == 5
    assert label.box == (5, 10, 292, 191)
    assert label.boxes == (
        (200, 100, 260, 130), (10, 10, 20, 20), (5, 150, 12, 160), (50, 50, 53, 52),
    )  # fmt: skip


def test_one_region_has_no_boxes_beside_its_own():
    mask = np.zeros((50, 50), bool)
    mask[10:20, 10:20] = True
    mask[20, 20] = True  # touches at a corner: 8-connected
    assert mask_label(mask, (50, 50), None).boxes == ()


def test_boxes_of_regions_are_those_of_the_stored_picture_and_at_most_32():
    mask = np.zeros((400, 400), bool)
    for n in range(40):
        y, x = 10 * (n // 8), 10 * (n % 8)
        mask[y + 2 : y + 8, x + 2 : x + 8] = True
    label = mask_label(mask, (200, 200), None)
    assert (label.regions, len(label.boxes)) == (40, 32)
    assert label.boxes[0] == (1, 1, 4, 4)


def test_the_largest_region_is_never_a_crumb():
    mask = np.zeros((500, 500), bool)
    mask[10, 10] = mask[100, 100:102] = True
    assert mask_label(mask, (500, 500), None).boxes == ((100, 100, 102, 101),)
