import itertools
import math

import numpy as np
import pytest

from gmai_data.read.geometry import Grid, cuts, grid_map, letters, plane_of, plane_word, same_grid


def lps_grid(shape, letters_of_axes, spacing, origin=(0.0, 0.0, 0.0), **known):
    affine = np.eye(4)
    affine[:3, :3] = 0
    for axis, letter in enumerate(letters_of_axes):
        row, sign = {"L": (0, 1), "R": (0, -1), "P": (1, 1), "A": (1, -1), "H": (2, 1),
                     "F": (2, -1)}[letter]  # fmt: skip
        affine[row, axis] = sign * spacing[axis]
    affine[:3, 3] = origin
    return Grid(tuple(shape), affine, **known)


@pytest.mark.parametrize(
    ("iop", "expected", "plane"),
    [
        ((1, 0, 0, 0, 1, 0), "L\\P", "axial"),
        ((-1, 0, 0, 0, 1, 0), "R\\P", "axial"),  # mirrored, as eCT_Supplemental
        ((1, 0, 0, 0, -1, 0), "L\\A", "axial"),  # upside down, as NIH Pancreas-CT
        ((1, 0, 0, 0, 0, -1), "L\\F", "coronal"),
        ((0, 1, 0, 0, 0, -1), "P\\F", "sagittal"),
        ((0, -1, 0, 0, 0, -1), "A\\F", "sagittal"),
    ],
)
def test_letters_and_plane_of_straight_orientations(iop, expected, plane):
    assert f"{letters(iop[:3])}\\{letters(iop[3:])}" == expected
    assert plane_of(np.cross(iop[:3], iop[3:]))[0] == plane


def test_letters_of_a_tilted_direction_are_sorted_by_size():
    assert letters((0.0, 0.927, -0.375)) == "PF"
    assert letters((0.569, 0.822, 0.0)) == "PL"


def test_the_plane_of_a_tilted_head_ct_is_axial_and_the_tilt_22_degrees():
    normal = (0.0, 0.374607, 0.927184)
    assert plane_of(normal)[:2] == ("axial", pytest.approx(22.0, abs=0.1))
    assert plane_word(normal) == "oblique axial"
    assert plane_word(normal, gantry=True) == "axial"
    assert plane_word(normal, protocol=True) == "oblique"


def test_a_shoulder_plane_is_only_oblique():
    normal = np.cross((0.569, 0.822, 0), (0, 0, -1))
    plane, tilt, _ = plane_of(normal)
    assert (plane, round(tilt, 1)) == ("sagittal", 34.7)
    assert plane_word(normal, protocol=True) == "oblique"


def test_a_plane_half_way_between_two_has_no_plane():
    half = math.sqrt(0.5)
    assert plane_of((half, half, 0))[0] == ""
    assert plane_word((half, half, 0)) == "oblique"


def test_default_display_of_a_ras_and_an_lps_array_is_radiological():
    rng = np.random.default_rng(1)
    a = rng.integers(0, 255, (5, 6, 7))
    # a RAS array a[i, j, k]; the formulas are those of the display table
    ras = {c.plane: c for c in cuts(lps_grid((5, 6, 7), "RAH", (1, 1, 1)))}
    assert np.array_equal(ras["axial"].take(a, 2), a[::-1, ::-1, 2].T)
    assert np.array_equal(ras["coronal"].take(a, ras["coronal"].count - 1 - 2), a[::-1, 2, ::-1].T)
    assert np.array_equal(ras["sagittal"].take(a, 4 - 2), a[2, ::-1, ::-1].T)
    lps = {c.plane: c for c in cuts(lps_grid((5, 6, 7), "LPH", (1, 1, 1)))}
    assert np.array_equal(lps["axial"].take(a, 2), a[:, :, 2].T)
    assert np.array_equal(lps["coronal"].take(a, 2), a[:, 2, ::-1].T)
    assert np.array_equal(lps["sagittal"].take(a, 2), a[2, :, ::-1].T)
    assert ras["axial"].orientation == lps["axial"].orientation == "L\\P"
    assert ras["coronal"].orientation == "L\\F"
    assert ras["sagittal"].orientation == "P\\F"


def all_orientations(array, affine):
    """The same voxels stored in all 48 axis orders and directions, affine updated."""
    for order in itertools.permutations(range(3)):
        for flips in itertools.product((False, True), repeat=3):
            turned = np.transpose(array, order)
            columns = affine[:3, list(order)].copy()
            origin = affine[:3, 3].copy()
            for axis, flip in enumerate(flips):
                if flip:
                    origin = origin + columns[:, axis] * (turned.shape[axis] - 1)
                    columns[:, axis] *= -1
                    turned = np.flip(turned, axis)
            new = np.eye(4)
            new[:3, :3] = columns
            new[:3, 3] = origin
            yield np.ascontiguousarray(turned), new


def test_all_48_storage_orders_give_the_same_pictures():
    rng = np.random.default_rng(2)
    array = rng.integers(0, 255, (9, 7, 5))
    affine = lps_grid((9, 7, 5), "HPL", (3.0, 1.0, 0.5), (10.0, -20.0, 30.0)).affine
    expected = None
    for turned, new in all_orientations(array, affine):
        found = {
            c.plane: (c.count, c.spacing_mm, c.step_mm, c.orientation,
                      np.stack([c.take(turned, i) for i in range(c.count)]))
            for c in cuts(Grid(turned.shape, new))
        }  # fmt: skip
        if expected is None:
            expected = found
        assert found.keys() == expected.keys() == {"axial", "coronal", "sagittal"}
        for plane, facts in found.items():
            assert facts[:4] == expected[plane][:4]
            assert np.array_equal(facts[4], expected[plane][4])


def test_an_oblique_grid_is_cut_only_as_it_was_acquired():
    angle = math.radians(20)
    affine = np.eye(4)
    affine[:3, 0] = (0, -3 * math.sin(angle), 3 * math.cos(angle))
    affine[:3, 1] = (0, math.cos(angle), math.sin(angle))
    affine[:3, 2] = (1, 0, 0)
    found = cuts(Grid((10, 20, 20), affine))
    assert [c.plane for c in found] == ["oblique axial"]
    assert found[0].orientation.startswith("L\\P")
    assert [c.plane for c in cuts(Grid((10, 20, 20), affine), protocol=True)] == ["oblique"]


def test_a_sheared_stack_is_cut_only_as_it_was_acquired_and_its_step_is_along_the_normal():
    angle = math.radians(15)
    affine = np.eye(4)
    affine[:3, 0] = (0, 0, 5)  # the couch moves along z
    affine[:3, 1] = (0, math.cos(angle), math.sin(angle))
    affine[:3, 2] = (1, 0, 0)
    found = cuts(Grid((10, 20, 20), affine), gantry=True)
    assert [c.plane for c in found] == ["axial"]
    assert found[0].step_mm == pytest.approx(5 * math.cos(angle), abs=1e-4)


def test_an_untrusted_grid_says_nothing_of_planes():
    found = cuts(lps_grid((4, 5, 6), "HPL", (2, 1, 1), trusted=False))
    assert [(c.plane, c.orientation, c.display) for c in found] == [("", "", "as stored")]


def test_grids_are_the_same_only_where_their_voxels_coincide():
    one = lps_grid((4, 5, 6), "HPL", (2, 1, 1))
    assert same_grid(grid_map(one, one)) == ((0, 1), (1, 1), (2, 1))
    other = lps_grid((4, 5, 6), "HPL", (2, 1, 1.5))
    assert same_grid(grid_map(one, other)) is None
    turned = lps_grid((6, 5, 4), "RPH", (1, 1, 2), (5, 0, 0))
    assert same_grid(grid_map(one, turned)) == ((2, -1), (1, 1), (0, 1))
