"""From a folder to a proposal: the kinds of file in it decide who drafts the cases."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from gmai_data.propose.draft import Draft, call, text
from gmai_data.propose.images import draft_images
from gmai_data.propose.look import Look, look, pixels
from gmai_data.propose.paths import common_folder, shapes
from gmai_data.propose.tables import draft_tables
from gmai_data.propose.texts import draft_records
from gmai_data.propose.write import Tried, settled

if TYPE_CHECKING:
    from gmai_data.listing import Listing
    from gmai_data.roots import Root

_TEXT: Final = ("Records(", "Table(")
_CODES: Final = {  # DICOM code -> modality
    "CT": "CT", "MR": "MR", "US": "Ultrasound", "CR": "X-Ray", "DX": "X-Ray", "MG": "X-Ray",
    "PT": "PET", "OP": "Fundus Photography", "OPT": "OCT",
}  # fmt: skip


def propose(name: str, root: Root, listing: Listing) -> tuple[Draft, Tried | str]:
    """A draft for the files of a folder, and what it finds there; or why nothing fits."""
    found = look(root, listing)
    draft = Draft()
    every = listing.paths.to_pylist()
    draft.root = common_folder(every)
    counts = Counter({kind: len(paths) for kind, paths in found.paths.items()})
    draft.found.append("Files: " + ", ".join(f"{n:,} {kind}" for kind, n in counts.most_common()))
    for drafting in _ways(found):
        drafting(found, draft)
        if draft.cases:
            break
    if not draft.cases:
        return draft, "There is no file here that a case could be made of."
    if "image=" in draft.cases or not draft.cases.startswith(_TEXT):
        _modality(found, draft)
    if draft.subject == "NO_SUBJECT":
        draft.unsure.append("subject=: no patient id was found in names or tables.")
    return draft, settled(name, draft, root, listing)


def _modality(found: Look, draft: Draft) -> None:
    """CT where the values of a volume are Hounsfield units; else somebody must say."""
    for path in found.of("volume")[:1]:
        values = pixels(found, path)
        if values is not None and values.size and values.min() <= -900 and values.max() > 100:
            draft.modality = draft.modality or "CT"
            draft.guessed.append("Values from -1000 on are Hounsfield units: CT.")
    wanted = [] if draft.modality else ["modality="]
    wanted += ["anatomy=", "department="]
    draft.unsure.append(f"{', '.join(wanted)}: what the images are of. Words need them.")


def _ways(found: Look) -> list[Callable[[Look, Draft], object]]:
    dicom, volumes, pictures = (len(found.of(k)) for k in ("dicom", "volume", "picture"))
    ways: list[Callable[[Look, Draft], object]] = []
    if dicom and dicom >= pictures:
        ways.append(_dicom)
    if volumes:
        ways.append(_volumes)
    if pictures:
        ways += [_records_with_pictures, _pictures]
    return [*ways, _arrays, _records, _videos, _slides]


def _volumes(found: Look, draft: Draft) -> None:
    made = draft_images(found, draft, "volume")
    draft_tables(found, draft, made)


def _pictures(found: Look, draft: Draft) -> None:
    made = draft_images(found, draft, "picture")
    draft_tables(found, draft, made)


def _records_with_pictures(found: Look, draft: Draft) -> None:
    pictures = [p[len(draft.root) + 1 :] if draft.root else p for p in found.of("picture")]
    before = draft.cases
    if draft_records(found, draft, pictures) and "image=" not in draft.cases:
        draft.cases, draft.labels, draft.split, draft.guessed = before, [], "", []


def _records(found: Look, draft: Draft) -> None:
    draft_records(found, draft, [])


def _videos(found: Look, draft: Draft) -> None:
    _plain(found, draft, "video", "Frames", "video")


def _slides(found: Look, draft: Draft) -> None:
    _plain(found, draft, "slide", "Tiles", "slide")


def _plain(found: Look, draft: Draft, kind: str, word: str, leaf: str) -> None:
    paths = [p[len(draft.root) + 1 :] if draft.root else p for p in found.of(kind)]
    if paths:
        templates = [shape.template for shape in shapes(paths, leaf)]
        one = text(templates[0]) if len(templates) == 1 else (
            "(" + ", ".join(map(text, templates)) + ")")  # fmt: skip
        draft.cases = call(word, one)


def _arrays(found: Look, draft: Draft) -> None:
    import io
    import zipfile

    import numpy as np

    for path in found.of("array"):
        data = io.BytesIO(found.bytes_of(path))
        with zipfile.ZipFile(data) as packed:
            keys = [n.removesuffix(".npy") for n in packed.namelist()]
        sets = sorted(m[1] for k in keys if (m := re.fullmatch(r"(train|val|test)_images", k)))
        inside = path[len(draft.root) + 1 :] if draft.root else path
        if sets:
            with np.load(data, allow_pickle=False) as arrays:
                shape = arrays[f"{sets[0]}_images"].shape
            axes = {3: "NHW", 5: "NDHWC"}.get(len(shape), "NHWC" if shape[-1] in (3, 4) else "NDHW")
            template = inside + "!{split:" + "|".join(sets) + "}_images"
            draft.cases = call("Arrays", text(template), f"axes={text(axes)}")
            draft.split = text("{split}")
            return


def _dicom(found: Look, draft: Draft) -> None:
    import pydicom

    paths = [p[len(draft.root) + 1 :] if draft.root else p for p in found.of("dicom")]
    modalities: Counter[str] = Counter()
    step = max(1, len(paths) // 60)
    for path in found.of("dicom")[::step]:
        try:
            header = pydicom.dcmread(found.file(path), stop_before_pixels=True, force=True)
            modalities[str(header.get("Modality", ""))] += 1
        except (OSError, ValueError):
            continue
    made = shapes(paths, "file")
    templates = [shape.template for shape in made]
    if len(templates) > 3:
        templates = ["**/{file}.dcm"]
    one = text(templates[0]) if len(templates) == 1 else (
        "(" + ", ".join(map(text, templates)) + ")")  # fmt: skip
    flat = {"CR", "DX", "MG", "US", "XA", "RF", "IO", "PX", "OP", "XC", "ES", "GM", "SM"}
    images = [m for m, _ in modalities.most_common() if m not in ("SEG", "RTSTRUCT", "SR", "")]
    by = "by=None" if images and all(m in flat for m in images) else ""
    where = ""
    if len(images) < len([m for m in modalities if m]):
        where = f'where={{"Modality": {text("|".join(images))}}}'
        draft.unsure.append("SEG or RTSTRUCT series: declare them by Mask(DicomSeries(…), form=…).")
    draft.cases = call("DicomSeries", one, by, where)
    if len(images) == 1:
        draft.modality = _CODES.get(images[0], "")
    draft.subject = text("{PatientID}")
    draft.guessed.append(f"DICOM of {', '.join(images)}: a case per {'file' if by else 'series'}.")
