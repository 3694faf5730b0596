"""The workflows of this project and those that the documentation offers are workflows."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from gmai_data.diff_rules import read_rules

ROOT = Path(__file__).resolve().parents[1]
WORKFLOWS = sorted([*ROOT.glob(".github/workflows/*.yml"), *ROOT.glob("docs/workflows/*.yml")])


def lint(*paths: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema"]
    return subprocess.run([*command, "vendor.github-workflows", *map(str, paths)],
                          capture_output=True, text=True, check=False)  # fmt: skip


def test_they_pass_the_linter_and_a_broken_one_does_not(tmp_path: Path) -> None:
    assert len(WORKFLOWS) == 2
    run = lint(*WORKFLOWS)
    assert run.returncode == 0, run.stdout
    broken = tmp_path / "broken.yml"
    broken.write_text(WORKFLOWS[0].read_text().replace("runs-on", "run-on"))
    assert lint(broken).returncode == 1


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_no_text_of_a_pull_request_gets_into_a_script(path: Path) -> None:
    """An expression in a script is pasted into it: names of branches and titles would be run."""
    found = yaml.safe_load(path.read_text())
    assert found["permissions"] == {"contents": "read"}
    for job in found["jobs"].values():
        for step in job["steps"]:
            assert "${{" not in step.get("run", "")


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_actions_are_pinned_by_commit(path: Path) -> None:
    """A tag can be moved to other code; a commit cannot."""
    for job in yaml.safe_load(path.read_text())["jobs"].values():
        for step in job["steps"]:
            assert re.search(r"@[0-9a-f]{40}$", step.get("uses", "@" + "0" * 40))


def test_the_rules_of_this_project_are_rules() -> None:
    assert read_rules(str(ROOT / ".github" / "gmai-data.toml"))
