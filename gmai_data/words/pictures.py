"""How a picture is named in a sentence: modality, sequence, plane, view, window, examined part."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from gmai_data import vocabulary
from gmai_data.schema import Fact
from gmai_data.words.english import article, is_many
from gmai_data.words.imaging import (
    MODALITY_WORDS,
    PLANE_WORDS,
    SEQUENCE_WORDS,
    VIEW_WORDS,
    WINDOW_WORDS,
)
from gmai_data.words.items import mark
from gmai_data.words.plans import is_view

# Said by the modality already: "fundus photograph of the retina" says nothing more.
_REDUNDANT: Final = {
    "Fundus Photography": {"retina", "eye"}, "OCT": {"retina", "eye"}, "Dermoscopy": {"skin"},
    "Infrared Reflectance Imaging": {"retina", "eye"}, "Ophthalmoscope": {"retina", "eye"},
    "X-Ray": {"bone"}, "PET": {"whole body"},
}  # fmt: skip
_WITH_ARTICLE: Final = {"small bowel", "head and neck"}  # "an image of the small bowel"
_ADJECTIVES: Final = {
    "chest": "chest", "abdomen": "abdominal", "pelvis": "pelvic", "tooth": "dental",
    "coronary artery": "coronary",
}  # fmt: skip
# A plane makes a picture of these one slice of a volume; rotational angiograms are volumes too.
_SECTIONS: Final = ("CT", "MR", "PET", "X-Ray")
# The sequence names the place: a mammogram is of the breast, a panoramic film of the teeth.
_PLACE_SAID: Final = {"mammography": "breast", "panoramic": "tooth", "colonoscopy": "colon",
                      "echocardiography": "heart"}  # fmt: skip
_MARKS: Final = "".join(map(chr, range(0xE000, 0xF8F0)))


@dataclass(frozen=True, slots=True)
class PictureWords:
    """Names of one picture in one language; every name carries the marks of its facts."""

    plain: str  # "CT image" / "CT 图像"
    before: str  # plane in front: "axial T2-weighted MR image" / "轴位 T2WI 图像"
    after: str  # plane behind: "T2-weighted MR image in the axial plane" / "T2WI 轴位图像"
    comma: str  # plane in apposition: "CT image, axial plane" / "CT 图像，轴位"
    window: str  # "soft-tissue window" / "软组织窗", or ""
    of: str  # " of the chest" / "胸部", or ""
    examined: str  # "the kidney", of an examination, or ""
    here: str  # "on this slice" / "本层面"
    word: str  # "slice" / "层面"
    modality: str  # "CT"
    section: bool  # one slice of a volume
    colour_free: bool  # a grey picture, for questions


def picture_words(facts: Sequence[Fact], language: str) -> PictureWords:
    """The names of the picture that these facts describe."""
    found = {f.kind: f for f in facts if not f.of and f.kind not in ("anatomy", "organ")}
    views = [f for f in facts if is_view(f)]
    anatomy = [f for f in facts if f.kind == "anatomy"]
    whole = {f.of for f in facts if f.kind == "level"}
    # "The tongue on a photograph of the tongue": what is pointed at is not the picture's name too.
    named = {f.value for f in facts if f.kind == "organ" and not is_view(f)}
    modality = found["modality"].value if "modality" in found else ""
    sides = {f.of: f for f in facts if f.kind == "side"}
    # A label that says which part this is tells more than the source's "upper limb".
    shown = [f for f in views if f.id not in whole] or [f for f in anatomy if f.id not in whole]
    parts = [
        _Part(f, sides.get(f.id)) for f in shown
        if (f.id in sides or f.value not in _REDUNDANT.get(modality, ()))
        and (is_view(f) or f.value not in named or f.value in _ADJECTIVES)
    ]  # fmt: skip
    examined = [_Part(f) for f in (*anatomy, *views) if f.id in whole]
    if len(parts) > 2:
        parts = []
    said = _PLACE_SAID.get(found["sequence"].value) if "sequence" in found else None
    parts = [part for part in parts if part.side or part.fact.value != said]
    build = _english if language == "en" else _chinese
    return build(found, modality, parts, examined[:2])


@dataclass(frozen=True, slots=True)
class _Part:
    """The part of the body that is pictured, and its side where one may be said."""

    fact: Fact
    side: Fact | None = None


def _names(parts: Sequence[_Part], language: str) -> list[str]:
    known = vocabulary.load()
    names = []
    for part in parts:
        term = known.get(part.fact.value)
        if term is None:
            continue
        many = is_many(term)
        used = mark([part.fact.id, *([part.side.id] if part.side else [])])
        if part.side and term.sides and part.side.value in ("left", "right", "both"):
            term = vocabulary.sided(term, part.side.value)
        if language == "zh":
            names.append(term.zh + used)
        elif part.side and part.side.value == "both":
            names.append(f"both {vocabulary.plural_of(term).removeprefix('bilateral ')}{used}")
        elif term.noun == "mass" and term.term not in _WITH_ARTICLE:
            names.append(term.term + used)
        else:
            names.append((article(term.term) if many else f"the {term.term}") + used)
    return list(dict.fromkeys(names))


_WHOLE_ZH: Final = {"骨": "骨骼", "牙": "牙科"}  # never 骨部, 牙部


def _whole_part(name: str) -> str:
    """脑 → 脑部: a part of one character cannot stand alone in front of 检查 or CT 图像."""
    bare = name.rstrip(_MARKS)
    if bare in _WHOLE_ZH:
        return f"{_WHOLE_ZH[bare]}{name[len(bare) :]}"
    return f"{bare}部{name[len(bare) :]}" if len(bare) == 1 else name


def _english(
    found: Mapping[str, Fact], modality: str, here: Sequence[_Part], examined: Sequence[_Part]
) -> PictureWords:
    words = MODALITY_WORDS.get(modality)
    used = mark([found["modality"].id]) if "modality" in found else ""
    section = "plane" in found and modality in _SECTIONS
    noun = words.image if words else "image"
    sequence = SEQUENCE_WORDS[found["sequence"].value] if "sequence" in found else None
    sequence_mark = mark([found["sequence"].id]) if sequence else ""
    lead = ""
    if sequence and sequence.image:
        noun = sequence.image + sequence_mark
    elif sequence and sequence.adjective:
        lead = sequence.adjective + sequence_mark + " "
    noun += used
    view, of = "", ""
    if "view" in found:
        view = VIEW_WORDS[found["view"].value].name + mark([found["view"].id]) + " "
    if len(here) == 1 and modality == "X-Ray" and here[0].fact.value in _ADJECTIVES:
        lead += _ADJECTIVES[here[0].fact.value] + mark([here[0].fact.id]) + " "
    elif here:
        plane_of = all(part.fact.value.endswith(" plane") for part in here)  # of a fetal scan
        of = (" in " if plane_of else " of ") + " and ".join(_names(here, "en"))
    plane = found.get("plane")
    before, after, comma = view + lead + noun + of, view + lead + noun + of, view + lead + noun + of
    if plane:
        name, plane_mark = PLANE_WORDS[plane.value].name, mark([plane.id])
        before = f"{name}{plane_mark} {lead}{noun}{of}"
        after = f"{lead}{noun}{of} in the {name}{plane_mark} plane"
        comma = f"{lead}{noun}{of}, {name}{plane_mark} plane"
    elif view:
        after = f"{lead}{noun}{of} in {view.strip()} projection"
        if modality != "X-Ray":
            after = f"{lead}{noun}{of}, {view.strip()} view"
        comma = f"{lead}{noun}{of}, {view.strip()} view"
    word = {"X-Ray": "radiograph", "Endoscopy": "frame", "Fundus Photography": "photograph",
            "Microscopy": "field", "Pathology": "field"}.get(modality, "image")  # fmt: skip
    word = "slice" if section else word
    on = "on" if section or modality == "X-Ray" else "in"
    window = ""
    if "window" in found:
        window = WINDOW_WORDS[found["window"].value].name + mark([found["window"].id])
    return PictureWords(
        plain=noun, before=before, after=after, comma=comma, window=window, of=of,
        examined=" and ".join(_names(examined, "en")), here=f"{on} this {word}", word=word,
        modality=(words.name if words else "") + used, section=section,
        colour_free=modality in ("CT", "MR", "X-Ray", "Ultrasound", "PET", "OCT"),
    )  # fmt: skip


def _chinese(
    found: Mapping[str, Fact], modality: str, here: Sequence[_Part], examined: Sequence[_Part]
) -> PictureWords:
    words = MODALITY_WORDS.get(modality)
    used = mark([found["modality"].id]) if "modality" in found else ""
    section = "plane" in found and modality in _SECTIONS
    stem = words.zh if words else ""
    noun = words.image_zh if words else "图像"
    tail = "图像" if noun.endswith("图像") else noun
    sequence = SEQUENCE_WORDS[found["sequence"].value] if "sequence" in found else None
    sequence_mark = mark([found["sequence"].id]) if sequence else ""
    lead = ""
    if sequence and sequence.image_zh:
        noun = tail = sequence.image_zh + sequence_mark
        stem = noun.removesuffix("图像")
    elif sequence:
        lead = sequence.zh + sequence_mark + " "
        if modality == "MR" and sequence.zh.endswith("序列"):
            lead = f"MR {lead}"
        if modality == "MR":  # T2WI says MR already
            noun, stem = lead + "图像", lead
            lead = ""
    of = "、".join(map(_whole_part, _names(here, "zh")))
    plane = found.get("plane") or found.get("view")
    base = f"{of}{lead}{noun}{used}"
    before = after = comma = base
    if plane:
        table = PLANE_WORDS if plane.kind == "plane" else VIEW_WORDS
        name = table[plane.value].zh + mark([plane.id])
        before = f"{of}{name} {lead}{noun}{used}"
        comma = f"{base}，{name}"
        after = f"{of}{lead}{stem}{used} {name}图像"
        if modality == "X-Ray" and not (sequence and sequence.image_zh):
            after = before = f"{of}{name} {lead}{tail}{used}"
        elif sequence and sequence.image_zh:
            after = before
        elif plane.value in ("macula-centred", "disc-centred"):
            after = before = f"{name}的{of}{lead}{noun}{used}"
        elif name.endswith("切面" + mark([plane.id])):
            after = f"{name}{lead}{noun}{used}"
    word = {"X-Ray": "片", "Endoscopy": "画面", "Microscopy": "视野", "Pathology": "视野"}.get(
        modality, "图"
    )
    word = "层面" if section else word
    place = {"片": "片中", "画面": "画面中", "视野": "视野内", "图": "图中", "层面": "本层面"}[word]
    window = ""
    if "window" in found:
        window = WINDOW_WORDS[found["window"].value].zh + mark([found["window"].id])
    return PictureWords(
        plain=noun + used, before=before, after=after, comma=comma, window=window, of=of,
        examined="、".join(map(_whole_part, _names(examined, "zh"))), here=place, word=word,
        modality=(words.zh if words else "") + used, section=section,
        colour_free=modality in ("CT", "MR", "X-Ray", "Ultrasound", "PET", "OCT"),
    )  # fmt: skip
