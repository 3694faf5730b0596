"""The wheel: what is in it, and that it works where no checkout is."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
pytestmark = pytest.mark.slow


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_wheel(ROOT, tmp_path_factory.mktemp("wheel"))


def build_wheel(project: Path, folder: Path) -> Path:
    """Build a project with the installed backend: no download, no second environment."""
    code = (
        "import sys; from hatchling.build import build_wheel; sys.stdout = sys.stderr;"
        "name = build_wheel(sys.argv[1]); sys.__stdout__.write(name)"
    )
    made = subprocess.run(
        [sys.executable, "-c", code, str(folder)],
        cwd=project, capture_output=True, text=True, check=True,
    )  # fmt: skip
    return folder / made.stdout.strip()


def fresh_environment(folder: Path, *wheels: Path) -> Path:
    """A new environment with these wheels that borrows every other package from this one."""
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(folder)], check=True)
    (site,) = folder.glob("lib/python3*/site-packages")
    here = Path(pytest.__file__).resolve().parents[1]
    for wheel in wheels:
        subprocess.run(
            [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index",
             "--disable-pip-version-check", "--target", str(site), str(wheel)],
            check=True,
        )  # fmt: skip
    editable = {p.name for p in here.iterdir() if "gmai_data" in p.name.lower()}
    for package in here.iterdir():  # links, and not a .pth: the editable install must not be seen
        if package.name not in editable and not (site / package.name).exists():
            (site / package.name).symlink_to(package)
    return folder / "bin/python"


def run(python: Path, *arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    clean = {k: v for k, v in os.environ.items() if not k.startswith("PYTHON")}
    return subprocess.run(
        [str(python), "-m", "gmai_data", *arguments],
        cwd=cwd, capture_output=True, text=True, check=False, env=clean,
    )  # fmt: skip


def test_the_wheel_has_sources_prompts_and_vocabulary_and_no_tests(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    for path in (
        *ROOT.glob("source_adapters/*.py"),
        *ROOT.glob("gmai_data/**/*.py"),
        *ROOT.glob("gmai_data/**/*.tsv"),
    ):
        assert str(path.relative_to(ROOT)) in names
    for prompt in ROOT.glob("prompts/*.j2"):
        assert f"gmai_data/_prompts/{prompt.name}" in names
    assert any(name.startswith("gmai_data/_prompts/") for name in names)
    assert not [n for n in names if n.startswith(("tests/", "docs/", "manifests/"))]


def test_an_installed_wheel_builds_the_bundled_sources(wheel: Path, tmp_path: Path) -> None:
    python = fresh_environment(tmp_path / "env", wheel)
    where = subprocess.run(
        [str(python), "-c", "import gmai_data; print(gmai_data.__file__)"],
        cwd=tmp_path, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert where.stdout.startswith(str(tmp_path / "env"))
    listed = run(python, "sources", cwd=tmp_path)
    assert listed.returncode == 0, listed.stderr
    assert "pydicom-ct" in listed.stdout
    built = run(
        python, "build", "--sources", "pydicom-ct", "--out", "out", "--workers", "1", cwd=tmp_path
    )
    assert built.returncode == 0, built.stderr
    assert list((tmp_path / "out/shards").glob("*/pydicom-ct-*.tar"))
