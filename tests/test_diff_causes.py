"""Planted changes: each has exactly its causes, in every format."""

import dataclasses
import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from gmai_data import review, steps, vocabulary
from gmai_data.build import build
from gmai_data.config import AnswerConfig, AskConfig, Config, PackConfig, ReadConfig
from gmai_data.diff import Diff, diff
from gmai_data.output import lock as locks
from gmai_data.output.diff_render import FORMATS, render
from gmai_data.output.diff_schema import diff_schema
from gmai_data.output.lock import lock_text, read_locks
from gmai_data.testing import fake_image
from gmai_data.words.prompts import find_folder
from gmai_data.work import probes, settle
from tests import toy_source
from tests.fault_server import Server, truthful
from tests.toy_source import toy

SIZE = (200, 160)  # large enough that a smaller shard is another number of shards
SCHEMA = jsonschema.Draft202012Validator(diff_schema())


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A build that the tests compare theirs with; they never write to it."""
    place = tmp_path_factory.mktemp("first")
    toy_source.add(place / "data", range(6), size=SIZE)
    build(toy(place, 6))
    return place


@dataclass
class Place:
    """A copy of the first build's declaration and data, and what builds from them."""

    path: Path
    config: Config
    patch: pytest.MonkeyPatch

    @property
    def images(self) -> list[Path]:
        return sorted((self.path / "data").rglob("*.png"))

    def declare(self, extra: str = "", **changes: str) -> None:
        toy_source.declare(self.path / "sources", extra, **changes)


@pytest.fixture
def place(first: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Place:
    for name in ("data", "sources"):
        shutil.copytree(first / name, tmp_path / name)
    toy_source.forget()
    config = toy_source.config(tmp_path, store=str(first / "out" / "work"))
    return Place(tmp_path, config, monkeypatch)


def edited_prompt(p: Place) -> Config:
    shutil.copytree(find_folder(), p.path / "prompts")
    path = p.path / "prompts" / "caption-image.en.j2"
    said = '{% include "_ask-caption.en.j2" %}'
    assert path.read_text().count(said) == 1
    path.write_text(path.read_text().replace(said, "What is to be seen here?"))
    return dataclasses.replace(p.config, prompts=str(p.path / "prompts"))


def renamed_label(p: Place) -> Config:
    p.declare(first="cataract")
    return p.config


def other_licence(p: Place) -> Config:
    p.declare(license="CC0-1.0")
    return p.config


def other_title(p: Place) -> Config:
    p.declare(title="Another toy")
    return p.config


def other_subject(p: Place) -> Config:
    path = p.path / "sources" / "toy.py"
    path.write_text(path.read_text().replace('subject="{patient}"', 'subject="{patient}-{visit}"'))
    return p.config


def other_content(p: Place) -> Config:
    fake_image(p.images[2], SIZE, seed="another")
    return p.config


def touched(p: Place) -> Config:
    p.images[2].touch()
    return p.config


def new_case(p: Place) -> Config:
    toy_source.add(p.path / "data", [6], size=SIZE)
    return p.config


def lost_case(p: Place) -> Config:
    p.images[0].unlink()
    return p.config


def renamed_case(p: Place) -> Config:
    p.images[0].rename(p.images[0].with_name(p.images[0].name.replace("p000", "q000")))
    return p.config


def edited_term(p: Place) -> Config:
    found = vocabulary.load()
    term = found.terms["glaucoma"]
    edit = dataclasses.replace(term, zh=term.zh + "症")
    changed = dataclasses.replace(found, terms={**found.terms, "glaucoma": edit})
    p.patch.setattr(vocabulary, "load", lambda: changed)
    return p.config


def stricter_rule(p: Place) -> Config:
    found = {**review.RULES}
    rule = found["label"]

    def stricter(check: Any) -> Any:
        return rule.function(check) or ("no" if check.request.task.startswith("caption") else "")

    found["label"] = dataclasses.replace(rule, function=stricter, version=rule.version + 1)
    p.patch.setattr(review, "RULES", found)
    return dataclasses.replace(p.config, max_rejected=1.0)


def other_ratios(p: Place) -> Config:
    return dataclasses.replace(p.config, ratios=(0.1, 0.8, 0.1))


def smaller_shards(p: Place) -> Config:
    return dataclasses.replace(p.config, pack=PackConfig(shard_bytes=1 << 16))


def smaller_chunks(p: Place) -> Config:
    return dataclasses.replace(p.config, pack=PackConfig(chunk_bytes=1 << 16))


def smaller_pictures(p: Place) -> Config:
    return dataclasses.replace(p.config, read=ReadConfig(max_side=64))


def one_language(p: Place) -> Config:
    return dataclasses.replace(p.config, ask=AskConfig(languages=("en",)))


def fewer_cases(p: Place) -> Config:
    return dataclasses.replace(p.config, limit=4)


def fewer_slices(p: Place) -> Config:
    read = dataclasses.replace(p.config.read, budget=1)
    return dataclasses.replace(p.config, read=read)


def other_code(p: Place) -> Config:
    p.patch.setattr(locks, "VERSIONS", {**locks.VERSIONS, "read": locks.VERSIONS["read"] + 1})
    p.patch.setattr(settle, "READ", -1)
    p.patch.setattr("gmai_data.work.keys.READ", -1)
    return p.config


def other_toolchain(p: Place) -> Config:
    found = {**probes.probes(), "bytes": "0123456789abcdef"}
    p.patch.setattr(probes, "probes", lambda: found)
    p.patch.setattr(settle, "probes", lambda: found)
    return p.config


def private(p: Place) -> Config:
    p.declare('import dataclasses\nSOURCE = dataclasses.replace(SOURCE, identity="private")\n')
    return p.config


PROMPT = "prompt caption-image.en"


@dataclass(frozen=True)
class Planted:
    plant: Callable[[Place], Config]
    causes: list[str]
    effect: str = ""  # the first output that changed
    bump: str = "major"
    silent: list[str] = field(default_factory=list)  # causes without an effect


PLANTED = [
    Planted(edited_prompt, [PROMPT], "answers"),
    Planted(renamed_label, ["adapter.words"], "requests"),
    Planted(other_licence, ["adapter.facts", "license"], "shards", "patch"),
    Planted(other_title, ["adapter.facts"], "shards", "patch"),
    Planted(other_subject, ["adapter.scan"], "cases"),
    Planted(other_content, ["inputs"], "slices.pixels"),
    Planted(new_case, ["inputs"], "cases", "minor"),
    Planted(lost_case, ["inputs"], "cases"),
    Planted(renamed_case, ["inputs"], "cases"),
    Planted(edited_term, ["vocabulary"], "requests"),
    Planted(stricter_rule, ["review label"], "samples"),
    Planted(other_ratios, ["configuration scan.ratios"], "splits"),
    Planted(smaller_shards, ["configuration pack.shard_bytes"], "shards", "patch"),
    Planted(smaller_chunks, [], "", "none", silent=["configuration pack.chunk_bytes"]),
    Planted(smaller_pictures, ["configuration read.max_side"], "slices.pixels"),
    Planted(one_language, ["configuration ask.languages"], "requests"),
    Planted(fewer_slices, [], "", "none", silent=["filter read.budget"]),
    Planted(fewer_cases, ["filter scan.limit"], "cases"),
    Planted(other_code, [], "", "none", silent=["code read"]),
    Planted(other_toolchain, [], "", "none", silent=["toolchain bytes"]),
]


def compared(first: Path, place: Place, config: Config) -> Diff:
    steps._words_read.cache_clear()
    steps.vocabulary_digest.cache_clear()
    try:
        build(config)
    finally:
        place.patch.undo()
        steps._words_read.cache_clear()
        steps.vocabulary_digest.cache_clear()
    return diff(str(first / "out"), config.out)


@pytest.mark.parametrize("planted", PLANTED, ids=lambda planted: planted.plant.__name__)
def test_a_planted_change_has_exactly_its_causes_in_every_format(
    planted: Planted, first: Path, place: Place
) -> None:
    found = compared(first, place, planted.plant(place))
    (change,) = found.changes
    assert change.unexplained == ()
    assert [c.name for c in change.causes if c.effect] == planted.causes
    assert [c.name for c in change.causes if not c.effect] == planted.silent
    assert change.effects[:1] == ((planted.effect,) if planted.effect else ())
    assert change.bump == planted.bump
    shown_in_every_format(found)


def shown_in_every_format(found: Diff) -> None:
    for form in FORMATS:
        text = render(found, form)
        assert text.endswith("\n")
        for change in found.changes:
            assert change.source in text
            for cause in change.causes:
                assert cause.name in text, form
            if form != "json":
                assert ("not reproducible" in text) == bool(change.unexplained)
    data = json.loads(render(found, "json"))
    SCHEMA.validate(data)
    assert [c["source"] for c in data["changes"]] == [c.source for c in found.changes]


def test_a_touched_file_is_no_change(first: Path, place: Place) -> None:
    found = compared(first, place, touched(place))
    assert found.changes == ()
    assert found.exit_code == 0
    SCHEMA.validate(json.loads(render(found, "json")))


def test_two_changes_at_once_are_both_named(first: Path, place: Place) -> None:
    renamed_label(place)
    config = edited_prompt(place)
    (change,) = compared(first, place, config).changes
    assert [c.name for c in change.causes] == ["adapter.words", PROMPT]


def test_a_file_that_got_another_name_renames_its_samples(first: Path, place: Place) -> None:
    (change,) = compared(first, place, renamed_case(place)).changes
    samples = change.samples
    assert samples is not None
    assert samples.renamed > 0
    assert samples.added == samples.removed == 0
    (example, *_) = (e for e in samples.examples if e.what == "renamed")
    assert example.old_key != example.key
    assert example.key.rpartition("-")[2] == example.old_key.rpartition("-")[2]


def test_examples_hold_the_old_and_the_new_words(first: Path, place: Place) -> None:
    (change,) = compared(first, place, renamed_label(place)).changes
    assert change.samples is not None
    told = [e for e in change.samples.examples if e.what == "changed"]
    assert 1 <= len(told) <= 3
    assert any("glaucoma" in e.old.lower() and "cataract" in e.new.lower() for e in told)
    assert all(e.old != e.new and not e.picture for e in told)


def test_sources_that_come_go_or_get_another_name(first: Path, place: Place) -> None:
    shutil.move(place.path / "data" / "toy", place.path / "data" / "plaything")
    place.declare(name="plaything")
    toy_source.add(place.path / "data", range(2), "other")
    place.declare(name="other")
    config = dataclasses.replace(place.config, sources=("plaything", "other"))
    found = compared(first, place, config)
    assert [(c.source, c.kind, c.old_name) for c in found.changes] == [
        ("other", "new", ""), ("plaything", "renamed", "toy"),
    ]  # fmt: skip
    renamed = found.changes[1]
    assert [c.name for c in renamed.causes if c.effect] == ["source"]
    assert renamed.unexplained == ()
    assert renamed.samples is not None
    assert renamed.samples.renamed == renamed.total[0] == renamed.total[1]
    assert "> plaything  1.0.0  renamed from toy" in render(found)
    shown_in_every_format(found)
    back = diff(config.out, str(first / "out"))
    assert {(c.source, c.kind) for c in back.changes} == {("other", "removed"), ("toy", "renamed")}
    shown_in_every_format(back)


def test_another_secret_is_a_cause(first: Path, place: Place) -> None:
    private(place)
    build_with(place, "a", "one")
    build_with(place, "b", "two")
    found = diff(str(place.path / "a"), str(place.path / "b"))
    (change,) = found.changes
    assert [c.name for c in change.causes] == ["secret"]
    assert change.unexplained == ()
    shown_in_every_format(found)


def build_with(place: Place, out: str, secret: str) -> None:
    place.patch.setenv("GMAI_DATA_SECRET", secret * 12)
    build(dataclasses.replace(place.config, out=str(place.path / out)))


@pytest.mark.slow
def test_answers_that_a_model_gave_anew_are_redrawn(place: Place) -> None:
    def otherwise(body: dict[str, Any]) -> Any:
        text = json.dumps(truthful(body), ensure_ascii=False)
        return json.loads(text.replace("Which is it?", "Which one is it?"))

    for out, say in (("a", truthful), ("b", otherwise)):
        with Server(say=say) as server:
            build(asked(place, server, out, out))
    with Server() as server:
        build(asked(place, server, "c", "a", temperature=0.5))
    redrawn = diff(str(place.path / "a"), str(place.path / "b"))
    (change,) = redrawn.changes
    assert [(c.name, c.kind) for c in change.causes] == [("answers (re-drawn)", "answers")]
    assert change.effects == ("answers", "samples", "shards")
    shown_in_every_format(redrawn)
    told = diff(str(place.path / "a"), str(place.path / "c"))
    assert [c.name for c in told.changes[0].causes] == ["model parameters"]
    only = AskConfig(languages=("en",), subsets=("percept",))
    offline = dataclasses.replace(place.config, out=str(place.path / "d"), limit=2, ask=only)
    build(offline)
    other = diff(str(place.path / "a"), offline.out)
    assert [c.name for c in other.changes[0].causes] == ["model name"]
    shown_in_every_format(other)


def asked(place: Place, server: Server, out: str, cache: str, **parameters: float) -> Config:
    place.patch.delenv("OPENAI_API_KEY", raising=False)
    return dataclasses.replace(
        place.config, model="m", base_url=server.url, out=str(place.path / out), limit=2,
        cache=str(place.path / cache) + "-cache", max_usd="",
        answer=AnswerConfig(concurrency=8, timeout_s=5.0, parameters=parameters),
        ask=AskConfig(languages=("en",), subsets=("percept",)),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("section", "key", "output", "cause"),
    [
        ("code", "words", "requests", "code words"),
        ("code", "pack", "shards", "code pack"),
        ("toolchain", "pixels", "slices.pixels", "toolchain pixels"),
        ("toolchain", "bytes", "slices.bytes", "toolchain bytes"),
        ("adapter", "read", "slices.rows", "adapter.read"),
        ("quarantine", "count", "slices.pixels", "quarantine"),
    ],
)
def test_causes_that_no_test_can_build_explain_their_step(
    section: str, key: str, output: str, cause: str, first: Path, tmp_path: Path
) -> None:
    (lock,) = read_locks(str(first / "out" / "locks")).values()
    lock = json.loads(json.dumps(lock))
    lock[section][key] = 99 if section in ("code", "quarantine") else "f" * 16
    lock["outputs"][output] = "0" * 64
    (tmp_path / "toy.lock.json").write_text(lock_text(lock))
    found = diff(str(first / "out" / "locks"), str(tmp_path))
    assert [(c.name, c.effect) for c in found.changes[0].causes] == [(cause, True)]
    assert found.changes[0].unexplained == ()
    shown_in_every_format(found)


def test_the_schema_refuses_what_is_not_of_its_form(first: Path, tmp_path: Path) -> None:
    (tmp_path / "sources").mkdir()
    data = json.loads(render(diff(str(first / "out"), str(tmp_path)), "json"))
    SCHEMA.validate(data)
    for spoil in ({"schema": 2}, {"more": 1}, {"exit_code": 3}, {"same": "0"}):
        assert list(SCHEMA.iter_errors(data | spoil))
