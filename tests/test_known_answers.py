"""Known answers about geometry, sides, masks and sizes: the numbered list of the radiology notes.

Files that no package of the development environment holds are looked for, by name, under the
folder that ``GMAI_DATA_REAL_DATA`` names; their tests are skipped without it (CONTRIBUTING).
"""

import itertools
import math
import os
import re
from pathlib import Path

import nibabel
import numpy as np
import pytest
import SimpleITK as sitk
from nibabel.testing import data_path

from gmai_data import Files, Mask
from gmai_data.config import ReadConfig
from gmai_data.errors import RejectedItem
from gmai_data.grammar.lint import lint
from gmai_data.read.findings import diameters
from gmai_data.read.geometry import Grid, cuts, letters, plane_of, plane_word
from gmai_data.read.masks import pieces
from gmai_data.read.objects import objects_of, on_grid
from gmai_data.read.volume import load_volume
from gmai_data.schema import Case, Label, Slice
from gmai_data.words.bind import bind
from gmai_data.words.facts import facts_of
from gmai_data.words.sides import eye_of, with_eye
from tests.read_cases import annotation, read, source_of

AXIAL = ReadConfig(planes=("axial",), budget=0)


def real(name: str) -> str:
    """A real file by its name; skips the test where it is not there."""
    folder = os.environ.get("GMAI_DATA_REAL_DATA", "")
    found = sorted(Path(folder).rglob(name)) if folder else []
    if not found:
        pytest.skip(f"{name} is not under GMAI_DATA_REAL_DATA")
    return str(found[0])


def aal_names() -> dict[int, str]:
    rows = [line.split() for line in Path(real("aal.nii.txt")).read_text().splitlines()]
    return {int(row[0]): row[1] for row in rows if len(row) > 1}


def labels_of(name: str) -> np.ndarray:
    """Values in file order (x, y, z)."""
    return load_volume(real(name), name, labels=True).array.T


# 8
def test_ch2_is_ras_and_both_readers_put_its_first_voxel_at_the_same_place() -> None:
    grid = load_volume(real("ch2.nii.gz"), "ch2").grid
    assert [letters(grid.affine[:3, a]) for a in (2, 1, 0)] == ["R", "A", "H"]
    assert grid.affine[:3, 3].tolist() == [90, 125, -71]  # LPS of RAS (-90, -125, -71)
    image = sitk.ReadImage(real("ch2.nii.gz"))
    assert image.GetOrigin() == (90, 125, -71)
    assert image.GetDirection()[:5:4] == (-1, -1)


# 9
def test_every_sided_region_of_aal_is_on_the_side_of_its_name(tmp_path: Path) -> None:
    names = aal_names()
    assert len(names) == 116
    for name in ("ch2.nii.gz", "aal.nii.gz"):
        os.symlink(real(name), tmp_path / name)
    source = source_of(Mask("aal.nii.gz", names=names), modality="MR", anatomy=("brain",))
    pictures = read(tmp_path, source, "ch2.nii.gz", [annotation(source, files=("aal.nii.gz",))],
                    ReadConfig(planes=("coronal",), budget=48))  # fmt: skip
    (structures,) = {p.slice.structures for p in pictures}
    sides = {names[int(s.raw)]: s.side for s in structures}
    assert len(sides) == 116
    sided = {name: side for name, side in sides.items() if name.endswith(("_L", "_R"))}
    assert len(sided) == 108
    assert all(side == {"L": "left", "R": "right"}[n[-1]] for n, side in sided.items())
    stated = {
        (names[int(x.raw)][-2:], x.side) for p in pictures for x in p.slice.labels if x.side
    }  # fmt: skip
    assert {one for one in stated if one[0] in ("_L", "_R")} == {("_L", "left"), ("_R", "right")}
    vermis = {x.side for p in pictures for x in p.slice.labels if "Vermis" in names[int(x.raw)]}
    assert vermis <= {"", "midline"}


# 10, 11, 12
@pytest.mark.parametrize(
    ("plane", "index", "boxes"),
    [
        ("axial", 79, {77: (90, 95, 114, 125), 78: (68, 95, 90, 125)}),
        ("coronal", 216 - 105, {37: (110, 118, 128, 129), 38: (50, 115, 72, 128)}),
        ("sagittal", 180 - 62, {37: (93, 103, 131, 135)}),
    ],
)
def test_boxes_of_aal_in_the_stored_picture(
    tmp_path: Path, plane: str, index: int, boxes: dict[int, tuple[int, ...]]
) -> None:
    for name in ("ch2.nii.gz", "aal.nii.gz"):
        os.symlink(real(name), tmp_path / name)
    regions = {raw: f"r{raw}" for raw in (37, 38, 77, 78)}
    source = source_of(Mask("aal.nii.gz", names={**regions, re.compile(".*"): None}), modality="MR")
    pictures = read(tmp_path, source, "ch2.nii.gz", [annotation(source, files=("aal.nii.gz",))],
                    ReadConfig(planes=(plane,), budget=0))  # fmt: skip
    (shown,) = [p.slice for p in pictures if p.slice.index == index]
    found = {int(x.raw): x for x in shown.labels if int(x.raw) in boxes or plane == "sagittal"}
    assert {raw: x.box for raw, x in found.items()} == boxes
    if plane == "axial":
        assert (found[77].area_px, found[78].area_px) == (527, 488)
        assert shown.orientation == "L\\P"
        assert found[77].centroid[0] > shown.width / 2  # left, on image-right
    if plane == "sagittal":
        assert found[37].area_px == 384


# 13
def test_an_atlas_on_another_grid_is_refused_and_never_paired_by_index() -> None:
    image = load_volume(real("ch2.nii.gz"), "ch2").grid
    name = "HarvardOxford-cort-maxprob-thr0-1mm.nii.gz"
    atlas = load_volume(real(name), name, labels=True)
    assert (atlas.grid.shape, image.shape) == ((182, 218, 182), (181, 217, 181))
    with pytest.raises(RejectedItem, match="mask-grid"):
        on_grid(atlas.array, atlas.grid, image, name)
    moved = on_grid(atlas.array, atlas.grid, image, name, resample=True)
    x, y, z = -40, -20, 50  # RAS mm, in a hemisphere
    there = np.linalg.inv(atlas.grid.affine) @ (-x, -y, z, 1)
    here = np.linalg.inv(image.affine) @ (-x, -y, z, 1)
    assert (
        moved[tuple(np.rint(here[:3]).astype(int))]
        == (atlas.array[tuple(np.rint(there[:3]).astype(int))])
    )


# 14
def test_axial_slices_of_a_file_in_lia_run_along_its_second_axis() -> None:
    path = real("atlas_desikan_killiany.nii.gz")
    assert nibabel.aff2axcodes(nibabel.load(path).affine) == ("L", "I", "A")
    axial = next(c for c in cuts(load_volume(path, "d").grid) if c.plane == "axial")
    assert 2 - axial.axis == 1  # axes of the array are those of the file, reversed


# 15
def test_mirrored_storage_gives_the_same_side_for_the_same_world_point() -> None:
    for name, code in (("MNI152_T1_1mm_brain.nii.gz", "L"), ("ch2.nii.gz", "R")):
        grid = load_volume(real(name), name).grid
        assert letters(grid.affine[:3, 2]) == code
        index = np.rint(np.linalg.inv(grid.affine) @ (30, 0, 0, 1))  # RAS x = -30
        axial = next(c for c in cuts(grid) if c.plane == "axial")
        picture = np.zeros(grid.shape, np.uint8)
        picture[tuple(index[:3].astype(int))] = 1
        at = int(index[0]) if not axial.flip_index else axial.count - 1 - int(index[0])
        column = int(np.nonzero(axial.take(picture, at))[1][0])
        assert column > grid.shape[2] / 2  # image-right: the patient's left


# 16
def test_the_epi_of_nibabel_is_axial_with_a_tilt_of_nine_degrees() -> None:
    grid = load_volume(f"{data_path}/example4d.nii.gz", "e", frame=0).grid
    assert [letters(grid.affine[:3, a])[:1] for a in (2, 1, 0)] == ["L", "A", "H"]
    assert [round(grid.spacing(a), 1) for a in (2, 1, 0)] == [2.0, 2.0, 2.2]
    (cut, *_) = cuts(grid)
    assert (cut.plane, cut.tilt) == ("axial", pytest.approx(9.3, abs=0.1))


# 17
def test_codes_of_zero_mean_that_no_side_is_known_whatever_libraries_invent(tmp_path: Path) -> None:
    name = str(tmp_path / "z.nii")
    image = nibabel.Nifti1Image(np.zeros((12, 13, 14), np.int16), None)
    image.header.set_zooms((2, 3, 4))
    image.header["qform_code"] = image.header["sform_code"] = 0
    nibabel.save(image, name)
    assert nibabel.aff2axcodes(nibabel.load(name).affine) == ("L", "A", "S")
    assert sitk.ReadImage(name).GetDirection() == (1, 0, 0, 0, 1, 0, 0, 0, 1)  # L, P, S
    assert not load_volume(name, "z").grid.trusted


# 18
def test_an_sform_of_unit_steps_leaves_the_sizes_to_pixdim(tmp_path: Path) -> None:
    image = nibabel.Nifti1Image(np.zeros((10, 11, 12), np.int16), None)
    image.set_qform(np.diag([-1.316, -1.316, 10, 1]), 1)
    image.set_sform(np.diag([-1.0, -1.0, 1.0, 1.0]), 1)
    nibabel.save(image, str(tmp_path / "a.nii"))
    grid = load_volume(str(tmp_path / "a.nii"), "a").grid
    assert [round(grid.spacing(a), 3) for a in (2, 1, 0)] == [1.316, 1.316, 10.0]
    assert not grid.trusted


# 19
@pytest.mark.parametrize(
    ("iop", "expected"),
    [
        ((1, 0, 0, 0, 1, 0), ("L\\P", "axial")), ((-1, 0, 0, 0, 1, 0), ("R\\P", "axial")),
        ((1, 0, 0, 0, 0, -1), ("L\\F", "coronal")), ((-1, 0, 0, 0, 0, -1), ("R\\F", "coronal")),
        ((0, 1, 0, 0, 0, -1), ("P\\F", "sagittal")), ((0, -1, 0, 0, 0, -1), ("A\\F", "sagittal")),
        ((1, 0, 0, 0, math.sqrt(0.5), math.sqrt(0.5)), ("L\\PH", "oblique")),
    ],
)  # fmt: skip
def test_six_orientations_and_one_half_way(
    iop: tuple[float, ...], expected: tuple[str, str]
) -> None:
    normal = np.cross(iop[:3], iop[3:])
    assert (f"{letters(iop[:3])}\\{letters(iop[3:])}", plane_word(normal)) == expected
    assert plane_of(normal)[0] == ("" if expected[1] == "oblique" else expected[1])


def abdomen(left: int, right: int) -> np.ndarray:
    """Masks in RAS: value 1 to the patient's right, value 2 to the left."""
    mask = np.zeros((120, 80, 20), np.uint8)
    mask[80:100, 30:50, 5:15] = right  # RAS: i grows to the right
    mask[20:40, 30:50, 5:15] = left
    return mask


def save(path: Path, array: np.ndarray, affine: np.ndarray) -> None:
    image = nibabel.Nifti1Image(array, affine)
    image.set_sform(affine, 1)
    image.set_qform(affine, 1)
    nibabel.save(image, str(path))


def bound(folder: Path, mask: np.ndarray, names: dict[int, str], mirrored: bool) -> list[Slice]:
    """Bound slices of a CT with a trunk, whose affine says the wrong side where mirrored."""
    i, j, _ = np.mgrid[: mask.shape[0], : mask.shape[1], : mask.shape[2]]
    body = ((i - 59.5) / 55) ** 2 + ((j - 40) / 35) ** 2 <= 1
    image = np.where(body, 40, -1000) + np.random.default_rng(1).normal(0, 8, mask.shape)
    affine = np.diag([-3.0 if mirrored else 3.0, 3.0, 5.0, 1.0])
    for name, array in (("i.nii.gz", image.astype(np.int16)), ("m.nii.gz", mask)):
        save(folder / name, array, affine)
    source = source_of(Mask("m.nii.gz", names=names), anatomy=("abdomen",))
    pictures = read(folder, source, "i.nii.gz", [annotation(source, files=("m.nii.gz",))])
    case = Case(key="0" * 16, source=source.name)
    return [bind(source, case, p.slice) for p in pictures]


# 21
def test_a_liver_to_the_left_of_the_spleen_takes_all_sides_away_and_says_so(tmp_path: Path) -> None:
    names = {1: "liver", 2: "spleen", 3: "kidney"}
    mask = abdomen(left=2, right=1)
    mask[84:96, 32:36, 5:15] = 3
    good = bound(tmp_path, mask, names, mirrored=False)
    assert {x.side for s in good for x in s.labels if x.name == "kidney"} == {"right"}
    assert {s.doubts for s in good} == {()}
    bad = bound(tmp_path, mask, names, mirrored=True)
    assert {x.side for s in bad for x in s.labels} == {""}
    assert {s.doubts for s in bad} == {("side: liver is left of spleen",)}
    source = source_of(Mask("m.nii.gz", names=names))
    case = Case(key="0" * 16, source=source.name)
    assert not [f for s in bad for f in facts_of(source, case, s) if f.kind == "side"]


# 22
def test_a_left_kidney_on_the_right_is_no_left_kidney(tmp_path: Path) -> None:
    names = {1: "left kidney", 2: "right kidney"}
    swapped = bound(tmp_path, abdomen(left=2, right=1), names, mirrored=False)
    assert {x.name for s in swapped for x in s.labels} == {"kidney"}
    assert {x.side for s in swapped for x in s.labels} == {""}
    assert all("side: left kidney lies on the right" in s.doubts for s in swapped)
    alone = bound(tmp_path, abdomen(left=0, right=1), names, mirrored=False)
    assert {x.name for s in alone for x in s.labels} == {"kidney"}
    right = bound(tmp_path, abdomen(left=1, right=2), names, mirrored=False)
    assert {(x.name, x.side) for s in right for x in s.labels} == {
        ("left kidney", "left"), ("right kidney", "right"),
    }  # fmt: skip


# 23
def test_disc_and_fovea_tell_the_eye_only_where_the_picture_is_upright() -> None:
    size = 1411, 1411
    disc, fovea = (254.0, 650.0), (706.0, 690.0)
    assert eye_of(disc, fovea, *size) == ("left", True)
    turned = [(1411 - x, 1411 - y) for x, y in (disc, fovea)]
    assert eye_of(turned[0], turned[1], *size) == ("", False)

    def labels(*points: tuple[str, tuple[float, float]]) -> tuple[Label, ...]:
        return tuple(Label(kind="point", name=n, centroid=at) for n, at in points)

    both = labels(("optic disc", disc), ("fovea", fovea))
    found, doubts = with_eye(both, "Fundus Photography", size)
    assert [(x.name, x.side) for x in found if x.kind == "class"] == [("left eye", "left")]
    assert doubts == ()
    flipped = labels(("optic disc", turned[0]), ("fovea", turned[1]))
    found, doubts = with_eye(flipped, "Fundus Photography", size)
    assert found == flipped
    assert "upside down" in doubts[0]
    assert with_eye(labels(("optic disc", disc)), "Fundus Photography", size)[0] == labels(
        ("optic disc", disc)
    )


# 24
def test_an_axial_png_without_metadata_has_no_side(tmp_path: Path) -> None:
    import cv2

    mask = np.zeros((64, 64), np.uint8)
    mask[10:20, 5:15] = 1
    cv2.imwrite(str(tmp_path / "m.png"), mask)
    noise = np.random.default_rng(2).integers(0, 255, (64, 64)).astype(np.uint8)
    cv2.imwrite(str(tmp_path / "i.png"), noise)
    source = source_of(Mask("m.png", names={1: "kidney"}), cases=Files("{n}.png"))
    (picture,) = read(tmp_path, source, "i.png", [annotation(source, files=("m.png",))])
    case = Case(key="0" * 16, source=source.name)
    slice_ = bind(source, case, picture.slice)
    facts = facts_of(source, case, slice_)
    assert not [f for f in facts if f.kind in ("side", "display", "plane")]
    assert {f.value for f in facts if f.kind == "position"} == {"upper left"}  # of the image
    assert lint(source_of(Mask("m.png", names={1: "kidney"}), subject="{n}"))


# 53
def test_instances_of_stardist_are_counted_by_number_and_not_by_blobs(tmp_path: Path) -> None:
    for name in ("img2d.tif", "mask2d.tif"):
        os.symlink(real(name), tmp_path / name)
    part = Mask("mask2d.tif", name="nucleus", instances="{pixel}")
    source = source_of(part, modality="Microscopy", cases=Files("{n}.tif"))
    (picture,) = read(tmp_path, source, "img2d.tif", [annotation(source, files=("mask2d.tif",))])
    labels = picture.slice.labels
    assert len(labels) == 125
    assert sum(x.truncated for x in labels) == 13
    assert {x.regions for x in labels} == {1}


# 54
def test_regions_of_the_liver_seg_are_eight_connected() -> None:
    pydicom = pytest.importorskip("pydicom")
    from pydicom.data import get_testdata_file

    path = get_testdata_file("liver.dcm", download=False)
    if path is None:
        pytest.skip("pydicom-data is not installed")
    frame = pydicom.dcmread(path).pixel_array[0].astype(bool)
    assert len(pieces(frame)[1]) == 3


# 55
def test_an_ellipsoid_has_the_volume_of_its_voxels(tmp_path: Path) -> None:
    z, y, x = np.mgrid[-15:16, -20:21, -25:26]
    bits = ((x / 20) ** 2 + (y / 15) ** 2 + (z / 10) ** 2 <= 1).astype(np.uint8)
    image = np.random.default_rng(3).integers(0, 900, bits.shape).astype(np.int16)
    affine = np.diag([1.0, 1.0, 1.0, 1.0])
    save(tmp_path / "i.nii.gz", image.T, affine)
    save(tmp_path / "m.nii.gz", bits.T, affine)
    source = source_of(Mask("m.nii.gz", names={1: "cyst"}), modality="MR")
    pictures = read(tmp_path, source, "i.nii.gz", [annotation(source, files=("m.nii.gz",))])
    assert {x.volume_ml for p in pictures for x in p.slice.labels} == {12.427}
    assert math.pi / 6 * 4 * 3 * 2 == pytest.approx(12.427, rel=0.012)  # in mL, of the ellipsoid


# 56
def test_diameters_are_corner_to_corner_and_the_short_axis_across() -> None:
    mask = np.zeros((60, 60), bool)
    mask[10:40, 5:45] = True
    assert diameters(mask, (0.5, 0.5))[0] == 25.0
    y, x = np.mgrid[:100, :100] + 0.5
    node = ((x - 50) / 40) ** 2 + ((y - 50) / 24) ** 2 <= 1
    assert diameters(node, (0.25, 0.25)) == pytest.approx((20, 12), abs=0.4)


# 57
@pytest.mark.parametrize("exophytic", [False, True])
@pytest.mark.parametrize("files", [False, True])
def test_a_kidney_is_described_with_the_tumour_that_lies_in_it(
    tmp_path: Path, exophytic: bool, files: bool
) -> None:
    shape = (80, 80, 20)
    mask = np.zeros(shape, np.uint8)
    mask[20:60, 20:60, 4:16] = 1
    at = slice(50, 70) if exophytic else slice(30, 45)
    mask[at, 30:40, 4:16] = 2
    union = mask > 0
    image = np.random.default_rng(4).normal(30, 9, shape)
    image[mask == 2] += 60
    image[:3] = -1000
    affine = np.diag([1.0, 1.0, 3.0, 1.0])
    save(tmp_path / "i.nii.gz", image.astype(np.int16), affine)
    if files:
        for value, name in ((1, "kidney"), (2, "tumour")):
            save(tmp_path / f"{name}.nii.gz", (mask == value).astype(np.uint8), affine)
        part = Mask("{s}.nii.gz", by="{s}", includes={"kidney": ("tumour",)},
                    names={"kidney": "kidney", "tumour": "kidney tumour"})  # fmt: skip
        source = source_of(part)
        notes = [annotation(source, raw=n, files=(f"{n}.nii.gz",)) for n in ("kidney", "tumour")]
        outer, inner = "kidney", "tumour"
    else:
        save(tmp_path / "m.nii.gz", mask, affine)
        part = Mask("m.nii.gz", names={1: "kidney", 2: "kidney tumour"}, includes={1: (2,)})
        source = source_of(part)
        notes = [annotation(source, files=("m.nii.gz",))]
        outer, inner = "1", "2"
    pictures = read(tmp_path, source, "i.nii.gz", notes, ReadConfig(planes=("axial",)))
    shown = [p.slice for p in pictures if len(p.slice.labels) == 2]
    assert shown
    for one in shown:
        organ = next(x for x in one.labels if x.raw == outer)
        tumour = next(x for x in one.labels if x.raw == inner)
        assert organ.area_px == union[:, :, 10].sum()
        assert organ.regions == 1
        assert tumour.within == f"0/{outer}"
        assert tumour.within_share == pytest.approx(tumour.area_px / organ.area_px, abs=1e-3)
        assert organ.volume_ml == pytest.approx(union.sum() * 3 / 1000)
        assert tumour.mean_hu == pytest.approx(90, abs=1)
        assert not tumour.hidden
        assert organ.within == ""


# Extra
def test_brodmann_area_17_is_one_label_on_both_sides() -> None:
    assert int((labels_of("brodmann.nii.gz")[:90] == 17).sum()) == 16168


def test_volumes_of_the_icbm_brain_and_of_the_left_hippocampus() -> None:
    for name, expected in (("gm", 1079.6), ("wm", 632.0)):
        file = f"mni_icbm152_{name}_tal_nlin_sym_09a_converted.nii.gz"
        volume = load_volume(real(file), file)
        voxel = abs(np.linalg.det(volume.grid.affine[:3, :3]))
        assert (volume.array >= 128).sum() * voxel / 1000 == pytest.approx(expected, abs=0.1)
    source = source_of(Mask("aal", names={37: "a", re.compile(".*"): None}))
    volume = load_volume(real("aal.nii.gz"), "aal", labels=True)
    note = annotation(source, files=("aal",))
    (hippocampus,) = objects_of(source.labels[0], note, volume, volume.grid, "aal")
    areas = hippocampus.areas(0)
    assert hippocampus.voxels == 7469
    assert (np.count_nonzero(areas), int(areas.argmax()), int(areas.max())) == (40, 60, 407)


# 20
def test_the_same_structure_in_all_48_storage_orders_is_the_same_structure() -> None:
    from gmai_data.read.relations import structures_of
    from gmai_data.read.volume import Volume

    mask = np.zeros((14, 12, 10), np.uint8)
    mask[2:6, 3:9, 4:7] = 1
    source = source_of(Mask("m", names={1: "a"}))
    note = annotation(source, files=("m",))
    affine = np.diag([3.0, 2.0, 1.5, 1.0])
    affine[:3, 3] = (5, -7, 11)
    found = set()
    for order in itertools.permutations(range(3)):
        for flips in itertools.product((1, -1), repeat=3):
            turned = np.transpose(mask, order)[tuple(slice(None, None, f) for f in flips)]
            new = affine.copy()
            new[:3, :3] = affine[:3, list(order)]
            for axis, flip in enumerate(flips):
                if flip < 0:
                    new[:3, 3] += new[:3, axis] * (turned.shape[axis] - 1)
                    new[:3, axis] *= -1
            grid = Grid(turned.shape, new)
            objects = objects_of(source.labels[0], note, Volume(turned, grid), grid, "m")
            found |= {(s.centre_mm, objects[0].voxels) for s in structures_of(objects, grid, None)}
    assert found == {((15.5, 4.0, 18.5), 72)}
