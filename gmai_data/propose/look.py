"""What is in a folder: files by kind, and by what is in them where names do not tell."""

from __future__ import annotations

import io
import os
import re
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from gmai_data.errors import RejectedItem

if TYPE_CHECKING:
    from gmai_data.listing import Listing
    from gmai_data.roots import Root

SUFFIXES: Final = {
    "picture": (".png", ".jpg", ".jpeg", ".bmp", ".tif", ".tiff", ".gif", ".webp", ".pgm", ".ppm"),
    "volume": (".nii", ".nii.gz", ".mha", ".mhd", ".nrrd", ".nhdr", ".hdr", ".mgz"),
    "dicom": (".dcm", ".dicom", ".ima"),
    "table": (".csv", ".tsv", ".xlsx", ".parquet", ".csv.gz"),
    "records": (".json", ".jsonl", ".ndjson", ".xml"),
    "array": (".npz",),
    "video": (".mp4", ".avi", ".mov", ".mkv", ".webm", ".wmv", ".mpg"),
    "slide": (".svs", ".ndpi", ".mrxs", ".scn"),
    "archive": (".zip", ".tar", ".tar.gz", ".tgz"),
    "other array": (".npy", ".mat", ".h5", ".hdf5"),
}
PIXELS: Final = (".raw", ".zraw", ".img", ".gz")  # lie beside a header: no images of their own
MASK_WORDS: Final = frozenset(
    (
        "mask", "masks", "label", "labels", "labelstr", "labelsts", "labelsva", "seg", "segs",
        "segmentation", "segmentations", "gt", "groundtruth", "groundtruths", "ground", "truth",
        "truths", "annotation", "annotations", "annot", "manual", "manual1",
        "delineation", "annotator", "rater",
    )
)  # fmt: skip
IMAGE_WORDS: Final = frozenset(
    (
        "image", "images", "imagestr", "imagests", "imagesva", "img", "imgs", "imaging", "photo",
        "photos", "scan", "scans", "volume", "original", "originals", "raw",
    )
)  # fmt: skip
FEW: Final = 48  # distinct values (or colours) up to which a picture is a label image
MOST_LABELS: Final = 300  # of an atlas, whose neighbours are mostly equal
SAMPLES: Final = 3  # files of a group that are opened
MOST_OPENED: Final = 400


@dataclass(slots=True)
class Look:
    """A folder's files by kind, and what was read of some of them."""

    root: Root
    paths: dict[str, list[str]] = field(default_factory=dict)  # kind -> paths, members as a.zip!b
    opened: int = 0

    def of(self, kind: str) -> list[str]:
        """Paths of one kind, sorted."""
        return self.paths.get(kind, [])

    def bytes_of(self, path: str) -> bytes:
        """A file's bytes."""
        from gmai_data.roots import read_bytes

        return read_bytes({self.root.source: self.root}, self.root.source, path)

    def file(self, path: str) -> str:
        """Where a file lies on disk."""
        return os.path.join(self.root.path, path)


def look(root: Root, listing: Listing) -> Look:
    """Sort a listing by kind of file; archives are looked into where they hold all images."""
    from gmai_data.roots import list_members

    found = Look(root)
    paths = listing.paths.to_pylist()
    for path in paths:
        found.paths.setdefault(kind_of(path), []).append(path)
    bare = [p for p in found.of("other") if "." not in os.path.basename(p)]
    for path in bare[:MOST_OPENED]:
        if _is_dicom(found.file(path)):
            found.paths.setdefault("dicom", []).append(path)
    if not any(found.of(kind) for kind in ("picture", "volume", "dicom", "video", "slide")):
        roots = {root.source: root}
        for archive in found.of("archive"):
            for member, _ in list_members(roots, root.source, archive):
                found.paths.setdefault(kind_of(member), []).append(f"{archive}!{member}")
    return found


def kind_of(path: str) -> str:
    """What a file's suffix says it is."""
    name = path.lower()
    return next((kind for kind, ends in SUFFIXES.items() if name.endswith(ends)), "other")


def suffix_of(path: str) -> str:
    """The suffix, ``.nii.gz`` whole."""
    name = re.split(r"[/!]", path)[-1]
    for ends in SUFFIXES.values():
        for end in sorted(ends, key=len, reverse=True):
            if name.lower().endswith(end):
                return name[len(name) - len(end) :]
    return os.path.splitext(name)[1]


def stem_of(path: str) -> str:
    """A file's name without folders and suffix."""
    name = re.split(r"[/!]", path)[-1]
    return name[: len(name) - len(suffix_of(path))]


def words_of(text: str) -> list[str]:
    """The words in a name: ``imagesTr`` is one, ``GT_img2`` three."""
    return re.findall(r"[a-z]+|\d+", text.lower())


def _is_dicom(path: str) -> bool:
    try:
        with open(path, "rb") as file:
            return file.read(132)[128:] == b"DICM"
    except OSError:
        return False


def group_of(path: str) -> str:
    """A name for files that are named alike: numbers and ids in it are blotted out."""
    parts = re.split(r"[/!]", path)
    return "/".join(re.sub(r"\d+", "#", part) for part in parts)


@dataclass(frozen=True, slots=True)
class Sorted:
    """Pictures, or volumes, and which of them are masks of others."""

    images: list[str]
    masks: list[str]
    values: dict[str, tuple[Any, ...]]  # of the masks that were opened, without background


def sort_masks(found: Look, paths: Sequence[str]) -> Sorted:
    """Tell images from masks: by their values, and by their names where those leave a doubt."""
    groups: dict[str, list[str]] = {}
    for path in paths:
        groups.setdefault(group_of(path), []).append(path)
    values: dict[str, tuple[Any, ...]] = {}
    alike: dict[str, bool | None] = {}  # None: none of them could be opened
    for name, members in groups.items():
        few = []
        step = max(1, len(members) // SAMPLES)
        for path in members[::step][:SAMPLES]:
            if found.opened >= MOST_OPENED:
                break
            found.opened += 1
            seen = distinct(found, path)
            few.append(seen is not None)
            if seen is not None:
                values[path] = seen
        alike[name] = all(few) if few else None
    real = any(flag is False for flag in alike.values())
    verdict = {name: _is_mask(name, flag, real) for name, flag in alike.items()}
    masks = [path for path in paths if verdict[group_of(path)]]
    images = [path for path in paths if not verdict[group_of(path)]]
    if not images:  # all look like masks: then they are what there is
        return Sorted(list(paths), [], {})
    return Sorted(images, masks, {p: v for p, v in values.items() if verdict[group_of(p)]})


def _is_mask(group: str, alike: bool | None, real: bool) -> bool:
    """Whether files named alike are masks.

    Args:
        group: their name.
        alike: whether all that were opened have few values; None for none opened.
        real: whether others have many values.
    """
    folder, _, leaf = group.rpartition("/")
    said = _named(leaf) or _named(folder)
    if alike:
        return real or said == "mask"
    both = {"mask", "image"} == {_named(f) for f in re.split(r"[_\- ]", folder)} - {""}
    if said != "mask" or (both and _named(leaf) != "mask"):
        return False
    if _named(folder.rpartition("/")[2]) == "image":
        return False
    return alike is None or (real and (_named(leaf) == "mask" or _named(folder) == "mask"))


def _named(group: str) -> str:
    """What the innermost telling word of a name says a file is: mask, image or ""."""
    for part in reversed(group.split("/")):
        words = words_of(re.sub(r"\.[a-z.]+$", "", part))
        for word in reversed(words):
            if word in MASK_WORDS:
                return "mask"
            if word in IMAGE_WORDS:
                return "image"
    return ""


def distinct(found: Look, path: str) -> tuple[Any, ...] | None:
    """The few values of a label image, background left out; None for a picture of something."""
    import numpy as np

    array = pixels(found, path)
    if array is None or not array.size:
        return None
    if array.dtype.kind == "f":
        if not np.array_equal(array, np.round(array)):
            return None
        array = array.astype(np.int64)
    if array.ndim == 3 and array.shape[2] in (3, 4) and kind_of(path) == "picture":
        colours = np.unique(array[..., :3].reshape(-1, 3), axis=0)
        if len(colours) > FEW:
            return None
        if all(c[0] == c[1] == c[2] for c in colours.tolist()):
            return tuple(int(c[0]) for c in colours if c[0])
        return tuple("#" + bytes(c).hex() for c in colours.tolist() if any(c))
    values = np.unique(array)
    most = min(FEW, array.size // 16)
    if kind_of(path) == "volume" and most < len(values) <= MOST_LABELS:  # an atlas, or 8 bits
        same = np.mean(array[1:] == array[:-1]) if len(array) > 1 else 0.0
        most = MOST_LABELS if same >= 0.9 else most
    return tuple(int(v) for v in values if v) if len(values) <= most else None


def pixels(found: Look, path: str) -> Any:
    """The stored values of a picture or volume; None where it cannot be opened."""
    import numpy as np

    try:
        if kind_of(path) == "volume":
            return _volume(found, path)
        from PIL import Image

        with Image.open(io.BytesIO(found.bytes_of(path))) as picture:
            picture.thumbnail((1 << 13, 1 << 13), Image.Resampling.NEAREST)
            return np.asarray(picture)
    except (*_BROKEN, *_broken_volume()):
        return None


_BROKEN: Final[tuple[type[Exception], ...]] = (
    OSError, ValueError, TypeError, RuntimeError, KeyError, EOFError, SyntaxError, RejectedItem,
    zlib.error,
)  # fmt: skip


def _broken_volume() -> tuple[type[Exception], ...]:
    from nibabel.filebasedimages import ImageFileError
    from PIL.Image import DecompressionBombError

    return ImageFileError, DecompressionBombError


def _volume(found: Look, path: str) -> Any:
    import numpy as np

    if path.lower().endswith((".nii", ".nii.gz", ".hdr", ".mgz")) and "!" not in path:
        import nibabel as nib

        return np.asanyarray(nib.load(found.file(path)).dataobj)
    if "!" in path:
        import gzip

        import nibabel as nib

        data = found.bytes_of(path)
        data = gzip.decompress(data) if path.endswith(".gz") else data
        return np.asanyarray(nib.Nifti1Image.from_bytes(data).dataobj)
    import SimpleITK as sitk

    return sitk.GetArrayFromImage(sitk.ReadImage(found.file(path)))


def shapes_equal(found: Look, paths: Iterable[str]) -> bool:
    """Whether these volumes are on grids of one size."""
    shapes = []
    for path in paths:
        array = pixels(found, path)
        shapes.append(None if array is None else array.shape)
    return len(set(shapes)) == 1
