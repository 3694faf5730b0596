"""What `verify` and `status` say of a build that is whole, altered, or was never finished."""

import hashlib
import io
import json
import shutil
import tarfile
from collections.abc import Callable
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from gmai_data import store
from gmai_data.build import build
from gmai_data.engine import Silent
from gmai_data.testing import fake_image
from gmai_data.verify import verify
from tests import toy_source
from tests.command_line import gmai_data
from tests.toy_source import contents, toy


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A build with one rejected case; tests alter a copy."""
    place = tmp_path_factory.mktemp("whole")
    config = toy(place)
    sorted((place / "data").rglob("*.png"))[3].write_bytes(b"no picture")
    build(config)
    return place


@pytest.fixture
def place(whole: Path, tmp_path: Path) -> Path:
    shutil.copytree(whole, tmp_path / "place", copy_function=shutil.copy2)
    toy_source.forget()
    return tmp_path / "place"


def flip(path: Path, at: int) -> None:
    data = bytearray(path.read_bytes())
    data[at] ^= 1
    path.write_bytes(data)


def edit(path: Path, column: str, change: Callable[[list], list]) -> None:
    table = pq.read_table(path)
    values = change(table[column].to_pylist())
    at = table.schema.get_field_index(column)
    store.write_table(str(path), table.set_column(at, table.schema.field(at), [values]))


def first(value: object) -> Callable[[list], list]:
    return lambda values: [value, *values[1:]]


def a_flipped_byte(out: Path) -> None:
    flip(out / "shards/caption/toy-train-00000.tar", 5000)


def a_missing_shard(out: Path) -> None:
    (out / "shards/caption/toy-train-00000.tar").unlink()


def a_cut_shard(out: Path) -> None:
    path = out / "shards/caption/toy-train-00000.tar"
    path.write_bytes(path.read_bytes()[:-512])


def an_extra_shard(out: Path) -> None:
    shutil.copy(out / "shards/caption/toy-train-00000.tar", out / "shards/caption/toy-x.tar")


def an_extra_table(out: Path) -> None:
    shutil.copy(out / "samples/toy.parquet", out / "samples/other.parquet")


def an_edited_label(out: Path) -> None:
    edit(out / "samples/toy.parquet", "labels", first(["cataract"]))


def an_edited_offset(out: Path) -> None:
    edit(out / "samples/toy.parquet", "offset", first(512))


def an_edited_digest(out: Path) -> None:
    edit(out / "samples/toy.parquet", "sample_sha256", first("0" * 64))


def a_moved_subject(out: Path) -> None:
    edit(out / "samples/toy.parquet", "split", first("test"))


def a_removed_row(out: Path) -> None:
    path = out / "samples/toy.parquet"
    store.write_table(str(path), pq.read_table(path).slice(1))


def a_removed_rejection(out: Path) -> None:
    path = out / "rejected/toy.parquet"
    store.write_table(str(path), pq.read_table(path).slice(1))


def an_edited_record(out: Path) -> None:
    edit(out / "records/toy.parquet", "record",
         lambda values: [v.replace('"sha256": "', '"sha256": "0') for v in values])  # fmt: skip


def a_broken_table(out: Path) -> None:
    path = out / "samples/toy.parquet"
    path.write_bytes(path.read_bytes()[:-20])


def an_edited_lock(out: Path) -> None:
    path = out / "locks/toy.lock.json"
    path.write_text(path.read_text().replace("CC-BY-4.0", "CC0-1.0"))


def a_broken_lock(out: Path) -> None:
    (out / "locks/toy.lock.json").write_text("{")


def a_missing_card(out: Path) -> None:
    (out / "LICENSES.md").unlink()


SHARD, ROWS = "shards/caption/toy-train-00000.tar", "samples/toy.parquet"
ALTERED = {
    a_flipped_byte: {(SHARD, "sha256")},
    a_missing_shard: {(SHARD, "missing")},
    a_cut_shard: {(SHARD, "size")},
    an_extra_shard: {("shards/caption/toy-x.tar", "orphan")},
    an_extra_table: {("samples/other.parquet", "orphan")},
    an_edited_label: {(ROWS, "rows")},
    an_edited_offset: {(ROWS, "rows")},
    an_edited_digest: {(ROWS, "rows")},
    a_moved_subject: {(ROWS, "rows"), (ROWS, "leak"), (ROWS, "count")},
    a_removed_row: {(ROWS, "rows"), (ROWS, "count"), (ROWS, "members")},
    a_removed_rejection: {("rejected/toy.parquet", "rows")},
    an_edited_record: {("records/toy.parquet", "rows")},
    a_broken_table: {(ROWS, "unreadable")},
    an_edited_lock: {("locks/toy.lock.json", "lock")},
    a_broken_lock: {("locks/toy.lock.json", "lock")},
    a_missing_card: {("LICENSES.md", "missing")},
}


@pytest.mark.parametrize("alter", ALTERED, ids=lambda alter: alter.__name__)
def test_what_is_altered_is_named_and_a_build_repairs_it(
    alter: Callable[[Path], None], place: Path
) -> None:
    out = place / "out"
    before = contents(str(out))
    alter(out)
    found = {(p.path, p.rule) for p in verify(str(out)).problems}
    assert found == ALTERED[alter]
    run = gmai_data("verify", "out", cwd=place)
    assert run.returncode == 1
    for path, rule in found:
        assert f"✗ {path}: {rule}: " in run.stdout
        (out / path).unlink(missing_ok=True)
    assert "Delete the files that are named and run the same build again" in run.stdout
    config = toy_source.config(place)
    shutil.rmtree(out / "work")  # even then
    build(config)
    assert contents(str(out)) == before
    assert verify(str(out)).problems == ()


def test_a_whole_build_is_said_to_be_whole_in_text_and_json(whole: Path) -> None:
    run = gmai_data("verify", "out", cwd=whole)
    assert run.returncode == 0
    assert run.stdout.startswith("out: ")
    assert run.stdout.endswith(" read: as the manifest says\n")
    assert json.loads(gmai_data("verify", "out", "--json", cwd=whole).stdout)["problems"] == []
    none = json.loads(gmai_data("verify", "out", "--share", "0", "--json", cwd=whole).stdout)
    assert (none["shards"], none["problems"]) == (0, [])
    text = gmai_data("status", "out", cwd=whole).stdout
    assert " finished " in text
    assert "1: 1 corrupt:not-an-image" in text
    found = json.loads(gmai_data("status", "out", "--json", cwd=whole).stdout)
    assert found["finished"] is True
    assert found["sources"][0]["rejected"] == {"corrupt:not-an-image": 1}
    assert found["publishing"] == []


def test_the_status_of_an_interrupted_build_is_the_command_that_finishes_it(place: Path) -> None:
    class Interrupts(Silent):
        def advance(self, name: str, n: int = 1) -> None:
            if name == "pack":
                raise KeyboardInterrupt

    toy_source.declare(place / "sources", first="cataract")
    with pytest.raises(KeyboardInterrupt):
        build(toy_source.config(place), Interrupts())
    run = gmai_data("status", "out", cwd=place)
    assert run.returncode == 0
    assert "A build stopped while it wrote shards of toy. Finish it: " in run.stdout
    assert "gmai-data build --sources toy --out out" in run.stdout
    assert json.loads(gmai_data("status", "out", "--json", cwd=place).stdout)["finished"] is False
    unfinished = gmai_data("verify", "out", cwd=place)
    assert unfinished.returncode == 1
    assert "Run the build again to finish it" in unfinished.stderr


def test_cases_made_again_from_the_raw_files_are_the_same_bytes(place: Path) -> None:
    given = ("verify", "out", "--data", "data", "--source-path", "sources", "--rebuild")
    run = gmai_data(*given, "20%", cwd=place)
    assert run.returncode == 0, run.stdout
    assert "3 cases made again from the raw files." in run.stdout
    picture = sorted((place / "data").rglob("*.png"))[0]
    fake_image(picture, (40, 32), seed="another")
    changed = gmai_data(*given, "100%", cwd=place)
    assert changed.returncode == 1
    lines = [line for line in changed.stdout.splitlines() if line.startswith("✗")]
    assert lines
    assert all(": rebuild: toy-" in line and "its image" in line for line in lines)
    assert "Raw files have changed since" in changed.stdout
    picture.unlink()
    gone = gmai_data(*given, "1", cwd=place)
    assert gone.returncode == 1
    assert "is not made again from the raw files" in gone.stdout
    for wrong in ("0", "2", "much"):
        refused = gmai_data(*given, wrong, cwd=place)
        assert refused.returncode == 2
        assert f"--rebuild {wrong}" in refused.stderr.replace(".0", "")


def rewritten(out: Path, change: Callable[[dict, bytes], bytes]) -> None:
    """Replace the first picture, or what is said of it, and the digests that would tell."""
    path = out / SHARD
    made = json.loads((out / "manifest.json").read_text())
    with tarfile.open(path) as tar:
        members = [(m, tar.extractfile(m).read()) for m in tar]
    record = json.loads(members[1][1])
    members[0] = (members[0][0], change(record, members[0][1]))
    text = json.dumps(record, sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode()
    members[1] = (members[1][0], text)
    with tarfile.open(path, "w", format=tarfile.USTAR_FORMAT) as tar:
        for member, data in members:
            member.size = len(data)
            tar.addfile(member, io.BytesIO(data))
    entry = next(shard for shard in made["shards"] if shard["path"] == SHARD)
    entry["bytes"] = path.stat().st_size
    entry["sha256"] = hashlib.sha256(path.read_bytes()).hexdigest()
    (out / "manifest.json").write_text(json.dumps(made))


def no_picture(record: dict, image: bytes) -> bytes:
    return image[:100]


def another_size(record: dict, image: bytes) -> bytes:
    record["width"] += 1
    return image


def another_licence(record: dict, image: bytes) -> bytes:
    record["license"] = "MIT"
    return image


def another_turn(record: dict, image: bytes) -> bytes:
    record["turns"][-1]["text"] += " Not so."
    return image


@pytest.mark.parametrize(
    ("change", "rule", "said"),
    [
        (no_picture, "image", "Pillow cannot read it"),
        (another_size, "image", "in the record"),
        (another_licence, "record", "licence MIT"),
        (another_turn, "record", "conversations and turns do not agree"),
    ],
)
def test_a_shard_that_was_written_wrongly_is_told_by_an_independent_reader(
    place: Path, change: Callable[[dict, bytes], bytes], rule: str, said: str
) -> None:
    rewritten(place / "out", change)
    found = [p for p in verify(str(place / "out")).problems if p.rule == rule]
    assert any(said in problem.value for problem in found)
    assert all(problem.path == SHARD for problem in found)


@pytest.mark.slow
def test_two_processes_find_what_one_finds(place: Path) -> None:
    out = str(place / "out")
    assert verify(out, workers=2).problems == ()
    rewritten(place / "out", another_turn)
    assert verify(out, workers=2).problems == verify(out, workers=1).problems != ()
