import json

from gmai_data.config import Config
from gmai_data.declare import NO_SUBJECT, Files, Source
from gmai_data.manifest import make_manifest, manifest_text, source_facts
from gmai_data.output.lock import LABELS, Measured, lock_digest, lock_text, make_lock, read_locks
from gmai_data.words.prompts import load_prompts

SOURCE = Source(
    name="toy", title="Toy", version="1.0.0", homepage="h", license="CC-BY-4.0", access="open",
    evidence=("h",), verified="data", cases=Files("{a}.png"), subject=NO_SUBJECT,
)  # fmt: skip


def measured(labels=50, **changes):
    values = {
        "outputs": {name: "0" * 64 for name in (
            "answers", "cases", "requests", "samples", "slices.bytes", "slices.pixels",
            "slices.rows", "splits")},
        "counts": {"cases": 3, "images": 3, "languages": {"en": 3}, "requests": 4, "samples": 3,
                   "slices": 3, "splits": {"train": 3}, "subjects": 2, "subsets": {"caption": 3}},
        "labels": {f"label {n:03d}": n for n in range(labels)},
        "inputs": {"bytes": 1, "files": 1, "sha256": "0" * 64},
        "quarantine": {"count": 0, "sha256": ""},
        "rejected": {"corrupt:truncated-file": 1},
        "prompts": tuple(sorted(load_prompts().fingerprints)),
        "terms": ("kidney",),
        **changes,
    }  # fmt: skip
    return Measured(**values)


def lock(**changes):
    return make_lock(SOURCE, Config(), {"secret_id": ""}, measured(**changes), "1" * 64)


def test_a_lock_with_every_prompt_and_many_labels_has_at_most_100_lines():
    text = lock_text(lock())
    assert text.count("\n") <= 100
    assert max(map(len, text.splitlines())) < 1000


def test_the_thirty_most_frequent_labels_are_written_and_the_rest_digested():
    found = lock()
    assert len(found["labels"]) == LABELS
    assert "label 049" in found["labels"]
    assert "label 019" not in found["labels"]
    assert found["labels_more"]["count"] == 20
    other = lock(labels=49)
    assert other["labels_more"]["sha256"] != found["labels_more"]["sha256"]


def test_a_lock_reads_back_as_it_was_whatever_the_order_of_its_keys(tmp_path):
    found = lock()
    (tmp_path / "toy.lock.json").write_text(lock_text(found))
    assert read_locks(str(tmp_path))["toy"] == json.loads(json.dumps(found))
    shuffled = dict(reversed(list(found.items())))
    assert lock_text(shuffled) == lock_text(found)
    assert lock_digest(shuffled) == lock_digest(found)


def test_a_manifest_is_a_pure_function_of_locks_and_shards():
    shards = [
        {"path": f"shards/{subset}/toy-{split}-00000.tar", "source": "toy", "subset": subset,
         "split": split, "samples": n, "bytes": 10, "sha256": "0" * 64}
        for n, (subset, split) in enumerate(
            [("percept", "train"), ("caption", "train"), ("caption", "val")], 1)
    ]  # fmt: skip
    facts = {"toy": source_facts(SOURCE)}
    one = make_manifest({"toy": lock()}, shards, facts)
    assert manifest_text(one) == manifest_text(make_manifest({"toy": lock()}, shards[::-1], facts))
    assert one["samples"] == 6
    assert one["subsets"] == {"caption": 5, "percept": 1}
    assert one["splits"] == {"train": 3, "val": 3}
    assert json.loads(manifest_text(one)) == one
    assert one["sources"]["toy"]["lock"] == lock_digest(lock())
