"""The command line: what is printed where, exit codes, sentences instead of tracebacks."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from typer.main import get_command

from gmai_data.cli import app

HEAVY = {"numpy", "pandas", "pyarrow", "dask", "distributed", "SimpleITK", "cv2", "pydicom", "PIL"}


def gmai_data(*arguments: str, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "gmai_data", *arguments],
        cwd=cwd, capture_output=True, text=True, check=False,
    )  # fmt: skip


@pytest.mark.parametrize("arguments", [["--help"], ["sources"], ["sources", "--json"]])
def test_help_and_listing_import_nothing_heavy(arguments: list[str]) -> None:
    code = (
        "import sys\nfrom gmai_data.cli import app\n"
        f"try: app({arguments!r}, standalone_mode=False)\n"
        f"finally: sys.stderr.write(','.join(sorted({HEAVY!r} & set(sys.modules))))"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stderr == ""


def test_every_command_has_help_with_an_example() -> None:
    for name, command in get_command(app).commands.items():  # type: ignore[attr-defined]
        assert re.match(r"\w.*\.", command.help), name
        assert f"gmai-data {name}" in command.epilog, name


def test_the_version_is_printed() -> None:
    run = gmai_data("--version")
    assert re.fullmatch(r"gmai-data \d+\.\d+\.\d+\n", run.stdout)


def test_sources_lists_what_is_on_disk_and_what_the_others_need(tmp_path: Path) -> None:
    (tmp_path / "busi").mkdir()
    run = gmai_data("sources", "--data", str(tmp_path), "--json")
    assert run.returncode == 0
    rows = {row["name"]: row for row in json.loads(run.stdout)}
    assert rows["busi"]["on_disk"] == str(tmp_path / "busi")
    assert rows["busi"]["needs"] is None
    assert rows["kits23"]["on_disk"] is None
    assert str(tmp_path / "kits23") in rows["kits23"]["needs"]
    assert rows["acdc"]["needs"].startswith("register and download at https://")
    assert rows["kits23"]["license"] == "CC-BY-NC-SA-4.0"
    table = gmai_data("sources", "--data", str(tmp_path)).stdout.splitlines()
    assert table[0].split()[:3] == ["source", "modality", "licence"]
    assert len(table) == len(rows) + 1


def test_a_broken_source_file_is_a_sentence_and_the_listing_goes_on(tmp_path: Path) -> None:
    (tmp_path / "broken.py").write_text("import nothing_like_this")
    run = gmai_data("sources", "--source-path", str(tmp_path))
    assert run.returncode == 0
    assert "kits23" in run.stdout
    assert "Source broken" in run.stderr
    assert "nothing_like_this" in run.stderr
    assert "Traceback" not in run.stderr


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["show", "kits32"], "No source is called 'kits32'. Did you mean kits23"),
        (["sources", "--data", "/no/such/root"], "There is no data root /no/such/root"),
        (["sources", "--source-path", "/no/such/root"], "is not a folder"),
        (["sources", "--config", "/no/such.yaml"], "Cannot read the configuration /no/such.yaml"),
        (["sources", "--no-such-option"], "No such option"),
        (["no-such-command"], "No such command"),
        (["new", "Bad Name", "--like", "kits23"], "cannot name a source"),
        (["new", "kits23", "--like", "busi"], "There is a source kits23 already"),
        (["new", "some-set", "--like", "no-such-set"], "No source is called 'no-such-set'"),
    ],
)
def test_a_mistake_is_one_sentence_and_exit_code_2(arguments: list[str], said: str) -> None:
    run = gmai_data(*arguments)
    assert run.returncode == 2
    assert said in run.stderr
    assert "Traceback" not in run.stderr
    assert run.stdout == ""


def test_show_prints_facts_and_the_declaration() -> None:
    run = gmai_data("show", "kits23")
    assert run.returncode == 0
    assert "CC-BY-NC-SA-4.0" in run.stdout
    assert 'Files("case_{case:05d}/imaging.nii.gz")' in run.stdout
    shown = json.loads(gmai_data("show", "kits23", "--json").stdout)
    assert shown["declaration"]["subject"] == '"{case}"'


def test_new_writes_a_source_that_loads_and_says_what_to_do_next(tmp_path: Path) -> None:
    run = gmai_data("new", "my-set", "--like", "kits23", cwd=tmp_path)
    assert run.returncode == 0, run.stderr
    assert "wrote my_set.py" in run.stdout
    assert "gmai-data check my-set --data DIR --source-path ." in run.stdout
    shown = json.loads(
        gmai_data("show", "my-set", "--source-path", ".", "--json", cwd=tmp_path).stdout
    )
    assert shown["verified"] == "memory"
    assert shown["license"] == "LicenseRef-TODO"
    assert "KiTS" not in json.dumps({k: v for k, v in shown.items() if k != "origin"})
    again = gmai_data("new", "my-set", "--like", "kits23", cwd=tmp_path)
    assert again.returncode == 2
    assert "in the way" in again.stderr


def test_new_in_a_checkout_writes_beside_the_bundled_sources(tmp_path: Path) -> None:
    (tmp_path / "source_adapters").mkdir()
    (tmp_path / "tests/sources").mkdir(parents=True)
    (tmp_path / "tests/sources/kits23.py").write_text('"""Fake kits23."""\n')
    run = gmai_data("new", "my-set", "--like", "kits23", cwd=tmp_path)
    assert run.returncode == 0, run.stderr
    assert (tmp_path / "source_adapters/my_set.py").is_file()
    assert (tmp_path / "tests/sources/my_set.py").read_text() == '"""Fake my-set."""\n'


@pytest.mark.parametrize("like", ["kits23", "slake", "busi", "ham10000", "cmb"])
def test_what_new_writes_is_python_that_can_be_imported(like: str, tmp_path: Path) -> None:
    run = gmai_data("new", "my-set", "--like", like, "--into", str(tmp_path))
    assert run.returncode == 0, run.stderr
    for path in (tmp_path / "my_set.py", tmp_path / "tests/test_my_set.py"):
        compile(path.read_text(), str(path), "exec")
    code = f"import sys; sys.path.insert(0, {str(tmp_path / 'tests')!r}); import test_my_set"
    subprocess.run([sys.executable, "-c", code], check=True)
