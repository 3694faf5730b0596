"""Several regions of one mask: each has its own box in what is asked and answered."""

import re
from dataclasses import replace

import numpy as np
import pytest
from PIL import Image

from gmai_data import Files, Mask
from gmai_data.answer import answer_offline
from gmai_data.ask import ask
from gmai_data.config import AskConfig
from gmai_data.review import review
from gmai_data.schema import Sample
from gmai_data.words.bind import bind
from gmai_data.words.prompts import load_prompts
from tests.read_cases import annotation, read, source_of
from tests.words_cases import CASE, a_case

SOURCE = source_of(
    Mask("m.png", form="binary", name="hard exudate"), cases=Files("{n}.png"),
    modality="Fundus Photography", anatomy=("retina",),
)  # fmt: skip
THREE = ((60, 10, 90, 30), (20, 20, 50, 40), (30, 80, 60, 95))  # reading order


def samples(folder, boxes, task, seeds=12):
    """Samples of a task over slices that differ in their hash only."""
    mask = np.zeros((100, 100), np.uint8)
    for x1, y1, x2, y2 in boxes:
        mask[y1:y2, x1:x2] = 255
    Image.fromarray(mask).save(folder / "m.png")
    texture = np.arange(10_000, dtype=np.uint8).reshape(100, 100)
    Image.fromarray(texture).save(folder / "a.png")
    (picture,) = read(folder, SOURCE, "a.png", [annotation(SOURCE, files=("m.png",))])
    prompts = load_prompts()
    case = a_case()
    found = []
    for n in range(seeds):
        given = replace(picture.slice, hash=f"{n * 2654435761 % (1 << 64):016x}", case=CASE)
        bound = bind(SOURCE, case, given)
        for request in ask(SOURCE, case, bound, AskConfig(questions=30), prompts):
            answer = answer_offline(request, bound, prompts)
            made = review(SOURCE, case, bound, request, answer)
            if request.task == task:
                assert isinstance(made, Sample), made
                found.append(made)
    return found


def boxes_in(text):
    return [tuple(float(n) for n in found.split(","))
            for found in re.findall(r"\[\[([\d., ]+)\]\]", text)]  # fmt: skip


def test_detection_lists_every_region_in_reading_order(tmp_path):
    found = samples(tmp_path, THREE, "percept-detect")
    assert found
    expected = [tuple(v / 100 for v in box) for box in THREE]
    for sample in found:
        assert boxes_in(sample.turns[-1].text) == expected
        assert [b.box for b in sample.boxes] == [tuple(map(float, box)) for box in THREE]


@pytest.mark.parametrize("task", ["caption-box", "percept-box"])
def test_a_box_that_is_talked_about_is_that_of_one_region(tmp_path, task):
    found = samples(tmp_path, THREE, task)
    regions = {tuple(v / 100 for v in box) for box in THREE}
    named = [box for s in found for turn in s.turns for box in boxes_in(turn.text)]
    assert set(named) == regions
    assert all(len(s.boxes) == 1 for s in found)


def test_one_region_keeps_its_box(tmp_path):
    for task in ("caption-box", "percept-box", "percept-detect"):
        named = [box for s in samples(tmp_path, THREE[:1], task, 4) for turn in s.turns
                 for box in boxes_in(turn.text)]  # fmt: skip
        assert set(named) == {(0.6, 0.1, 0.9, 0.3)}


def test_more_than_nine_regions_are_not_to_be_detected(tmp_path):
    many = [(10 * n % 90, 20 * (n // 9), 10 * n % 90 + 6, 20 * (n // 9) + 6) for n in range(11)]
    assert not samples(tmp_path, many, "percept-detect", 4)
    assert samples(tmp_path, many, "percept-box", 4)


def test_no_text_gives_a_place_in_the_image_to_several_regions_at_once(tmp_path):
    for task in ("caption-image", "instruct-open"):
        for sample in samples(tmp_path, THREE, task):
            assert not any(f.kind == "position" for f in sample.facts)
