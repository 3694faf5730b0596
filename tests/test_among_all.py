"""Of all sources on a disk, one that cannot be built costs itself alone; the others are built."""

import builtins
import errno
import os
from pathlib import Path

import pytest

from gmai_data import manifest
from gmai_data.config import Config
from gmai_data.unclaimed import told, unclaimed
from gmai_data.verify import verify
from tests import toy_source
from tests.command_line import Run, gmai_data


@pytest.fixture
def disk(tmp_path: Path) -> Path:
    """Two sources: `good`, and `other` that tests do something to."""
    for name in ("good", "other"):
        toy_source.declare(tmp_path / "src", name=name)
        toy_source.add(tmp_path / "data", range(6), name)
    return tmp_path


def build(place: Path, sources: str = "all", *options: str) -> Run:
    return gmai_data(
        "build", "--sources", sources, "--source-path", "src", "--data", "data", "--out", "out",
        "--workers", "1", *options, cwd=place,
    )  # fmt: skip


def built(place: Path) -> set[str]:
    assert verify(str(place / "out")).problems == ()
    return set(manifest.read_manifest(str(place / "out"))["sources"])


def empty(place: Path, _: pytest.MonkeyPatch) -> None:
    for path in (place / "data/other/images").iterdir():
        path.unlink()


def another_layout(place: Path, _: pytest.MonkeyPatch) -> None:
    for n, path in enumerate(sorted((place / "data/other/images").iterdir())):
        path.rename(path.with_name(f"{n}.png"))


def truncated(place: Path, _: pytest.MonkeyPatch) -> None:
    for path in (place / "data/other/images").iterdir():
        path.write_bytes(path.read_bytes()[:60])


def unreadable_folder(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.scandir

    def refused(path="."):  # as root, modes keep nobody out
        if str(path).endswith("data/other"):
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return real(path)

    monkeypatch.setattr(os, "scandir", refused)


def unreadable_file(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.open
    unreadable = str(min((place / "data/other/images").iterdir()))

    def refused(path, *rest, **options):
        if str(path) == unreadable:
            raise PermissionError(errno.EACCES, "Permission denied", unreadable)
        return real(path, *rest, **options)

    monkeypatch.setattr(builtins, "open", refused)


FAULTS = (
    (empty, "there is no file. Put the files of the release there"),
    (another_layout, "No file like"),
    (truncated, "6 of 6 cases rejected, 3 allowed"),
    (unreadable_folder, "data/other cannot be read: Permission denied"),
    (unreadable_file, "cannot be read: Permission denied"),
)


@pytest.mark.parametrize(
    ("fault", "said"), FAULTS, ids=lambda value: getattr(value, "__name__", "")
)
def test_a_source_that_cannot_be_built_costs_itself_alone(disk, monkeypatch, fault, said):
    with monkeypatch.context() as patch:
        fault(disk, patch)
        run = build(disk)
        plan = gmai_data("plan", "--source-path", "src", "--data", "data", cwd=disk)
    assert run.returncode == 1
    assert "gmai-data: other: " in run.stderr
    assert said in run.stderr
    assert built(disk) == {"good"}
    if (
        fault is not truncated
    ):  # which a plan sees of the cases that it reads, and leaves to a build
        assert said in plan.stderr
    assert "good" in plan.stdout


def test_named_it_is_an_error_and_nothing_is_published(disk, monkeypatch):
    empty(disk, monkeypatch)
    run = build(disk, "good,other")
    assert run.returncode == 2
    assert "there is no file" in run.stderr
    assert not (disk / "out/manifest.json").exists()


def test_a_source_that_fails_later_stays_as_it_was(disk, monkeypatch):
    assert build(disk).returncode == 0
    shards = sorted((disk / "out/shards").rglob("other-*"))
    truncated(disk, monkeypatch)
    run = build(disk)
    assert run.returncode == 1
    assert "6 of 6 cases rejected" in run.stderr
    assert built(disk) == {"good", "other"}
    assert sorted((disk / "out/shards").rglob("other-*")) == shards


def test_one_that_shares_patients_with_others_is_not_left_behind(disk, monkeypatch):
    toy_source.declare(disk / "src", name="other", extra="")
    text = (disk / "src/other.py").read_text()
    (disk / "src/other.py").write_text(
        text.replace('verified="data"', 'verified="data", subject_space="good"')
    )
    toy_source.forget()
    assert build(disk).returncode == 0
    empty(disk, monkeypatch)
    run = build(disk)
    assert run.returncode == 1
    assert "other is in " in run.stderr
    assert "shares patients with good" in run.stderr
    assert "gmai-data clean" in run.stderr
    assert built(disk) == {"good", "other"}


def test_cases_that_only_the_scan_saw_count_one_by_one(tmp_path):
    """A half download: every case lacks a channel, none has a key yet."""
    (tmp_path / "src").mkdir()
    (tmp_path / "src/other.py").write_text("""
from gmai_data import NO_SUBJECT, Class, Files, Source
SOURCE = Source(
    name="other", title="T", version="1.0.0", homepage="https://example.org", license="CC0-1.0",
    access="open", evidence=("e",), verified="memory", modality="Fundus Photography",
    cases=Files({"image": "{kind:a|b}-{n:d}.png", "second": "{kind}-{n}-x.png"}),
    subject=NO_SUBJECT, labels=[Class("{kind}", names={"a": "glaucoma", "b": "cataract"})],
)
""")
    toy_source.forget()
    from gmai_data.testing import fake_image

    for n in range(9):
        fake_image(tmp_path / f"data/other/a-{n}.png")
    fake_image(tmp_path / "data/other/a-0-x.png")
    run = build(tmp_path, "other")
    assert run.returncode == 1
    assert "other: 8 of 9 cases rejected, 3 allowed" in run.stderr
    assert "missing-channel" in run.stderr


def test_folders_that_no_source_has_are_named_with_the_source_that_may_be_meant(tmp_path):
    names = ("busi", "kits23", "brats2019", "msd-task03-liver", "acdc", "good")
    folders = ("KiTS_23", "Dataset_BUSI_with_GT", "MICCAI_BraTS_2019_Data_Training", "Task03_Liver")
    for folder in (*folders, "good", "my photos", ".cache", "lost+found", "out", "placed"):
        (tmp_path / folder).mkdir()
    for file in ("acdc", "kits23.zip", "notes.txt"):
        (tmp_path / file).write_bytes(b"")
    config = Config(
        data=str(tmp_path), out=str(tmp_path / "out"), places={"x": str(tmp_path / "placed")}
    )
    assert unclaimed(config, names) == {
        "Dataset_BUSI_with_GT": "busi", "KiTS_23": "kits23", "Task03_Liver": "msd-task03-liver",
        "MICCAI_BraTS_2019_Data_Training": "brats2019", "acdc": "acdc", "kits23.zip": "kits23",
        "my photos": "",
    }  # fmt: skip
    said = told(config, names)
    assert "KiTS_23 (kits23?)" in said
    assert "acdc (a file)" in said
    assert "places:" in said
    assert told(Config(), names) == ""


def test_a_disk_of_other_names_is_told_of_by_every_command_that_looks(disk):
    (disk / "data/good").rename(disk / "data/Good_v2")
    assert "Good_v2 (good?)" in build(disk).stderr
    listed = gmai_data("sources", "--source-path", "src", "--data", "data", cwd=disk)
    assert "Good_v2 (good?)" in listed.stderr
    run = build(disk, "good")
    assert run.returncode == 2
    assert "There is Good_v2: is it good?" in run.stderr
    run = gmai_data("plan", "--source-path", "src", "--data", "data/other", cwd=disk)
    assert "has itself the name of a source" in run.stderr


@pytest.mark.parametrize(
    ("out", "said"),
    [
        ("data", "is the data root"),
        ("data/good", "is among the files of good"),
        ("data/good/out", "is among the files of good"),
        ("mine", "is not empty and holds no build (README.md)"),
        ("mine/README.md", "is a file"),
    ],
)
def test_files_of_others_are_never_built_over(disk, out, said):
    (disk / "mine").mkdir()
    (disk / "mine/README.md").write_text("mine")
    run = build(disk, "good", "--out", out)
    assert run.returncode == 2
    assert said in run.stderr
    assert (disk / "mine/README.md").read_text() == "mine"
    assert sorted(p.name for p in (disk / "data").iterdir()) == ["good", "other"]
    assert sorted(p.name for p in (disk / "data/good").iterdir()) == ["images"]


def test_a_place_of_no_source_is_a_mistake(disk):
    (disk / "build.yaml").write_text("data: data\nplaces: {goood: data/good}\n")
    run = build(disk, "good", "--config", "build.yaml")
    assert run.returncode == 2
    assert "In `places`: No source is called 'goood'. Did you mean good" in run.stderr


def test_a_folder_that_holds_no_build_has_no_status(disk):
    (disk / "mine").mkdir()
    (disk / "mine/README.md").write_text("mine")
    run = gmai_data("status", "mine", cwd=disk)
    assert run.returncode == 2
    assert "mine holds no build" in run.stderr


def test_a_misspelt_source_is_no_reason_to_find_no_difference(disk):
    assert build(disk, "good").returncode == 0
    run = gmai_data("diff", "out", "out", "--sources", "goood", cwd=disk)
    assert run.returncode == 2
    assert "--sources goood: it is in neither out nor out. Did you mean good?" in run.stderr
    assert gmai_data("diff", "out", "out", "--sources", "all", cwd=disk).returncode == 0


def test_what_a_command_looks_for_on_disk_is_a_sentence_when_it_may_not(disk, monkeypatch):
    unreadable_folder(disk, monkeypatch)
    run = gmai_data("check", "other", "--source-path", "src", "--data", "data", cwd=disk)
    assert run.returncode == 3
    assert "data/other cannot be read: Permission denied" in run.stderr
    run = gmai_data("new", "mine", "--from", "nowhere", "--into", "new", cwd=disk)
    assert run.returncode == 2
    assert "There is no folder nowhere" in run.stderr


def test_a_source_that_cannot_be_loaded_is_told_of_whatever_is_listed(disk):
    (disk / "src/broken.py").write_text("import nothing_like_this")
    run = gmai_data("sources", "--source-path", "src", "--where", "modality=CT", cwd=disk)
    assert run.returncode == 0
    assert "Source broken" in run.stderr
