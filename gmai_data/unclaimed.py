"""What lies in the data root under a name that no source has, and so is passed by."""

from __future__ import annotations

import difflib
import os
import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from gmai_data import places
from gmai_data.roots import is_archive

if TYPE_CHECKING:
    from gmai_data.config import Config

SHOWN: Final = 8
_NEAR: Final = 0.8  # of difflib: KiTS_2023 is kits23
_SYSTEM: Final = "lost+found"
_SHORT: Final = 4  # letters of a name that stands for another it begins


def unclaimed(config: Config, names: Iterable[str]) -> dict[str, str]:
    """Folders and archives in the data root that no source takes -> the source meant, or "".

    Args:
        config: with the data root, and the places that are named in it.
        names: of all known sources.
    """
    if not config.data:
        return {}
    known = {_plain(name): name for name in names}
    entries = places.names(config.data)
    folders = {entry for entry in entries if _is_folder(config.data, entry)}
    here = folders.intersection(known.values())
    taken = [os.path.realpath(path) for path in config.places.values()]
    passed = {_SYSTEM, config.out.rpartition("/")[2], *here}
    found = {}
    for entry in entries:
        path = os.path.realpath(os.path.join(config.data, entry))
        if entry in passed or entry.startswith((".", "__")) or _holds(path, taken):
            continue
        if entry in folders and os.path.isdir(os.path.join(path, "locks")):  # an earlier build
            continue
        if entry in folders or is_archive(entry) or entry in known.values():
            meant = _meant(entry, known)
            found[entry] = "" if meant in here else meant  # a second copy, or something else
    return found


def told(config: Config, names: Iterable[str]) -> str:
    """What to tell of `unclaimed` in one sentence; "" when every folder is a source's."""
    names = list(names)
    itself = os.path.basename(config.data.rstrip("/"))
    if itself in names and not set(names).intersection(places.names(config.data)):
        return (
            f"{config.data} has itself the name of a source: --data is the folder that it lies in."
        )
    found = unclaimed(config, names)
    if not found:
        return ""
    order = sorted(found, key=lambda entry: (not found[entry], entry))
    shown = [
        f"{entry} (a file)" if entry in names else
        f"{entry} ({found[entry]}?)" if found[entry] else entry
        for entry in order[:SHOWN]
    ]  # fmt: skip
    more = f" and {len(found) - SHOWN} more" if len(found) > SHOWN else ""
    return (
        f"Passed by in {config.data}, for no source has a folder of this name: "
        f"{', '.join(shown)}{more}. Unpack archives, and give each folder the name of its source, "
        "or say where a source is under `places:` in a --config file."
    )


def _is_folder(data: str, entry: str) -> bool:
    """Of a store, by the name: it would have to be asked once for each."""
    if places.is_url(data):
        return "." not in entry
    return places.is_folder(os.path.join(data, entry))


def _holds(folder: str, taken: list[str]) -> bool:
    """Whether a place that the configuration names is this folder, or in it."""
    return any(path == folder or path.startswith(folder + os.sep) for path in taken)


def _meant(entry: str, known: dict[str, str]) -> str:
    """The source whose name a folder's is most like."""
    said = _plain(re.sub(r"(?i)(\.(zip|tar|tgz|gz|bz2|xz))+$", "", entry))
    if said in known:
        return known[said]
    words = re.findall(r"[a-z0-9]+", entry.lower())
    runs = {"".join(words[i:j]) for i in range(len(words)) for j in range(i + 1, len(words) + 1)}
    held = [name for name in runs.intersection(known) if len(name) >= _SHORT]
    held += [name for name in known if len(name) >= _SHORT and said.startswith(name)]
    if held:
        return known[max(held, key=lambda name: (len(name), name))]
    near = difflib.get_close_matches(said, known, n=1, cutoff=_NEAR)
    return known[near[0]] if near else ""


def _plain(name: str) -> str:
    return re.sub(r"[^a-z0-9]", "", name.lower())
