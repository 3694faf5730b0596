"""A second model's opinion of a build, by the rubric of GMAI-VL: 1 best, 5 worst.

The paper (arXiv 2411.14522, supplement, part 4) has 30 texts of each source scored by a model on
accuracy, clarity, completeness and relevance; a source passes with a mean of at most 3. An opinion,
beside the review, which proves: a judge does not change what is in a build.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from gmai_data import manifest, parquet, places
from gmai_data.canonical import hash64
from gmai_data.errors import RejectedItem, UsageError

if TYPE_CHECKING:
    from gmai_data.config import Config
    from gmai_data.engine import Progress
    from gmai_data.model.messages import Ask
    from gmai_data.model.replies import Estimate, Posed

TEXTS: Final = 30  # of a source, as in the paper
PASSES: Final = 3.0  # the highest mean with which a source passes
_COLUMNS: Final = ("key", "generator", "encoding", "shard", "offset", "bytes")


@dataclass(frozen=True, slots=True)
class Score:
    """What the judge said of one text."""

    key: str  # of the sample
    score: int  # 1 best to 5 worst
    comments: str


@dataclass(frozen=True, slots=True)
class SourceScore:
    """The judge's scores of one source."""

    name: str
    scores: tuple[Score, ...]
    unscored: int  # refused, not of the schema, or the endpoint failed

    @property
    def mean(self) -> float | None:
        """Mean score; ``None`` where nothing was scored."""
        return sum(s.score for s in self.scores) / len(self.scores) if self.scores else None

    @property
    def passes(self) -> bool:
        """Whether the mean is at most 3."""
        return self.mean is not None and self.mean <= PASSES


@dataclass(frozen=True, slots=True)
class Judgement:
    """All sources of a build, judged."""

    model: str
    estimate: Estimate
    sources: tuple[SourceScore, ...]

    @property
    def share(self) -> float | None:
        """Share of the scored sources that pass."""
        scored = [source for source in self.sources if source.scores]
        return sum(s.passes for s in scored) / len(scored) if scored else None

    def as_json(self) -> dict[str, Any]:
        """Plain values, for ``--json``."""
        return {
            "estimate": {"cached": self.estimate.cached, "requests": self.estimate.requests,
                         "tokens": self.estimate.tokens, "usd": self.estimate.usd},
            "model": self.model,
            "passing_share": self.share,
            "sources": [
                {
                    "mean": source.mean, "name": source.name, "passes": source.passes,
                    "scored": len(source.scores), "unscored": source.unscored,
                    "texts": [{"comments": s.comments, "key": s.key, "score": s.score}
                              for s in source.scores],
                }
                for source in self.sources
            ],
        }  # fmt: skip


def judge(
    out: str, config: Config, texts: int, progress: Progress,
    before: Callable[[Estimate], bool] = lambda _: True,
) -> Judgement:  # fmt: skip
    """Have ``texts`` samples of each source of a finished build scored.

    Args:
        out: the build.
        config: the judge's model, endpoint, cache and limits; ``sources`` chooses of the build's.
        texts: samples of each source, those with the smallest hash of their keys.
        progress: told of each answer.
        before: gets the cost estimate; where it returns false nothing is sent.

    Raises:
        UsageError: no judge, a judge that wrote the texts itself, a source that may not be sent.
        CheckFailedError: no finished build, or a shard that is not what its table says.
        BudgetReachedError, TransientError: as a build.
    """
    from gmai_data.model.ledger import limit_of, refuse_unknown
    from gmai_data.model.prices import price_of
    from gmai_data.model.replies import estimate, replies

    if config.model == "offline":
        raise UsageError(
            "A judge is a model: name it with --model, and its server with --base-url."
        )
    refuse_unknown(price_of(config.model, config.answer.prices), limit_of(config.max_usd))
    chosen = _chosen(out, config, texts)
    posed = [one for rows in chosen.values() for _, one in rows]
    expected = estimate(posed, config)
    if not before(expected):
        return Judgement(config.model, expected, ())
    progress.step("judge", expected.requests - expected.cached)

    def told(answered: bool) -> None:
        progress.advance("judge")
        progress.rejected("judge", 0 if answered else 1)

    said = iter(replies(posed, config, f"{places.absolute(out)}#judge", told))
    progress.done("judge")
    fenced = config.answer.schema != "json_schema"
    found = []
    for name, rows in chosen.items():
        scores = [score_of(key, next(said), fenced=fenced) for key, _ in rows]
        kept = tuple(score for score in scores if score is not None)
        found.append(SourceScore(name, kept, len(scores) - len(kept)))
    return Judgement(config.model, expected, tuple(found))


def score_of(key: str, reply: Mapping[str, Any] | None, *, fenced: bool) -> Score | None:
    """The score in a reply; ``None`` where there is none."""
    from gmai_data.model.messages import SCORES
    from gmai_data.model.reply import json_of

    if reply is None:
        return None
    try:
        found = json_of(reply, fenced=fenced)
    except RejectedItem:
        return None
    score = found.get("score") if isinstance(found, dict) else None
    if isinstance(score, bool) or score not in SCORES:
        return None
    return Score(key, int(score), str(found.get("comments", ""))[:500])


def _chosen(out: str, config: Config, texts: int) -> dict[str, list[tuple[str, Posed]]]:
    """Keys and requests by source.

    Raises:
        UsageError: see `judge`.
    """
    from gmai_data.find import load
    from gmai_data.model import endpoint as places

    built = sorted(manifest.read_manifest(out)["sources"])
    wanted = built if "all" in config.sources else list(config.sources)
    unknown = [name for name in wanted if name not in built]
    if unknown:
        raise UsageError(f"{', '.join(unknown)}: not in {out}, which holds {', '.join(built)}.")
    sources = {name: load(name, config.source_path) for name in wanted}
    places.refuse_sources(places.endpoint(config), sources.values())
    found: dict[str, list[tuple[str, Posed]]] = {}
    for name in wanted:
        table = parquet.read_table(os.path.join(out, "samples", f"{name}.parquet"), _COLUMNS)
        if config.model in table["generator"].to_pylist():
            raise UsageError(
                f"{config.model} wrote texts of {name} itself, and would judge its own work. Name "
                "another model with --model."
            )
        rows = sorted(table.to_pylist(), key=lambda row: hash64("judge", row["key"]))
        private = sources[name].identity == "private"
        found[name] = list(_posed(out, rows, texts, config, private=private))
    return found


def _posed(
    out: str, rows: Sequence[Mapping[str, Any]], texts: int, config: Config, *, private: bool
) -> Iterator[tuple[str, Posed]]:
    from gmai_data.model.replies import Posed
    from gmai_data.view import member
    from gmai_data.work.asking import sent_picture

    answer, taken = config.answer, 0
    for row in rows:
        if taken == texts:
            return
        record, image = member(out, row)
        if private and record["task"].startswith(("source-", "caption-source")):
            continue  # what people wrote of people stays here
        jpeg = b""
        if image and answer.images:
            jpeg = sent_picture(image, answer.image_side, answer.image_quality)
        taken += 1
        yield row["key"], Posed(_ask(record, jpeg, config), jpeg)


def _ask(record: Mapping[str, Any], jpeg: bytes, config: Config) -> Ask:
    from gmai_data.model.messages import Ask
    from gmai_data.words.prompts import USER, load_prompts

    prompts = load_prompts(config.prompts or None)
    template = prompts.fragment("_judge.en.j2")
    names = ("modality", "department", "labels", "choices", "turns")
    text = template.render({name: record[name] for name in names})
    system, _, user = text.partition(USER)
    return Ask(
        key=str(record["key"]), base="", system=system.strip(), user=user.strip(),
        fields=("score", "comments"), seed=hash64("judge", record["key"]) >> 33,
        image=hashlib.sha256(jpeg).hexdigest() if jpeg else "", image_bytes=len(jpeg),
    )  # fmt: skip


def print_judgement(found: Judgement) -> None:
    """A row per source, and the share that passes."""
    from gmai_data.report import print_table, say

    columns = ("source", "texts", "mean", "1", "2", "3", "4", "5", "unscored", "at most 3")
    print_table(columns, [
        (
            source.name, len(source.scores),
            "-" if source.mean is None else f"{source.mean:.2f}",
            *(sum(s.score == n for s in source.scores) for n in range(1, 6)),
            source.unscored, "yes" if source.passes else "no",
        )
        for source in found.sources
    ])  # fmt: skip
    if found.share is not None:
        passing = sum(source.passes for source in found.sources)
        say(
            f"{passing} of {len(found.sources)} sources ({found.share:.0%}) have a mean of at most "
            f"{PASSES:g}, judged by {found.model}: 1 is best, 5 is worst."
        )
