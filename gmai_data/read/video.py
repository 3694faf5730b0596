"""Frames of a video file to pictures.

What decodes is the FFmpeg inside opencv-python-headless, so its version is what pins the pixels.
H.264, HEVC, VP9 and AV1 prescribe every bit of a decoded frame; MPEG-2 and MPEG-4 part 2 leave the
inverse transform to the decoder, and the step from YCbCr to RGB is OpenCV's: a machine with
another build of it may differ by a grey level, which changes the digest of the slice and is seen.
"""

from __future__ import annotations

import functools
import os
from dataclasses import dataclass
from typing import Any

import cv2
import numpy as np

from gmai_data.config import ReadConfig
from gmai_data.declare import Source
from gmai_data.errors import RejectedItem
from gmai_data.read.encode import pixels_sha256
from gmai_data.read.flat import annotations_of, frames_of, mask_files
from gmai_data.read.image import grey_if_equal
from gmai_data.read.inputs import Inputs
from gmai_data.read.planar import planar_marks
from gmai_data.read.stored import Picture, store
from gmai_data.schema import Case, Slice

MAX_FRAME_PIXELS = 1 << 26


def read_video(source: Source, case: Case, inputs: Inputs, config: ReadConfig) -> list[Picture]:
    """Pictures of some frames of a video, or of the frame the case names.

    Frames are decoded in order: seeking is not exact in every container. A frame that repeats the
    one before it byte for byte is stored once.

    Raises:
        RejectedItem: corrupt ``not-a-video``, ``no-such-frame``; policy ``image-too-large``.
    """
    file = case.files[0]
    fields = dict((*case.identity, *case.fields))
    pictures = []
    with inputs.local(file.path) as name:
        if fields.get("frame", "").isdigit():
            wanted = [int(fields["frame"])]
            count = max(header_of(name, file.path)[0], wanted[0] + 1)
        else:
            count = _count(name, file.path)
            wanted = sorted(set(frames_of(case, count, config)))
        last = ""
        for index in wanted:
            frame = _frame(name, index)
            if frame is None:
                found = f"frame {index} of {count}"
                raise RejectedItem("corrupt", "no-such-frame", found, file.path)
            pixels = grey_if_equal(np.ascontiguousarray(frame[..., ::-1]))
            digest = pixels_sha256(pixels)
            if digest == last:
                continue
            last = digest
            size = pixels.shape[0], pixels.shape[1]
            mine = annotations_of(source, case, file, index, count)
            known = Slice(
                hash="", case="", source="", index=index, count=count, display="as stored",
                files=(inputs.file(file.role, file.path), *mask_files(mine, inputs)),
            )  # fmt: skip
            marks = planar_marks(source, mine, size, inputs)
            pictures.append(store(case, pixels, marks, config, known))
    return pictures


def header_of(name: str, path: str) -> tuple[int, float]:
    """Frames and frames per second that a video's header promises; 0 where it does not say.

    Raises:
        RejectedItem: corrupt ``not-a-video``, policy ``image-too-large``.
    """
    opened = cv2.VideoCapture(name)
    try:
        _check(opened, path)
        count = int(opened.get(cv2.CAP_PROP_FRAME_COUNT))
        rate = round(float(opened.get(cv2.CAP_PROP_FPS)), 6)
    finally:
        opened.release()
    if count <= 0:
        raise RejectedItem("corrupt", "not-a-video", "no frames", path)
    return count, max(0.0, rate)


def _check(opened: Any, path: str) -> None:
    if not opened.isOpened():
        raise RejectedItem("corrupt", "not-a-video", "no decoder opens it", path)
    area = opened.get(cv2.CAP_PROP_FRAME_WIDTH) * opened.get(cv2.CAP_PROP_FRAME_HEIGHT)
    if area > MAX_FRAME_PIXELS:
        raise RejectedItem("policy", "image-too-large", f"{area:g} pixels a frame", path)


@dataclass(slots=True, eq=False)
class _Cursor:
    """An open video and the frame that comes next."""

    handle: Any
    at: int = 0


def _frame(name: str, index: int) -> Any:
    """One frame as BGR, or None. Going on from the last one asked for costs no new start."""
    stat = os.stat(name)
    cursor = _opened(name, stat.st_mtime_ns, stat.st_size, os.getpid())
    if index < cursor.at:
        cursor.handle.open(name)
        cursor.at = 0
    while cursor.at < index:
        if not cursor.handle.grab():
            return None
        cursor.at += 1
    good, frame = cursor.handle.read()
    cursor.at += 1
    return frame if good else None


@functools.lru_cache(maxsize=1)
def _opened(name: str, mtime_ns: int, size: int, process: int) -> _Cursor:
    del mtime_ns, size, process  # only part of the cache's key: never shared after a fork
    return _Cursor(cv2.VideoCapture(name))


def _count(name: str, path: str) -> int:
    """Frames that can be decoded; a header may promise more."""
    opened = cv2.VideoCapture(name)
    try:
        _check(opened, path)
        count = 0
        while opened.grab():
            count += 1
    finally:
        opened.release()
    if count == 0:
        raise RejectedItem("corrupt", "not-a-video", "no frames", path)
    return count
