"""Cases that are frames of a 4D file or a video: counted from 0, in the scan and in the reader."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from gmai_data import ABSENT, NO_SUBJECT, Boxes, Files, Mask, Points, Source, Table
from gmai_data.arrow import from_table
from gmai_data.config import Config, ReadConfig
from gmai_data.errors import DeclarationError
from gmai_data.listing import list_root
from gmai_data.read import Picture, read_case
from gmai_data.read.masks import decode_rle
from gmai_data.roots import Root
from gmai_data.scan import Scan, scan
from gmai_data.schema import Case, Slice
from gmai_data.testing import fake_nifti, noise, write_table
from gmai_data.words.bind import bind
from tests.read_cases import source_of as made_up
from tests.test_read_image import stored

AXIAL = ReadConfig(planes=("axial",), budget=0)
CINE = Files("{code}_sa.nii.gz", frames={"ED": "{ED}", "ES": "{ES}"})
INFO = Table("info.csv", on="code")


def source_of(*labels: Any, **known: Any) -> Source:
    return made_up(*labels, **{"subject": NO_SUBJECT, **known})


def scanned(folder: Path, source: Source) -> tuple[Scan, list[Case], dict[str, Root]]:
    roots = {source.name: Root(source.name, str(folder))}
    found = scan(source, roots, list_root(roots[source.name]), Config())
    return found, from_table(Case, found.cases), roots


def cine(folder: Path, frames: int = 4, depth: int = 6) -> None:
    """Frame t is 200 t bright; its mask is a square of side 4 + 2 t on slices 1 to 4."""
    texture = 50 * noise((32, 32, depth, 1), "cine")
    image = (texture + 200 * np.arange(frames)).astype(np.int16)
    label = np.zeros((32, 32, depth, frames), np.uint8)
    for t in range(frames):
        label[4 : 8 + 2 * t, 4 : 8 + 2 * t, 1:5, t] = 1
    fake_nifti(folder / "a_sa.nii.gz", image, spacing_mm=(1.0, 1.0, 8.0))
    fake_nifti(folder / "a_sa_gt.nii.gz", label, spacing_mm=(1.0, 1.0, 8.0))


def side_of_mask(slice: Slice) -> set[int]:
    masks = [decode_rle(one.mask, slice.height, slice.width) for one in slice.labels if one.mask]
    return {round(mask.sum() ** 0.5) for mask in masks}


def test_a_phase_has_the_pixels_and_the_mask_of_its_own_frame(tmp_path: Path) -> None:
    cine(tmp_path)
    write_table(tmp_path / "info.csv", ["code", "ED", "ES"], [["a", 0, "3.0"]])
    part = Mask("{code}_sa_gt.nii.gz", frame="{frame}", names={1: "left ventricle"})
    source = source_of(part, cases=CINE, join=[INFO], subject="{code}", modality="MR")
    _, cases, roots = scanned(tmp_path, source)
    sides, means, hashes = {}, {}, set()
    for case in cases:
        (note,) = case.annotations
        assert note.slice == ""  # the frame is the case: nothing to compare with a z index
        pictures = read_case(source, case, roots, AXIAL)
        assert {p.slice.count for p in pictures} == {6}
        labelled = [p for p in pictures if bind(source, case, p.slice).labels]
        assert [p.slice.index for p in labelled] == [1, 2, 3, 4]
        phase = dict(case.fields)["phase"]
        sides[phase] = set().union(*(side_of_mask(p.slice) for p in labelled))
        means[phase] = raw_means(tmp_path, case)
        hashes |= {p.slice.pixels_sha256 for p in labelled}
    assert sides == {"ED": {4}, "ES": {10}}
    assert means == {"ED": 0, "ES": 3}
    assert len(cases) == 2
    assert len({case.subject for case in cases}) == 1


def raw_means(folder: Path, case: Case) -> int:
    """Which frame of the file the reader takes for a case, told by its brightness."""
    from gmai_data.read.volume import load_volume
    from gmai_data.read.volumes import one_channel_of

    path = case.files[0].path
    volume = load_volume(str(folder / path), path)
    return int(one_channel_of(source_of(), case, "image", volume.array, path).mean() // 200)


def video(folder: Path, frames: int = 12) -> None:
    import cv2

    out = cv2.VideoWriter(str(folder / "v.avi"), cv2.VideoWriter_fourcc(*"MJPG"), 10, (64, 48))
    for k in range(frames):
        picture = np.full((48, 64, 3), 20, np.uint8)
        picture[:, 4 * k : 4 * k + 8] = 220
        out.write(picture)
    out.release()


def read_frames(source: Source, cases: list[Case], roots: dict[str, Root]) -> dict[int, Picture]:
    pictures = {}
    for case in cases:
        (picture,) = read_case(source, case, roots, ReadConfig(frames=4))
        pictures[picture.slice.index] = picture
    return pictures


def tracings(folder: Path) -> None:
    """Two traced frames of one video, three chords each, as EchoNet has them."""
    rows = [
        ["v.avi", frame, 4 * frame, y, 4 * frame + 8, y] for frame in (0, 5) for y in (8, 24, 40)
    ]
    write_table(folder / "tracings.csv", ["FileName", "Frame", "X1", "Y1", "X2", "Y2"], rows)


def outline(rows: list[dict[str, str]]) -> list[tuple[float, float]]:
    left = [(float(r["X1"]), float(r["Y1"])) for r in rows]
    return left + [(float(r["X2"]), float(r["Y2"])) for r in rows[::-1]]


@pytest.mark.parametrize("key", [None, "{name}{Frame}"])
def test_rows_of_two_frames_of_a_video_are_two_cases(tmp_path: Path, key: str | None) -> None:
    video(tmp_path)
    tracings(tmp_path)
    source = source_of(
        Mask(polygon=outline, name="left ventricle"), modality="Ultrasound",
        cases=Table("tracings.csv", parse={"FileName": "{name}.avi"}, image="{name}.avi",
                    frame="{Frame}", key=key),
    )  # fmt: skip
    _, cases, roots = scanned(tmp_path, source)
    pictures = read_frames(source, cases, roots)
    assert sorted(pictures) == [0, 5]
    assert len({case.subject for case in cases}) == 1
    for frame, picture in pictures.items():
        assert stored(picture)[:, 4 * frame + 2 : 4 * frame + 6].mean() > 200
        (label,) = picture.slice.labels
        assert label.box == (4 * frame, 8, 4 * frame + 8, 40)


def test_labels_of_other_frames_stay_off_a_frame(tmp_path: Path) -> None:
    video(tmp_path)
    write_table(tmp_path / "frames.csv", ["name", "Frame"], [["v", 0], ["v", 5]])
    rows = [["v", 0, 1, 1, 9, 9], ["v", 5, 20, 1, 30, 9], ["v", 7, 40, 1, 50, 9]]
    write_table(tmp_path / "boxes.csv", ["name", "k", "x1", "y1", "x2", "y2"], rows)
    box = Boxes(xyxy=("{x1}", "{y1}", "{x2}", "{y2}"), name="polyp", frame="{k}",
                table=Table("boxes.csv", on="name"))  # fmt: skip
    cases = Table("frames.csv", image="{name}.avi", frame="{Frame}")
    source = source_of(box, cases=cases, modality="Endoscopy")
    _, found, roots = scanned(tmp_path, source)
    pictures = read_frames(source, found, roots)
    assert {k: [label.box for label in p.slice.labels] for k, p in pictures.items()} == {
        0: [(1, 1, 9, 9)], 5: [(20, 1, 30, 9)],
    }  # fmt: skip


@pytest.mark.parametrize("frame", ["ED", "-1", "1.5"])
def test_a_frame_that_is_no_number_is_an_error(tmp_path: Path, frame: str) -> None:
    cine(tmp_path)
    write_table(tmp_path / "info.csv", ["code", "ED", "ES"], [["a", frame, 3]])
    with pytest.raises(
        DeclarationError, match=f"'{frame}' .* is no frame: a whole number, counted"
    ):
        scanned(tmp_path, source_of(cases=CINE, join=[INFO]))
    points = Points(
        xy=("{ES}", "{ES}"), name="polyp", frame="{ED}", table=Table("info.csv", on="code")
    )
    with pytest.raises(DeclarationError, match="is no frame"):
        scanned(tmp_path, source_of(points, cases=Files("{code}_sa.nii.gz")))


def test_rows_without_a_frame_are_counted(tmp_path: Path) -> None:
    cine(tmp_path)
    write_table(tmp_path / "info.csv", ["code", "ED", "ES"], [["a", 1, ""]])
    found, cases, _ = scanned(tmp_path, source_of(cases=CINE, join=[INFO]))
    assert [dict(c.identity)["phase"] for c in cases] == ["ED"]
    assert any("1 of 2 rows name no frame" in note for note in found.notes)


def test_a_class_without_a_file_says_nothing_of_the_classes_that_have_one(tmp_path: Path) -> None:
    """Known answer: a mask file per class, of which one is not there."""
    shape = (24, 24, 6)
    mask = np.zeros(shape, np.uint8)
    mask[4:12, 4:12, 2:4] = 1
    fake_nifti(tmp_path / "c/image.nii.gz", (900 * noise(shape, "c")).astype(np.int16))
    fake_nifti(tmp_path / "c/seg/liver.nii.gz", mask)
    part = Mask("{case}/seg/{organ}.nii.gz", by="{organ}", missing=ABSENT,
                names={"liver": "liver", "spleen": "spleen"})  # fmt: skip
    source = source_of(part, cases=Files("{case}/image.nii.gz"), modality="MR")
    _, (case,), roots = scanned(tmp_path, source)
    said = {}
    for picture in read_case(source, case, roots, AXIAL):
        labels = bind(source, case, picture.slice).labels
        said[picture.slice.index] = sorted((x.name, x.presence) for x in labels)
    assert set(said) == set(range(6))
    for index, found in said.items():
        here = [("liver", "present")] if index in (2, 3) else []
        assert found == [*here, ("spleen", "absent")]
