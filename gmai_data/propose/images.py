"""Cases and masks of folders of pictures and volumes."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from typing import Any, Final

from gmai_data.propose.channels import channels
from gmai_data.propose.draft import Draft, call, names_of, term_of, text
from gmai_data.propose.look import Look, Sorted, sort_masks, stem_of, words_of
from gmai_data.propose.masks import MaskPart, mask_parts
from gmai_data.propose.paths import Shape, shapes, split_of_word

_OTHER_VIEWS: Final = frozenset(
    (
        "overlay", "overlays", "square", "cropped", "crop", "crops", "resized", "visual",
        "colour", "color", "preview", "previews", "thumbnail", "thumbnails", "enhanced",
        "augmented", "colored", "heatmap", "heatmaps", "vis",
    )
)  # fmt: skip
_PATIENT: Final = frozenset(("patient", "subject", "case", "p", "sub"))


def draft_images(found: Look, draft: Draft, kind: str) -> list[Shape]:
    """Fill in cases, masks, classes and split from pictures or volumes; the shapes of the cases."""
    paths = [path[len(draft.root) + 1 :] if draft.root else path for path in found.of(kind)]
    paths = _without_copies(paths, draft)
    sorted_ = _sorted(found, draft, paths)
    images, volumes = sorted_.images, kind == "volume"
    leaf = "case" if volumes else "image"
    draft.found.append(
        f"{len(images):,} {kind}s and {len(sorted_.masks):,} that look like masks (few values)."
    )
    several = channels(_at(found, draft), images) if volumes else None
    if several is not None:
        draft.cases = call(
            "Files", _one_or_more(several.templates), f"channels={_mapping(several.terms)}",
            f"optional={list(several.optional)!r}".replace("'", '"') if several.optional else "",
        )  # fmt: skip
        draft.guessed.append(
            f"Files of one grid are channels of a case: {', '.join(several.terms)}."
        )
        made = shapes(several.first, leaf)
    else:
        made = _without_twins(shapes(images, leaf), draft)
        made = _annotated(made, sorted_, draft)
        templates = [shape.template for shape in made]
        draft.cases = call("Files", _one_or_more(templates))
    _classes(made, draft)
    _subject(made, draft, volumes)
    parts, alone = mask_parts(made, sorted_.masks, sorted_.values)
    draft.labels += [_mask(part, draft) for part in parts]
    if alone:
        draft.unsure.append(
            f"{len(alone)} masks share no name with an image, such as {alone[0]}: left out."
        )
    return made


def _at(found: Look, draft: Draft) -> Look:
    """The same folder, seen from the draft's root."""
    if not draft.root:
        return found
    from dataclasses import replace

    return Look(replace(found.root, path=f"{found.root.path}/{draft.root}"), {}, found.opened)


def _sorted(found: Look, draft: Draft, paths: Sequence[str]) -> Sorted:
    return sort_masks(_at(found, draft), paths)


def _one_or_more(templates: Sequence[str]) -> str:
    if len(templates) == 1:
        return text(templates[0])
    return "(" + ", ".join(text(template) for template in templates) + ")"


def _mapping(terms: dict[str, str]) -> str:
    return "{" + ", ".join(f"{text(raw)}: {text(term)}" for raw, term in terms.items()) + "}"


def _without_copies(paths: Sequence[str], draft: Draft) -> list[str]:
    """Paths without those of a tree that is in the release twice, and of other views of images."""
    there = set(paths)
    kept, copies = [], 0
    for path in paths:
        parts = path.split("/")
        again = (
            any(
                parts[at] == parts[at + 1] and "/".join(parts[:at] + parts[at + 1 :]) in there
                for at in range(len(parts) - 2)
            )
            or "/".join(parts[1:]) in there
        )
        copies += again
        if not again:
            kept.append(path)
    if copies:
        draft.unsure.append(
            f"{copies} files are there twice, in a folder and one deeper: read once."
        )
    by_stem: dict[str, set[str]] = defaultdict(set)
    for path in kept:
        by_stem[stem_of(path)].add(path.rpartition("/")[0])
    twins = {f for folders in by_stem.values() if len(folders) > 1 for f in folders}
    formats = {f for f in twins if {"png", "jpg", "tif", "tiff", "dicom"} & set(words_of(f))}
    first = sorted(formats)[:1]
    if len({f.split("/")[0] for f in formats}) > 1:
        other = {f for f in formats if f.split("/")[0] != first[0].split("/")[0]}
        kept = [path for path in kept if path.rpartition("/")[0] not in other]
        draft.unsure.append(f"The same images in another format: {', '.join(sorted(other))}.")
    views = {f for f in twins if _OTHER_VIEWS & set(words_of(f))}
    if views:
        kept = [path for path in kept if path.rpartition("/")[0] not in views]
        draft.unsure.append(
            f"Taken for other views of the same images: {', '.join(sorted(views))}."
        )
    return kept


def _without_twins(made: list[Shape], draft: Draft) -> list[Shape]:
    """Shapes without those that hold the files of an earlier one again."""
    kept: list[Shape] = []
    seen: dict[tuple[str, ...], set[tuple[str, ...]]] = {}
    for shape in sorted(made, key=lambda s: (s.template.count("/"), -len(s.rows))):
        names = tuple(sorted(next(iter(shape.rows.values()))))
        rows = {tuple(row[n] for n in names) for row in shape.rows.values()}
        before = seen.setdefault(names, set())
        if len(rows & before) * 2 > len(rows):
            draft.unsure.append(f"{shape.template} has the names of other images: read once.")
            continue
        if rows & before:
            draft.unsure.append(f"{shape.template} has some names of other images.")
        before |= rows
        kept.append(shape)
    return kept


def _annotated(made: list[Shape], sorted_: Sorted, draft: Draft) -> list[Shape]:
    """Shapes without sets that have no mask where another set has masks."""
    if not sorted_.masks:
        return made
    masked = []
    for shape in made:
        sets = {row.get("set", "") for row in shape.rows.values()}
        has = {
            value
            for value in sets
            if any(_has_mask(path, row, sorted_.masks, value)
                   for path, row in shape.rows.items() if row.get("set", "") == value)
        }  # fmt: skip
        masked.append((shape, sets, has))
    if not any(has for _, _, has in masked):
        return made
    kept = []
    for shape, sets, has in masked:
        has |= {value for value in sets if not _held_out(value or shape.template)}
        for value in sorted(sets - has):
            where = value or shape.template
            draft.unsure.append(f"{where}: no image has a mask, nothing to say of them: left out.")
        if has == sets:
            kept.append(shape)
        elif has:
            rows = [path for path, row in shape.rows.items() if row["set"] in has]
            kept += shapes(rows, shape.fields[-1])
    return kept


def _held_out(name: str) -> bool:
    """Whether a set is one whose labels are kept back by the form of the release (nnU-Net's)."""
    return re.search(r"(?i)images(ts|va)\b", name) is not None


def _has_mask(path: str, row: dict[str, str], masks: Sequence[str], value: str) -> bool:
    """Whether a mask names this image, in a folder of its set."""
    own = [v for n, v in row.items() if n not in ("set", "kind")]
    for mask in masks:
        parts = mask.split("/")
        told = split_of_word(value) if value else split_of_word(path.rpartition("/")[0])
        other = split_of_word(mask.rpartition("/")[0])
        if (not told or not other or told == other) and all(
            any(v in part for part in parts) for v in own
        ):
            return True
    return False


def _classes(made: Sequence[Shape], draft: Draft) -> None:
    """Folders that are splits, and folders that are classes."""
    closed = [shape.closed for shape in made]
    if closed and all("set" in one for one in closed):
        values = sorted({value for one in closed for value in one["set"]})
        pairs = ", ".join(f"{text(value)}: {text(split_of_word(value))}" for value in values)
        draft.split = f'Term("{{set}}", {{{pairs}}})'
        draft.guessed.append(f"Folders {', '.join(values)} are splits.")
    for name in ("kind", "folder"):
        if closed and all(name in one for one in closed):
            values = sorted({value for one in closed for value in one[name]})
            names = names_of(list(values), draft.unsure, f"folders of {{{name}}}")
            draft.labels.append(call("Class", text("{" + name + "}"), f"names={names}"))
            draft.guessed.append(f"Folders {', '.join(values[:6])} are classes.")


def _subject(made: Sequence[Shape], draft: Draft, volumes: bool) -> None:
    names = [shape.fields for shape in made]
    if names and all("case" in fields for fields in names):
        draft.subject = text("{case}")
        draft.guessed.append("{case} is a patient: say another field if a patient has several.")
    elif names and volumes and all("case" in f for f in names):
        draft.subject = text("{case}")


def _mask(part: MaskPart, draft: Draft) -> str:
    colours = any(isinstance(value, str) for value in part.values)
    form = 'form="colour"' if colours else ""
    missing = "missing=UNKNOWN"
    what = f"masks {part.template}"
    if part.parts:
        names = names_of(list(part.parts), draft.unsure, what)
        form = 'form="binary"' if len(part.values) <= 1 else form
        return call("Mask", text(part.template), form, 'by="{part}"', f"names={names}", missing)
    if len(part.values) <= 1 and not colours:
        words = re.findall(r"[A-Za-z]+", stem_of(part.template))
        term = term_of(*words, *part.template.split("/"))
        if not term:
            draft.unsure.append(f"{what}: what do they show? Their value is None (ignored) now.")
            values = part.values or (1,)
            return call("Mask", text(part.template), f"names={{{_keys(values)}}}", missing)
        return call("Mask", text(part.template), 'form="binary"', f"name={text(term)}", missing)
    names = names_of(list(part.values), draft.unsure, what)
    return call("Mask", text(part.template), form, f"names={names}", missing)


def _keys(values: Sequence[Any]) -> str:
    return ", ".join(f"{value}: None" for value in values)
