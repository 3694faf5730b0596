import io

import nibabel
import numpy as np
import pytest
from PIL import Image

from gmai_data import Layout
from gmai_data.config import ReadConfig
from gmai_data.errors import DeclarationError, RejectedItem
from gmai_data.read.intensity import (
    CT_WINDOWS,
    ct_scale,
    ct_window,
    declared_offset,
    linear_limits,
    percentile_window,
    suv_factor,
    to_8bit,
    voi,
    window_name,
)
from tests.read_cases import read, source_of


def test_voi_functions_have_the_values_of_the_standard():
    x = np.array([-160.0, 40.0, 239.0, 240.0])
    assert voi(x, 40, 400)[:3] == pytest.approx([0, 127.82, 255], abs=0.01)
    assert voi(x, 40, 400, "LINEAR_EXACT")[1] == pytest.approx(127.5)
    assert voi(x, 40, 400, "SIGMOID")[[1, 3]] == pytest.approx([127.5, 224.6], abs=0.05)


@pytest.mark.parametrize("function", ["LINEAR", "LINEAR_EXACT"])
def test_limits_of_a_linear_function_give_its_values(function):
    x = np.arange(-300, 400)
    low, high = linear_limits(40, 400, function)
    assert np.abs(to_8bit(x.astype(np.float32), low, high) - voi(x, 40, 400, function)).max() < 0.51


@pytest.mark.parametrize("dtype", [np.int16, np.uint16, np.int32, np.float32, np.float64])
def test_a_window_gives_the_same_grey_for_every_number_type(dtype):
    values = np.arange(0, 2000, 7).reshape(2, -1)
    expected = np.clip((values - 250.0) / 1000 * 255, 0, 255)
    assert np.abs(to_8bit(values.astype(dtype), 250, 1250).astype(float) - expected).max() <= 0.51


def test_values_outside_the_window_saturate_and_do_not_wrap():
    extreme = np.array([[-32768, -1024, 32767]], dtype=np.int16)
    assert ct_window("soft tissue").apply(extreme).tolist() == [[0, 0, 255]]
    assert to_8bit(np.array([np.nan, -np.inf, np.inf], np.float32), 0, 1).tolist() == [0, 0, 255]


def test_inversion_makes_low_values_bright():
    assert to_8bit(np.array([[0, 100]], np.int16), 0, 100, invert=True).tolist() == [[255, 0]]


def test_ct_windows_are_chosen_by_declaration_then_anatomy():
    assert window_name("lung", ("liver",)) == "lung"
    assert window_name("", ("brain",)) == "brain"
    assert window_name("", ("lung",)) == "lung"
    assert window_name("", ("liver", "kidney", "spleen")) == "soft tissue"
    assert window_name("", ()) == "soft tissue"
    with pytest.raises(DeclarationError, match="no CT window"):
        window_name("lungs", ())
    assert ct_window("lung").text == "lung -600/1500 HU"
    assert all(width > 0 for _, width in CT_WINDOWS.values())


def test_percentiles_ignore_background_and_hot_voxels():
    rng = np.random.default_rng(0)
    volume = np.zeros((20, 50, 50), np.int16)
    volume[5:15] = rng.integers(100, 900, (10, 50, 50))
    volume[7, 7, 7] = 30000
    window = percentile_window(volume)
    assert 100 <= window.low < 120
    assert 880 < window.high < 900
    assert window.text.startswith("percentile 0.5-99.5: ")


def test_percentiles_of_one_value_or_of_nothing_do_not_divide_by_zero():
    for array in (np.zeros((4, 4)), np.full((4, 4), 7.0), np.full((4, 4), np.nan), np.zeros((0,))):
        window = percentile_window(array)
        assert window.high > window.low
        window.apply(array)


def trunk(seed=3):
    """A CT in HU: half air, then fat, soft tissue and a little bone."""
    rng = np.random.default_rng(seed)
    volume = rng.normal(-1000, 12, (20, 60, 60))
    volume[:, 15:45, 10:50] = rng.normal(45, 25, (20, 30, 40))
    volume[:, 15:18, 10:50] = rng.normal(-100, 15, (20, 3, 40))
    volume[:, 30:34, 28:33] = rng.normal(700, 150, (20, 4, 5))
    return np.round(volume).astype(np.int16)


@pytest.mark.parametrize(
    ("change", "scale"),
    [
        (lambda v: v, "HU"),
        (lambda v: v.astype(np.float64), "HU"),
        (lambda v: v + 1024, "offset"),
        (lambda v: np.maximum(v + 1024, 0), "offset"),
        (lambda v: v - 1024, "twice"),
        (lambda v: ct_window("soft tissue").apply(v), "8-bit"),
        (lambda v: ct_window("soft tissue").apply(v).astype(np.int16), "8-bit"),
        (lambda v: v / 1000.0, "normalised"),
        (lambda v: v[:, 20:28, 12:48], "unknown"),  # nothing but soft tissue
    ],
)
def test_the_scale_of_a_ct_is_told_by_its_values(change, scale):
    assert ct_scale(change(trunk()))[0] == scale


def test_padding_far_below_air_is_not_a_second_rescale():
    volume = trunk()
    volume[:, :8] = -2000
    assert ct_scale(volume)[0] == "HU"
    lung = np.round(np.random.default_rng(5).normal(-850, 60, (20, 40, 40))).astype(np.int16)
    lung[:, :, :15] = -2048
    assert ct_scale(lung)[0] == "HU"


def test_the_real_cts_of_pydicom_are_in_hounsfield_units():
    pydicom = pytest.importorskip("pydicom")
    ct = pydicom.dcmread(pydicom.data.get_testdata_file("CT_small.dcm", download=False))
    stored = ct.pixel_array.astype(np.int16)
    assert ct_scale(stored - 1024)[0] == "HU"
    assert ct_scale(stored)[0] == "offset"
    assert ct_scale(stored - 2048)[0] == "twice"


def read_ct(folder, array, layout="", **known):
    name = folder / "i.nii.gz"
    image = nibabel.Nifti1Image(array.T, np.diag([-3.0, -3.0, 3.0, 1.0]))
    image.set_sform(image.affine, 1)
    nibabel.save(image, str(name))
    config = ReadConfig(planes=("axial",), budget=2)
    source = source_of(anatomy=("liver",), **known)
    pictures = read(folder, source, "i.nii.gz", config=config, layout=layout)
    return {(p.slice.window.split(":")[0], p.slice.doubts) for p in pictures}, pictures


def test_a_doubt_about_hounsfield_units_stays_with_the_slices(tmp_path):
    assert read_ct(tmp_path, trunk())[0] == {("soft tissue 50/400 HU", ())}
    ((window, doubts),) = read_ct(tmp_path, trunk() + 1024)[0]
    assert window == "percentile 0.5-99.5"
    assert "HU + 1024" in doubts[0]
    ((window, doubts),) = read_ct(tmp_path, trunk() - 1024)[0]
    assert window == "percentile 0.5-99.5"
    assert "rescaled twice" in doubts[0]
    ((window, doubts),) = read_ct(tmp_path, ct_window("liver").apply(trunk()).astype(np.int16))[0]
    assert window == "8-bit as stored"
    assert "8-bit" in doubts[0]


def test_a_declared_scale_is_a_contract_that_values_may_not_break(tmp_path):
    assert read_ct(tmp_path, trunk(), intensity="HU")[0] == {("soft tissue 50/400 HU", ())}
    assert read_ct(tmp_path, trunk() + 1024, intensity="HU-1024")[0] == {
        ("soft tissue 50/400 HU", ())
    }
    for array, declared in (
        (trunk() + 1024, "HU"), (trunk(), "HU-1024"), (trunk() - 1024, "HU"), (trunk(), "8-bit"),
        (ct_window("bone").apply(trunk()), "HU"),
    ):  # fmt: skip
        with pytest.raises(RejectedItem, match="intensity-conflict") as caught:
            read_ct(tmp_path, array, intensity=declared)
        assert (caught.value.kind, caught.value.path) == ("corrupt", "i.nii.gz")


def test_a_part_has_its_own_scale_of_values_and_its_own_window(tmp_path):
    parts = (Layout("above", intensity="HU-1000", window="bone"), Layout("plain"))
    known = {"parts": parts, "intensity": "HU", "window": "soft tissue"}
    windows = [
        read_ct(tmp_path, trunk() + add, layout, **known)[0]
        for layout, add in (("above", 1000), ("plain", 0))
    ]
    assert windows == [{("bone 400/1800 HU", ())}, {("soft tissue 50/400 HU", ())}]
    with pytest.raises(RejectedItem, match='"HU-1000" is declared'):
        read_ct(tmp_path, trunk(), "above", **known)


def test_three_windows_are_the_colours_of_one_picture(tmp_path):
    name = "lung + soft tissue + bone"
    found, pictures = read_ct(tmp_path, trunk(), window=name)
    assert found == {("lung -600/1500 + soft tissue 50/400 + bone 400/1800 HU in RGB", ())}
    pixels = np.asarray(Image.open(io.BytesIO(pictures[0].image)))
    assert pixels.shape == (60, 60, 3)
    index = pictures[0].slice.index
    for band, one in enumerate(name.split(" + ")):
        assert np.array_equal(pixels[..., band], ct_window(one).apply(trunk()[index]))
    with pytest.raises(DeclarationError, match="2 windows"):
        window_name("lung + bone", ())
    with pytest.raises(DeclarationError, match='no CT window "lungs"'):
        window_name("lungs + bone + brain", ())


def test_declared_intensity_has_a_unit_and_an_offset():
    assert declared_offset("") is None
    assert declared_offset("HU") == ("HU", 0)
    assert declared_offset("HU-32768") == ("HU", -32768)
    with pytest.raises(DeclarationError, match="not understood"):
        declared_offset("hounsfield")


PET = {"units": "BQML", "corrected": ["DECY", "ATTN"], "decay_correction": "START",
       "weight_kg": 70, "dose_bq": 370e6, "half_life_s": 6586.2, "elapsed_s": 3600}  # fmt: skip


def test_suv_of_a_known_injection():
    assert 10_000 * suv_factor(PET) == pytest.approx(2.763, abs=0.001)


@pytest.mark.parametrize("missing", sorted(PET))
def test_suv_is_unknown_when_one_tag_is_missing(missing):
    assert suv_factor({k: v for k, v in PET.items() if k != missing}) is None
