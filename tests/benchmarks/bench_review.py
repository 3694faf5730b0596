"""Texts per second of the review on one core.

Run ``python -m tests.benchmarks.bench_review``. Two mixes: every offline sample of the hand-made
patterns, and planted captions of the kind a model writes.
"""

import time
from collections.abc import Callable, Sequence
from typing import Any

from gmai_data.review import review
from tests.planted.measure import judged
from tests.planted.scenes import scenes
from tests.planted.writing import corpus
from tests.words_cases import PATTERNS, answered

SECONDS = 4.0


def rate(work: Callable[[Any], object], items: Sequence[Any]) -> float:
    for item in items[:500]:
        work(item)  # indexes and caches are made once per process
    done, start = 0, time.process_time()
    while time.process_time() - start < SECONDS:
        for item in items:
            work(item)
        done += len(items)
    return done / (time.process_time() - start)


def main() -> None:
    samples = [
        (pattern.source, pattern.case, slice, request, answer)
        for name, pattern in PATTERNS.items()
        for slice, request, answer in answered(name, range(20))
    ]
    texts = list(corpus(scenes(), 40))
    print(f"offline samples   {rate(lambda one: review(*one), samples):8.0f} texts/s")
    print(f"planted captions  {rate(judged, texts):8.0f} texts/s")


if __name__ == "__main__":
    main()
