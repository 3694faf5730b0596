"""Data, output and mixes in an object store: a real S3 server, reached over a socket."""

import dataclasses
import json
import os
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from gmai_data import manifest, object_store, places, store
from gmai_data.build import build
from gmai_data.clean import clean
from gmai_data.config import Config, PackConfig
from gmai_data.diff import diff
from gmai_data.errors import CheckFailedError, RejectedItem, TransientError, UsageError
from gmai_data.export import export
from gmai_data.find import load, locate
from gmai_data.listing import list_root
from gmai_data.mix import mix
from gmai_data.roots import Root, list_members, local_path, read_bytes
from gmai_data.status import status
from gmai_data.verify import verify
from gmai_data.view import pictures_of
from tests import toy_source
from tests.command_line import gmai_data
from tests.s3_server import KEYS, S3, no_fault, serving
from tests.test_tars import CONTENT, packed
from tests.toy_source import contents, toy

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def server() -> Iterator[S3]:
    with serving() as found:
        yield found


@pytest.fixture
def s3(server: S3, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[S3]:
    """The server, with a prefix for this test; the work store lies under ``tmp_path``."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setattr(object_store, "WAIT_SECONDS", 0.01)
    with server.of(tmp_path):
        yield server


@dataclasses.dataclass(frozen=True)
class Built:
    """One build in a folder, and the same in the store."""

    here: Config
    there: Config


@pytest.fixture(scope="module")
def built(server: S3, tmp_path_factory: pytest.TempPathFactory) -> Built:
    folder = tmp_path_factory.mktemp("built")
    with server.of(folder):
        here = small(toy(folder, 16))
        there = dataclasses.replace(remote(here, server), store=str(folder / "store"))
        build(here)
        result = build(there)
        assert (result.changed, result.written) == (True, result.shards)
        assert result.shards > 6
    return Built(here, there)


def upload(folder: Path, url: str) -> None:
    def put(path: str) -> None:
        data = Path(path).read_bytes()
        object_store.put(f"{url}/{places.relative(path, str(folder))}", data, len(data))

    names = [path for path, _ in places.files(str(folder)) if not path.endswith((".py", ".pyc"))]
    places.at_once(put, names, url)


def published(url: str) -> dict[str, object]:
    """As `toy_source.contents`, of a build in a store."""
    found = {places.relative(path, url): places.read(path) for path, _ in places.files(url)}
    found.pop("run.json", None)
    return dict(found)


def small(config: Config) -> Config:
    """With several shards and chunks."""
    pack = PackConfig(shard_bytes=100_000, chunk_bytes=300_000)
    return dataclasses.replace(config, pack=pack)


def remote(config: Config, s3: S3, out: str = "out") -> Config:
    """The same build with data and output in the store."""
    data = Path(config.data)
    if data.is_dir():
        upload(data, s3.url("data"))
    return dataclasses.replace(config, data=s3.url("data"), out=s3.url(out))


def test_a_build_in_a_store_is_the_same_bytes_as_one_in_a_folder(s3: S3, built: Built) -> None:
    assert published(built.there.out) == contents(built.here.out)
    again = build(built.there)
    assert (again.changed, again.written) == (False, 0)
    assert published(built.there.out) == contents(built.here.out)


def test_real_volumes_and_series_are_read_from_a_store(s3: S3, tmp_path: Path) -> None:
    names = ("nibabel-mr", "pydicom-ct", "pydicom-liver-seg")
    config = Config(sources=names, out=str(tmp_path / "out"), workers=1)
    build(config)
    locations = {}
    for name in names:
        root = locate(load(name), config)
        assert root is not None
        folder = Path(root.path)
        locations[name] = s3.url("/".join(folder.parts[-2:]))
        if not places.is_folder(locations[name]):
            upload(folder, locations[name])
    build(dataclasses.replace(config, places=locations, out=s3.url("out")))
    assert published(s3.url("out")) == contents(config.out)


def test_data_in_a_folder_and_output_in_a_store_and_the_other_way_round(
    s3: S3, tmp_path: Path
) -> None:
    config = toy(tmp_path)
    build(config)
    there = remote(config, s3)
    build(dataclasses.replace(config, out=there.out))
    assert published(there.out) == contents(config.out)
    build(dataclasses.replace(there, out=str(tmp_path / "here")))
    assert contents(str(tmp_path / "here")) == contents(config.out)


def test_a_changed_added_or_removed_object_is_seen_by_the_next_build(
    s3: S3, tmp_path: Path
) -> None:
    config = toy(tmp_path)
    there = remote(config, s3)
    build(there)
    toy_source.add(tmp_path / "data", range(16))
    images = tmp_path / "data" / "toy" / "images"
    (images / "p000-v0-a.png").write_bytes((images / "p001-v0-b.png").read_bytes())
    (images / "p002-v0-a.png").unlink()
    remote(config, s3)
    object_store.remove(f"{there.data}/toy/images/p002-v0-a.png")
    assert build(there).changed
    build(config)
    assert published(there.out) == contents(config.out)


def test_commands_read_a_build_in_a_store(s3: S3, built: Built, tmp_path: Path) -> None:
    here, url = built.here.out, built.there.out
    found = status(url, built.there.store)
    assert found.finished
    assert found.samples == status(here).samples
    assert found.store_bytes > 0
    assert verify(url).problems == ()
    assert diff(url, here).changes == ()
    shown = pictures_of(url, 2, built.there.store)
    assert shown == pictures_of(here, 2)
    assert clean(url, config=built.there).leftovers == ()
    for form in ("llava", "hf", "energon"):
        export(url, form, str(tmp_path / form))
        export(here, form, str(tmp_path / f"{form}-here"))
        assert contents(str(tmp_path / form)) == contents(str(tmp_path / f"{form}-here"))


def test_the_command_line_takes_urls(s3: S3, tmp_path: Path) -> None:
    config = toy(tmp_path)
    there = remote(config, s3)
    declared = ["--source-path", config.source_path[0]]
    run = gmai_data("build", "--sources", "toy", "--data", there.data, "--out", there.out,
                    "--workers", "1", "--quiet", *declared)  # fmt: skip
    assert run.returncode == 0, run.stderr
    assert f"{there.out}/manifest.json" in run.stdout
    run = gmai_data("sources", "--data", there.data, "--json", *declared)
    (row,) = [row for row in json.loads(run.stdout) if row["name"] == "toy"]
    assert row["on_disk"] == f"{there.data}/toy"
    run = gmai_data("verify", there.out, "--rebuild", "100%", "--data", there.data, "--orphans",
                    "--quiet", *declared)  # fmt: skip
    assert run.returncode == 0, run.stdout + run.stderr
    run = gmai_data("status", there.out)
    assert run.returncode == 0, run.stderr
    run = gmai_data("plan", "--sources", "toy", "--data", there.data, "--out", there.out, "--json",
                    "--quiet", *declared)  # fmt: skip
    assert run.returncode == 0, run.stderr
    assert json.loads(run.stdout)["sources"][0]["to_read"] == 0
    run = gmai_data("view", there.out, cwd=tmp_path)
    assert run.stdout.strip() == "view.html"
    assert b"toy" in (tmp_path / "view.html").read_bytes()


def test_a_source_is_taken_out_of_a_build_in_a_store(s3: S3, tmp_path: Path) -> None:
    config = toy(tmp_path)
    toy_source.declare(tmp_path / "sources", name="toy-two")
    toy_source.add(tmp_path / "data", range(4), "toy-two")
    there = remote(dataclasses.replace(config, sources=("toy", "toy-two")), s3)
    build(there)
    clean(there.out, config=there, remove=("toy",))
    build(dataclasses.replace(config, sources=("toy-two",)))
    assert published(there.out) == contents(config.out)


def test_a_mix_from_a_store_into_a_store_is_the_same_bytes(
    s3: S3, built: Built, tmp_path: Path
) -> None:
    recipe = tmp_path / "recipe.toml"
    recipe.write_text("shards = 3\ncopies = 2\n[subsets]\ncaption = 2.0\npercept = 0.7\n")
    mix(built.here.out, str(recipe), str(tmp_path / "mixed"))
    mixed = mix(built.there.out, str(recipe), s3.url("mixed"))
    assert mixed.written == mixed.shards == 3
    assert published(s3.url("mixed")) == contents(str(tmp_path / "mixed"))
    assert mix(built.there.out, str(recipe), s3.url("mixed")).written == 0
    assert verify(s3.url("mixed")).problems == ()
    with pytest.raises(UsageError, match="is the build itself"):
        mix(built.there.out, str(recipe), built.there.out + "/")


def test_what_is_wrong_in_a_store_is_named_and_built_again(
    s3: S3, built: Built, tmp_path: Path
) -> None:
    out = built.there.out
    whole = published(out)
    first, second, *_ = (shard["path"] for shard in manifest.read_manifest(out)["shards"])
    data = bytearray(places.read(f"{out}/{first}"))
    data[700] ^= 1
    store.write_bytes(f"{out}/{first}", bytes(data))
    object_store.remove(f"{out}/{second}")
    store.write_bytes(f"{out}/shards/caption/toy-train-00099.tar", b"x")
    assert {(p.path, p.rule) for p in verify(out).problems} == {
        (first, "sha256"), (second, "missing"),
        ("shards/caption/toy-train-00099.tar", "orphan"),
    }  # fmt: skip
    with pytest.raises(CheckFailedError, match="is not there, or not as long"):
        mix(out, "stage1", s3.url("mixed"))
    object_store.remove(f"{out}/{first}")
    assert build(built.there).written == 2
    assert published(out) == whole


def test_no_key_is_in_any_file_or_message(
    s3: S3, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    config = toy(tmp_path)
    there = remote(config, s3)
    run = gmai_data("build", "--sources", "toy", "--data", there.data, "--out", there.out,
                    "--workers", "1", "--source-path", config.source_path[0])  # fmt: skip
    s3.fault = lambda method, path: "403"
    refused = gmai_data("verify", there.out)
    s3.fault = no_fault
    assert refused.returncode == 2
    assert "the store refuses (PermissionError: on purpose)" in refused.stderr
    written = b"".join(places.read(path) for path, _ in places.files(there.out))
    kept = b"".join(p.read_bytes() for p in tmp_path.rglob("*") if p.is_file())
    said = "".join((run.stdout, run.stderr, refused.stderr, *capfd.readouterr())).encode()
    for value in (KEYS["AWS_ACCESS_KEY_ID"], KEYS["AWS_SECRET_ACCESS_KEY"]):
        assert value.encode() not in written + kept + said


def test_a_key_in_a_url_is_refused_and_not_repeated(tmp_path: Path) -> None:
    run = gmai_data("status", "s3://AKIAKEY:secret-word@bucket/out")
    assert run.returncode == 2
    assert "taken from the environment" in run.stderr
    assert "secret-word" not in run.stderr + run.stdout


def test_a_bucket_that_is_not_there_is_a_sentence(s3: S3, tmp_path: Path) -> None:
    config = toy(tmp_path)
    with pytest.raises(UsageError, match=r"there is no s3://no-such-bucket\. Make the bucket"):
        build(dataclasses.replace(config, out="s3://no-such-bucket/out"))
    with pytest.raises(UsageError, match="There is no data root s3://no-such-bucket"):
        build(dataclasses.replace(config, data="s3://no-such-bucket/data"))


def test_a_store_where_half_a_file_can_be_seen_is_refused(tmp_path: Path) -> None:
    config = toy(tmp_path)
    with pytest.raises(UsageError, match="half a file can be seen"):
        build(dataclasses.replace(config, out=f"file://{tmp_path}/out"))


def test_objects_are_listed_page_by_page_and_folders_of_consoles_are_none(s3: S3) -> None:
    names = [f"toy/a/{n:04d}.png" for n in range(25)]
    places.at_once(lambda url: store.write_bytes(url, b"x"), [s3.url(f"data/{n}") for n in names])
    for name in ("toy/a/._1.png", "toy/__MACOSX/b.png"):
        store.write_bytes(s3.url(f"data/{name}"), b"")
    for name in ("toy/", "toy/a/"):
        s3.put_key(f"data/{name}")
    s3.page = 10
    listing = list_root(Root("toy", s3.url("data/toy")))
    assert listing.paths.to_pylist() == [name.removeprefix("toy/") for name in names]
    assert set(listing.sizes.to_pylist()) == {1}
    assert places.names(s3.url("data/toy")) == ["__MACOSX", "a"]
    with pytest.raises(UsageError, match="There is nothing at"):
        list_root(Root("toy", s3.url("data/to")))


def test_members_of_archives_are_read_by_ranges_and_a_new_archive_is_seen(
    s3: S3, tmp_path: Path
) -> None:
    roots = {"toy": Root("toy", s3.url("data/toy"))}
    big = os.urandom(3 << 20)
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("big.bin", big)
        archive.writestr("small.txt", b"small")
    store.write_bytes(s3.url("data/toy/a.zip"), path.read_bytes())
    assert list_members(roots, "toy", "a.zip") == [("big.bin", len(big)), ("small.txt", 5)]
    s3.requests.clear()
    assert read_bytes(roots, "toy", "a.zip!small.txt") == b"small"
    assert read_bytes(roots, "toy", "a.zip!big.bin") == big
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("small.txt", b"other")
    store.write_bytes(s3.url("data/toy/a.zip"), path.read_bytes())
    assert read_bytes(roots, "toy", "a.zip!small.txt") == b"other"
    with pytest.raises(RejectedItem, match="missing-member"):
        read_bytes(roots, "toy", "a.zip!big.bin")
    store.write_bytes(s3.url("data/toy/b.tar.gz"), packed("w:gz"))
    for name in list(CONTENT)[::-12]:
        assert read_bytes(roots, "toy", f"b.tar.gz!{name}") == CONTENT[name]
    with local_path(roots, "toy", "b.tar.gz") as copy:
        assert Path(copy).stat().st_size == places.size_of(s3.url("data/toy/b.tar.gz"))
    with pytest.raises(RejectedItem, match="missing-file"):
        read_bytes(roots, "toy", "none.png")


def test_an_object_is_read_from_anywhere_in_it(s3: S3) -> None:
    data = os.urandom(5000)
    store.write_bytes(s3.url("x"), data)
    with places.opened(s3.url("x"), buffer=512) as file:
        assert (file.seek(-10, 2), file.read()) == (4990, data[-10:])
        assert (file.seek(100), file.read(1000)) == (100, data[100:1100])
        assert file.read(10) == data[1100:1110]
        assert (file.seek(6000), file.read(1)) == (6000, b"")
    assert places.read_range(s3.url("x"), 4000, 2000) == data[4000:]
    assert places.read_range(s3.url("x"), 5000, 1) == b""
    assert places.size_of(s3.url("y")) is None
    assert places.names(s3.url("")) == ["x"]
    assert not places.is_folder(s3.url("x"))


def test_an_object_is_created_once_and_replaced_only_over_the_one_that_was_seen(s3: S3) -> None:
    url = s3.url("lease")
    assert store.create(url, b"one")
    assert not store.create(url, b"two")
    token = places.stat(url)[1]
    assert store.replace(url, b"three", token)
    assert not store.replace(url, b"four", token)
    assert places.read(url) == b"three"
    store.remove(url)
    assert not store.replace(url, b"five", token)
    assert not places.is_file(url)


def test_a_store_that_never_answers_is_transient_and_named(s3: S3, tmp_path: Path) -> None:
    there = remote(toy(tmp_path), s3)
    s3.fault = lambda method, path: "503"
    with pytest.raises(TransientError, match=r"on purpose\), 8 times\. Run the same command again"):
        build(there)
