import io
import re

import numpy as np
import pytest
from PIL import Image

from gmai_data.build import build
from gmai_data.config import Config
from gmai_data.engine import Silent
from gmai_data.errors import CheckFailedError
from gmai_data.output.contact_sheet import COLOURS, contact_sheet, drawn
from gmai_data.output.page import page_of
from gmai_data.read.masks import encode_rle
from gmai_data.schema import Label
from gmai_data.view import Shown, Text, pictures_of, write_view
from tests import toy_source
from tests.command_line import gmai_data


def shown(**known):
    pixels = np.full((40, 60), 90, np.uint8)
    out = io.BytesIO()
    Image.fromarray(pixels).save(out, "PNG")
    given = {
        "source": "made-up", "title": "Made up", "license": "CC0-1.0", "modality": "CT",
        "slice": "0" * 16, "image": out.getvalue(), "encoding": "png",
        "facts": (("plane", "axial"),), "labels": (), "boxes": (), "texts": (), **known,
    }  # fmt: skip
    return Shown(**given)


def test_masks_are_outlined_and_boxes_and_points_drawn_in_the_colour_of_their_name():
    mask = np.zeros((40, 60), bool)
    mask[10:20, 10:30] = True
    labels = (
        Label(kind="mask", name="kidney", mask=encode_rle(mask)),
        Label(kind="box", name="kidney tumour", box=(40.0, 5.0, 50.0, 15.0)),
        Label(kind="point", raw="7", centroid=(5.0, 35.0)),
    )
    picture, names = drawn(shown(labels=labels))
    assert names == list(zip(("kidney", "kidney tumour", "7"), COLOURS, strict=False))
    pixels = np.asarray(picture)
    scale = pixels.shape[1] / 60
    rows, columns = np.nonzero((pixels == COLOURS[0]).all(axis=-1))
    assert (rows.min() / scale, rows.max() / scale) == pytest.approx((10, 20), abs=0.5)
    assert (columns.min() / scale, columns.max() / scale) == pytest.approx((10, 30), abs=0.5)
    rows, columns = np.nonzero((pixels == COLOURS[1]).all(axis=-1))
    assert (columns.min() / scale, columns.max() / scale) == pytest.approx((40, 50), abs=0.5)
    assert tuple(pixels[int(15 * scale), int(20 * scale)]) == (90, 90, 90)  # inside stays as it is
    assert (pixels == COLOURS[2]).all(axis=-1).any()


def test_a_broken_mask_leaves_the_picture():
    picture, _ = drawn(shown(labels=(Label(kind="mask", name="kidney", mask="1 2 x"),)))
    assert (np.asarray(picture) == 90).all()


def test_the_page_escapes_all_text_and_loads_and_runs_nothing():
    evil = '<script>alert("x")</script><img src=http://example.org/x>'
    text = Text(key=evil, subset=evil, task=evil, language='en" onload="x',
                turns=(("user", evil), ("assistant", evil)))  # fmt: skip
    one = shown(title=evil, license=evil, modality=evil, facts=(("plane", evil),), texts=(text,),
                labels=(Label(kind="box", name=evil, box=(1.0, 1.0, 9.0, 9.0)),))  # fmt: skip
    page = page_of([one]).decode()
    assert "<script" not in page
    assert 'onload="' not in page
    assert page.count("<img") == 1
    assert set(re.findall(r'(?:src|href)="(.{5})', page)) == {"data:"}
    assert "default-src 'none'" in page


def test_the_sheet_has_a_row_of_tiles_per_modality():
    turns = (("user", "Describe it."), ("assistant", "A CT × image. " * 80))
    texts = (Text(key="k", subset="caption", task="t", language="en", turns=turns),)
    one = Image.open(io.BytesIO(contact_sheet([shown(texts=texts)])))
    two = Image.open(io.BytesIO(contact_sheet([shown(texts=texts), shown(modality="MR")])))
    assert one.size[0] == two.size[0]
    assert two.size[1] > one.size[1] > 200


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    folder = tmp_path_factory.mktemp("view")
    path = toy_source.declare(folder / "sources")
    toy_source.add(folder / "data", range(8))
    config = Config(sources=("toy",), source_path=(path,), data=str(folder / "data"),
                    out=str(folder / "out"), workers=1)  # fmt: skip
    build(config, Silent())
    return folder / "out"


def test_pictures_are_chosen_by_hash_and_fewer_are_among_more(built):
    three, five = (pictures_of(str(built), n) for n in (3, 5))
    assert [p.slice for p in three] == [p.slice for p in five][:3]
    assert len(five) == 5
    assert all(p.modality == "Fundus Photography" and p.license == "CC-BY-4.0" for p in five)
    assert all(p.texts and p.texts[0].language == "en" for p in five)
    for picture in five:
        assert Image.open(io.BytesIO(picture.image)).size == (40, 32)
    kinds = {(t.subset, t.language) for p in five for t in p.texts}
    assert {"en", "zh"} == {language for _, language in kinds}


def test_the_command_writes_the_same_page_and_sheet_twice(built, tmp_path):
    sheet = tmp_path / "sheet.png"
    found = []
    for _ in range(2):
        done = gmai_data("view", str(built), "--contact-sheet", str(sheet), "--per-modality", "2")
        assert done.returncode == 0, done.stderr
        assert str(sheet) in done.stdout
        found.append(((built / "view.html").read_bytes(), sheet.read_bytes()))
    assert found[0] == found[1]
    assert found[0][0].count(b"<article>") == 2


def test_an_unfinished_build_and_a_cut_shard_are_named(built, tmp_path):
    with pytest.raises(CheckFailedError, match=r"no manifest\.json"):
        pictures_of(str(tmp_path), 3)
    with pytest.raises(CheckFailedError, match="no picture"):
        write_view([], str(tmp_path / "view.html"))
    shard = sorted((built / "shards").rglob("*.tar"))
    kept = {path: path.read_bytes() for path in shard}
    try:
        for path in shard:
            path.write_bytes(kept[path][:600])
        with pytest.raises(CheckFailedError, match="gmai-data verify"):
            pictures_of(str(built), 3)
    finally:
        for path, data in kept.items():
            path.write_bytes(data)
