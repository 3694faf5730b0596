"""A tiny 2D source of PNG files for tests of the engine."""

import itertools
import os
import sys
from pathlib import Path

from gmai_data.config import Config
from gmai_data.testing import fake_image

DECLARATION = '''
"""A toy."""
from gmai_data import Class, Files, Source

SOURCE = Source(
    name="{name}", title="{title}", version="{version}", homepage="https://example.org/",
    license="{license}", access="open", modality="Fundus Photography",
    department="Ophthalmology", anatomy=("retina",),
    cases=Files("images/{{patient}}-{{visit}}-{{grade}}.png"),
    subject="{{patient}}", study="{{visit}}",
    labels=[Class("{{grade}}", names={{"a": "{first}", "b": "diabetic retinopathy"}})],
    evidence=("https://example.org/",), verified="data",
)
'''
_stamps = itertools.count()
DEFAULTS = {
    "name": "toy",
    "title": "Toy",
    "version": "1.0.0",
    "license": "CC-BY-4.0",
    "first": "glaucoma",
}


def declare(folder: Path, extra: str = "", **changes: str) -> str:
    """Write the declaration to ``folder``; the folder is a ``--source-path``."""
    folder.mkdir(parents=True, exist_ok=True)
    values = {**DEFAULTS, **changes}
    text = DECLARATION.format(**values) + extra
    path = folder / f"{values['name'].replace('-', '_')}.py"
    path.write_text(text)
    os.utime(path, (stamp := 1_700_000_000 + next(_stamps), stamp))  # bytecode goes by seconds
    forget()
    return str(folder)


def forget() -> None:
    """Let this process load source files anew, as another process would."""
    for name in [n for n in sys.modules if n.startswith("gmai_data_source_path.")]:
        del sys.modules[name]


def add(data: Path, numbers, name: str = "toy", size=(40, 32)) -> None:
    """Make images; a patient has two visits."""
    for n in numbers:
        path = data / name / "images" / f"p{n // 2:03d}-v{n % 2}-{'ab'[n // 2 % 2]}.png"
        path.parent.mkdir(parents=True, exist_ok=True)
        if not path.exists():
            fake_image(path, size, seed=f"{name}{n}")
            old = 1_700_000_000 + n
            os.utime(path, (old, old))


def config(tmp: Path, out: str = "out", **changes) -> Config:
    """A configuration for the toy under ``tmp``."""
    values = {
        "sources": ("toy",),
        "data": str(tmp / "data"),
        "out": str(tmp / out),
        "source_path": (str(tmp / "sources"),),
        "workers": 1,
        **changes,
    }
    return Config(**values)


def toy(tmp: Path, cases: int = 12, **changes: str) -> Config:
    """Declaration and images of a toy source; the configuration that builds it."""
    declare(tmp / "sources", **changes)
    add(tmp / "data", range(cases))
    return config(tmp)


def contents(out: str, *, times: bool = False) -> dict[str, object]:
    """Every published file of a build, but for what may differ between runs."""
    found: dict[str, object] = {}
    for folder, folders, names in os.walk(out):
        folders[:] = [f for f in folders if f != "work"]
        for name in names:
            path = os.path.join(folder, name)
            if name == "run.json":
                continue
            data = Path(path).read_bytes()
            stat = os.stat(path)
            key = os.path.relpath(path, out)
            found[key] = (data, stat.st_mtime_ns, stat.st_ino) if times else data
    return found


def shards(out: str) -> dict[str, bytes]:
    """The shards of a build."""
    return {k: v for k, v in contents(out).items() if k.endswith(".tar")}
