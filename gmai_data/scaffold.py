"""Write a new source from one that is like it: the declaration, and a maker of fake data."""

from __future__ import annotations

import ast
import importlib.util
import re
import shlex
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from gmai_data.declare import Source
from gmai_data.errors import UsageError
from gmai_data.find import Found, find, unknown_source
from gmai_data.propose.maker import maker_of, repr_

if TYPE_CHECKING:
    from gmai_data.propose.draft import Draft

NAME: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
RESERVED: Final = {"train", "val", "test", "all"}  # they would be read as splits in a shard's name

TEST: Final = """

def test_{module}_yields_what_its_fake_release_holds(tmp_path: Path) -> None:
    source = load("{name}", [str(Path(__file__).resolve().parents[1])])
    check_source(source, make, EXPECTED, tmp_path / source.name)
"""


def scaffold(
    name: str, like: str, into: str = "", source_path: Sequence[str] = ()
) -> tuple[list[str], list[str]]:
    """Write the files of source ``name``; the paths written, and what to do next.

    In a checkout of gmai-data the files go where the bundled sources are; elsewhere to ``into``
    (default: the working folder), which is then a ``--source-path``.

    Raises:
        UsageError: a bad or taken name, no such source to start from, a file in the way.
    """
    known = _free(name, source_path)
    if like not in known:
        raise UsageError(unknown_source(like, known))
    source = known[like].load()
    text = renamed(_text(known[like].origin), name, like)
    maker = _maker(name, like, None if not _checkout(into) else Path("."), source)
    return _written(name, text, maker, into, "DIR")


def scaffold_from(
    name: str, folder: str, into: str = "", source_path: Sequence[str] = ()
) -> tuple[list[str], list[str], Draft]:
    """Write the files of source ``name`` as a folder of data suggests them; and what was seen.

    Raises:
        UsageError: a bad or taken name, no such folder, nothing in it that a case could be made
            of, a file in the way.
    """
    from gmai_data.listing import list_root
    from gmai_data.propose.propose import propose
    from gmai_data.roots import Root

    _free(name, source_path)
    if not Path(folder).is_dir():
        raise UsageError(f"There is no folder {folder}. Give --from the folder of the data.")
    root = Root(source=name, path=str(Path(folder).resolve()))
    draft, tried = propose(name, root, list_root(root))
    if isinstance(tried, str):
        seen = "\n".join([*draft.found, *draft.unsure])
        raise UsageError(
            f"No declaration was found that fits {folder}: {tried}\n{seen}\n"
            "Start from a source that is like it: `gmai-data new NAME --like …`."
        )
    draft.found.append(f"The proposal finds {tried.cases:,} cases there.")
    maker = maker_of(name, tried.source, draft)
    place = Path(folder).resolve()
    named = place.name == name
    written, steps = _written(name, tried.text, maker, into, str(place.parent) if named else "DIR")
    if not named:  # a source's files are looked for under its name
        steps.insert(2, f"ln -s {shlex.quote(str(place))} DIR/{name}")
    return written, steps, draft


def _free(name: str, source_path: Sequence[str]) -> dict[str, Found]:
    """Every known source, when ``name`` can be another one's."""
    if not NAME.fullmatch(name) or len(name) > 40 or RESERVED & set(name.split("-")):
        raise UsageError(
            f"{name!r} cannot name a source: lower-case letters, digits and hyphens, at most 40 "
            f"characters, no part {', '.join(sorted(RESERVED))}; such as bus-bra or kits23."
        )
    known = find(source_path)
    if name in known:
        raise UsageError(f"There is a source {name} already: {known[name].origin}.")
    return known


def _checkout(into: str) -> bool:
    """Whether this is a checkout of gmai-data, where a source's files have their places."""
    return not into and Path("source_adapters").is_dir() and Path("tests/sources").is_dir()


def _written(name: str, text: str, maker: str, into: str, data: str) -> tuple[list[str], list[str]]:
    """Write a declaration and its maker; their paths, and what to do next."""
    module = name.replace("-", "_")
    home, checkout = Path(into or "."), _checkout(into)
    if checkout:
        files = {
            home / "source_adapters" / f"{module}.py": text,
            home / "tests/sources" / f"{module}.py": maker,
        }
    else:
        maker = maker.replace("import Expected,", "import Expected, check_source,").replace(
            "\nfrom gmai_data.testing", "\nfrom gmai_data.find import load\nfrom gmai_data.testing"
        )
        files = {
            home / f"{module}.py": text,
            home / "tests" / f"test_{module}.py": maker + TEST.format(module=module, name=name),
        }
    for path in files:
        if path.exists():
            raise UsageError(f"{path} is in the way. Remove it, or choose another name.")
    for path, content in files.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
    source, test = map(str, files)
    option = "" if checkout else f" --source-path {home}"
    run = f"pytest tests/test_sources.py -k {module}" if checkout else f"pytest {test}"
    return [source, test], [
        f"Edit {source}: facts, where the cases are, labels, and where you saw the layout.",
        f"Edit {test}: the fewest fake files that show the layout, and what they must yield.",
        run,
        f"gmai-data check {name} --data {data}{option}",
        f"gmai-data build --sources {name} --data {data} --limit 5 --out look{option}",
    ]


def renamed(text: str, name: str, like: str) -> str:
    """The declaration of ``like`` with the facts that cannot be the same taken out."""
    facts = {
        "name": repr_(name),
        "title": repr_(f"TODO: title of {name}"),
        "version": '"1.0.0"',
        "homepage": repr_("https://example.org/TODO"),
        "license": repr_("LicenseRef-TODO"),
        "cite": '""',
        "redistribution": "None",
        "commercial": "None",
        "derivatives": "None",
        "send_to_api": "None",
        "evidence": '("TODO: where the layout was seen",)',
        "verified": '"memory"',
    }
    tree = ast.parse(text)
    call = next(
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Source"
    )
    edits = [(k.value, facts[k.arg]) for k in call.keywords if k.arg in facts]
    if ast.get_docstring(tree) is not None:
        doc = f'"""TODO: one line on what {name} is (written from {like})."""'
        edits.append((tree.body[0], doc))  # type: ignore[arg-type]
    starts = [0]
    for line in text.encode().splitlines(keepends=True):
        starts.append(starts[-1] + len(line))
    raw = text.encode()
    for node, new in sorted(edits, key=lambda e: (e[0].lineno, e[0].col_offset), reverse=True):
        begin = starts[node.lineno - 1] + node.col_offset
        end = starts[(node.end_lineno or 0) - 1] + (node.end_col_offset or 0)
        raw = raw[:begin] + new.encode() + raw[end:]
    return raw.decode()


def _text(origin: str) -> str:
    """The file of a source, wherever it was found."""
    if Path(origin).is_file():
        return Path(origin).read_text(encoding="utf-8")
    folder, _, file = origin.partition("/")
    spec = importlib.util.find_spec(folder) if not folder.startswith("plugin ") else None
    for place in (spec.submodule_search_locations or ()) if spec else ():
        return (Path(place) / file).read_text(encoding="utf-8")
    raise UsageError(f"{origin} has no file to start from. Choose a bundled source for --like.")


def _maker(name: str, like: str, home: Path | None, source: Source) -> str:
    """The fake-data maker of ``like``, or one made from the paths that ``like`` declares."""
    old = home / "tests/sources" / f"{like.replace('-', '_')}.py" if home else None
    if old is not None and old.is_file():
        return old.read_text(encoding="utf-8").replace(like, name)
    return maker_of(name, source)
