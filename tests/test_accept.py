"""`check --accept`: a lock is written after a check on a real copy, and only then."""

import json
from pathlib import Path

import pytest

from gmai_data.accept import with_verified
from gmai_data.output.lock import read_lock
from tests import toy_source
from tests.command_line import gmai_data
from tests.toy_source import toy

LOCK = Path("manifests/sources/toy.lock.json")


@pytest.fixture
def place(tmp_path: Path) -> Path:
    toy(tmp_path, 4)
    said(tmp_path, "loader")
    return tmp_path


def said(place: Path, verified: str) -> Path:
    path = place / "sources" / "toy.py"
    path.write_text(path.read_text().replace('verified="data"', f'verified="{verified}"'))
    return path


def accept(place: Path, *more: str):
    toy_source.forget()
    return gmai_data("check", "toy", "--accept", "--data", "data", "--source-path", "sources",
                     *more, cwd=place)  # fmt: skip


def test_it_writes_the_lock_and_says_that_data_verified_the_source(place: Path) -> None:
    run = accept(place)
    assert run.returncode == 0, run.stderr
    assert f"wrote {LOCK}" in run.stdout
    assert 'verified="loader" is now verified="data"' in run.stdout
    text = (place / "sources" / "toy.py").read_text()
    assert 'verified="data"' in text
    assert 'license="CC-BY-4.0"' in text
    built = gmai_data("build", "--sources", "toy", "--data", "data", "--source-path", "sources",
                      "--out", "out", cwd=place)  # fmt: skip
    assert built.returncode == 0, built.stderr
    same = gmai_data("diff", "manifests/sources", "out", cwd=place)
    assert same.returncode == 0, same.stdout
    again = accept(place)
    assert f"no change in {LOCK}" in again.stdout
    assert "toy was verified by data before." in again.stdout


def test_a_second_time_it_prints_what_changed_since_the_lock(place: Path) -> None:
    accept(place)
    toy_source.declare(place / "sources", license="CC0-1.0")
    run = accept(place)
    assert "license" in run.stdout
    assert "CC-BY-4.0 .. CC0-1.0" in run.stdout
    assert read_lock(str(place / LOCK))["license"] == "CC0-1.0"
    data = json.loads(accept(place, "--json").stdout)
    assert (data["written"], data["changed"]) == (False, False)


@pytest.mark.parametrize(
    ("spoil", "why"),
    [
        (lambda p: [x.unlink() for x in (p / "data").rglob("*.png")], "not accepted"),
        (lambda p: toy_source.declare(p / "sources", first="no such term"), "1 to correct"),
        (lambda p: [x.write_bytes(b"x") for x in (p / "data").rglob("*.png")], "rejected"),
    ],
)
def test_what_a_check_refuses_changes_no_file(place: Path, spoil, why: str) -> None:
    spoil(place)
    if "no such term" in (place / "sources/toy.py").read_text():
        said(place, "loader")
    before = (place / "sources" / "toy.py").read_text()
    run = accept(place)
    assert run.returncode in (1, 2), run.stdout
    assert why in run.stderr
    assert not (place / LOCK).exists()
    assert (place / "sources" / "toy.py").read_text() == before


def test_locked_holds_a_build_to_the_committed_locks(place: Path) -> None:
    accept(place)
    (place / "out" / "locks").mkdir(parents=True)
    (place / "out" / "locks" / "toy.lock.json").write_bytes((place / LOCK).read_bytes())
    arguments = ("build", "--sources", "toy", "--data", "data", "--source-path", "sources",
                 "--out", "out", "--locked")  # fmt: skip
    toy_source.forget()
    run = gmai_data(*arguments, cwd=place)
    assert run.returncode == 0, run.stderr
    toy_source.declare(place / "sources", first="cataract")
    refused = gmai_data(*arguments, cwd=place)
    assert refused.returncode == 1
    assert "--locked: the lock of toy would change." in refused.stderr
    assert (place / "out/manifest.json").exists()


def test_only_the_word_of_the_declaration_is_edited() -> None:
    text = (
        'X = dict(verified="memory")\nSOURCE = Source(title="é", verified="memory",  # so far\n)\n'
    )
    edited = with_verified(text)
    assert edited == text.replace('"é", verified="memory"', '"é", verified="data"')
    assert with_verified('SOURCE = Source(title="x", verified=SAID)\n') is None
    assert with_verified("SOURCE = make()\n") is None
