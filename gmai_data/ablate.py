"""What annotations in the prompt are worth: the same pictures and questions, with and without.

*Annotation-guided generation* is the claim of GMAI-VL (arXiv 2411.14522) that its paper gives no
number for. Both arms get the same picture, the same instruction and the same question (the offline
realiser's); one is told the facts that the request may use, the other only what the file's header
says. The texts of both are then held to the annotations by the rules of the review:

- *consistent*: the annotated label, side, number or place that the question asks for is said, and
  nothing said of it contradicts the annotation;
- *unsupported*: a rule of content finds a statement that no fact bears.
"""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

from gmai_data import parquet
from gmai_data.arrow import from_row
from gmai_data.errors import RejectedItem, UsageError
from gmai_data.proportions import Rate
from gmai_data.schema import Answer, Fact, Request, Slice, Turn

if TYPE_CHECKING:
    from gmai_data.config import Config
    from gmai_data.declare import Source
    from gmai_data.engine import Progress
    from gmai_data.model.replies import Estimate, Posed
    from gmai_data.work.settle import Work

ARMS: Final = ("with", "without")
HEADER: Final = frozenset({"modality", "sequence", "plane", "view", "window", "display"})
# Rules on what is said of the annotated thing itself; a presence is judged by `question`.
CONSISTENT: Final = ("choices", "box", "side", "count", "negation", "question", "answer")
UNSUPPORTED: Final = (
    "technique", "label", "negation", "side", "number", "count", "place", "comparison", "talk",
    "attribute", "normal", "hedge", "time", "beyond",
)  # fmt: skip
# Answered by the header, by what one picture can show at all, or by a conversation.
_NOT_ASKED: Final = frozenset({
    "percept-modality", "percept-plane", "percept-sequence", "instruct-abstain", "instruct-multi",
})  # fmt: skip
_ACCOUNT: Final = "ablation"


@dataclass(frozen=True, slots=True)
class Pair:
    """One question about one picture, and what it is checked against."""

    request: Request
    slice: Slice
    question: str
    posed: Mapping[str, Posed]  # by arm


@dataclass(frozen=True, slots=True)
class Arm:
    """What the texts of one arm are like, for one prompt or all."""

    consistent: Rate
    unsupported: Rate
    unanswered: int  # refused, cut short, not of the schema, or the endpoint failed


@dataclass(frozen=True, slots=True)
class Ablation:
    """Both arms, per prompt and in total (prompt "")."""

    model: str
    estimate: Estimate
    pairs: int
    rows: Mapping[tuple[str, str], Arm]  # (prompt, arm)

    def as_json(self) -> dict[str, Any]:
        """Plain values, for ``--json``."""
        return {
            "estimate": {"cached": self.estimate.cached, "requests": self.estimate.requests,
                         "tokens": self.estimate.tokens, "usd": self.estimate.usd},
            "model": self.model,
            "pairs": self.pairs,
            "prompts": [
                {
                    "arm": arm, "consistent": row.consistent.as_json(), "prompt": prompt or "all",
                    "unanswered": row.unanswered, "unsupported": row.unsupported.as_json(),
                }
                for (prompt, arm), row in self.rows.items()
            ],
        }  # fmt: skip


def ablate(
    config: Config, progress: Progress, before: Callable[[Estimate], bool] = lambda _: True
) -> Ablation:
    """Ask both arms about the pictures of the chosen sources, and check what they say.

    Args:
        config: sources, ``limit`` (cases per source), languages, model, endpoint, cache, limits.
        progress: told of the steps.
        before: gets the cost estimate; where it returns false nothing is sent and nothing rated.

    Raises:
        UsageError: no model, a source that may not be sent, no annotation to ask about.
        BudgetReachedError, TransientError: as a build.
    """
    from gmai_data.model import endpoint as places
    from gmai_data.model.ledger import limit_of, refuse_unknown
    from gmai_data.model.prices import price_of
    from gmai_data.model.replies import estimate, replies
    from gmai_data.select import select

    if config.model == "offline":
        raise UsageError(
            "An ablation asks a model: name it with --model, and its server with --base-url. The "
            "offline realiser says nothing but facts."
        )
    refuse_unknown(price_of(config.model, config.answer.prices), limit_of(config.max_usd))
    works = select(config, together=False).works
    places.refuse_sources(places.endpoint(config), [work.source for work in works])
    pairs = list(_pairs(config, works, progress))
    if not pairs:
        raise UsageError(
            "No annotation to ask about was found: raise --limit, or choose sources with labels."
        )
    posed = [pair.posed[arm] for pair in pairs for arm in ARMS]
    expected = estimate(posed, config)
    if not before(expected):
        return Ablation(config.model, expected, len(pairs), {})
    progress.step("answer", expected.requests - expected.cached)

    def told(answered: bool) -> None:
        progress.advance("answer")
        progress.rejected("answer", 0 if answered else 1)

    said = replies(posed, config, _ACCOUNT, told)
    progress.done("answer")
    fenced = config.answer.schema != "json_schema"
    verdicts = [
        (pair.request.task, arm, judged(pair, said[len(ARMS) * n + k], fenced=fenced))
        for n, pair in enumerate(pairs)
        for k, arm in enumerate(ARMS)
    ]
    return Ablation(config.model, expected, len(pairs), rates(verdicts))


def rates(
    verdicts: Sequence[tuple[str, str, tuple[bool, bool] | None]],
) -> dict[tuple[str, str], Arm]:
    """Rates of (prompt, arm), those of all prompts under the name ""; ``None`` is unanswered."""
    names = [*sorted({task for task, _, _ in verdicts}), ""]
    found = {}
    for name in names:
        for arm in ARMS:
            own = [v for task, a, v in verdicts if a == arm and name in ("", task)]
            texts = [v for v in own if v is not None]
            found[name, arm] = Arm(
                Rate(sum(v[0] for v in texts), len(texts)),
                Rate(sum(v[1] for v in texts), len(texts)),
                len(own) - len(texts),
            )
    return found


def judged(
    pair: Pair, reply: Mapping[str, Any] | None, *, fenced: bool
) -> tuple[bool, bool] | None:
    """Is the text consistent, and is something in it unsupported? ``None`` without a text."""
    from gmai_data.model.reply import json_of
    from gmai_data.review import RULES
    from gmai_data.words.claims import checked

    if reply is None:
        return None
    try:
        found = json_of(reply, fenced=fenced)
    except RejectedItem:
        return None
    text = found.get("text") if isinstance(found, dict) else None
    if not isinstance(text, str) or not text.strip():
        return None
    turns = (Turn(role="user", text=pair.question), Turn(role="assistant", text=text.strip()))
    answer = Answer(request=pair.request.key, turns=turns, generator="model")
    check = checked(pair.slice, pair.request, answer)
    wrong = [name for name in {*CONSISTENT, *UNSUPPORTED} if RULES[name].function(check)]
    labelled = "caption" not in pair.request.task or _names_a_label(pair.request, check)
    return (
        labelled and not any(name in wrong for name in CONSISTENT),
        any(name in wrong for name in UNSUPPORTED),
    )


def _names_a_label(request: Request, check: Any) -> bool:
    """A caption that says the modality alone passes the review, and states no annotation."""
    owners = {
        fact.id
        for reading in check.readings
        for mention in reading.mentions
        if mention.kind == "term"
        for fact in check.owners(mention)
    }
    annotated = {f.id for f in request.facts if f.kind != "anatomy" and f.label >= 0}
    return not annotated or not owners.isdisjoint(annotated)


def _pairs(config: Config, works: Sequence[Work], progress: Progress) -> Iterator[Pair]:
    """The questions about annotations of all pictures; slices are read into a temporary store."""
    from gmai_data.engine import Pool
    from gmai_data.steps import load_cases
    from gmai_data.work.settle import Line, chunk_task, read_all, scan_all

    with tempfile.TemporaryDirectory(prefix="gmai-data-ablate-") as folder:
        with Pool(config.workers, config.scheduler, note=progress.note) as pool:
            line = Line(config, config.store or folder, folder, pool, progress)
            scan_all(line, works)
            read_all(line, works, files=True)
        for work in works:
            for row in work.meta["chunks"]:
                task = chunk_task(line, work, "ask", row, known={}, files=True)
                cases = {case.key: case for case in load_cases(task)}
                base = line.slices(work, row[2])
                yield from _of_chunk(config, work.source, cases, base)


def _of_chunk(
    config: Config, source: Source, cases: Mapping[str, Any], base: str
) -> Iterator[Pair]:
    from gmai_data.work.slice_store import Images

    images = Images()
    try:
        rows = parquet.read_table(base + ".parquet").to_pylist()
        for slice in sorted((from_row(Slice, row) for row in rows), key=lambda s: s.hash):
            if slice.width:
                yield from _of_slice(config, source, cases[slice.case], slice, base, images)
    finally:
        images.close()


def _of_slice(
    config: Config, source: Source, case: Any, slice: Slice, base: str, images: Any
) -> Iterator[Pair]:
    from gmai_data.answer import answer_offline
    from gmai_data.ask import ask
    from gmai_data.model.replies import Posed
    from gmai_data.words.bind import bind
    from gmai_data.words.prompts import load_prompts
    from gmai_data.work.asking import may_leave, sent_picture

    prompts = load_prompts(config.prompts or None)
    jpeg = b""
    try:
        bound = bind(source, case, slice)
        requests = ask(source, case, bound, config.ask, prompts)
    except RejectedItem:
        return
    for request in requests:
        verbatim = prompts.get(request.prompt, request.language).verbatim
        if verbatim or not _of_annotations(request) or not may_leave(source, request):
            continue
        try:
            question = answer_offline(request, bound, prompts).turns[0].text
        except RejectedItem:
            continue
        if config.answer.images and not jpeg:
            stored = images.get(base, slice.image_offset, slice.image_bytes, slice.image_sha256)
            jpeg = sent_picture(stored, config.answer.image_side, config.answer.image_quality)
        posed = {arm: Posed(told(request, question, arm, jpeg, prompts), jpeg) for arm in ARMS}
        yield Pair(request, bound, question, posed)


def _of_annotations(request: Request) -> bool:
    """Does the answer rest on an annotation? What the header gives needs none."""
    if request.task in _NOT_ASKED:
        return False
    kind = dict(request.slots).get("kind", "")
    if request.task == "percept-choice" and kind in ("modality", "plane"):
        return False
    return any(fact.label >= 0 for fact in request.facts)


def told(request: Request, question: str, arm: str, jpeg: bytes, prompts: Any) -> Any:
    """The request of one arm, as the endpoint gets it."""
    from gmai_data.answer import values_of
    from gmai_data.model.messages import Ask
    from gmai_data.words.items import marked
    from gmai_data.words.prompts import USER

    facts: tuple[Fact, ...] = request.facts
    if arm == "without":
        facts = tuple(fact for fact in facts if fact.kind in HEADER)
    words = values_of(replace(request, facts=facts, slots=(), task=""))["w"]
    template = prompts.fragment(f"_ablation.{request.language}.j2")
    text = template.render(facts=facts, w=words, question=question, guided=arm == "with")
    system, _, user = text.partition(USER)
    return Ask(
        key=f"{request.key}-{arm}", base="", system=marked(system)[0].strip(),
        user=marked(user)[0].strip(), fields=("text",), seed=request.seed,
        image=hashlib.sha256(jpeg).hexdigest() if jpeg else "", image_bytes=len(jpeg),
    )  # fmt: skip


def print_ablation(found: Ablation) -> None:
    """A table of both arms, per prompt and in total."""
    from gmai_data.report import print_table, say

    columns = ("prompt", "annotations", "texts", "consistent (95 %)", "unsupported (95 %)",
               "unanswered")  # fmt: skip
    print_table(columns, [
        (prompt or "all", arm, str(row.consistent.tried), str(row.consistent),
         str(row.unsupported), str(row.unanswered))
        for (prompt, arm), row in found.rows.items()
    ])  # fmt: skip
    say(f"{found.pairs:,} questions asked in both arms of {found.model}.")
