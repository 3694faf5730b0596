"""Frames of a video file to pictures."""

from __future__ import annotations

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
    pictures = []
    with inputs.local(file.path) as name:
        count = _count(name, file.path)
        wanted = sorted(set(frames_of(case, count, config)))
        last = ""
        opened = cv2.VideoCapture(name)
        try:
            for index in range(wanted[-1] + 1 if wanted else 0):
                good, frame = _next(opened, index in wanted)
                if not good:
                    found = f"frame {index} of {count}"
                    raise RejectedItem("corrupt", "no-such-frame", found, file.path)
                if index not in wanted:
                    continue
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
        finally:
            opened.release()
    return pictures


def _count(name: str, path: str) -> int:
    """Frames that can be decoded; a header may promise more."""
    opened = cv2.VideoCapture(name)
    try:
        if not opened.isOpened():
            raise RejectedItem("corrupt", "not-a-video", "no decoder opens it", path)
        area = opened.get(cv2.CAP_PROP_FRAME_WIDTH) * opened.get(cv2.CAP_PROP_FRAME_HEIGHT)
        if area > MAX_FRAME_PIXELS:
            raise RejectedItem("policy", "image-too-large", f"{area:g} pixels a frame", path)
        count = 0
        while opened.grab():
            count += 1
    finally:
        opened.release()
    if count == 0:
        raise RejectedItem("corrupt", "not-a-video", "no frames", path)
    return count


def _next(opened: Any, wanted: bool) -> tuple[bool, Any]:
    if wanted:
        good, frame = opened.read()
        return bool(good), frame
    return bool(opened.grab()), None
