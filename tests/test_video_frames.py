"""Frames of videos as cases, with labels by frame number and by time."""

import io

import cv2
import numpy as np
import pytest
from PIL import Image

from gmai_data import Boxes, Class, Frames, Table
from gmai_data.arrow import from_table
from gmai_data.config import Config, ReadConfig
from gmai_data.errors import DeclarationError, RejectedItem
from gmai_data.grammar.lint import lint
from gmai_data.grammar.moving import step_of
from gmai_data.listing import list_root
from gmai_data.read import read_case, video
from gmai_data.roots import Root
from gmai_data.scan import scan
from gmai_data.schema import Case
from gmai_data.testing import write_table
from gmai_data.words.bind import bind
from tests.read_cases import source_of


def write_video(path, frames=50, rate=10, seed=0):
    """Frame k has a bright bar at 4 * (k % 12)."""
    path.parent.mkdir(parents=True, exist_ok=True)
    out = cv2.VideoWriter(str(path), cv2.VideoWriter_fourcc(*"MJPG"), rate, (64, 48))
    for k in range(frames):
        picture = np.full((48, 64, 3), 20 + seed, np.uint8)
        picture[:, 4 * (k % 12) : 4 * (k % 12) + 8] = 220
        out.write(picture)
    out.release()


def build(folder, source):
    assert lint(source) == ()
    roots = {source.name: Root(source.name, str(folder))}
    found = scan(source, roots, list_root(roots[source.name]), Config())
    cases = from_table(Case, found.cases)
    read = [(c, p) for c in cases for p in read_case(source, c, roots, ReadConfig())]
    return found, [(dict(c.identity), bind(source, c, p.slice), p.image) for c, p in read]


def bar(image):
    """Where the bar of a stored frame begins."""
    return int(np.flatnonzero(np.asarray(Image.open(io.BytesIO(image)).convert("L"))[20] > 150)[0])


def test_frames_are_cases_with_labels_by_frame_and_by_time(tmp_path):
    write_video(tmp_path / "videos/v01.avi")
    write_video(tmp_path / "videos/v02.avi", frames=25, seed=30)
    for name, frames in (("v01", 50), ("v02", 25)):
        rows = [[k, "Preparation" if k < 20 else "Dissection"] for k in range(frames)]
        write_table(tmp_path / f"phases/{name}.txt", ["Frame", "Phase"], rows, sep="\t")
    write_table(tmp_path / "tools.csv", ["video", "time", "x", "y", "w", "h"],
                [["v01", 2, 5, 6, 20, 10]])  # fmt: skip
    source = source_of(
        Class("{Phase}", names={"Preparation": "preparation", "Dissection": None},
              table=Table("phases/{video}.txt", sep="\t", parse={"Frame": "{frame}"},
                          on=("video", "frame"))),
        Boxes(xywh=("{x}", "{y}", "{w}", "{h}"), name="surgical instrument", missing="unknown",
              table=Table("tools.csv", parse={"time": "{second}"}, on=("video", "second"))),
        cases=Frames("videos/{video}.avi", every="1s"), subject="{video}", modality="Endoscopy",
    )  # fmt: skip
    found, read = build(tmp_path, source)
    assert not found.rejected
    assert [(i["video"], i["frame"]) for i, _, _ in read] == [
        ("v01", "0"), ("v01", "10"), ("v01", "20"), ("v01", "30"), ("v01", "40"),
        ("v02", "0"), ("v02", "10"), ("v02", "20"),
    ]  # fmt: skip
    for identity, slice_, image in read:
        assert bar(image) == 4 * (int(identity["frame"]) % 12)
        assert slice_.index == int(identity["frame"])
    named = {(i["video"], i["frame"]): [x.name for x in s.labels] for i, s, _ in read}
    assert named["v01", "0"] == named["v02", "10"] == ["preparation"]
    assert named["v01", "20"] == ["surgical instrument"]


def test_many_frames_of_a_video_are_decoded_in_one_pass(tmp_path, monkeypatch):
    write_video(tmp_path / "a.avi", frames=200)
    opened = []
    real = cv2.VideoCapture

    class Counted:
        def __init__(self, name):
            self.handle = real(name)
            opened.append(self)
            self.grabbed = 0

        def grab(self):
            self.grabbed += 1
            return self.handle.grab()

        def __getattr__(self, name):
            return getattr(self.handle, name)

    monkeypatch.setattr(video.cv2, "VideoCapture", Counted)
    source = source_of(cases=Frames("{v}.avi", every="5"), subject="{v}", modality="Endoscopy")
    read = build(tmp_path, source)[1]
    assert len(read) == 40
    assert sum(one.grabbed for one in opened) < 200


def test_a_video_without_frames_is_named_and_the_others_go_on(tmp_path):
    write_video(tmp_path / "a.avi")
    (tmp_path / "b.avi").write_bytes((tmp_path / "a.avi").read_bytes()[:300])
    (tmp_path / "c.avi").write_bytes(b"")
    source = source_of(cases=Frames("{v}.avi", every="2s"), subject="{v}", modality="Endoscopy")
    found, read = build(tmp_path, source)
    assert [(r.rule, r.path) for r in found.rejected] == [
        ("not-a-video", "b.avi"), ("not-a-video", "c.avi")]  # fmt: skip
    assert len(read) == 3


def test_a_frame_that_the_header_promised_is_refused_by_number(tmp_path):
    write_video(tmp_path / "a.avi")
    data = bytearray((tmp_path / "a.avi").read_bytes())
    (tmp_path / "a.avi").write_bytes(bytes(data[: len(data) * 2 // 3]))
    source = source_of(cases=Frames("{v}.avi", every="1s"), subject="{v}", modality="Endoscopy")
    with pytest.raises(RejectedItem, match=r"no-such-frame: frame \d+ of|not-a-video"):
        build(tmp_path, source)


def test_the_distance_between_frames_is_time_or_a_number():
    assert step_of("1s", 25.0) == 25
    assert step_of("0.5s", 29.97) == pytest.approx(14.985)
    assert step_of("0.01s", 25.0) == 1
    assert step_of("12", 0.0) == 12
    for every in ("1", "fast", "0s", "1.5", "-1s", "1 s"):
        if every == "1":
            continue
        with pytest.raises(DeclarationError, match="must be seconds"):
            step_of(every, 25.0)
    source = source_of(cases=Frames("{v}.mp4", every="often"), subject="{v}")
    assert any("must be seconds" in message for message in lint(source))
