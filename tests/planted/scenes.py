"""Facts of real slices, seen plainly: what is in the picture, where, how large, how many.

The slices come from the fake releases of adapters, from the bundled sources, and from the
hand-made patterns of the other tests.
"""

from __future__ import annotations

import importlib
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from gmai_data.arrow import from_table
from gmai_data.ask import ask
from gmai_data.config import AskConfig, Config, ReadConfig
from gmai_data.declare import Source
from gmai_data.errors import RejectedItem
from gmai_data.find import find
from gmai_data.listing import list_root
from gmai_data.read import read_case
from gmai_data.roots import Root
from gmai_data.scan import scan
from gmai_data.schema import Case, Fact, Request, Slice
from gmai_data.words.bind import bind
from gmai_data.words.prompts import Prompts, load_prompts
from tests.words_cases import PATTERNS

FAKES: Final = (
    "kits23", "msd_task03_liver", "brats2021", "isbi2015_ms", "isles2022", "nsclc_radiomics",
    "luna16", "amos22", "flare22", "chaos_mr", "btcv", "totalsegmentator_v2", "ribfrac",
    "fracatlas", "rsna_pneumonia", "glas", "pannuke", "autopet_fdg", "pi_cai", "acdc", "chexpert",
    "rsna_ich", "ham10000", "busi", "idrid", "slake", "vindr_cxr", "verse", "kvasir_seg",
    "mini_mias", "tn3k", "refuge", "siim_acr_pneumothorax",
)  # fmt: skip
PER_SOURCE: Final = 24
_CAPTIONS: Final = AskConfig(subsets=("caption",))
PRESENT: Final = ("organ", "finding", "tissue", "cell", "organism", "instrument")


@dataclass(frozen=True, slots=True)
class Thing:
    """Something in the picture."""

    name: str  # vocabulary term
    kind: str
    side: str = ""  # left, right or both
    size: tuple[int, ...] = ()  # millimetres, the longer first
    share: str = ""  # percent of the picture, as the fact has it
    count: int = 0
    position: str = ""  # "upper left" of the picture


@dataclass(frozen=True, slots=True)
class Scene:
    """A picture and what is known of it; ``requests`` by language, for the checker."""

    source: Source
    case: Case
    slice: Slice
    requests: dict[str, Request]
    modality: str
    sequence: str
    plane: str
    view: str
    things: tuple[Thing, ...]
    absent: tuple[str, ...]
    graded: bool

    @property
    def names(self) -> set[str]:
        """Names of what is there, of the examined parts and of what is absent."""
        return {f.value for f in self.requests["en"].facts} | set(self.slice.anatomy)


def scenes() -> list[Scene]:
    """The scenes of all sources, in a fixed order."""
    prompts = load_prompts()
    found = [
        scene
        for pattern in PATTERNS.values()
        for number in range(4)
        for scene in _scenes(
            pattern.source, pattern.case,
            bind(pattern.source, pattern.case, pattern.make(number)), prompts,
        )
    ]  # fmt: skip
    with tempfile.TemporaryDirectory() as folder:
        for module in FAKES:
            root = Path(folder) / module
            root.mkdir()
            importlib.import_module(f"tests.sources.{module}").make(root)
            source = importlib.import_module(f"source_adapters.{module}").SOURCE
            found += _of_source(source, str(root), prompts)
    for one in find().values():
        source = one.load()
        if source.package:
            top, _, inside = source.package.partition("/")
            base = Path(str(importlib.import_module(top).__file__)).parent
            found += _of_source(source, str(base / inside), prompts)
    return found


def _of_source(source: Source, path: str, prompts: Prompts) -> list[Scene]:
    root = Root(source=source.name, path=path)
    result = scan(source, {source.name: root}, list_root(root), Config())
    found: list[Scene] = []
    for case in from_table(Case, result.cases):
        try:
            pictures = read_case(source, case, {source.name: root}, ReadConfig())
        except RejectedItem:
            continue
        for picture in pictures:
            found += _scenes(source, case, bind(source, case, picture.slice), prompts)
    step = max(1, len(found) // PER_SOURCE)
    return found[::step][:PER_SOURCE]


def _scenes(source: Source, case: Case, slice: Slice, prompts: Prompts) -> Iterator[Scene]:
    asked = [
        request
        for request in ask(source, case, slice, _CAPTIONS, prompts)
        if request.task == "caption-image"
    ]
    if len(asked) != 2:
        return
    facts = asked[0].facts
    own: dict[str, dict[str, str]] = {}
    for fact in facts:
        own.setdefault(fact.of, {})[fact.kind] = fact.value
    value = {fact.kind: fact.value for fact in facts if not fact.of}
    yield Scene(
        source=source,
        case=case,
        slice=slice,
        requests={request.language: request for request in asked},
        modality=value.get("modality", ""),
        sequence=value.get("sequence", ""),
        plane=value.get("plane", ""),
        view=value.get("view", ""),
        things=tuple(
            _thing(fact, own.get(fact.id, {}))
            for fact in facts
            if fact.kind in PRESENT and "level" not in own.get(fact.id, {})
        ),
        absent=tuple(f.value for f in facts if f.kind == "absent"),
        graded=any(f.kind == "grade" for f in facts),
    )


def _thing(fact: Fact, own: dict[str, str]) -> Thing:
    return Thing(
        name=fact.value,
        kind=fact.kind,
        side=own.get("side", ""),
        size=tuple(int(x) for x in own.get("size", "").split("×") if x),
        share=own.get("share", ""),
        count=int(own.get("count", 0)),
        position=own.get("position", ""),
    )
