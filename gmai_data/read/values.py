"""Pixel values of a mask and the `names` keys they belong to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from gmai_data.declare import Mask
from gmai_data.errors import RejectedItem
from gmai_data.grammar.names import bind_name, find_key
from gmai_data.schema import Annotation


def is_map(part: Mask, annotation: Annotation) -> bool:
    """Whether pixel values name classes: a label map, and not a file per class or object."""
    if part.instances in ("{pixel}", True) or part.stack is not None:
        return False
    return part.names is not None and part.by is None and part.name is None and not annotation.raw


def whole_values(array: NDArray[Any], path: str) -> NDArray[Any]:
    """Mask values as the smallest integers that hold them.

    Raises:
        RejectedItem: corrupt ``mask-values`` where a value is not a whole number.
    """
    if array.dtype == bool:
        return array.view(np.uint8)
    if array.dtype.kind == "f":
        whole = np.rint(array)
        if not np.isfinite(array).all() or np.abs(array - whole).max(initial=0.0) > 1e-3:
            found = "values are not whole numbers; of a probability give threshold="
            raise RejectedItem("corrupt", "mask-values", found, path)
        array = whole.astype(np.int32)
    low, high = int(array.min(initial=0)), int(array.max(initial=0))
    for kind in (np.uint8, np.uint16, np.int16, np.int32):
        if low >= np.iinfo(kind).min and high <= np.iinfo(kind).max:
            return array.astype(kind, copy=False)
    raise RejectedItem("corrupt", "mask-values", f"values run from {low} to {high}", path)


def gather_labels(pieces: Iterable[NDArray[Any]], count: int, path: str) -> NDArray[Any]:
    """Mask values that come in pieces, as the smallest integers: never a second whole copy.

    Raises:
        RejectedItem: corrupt ``mask-values`` where a value is not a whole number.
    """
    found: NDArray[Any] = np.zeros(count, dtype=np.uint8)
    start = 0
    for piece in pieces:
        values = whole_values(piece, path)
        kind = np.promote_types(found.dtype, values.dtype)
        found = found.astype(kind, copy=False)
        found[start : start + values.size] = values
        start += values.size
    return found


def present_values(array: NDArray[Any]) -> list[int]:
    """The different values of a mask, ascending, slab by slab: no copy of a whole volume."""
    found: set[int] = set()
    for slab in array if array.ndim == 3 else (array,):
        low, high = int(slab.min(initial=0)), int(slab.max(initial=0))
        if high - low > 1 << 20:
            found.update(np.unique(slab).tolist())
            continue
        flat = slab.reshape(-1)
        if flat.size == 0:
            continue
        starts = np.flatnonzero(flat[1:] != flat[:-1]) + 1  # of runs: few, in a label map
        counts = np.bincount(flat[np.concatenate(([0], starts))].astype(np.int64) - low)
        found.update((np.flatnonzero(counts) + low).tolist())
    return sorted(found)


def group_values(part: Mask, found: Sequence[int], path: str) -> dict[str, tuple[int, ...]]:
    """Foreground values by the canonical text of the key they match; ignored keys left out.

    An ignored value that ``includes`` puts into a structure belongs to that structure's values.

    Raises:
        RejectedItem: corrupt ``unknown-label`` for a value that no key names.
    """
    background = background_of(part)
    groups: dict[str, list[int]] = {}
    unknown = []
    ignored: list[tuple[str, int]] = []
    for value in sorted(found):
        key = find_key(part.names, str(value))
        if key is None:
            if value != background:
                unknown.append(value)
        elif bind_name(part.names, str(value)) is not None:
            groups.setdefault(key, []).append(value)
        else:
            ignored.append((key, value))
    for key, value in ignored:
        for outer in _holders(part, key):
            if outer in groups:
                groups[outer].append(value)
    if unknown:
        shown = ", ".join(map(str, unknown[:5])) + (" …" if len(unknown) > 5 else "")
        many = "threshold= if the mask is compressed" if len(unknown) > 5 else "names"
        raise RejectedItem(
            "corrupt", "unknown-label", f"mask values {shown} are not in names; add to {many}", path
        )
    return {key: tuple(sorted(values)) for key, values in groups.items()}


def _holders(part: Mask, key: str) -> tuple[str, ...]:
    """Keys of the structures that what this key stands for is cut out of (``includes``)."""
    outer = (find_key(part.names, str(raw)) for raw in part.includes)
    return tuple(o for o in outer if o is not None and key in held_keys(part, o))


def held_keys(part: Mask, key: str) -> tuple[str, ...]:
    """Keys of what lies in the structure of a key but is cut out of its mask (``includes``)."""
    held = [raw for outer, raws in part.includes.items() for raw in raws
            if find_key(part.names, str(outer)) == key]  # fmt: skip
    found = (find_key(part.names, str(raw)) for raw in held)
    return tuple(name for name in found if name is not None)


def background_of(part: Mask) -> int | None:
    """The value that means nothing; None for a colour."""
    try:
        return int(part.background)
    except ValueError:
        return None


def foreground(part: Mask, array: NDArray[Any]) -> NDArray[np.bool_]:
    """Foreground of a file that holds one class: above the threshold, else not background."""
    if part.threshold is not None:
        above: NDArray[np.bool_] = array > part.threshold
        return above
    differs: NDArray[np.bool_] = array != (background_of(part) or 0)
    return differs


def one_channel(array: NDArray[Any], path: str) -> NDArray[Any]:
    """A label map that was saved as RGB(A) with equal channels.

    Raises:
        RejectedItem: corrupt ``mask-values`` where the channels differ (a colour mask).
    """
    if array.ndim == 2:
        return array
    channels = array[..., :3] if array.shape[-1] in (3, 4) else array[..., :1]
    first = channels[..., 0]
    if any(not np.array_equal(first, channels[..., c]) for c in range(1, channels.shape[-1])):
        what = 'channels differ: a colour mask needs form="colour"'
        raise RejectedItem("corrupt", "mask-values", what, path)
    return np.ascontiguousarray(first)


def colour_keys(array: NDArray[Any], part: Mask, path: str) -> Mapping[str, NDArray[np.bool_]]:
    """Foreground per colour key ``#rrggbb``; ignored keys left out.

    A structure has in it what ``includes`` puts there, be it ignored or a structure of its own.

    Raises:
        RejectedItem: corrupt ``unknown-label`` for a colour that no key names.
    """
    if array.ndim == 2:
        array = np.repeat(array[..., None], 3, axis=2)
    colours = array[..., :3].astype(np.uint32)
    codes = colours[..., 0] << 16 | colours[..., 1] << 8 | colours[..., 2]
    background = str(part.background)
    background = "#000000" if background == "0" else background.lower()
    masks: dict[str, NDArray[np.bool_]] = {}
    ignored: dict[str, NDArray[np.bool_]] = {}
    for code in np.unique(codes).tolist():
        text = f"#{code:06x}"
        key = next((k for k in (text, text.upper()) if find_key(part.names, k) is not None), None)
        if key is None:
            if text == background:
                continue
            raise RejectedItem("corrupt", "unknown-label", f"colour {text} is not in names", path)
        name = find_key(part.names, key) or key
        kept = masks if bind_name(part.names, key) is not None else ignored
        kept[name] = kept.get(name, np.zeros(codes.shape, bool)) | (codes == code)
    whole = dict(masks)
    for name, mask in (*masks.items(), *ignored.items()):
        for outer in _holders(part, name):
            if outer in masks:
                whole[outer] = whole[outer] | mask
    return whole


_NUMBER = re.compile(r"-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?")


def polygons_of(text: str, path: str = "") -> list[list[tuple[float, float]]]:
    """Polygons written as ``[[x, y], …]``, ``x,y x,y``, flat lists, or lists of those.

    Raises:
        RejectedItem: corrupt ``polygon`` for anything else.
    """
    import json

    text = text.strip()
    if not text:
        return []
    try:
        value = json.loads(text)
    except ValueError:
        value = [float(n) for n in _NUMBER.findall(text)]
    found: list[list[tuple[float, float]]] = []
    _collect(value, found)
    if not found:
        raise RejectedItem("corrupt", "polygon", f"no points in {text[:40]!r}", path)
    return found


def _collect(value: Any, found: list[list[tuple[float, float]]]) -> None:
    if not isinstance(value, list) or not value:
        return
    if all(isinstance(v, int | float) for v in value):
        if len(value) >= 6 and len(value) % 2 == 0:
            found.append(list(zip(value[0::2], value[1::2], strict=True)))
        return
    pairs = [_pair(v) for v in value]
    if all(p is not None for p in pairs):
        found.append([p for p in pairs if p is not None])
        return
    for item in value:
        _collect(item, found)


def _pair(value: Any) -> tuple[float, float] | None:
    if isinstance(value, Mapping) and {"x", "y"} <= set(value):
        return float(value["x"]), float(value["y"])
    numeric = isinstance(value, list) and all(isinstance(v, int | float) for v in value)
    return (float(value[0]), float(value[1])) if numeric and len(value) == 2 else None
