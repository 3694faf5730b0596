"""Which chunks cannot have changed since this store made them: no task is sent for those.

A scan leaves, for each chunk, a digest of its cases and of the size and modification time of their
files. Equal digests, and an equal declaration, configuration and code, give an equal key, so that
the record of last time holds. It is a short cut only: without it every chunk's key is worked out
from its files' contents.
"""

from __future__ import annotations

import hashlib
import json
import os
import time
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

from gmai_data import store
from gmai_data.canonical import digest
from gmai_data.work.chunks import Chunk
from gmai_data.work.ordered import json_rows

if TYPE_CHECKING:
    import pyarrow as pa

RACY_SECONDS: Final = 2.0  # a file changed this recently may change again within its time stamp


def chunks_seen(
    cases: pa.Table,
    digests: Sequence[tuple[str, str]],
    chunks: Sequence[Chunk],
    listing: pa.Table,
    others: Sequence[str],
) -> dict[str, str]:
    """A digest per chunk, by the key of its first case; none for a chunk of freshly written files.

    Args:
        cases: the cases of ``chunks``.
        digests: key and digest of each case.
        chunks: their rows, counted from the first case of the source.
        listing: path, size and token of every file of the source.
        others: digests of the listings of sources that this one refers to.
    """
    import numpy as np
    import pyarrow as pa
    import pyarrow.compute as pc

    of, paths = _paths(cases)
    archives = pc.replace_substring_regex(paths, "!.*$", "")
    at = places(archives, listing["path"])
    sizes = pc.fill_null(pc.cast(listing["size"], pa.string()).take(at), "")
    tokens = pc.fill_null(listing["token"].take(at), "")
    text, offsets = json_rows([paths, sizes, tokens], "\n")
    fresh = _fresh(tokens)
    found = {}
    for chunk in chunks:
        start, stop = chunk.start - chunks[0].start, chunk.stop - chunks[0].start
        a, b = np.searchsorted(of, [start, stop])
        if fresh[a:b].any():
            continue
        total = hashlib.sha256(json.dumps([list(others), digests[start:stop]]).encode())
        total.update(text[offsets[a] : offsets[b]])
        found[chunk.name] = total.hexdigest()[:32]
    return found


def places(paths: Any, listed: Any) -> Any:
    """Where each path stands in the listing; null where it does not.

    The index is of the few paths, not of the listing, which may have millions.
    """
    import numpy as np
    import pyarrow as pa
    import pyarrow.compute as pc

    wanted = pc.unique(paths)
    found = np.full(len(wanted), -1, np.int64)
    start = 0
    for some in listed.chunks:
        of = pc.index_in(some, value_set=wanted)
        at = np.flatnonzero(pc.is_valid(of).to_numpy(zero_copy_only=False))
        found[pc.drop_null(of).to_numpy()] = at + start
        start += len(some)
    places = found[pc.index_in(paths, value_set=wanted).to_numpy()]
    return pa.array(places, mask=places < 0)


def _paths(cases: pa.Table) -> tuple[Any, Any]:
    """Every file that a case names, in the order of the cases, with the number of its case."""
    import numpy as np
    import pyarrow as pa
    import pyarrow.compute as pc

    files = cases["files"].combine_chunks()
    of_files = pc.list_parent_indices(files)
    notes = cases["annotations"].combine_chunks()
    inner = pc.struct_field(pc.list_flatten(notes), "files")
    of_inner = pc.list_parent_indices(notes).take(pc.list_parent_indices(inner))
    of = np.concatenate([of_files.to_numpy(), of_inner.to_numpy()])
    paths = pa.concat_arrays([pc.struct_field(pc.list_flatten(files), "path"),
                              pc.list_flatten(inner)])  # fmt: skip
    order = np.argsort(of, kind="stable")
    return of[order], paths.take(pa.array(order))


def _fresh(tokens: Any) -> Any:
    """Which tokens are modification times of the last two seconds, or of the future."""
    import numpy as np

    since = str(time.time_ns() - int(RACY_SECONDS * 1e9))
    return np.array(
        [len(t) >= len(since) and t.isdigit() and (len(t), t) > (len(since), since)
         for t in tokens.to_pylist()], bool,
    )  # fmt: skip


def seen_path(store_folder: str, source: str) -> str:
    """Where the records of a source's chunks lie in the store, with what they were made of."""
    return os.path.join(store_folder, "seen", f"{source}.json")


def seen_before(store_folder: str, source: str, step: str) -> dict[str, tuple[str, dict[str, Any]]]:
    """For each chunk what its step had read, as a digest, and the record of what it made."""
    try:
        with open(seen_path(store_folder, source), "rb") as file:
            found = json.loads(file.read()).get(step, {})
    except (OSError, ValueError):
        return {}
    return {name: (made, record) for name, (made, record) in found.items()}


def remember(
    store_folder: str, source: str, step: str,
    made: Mapping[str, str], records: Mapping[str, Mapping[str, Any]],
) -> None:  # fmt: skip
    """Keep the records of chunks whose digest is known and that need not be tried again."""
    path = seen_path(store_folder, source)
    try:
        with open(path, "rb") as file:
            whole = json.loads(file.read())
    except (OSError, ValueError):
        whole = {}
    whole[step] = {
        name: [made[name], record]
        for name, record in records.items()
        if name in made and not record.get("quarantined") and "missing" not in record
    }
    store.write_changed(path, json.dumps(whole, sort_keys=True).encode())


def made_of(seen: Mapping[str, str], *parts: Any) -> dict[str, str]:
    """The digests of chunks, with everything else that the step reads."""
    rest = digest("made of", list(parts))
    return {name: digest("chunk", [value, rest]) for name, value in seen.items()}
