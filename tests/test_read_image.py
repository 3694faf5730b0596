import io

import numpy as np
import pytest
from PIL import Image

from gmai_data import ABSENT, Boxes, Class, Files, Mask, Points
from gmai_data.config import ReadConfig
from gmai_data.errors import RejectedItem
from tests.read_cases import annotation, read, source_of

rng = np.random.default_rng(0)
COLOUR = rng.integers(0, 255, (30, 40, 3)).astype(np.uint8)
GREY = COLOUR[..., 0]


def put(folder, name, array, **options):
    Image.fromarray(array).save(folder / name, **options)


def photographs(*labels, **known):
    return source_of(*labels, modality="Dermoscopy", cases=Files("{n}.png"), **known)


def stored(picture):
    return np.asarray(Image.open(io.BytesIO(picture.image)))


@pytest.mark.parametrize("suffix", [".png", ".bmp", ".tif", ".webp", ".gif", ".ppm"])
def test_lossless_formats_keep_their_pixels(tmp_path, suffix):
    array = GREY if suffix == ".gif" else COLOUR
    put(tmp_path, f"i{suffix}", array, **({"lossless": True} if suffix == ".webp" else {}))
    picture = read(tmp_path, photographs(), f"i{suffix}")[0]
    assert np.array_equal(stored(picture), array)
    assert (picture.slice.encoding, picture.slice.width, picture.slice.height) == ("png", 40, 30)
    assert picture.slice.image_bytes == len(picture.image)


def test_a_jpeg_passes_through_without_its_metadata(tmp_path):
    exif = Image.Exif()
    exif[0x013B] = "Jane Doe"
    put(tmp_path, "i.jpg", COLOUR, exif=exif)
    picture = read(tmp_path, photographs(), "i.jpg")[0]
    assert picture.slice.encoding == "jpg"
    assert b"Jane" not in picture.image
    assert np.array_equal(stored(picture), np.asarray(Image.open(tmp_path / "i.jpg")))


def test_a_large_jpeg_is_resized_and_stays_a_jpeg(tmp_path):
    put(tmp_path, "i.jpg", np.repeat(np.repeat(COLOUR, 10, 0), 10, 1))
    picture = read(tmp_path, photographs(), "i.jpg", config=ReadConfig(max_side=200))[0]
    assert (picture.slice.encoding, picture.slice.width, picture.slice.height) == ("jpg", 200, 150)
    assert picture.slice.scale == 0.5


def test_exif_orientation_is_applied_before_masks_are_paired(tmp_path):
    exif = Image.Exif()
    exif[0x0112] = 6  # to be turned by 90 degrees clockwise
    put(tmp_path, "i.jpg", COLOUR, exif=exif, quality=95)
    mask = np.zeros((40, 30), np.uint8)
    mask[0:20, 0:10] = 255
    put(tmp_path, "m.png", mask)
    source = photographs(Mask("m.png", name="lesion", threshold=127))
    picture = read(tmp_path, source, "i.jpg", [annotation(source, files=("m.png",))])[0]
    assert (picture.slice.width, picture.slice.height) == (30, 40)
    assert picture.slice.labels[0].box == (0.0, 0.0, 10.0, 20.0)


def test_a_mask_of_another_size_is_refused(tmp_path):
    put(tmp_path, "i.png", COLOUR)
    put(tmp_path, "m.png", np.zeros((15, 20), np.uint8))
    source = photographs(Mask("m.png", name="lesion"))
    with pytest.raises(RejectedItem, match=r"mask-size: mask is 20 x 15, image 40 x 30"):
        read(tmp_path, source, "i.png", [annotation(source, files=("m.png",))])


def test_a_palette_label_map_is_read_by_index_and_not_by_colour(tmp_path):
    put(tmp_path, "i.png", COLOUR)
    mask = np.zeros((30, 40), np.uint8)
    mask[3:9, 5:15] = 2
    image = Image.fromarray(mask).convert("P")
    image.putpalette([0, 0, 0, 9, 9, 9, 200, 0, 0] + [0] * 759)
    image.save(tmp_path / "m.png")
    source = photographs(Mask("m.png", names={2: "lesion"}))
    picture = read(tmp_path, source, "i.png", [annotation(source, files=("m.png",))])[0]
    label = picture.slice.labels[0]
    assert (label.raw, label.box, label.area_px) == ("2", (5.0, 3.0, 15.0, 9.0), 60)
    assert label.diameter_mm is None


def test_a_colour_mask_is_read_by_its_keys(tmp_path):
    put(tmp_path, "i.png", COLOUR)
    mask = np.zeros((30, 40, 3), np.uint8)
    mask[3:9, 5:15] = (255, 0, 0)
    mask[20:25, 5:15] = (0, 0, 255)
    put(tmp_path, "m.png", mask)
    source = photographs(Mask("m.png", form="colour", names={"#ff0000": "a", "#0000ff": None}))
    picture = read(tmp_path, source, "i.png", [annotation(source, files=("m.png",))])[0]
    assert [label.raw for label in picture.slice.labels] == ["#ff0000"]
    source = photographs(Mask("m.png", form="colour", names={"#ff0000": "a"}))
    with pytest.raises(RejectedItem, match=r"unknown-label: colour #0000ff"):
        read(tmp_path, source, "i.png", [annotation(source, files=("m.png",))])


def test_an_inverted_mask_names_its_own_background(tmp_path):
    put(tmp_path, "i.png", COLOUR)
    mask = np.full((30, 40), 255, np.uint8)
    mask[5:20, 5:20], mask[8:12, 8:12] = 128, 0
    put(tmp_path, "m.png", mask)
    names = {0: "optic cup", 128: "optic disc", 255: None}
    source = photographs(Mask("m.png", names=names, background=255))
    picture = read(tmp_path, source, "i.png", [annotation(source, files=("m.png",))])[0]
    assert {label.raw: label.area_px for label in picture.slice.labels} == {"0": 16, "128": 209}


def test_a_blurred_jpeg_mask_needs_a_threshold_and_the_message_says_so(tmp_path):
    put(tmp_path, "i.png", COLOUR)
    mask = np.zeros((30, 40), np.uint8)
    mask[5:20, 5:20] = 255
    put(tmp_path, "m.jpg", mask, quality=50)
    source = photographs(Mask("m.jpg", names={255: "lesion"}))
    with pytest.raises(RejectedItem, match="threshold="):
        read(tmp_path, source, "i.png", [annotation(source, files=("m.jpg",))])
    source = photographs(Mask("m.jpg", name="lesion", threshold=127))
    picture = read(tmp_path, source, "i.png", [annotation(source, files=("m.jpg",))])[0]
    assert picture.slice.labels[0].area_px == pytest.approx(225, abs=8)


def test_instance_values_are_objects_with_their_numbers(tmp_path):
    put(tmp_path, "i.png", COLOUR)
    mask = np.zeros((30, 40), np.uint16)
    mask[2:8, 2:8], mask[2:8, 8:14], mask[20:30, 20:30] = 300, 7, 9
    put(tmp_path, "m.tif", mask)
    source = photographs(Mask("m.tif", name="nucleus", instances="{pixel}"))
    picture = read(tmp_path, source, "i.png", [annotation(source, files=("m.tif",))])[0]
    found = {label.instance: (label.area_px, label.truncated) for label in picture.slice.labels}
    assert found == {"300": (36, False), "7": (36, False), "9": (100, True)}


def test_an_empty_mask_is_absent_only_where_the_source_says_so(tmp_path):
    put(tmp_path, "i.png", COLOUR)
    put(tmp_path, "m.png", np.zeros((30, 40), np.uint8))
    for empty, expected in ((ABSENT, ["absent"]), ("unknown", [])):
        source = photographs(Mask("m.png", name="lesion", empty=empty))
        picture = read(tmp_path, source, "i.png", [annotation(source, files=("m.png",))])[0]
        assert [label.presence for label in picture.slice.labels] == expected


def test_a_missing_annotation_that_means_absence_is_a_label_for_every_name(tmp_path):
    put(tmp_path, "i.png", COLOUR)
    source = photographs(Mask("m.png", names={1: "a", 2: "b", 3: None}, missing=ABSENT))
    notes = [annotation(source, state="absent")]
    labels = read(tmp_path, source, "i.png", notes)[0].slice.labels
    assert [(label.raw, label.presence) for label in labels] == [("1", "absent"), ("2", "absent")]


def boxes(tmp_path, part, *values, raw="x"):
    put(tmp_path, "i.png", COLOUR)
    source = photographs(part)
    notes = [annotation(source, values=v, raw=raw) for v in values]
    config = ReadConfig(max_side=20)  # stored at half size
    return read(tmp_path, source, "i.png", notes, config)[0].slice.labels


def test_boxes_of_every_form_are_those_of_the_stored_picture(tmp_path):
    corners = Boxes(xyxy=("{a}",) * 4, name="x")
    assert boxes(tmp_path, corners, (("x1", "10"), ("y1", "4"), ("x2", "30"), ("y2", "24")))[
        0
    ].box == (5.0, 2.0, 15.0, 12.0)
    sized = Boxes(xywh=("{a}",) * 4, name="x")
    assert boxes(tmp_path, sized, (("x", "10"), ("y", "4"), ("w", "20"), ("h", "20")))[0].box == (
        5.0,
        2.0,
        15.0,
        12.0,
    )
    lower = Boxes(circle=("{a}",) * 3, name="x", origin="lower")
    assert boxes(tmp_path, lower, (("cx", "20"), ("cy", "10"), ("r", "10")))[0].box == (
        5.0, 5.0, 15.0, 15.0,
    )  # fmt: skip
    other = (("x1", "20"), ("y1", "8"), ("x2", "60"), ("y2", "48"), ("size_w", "80"),
             ("size_h", "60"))  # fmt: skip
    assert boxes(tmp_path, corners, other)[0].box == (5.0, 2.0, 15.0, 12.0)


def test_a_box_that_sticks_out_a_little_is_clipped_and_one_outside_is_refused(tmp_path):
    part = Boxes(xyxy=("{a}",) * 4, name="x")
    label = boxes(tmp_path, part, (("x1", "30"), ("y1", "10"), ("x2", "44"), ("y2", "20")))[0]
    assert label.box == (15.0, 5.0, 20.0, 10.0)
    assert label.truncated
    for far in (("x1", "38"), ("x1", "50")):
        with pytest.raises(RejectedItem, match="box-outside"):
            boxes(tmp_path, part, (far, ("y1", "10"), ("x2", "60"), ("y2", "20")))


@pytest.mark.parametrize("x2", ["5", "10", "ten"])
def test_a_box_without_area_or_numbers_is_refused(tmp_path, x2):
    with pytest.raises(RejectedItem, match="box-values"):
        boxes(tmp_path, Boxes(xyxy=("{a}",) * 4, name="x"),
              (("x1", "10"), ("y1", "4"), ("x2", x2), ("y2", "24")))  # fmt: skip


def test_blank_box_cells_follow_empty(tmp_path):
    blank = (("x1", ""), ("y1", ""), ("x2", ""), ("y2", ""))
    assert boxes(tmp_path, Boxes(xyxy=("{a}",) * 4, name="x"), blank) == ()
    label = boxes(tmp_path, Boxes(xyxy=("{a}",) * 4, name="x", empty=ABSENT), blank)[0]
    assert (label.presence, label.box) == ("absent", None)


def test_points_polygons_and_run_lengths_are_scaled_with_the_picture(tmp_path):
    put(tmp_path, "i.png", COLOUR)
    source = photographs(
        Points(xy=("{x}", "{y}"), name="fovea"), Mask(polygon="{p}", name="a"),
        Mask(rle="{r}", name="b", order="row", base=0), Class("{c}", names={}),
    )  # fmt: skip
    notes = [
        annotation(source, 0, values=(("x", "20"), ("y", "10"))),
        annotation(source, 1, values=(("polygon", "[[4, 4], [20, 4], [20, 12], [4, 12]]"),)),
        annotation(source, 2, values=(("rle", "0 40 40 40"),)),
    ]
    labels = read(tmp_path, source, "i.png", notes, ReadConfig(max_side=20))[0].slice.labels
    assert labels[0].centroid == (10.0, 5.0)
    assert labels[1].box == (2.0, 2.0, 10.0, 6.0)
    assert labels[2].box == (0.0, 0.0, 20.0, 1.0)


def test_sixteen_bits_become_eight_by_a_recorded_rule(tmp_path):
    deep = (rng.integers(100, 4000, (30, 40))).astype(np.uint16)
    put(tmp_path, "i.png", deep)
    picture = read(tmp_path, photographs(), "i.png")[0]
    assert picture.slice.window.startswith("percentile 0.5-99.5: 1")
    hu = (np.array([[-1024, -150, 50, 250, 1000]] * 8) + 32768).astype(np.uint16)
    put(tmp_path, "h.png", hu)
    source = source_of(intensity="HU-32768", window="soft tissue", cases=Files("{n}.png"))
    picture = read(tmp_path, source, "h.png")[0]
    assert picture.slice.window == "soft tissue 50/400 HU"
    assert stored(picture)[0].tolist() == [0, 0, 128, 255, 255]
    put(tmp_path, "b.png", np.array([[0, 255]] * 4, np.uint16))
    assert stored(read(tmp_path, photographs(), "b.png")[0])[0].tolist() == [0, 255]


@pytest.mark.parametrize("mode", ["RGBA", "LA", "P", "1", "CMYK", "YCbCr", "LAB"])
def test_every_colour_mode_becomes_grey_or_rgb(tmp_path, mode):
    name = "i.tif" if mode in ("CMYK", "YCbCr", "LAB") else "i.png"
    image = Image.fromarray(COLOUR).convert("L" if mode in ("LA", "1") else "RGB").convert(
        "RGB" if mode == "LAB" else mode)  # fmt: skip
    image.save(tmp_path / name)
    picture = read(tmp_path, photographs(), name)[0]
    assert Image.open(io.BytesIO(picture.image)).mode in ("L", "RGB")


def test_transparent_pixels_are_black_and_it_is_recorded(tmp_path):
    put(tmp_path, "i.png", np.dstack([COLOUR, np.zeros((30, 40), np.uint8)]))
    picture = read(tmp_path, photographs(), "i.png")[0]
    assert stored(picture).max() == 0
    assert picture.slice.window == "alpha on black"


@pytest.mark.parametrize("name", ["i.png", "i.jpg", "i.tif", "i.bmp"])
def test_a_truncated_picture_is_named_and_refused(tmp_path, name):
    put(tmp_path, name, COLOUR)
    data = (tmp_path / name).read_bytes()
    for cut in (len(data) * 2 // 3, 20, 0):
        (tmp_path / name).write_bytes(data[:cut])
        with pytest.raises(RejectedItem) as caught:
            read(tmp_path, photographs(), name)
        assert (caught.value.kind, caught.value.path) == ("corrupt", name)


def test_a_picture_bomb_is_refused_before_it_is_decoded(tmp_path):
    from gmai_data.read.encode import png

    small = bytearray(png(np.zeros((4, 4), np.uint8)))
    import struct
    import zlib

    small[16:24] = struct.pack(">II", 60000, 60000)
    small[29:33] = struct.pack(">I", zlib.crc32(bytes(small[12:29])))
    (tmp_path / "i.png").write_bytes(bytes(small))
    with pytest.raises(RejectedItem, match="image-too-large"):
        read(tmp_path, photographs(), "i.png")


def test_a_missing_file_is_named_without_the_folder(tmp_path):
    with pytest.raises(RejectedItem, match="missing-file") as caught:
        read(tmp_path, photographs(), "gone.png")
    assert caught.value.path == "gone.png"
    assert str(tmp_path) not in str(caught.value)


def test_a_text_record_is_a_slice_without_an_image(tmp_path):
    picture = read(tmp_path, photographs(), [])[0]
    assert (picture.slice.width, picture.image, picture.slice.encoding) == (0, b"", "")


def test_the_real_fundus_and_slide_of_scikit_image_are_read():
    data = pytest.importorskip("skimage.data")
    folder = data.__path__[0] if hasattr(data, "__path__") else None
    retina = read(folder, photographs(), "retina.jpg")[0]
    assert (retina.slice.width, retina.slice.height, retina.slice.encoding) == (1024, 1024, "jpg")
    slide = read(folder, photographs(), "ihc.png")[0]
    assert (slide.slice.width, slide.slice.encoding) == (512, "png")


def test_reading_twice_gives_the_same_bytes(tmp_path):
    put(tmp_path, "i.png", np.repeat(np.repeat(COLOUR, 50, 0), 50, 1))
    first, second = (read(tmp_path, photographs(), "i.png") for _ in range(2))
    assert first == second


def test_rows_of_arrays_are_pictures_and_their_masks_are_the_same_rows(tmp_path):
    images = rng.integers(0, 255, (3, 30, 40, 3)).astype(np.uint8)
    masks = np.zeros((3, 30, 40, 2), np.uint16)
    masks[1, 2:6, 2:6, 0], masks[1, 10:14, 2:6, 0] = 4, 9
    np.save(tmp_path / "i.npy", images)
    np.savez(tmp_path / "i.npz", train=images)
    np.save(tmp_path / "m.npy", masks)
    source = photographs(Mask("m.npy", stack=["cell", None], instances=True))
    for path in ("i.npy", "i.npz!train"):
        picture = read(tmp_path, source, path, [annotation(source, files=("m.npy",))],
                       identity=(("i", "1"),))[0]  # fmt: skip
        assert np.array_equal(stored(picture), images[1])
        assert [(x.raw, x.instance) for x in picture.slice.labels] == [("0", "4"), ("0", "9")]
        assert picture.slice.files[0].path == path.split("!")[0]


def test_pickled_arrays_are_refused(tmp_path):
    np.save(tmp_path / "i.npy", np.array([{"a": 1}], dtype=object), allow_pickle=True)
    with pytest.raises(RejectedItem, match="not-an-array"):
        read(tmp_path, photographs(), "i.npy")


def test_frames_of_a_video_are_spread_and_the_declared_one_is_taken(tmp_path):
    import cv2

    out = cv2.VideoWriter(str(tmp_path / "v.avi"), cv2.VideoWriter_fourcc(*"MJPG"), 10, (64, 48))
    for k in range(12):
        picture = np.full((48, 64, 3), 20, np.uint8)
        picture[:, 4 * k : 4 * k + 8] = 220
        out.write(picture)
    out.release()
    pictures = read(tmp_path, photographs(), "v.avi", config=ReadConfig(frames=4))
    assert [p.slice.count for p in pictures] == [12] * 4
    assert len({p.slice.index for p in pictures}) == 4
    (chosen,) = read(tmp_path, photographs(), "v.avi", identity=(("frame", "5"),))
    assert chosen.slice.index == 5
    assert stored(chosen)[:, 21:27].mean() > 200
    (tmp_path / "broken.avi").write_bytes((tmp_path / "v.avi").read_bytes()[:300])
    with pytest.raises(RejectedItem, match="not-a-video"):
        read(tmp_path, photographs(), "broken.avi")
