"""Documentation: commands marked as runnable are run, links lead somewhere, pages are current."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")])
BLOCK = re.compile(r"^```sh runnable\n(.*?)^```$", re.MULTILINE | re.DOTALL)
RUNNABLE = [page for page in PAGES if BLOCK.search(page.read_text())]


@pytest.mark.slow
@pytest.mark.parametrize("page", RUNNABLE, ids=lambda p: str(p.relative_to(ROOT)))
def test_runnable_commands_run_in_order(page: Path, tmp_path: Path) -> None:
    script = "set -eu\nset -x\n" + "\n".join(BLOCK.findall(page.read_text()))
    binaries = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    run = subprocess.run(
        ["bash", "-c", script],
        cwd=tmp_path, env={**os.environ, "PATH": binaries}, capture_output=True, text=True,
        check=False,
    )  # fmt: skip
    assert run.returncode == 0, run.stdout[-3000:] + run.stderr[-3000:]


@pytest.mark.parametrize("page", PAGES, ids=lambda p: str(p.relative_to(ROOT)))
def test_relative_links_lead_to_files_and_headings(page: Path) -> None:
    for target in re.findall(r"\]\(([^)\s]+)\)", page.read_text()):
        if target.startswith(("http://", "https://", "#")):
            continue
        path, _, heading = target.partition("#")
        file = (page.parent / path).resolve()
        assert file.exists(), f"{page.name}: {target}"
        if heading:
            slugs = {
                re.sub(r"[^\w\- ]", "", line.lstrip("# ").lower()).replace(" ", "-")
                for line in file.read_text().splitlines()
                if line.startswith("#")
            }
            assert heading in slugs, f"{page.name}: {target}"


def test_the_generated_reference_is_up_to_date() -> None:
    run = subprocess.run(
        [sys.executable, str(ROOT / "docs/generate.py"), "--check"],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert run.returncode == 0, run.stderr


def test_commands_and_options_named_in_the_pages_exist() -> None:
    from typer.main import get_command

    from gmai_data.cli import app

    commands = get_command(app).commands  # type: ignore[attr-defined]
    for page in PAGES:
        for block in re.findall(
            r"^```sh.*?\n(.*?)^```$", page.read_text(), re.MULTILINE | re.DOTALL
        ):
            for name, rest in re.findall(r"^gmai-data (\w+)(.*)$", block, re.MULTILINE):
                assert name in commands, f"{page.name}: gmai-data {name}"
                known = {o for p in commands[name].params for o in p.opts}
                for option in re.findall(r"(?<=\s)--[a-z-]+", rest.split("#")[0]):
                    assert option in known, f"{page.name}: gmai-data {name} {option}"
