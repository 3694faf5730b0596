import collections
import dataclasses
import io
import itertools
import json
import tarfile

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gmai_data.canonical import digest
from gmai_data.declare import NO_SUBJECT, Files, Source
from gmai_data.errors import CheckFailedError
from gmai_data.output.record import record_bytes, record_schema, sample_record
from gmai_data.output.ustar import TarWriter, header
from gmai_data.pack import OVERHEAD, shard_bits, shards_of
from gmai_data.schema import Fact, Sample, Turn
from gmai_data.work.ordered import resized
from gmai_data.work.versions import PACK

SOURCE = Source(
    name="toy", title="Toy", version="1.0.0", homepage="h", license="CC-BY-4.0", access="open",
    evidence=("h",), verified="data", cases=Files("{a}.png"), subject=NO_SUBJECT,
)  # fmt: skip
SAMPLE = Sample(
    key="toy-00000000000000ff-caption-en-0", source="toy", subset="caption", task="caption-image",
    language="en", facts=(Fact(id="f1", kind="modality", value="CT"),), slice="00000000000000ff",
    turns=(Turn(role="user", text="What?"), Turn(role="assistant", text="CT.", evidence=("f1",)),
           Turn(role="user", text="And?"), Turn(role="assistant", text="No more.")),
    case="c", encoding="png", width=4, height=4,
)  # fmt: skip


def plan(hashes, size=1000, subset="caption", splits=("train",)):
    rows = [
        {
            "key": f"toy-{h:016x}-{subset}-en-0", "sample_sha256": str(h), "image_sha256": "",
            "split": splits[h % len(splits)], "subject": "", "study": "", "subset": subset,
            "sample_bytes": size, "image_bytes": 0,
        }
        for h in hashes
    ]  # fmt: skip
    rows.sort(key=lambda row: (row["subset"], row["split"], row["key"]))
    return pa.Table.from_pylist(rows)


def cut(table, facts, target, rows=50):
    """The shards of a plan that comes a few rows at a time."""
    bytes_of = collections.Counter()
    for row in table.to_pylist():
        bytes_of[row["subset"], row["split"]] += row["sample_bytes"] + OVERHEAD
    return shards_of("toy", resized([table], rows), bytes_of, facts, target)


hashes = st.lists(st.integers(0, 2**64 - 1), min_size=1, max_size=80, unique=True)


@given(hashes, st.integers(1_000, 100_000), st.integers(1, 90))
@settings(max_examples=60, deadline=None)
def test_shards_hold_every_sample_once_in_hash_order_with_contiguous_numbers(found, target, rows):
    table = plan(found, splits=("test", "train"))
    shards = cut(table, {}, target, rows)
    assert [i for s in shards for i in range(s.start, s.stop)] == list(range(table.num_rows))
    for (subset, split), group in itertools.groupby(shards, key=lambda s: (s.subset, s.split)):
        names = [s.name for s in group]
        assert names == [f"shards/{subset}/toy-{split}-{n:05d}.tar" for n in range(len(names))]


def test_a_new_sample_changes_the_key_of_one_shard():
    found = [n * (2**64 // 400) + 7 for n in range(400)]
    before = cut(plan(found), {}, 40_000)
    after = cut(plan([*found, 12345]), {}, 40_000)
    assert len(before) == len(after) >= 16
    assert len({s.key for s in after} - {s.key for s in before}) == 1


def test_shards_of_evenly_spread_hashes_are_about_even_and_below_the_target():
    found = [n * (2**64 // 4096) + 7 for n in range(4096)]
    sizes = [s.stop - s.start for s in cut(plan(found), {}, 256_000)]
    assert len(sizes) == 64
    assert max(sizes) - min(sizes) <= 1
    assert max(sizes) * 2536 <= 256_000


def test_the_number_of_shards_is_a_power_of_two():
    assert [shard_bits(total, 100) for total in (0, 1, 100, 101, 200, 201, 400, 401)] == [
        0, 0, 0, 1, 1, 2, 2, 3,
    ]  # fmt: skip


def test_a_changed_licence_changes_every_shard():
    found = [1, 2**63, 2**64 - 1]
    keys = [{s.key for s in cut(plan(found), {"license": x}, 10**9)} for x in "ab"]
    assert not keys[0] & keys[1]


@given(hashes, st.integers(1_000, 100_000), st.integers(1, 90))
@settings(max_examples=30, deadline=None)
def test_the_key_of_a_shard_is_the_digest_of_its_rows_however_they_come(found, target, rows):
    table = plan(found)
    columns = ("key", "sample_sha256", "image_sha256", "split", "subject", "study")
    for shard in cut(table, {"license": "X"}, target, rows):
        members = table.slice(shard.start, shard.stop - shard.start).to_pylist()
        values = [[row[name] for name in columns] for row in members]
        assert shard.key == digest("shard", [PACK, {"license": "X"}, values])


def test_two_samples_of_one_key_are_refused_across_tables_too():
    with pytest.raises(CheckFailedError, match="two samples have the key toy-0000000000000007"):
        cut(plan([5, 7, 7, 9]), {}, 10**9, rows=2)
    with pytest.raises(CheckFailedError, match="two samples have the key toy-0000000000000007"):
        cut(plan([5, 7, 7, 9]), {}, 10**9, rows=4)


def test_a_record_holds_every_field_and_the_llava_form():
    record = sample_record(SAMPLE, SOURCE)
    assert {f.name for f in dataclasses.fields(Sample)} <= record.keys()
    assert record["id"] == SAMPLE.key
    assert record["image"] == SAMPLE.key + ".png"
    assert record["license"] == "CC-BY-4.0"
    assert record["title"] == "Toy"
    assert record["conversations"] == [
        {"from": "human", "value": "<image>\nWhat?"},
        {"from": "gpt", "value": "CT."},
        {"from": "human", "value": "And?"},
        {"from": "gpt", "value": "No more."},
    ]


def test_a_text_record_has_no_image_and_unknown_numbers_are_null():
    record = sample_record(dataclasses.replace(SAMPLE, encoding="", width=0, height=0), SOURCE)
    assert record["image"] == ""
    assert not record["conversations"][0]["value"].startswith("<image>")
    loaded = json.loads(record_bytes(record))
    assert loaded["spacing_mm"] is None
    assert loaded["boxes"] == []
    assert list(loaded) == sorted(loaded)


def test_a_record_fits_the_schema_that_readers_are_given():
    row = json.loads(record_bytes(sample_record(SAMPLE, SOURCE)))
    assert set(record_schema().names) == set(row)
    assert pa.Table.from_pylist([row], schema=record_schema()).to_pylist() == [row]


def test_tar_members_have_fixed_headers_and_read_back():
    sink = io.BytesIO()
    tar = TarWriter(sink)
    members = {f"toy-{n:016x}-caption-en-0.json": bytes([n]) * (n * 300) for n in range(6)}
    offsets = {name: tar.add(name, data) for name, data in members.items()}
    tar.finish()
    data = sink.getvalue()
    assert len(data) == tar.size
    for name, at in offsets.items():
        assert data[at : at + len(members[name])] == members[name]
    with tarfile.open(fileobj=io.BytesIO(data)) as found:
        for info, (name, content) in zip(found, members.items(), strict=True):
            assert (info.name, info.size, info.mtime, info.mode) == (name, len(content), 0, 0o644)
            assert (info.uid, info.gid, info.uname, info.gname) == (0, 0, "", "")
            assert not info.pax_headers
            assert found.extractfile(info).read() == content


def test_a_header_is_the_one_the_standard_library_writes():
    info = tarfile.TarInfo("a" * 100)
    info.size = 123_456
    expected = info.tobuf(tarfile.USTAR_FORMAT)
    ours = header(b"a" * 100, 123_456)
    assert ours == expected


def test_names_and_sizes_that_ustar_cannot_hold_are_refused():
    for name, size in ((b"a" * 101, 1), (b"", 1), (b"a", 8 << 30)):
        with pytest.raises(ValueError, match="ustar"):
            header(name, size)
