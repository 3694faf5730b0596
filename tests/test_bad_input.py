"""What a user or a disk gets wrong: what is said, the exit code, and that nothing is lost."""

import builtins
import errno
import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pyarrow.parquet as pq
import pytest

from gmai_data.testing import fake_image, fake_nifti
from gmai_data.verify import verify
from tests.command_line import Run, gmai_data
from tests.toy_source import contents

SOURCE = """
from gmai_data import Class, Files, Mask, Source, Table

SOURCE = Source(
    name="{name}", title="{name}", version="1.0.0", homepage="https://example.org/",
    license="CC-BY-4.0", access="open", evidence=("made up",), verified="memory",
    modality="{modality}", department="Ophthalmology", anatomy=("{anatomy}",),
    cases={cases}, subject="{subject}", labels=[{labels}],
)
"""
FUNDUS = {
    "modality": "Fundus Photography",
    "anatomy": "retina",
    "cases": 'Files("{n:d}-{grade}.png")',
    "subject": "{n}",
    "labels": 'Class("{grade}", names={"a": "glaucoma", "b": "cataract"})',
}
SCAN = {
    "modality": "CT",
    "anatomy": "kidney",
    "cases": 'Files("{n:d}.nii.gz")',
    "labels": 'Mask("{n}_mask.nii.gz", names={1: "kidney"})',
}


def declare(place: Path, name: str, folder: str = "src", **changes: str) -> None:
    (place / folder).mkdir(exist_ok=True)
    text = SOURCE.format(name=name, **{**FUNDUS, **changes})
    (place / folder / f"{name}.py").write_text(text)


def pictures(place: Path, name: str) -> None:
    for n in range(5):
        fake_image(place / f"data/{name}/{n}-{'ab'[n % 2]}.png", (60, 50))


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A source that is good, its data, and its build in ``out``."""
    place = tmp_path_factory.mktemp("before")
    declare(place, "good")
    pictures(place, "good")
    assert build(place, "good").returncode == 0
    return place


def build(place: Path, sources: str, *options: str) -> Run:
    return gmai_data(
        "build", "--sources", sources, "--source-path", "src", "--data", "data", "--out", "out",
        "--workers", "1", *options, cwd=place,
    )  # fmt: skip


def unknown_source(place: Path, _: pytest.MonkeyPatch) -> Run:
    return build(place, "goodd")


def no_data_root(place: Path, _: pytest.MonkeyPatch) -> Run:
    return build(place, "good", "--data", "dta")


def not_on_disk(place: Path, _: pytest.MonkeyPatch) -> Run:
    declare(place, "other")
    return build(place, "other")


def unreadable_file(place: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    declare(place, "other")
    pictures(place, "other")
    real = builtins.open

    def refused(path, *rest, **options):  # as root, modes keep nobody out
        if str(path).endswith("other/3-b.png"):
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return real(path, *rest, **options)

    monkeypatch.setattr(builtins, "open", refused)
    return build(place, "other")


def unreadable_folder(place: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    declare(place, "other")
    pictures(place, "other")
    real = os.scandir

    def refused(path="."):
        if str(path).endswith("data/other"):
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return real(path)

    monkeypatch.setattr(os, "scandir", refused)
    return build(place, "other")


def truncated_file(place: Path, _: pytest.MonkeyPatch) -> Run:
    declare(place, "other")
    pictures(place, "other")
    path = place / "data/other/3-b.png"
    path.write_bytes(path.read_bytes()[:700])
    return build(place, "other")


def most_files_truncated(place: Path, _: pytest.MonkeyPatch) -> Run:
    declare(place, "other")
    pictures(place, "other")
    for path in (place / "data/other").glob("?-a.png"):
        path.write_bytes(path.read_bytes()[:700])
    (place / "data/other/1-b.png").write_bytes(b"")
    return build(place, "other")


def mask_on_another_grid(place: Path, _: pytest.MonkeyPatch) -> Run:
    declare(place, "other", **SCAN)
    block = np.zeros((20, 24, 16), np.int16)
    block[5:12, 5:12, 4:10] = 1
    for n in range(3):
        fake_nifti(place / f"data/other/{n}.nii.gz", block * 400)
        spacing = (2.0, 1.0, 1.0) if n == 1 else (1.0, 1.0, 1.0)
        fake_nifti(place / f"data/other/{n}_mask.nii.gz", block, spacing_mm=spacing)
    return build(place, "other")


def two_files_of_one_key(place: Path, _: pytest.MonkeyPatch) -> Run:
    declare(place, "other")
    pictures(place, "other")
    fake_image(place / "data/other/03-b.png", (60, 50))
    return build(place, "other")


def two_sources_of_one_name(place: Path, _: pytest.MonkeyPatch) -> Run:
    declare(place, "good", "more")
    return build(place, "good", "--source-path", "more")


def no_such_field(place: Path, _: pytest.MonkeyPatch) -> Run:
    declare(place, "other", subject="{patient}")
    pictures(place, "other")
    return build(place, "other")


def no_such_column(place: Path, _: pytest.MonkeyPatch) -> Run:
    table = 'Table("cases.csv", image="{file}")'
    declare(place, "other", cases=table, labels='Class("{garde}", names={"a": "glaucoma"})')
    pictures(place, "other")
    (place / "data/other/cases.csv").write_text("file,n,grade\n0-a.png,0,a\n")
    return build(place, "other")


def no_such_table(place: Path, _: pytest.MonkeyPatch) -> Run:
    declare(place, "other", cases='Table("cases.csv", image="{file}")')
    pictures(place, "other")
    return build(place, "other")


def broken_source(place: Path, _: pytest.MonkeyPatch) -> Run:
    (place / "src/other.py").write_text("import package_that_is_not_there\n")
    return build(place, "other")


def broken_source_among_all(place: Path, _: pytest.MonkeyPatch) -> Run:
    (place / "src/other.py").write_text("import package_that_is_not_there\n")
    return build(place, "all")


def another_plan(place: Path, _: pytest.MonkeyPatch) -> Run:
    return build(place, "good", "--languages", "en")


def no_prompts(place: Path, _: pytest.MonkeyPatch) -> Run:
    return build(place, "good", "--prompts", "src")


def another_build(place: Path, _: pytest.MonkeyPatch) -> Run:
    from gmai_data.work.lease import lease

    with lease(str(place / "out")):
        return build(place, "good")


def full_disk(place: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    declare(place, "other")
    pictures(place, "other")
    real = os.replace

    def full(old, new):
        if "/slices/" in str(new):
            raise OSError(errno.ENOSPC, "No space left on device")
        real(old, new)

    monkeypatch.setattr(os, "replace", full)
    return build(place, "other")


@dataclass(frozen=True)
class Bad:
    """Something bad, and what is said of it: what, where, what to do."""

    does: Callable[[Path, pytest.MonkeyPatch], Run]
    code: int
    said: tuple[str, ...]


CASES = (
    Bad(unknown_source, 2, ("No source is called 'goodd'", "mean good", "`gmai-data sources`")),
    Bad(no_data_root, 2, ("There is no data root dta", "Give --data the folder")),
    Bad(not_on_disk, 2, ("Not on disk: other", "under its name in data", "gmai-data show NAME")),
    Bad(unreadable_file, 3, ("other: 3-b.png cannot be read: Permission denied", "run the same")),
    Bad(unreadable_folder, 3, ("data/other cannot be read: Permission denied", "run the same")),
    Bad(truncated_file, 0, ("other: 3-b.png: truncated-file", "out/rejected/other.parquet")),
    Bad(most_files_truncated, 1, ("other: 4 of 5 cases rejected, 3 allowed", "0-a.png",
                                  "nothing was published", "--max-rejected")),
    Bad(mask_on_another_grid, 0, ("other: 1_mask.nii.gz: mask-grid", "out/rejected/other.parquet")),
    Bad(two_files_of_one_key, 0, ("duplicate-case: 03-b.png and 3-b.png",)),
    Bad(two_sources_of_one_name, 2, ("Two sources are called good", "src/good.py", "more/good.py",
                                     "Rename one")),
    Bad(no_such_field, 2, ("other: subject: there is no field 'patient'. It has grade, n.",
                           "src/other.py")),
    Bad(no_such_column, 2, ("other", "cases.csv", "garde", "grade")),
    Bad(no_such_table, 2, ("other", "cases.csv")),
    Bad(broken_source, 2, ("Source other", "src/other.py, line 1", "package_that_is_not_there",
                           "Correct it or remove it")),
    Bad(broken_source_among_all, 1, ("Source other", "src/other.py, line 1", "good    unchanged")),
    Bad(another_plan, 2, ("was built with another configuration", "languages", "--update")),
    Bad(no_prompts, 2, ("--prompts", "/src", "Copy the folder")),
    Bad(another_build, 2, ("another build is writing here", f"process {os.getpid()}", "--out")),
    Bad(full_disk, 3, ("work/slices/other", "the disk is full", "bytes needed", "Free some space")),
)  # fmt: skip


@pytest.mark.parametrize("bad", CASES, ids=lambda bad: bad.does.__name__)
def test_it_is_said_what_is_wrong_where_and_what_to_do_and_nothing_is_lost(
    bad: Bad, before: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "place"
    shutil.copytree(before, place)
    built = contents(str(place / "out"))
    with monkeypatch.context() as patch:
        run = bad.does(place, patch)
    print(run.stdout, run.stderr)
    assert run.returncode == bad.code, run.stdout + run.stderr
    for words in bad.said:
        assert words in run.stdout + run.stderr
    if bad.code:
        assert run.stderr.startswith("gmai-data: ")
        assert contents(str(place / "out")) == built
    assert verify(str(place / "out")).problems == ()
    rows = pq.read_table(place / "out/samples/good.parquet").num_rows
    assert rows == pq.read_table(before / "out/samples/good.parquet").num_rows
    assert not list((place / "out").rglob(".tmp-*"))
