"""Searching the known sources, and what they cover."""

import json
from pathlib import Path

import pytest

from gmai_data import catalogue
from gmai_data.config import Config
from gmai_data.declare import label_parts
from gmai_data.errors import UsageError
from gmai_data.known import known
from gmai_data.terms import DEPARTMENTS, MODALITIES, SUBSETS
from tests.command_line import gmai_data

KNOWN = known(Config())


def names(*where: str) -> set[str]:
    return {entry.name for entry in catalogue.chosen(KNOWN, where)}


def test_every_label_kind_is_for_a_task() -> None:
    for entry in KNOWN:
        assert entry.source
        assert catalogue.tasks_of(entry.source) or not label_parts(entry.source)


def test_conditions_narrow_one_another_and_ignore_letter_case() -> None:
    both = names("modality=ct", "task=segmentation")
    assert "kits23" in both
    assert both == names("modality=CT") & names("task=segmentation")
    assert "busi" not in both


def test_a_star_stands_for_anything() -> None:
    assert names("license=CC-BY*") >= names("license=CC-BY-4.0") | names("license=CC-BY-NC-4.0")
    assert names("anatomy=*") == {e.name for e in KNOWN if e.source and e.source.anatomy}


def test_a_source_of_several_modalities_is_found_under_each() -> None:
    assert {"amos22"} <= names("modality=CT") & names("modality=MR")
    assert "medqa-us" in names("modality=text", "language=en")
    assert names("language=zh") & names("modality=text")


def test_what_is_on_disk_is_told_from_what_is_missing(tmp_path: Path) -> None:
    (tmp_path / "kits23" / "case_00000").mkdir(parents=True)
    listed = known(Config(data=str(tmp_path)))
    assert [e.name for e in catalogue.chosen(listed, ["state=on disk"])] == ["kits23"]


@pytest.mark.parametrize(
    ("where", "said"),
    [
        ("colour=red", "Fields: modality, task"),
        ("modality", "write FIELD=VALUE"),
        ("modality=Ultrasond", "There is Ultrasound"),
        ("department=Opthalmology", "There is Ophthalmology"),
    ],
)
def test_a_condition_that_nothing_can_meet_says_what_there_is(where: str, said: str) -> None:
    with pytest.raises(UsageError, match=said):
        names(where)


def test_all_thirteen_modalities_and_all_departments_of_the_paper_are_covered() -> None:
    of = catalogue.covered([e.source for e in KNOWN if e.source])
    assert [m for m in MODALITIES if not of["modality"][m]] == []
    assert [d for d in DEPARTMENTS if not of["department"][d]] == []
    assert len(SUBSETS) == 5


def test_the_command_filters_and_counts(tmp_path: Path) -> None:
    done = gmai_data("sources", "--where", "modality=Dermoscopy", "--json")
    rows = json.loads(done.stdout)
    assert {"isic2018", "ham10000"} <= {row["name"] for row in rows}
    assert all("Dermoscopy" in row["modality"] or row["modality"] == "" for row in rows)
    assert {"classification"} <= set(next(r for r in rows if r["name"] == "ham10000")["tasks"])
    assert "18 departments" in gmai_data("sources", "--data", str(tmp_path)).stderr
