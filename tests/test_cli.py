"""The command line: what is printed where, exit codes, sentences instead of tracebacks."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from typer.main import get_command

from gmai_data.cli import app
from tests.command_line import Run, gmai_data

HEAVY = {"numpy", "pandas", "pyarrow", "dask", "distributed", "SimpleITK", "cv2", "pydicom", "PIL"}


@pytest.mark.parametrize("arguments", [["--help"], ["sources"], ["sources", "--json"]])
def test_help_and_listing_import_nothing_heavy(arguments: list[str]) -> None:
    code = (
        "import sys\nfrom gmai_data.cli import app\n"
        f"try: app({arguments!r}, standalone_mode=False)\n"
        f"finally: sys.stderr.write('heavy:' + ','.join(sorted({HEAVY!r} & set(sys.modules))))"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stderr.endswith("heavy:")


def test_every_command_has_help_with_an_example() -> None:
    for name, command in get_command(app).commands.items():  # type: ignore[attr-defined]
        assert re.match(r"\w.*\.", command.help), name
        assert f"gmai-data {name}" in command.epilog, name


def test_the_version_is_printed() -> None:
    command = [sys.executable, "-m", "gmai_data", "--version"]
    run = subprocess.run(command, capture_output=True, text=True, check=True)
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
    assert table[0].split()[:3] == ["source", "state", "modality"]
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


def test_ctrl_c_is_exit_code_130_and_says_how_to_go_on() -> None:
    code = (
        "from gmai_data import cli, known\n"
        "def stop(config): raise KeyboardInterrupt\n"
        "known.known = stop\nimport sys; sys.argv = ['gmai-data', 'sources']\ncli.main()"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert run.returncode == 130
    assert "Run the same command again" in run.stderr
    assert "Traceback" not in run.stderr


SOURCE = """
from gmai_data import Class, Files, Source

SOURCE = Source(
    name="tiny", title="Tiny", version="1.0.0", homepage="https://example.org/tiny",
    license="CC-BY-4.0", access="open", evidence=("made up",), verified="memory",
    modality="Ultrasound", anatomy=("breast",), department="Oncology (Medical)",
    cases=Files("{kind:benign|malignant}/{n:d}.png"), subject="{n}",
    labels=[Class("{kind}", names={"benign": "benign tumour", "malignant": "malignant tumour"})],
)
"""


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with data for one source, its declaration, and a build of it in ``out``."""
    from gmai_data.testing import fake_image

    folder = tmp_path_factory.mktemp("place")
    (folder / "src").mkdir()
    (folder / "src/tiny.py").write_text(SOURCE)
    for n in range(6):
        kind = "benign" if n % 2 else "malignant"
        fake_image(folder / f"data/tiny/{kind}/{n}.png", (120, 90), mode="L")
    (folder / "data/tiny/benign/99.png").write_bytes(b"not a picture")
    return folder


def build(place: Path, *options: str, out: str = "out") -> Run:
    return gmai_data(
        "build", "--sources", "tiny", "--source-path", "src", "--data", "data", "--out", out,
        "--workers", "1", *options, cwd=place,
    )  # fmt: skip


def test_build_prints_counts_rejections_with_reasons_and_files_that_exist(place: Path) -> None:
    run = build(place)
    assert run.returncode == 0, run.stderr
    (row,) = [line for line in run.stdout.splitlines() if line.startswith("tiny")]
    assert re.search(r"built +7 +6 ", row), row
    assert "1 corrupt:" in row
    assert "\x1b" not in run.stdout + run.stderr
    look = run.stdout.split("Look at:\n")[1].splitlines()
    paths = [line.strip() for line in look if line.startswith("  out/")]
    assert len(paths) >= 4
    assert all((place / path).is_file() for path in paths)


def test_a_second_build_changes_nothing_and_json_is_all_that_is_on_stdout(place: Path) -> None:
    assert build(place, out="again").returncode == 0
    run = build(place, "--json", "--quiet", out="again")
    assert run.returncode == 0
    assert run.stderr == ""
    found = json.loads(run.stdout)
    assert found["changed"] is False
    assert found["shards_written"] == 0
    (row,) = found["sources"]
    assert (row["state"], row["cases"]) == ("unchanged", 7)


def test_build_of_all_says_what_the_sources_that_are_not_on_disk_need(place: Path) -> None:
    run = gmai_data(
        "build", "--source-path", "src", "--data", "data", "--out", "all", "--workers", "1",
        cwd=place,
    )  # fmt: skip
    assert run.returncode == 0, run.stderr
    assert re.search(r"\d+ known sources not built:", run.stdout)
    assert re.search(r"  acdc: register and download at https://\S+, into data/acdc/", run.stdout)


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--sources", "nothing-here"], "No source is called 'nothing-here'"),
        (["--sources", "kits23"], "Not on disk: kits23"),
        (["--data", "nowhere"], "There is no data root nowhere"),
        (["--model", "some-model"], "needs a key: set the environment variable OPENAI_API_KEY"),
        (["--limit", "0"], "--limit is 0"),
        (["--languages", "en,fr"], "'fr' is not known"),
        (["--limit", "many"], "Invalid value for '--limit'"),
    ],
)
def test_a_build_that_cannot_start_says_why_with_exit_code_2(
    place: Path, options: list[str], said: str
) -> None:
    run = build(place, *options, out="never")
    assert run.returncode == 2, run.stdout
    assert said in run.stderr
    assert "Traceback" not in run.stderr
    assert not (place / "never/manifest.json").exists()


def test_another_configuration_into_the_same_folder_needs_update(place: Path) -> None:
    assert build(place, out="mixed").returncode == 0
    run = build(place, "--languages", "en", out="mixed")
    assert run.returncode == 2
    assert "--update" in run.stderr
    assert build(place, "--languages", "en", "--update", out="mixed").returncode == 0


def test_status_verify_and_diff_answer_by_exit_code(place: Path) -> None:
    assert build(place, out="a").returncode == 0
    assert build(place, "--languages", "en", out="b").returncode == 0
    assert json.loads(gmai_data("status", "a", "--json", cwd=place).stdout)["finished"] is True
    assert "finished" in gmai_data("status", "a", cwd=place).stdout
    assert gmai_data("verify", "a", cwd=place).returncode == 0
    assert gmai_data("diff", "a", "a", cwd=place).returncode == 0
    differing = gmai_data("diff", "a", "b", "--format", "json", cwd=place)
    assert differing.returncode == 1
    assert json.loads(differing.stdout)["changes"][0]["source"] == "tiny"
    shard = next((place / "b/shards").glob("*/*.tar"))
    data = bytearray(shard.read_bytes())
    data[700] ^= 1
    shard.write_bytes(data)
    broken = gmai_data("verify", "b", cwd=place)
    assert broken.returncode == 1
    assert shard.name in broken.stdout
    assert gmai_data("verify", "nowhere", cwd=place).returncode == 1
    assert gmai_data("status", "nowhere", cwd=place).returncode == 2
    assert gmai_data("diff", "a", "nowhere", cwd=place).returncode == 2


def test_plan_estimates_and_writes_nothing(place: Path) -> None:
    run = gmai_data(
        "plan", "--sources", "tiny", "--source-path", "src", "--data", "data", "--out", "planned",
        "--json", cwd=place,
    )  # fmt: skip
    assert run.returncode == 0, run.stderr
    (row,) = json.loads(run.stdout)["sources"]
    assert row["cases"] == 7
    assert not (place / "planned").exists()


def test_check_prints_each_field_with_its_template_an_example_and_a_count(place: Path) -> None:
    run = gmai_data("check", "tiny", "--source-path", "src", "--data", "data", cwd=place)
    assert run.returncode == 0, run.stdout + run.stderr
    (row,) = [line for line in run.stdout.splitlines() if line.startswith("kind ")]
    assert '"{kind:benign|malignant}/{n:d}.png"' in row
    assert row.split()[-1] == "2"
    found = json.loads(
        gmai_data("check", "tiny", "--source-path", "src", "--data", "data", "--json", cwd=place)
        .stdout
    )  # fmt: skip
    assert found["good"] is True
    assert found["found"]["cases"] == 7
    assert found["found"]["subjects"] == 7


def test_check_names_every_mistake_and_exits_with_1(place: Path, tmp_path: Path) -> None:
    wrong = SOURCE.replace('"CC-BY-4.0"', '"CC BY"').replace('"Ultrasound"', '"Sonar"')
    wrong = wrong.replace('"benign tumour"', '"benign tumuor"')
    (tmp_path / "tiny.py").write_text(wrong)
    run = gmai_data("check", "tiny", "--source-path", str(tmp_path), "--data", "data", cwd=place)
    assert run.returncode == 1, run.stderr
    assert "license='CC BY' is no SPDX identifier" in run.stdout
    assert "modality='Sonar' is not one of CT, MR" in run.stdout
    assert "'benign tumuor'; near: " in run.stdout


def test_at_a_terminal_tables_are_drawn_and_progress_has_bars(place: Path) -> None:
    import pty

    parent, child = pty.openpty()
    command = [
        sys.executable, "-m", "gmai_data", "build", "--sources", "tiny", "--source-path", "src",
        "--data", "data", "--out", "drawn", "--workers", "1",
    ]  # fmt: skip
    with subprocess.Popen(command, cwd=place, stdout=child, stderr=child, stdin=child) as process:
        os.close(child)
        shown = b""
        while True:
            try:
                part = os.read(parent, 65536)
            except OSError:  # the other end is closed
                break
            if not part:
                break
            shown += part
    os.close(parent)
    assert process.returncode == 0, shown.decode()
    text = re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", shown.decode())
    assert "┃" in text
    assert "read" in text
    assert "1/1" in text
    assert "7/7" in text
    assert "1 rejected" in text
