"""What a build is told, in one frozen value: defaults here, a YAML file and options over them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

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
    frames: int = 8  # frames per video or cine; 0 = all


@dataclass(frozen=True, slots=True, kw_only=True)
class AskConfig:
    """What is asked of a slice; every field is part of the ask key."""

    languages: tuple[str, ...] = LANGUAGES
    subsets: tuple[str, ...] = SUBSETS
    questions: int = 4  # percept questions per slice and language, at most
    instructs: int = 1  # instruct conversations per slice and language, at most


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
    max_rejected: float = 0.01  # share of a source's cases that may be corrupt or quarantined
    seed: int = 0
    ratios: tuple[float, float, float] = (
        0.9,
        0.05,
        0.05,
    )  # train, val, test where none is official
    locked: bool = False  # refuse to change a lock
    update: bool = False  # accept an output folder made with another configuration
    read: ReadConfig = ReadConfig()
    ask: AskConfig = AskConfig()
    pack: PackConfig = PackConfig()
