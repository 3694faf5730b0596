"""What `clean` takes away and what it leaves, and builds that use what is left."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from gmai_data.build import build
from gmai_data.clean import clean
from gmai_data.errors import CheckFailedError, UsageError
from gmai_data.verify import verify
from gmai_data.work.lease import lease
from tests import toy_source
from tests.command_line import gmai_data
from tests.toy_source import contents, toy


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two sources in one build; tests alter a copy."""
    place = tmp_path_factory.mktemp("first")
    toy(place, 4)
    toy_source.declare(place / "sources", name="other")
    toy_source.add(place / "data", range(2), "other")
    build(toy_source.config(place, sources=("toy", "other")))
    return place


@pytest.fixture
def place(first: Path, tmp_path: Path) -> Path:
    shutil.copytree(first, tmp_path / "place", copy_function=shutil.copy2)
    toy_source.forget()
    return tmp_path / "place"


def config(place: Path, **changes):
    return toy_source.config(place, sources=("toy", "other"), **changes)


def work(place: Path) -> dict[str, int]:
    files = [p for p in (place / "out" / "work").rglob("*") if p.is_file()]
    return {str(p.relative_to(place)): p.stat().st_mtime_ns for p in files}


def test_nothing_of_a_finished_build_is_taken(place: Path) -> None:
    before = work(place)
    assert before
    found = clean(str(place / "out"), config=config(place))
    assert found.leftovers == ()
    assert work(place) == before
    assert not build(config(place)).changed


def test_chunks_that_an_edit_left_go_and_the_next_build_makes_nothing_anew(place: Path) -> None:
    toy_source.declare(place / "sources", first="cataract")
    build(config(place))
    before, files = contents(str(place / "out")), work(place)
    told = clean(str(place / "out"), config=config(place), dry_run=True)
    assert work(place) == files
    assert {leftover.why for leftover in told.leftovers} == {"chunk"}
    assert told.bytes > 0
    found = clean(str(place / "out"), config=config(place))
    assert found.leftovers == told.leftovers
    left = work(place)
    assert files.keys() - left.keys() == {
        os.path.relpath(leftover.path, place) for leftover in found.leftovers
    }
    assert contents(str(place / "out")) == before
    assert not build(config(place)).changed
    assert clean(str(place / "out"), config=config(place)).leftovers == ()


def test_scratch_files_of_the_dead_go_and_those_of_the_living_stay(place: Path) -> None:
    out = place / "out"
    run = subprocess.run([sys.executable, "-c", "import os; print(os.getpid())"],
                         capture_output=True, text=True, check=True)  # fmt: skip
    from gmai_data import store

    dead = f"{store.SCRATCH}{store._host()}-{run.stdout.strip()}-0"
    alive = f"{store.SCRATCH}{store._host()}-{os.getpid()}-0"
    elsewhere = f"{store.SCRATCH}elsewhere-1-0"
    for name in (dead, alive, elsewhere):
        (out / "shards" / name).write_bytes(b"half")
        (out / "work" / "slices" / name).write_bytes(b"half")
    told = verify(str(out)).problems
    assert {p.rule for p in told} == {"orphan"}
    clean(str(out), config=config(place))
    left = {p.name for p in out.rglob(f"{store.SCRATCH}*")}
    assert alive in left
    assert elsewhere in left
    assert dead not in left


def test_batches_and_unknown_folders_of_the_store_are_left_alone(place: Path) -> None:
    for folder in ("batches", "mine"):
        (place / "out" / "work" / folder).mkdir()
        (place / "out" / "work" / folder / "paid.jsonl").write_text("{}")
    clean(str(place / "out"), config=config(place))
    assert (place / "out/work/batches/paid.jsonl").exists()
    assert (place / "out/work/mine/paid.jsonl").exists()


def test_it_refuses_while_a_build_works_there_and_where_none_was_finished(place: Path) -> None:
    out = str(place / "out")
    with lease(out), pytest.raises(UsageError, match="another build is writing here"):
        clean(out, config=config(place))
    shutil.copy(place / "out/records/toy.parquet", place / "kept.parquet")
    (place / "out/records/toy.parquet").write_bytes(b"broken")
    with pytest.raises(CheckFailedError, match=r"records/toy\.parquet cannot be read"):
        clean(out, config=config(place))
    (place / "out/manifest.json").unlink()
    with pytest.raises(CheckFailedError, match="no finished build"):
        clean(out, config=config(place))
    assert work(place)


def test_a_shared_store_keeps_what_the_other_build_needs(place: Path) -> None:
    shared = str(place / "shared")
    toy_source.declare(place / "sources", first="cataract")
    for out, language in (("a", "en"), ("b", "zh")):
        again = config(place, out=out, store=shared)
        import dataclasses

        from gmai_data.config import AskConfig

        build(dataclasses.replace(again, ask=AskConfig(languages=(language,))))
    both = clean(str(place / "a"), config=config(place, store=shared), keep=[str(place / "b")])
    assert both.leftovers == ()
    alone = clean(str(place / "a"), config=config(place, store=shared))
    assert {leftover.why for leftover in alone.leftovers} == {"chunk"}
    assert all(leftover.path.startswith(shared) for leftover in alone.leftovers)


def test_a_source_that_is_removed_leaves_the_build_of_the_others(place: Path) -> None:
    out = place / "out"
    told = gmai_data(
        "clean", "out", "--remove", "other", "--dry-run", "--source-path", "sources", cwd=place
    )
    assert "other would be taken out" in told.stdout.replace(":", "")
    assert (out / "locks/other.lock.json").exists()
    run = gmai_data("clean", "out", "--remove", "other", "--source-path", "sources", cwd=place)
    assert run.returncode == 0, run.stderr
    assert "other: taken out." in run.stdout
    toy_source.forget()
    build(toy_source.config(place, "alone"))
    assert contents(str(out)) == contents(str(place / "alone"))
    assert not [p for p in out.rglob("*") if p.is_file() and "other" in str(p.relative_to(out))]
    assert verify(str(out)).problems == ()
    wrong = gmai_data("clean", "out", "--remove", "other", cwd=place)
    assert wrong.returncode == 2
    assert "other: not in out. In it are toy." in wrong.stderr


def test_a_removal_that_was_interrupted_is_gone_on_with(place: Path, monkeypatch) -> None:
    from gmai_data.work import publish

    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    out = str(place / "out")
    with monkeypatch.context() as patch:
        patch.setattr(publish, "_sweep", stop)
        with pytest.raises(KeyboardInterrupt):
            clean(out, config=config(place), remove=["other"])
    assert not (place / "out/manifest.json").exists()
    build(toy_source.config(place))
    build(toy_source.config(place, "alone"))
    assert contents(out) == contents(str(place / "alone"))


def test_the_command_says_bytes_and_writes_json(place: Path) -> None:
    toy_source.declare(place / "sources", first="cataract")
    build(config(place))
    run = gmai_data("clean", "out", "--dry-run", cwd=place)
    assert "that nothing needs: would be deleted." in run.stdout
    listed = gmai_data("verify", "out", "--orphans", cwd=place)
    assert listed.returncode == 0
    assert "`gmai-data clean out` deletes them." in listed.stdout
    data = json.loads(gmai_data("clean", "out", "--json", cwd=place).stdout)
    assert data["bytes"] == sum(leftover["bytes"] for leftover in data["leftovers"]) > 0
    assert "Nothing is left over." in gmai_data("clean", "out", cwd=place).stdout
