import numpy as np
import pytest

from gmai_data.errors import DeclarationError
from gmai_data.read.intensity import (
    CT_WINDOWS,
    ct_window,
    declared_offset,
    is_hu,
    linear_limits,
    percentile_window,
    suv_factor,
    to_8bit,
    voi,
    window_name,
)


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


def test_values_are_hounsfield_only_where_air_is_seen():
    assert is_hu(np.array([-1000, 40], np.int16))
    assert not is_hu(np.array([0, 4095], np.int16))


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
