"""What is measured in the box around a mask, against plain definitions on the whole picture."""

import itertools

import numpy as np
import pytest
from scipy import ndimage

from gmai_data import DicomSeries, Mask
from gmai_data.arrow import to_row
from gmai_data.canonical import digest, exact
from gmai_data.config import ReadConfig
from gmai_data.read.findings import diameters, mask_label, measure, side_of
from gmai_data.read.geometry import Cut, Grid, cuts
from gmai_data.read.masks import cropped, decode_rle, encode_rle
from gmai_data.read.objects import value_objects
from gmai_data.read.relations import INSIDE, related
from gmai_data.read.slicing import _offsets, _places
from gmai_data.read.stored import Mark
from gmai_data.read.values import present_values
from gmai_data.schema import Label, Slice, SliceFile, Structure
from gmai_data.work.keys import _NOT_WORDS, slice_rows
from tests.benchmarks import made
from tests.read_cases import annotation, read, source_of

EIGHT = np.ones((3, 3), int)


def random_masks(number: int, seed: int):
    """Blobs, bars as wide as the picture, specks, empty and full masks."""
    rng = np.random.default_rng(seed)
    for n in range(number):
        shape = tuple(rng.integers(1, 40, 2).tolist())
        mask = np.zeros(shape, bool)
        for _ in range(int(rng.integers(0, 4))):
            y, x = (int(rng.integers(0, side)) for side in shape)
            h, w = (int(rng.integers(1, side + 1)) for side in shape)
            part = mask[y : y + h, x : x + w]
            part |= rng.random(part.shape) < rng.choice([0.05, 0.5, 0.9, 1.0])
        if n % 7 == 0:
            mask[int(rng.integers(0, shape[0])) :] = True
        yield mask


def test_run_lengths_are_those_of_the_whole_picture() -> None:
    for mask in random_masks(1500, 0):
        flat = mask.ravel().tolist()
        runs = [len(list(same)) for _, same in itertools.groupby(flat)]
        expected = " ".join(map(str, [0, *runs] if flat[0] else runs))
        assert encode_rle(mask) == expected == encode_rle(cropped(mask))
        assert np.array_equal(cropped(mask).full(), mask)
        assert np.array_equal(decode_rle(expected, *mask.shape), mask)


def test_measures_are_those_of_the_whole_picture() -> None:
    for mask in random_masks(800, 1):
        extent = measure(mask, None)
        assert extent.area_px == mask.sum()
        border = mask[0].any() or mask[-1].any() or mask[:, 0].any() or mask[:, -1].any()
        assert extent.truncated == border
        labelled, count = ndimage.label(mask, EIGHT)
        assert extent.regions == count
        label = mask_label(mask, mask.shape, None)
        if not mask.any():
            assert (label.box, label.centroid, label.boxes) == (None, None, ())
            continue
        rows, columns = np.nonzero(mask)
        box = columns.min(), rows.min(), columns.max() + 1, rows.max() + 1
        assert label.box == tuple(map(float, box))
        middle = (int(places.sum()) / rows.size + 0.5 for places in (columns, rows))
        assert label.centroid == tuple(round(place, 2) for place in middle)
        places = ndimage.find_objects(labelled)
        boxes = {(p[1].start, p[0].start, p[1].stop, p[0].stop) for p in places}
        assert set(label.boxes) <= boxes
        if count > 1 and count <= 32 and min(np.bincount(labelled.ravel())[1:]) >= 3:
            assert set(label.boxes) == boxes


def test_diameters_are_the_longest_between_corners_and_the_width_across() -> None:
    for number, mask in enumerate(random_masks(300, 2)):
        if not mask.any():
            continue
        spacing = (0.7, 0.7) if number % 2 else (2.0, 0.5)
        rows, columns = np.nonzero(mask)
        corners = {(x, y) for r, c in zip(rows, columns, strict=True)
                   for x in (c, c + 1) for y in (r, r + 1)}  # fmt: skip
        points = np.array(sorted(corners)) * (spacing[1], spacing[0])
        far = np.sqrt(((points[:, None] - points) ** 2).sum(axis=2))
        longest, across = diameters(mask, spacing)
        assert longest == pytest.approx(far.max(), abs=1e-3)
        widths = []
        for a, b in zip(*np.nonzero(far >= far.max() - 1e-6), strict=True):
            along = (points[b] - points[a]) / far[a, b]
            side = points @ np.array([-along[1], along[0]])
            widths.append(side.max() - side.min())
        assert min(abs(width - across) for width in widths) < 1e-3


def label_map(rng: np.random.Generator, shape: tuple[int, ...], count: int) -> np.ndarray:
    values = np.zeros(shape, np.uint8)
    for value in range(1, count + 1):
        low = [int(rng.integers(0, n)) for n in shape]
        high = [a + int(rng.integers(1, n + 1)) for a, n in zip(low, shape, strict=True)]
        box = tuple(itertools.starmap(slice, zip(low, high, strict=True)))
        part = values[box]
        part[rng.random(part.shape) < rng.choice([0.2, 1.0])] = value
    return values


def test_objects_of_label_maps_are_cut_as_the_whole_volume_in_48_orientations() -> None:
    rng = np.random.default_rng(3)
    names = {value: f"n{value}" for value in range(1, 9)}
    source = source_of(Mask("m", names=names))
    note = annotation(source, files=("m",))
    part = source.labels if isinstance(source.labels, Mask) else source.labels[0]
    seen = 0
    for order in itertools.permutations(range(3)):
        for signs in itertools.product((1, -1), repeat=3):
            affine = np.zeros((3, 4))
            for column, (row, sign) in enumerate(zip(order, signs, strict=True)):
                affine[row, column] = sign * (0.8, 1.1, 2.0)[column]
            values = label_map(rng, tuple(rng.integers(2, 12, 3).tolist()), 8)
            grid = Grid(values.shape, affine, True)
            assert present_values(values) == np.unique(values).tolist()
            for thing in value_objects(part, note, values, grid, "m"):
                bits = np.isin(values, thing.members)
                assert thing.voxels == bits.sum()
                for cut in cuts(grid):
                    others = tuple(a for a in range(3) if a != cut.axis)
                    assert np.array_equal(thing.areas(cut.axis), bits.sum(axis=others))
                    for index in range(cut.count):
                        region = thing.slice(cut, index)
                        assert np.array_equal(region.full(), cut.take(bits, index))
                        assert (region.full().sum(), cropped(region.full()).box) == (
                            region.area, region.box,
                        )  # fmt: skip
                        assert same_offsets(region, cut, index, grid)
                        seen += 1
    assert seen > 5000


def same_offsets(region, cut: Cut, index: int, grid: Grid) -> bool:
    one, two = (np.sort(f(region, cut, index, grid, *rest)) for f, rest in
                ((_offsets, ()), (_places, (0,))))  # fmt: skip
    return np.array_equal(one, two)


def test_sides_do_not_depend_on_the_order_of_pixels() -> None:
    rng = np.random.default_rng(4)
    for number in range(400):
        offsets = np.round(rng.normal(rng.uniform(-60, 60), 30, int(rng.integers(1, 60))), 3)
        left = np.count_nonzero(offsets > 0) / offsets.size
        side = side_of(offsets, 1 + number % 2, 10.0)
        assert side == side_of(rng.permutation(offsets), 1 + number % 2, 10.0)
        if side in ("left", "right"):
            middle = round(float(np.median(offsets)), 6)
            assert (left >= 0.95 and middle > 10) if side == "left" else middle < -10


def test_what_lies_in_what_is_the_smallest_that_holds_nearly_all() -> None:
    rng = np.random.default_rng(5)
    found = 0
    for _ in range(300):
        shape = (30, 30)
        masks = []
        for _ in range(6):
            y, x = rng.integers(0, 25, 2)
            h, w = rng.integers(2, 25, 2)
            mask = np.zeros(shape, bool)
            mask[y : y + h, x : x + w] = rng.random(mask[y : y + h, x : x + w].shape) < 0.97
            masks.append(mask)
        marks = [Mark("mask", {"part": 0, "raw": str(n)}, cropped(m)) for n, m in enumerate(masks)]
        for n, mark in enumerate(related(marks)):
            holders = [
                (other.sum(), k)
                for k, other in enumerate(masks)
                if other.sum() > masks[n].sum() > 0
                and (other & masks[n]).sum() >= INSIDE * masks[n].sum()
            ]
            expected = f"0/{min(holders)[1]}" if holders else ""
            assert mark.known.get("within", "") == expected
            found += bool(holders)
    assert found > 100


def test_rows_of_slices_are_plain_and_their_digests_canonical() -> None:
    shared = (Structure(part=0, raw="é", centre_mm=(1.5, -2.0, 1e-7), side="left"),)
    files = (SliceFile(role="image", path="a", sha256="b"),)
    slices = [
        Slice(hash=f"{n:016x}", case="c", source="s", files=files, structures=shared,
              spacing_mm=(0.1 * n, 1e16), acquisition=(("kvp", "120"),) * n, doubts=("e\u0301",),
              labels=(Label(kind="mask", raw="1", area_mm2=1e-9 * n, box=(0.0, 1.0, 2.5, 3.0)),))
        for n in range(4)
    ]  # fmt: skip
    for row, one in zip(slice_rows(slices), slices, strict=True):
        plain = to_row(one)
        said = {k: v for k, v in plain.items() if k not in _NOT_WORDS}
        assert row == {**plain, "row_sha256": digest("slice", exact(said))}


def test_a_slice_of_a_series_lists_its_own_file_and_a_reformat_all(tmp_path) -> None:
    volume = made.ct(24, side=32)
    folder = tmp_path / "series"
    made.write_series(folder, np.repeat(np.repeat(volume, 2, 1), 2, 2))
    names = sorted(p.name for p in folder.iterdir())
    source = source_of(cases=DicomSeries("{n}"))
    config = ReadConfig(budget=0, max_side=0, min_edge_ratio=0.1)
    pictures = read(folder, source, {"image": names}, config=config)
    own = {p.slice.index: [f.path for f in p.slice.files] for p in pictures
           if p.slice.plane == "axial"}  # fmt: skip
    assert len(own) > 10
    assert all(paths == [names[index]] for index, paths in own.items())
    others = [p.slice.files for p in pictures if p.slice.plane == "coronal"]
    assert others
    assert all([f.path for f in files] == names for files in others)
    assert all(len(f.sha256) == 64 for f in others[0])
