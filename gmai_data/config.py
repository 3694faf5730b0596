"""What a build is told, in one frozen value: defaults here, a YAML file and options over them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from gmai_data.terms import LANGUAGES, SUBSETS


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadConfig:
    """How pixels become slices; every field is part of the read key."""

    budget: int = 8  # slices per volume and plane; 0 = all
    label_free: int = 2  # of the budget, slices without a label
    planes: tuple[str, ...] = ("axial", "coronal", "sagittal")  # those the volume can show
    max_side: int = 1024  # long side of the stored image; 0 = native
    min_mask_share: float = 0.00153  # smaller masks do not choose a slice (SA-Med2D-20M)
    min_edge_ratio: float = 0.5  # planes with short edge / long edge below this are skipped
    frames: int = 8  # frames per video or cine, tiles per slide; 0 = all
    phi_ocr: bool = False  # read text in DICOM pictures that may show a name (extra `phi`)


@dataclass(frozen=True, slots=True, kw_only=True)
class AskConfig:
    """What is asked of a slice; every field is part of the ask key."""

    languages: tuple[str, ...] = LANGUAGES
    subsets: tuple[str, ...] = SUBSETS
    questions: int = 4  # percept questions per slice and language, at most
    instructs: int = 1  # instruct conversations per slice and language, at most


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerConfig:
    """How a model is asked; `offline` needs none of it. The first half decides the answers."""

    revision: str = ""  # of a server of your own: another text here asks for everything anew
    schema: str = "json_schema"  # how the shape is asked for: json_schema, json_object or none
    parameters: Mapping[str, Any] = field(default_factory=dict)  # temperature, top_p … as sent
    max_tokens: int = 1024  # of one answer
    max_tokens_name: str = "max_completion_tokens"  # max_tokens for older servers
    seed: bool = True  # send a seed with each request
    images: bool = True  # send the picture
    image_side: int = 768  # long side of the picture that is sent, pixels
    image_quality: int = 85  # of its JPEG
    image_detail: str = "auto"  # auto, low or high
    attempts: int = 3  # of a request whose answers the review rejects
    concurrency: int = 64  # requests in flight; from here on nothing changes an answer
    requests_per_minute: int = 0  # 0 = no limit
    tokens_per_minute: int = 0  # sent and at most received; 0 = no limit
    timeout_s: float = 120.0  # of one request, from its first byte to its last
    tries: int = 6  # of one attempt: busy, broken or slow endpoints
    key_env: str = "OPENAI_API_KEY"  # the environment variable that holds the key
    prices: str = ""  # TOML table of prices, before the one that ships


@dataclass(frozen=True, slots=True, kw_only=True)
class PackConfig:
    """How samples become shards."""

    shard_bytes: int = 256 << 20  # target; the number of shards is a power of two
    chunk_bytes: int = 256 << 20  # input bytes of a chunk, on average


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """One build."""

    sources: tuple[str, ...] = ("all",)
    data: str = ""  # data root; "" = bundled sources only
    out: str = "gmai-data-out"
    store: str = ""  # "" = OUT/work
    cache: str = ""  # answers of models; "" = the user's cache folder
    source_path: tuple[str, ...] = ()  # folders with more source files
    prompts: str = ""  # folder of prompt files; "" = those that ship with the package
    places: Mapping[str, str] = field(default_factory=dict)  # source -> its folder
    limit: int | None = None  # cases per source: those with the smallest key hash
    workers: int = 0  # 0 = as many as cores, serial when little is planned; 1 = serial
    scheduler: str = ""  # address of a running Dask scheduler
    model: str = "offline"
    base_url: str = ""
    max_usd: str = ""  # decimal text; "" = no limit
    batch: bool = False  # ask by the endpoint's Batch API: cheaper, and takes up to a day
    batch_files: str = ""  # ask by files in this folder, for `vllm run-batch`
    max_rejected: float = 0.01  # share of a source's cases that may be corrupt or quarantined
    seed: int = 0
    ratios: tuple[float, float, float] = (
        0.9,
        0.05,
        0.05,
    )  # train, val, test where none is official
    # Identical pictures of sources that share images: keep all, or drop them in all but one.
    duplicates: str = "keep"
    locked: bool = False  # refuse to change a lock
    update: bool = False  # accept an output folder made with another configuration
    read: ReadConfig = ReadConfig()
    ask: AskConfig = AskConfig()
    answer: AnswerConfig = AnswerConfig()
    pack: PackConfig = PackConfig()
