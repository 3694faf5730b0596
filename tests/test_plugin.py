"""A third party's package: installed, its source is known and can be built, with no other step."""

import json
import os
import shutil
import subprocess
import tarfile
from pathlib import Path

import pytest

from gmai_data.testing import fake_image
from tests.test_wheel import ROOT, build_wheel, fresh_environment, run

pytestmark = pytest.mark.slow

TEMPLATE = ROOT / "docs/plugin-template"
PROJECT = """
[build-system]
requires = ["hatchling"]
build-backend = "hatchling.build"

[project]
name = "gmai-data-{name}"
version = "1.0"

[project.entry-points."gmai_data.sources"]
{name} = "{module}:SOURCE"

[tool.hatch.build.targets.wheel]
packages = ["{module}"]
"""
SOURCE = """
from gmai_data import NO_SUBJECT, Class, Files, Source

SOURCE = Source(
    name="{name}", title="Plugin set", version="1.0.0", homepage="https://example.org",
    license="CC-BY-4.0", access="open", evidence=("made up",), verified="memory",
    modality="Ultrasound", department="Oncology (Medical)", anatomy=("breast",),
    cases=Files("{{kind:benign|malignant}}/{{n:d}}.png"), subject=NO_SUBJECT,
    labels=[
        Class("{{kind}}", names={{"benign": "benign tumour", "malignant": "malignant tumour"}})
    ],
)
"""


def project(folder: Path, name: str) -> Path:
    module = "gmai_data_" + name.replace("-", "_")
    (folder / module).mkdir(parents=True)
    (folder / "pyproject.toml").write_text(PROJECT.format(name=name, module=module))
    (folder / module / "__init__.py").write_text(SOURCE.format(name=name))
    return folder


@pytest.fixture(scope="module")
def python(tmp_path_factory: pytest.TempPathFactory) -> Path:
    base = tmp_path_factory.mktemp("plugin")
    good = project(base / "good", "plugin-set")
    broken = project(base / "broken", "broken-set")
    (broken / "gmai_data_broken_set/__init__.py").write_text("import package_that_is_not_there")
    template = shutil.copytree(TEMPLATE, base / "template")
    wheels = [build_wheel(p, base) for p in (ROOT, good, broken, template)]
    return fresh_environment(base / "env", *wheels)


def test_a_plugin_is_listed_and_built_like_a_bundled_source(python: Path, tmp_path: Path) -> None:
    for n, kind in enumerate(["benign", "malignant"] * 2):
        fake_image(tmp_path / f"data/plugin-set/{kind}/{n}.png", (96, 80), mode="L")
    listed = run(python, "sources", "--data", "data", "--json", cwd=tmp_path)
    assert listed.returncode == 0, listed.stderr
    row = next(r for r in json.loads(listed.stdout) if r["name"] == "plugin-set")
    assert row["origin"] == "plugin gmai-data-plugin-set 1.0"
    assert row["on_disk"] == str(tmp_path / "data/plugin-set")
    built = run(
        python, "build", "--sources", "all", "--data", "data", "--out", "out", "--workers", "1",
        cwd=tmp_path,
    )  # fmt: skip
    assert built.returncode == 1  # the broken plugin beside it is not passed over in silence
    (said,) = built.stderr.splitlines()
    assert "broken-set (plugin gmai-data-broken-set 1.0) cannot be loaded" in said
    shards = sorted((tmp_path / "out/shards").glob("*/plugin-set-*.tar"))
    assert shards
    with tarfile.open(shards[0]) as tar:
        member = tar.extractfile(next(n for n in tar.getnames() if n.endswith(".json")))
        assert member is not None
        assert json.load(member)["license"] == "CC-BY-4.0"


def test_a_broken_plugin_is_a_sentence_and_costs_its_own_source_only(
    python: Path, tmp_path: Path
) -> None:
    listed = run(python, "sources", cwd=tmp_path)
    assert listed.returncode == 0
    assert "kits23" in listed.stdout
    assert "broken-set (plugin gmai-data-broken-set 1.0) cannot be loaded" in listed.stderr
    assert "package_that_is_not_there" in listed.stderr
    assert "Traceback" not in listed.stderr
    built = run(python, "build", "--sources", "broken-set", "--out", "out", cwd=tmp_path)
    assert built.returncode == 2
    assert "broken-set" in built.stderr
    assert "Traceback" not in built.stderr


def test_a_plugin_that_takes_a_known_name_is_an_error_that_names_both(
    python: Path, tmp_path: Path
) -> None:
    wheels = [build_wheel(p, tmp_path) for p in (ROOT, project(tmp_path / "p", "kits23"))]
    listed = run(fresh_environment(tmp_path / "env", *wheels), "sources", cwd=tmp_path)
    assert listed.returncode == 2
    assert "source_adapters/kits23.py" in listed.stderr
    assert "plugin gmai-data-kits23 1.0" in listed.stderr


def test_the_template_plugin_is_known_once_installed_and_passes_its_own_test(
    python: Path, tmp_path: Path
) -> None:
    listed = run(python, "sources", "--json", cwd=tmp_path)
    row = next(r for r in json.loads(listed.stdout) if r["name"] == "my-ultrasound")
    assert row["origin"] == "plugin gmai-data-my-ultrasound 1.0.0"
    shutil.copytree(TEMPLATE / "tests", tmp_path / "tests")
    ran = subprocess.run(
        [str(python), "-m", "pytest", "-q", "-p", "no:cacheprovider", "tests"],
        cwd=tmp_path, capture_output=True, text=True, check=False,
        env={k: v for k, v in os.environ.items() if not k.startswith("PYTHON")},
    )  # fmt: skip
    assert ran.returncode == 0, ran.stdout
    assert "1 passed" in ran.stdout
