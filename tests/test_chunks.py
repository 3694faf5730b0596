import hashlib

import pyarrow as pa
from hypothesis import given, settings
from hypothesis import strategies as st

from gmai_data.work.chunks import CASE_BYTES, aligned, cut, solid_archive
from gmai_data.work.ordered import resized


def keys(n, start=0):
    return [hashlib.sha256(str(i).encode()).hexdigest()[:16] for i in range(start, start + n)]


def ranges_of(names, weights, target, archives=None):
    cases = zip(names, weights, archives or [""] * len(names), strict=True)
    return [(chunk.start, chunk.stop) for chunk in cut(cases, target)]


def parts(names, weights, target):
    return [tuple(names[a:b]) for a, b in ranges_of(names, weights, target)]


@settings(max_examples=50, deadline=None)
@given(st.lists(st.integers(0, 5_000_000), max_size=200), st.integers(1_000_000, 10_000_000))
def test_chunks_cover_every_case_once_in_order(weights, target):
    ranges = ranges_of(keys(len(weights)), weights, target)
    assert [i for a, b in ranges for i in range(a, b)] == list(range(len(weights)))
    assert all(a < b for a, b in ranges)


def test_chunks_have_about_the_target_and_at_most_three_targets():
    weights, target = [100_000] * 20_000, 32 << 20
    ranges = ranges_of(keys(20_000), weights, target)
    sizes = [sum(w + CASE_BYTES for w in weights[a:b]) for a, b in ranges]
    assert max(sizes) < 3 * target + 100_000 + CASE_BYTES
    assert min(sizes[:-1]) >= target // 4
    assert 0.5 * target < sum(sizes) / len(sizes) < 2 * target


def test_a_new_case_changes_the_chunk_it_is_in_and_hardly_any_other():
    names, target = keys(5_000), 32 << 20
    before = set(parts(names, [200_000] * 5_000, target))
    changed = []
    for at in range(100, 5_000, 700):
        more = [*names[:at], f"{at:016x}", *names[at:]]
        after = parts(more, [200_000] * 5_001, target)
        changed.append(len(set(after) - before))
    assert sum(changed) / len(changed) < 2.5
    assert len(before) > 20


def test_a_limit_that_keeps_the_smallest_keys_does_not_make_tiny_chunks():
    names = sorted(keys(50_000))[:500]  # as --limit chooses them
    assert len(ranges_of(names, [200_000] * 500, 32 << 20)) < 20


def test_cases_of_a_compressed_tar_stay_together():
    names, weights = keys(200), [50 << 20] * 200
    archives = [solid_archive(f"part{i // 50}.tar.gz!{i}.png") for i in range(200)]
    ranges = ranges_of(names, weights, 64 << 20, archives)
    assert [b for _, b in ranges] == [50, 100, 150, 200]
    assert solid_archive("a.zip!b.png") == solid_archive("a.tar!b.png") == solid_archive("b") == ""


@settings(max_examples=50, deadline=None)
@given(st.integers(0, 300), st.integers(1, 80))
def test_tables_are_cut_where_chunks_end_and_no_row_is_lost(count, at_once):
    names = keys(count)
    chunks = list(cut(((n, 9_000_000, "") for n in names), 20_000_000))
    table = pa.table({"key": pa.array(names, pa.string())})
    found = list(aligned(resized([table], at_once), chunks))
    assert [key for part, _ in found for key in part["key"].to_pylist()] == names
    for part, some in found:
        assert part["key"][0].as_py() == some[0].name
        assert part.num_rows == some[-1].stop - some[0].start
        assert [c.name for c in some] == [
            part["key"][c.start - some[0].start].as_py() for c in some
        ]


def test_an_empty_source_has_no_chunk():
    assert ranges_of([], [], 1) == []
