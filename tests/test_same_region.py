"""One region written in every form is one label, however the picture is turned or mirrored."""

import base64
import io
import json
import zlib

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageOps

from gmai_data import Boxes, Files, Mask, Points
from gmai_data.errors import RejectedItem
from gmai_data.grammar.dialects import pixel_polygons
from gmai_data.read.masks import decode_rle
from gmai_data.read.upright import turned, turned_point
from gmai_data.testing import write_json
from tests.read_cases import annotation, read, source_of

FORMS = ("png", "binary", "palette", "npy", "tif", "column-1", "row-0", "coco", "coco-text",
         "polygons", "rings", "geojson", "supervisely", "labelme")  # fmt: skip


@st.composite
def regions(draw):
    """A mask that is neither empty nor full, of an odd shape."""
    height, width = draw(st.integers(2, 14)), draw(st.integers(2, 17))
    bits = draw(st.lists(st.booleans(), min_size=height * width, max_size=height * width))
    mask = np.array(bits).reshape(height, width)
    mask[draw(st.integers(0, height - 1)), draw(st.integers(0, width - 1))] = True
    return mask


def pairs(mask, order, base):
    flat = mask.ravel(order="F" if order == "column" else "C")
    edges = np.flatnonzero(np.diff(np.concatenate(([0], flat.astype(np.int8), [0]))))
    return " ".join(f"{a + base} {b - a}" for a, b in zip(edges[::2], edges[1::2], strict=True))


def counts(mask):
    flat = mask.ravel(order="F")
    edges = [0, *(np.flatnonzero(flat[1:] != flat[:-1]) + 1).tolist(), flat.size]
    runs = np.diff(edges).tolist()
    return [0, *runs] if flat[0] else runs


def coco_text(runs):
    """The compressed text, after ``rleToString`` of the COCO API."""
    text = ""
    for n, run in enumerate(runs):
        value = run - runs[n - 2] if n > 2 else run
        while True:
            digit = value & 31
            value >>= 5
            more = value != (-1 if digit & 16 else 0)
            text += chr((digit | 32 if more else digit) + 48)
            if not more:
                break
    return text


def png(array):
    sink = io.BytesIO()
    Image.fromarray(array).save(sink, "PNG")
    return sink.getvalue()


def written(folder, form, mask):
    """A label part and its annotation that hold the mask in one form."""
    grey = mask.astype(np.uint8) * 255
    rectangles = [p[0] for p in pixel_polygons(mask, 0, 0)]
    size = {"size": [int(n) for n in mask.shape]}
    if form in ("png", "tif", "binary"):
        name = "m.tif" if form == "tif" else "m.png"
        options = {"compression": "tiff_lzw"} if form == "tif" else {}
        Image.fromarray(grey).save(folder / name, **options)
        kind = {"form": "binary"} if form == "binary" else {"threshold": 127}
        return Mask(name, name="x", **kind), {"files": (name,)}
    if form == "palette":
        image = Image.fromarray(mask.astype(np.uint8))
        image.putpalette([9, 9, 9, 200, 0, 0] + [0] * 762)
        image.save(folder / "p.png")
        return Mask("p.png", names={1: "x"}), {"files": ("p.png",)}
    if form == "npy":
        np.save(folder / "m.npy", mask)
        return Mask("m.npy", name="x"), {"files": ("m.npy",)}
    if form in ("column-1", "row-0"):
        order, base = form.split("-")
        part = Mask(rle="{r}", name="x", order=order, base=int(base))
        return part, {"values": (("rle", pairs(mask, order, int(base))),)}
    if form.startswith("coco"):
        runs = counts(mask)
        cell = json.dumps({**size, "counts": runs if form == "coco" else coco_text(runs)})
        return Mask(polygon="{p}", form="coco", name="x"), {"values": (("polygon", cell),)}
    if form == "polygons":
        flat = [[n for point in ring for n in point] for ring in rectangles]
        part = Mask(polygon="{p}", form="coco", name="x")
        return part, {"values": (("polygon", json.dumps(flat)),)}
    if form == "rings":
        return Mask(polygon="{p}", name="x"), {"values": (("polygon", json.dumps(rectangles)),)}
    if form == "geojson":
        several = {"type": "MultiPolygon", "coordinates": [[ring] for ring in rectangles]}
        value = [{"geometry": several, "properties": {"name": "x"}}]
    elif form == "supervisely":
        packed = base64.b64encode(zlib.compress(png(grey))).decode()
        value = {"objects": [{"classTitle": "x", "geometryType": "bitmap",
                              "bitmap": {"data": packed, "origin": [0, 0]}}]}  # fmt: skip
    else:
        packed = base64.b64encode(png(grey)).decode()
        value = {"shapes": [{"label": "x", "shape_type": "mask", "points": [[0, 0], [9, 9]],
                             "mask": packed}]}  # fmt: skip
    write_json(folder / "m.json", value)
    return Mask("m.json", form=form, names={"x": "x"}), {"files": ("m.json",)}


def picture(folder, stored, orientation):
    exif = Image.Exif()
    exif[0x0112] = orientation
    Image.fromarray(stored).save(folder / "i.png", exif=exif)
    return "i.png"


@settings(max_examples=12, deadline=None)
@given(mask=regions(), orientation=st.integers(1, 8), frame=st.sampled_from(["upright", "stored"]))
def test_every_form_gives_the_same_label(tmp_path_factory, mask, orientation, frame):
    folder = tmp_path_factory.mktemp("m")
    upright = turned(mask, orientation) if frame == "stored" else mask
    back = {6: 8, 8: 6}.get(orientation, orientation)
    stored = mask if frame == "stored" else turned(mask, back)
    texture = np.random.default_rng(0).integers(0, 255, stored.shape).astype(np.uint8)
    name = picture(folder, texture, orientation)
    ys, xs = np.nonzero(upright)
    box = (xs.min(), ys.min(), xs.max() + 1, ys.max() + 1)
    for form in FORMS:
        part, known = written(folder, form, mask)
        source = source_of(part, cases=Files("{n}.png"), modality="Dermoscopy", drawn_on=frame)
        (made,) = read(folder, source, name, [annotation(source, **known)])
        (label,) = made.slice.labels
        assert (label.area_px, label.box) == (upright.sum(), box), form
        assert np.array_equal(decode_rle(label.mask, *upright.shape), upright), form
        shown = np.asarray(Image.open(io.BytesIO(made.image)))
        assert np.array_equal(shown, turned(texture, orientation))


@pytest.mark.parametrize("orientation", range(1, 9))
def test_boxes_and_points_turn_as_pillow_turns_the_picture(tmp_path, orientation):
    texture = np.zeros((30, 40), np.uint8)
    texture[4:9, 10:22] = 255
    name = picture(tmp_path, texture, orientation)
    seen = np.asarray(ImageOps.exif_transpose(Image.open(tmp_path / name)))
    assert np.array_equal(turned(texture, orientation), seen)
    ys, xs = np.nonzero(seen)
    source = source_of(
        Boxes(xyxy=("{a}",) * 4, name="x"), Points(xy=("{a}",) * 2, name="y"),
        cases=Files("{n}.png"), modality="Dermoscopy", drawn_on="stored",
    )  # fmt: skip
    notes = [
        annotation(source, 0, values=(("x1", "10"), ("y1", "4"), ("x2", "22"), ("y2", "9"))),
        annotation(source, 1, values=(("x", "10"), ("y", "4"))),
    ]
    box, point = read(tmp_path, source, name, notes)[0].slice.labels
    assert box.box == (xs.min(), ys.min(), xs.max() + 1, ys.max() + 1)
    assert point.centroid == turned_point(10, 4, orientation, (30, 40))
    assert point.centroid in [(x, y) for x in box.box[::2] for y in box.box[1::2]]


def test_a_mask_of_the_stored_pixels_is_not_guessed_and_the_way_out_is_said(tmp_path):
    name = picture(tmp_path, np.arange(1200, dtype=np.uint8).reshape(30, 40), 6)
    Image.fromarray(np.full((30, 40), 255, np.uint8)).save(tmp_path / "m.png")
    part = Mask("m.png", form="binary", name="x")
    source = source_of(part, cases=Files("{n}.png"), modality="Dermoscopy")
    with pytest.raises(RejectedItem, match=r'mask-size: .* drawn_on="stored"'):
        read(tmp_path, source, name, [annotation(source, files=("m.png",))])
