"""Sources that share patients or pictures: one split per patient, each picture once, and why."""

import importlib
import itertools
import json
import os
from dataclasses import replace
from pathlib import Path

import pytest

from gmai_data import parquet
from gmai_data.build import build
from gmai_data.config import AskConfig, Config, PackConfig
from gmai_data.diff import diff
from gmai_data.errors import CheckFailedError, UsageError
from gmai_data.output.lock import read_locks
from gmai_data.plan import plan
from gmai_data.rebuild import rebuild
from gmai_data.testing import fake_image
from gmai_data.verify import verify

DECLARATION = '''
"""Made up."""
from gmai_data import Class, Files, Source

SOURCE = Source(
    name="{name}", title="T", version="1.0.0", homepage="https://example.org/",
    license="CC-BY-4.0", access="open", modality="Fundus Photography",
    department="Ophthalmology", anatomy=("retina",),
    cases=Files("{{set}}/{{patient}}-{{grade}}.png"), subject="{{patient}}",
    labels=[Class("{{grade}}", names={{"a": "glaucoma", "b": "diabetic retinopathy"}})],
    evidence=("https://example.org/",), verified="data", {more}
)
'''
ASK = AskConfig(languages=("en",), questions=1)  # little is enough
_times = itertools.count()
SPLIT = 'split="{set}",'


class Notes:
    """Keeps the notes of a build."""

    def __init__(self) -> None:
        self.said: list[str] = []

    def note(self, text: str) -> None:
        self.said.append(text)

    def step(self, name: str, total: int) -> None: ...
    def advance(self, name: str, n: int = 1) -> None: ...
    def rejected(self, name: str, n: int) -> None: ...
    def done(self, name: str) -> None: ...


def declare(tmp: Path, name: str, more: str = "") -> None:
    path = tmp / "sources" / f"{name.replace('-', '_')}.py"
    path.parent.mkdir(exist_ok=True)
    path.write_text(DECLARATION.format(name=name, more=more))


def picture(tmp: Path, source: str, file: str, seed: str = "") -> None:
    path = tmp / "data" / source / file
    fake_image(path, (96, 80), mode="L", seed=seed or f"{source}{file}")
    os.utime(path, (when := 1_700_000_000 + next(_times), when))  # not of this very second


def config(tmp: Path, *sources: str, out: str = "out", **changes: object) -> Config:
    return Config(
        sources=sources, data=str(tmp / "data"), out=str(tmp / out),
        source_path=(str(tmp / "sources"),), workers=1, ask=ASK, **changes,  # type: ignore[arg-type]
    )  # fmt: skip


def splits(tmp: Path, source: str, out: str = "out") -> dict[str, set[str]]:
    """Splits by subject, as they are in a build."""
    table = parquet.read_table(str(tmp / out / "samples" / f"{source}.parquet"))
    found: dict[str, set[str]] = {}
    for row in table.to_pylist():
        found.setdefault(row["subject"], set()).add(row["split"])
    return found


def files(tmp: Path, out: str) -> dict[str, bytes]:
    """Everything in a build that must not depend on how it came about."""
    place = tmp / out
    kept = [*place.glob("shards/**/*.tar"), *place.glob("locks/*"), place / "manifest.json"]
    return {str(path.relative_to(place)): path.read_bytes() for path in kept}


@pytest.fixture
def patients(tmp_path: Path) -> Path:
    """`old` has an official test split, `new` has the same patients in train and none of its own.

    `third` is unrelated.
    """
    declare(tmp_path, "old", SPLIT + 'benchmark=("test",),')
    declare(tmp_path, "new", 'subject_space="old",')
    declare(tmp_path, "third")
    for n in range(12):
        picture(tmp_path, "old", f"{'test' if n < 4 else 'train'}/p{n:02d}-{'ab'[n % 2]}.png")
        picture(tmp_path, "new", f"x/p{n + 2:02d}-{'ab'[n % 2]}.png")
        picture(tmp_path, "third", f"x/p{n:02d}-{'ab'[n % 2]}.png")
    return tmp_path


def test_a_patient_is_in_one_split_over_all_sources_that_know_it(patients: Path) -> None:
    told = Notes()
    build(config(patients, "old", "new", "third"), told)
    old, new, third = (splits(patients, name) for name in ("old", "new", "third"))
    shared = old.keys() & new.keys()
    assert len(shared) == 10
    assert all(old[s] == new[s] and len(new[s]) == 1 for s in shared)
    assert sum(new[s] == {"test"} for s in shared) == 2
    assert not shared & third.keys()
    assert any(
        said.startswith("new: ") and "where old declares their subjects to be" in said
        for said in told.said
    )


def test_a_source_without_relatives_is_what_it_is_alone(patients: Path) -> None:
    build(config(patients, "old", "new", "third"))
    build(config(patients, "third", out="alone"))
    lock = json.loads((patients / "out/locks/third.lock.json").read_text())
    assert lock == json.loads((patients / "alone/locks/third.lock.json").read_text())
    assert "shared" not in lock


@pytest.mark.parametrize("order", [("old", "new"), ("new", "old")])
def test_the_order_in_which_sources_are_built_does_not_matter(
    patients: Path, order: tuple[str, str]
) -> None:
    build(config(patients, "new", "old", out="at-once"))
    build(config(patients, order[0], out="in-turn"))
    told = Notes()
    build(config(patients, order[1], out="in-turn"), told)
    assert files(patients, "in-turn") == files(patients, "at-once")
    assert f"{order[0]} is built again, too: it shares patients with {order[1]}." in told.said


def test_the_limit_of_cases_does_not_change_the_split_of_those_that_are_left(
    patients: Path,
) -> None:
    build(config(patients, "old", "new"))
    build(config(patients, "old", "new", out="few", limit=4))
    whole = splits(patients, "new")
    few = splits(patients, "new", "few")
    assert few
    assert all(whole[s] == few[s] for s in few)


def test_the_diff_names_the_other_source_as_the_cause_of_a_moved_patient(patients: Path) -> None:
    build(config(patients, "new", out="before"))
    build(config(patients, "old", "new", out="after"))
    found = diff(str(patients / "before"), str(patients / "after"), ("new",))
    (change,) = found.changes
    assert [(c.name, c.kind) for c in change.causes] == [("subjects shared with old", "split")]
    assert change.effects == ("splits", "shards")
    assert change.unexplained == ()


def test_a_build_with_moved_patients_is_unchanged_when_run_again_and_verifies(
    patients: Path,
) -> None:
    build(config(patients, "old", "new"))
    assert not build(config(patients, "old", "new")).changed
    assert verify(str(patients / "out")).exit_code == 0
    again = rebuild(str(patients / "out"), 1.0, config(patients, "old", "new"))
    assert again.differing == ()


def test_the_plan_of_a_finished_build_sees_nothing_to_do(patients: Path) -> None:
    build(config(patients, "old", "new"))
    assert [found.why for found in plan(config(patients, "old", "new")).sources] == [(), ()]


@pytest.fixture
def pictures(tmp_path: Path) -> Path:
    """`copy` holds six pictures of `origin`, and six of its own; `stranger` holds some, too."""
    declare(tmp_path, "origin", SPLIT)
    declare(tmp_path, "copy", 'derived_from=("origin",), benchmark=("test",),' + SPLIT)
    declare(tmp_path, "stranger")
    for n in range(12):
        grade = "ab"[n % 2]
        picture(tmp_path, "origin", f"train/p{n:02d}-{grade}.png", f"shared{n}")
        where = "test" if n < 2 else "train"
        picture(
            tmp_path, "copy", f"{where}/q{n:02d}-{grade}.png", f"{'shared' if n < 6 else ''}{n}"
        )
        picture(tmp_path, "stranger", f"x/r{n:02d}-{grade}.png", f"shared{n}")
    return tmp_path


ALL = ("copy", "origin", "stranger")


def dropped(tmp: Path, source: str, out: str = "out") -> list[dict[str, str]]:
    rows = parquet.read_table(str(tmp / out / "rejected" / f"{source}.parquet")).to_pylist()
    return [row for row in rows if row["rule"] == "duplicate-of"]


def test_a_build_says_which_sources_share_images_and_keeps_them_unless_told(
    pictures: Path,
) -> None:
    told = Notes()
    build(config(pictures, *ALL), told)
    (said,) = (s for s in told.said if "share images" in s)
    assert "wholly or in part: those of origin are in copy." in said
    assert not dropped(pictures, "copy")
    assert "duplicates" not in read_locks(str(pictures / "out/locks"))["copy"]


def test_an_identical_picture_is_kept_in_the_test_set_or_else_in_the_original(
    pictures: Path,
) -> None:
    build(config(pictures, *ALL, duplicates="drop"))
    assert len(dropped(pictures, "copy")) == 4  # in train here and in the original
    assert len(dropped(pictures, "origin")) == 2  # in the test set of `copy`
    assert not dropped(pictures, "stranger")  # nothing says that it has to do with them
    hashes = {
        name: set(
            parquet.read_table(str(pictures / f"out/samples/{name}.parquet"))["slice"].to_pylist()
        )
        for name in ALL
    }
    assert [len(hashes[name]) for name in ALL] == [8, 10, 12]
    for row in dropped(pictures, "copy"):
        source, kept = row["value"].split()
        assert source == "origin"
        assert kept in hashes["origin"]
        assert row["key"] not in hashes["copy"]
        assert row["kind"] == "policy"
    assert verify(str(pictures / "out")).exit_code == 0


def test_what_is_dropped_does_not_depend_on_order_workers_or_the_store(pictures: Path) -> None:
    build(config(pictures, *ALL, out="at-once", duplicates="drop"))
    build(config(pictures, "copy", out="in-turn", duplicates="drop"))
    told = Notes()
    build(config(pictures, "origin", "stranger", out="in-turn", duplicates="drop"), told)
    assert "copy is built again, too: it shares images with origin." in told.said
    assert files(pictures, "in-turn") == files(pictures, "at-once")
    again = build(config(pictures, *ALL, out="in-turn", duplicates="drop"))
    assert not again.changed
    assert rebuild(str(pictures / "at-once"), 1.0, config(pictures, *ALL)).differing == ()


def test_a_dropped_picture_comes_back_when_its_original_is_no_longer_the_same(
    pictures: Path,
) -> None:
    build(config(pictures, *ALL, out="before", duplicates="drop"))
    build(config(pictures, *ALL, out="after", duplicates="drop"))
    picture(pictures, "origin", "train/p05-b.png", "another")
    build(config(pictures, *ALL, out="after", duplicates="drop"))
    assert len(dropped(pictures, "copy", "after")) == 3
    (change,) = diff(str(pictures / "before"), str(pictures / "after"), ("copy",)).changes
    assert [(c.name, c.kind) for c in change.causes] == [("duplicates of origin", "duplicates")]
    assert change.effects == ("samples", "shards")
    assert change.unexplained == ()


def test_dropping_or_keeping_is_a_cause_that_the_diff_names(pictures: Path) -> None:
    build(config(pictures, *ALL, out="before"))
    build(config(pictures, *ALL, out="after", duplicates="drop"))
    changes = diff(str(pictures / "before"), str(pictures / "after")).changes
    assert not any(change.unexplained for change in changes)
    by_name = {change.source: change for change in changes}
    assert {c.name for c in by_name["copy"].causes if c.effect} == {
        "duplicates of origin", "filter duplicates.across",
    }  # fmt: skip
    assert by_name["stranger"].effects == ()


def test_dropping_cannot_be_switched_in_one_folder_without_saying_so(pictures: Path) -> None:
    build(config(pictures, *ALL, duplicates="drop"))
    with pytest.raises(UsageError, match=r"duplicates\.across 'drop' -> None"):
        build(config(pictures, *ALL))
    build(config(pictures, *ALL, update=True))
    assert not dropped(pictures, "copy")
    with pytest.raises(CheckFailedError, match="--locked"):
        build(config(pictures, *ALL, duplicates="drop", update=True, locked=True))


@pytest.mark.slow
def test_two_workers_move_and_drop_what_one_does(pictures: Path) -> None:
    declare(pictures, "old", SPLIT)
    declare(pictures, "new", 'subject_space="old",')
    for n in range(8):
        picture(pictures, "old", f"{'test' if n < 4 else 'train'}/p{n:02d}-{'ab'[n % 2]}.png")
        picture(pictures, "new", f"x/p{n + 2:02d}-{'ab'[n % 2]}.png")
    names = (*ALL, "new", "old")
    pack = PackConfig(chunk_bytes=1 << 16)
    build(config(pictures, *names, out="one", duplicates="drop", pack=pack))
    two = replace(config(pictures, *names, out="two", duplicates="drop", pack=pack), workers=2)
    build(two)
    assert files(pictures, "one") == files(pictures, "two")


def test_an_origin_that_cannot_be_loaded_costs_itself_alone(pictures: Path) -> None:
    (pictures / "sources/origin.py").write_text("raise ValueError")
    result = build(config(pictures, "copy"))
    assert [source.name for source in result.sources] == ["copy"]


def test_one_with_patients_of_two_sources_follows_both(tmp_path: Path) -> None:
    declare(tmp_path, "one", SPLIT)
    declare(tmp_path, "two", SPLIT)
    declare(tmp_path, "crops", 'subject_space=("one", "two"),')
    for n in range(4):
        picture(tmp_path, "one", f"{'test' if n < 2 else 'train'}/p{n}-a.png")
        picture(tmp_path, "two", f"{'train' if n < 2 else 'test'}/p{n}-a.png")
        for of in ("<one>", "<two>", ""):
            picture(tmp_path, "crops", f"x/{of}p{n}-a.png")
    build(config(tmp_path, "one", "two", "crops"))
    one, two, crops = (splits(tmp_path, name) for name in ("one", "two", "crops"))
    assert not one.keys() & two.keys()
    assert len(crops) == 12
    for mine in (one, two):
        assert len(mine.keys() & crops.keys()) == 4
        assert all(crops[subject] == parts for subject, parts in mine.items())


def test_a_table_of_another_source_joins_where_it_is_on_disk(tmp_path: Path) -> None:
    declare(tmp_path, "old", SPLIT)
    table = 'Table("<old>/names.csv", on="patient", optional=True)'
    declare(tmp_path, "new", f'join=[{table}], subject_space="old",')
    path = tmp_path / "sources/new.py"
    text = path.read_text().replace("Class, Files", "Class, Files, First, Table")
    path.write_text(text.replace('"{patient}"', 'First("{name}", "{patient}")'))
    for n in range(4):
        picture(tmp_path, "new", f"x/q{n}-a.png")
    build(config(tmp_path, "new", out="alone"))
    for n in range(4):
        picture(tmp_path, "old", f"test/p{n}-a.png")
    (tmp_path / "data/old/names.csv").write_text("patient,name\nq0,p0\nq1,p1\n")
    build(config(tmp_path, "old", "new"))
    old, new = splits(tmp_path, "old"), splits(tmp_path, "new")
    assert len(new.keys() & old.keys()) == 2
    assert all(new[subject] == {"test"} for subject in new.keys() & old.keys())
    assert len(splits(tmp_path, "new", "alone").keys() & new.keys()) == 2


FAMILIES = (
    ("lidc-idri", "luna16"),
    ("brats2018", "brats2020", "brats2021", "rsna-miccai-mgmt", "upenn-gbm"),
    ("nih-chestxray14", "rsna-pneumonia", "covidx-cxr"),
    ("lits", "msd-task03-liver", "uls23"),
    ("vqa-rad", "vqa-med-2019"),
    ("isic2016", "isic2017", "isic2018", "isic2019"),
    ("drive", "rite"),
)


@pytest.mark.slow
@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family[0])
def test_bundled_sources_that_share_patients_have_one_split_for_each(
    family: tuple[str, ...], tmp_path: Path
) -> None:
    """Every source of the family shares someone with another, by its fake release."""
    for name in family:
        maker = importlib.import_module(f"tests.sources.{name.replace('-', '_')}")
        maker.make(tmp_path / "data" / name)
    (tmp_path / "sources").mkdir()  # none of ours
    build(config(tmp_path, *family))
    found = {name: splits(tmp_path, name) for name in family}
    for name, mine in found.items():
        others = [theirs for other, theirs in found.items() if other != name]
        shared = {subject for theirs in others for subject in mine.keys() & theirs.keys()}
        assert shared, name
    together: dict[str, set[str]] = {}
    for mine in found.values():
        for subject, parts in mine.items():
            together.setdefault(subject, set()).update(parts)
    assert {subject: parts for subject, parts in together.items() if len(parts) > 1} == {}
