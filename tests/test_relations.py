"""What lies in what, in which third, how bright it is, and whether the window can show it."""

from pathlib import Path

import cv2
import nibabel
import numpy as np
import pytest

from gmai_data import ABSENT, OUTSIDE, Boxes, Files, Mask, vocabulary
from gmai_data.config import ReadConfig
from gmai_data.read.masks import cropped
from gmai_data.read.relations import related
from gmai_data.read.stored import Mark, Picture
from gmai_data.schema import Case, Label, Slice
from gmai_data.words.bind import bind
from gmai_data.words.sides import RIGHT_OF, without_sides
from tests.read_cases import annotation, read, source_of

AXIAL = ReadConfig(planes=("axial",), budget=0)
SHAPE = (60, 50, 40)


def save(path: Path, array: np.ndarray) -> None:
    affine = np.diag([-2.0, -2.0, 3.0, 1.0])
    image = nibabel.Nifti1Image(array, affine)
    image.set_sform(affine, 1)
    nibabel.save(image, str(path))


def lungs(folder: Path, **known: object) -> dict[int, dict[str, Label]]:
    """Labels by slice of a chest with one lung, and in it a nodule and a bulla."""
    rng = np.random.default_rng(1)
    image = rng.normal(40, 10, SHAPE)
    image[:3] = -1000
    lung = np.zeros(SHAPE, bool)
    lung[15:45, 10:40, 4:34] = True
    image[lung] = rng.normal(-850, 15, lung.sum())
    nodule, bulla = np.zeros(SHAPE, bool), np.zeros(SHAPE, bool)
    nodule[20:26, 20:26, 6:10] = True
    bulla[30:38, 28:36, 26:32] = True
    image[nodule], image[bulla] = 30, -980
    save(folder / "i.nii.gz", np.round(image).astype(np.int16))
    for name, bits in (("lung", lung), ("nodule", nodule), ("bulla", bulla)):
        save(folder / f"{name}.nii.gz", bits.astype(np.uint8))
    terms = {"lung": "lung", "nodule": "lung nodule", "bulla": "emphysema"}
    source = source_of(Mask("{s}.nii.gz", by="{s}", names=terms), **known)
    notes = [annotation(source, raw=n, files=(f"{n}.nii.gz",)) for n in terms]
    pictures = read(folder, source, "i.nii.gz", notes, AXIAL)
    return {p.slice.index: {x.raw: x for x in p.slice.labels} for p in pictures}


def test_a_nodule_lies_within_its_lung_and_in_a_third_of_it(tmp_path: Path) -> None:
    labels = lungs(tmp_path)
    nodule, bulla = labels[8]["nodule"], labels[28]["bulla"]
    assert (nodule.within, bulla.within) == ("0/lung", "0/lung")
    assert nodule.within_share == pytest.approx(36 / 900, abs=1e-4)
    assert (nodule.third, bulla.third) == ("lower", "upper")  # towards the feet, the head
    assert (labels[8]["lung"].within, labels[8]["lung"].third) == ("", "")
    assert (nodule.mean_hu, bulla.mean_hu) == (30, -980)
    assert labels[20]["lung"].mean_hu == pytest.approx(-850, abs=2)


@pytest.mark.parametrize(("window", "hidden"), [("soft tissue", True), ("lung", False)])
def test_emphysema_is_hidden_in_a_window_that_makes_all_of_the_lung_black(
    tmp_path: Path, window: str, hidden: bool
) -> None:
    labels = lungs(tmp_path, window=window)
    assert labels[28]["bulla"].hidden is hidden
    assert not labels[8]["nodule"].hidden  # white in black


def test_values_that_are_not_hounsfield_units_have_no_attenuation(tmp_path: Path) -> None:
    labels = lungs(tmp_path, modality="MR")
    assert {x.mean_hu for found in labels.values() for x in found.values()} == {None}


def square(start: int, end: int, **known: object) -> Mark:
    bits = np.zeros((40, 40), bool)
    bits[start:end, start:end] = True
    return Mark("mask", {"part": 0, "raw": f"{start}-{end}", **known}, mask=cropped(bits))


def within(*marks: Mark) -> list[str]:
    return [str(mark.known.get("within", "")) for mark in related(marks)]


def test_the_smallest_of_what_holds_a_mark_is_named() -> None:
    assert within(square(2, 30), square(4, 20), square(6, 10)) == ["", "0/2-30", "0/4-20"]


def test_nothing_lies_in_numbered_objects_or_in_another_readers_mask() -> None:
    assert within(square(2, 30, instance="1"), square(6, 10)) == ["", ""]
    assert within(square(2, 30, rater="a"), square(6, 10, rater="b")) == ["", ""]
    assert within(square(2, 30), square(6, 10, rater="b")) == ["", "0/2-30"]


def test_a_mark_that_leaves_its_holder_by_more_than_a_twentieth_does_not_lie_in_it() -> None:
    outer = square(2, 30)
    inner = square(6, 26)
    for rows, expected in ((1, "0/2-30"), (2, "")):
        bits = inner.mask.full()
        bits[35 : 35 + rows, 5:26] = True
        moved = Mark("mask", inner.known, mask=cropped(bits))
        assert within(outer, moved)[1] == expected


def test_two_equal_masks_do_not_lie_in_each_other() -> None:
    assert within(square(2, 30), square(2, 30, raw="other")) == ["", ""]


def picture(folder: Path, part: Mask | Boxes, mask: np.ndarray, **known: object) -> Picture:
    noise = np.random.default_rng(2).integers(0, 255, mask.shape).astype(np.uint8)
    cv2.imwrite(str(folder / "i.png"), noise)
    cv2.imwrite(str(folder / "m.png"), mask)
    source = source_of(part, modality="Dermoscopy", cases=Files("{n}.png"))
    note = annotation(source, **(known or {"files": ("m.png",)}))
    return read(folder, source, "i.png", [note])[0]


def test_a_disc_of_a_2d_label_map_is_described_with_its_cup(tmp_path: Path) -> None:
    mask = np.zeros((50, 50), np.uint8)
    mask[10:40, 10:40] = 1
    mask[20:30, 20:30] = 2
    names = {1: "optic disc", 2: "optic cup"}
    ring = picture(tmp_path, Mask("m.png", names=names), mask).slice.labels
    assert [(x.raw, x.area_px, x.within) for x in ring] == [("1", 800, ""), ("2", 100, "")]
    whole = picture(tmp_path, Mask("m.png", names=names, includes={1: (2,)}), mask).slice.labels
    assert [(x.raw, x.area_px, x.within) for x in whole] == [("1", 900, ""), ("2", 100, "0/1")]


def test_what_is_outside_the_field_of_view_is_no_label_of_a_picture(tmp_path: Path) -> None:
    names = {1: "liver", 2: "spleen"}
    mask = np.zeros((50, 50), np.uint8)
    mask[10:40, 10:40] = 1
    for empty, expected in ((OUTSIDE, {("1", "present")}), (ABSENT, {("1", "present"),
                                                                    ("2", "absent")})):  # fmt: skip
        labels = picture(tmp_path, Mask("m.png", names=names, empty=empty), mask).slice.labels
        assert {(x.raw, x.presence) for x in labels} == expected
        part = Mask("m.png", names=names, missing=empty)
        stated = picture(tmp_path, part, mask, state=empty).slice.labels
        assert bool(stated) is (empty == ABSENT)
    save(tmp_path / "i.nii.gz", np.random.default_rng(3).integers(0, 900, SHAPE).astype(np.int16))
    save(tmp_path / "s.nii.gz", np.zeros(SHAPE, np.uint8))
    source = source_of(Mask("{s}.nii.gz", by="{s}", names={"s": "spleen"}, empty=OUTSIDE))
    note = annotation(source, raw="s", files=("s.nii.gz",))
    pictures = read(tmp_path, source, "i.nii.gz", [note], ReadConfig(budget=2))
    assert {p.slice.labels for p in pictures} == {()}


def test_rules_about_sides_name_terms_of_the_vocabulary() -> None:
    known = vocabulary.load()
    for name in {name for rule in RIGHT_OF for name in rule}:
        term = known.get(name)
        assert term is not None, name
        assert term.term == name  # not a synonym: labels carry the canonical name


@pytest.mark.parametrize("name", ["left lung", "lung"])
def test_a_nodule_in_the_left_lung_is_on_the_left(name: str) -> None:
    part = Mask("m", names={1: name, 2: "lung nodule"})
    source = source_of(part)
    labels = (
        Label(kind="mask", raw="1", box=(0, 0, 9, 9)),
        Label(kind="mask", raw="2", box=(1, 1, 3, 3), within="0/1"),
        Label(kind="mask", raw="2", box=(20, 1, 30, 3)),
    )
    case = Case(key="0" * 16, source=source.name)
    slice_ = Slice(hash="0" * 16, case=case.key, source=source.name, labels=labels)
    found = [(x.side, x.side_source) for x in bind(source, case, slice_).labels[1:]]
    expected = ("left", "within") if name == "left lung" else ("", "")
    assert found == [expected, ("", "")]


def test_names_of_structures_may_change_without_reading_again(tmp_path: Path) -> None:
    """Doubts about sides are bound late: the slices hold raw values and places only."""
    save(tmp_path / "i.nii.gz", np.random.default_rng(3).integers(0, 900, SHAPE).astype(np.int16))
    mask = np.zeros(SHAPE, np.uint8)
    mask[10:20, 20:30, 10:20] = 1
    mask[40:50, 20:30, 10:20] = 2
    save(tmp_path / "m.nii.gz", mask)
    doubts = {}
    for names in ({1: "liver", 2: "spleen"}, {1: "spleen", 2: "liver"}):
        source = source_of(Mask("m", names=names), modality="MR")
        note = annotation(source, files=("m.nii.gz",))
        (picture, *_) = read(tmp_path, source, "i.nii.gz", [note], ReadConfig(budget=1))
        assert [(s.raw, s.centre_mm[0]) for s in picture.slice.structures] == [
            ("1", 29.0), ("2", 89.0),
        ]  # fmt: skip
        case = Case(key="0" * 16, source=source.name)
        doubts[names[1]] = bind(source, case, picture.slice).doubts
    assert doubts == {"liver": (), "spleen": ("side: liver is left of spleen",)}


def test_names_that_cannot_lose_their_side_are_left_out_where_sides_are_doubted():
    terms = [vocabulary.load().get(name) for name in ("left kidney", "right upper lobe", "liver")]
    labels = [Label(kind="mask", part=0, name=term.term, side=term.side) for term in terms]
    kept = without_sides(labels, terms)
    assert [(label.name, label.side) for label in kept] == [("kidney", ""), ("liver", "")]
