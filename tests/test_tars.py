"""Members of tar files in any order, against the standard library's own reading."""

import gzip
import io
import random
import tarfile

import numpy as np
import pytest

from gmai_data.errors import RejectedItem
from gmai_data.roots import Root, list_members, read_bytes
from gmai_data.tars import Gunzipped, open_tar

rng = np.random.default_rng(0)
CONTENT = {
    f"a/{n:03d}.bin": rng.integers(0, 4 + n, int(rng.integers(0, 90_000)))
    .astype(np.uint8)
    .tobytes()
    for n in range(60)
}


def packed(mode):
    sink = io.BytesIO()
    with tarfile.open(fileobj=sink, mode=mode, format=tarfile.PAX_FORMAT) as archive:
        for name, data in CONTENT.items():
            info = tarfile.TarInfo("./" + name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
        folder = tarfile.TarInfo("folder")
        folder.type = tarfile.DIRTYPE
        archive.addfile(folder)
    return sink.getvalue()


@pytest.mark.parametrize(
    ("suffix", "mode"),
    [(".tar", "w:"), (".tar.gz", "w:gz"), (".tgz", "w:gz"), (".tar.bz2", "w:bz2"),
     (".tar.xz", "w:xz")],
)  # fmt: skip
def test_members_come_whole_in_any_order(tmp_path, suffix, mode):
    (tmp_path / f"x{suffix}").write_bytes(packed(mode))
    roots = {"a": Root("a", str(tmp_path))}
    listed = list_members(roots, "a", f"x{suffix}")
    assert listed == sorted((n, len(d)) for n, d in CONTENT.items())
    names = list(CONTENT)
    random.Random(1).shuffle(names)
    for name in names:
        assert read_bytes(roots, "a", f"x{suffix}!{name}") == CONTENT[name]
    with pytest.raises(RejectedItem, match="missing-member"):
        read_bytes(roots, "a", f"x{suffix}!a/999.bin")


def test_a_gzip_file_is_read_from_the_nearest_state_and_not_from_the_start():
    data = packed("w:gz")
    reads = []

    class Counting(io.BytesIO):
        def read(self, size=-1):
            reads.append(size)
            return super().read(size)

    stream = Counting(data)
    whole = Gunzipped(stream, 1 << 16)
    with tarfile.open(fileobj=whole, mode="r:") as archive:
        places = {m.name: m.offset_data for m in archive}
    assert len(whole.states) > 8
    once = len(reads)
    whole.seek(places["./a/055.bin"])
    assert whole.read(len(CONTENT["a/055.bin"])) == CONTENT["a/055.bin"]
    assert len(reads) - once < once / 4


def test_gzip_of_several_members_and_padding_is_one_file():
    plain = packed("w:")
    at = len(plain) // 3
    stream = io.BytesIO(gzip.compress(plain[:at]) + gzip.compress(plain[at:]) + bytes(512))
    archive = open_tar(stream, "x.tar.gz")
    for name in reversed(list(CONTENT)):
        assert archive.read(name) == CONTENT[name]


@pytest.mark.parametrize("suffix", [".tar", ".tar.gz", ".tar.bz2", ".tar.xz"])
@pytest.mark.parametrize("harm", ["cut", "flipped", "empty"])
def test_a_broken_archive_is_named(tmp_path, suffix, harm):
    data = bytearray(packed({".tar": "w:"}.get(suffix, "w:" + suffix[5:])))
    if harm == "flipped":
        middle = 600 if suffix == ".tar" else len(data) // 2
        data[middle : middle + 40] = bytes(b ^ 0x5A for b in data[middle : middle + 40])
        data[:512] = data[:512] if suffix != ".tar" else bytes(b ^ 0x5A for b in data[:512])
    data = data[: len(data) // 2] if harm == "cut" else b"" if harm == "empty" else data
    (tmp_path / f"x{suffix}").write_bytes(bytes(data))
    roots = {"a": Root("a", str(tmp_path))}
    with pytest.raises(RejectedItem, match=r"broken-archive|missing-member") as caught:
        [read_bytes(roots, "a", f"x{suffix}!{name}") for name in CONTENT]
    assert caught.value.kind == "corrupt"
    assert str(tmp_path) not in str(caught.value)
