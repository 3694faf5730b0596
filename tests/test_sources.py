"""Every bundled source, against fake files in its upstream layout."""

import importlib
import pkgutil
from pathlib import Path

import pytest

import source_adapters
from gmai_data.declare import Source
from gmai_data.testing import check_source
from tests import sources as makers

NAMES = [module.name for module in pkgutil.iter_modules(source_adapters.__path__)]
MADE = {module.name for module in pkgutil.iter_modules(makers.__path__)}


def declared(name: str) -> Source:
    return importlib.import_module(f"source_adapters.{name}").SOURCE


@pytest.mark.parametrize("name", NAMES)
def test_source_yields_what_its_fake_release_holds(name: str, tmp_path: Path) -> None:
    source = declared(name)
    if source.package:
        pytest.skip("reads real files of an installed package: tested in test_bundled.py")
    maker = importlib.import_module(f"tests.sources.{name}")
    check_source(source, maker.make, maker.EXPECTED, tmp_path / source.name)


@pytest.mark.parametrize("name", NAMES)
def test_source_file_is_named_after_its_source_and_has_a_fake_release(name: str) -> None:
    source = declared(name)
    assert source.name.replace("-", "_") == name
    assert source.package or name in MADE


def test_no_mr_source_calls_its_pictures_x_ray_angiograms() -> None:
    assert [
        n for n in NAMES if declared(n).modality == "MR" and declared(n).sequence == "angiography"
    ] == []


def test_every_fake_release_belongs_to_a_source() -> None:
    assert set(NAMES) >= MADE
