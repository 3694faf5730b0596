"""Whole slides as tiles: which, at what magnification, with which labels; never decoded whole."""

import io
import resource

import numpy as np
import pytest
from PIL import Image

from gmai_data import ABSENT, NO_SUBJECT, Boxes, Files, Mask, Points, Table, Tiles
from gmai_data.arrow import from_table
from gmai_data.config import Config, ReadConfig
from gmai_data.errors import RejectedItem
from gmai_data.grammar.lint import lint
from gmai_data.listing import list_root
from gmai_data.read import read_case
from gmai_data.roots import Root
from gmai_data.scan import scan
from gmai_data.schema import Case
from gmai_data.testing import write_json, write_table, write_text
from tests.read_cases import source_of
from tests.slides import write_huge, write_pyramid

pytest.importorskip("openslide")
pytest.importorskip("tifffile")
rng = np.random.default_rng(5)
NAMES = {"tumour": "adenocarcinoma", "other": None}


def pixels(height=1536, width=2048):
    """White glass with pink tissue from (512, 256) to (1536, 1280)."""
    array = np.full((height, width, 3), 243, np.uint8)
    array[256:1280, 512:1536] = rng.integers(0, 60, (1024, 1024, 3)) + np.array((170, 80, 140))
    return array


def pictures_of(folder, *labels, cases=None, config=None, split=True):
    source = source_of(
        *labels, cases=cases or Tiles("{n}.tif", mpp=0.5, size=256), subject=NO_SUBJECT,
        modality="Pathology",
    )  # fmt: skip
    assert lint(source) == ()
    roots = {source.name: Root(source.name, str(folder))}
    found = scan(source, roots, list_root(roots[source.name]), Config())
    assert not found.rejected
    (case,) = from_table(Case, found.cases)
    return read_case(source, case, roots, config or ReadConfig(frames=0))


def stored(picture):
    return np.asarray(Image.open(io.BytesIO(picture.image)))


def at(picture):
    """Left and upper edge of a tile of the slide above, in its tiles."""
    return picture.slice.index % 8, picture.slice.index // 8


def test_tiles_are_those_with_tissue_and_hold_the_slides_own_pixels(tmp_path):
    array = pixels()
    write_pyramid(tmp_path / "a.tif", array)
    found = pictures_of(tmp_path)
    assert {at(p) for p in found} == {(x, y) for x in range(2, 6) for y in range(1, 5)}
    for picture in found:
        x, y = at(picture)
        assert np.array_equal(stored(picture), array[y * 256 :, x * 256 :][:256, :256])
        assert picture.slice.spacing_mm == (0.0005, 0.0005)
        assert picture.slice.count == 48
    some = pictures_of(tmp_path, config=ReadConfig(frames=3))
    assert len(some) == 3
    assert some == pictures_of(tmp_path, config=ReadConfig(frames=3))


def test_a_coarser_magnification_covers_more_at_the_spacing_it_says(tmp_path):
    array = pixels()
    write_pyramid(tmp_path / "a.tif", array)
    found = pictures_of(tmp_path, cases=Tiles("{n}.tif", mpp=1.0, size=256))
    assert {p.slice.index for p in found} == {1, 2, 5, 6, 9, 10}
    assert all(p.slice.spacing_mm == (0.001, 0.001) for p in found)
    first = stored(found[0])
    assert np.array_equal(first, array[0:512:2, 512:1024:2])


def test_a_magnification_the_slide_does_not_have_is_refused(tmp_path):
    write_pyramid(tmp_path / "a.tif", pixels())
    with pytest.raises(RejectedItem, match=r"no-magnification: 0.5 microns a pixel, 0.25 are"):
        pictures_of(tmp_path, cases=Tiles("{n}.tif", mpp=0.25))
    near = pictures_of(tmp_path, cases=Tiles("{n}.tif", mpp=0.48, size=256))
    assert near[0].slice.spacing_mm == (0.0005, 0.0005)  # its own pixels, and it says so


TUMOUR = (600, 300, 900, 700)  # in tiles (2, 1), (3, 1), (2, 2) and (3, 2)


def outline(x1, y1, x2, y2):
    return [[x1, y1], [x2, y1], [x2, y2], [x1, y2]]


def geojson(folder):
    write_json(folder / "a.geojson", {"type": "FeatureCollection", "features": [
        {"type": "Feature", "properties": {"classification": {"name": "tumour"}},
         "geometry": {"type": "Polygon", "coordinates": [outline(*TUMOUR)]}}]})  # fmt: skip


def asap(folder):
    points = "".join(f'<Coordinate Order="{n}" X="{x}" Y="{y}"/>'
                     for n, (x, y) in enumerate(outline(*TUMOUR)))  # fmt: skip
    write_text(folder / "a.xml", "<ASAP_Annotations><Annotations><Annotation Type='Polygon' "
               f"PartOfGroup='tumour'><Coordinates>{points}</Coordinates></Annotation>"
               "</Annotations></ASAP_Annotations>")  # fmt: skip


def mask_slide(folder):
    mask = np.zeros((1536, 2048), np.uint8)
    mask[TUMOUR[1] : TUMOUR[3], TUMOUR[0] : TUMOUR[2]] = 2
    write_pyramid(folder / "a_mask.tif", mask)


def half_mask_slide(folder):
    mask = np.zeros((768, 1024), np.uint8)
    mask[TUMOUR[1] // 2 : TUMOUR[3] // 2, TUMOUR[0] // 2 : TUMOUR[2] // 2] = 2
    write_pyramid(folder / "a_mask.tif", mask, mpp=1.0)


def rows(folder):
    cell = " ".join(f"{x},{y}" for x, y in outline(*TUMOUR))
    write_table(folder / "a.csv", ["n", "points"], [["a", cell]])


SLIDE = Tiles("{n:1}.tif", mpp=0.5, size=256)


@pytest.mark.parametrize(
    ("make", "part"),
    [
        (geojson, Mask("{n}.geojson", form="geojson", names=NAMES)),
        (asap, Mask("{n}.xml", form="asap", names=NAMES)),
        (mask_slide, Mask("{n}_mask.tif", names={2: "adenocarcinoma"})),
        (half_mask_slide, Mask("{n}_mask.tif", names={2: "adenocarcinoma"})),
        (rows, Mask(polygon="{points}", name="adenocarcinoma", table=Table("a.csv", on="n"))),
    ],
)
def test_a_tile_has_its_part_of_what_is_drawn_on_the_slide(tmp_path, make, part):
    write_pyramid(tmp_path / "a.tif", pixels())
    make(tmp_path)
    found = pictures_of(tmp_path, part, cases=SLIDE)
    labels = {at(p): p.slice.labels for p in found if p.slice.labels}
    assert set(labels) == {(2, 1), (3, 1), (2, 2), (3, 2)}
    assert labels[2, 1][0].box == (88, 44, 256, 256)
    assert labels[3, 2][0].box == (0, 0, 132, 188)
    assert labels[3, 2][0].area_px == 132 * 188
    assert labels[3, 2][0].area_mm2 == pytest.approx(132 * 188 * 0.25e-6, abs=5e-4)
    one = pictures_of(tmp_path, part, cases=SLIDE, config=ReadConfig(frames=2))
    assert any(p.slice.labels for p in one)  # the class is covered whatever the budget


def test_a_class_that_is_annotated_everywhere_is_absent_where_it_is_not(tmp_path):
    write_pyramid(tmp_path / "a.tif", pixels())
    geojson(tmp_path)
    part = Mask("{n}.geojson", form="geojson", names=NAMES, empty=ABSENT)
    states = [x.presence for p in pictures_of(tmp_path, part, cases=SLIDE) for x in p.slice.labels]
    assert (states.count("present"), states.count("absent")) == (4, 12)


def test_boxes_are_on_the_tile_that_holds_most_of_them(tmp_path):
    write_pyramid(tmp_path / "a.tif", pixels())
    write_table(tmp_path / "b.csv", ["n", "x", "y", "w", "h"], [["a", 740, 300, 40, 20]])
    part = Boxes(xywh=("{x}", "{y}", "{w}", "{h}"), name="mitosis", table=Table("b.csv", on="n"))
    found = {at(p): p.slice.labels for p in pictures_of(tmp_path, part, cases=SLIDE)}
    boxes = {k: v[0].box for k, v in found.items() if v}
    assert boxes == {(2, 1): (228, 44, 256, 64)}


def test_what_cannot_be_cut_into_tiles_is_refused(tmp_path):
    write_pyramid(tmp_path / "a.tif", pixels())
    write_table(tmp_path / "b.csv", ["n", "x", "y"], [["a", 740, 300]])
    part = Points(xy=("{x}", "{y}"), name="mitosis", table=Table("b.csv", on="n"))
    with pytest.raises(RejectedItem, match="slide-label: points of a slide"):
        pictures_of(tmp_path, part, cases=SLIDE)
    bad = np.zeros((1536, 1536), np.uint8)
    write_pyramid(tmp_path / "a_mask.tif", bad)
    with pytest.raises(RejectedItem, match="mask-size"):
        pictures_of(tmp_path, Mask("{n}_mask.tif", name="x", form="binary"), cases=SLIDE)


def test_glass_without_tissue_and_files_that_are_no_slides_are_named(tmp_path):
    write_pyramid(tmp_path / "a.tif", np.full((600, 600, 3), 240, np.uint8))
    with pytest.raises(RejectedItem, match="no-tissue: none of 4 tiles"):
        pictures_of(tmp_path)
    Image.fromarray(pixels()).save(tmp_path / "a.tif")  # strips: no tiles, no pyramid, no microns
    with pytest.raises(RejectedItem, match=r"not-a-slide|no-pixel-size") as caught:
        pictures_of(tmp_path)
    assert str(tmp_path) not in str(caught.value)
    for data in (b"", b"II*\0 and nothing else"):
        (tmp_path / "a.tif").write_bytes(data)
        with pytest.raises(RejectedItem, match="not-a-slide") as caught:
            pictures_of(tmp_path)
        assert (caught.value.kind, caught.value.path) == ("corrupt", "a.tif")
    write_pyramid(tmp_path / "a.tif", pixels())
    whole = (tmp_path / "a.tif").read_bytes()
    (tmp_path / "a.tif").write_bytes(whole[: len(whole) // 3])
    with pytest.raises(RejectedItem):
        pictures_of(tmp_path)


def test_a_slide_of_60000_pixels_is_never_decoded_whole(tmp_path):
    write_huge(tmp_path / "a.tif")
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    found = pictures_of(tmp_path, cases=Tiles("{n}.tif", mpp=0.5), config=ReadConfig(frames=4))
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    assert len(found) == 4
    assert {p.slice.count for p in found} == {58 * 58}
    assert grown < 300 << 10  # KiB: the picture alone would be 10 GiB
    with pytest.raises(RejectedItem, match=r"image-too-large.*cases=Tiles"):
        pictures_of(tmp_path, cases=Files("{n}.tif"))


def test_a_large_slide_without_a_pyramid_is_refused_with_what_to_do(tmp_path):
    write_huge(tmp_path / "a.tif", side=20_000, levels=1)
    with pytest.raises(RejectedItem, match=r"slide-without-pyramid: .*vips tiffsave"):
        pictures_of(tmp_path)


@pytest.mark.parametrize(
    ("cases", "said"),
    [(Tiles("{n}.svs", mpp=20), ""), (Tiles("{n}.svs", mpp=0), "mpp=0 must be microns"),
     (Tiles("{n}.svs", size=7), "size=7 must be the side")],
)  # fmt: skip
def test_a_magnification_is_given_in_microns(cases, said):
    source = source_of(cases=cases, subject=NO_SUBJECT, modality="Pathology")
    messages = lint(source)
    assert any(said in m for m in messages) if said else messages == ()
