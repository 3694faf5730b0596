"""Rules of what a change may do: which are broken, which cannot be told, which are no rules."""

import json
from pathlib import Path

import jsonschema
import pytest

from gmai_data.build import build
from gmai_data.diff import Change, Diff
from gmai_data.diff_causes import Cause
from gmai_data.diff_rules import judge, read_rules
from gmai_data.diff_samples import Samples
from gmai_data.errors import UsageError
from gmai_data.output.diff_render import FORMATS, render
from gmai_data.output.diff_schema import diff_schema
from tests import toy_source
from tests.command_line import gmai_data
from tests.toy_source import toy

RULES = """
[diff.rules.prompts-leave-splits-alone]
when = ["prompt"]
forbid = ["splits"]

[diff.rules.little-is-lost]
max_removed = "0.5 %"

[diff.rules.licences-stay]
forbid = "license"
sources = ["a*"]

[diff.rules.versions-are-raised]
forbid = ["version-not-raised"]
"""


def rules(tmp_path: Path, text: str = RULES):
    path = tmp_path / "gmai-data.toml"
    path.write_text(text)
    return read_rules(str(path))


def change(source: str = "a1", **values) -> Change:
    return Change(source=source, kind=values.pop("kind", "changed"), version=("1.0.0", "1.0.0"),
                  total=(1000, 1000), **values)  # fmt: skip


def judged(tmp_path: Path, *changes: Change, text: str = RULES) -> Diff:
    return judge(Diff(old="a", new="b", same=0, changes=changes), rules(tmp_path, text))


def broken(found: Diff) -> list[tuple[str, str]]:
    return [(f.rule, f.source) for f in found.findings if f.broken]


PROMPT = Cause(name="prompt caption-image.en", kind="prompt", old="1", new="2")
LICENCE = Cause(name="license", kind="facts", old="MIT", new="CC0-1.0")


def removed(n: int) -> Samples:
    return Samples(added=0, removed=n, changed=0, moved=0)


def test_each_rule_is_broken_by_what_it_forbids_and_by_nothing_else(tmp_path: Path) -> None:
    split = change(causes=(PROMPT,), effects=("splits", "shards"))
    assert broken(judged(tmp_path, split)) == [("prompts-leave-splits-alone", "a1")]
    words = change(causes=(PROMPT,), effects=("answers", "shards"), samples=removed(0))
    assert judged(tmp_path, words).findings == ()
    assert judged(tmp_path, words).exit_code == 0
    only = change(effects=("splits",))
    assert broken(judged(tmp_path, only)) == []
    assert broken(judged(tmp_path, change(causes=(LICENCE,)))) == [("licences-stay", "a1")]
    assert broken(judged(tmp_path, change("b1", causes=(LICENCE,)))) == []
    late = change(bump="major", bump_ok=False, least_version="2.0.0")
    assert broken(judged(tmp_path, late)) == [("versions-are-raised", "a1")]


@pytest.mark.parametrize(("n", "many"), [(0, False), (5, False), (6, True), (1000, True)])
def test_a_share_is_of_the_samples_that_were_there(tmp_path: Path, n: int, many: bool) -> None:
    found = judged(tmp_path, change(effects=("samples",), samples=removed(n)))
    assert bool(broken(found)) == many
    assert found.exit_code == int(many)


def test_a_renamed_sample_counts_as_lost_and_a_removed_source_loses_all(tmp_path: Path) -> None:
    renamed = Samples(added=0, removed=0, changed=0, moved=0, renamed=6)
    assert broken(judged(tmp_path, change(samples=renamed))) == [("little-is-lost", "a1")]
    gone = Change(source="a1", kind="removed", version=("1", ""), total=(10, 0))
    assert broken(judged(tmp_path, gone)) == [("little-is-lost", "a1")]


def test_what_locks_alone_cannot_tell_is_said_and_breaks_nothing(tmp_path: Path) -> None:
    found = judged(tmp_path, change(effects=("samples", "shards")))
    assert [(f.rule, f.broken) for f in found.findings] == [("little-is-lost", False)]
    assert found.exit_code == 0
    assert "? rule little-is-lost: a1" in render(found)
    assert render(found, "github").startswith("::warning ")
    fewer = Change(source="a1", kind="changed", version=("1", "1"), total=(1000, 900),
                   effects=("samples",))  # fmt: skip
    assert broken(judged(tmp_path, fewer)) == [("little-is-lost", "a1")]


def test_no_rule_allows_what_is_not_reproducible(tmp_path: Path) -> None:
    found = judged(tmp_path, change("b1", unexplained=("samples",), samples=removed(0)))
    assert broken(found) == []
    assert found.exit_code == 1


def test_a_broken_rule_is_named_in_every_format(tmp_path: Path) -> None:
    found = judged(tmp_path, change(causes=(LICENCE,)))
    for form in FORMATS:
        assert "licences-stay" in render(found, form), form
    data = json.loads(render(found, "json"))
    jsonschema.validate(data, diff_schema())
    assert data["exit_code"] == 1


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "there is no rule in it"),
        ("[diff.rules.x]\nforbid = [", "is not TOML"),
        ('[diff.rules.x]\nforbd = ["splits"]', "Did you mean 'forbid'?"),
        ('[diff.rules.x]\nforbid = ["licence"]', "Did you mean 'license'?"),
        ('[diff.rules.x]\nwhen = ["prompt"]', "forbids nothing"),
        ('[diff.rules.x]\nmax_removed = "lots"', 'Give a share such as "0.5 %"'),
        ("[diff.rules.x]\nmax_removed = 0.5", "Write a share as text"),
        ("[diff.rules.x]\nmax_removed = true", "Give a share"),
        ("[diff.rules.x]\nforbid = []", "must be a list of texts"),
        ("[diff]\nrules = 3", "there is no rule in it"),
    ],
)
def test_what_is_no_rule_is_a_sentence(tmp_path: Path, text: str, why: str) -> None:
    with pytest.raises(UsageError, match=r"gmai-data\.toml") as told:
        rules(tmp_path, text)
    assert why in str(told.value)


def test_the_command_exits_by_the_rules(tmp_path: Path) -> None:
    build(toy(tmp_path, 4))
    toy_source.declare(tmp_path / "sources", license="CC0-1.0", version="1.0.1")
    build(toy_source.config(tmp_path, "new"))
    rule = tmp_path / "gmai-data.toml"
    rule.write_text('[diff.rules.splits-stay]\nforbid = ["splits"]\n')
    allowed = gmai_data("diff", "out", "new", "--rules", str(rule), cwd=tmp_path)
    assert allowed.returncode == 0, allowed.stdout
    assert "1 of 1 source changed, the rules allow it" in allowed.stdout
    rule.write_text('[diff.rules.licences-stay]\nforbid = ["license"]\n')
    refused = gmai_data("diff", "out", "new", "--rules", str(rule), cwd=tmp_path)
    assert refused.returncode == 1
    assert "x rule licences-stay: toy: license changed (CC-BY-4.0 -> CC0-1.0)" in refused.stdout
    missing = gmai_data("diff", "out", "new", "--rules", "none.toml", cwd=tmp_path)
    assert missing.returncode == 2
    assert "Cannot read the rules none.toml" in missing.stderr
