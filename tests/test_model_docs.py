"""The commands of docs/models.md, in order, against an endpoint on this machine."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.fault_server import Server

ROOT = Path(__file__).resolve().parents[1]


@pytest.mark.slow
def test_the_commands_of_the_page_on_models_work(tmp_path):
    pytest.importorskip("skimage")
    text = (ROOT / "docs/models.md").read_text()
    blocks = re.findall(r"^```sh model\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    assert len(blocks) == 4
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    environment = {k: v for k, v in os.environ.items() if k not in ("OPENAI_API_KEY",)}
    with Server() as server:
        script = "set -eux\n" + "".join(blocks).replace("http://127.0.0.1:8000/v1", server.url)
        run = subprocess.run(
            ["bash", "-c", script], cwd=tmp_path, env={**environment, "PATH": path},
            capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert run.returncode == 0, run.stdout[-2000:] + run.stderr[-2000:]
        assert server.bodies
        keys = [str(sorted(body.items())) for body in server.bodies]
        assert len(keys) == len(set(keys)), "the second build asked again"
    assert "The model got" in run.stdout
