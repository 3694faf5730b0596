"""Find sources by name: bundled files, installed plugins, and files in ``--source-path`` folders.

Listing imports no adapter: a source's name is its file's (or its entry point's), and the module is
only run when that source is asked for. A declaration that cannot be loaded costs that source
alone.
"""

from __future__ import annotations

import dataclasses
import difflib
import functools
import hashlib
import importlib
import importlib.util
import re
import sys
import traceback
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from importlib.metadata import EntryPoint, entry_points
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any, Final

from gmai_data import declare
from gmai_data.declare import Source
from gmai_data.errors import DeclarationError, SourceNotFoundError, UsageError

if TYPE_CHECKING:
    from gmai_data.config import Config
    from gmai_data.roots import Root

GROUP: Final = "gmai_data.sources"
BUNDLED: Final = "source_adapters"


@dataclass(frozen=True, slots=True)
class Found:
    """A source that exists somewhere, not loaded yet."""

    name: str
    origin: str  # "source_adapters/kits23.py", "plugin gmai-data-x 1.0", "/dir/x.py"
    load: Callable[[], Source]


def find(source_path: Sequence[str] = ()) -> dict[str, Found]:
    """Every known source by name, in name order, without importing any.

    Raises:
        DeclarationError: two sources have one name; the message names both.
        UsageError: a ``source_path`` is not a folder.
    """
    known: dict[str, Found] = {}
    for found in (*_bundled(), *_plugins(), *_in_folders(source_path)):
        other = known.get(found.name)
        if other is not None:
            raise DeclarationError(
                f"Two sources are called {found.name}: {other.origin} and {found.origin}. "
                "Rename one, or uninstall it."
            )
        known[found.name] = found
    return dict(sorted(known.items()))


def load(name: str, source_path: Sequence[str] = ()) -> Source:
    """The source of that name.

    Raises:
        SourceNotFoundError: no such source; the message lists names near it.
        DeclarationError: its file or plugin cannot be loaded, or declares another name.
    """
    known = find(source_path)
    if name not in known:
        raise SourceNotFoundError(unknown_source(name, known))
    return known[name].load()


def load_all(source_path: Sequence[str] = ()) -> tuple[dict[str, Source], dict[str, str]]:
    """Every source that loads, and why each of the others does not."""
    sources: dict[str, Source] = {}
    broken: dict[str, str] = {}
    for name, found in find(source_path).items():
        try:
            sources[name] = found.load()
        except DeclarationError as error:
            broken[name] = str(error)
    return sources, broken


def unknown_source(name: str, known: Iterable[str]) -> str:
    """What to tell somebody who asked for a source that nobody declared."""
    near = difflib.get_close_matches(name.lower().replace("_", "-"), list(known), n=3, cutoff=0.5)
    hint = f" Did you mean {' or '.join(near)}?" if near else ""
    return f"No source is called {name!r}.{hint} `gmai-data sources` lists all of them."


def refuse_places(config: Config) -> None:
    """Raise SourceNotFoundError for a place in the configuration that is no known source's."""
    known = find(config.source_path) if config.places else {}
    for name in config.places:
        if name not in known:
            raise SourceNotFoundError(f"In `places`: {unknown_source(name, known)}")


def locate(source: Source, config: Config) -> Root | None:
    """Where the source's files are: its place in the configuration, ``DATA/<name>``, its package.

    A bundled source is taken from its installed package when there is no data root, or when it is
    asked for by name: test images stay out of a build of real data. ``None``: not on disk.

    Raises:
        UsageError: the configuration names a place, or a data root, that does not exist.
    """
    from gmai_data.roots import Root

    if source.name in config.places:
        place = config.places[source.name]
        if not _is_folder(place):
            raise UsageError(
                f"The configuration says {source.name} is at {place}, which is not a folder. "
                "Correct `places`, or remove that line."
            )
        return Root(source=source.name, path=_absolute(place))
    if config.data:
        if not _is_folder(config.data):
            raise UsageError(
                f"There is no data root {config.data}. Give --data the folder that holds one "
                "folder per source."
            )
        place = config.data.rstrip("/") + "/" + source.name
        if source.name in _listed(config.data) if "://" in config.data else _is_folder(place):
            return Root(source=source.name, path=_absolute(place))
    if source.package and (not config.data or source.name in config.sources):
        folder = _package_folder(source.package)
        if folder is not None:
            return Root(source=source.name, path=str(folder))
    return None


def _bundled() -> Iterator[Found]:
    spec = importlib.util.find_spec(BUNDLED)
    for folder in (spec.submodule_search_locations or ()) if spec else ():
        for path in _files(Path(folder)):
            module = f"{BUNDLED}.{path.stem}"
            name, origin = _name(path.stem), f"{BUNDLED}/{path.name}"
            load = _loader(name, origin, importlib.import_module, module, path)
            yield Found(name, origin, load)


def _plugins() -> Iterator[Found]:
    points = entry_points(group=GROUP)
    for point in sorted(points, key=lambda p: (p.name, p.dist.name if p.dist else "", p.value)):
        by = f"{point.dist.name} {point.dist.version}" if point.dist else point.value
        name, origin = _name(point.name), f"plugin {by}"
        yield Found(name, origin, _loader(name, origin, EntryPoint.load, point))


def _in_folders(folders: Sequence[str]) -> Iterator[Found]:
    for folder in folders:
        if not Path(folder).is_dir():
            raise UsageError(
                f"--source-path {folder} is not a folder. Give the folder that holds the source "
                "files, one .py file per source."
            )
        for path in _files(Path(folder).resolve()):
            name, origin = _name(path.stem), str(path)
            yield Found(name, origin, _loader(name, origin, _import_file, path, path))


def _files(folder: Path) -> list[Path]:
    return sorted(p for p in folder.glob("*.py") if not p.name.startswith(("_", ".")))


def _name(stem: str) -> str:
    return stem.replace("_", "-")


def _import_file(path: Path) -> ModuleType:
    """The module of a file in a user's folder, from its text; an edited file is another module.

    Never through bytecode: that is keyed by size and whole seconds, so that an edit of equal length
    within a second would go unseen, and it would leave ``__pycache__`` in the folder.
    """
    text = path.read_bytes()
    place, version = re.sub(r"\W", "_", str(path)), hashlib.sha256(text).hexdigest()[:16]
    name = f"gmai_data_source_path.{place}_{version}"
    if name in sys.modules:
        return sys.modules[name]
    spec = importlib.util.spec_from_file_location(name, path)
    if spec is None:
        raise ImportError(f"{path} is not a Python file")
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    try:
        exec(compile(text, str(path), "exec"), module.__dict__)
    except BaseException:
        del sys.modules[name]
        raise
    return module


_LOADED: Final[dict[str, tuple[Source, str, Path | None]]] = {}  # with origin and file


def file_of(name: str) -> Path | None:
    """The file that declares a source which was loaded; ``None`` for a plugin's."""
    return _LOADED[name][2] if name in _LOADED else None


def declared_at(source: Source, message: str) -> str:
    """Where a source is declared: its file, and the line of the text that a message quotes.

    "" for a source that was not found by name.
    """
    loaded, origin, path = _LOADED.get(source.name, (None, "", None))
    if loaded is not source:
        return ""
    lines = path.read_text("utf-8").splitlines() if path is not None and path.is_file() else []
    for quoted in re.findall(r'"([^"]{3,})"', message):
        for number, line in enumerate(lines, 1):
            if f'"{quoted}"' in line:
                return f"{origin}, line {number}"
    return origin


def _loader(
    name: str,
    origin: str,
    imported: Callable[[Any], Any],
    what: Any,
    path: Path | None = None,
) -> Callable[[], Source]:
    def load_it() -> Source:
        try:
            value = imported(what)
        except TypeError as error:
            raise DeclarationError(
                f"{name} ({_where(error, origin)}): {_keyword(error)}"
            ) from error
        except (Exception, SystemExit) as error:
            raise DeclarationError(
                f"Source {name} ({_where(error, origin)}) cannot be loaded: "
                f"{type(error).__name__}: {error}. Correct it or remove it; "
                "other sources are not affected."
            ) from error
        if isinstance(value, ModuleType):
            value = getattr(value, "SOURCE", None)
        if not isinstance(value, Source):
            raise DeclarationError(
                f"{origin} must hold SOURCE = Source(…), found {type(value).__name__}."
            )
        if value.name != name:
            raise DeclarationError(
                f"{origin} declares name={value.name!r} but is found as {name!r}. "
                "The file (or entry point) has the source's name, with _ for -."
            )
        _LOADED[name] = value, origin, path
        return value

    return load_it


def _where(error: BaseException, origin: str) -> str:
    """The line of the declaration that failed, when the failure is in the declaration's file."""
    if isinstance(error, SyntaxError) and error.lineno:
        return f"{origin}, line {error.lineno}"
    frames = traceback.extract_tb(error.__traceback__)
    last = Path(origin).name
    lines = [f.lineno for f in frames if Path(f.filename).name == last]
    return f"{origin}, line {lines[-1]}" if lines else origin


def _keyword(error: TypeError) -> str:
    """Turn Python's complaint about a keyword into one about the word of the declaration."""
    text = str(error)
    match = re.match(r"(\w+)(?:\.__init__)?\(\) got an unexpected keyword argument '(\w+)'", text)
    if match is None:
        return f"cannot be loaded: TypeError: {text}."
    word, keyword = match.groups()
    cls = getattr(declare, word, None)
    names = [f.name for f in dataclasses.fields(cls)] if dataclasses.is_dataclass(cls) else []
    near = difflib.get_close_matches(keyword, [n for n in names if n != "_"], n=1, cutoff=0.5)
    hint = f" Did you mean {near[0]}?" if near else f" It has {', '.join(sorted(names))}."
    return f"{word}() has no option {keyword!r}.{hint}"


def _is_folder(path: str) -> bool:
    return bool(_listed(path)) if "://" in path else Path(path).is_dir()


@functools.lru_cache(maxsize=64)
def _listed(url: str) -> frozenset[str]:
    """Names in a folder of an object store: one request, not one for each known source."""
    from gmai_data import places

    return frozenset(places.names(url))


def look_again() -> None:
    """Forget what stores were seen to hold: a command that begins asks them anew."""
    _listed.cache_clear()


def _absolute(path: str) -> str:
    return path if "://" in path else str(Path(path).resolve())


def _package_folder(package: str) -> Path | None:
    """A folder inside an installed package, which is found but not imported."""
    top, _, inside = package.partition("/")
    spec = importlib.util.find_spec(top)
    for place in (spec.submodule_search_locations or ()) if spec else ():
        if (folder := Path(place) / inside).is_dir():
            return folder
    return None
