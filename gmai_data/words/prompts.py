"""The prompts: one strict, sandboxed Jinja environment over one file per prompt and language.

A file ``percept-side.en.j2`` opens with a comment that holds YAML front matter (``version``,
``subset``, ``task``, ``fields``) and has two blocks. ``ask`` is the instruction to a model;
``offline`` phrases the same facts without one. Fragments start with ``_``. Variety without chance:
``{% pick "name" %}one{% or %}another{% endpick %}`` chooses by the sample's seed and the name.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from typing import Any, Final, Literal

import yaml
from jinja2 import (
    FileSystemLoader,
    StrictUndefined,
    Template,
    TemplateError,
    TemplateNotFound,
    TemplateSyntaxError,
    meta,
    nodes,
)
from jinja2.ext import Extension
from jinja2.parser import Parser
from jinja2.sandbox import ImmutableSandboxedEnvironment

from gmai_data.canonical import digest, hash64
from gmai_data.errors import UsageError
from gmai_data.words import english
from gmai_data.words.items import LINE

Block = Literal["offline", "ask"]
BLOCKS: Final = ("offline", "ask")
# Private-use characters carry what text alone cannot: who speaks, and which fact was used.
USER: Final = "\uf8f0"
ASSISTANT: Final = "\uf8f1"
_FRONT: Final = re.compile(r"\A\{#\s*\n?(.*?)#\}", re.DOTALL)
_BLOCK: Final = re.compile(r"\{%-?\s*block\s+(\w+)\s*-?%\}(.*?)\{%-?\s*endblock[^%]*%\}", re.DOTALL)


class Pick(Extension):
    """``{% pick name %} … {% or %} … {% endpick %}``: one branch, chosen by seed and name."""

    tags = {"pick"}  # noqa: RUF012

    def parse(self, parser: Parser) -> list[nodes.Node]:
        """One assignment of the drawn number, then an if-chain over the branches."""
        line = next(parser.stream).lineno
        name = parser.parse_expression()
        bodies: list[list[nodes.Node]] = []
        end = "or"
        while end == "or":
            bodies.append(parser.parse_statements(("name:or", "name:endpick")))
            end = next(parser.stream).value
        variable = f"picked_{parser.free_identifier().name}"
        drawn = nodes.Call(
            nodes.Name("draw", "load"), [name, nodes.Const(len(bodies))], [], None, None
        )
        chain: list[nodes.Node] = bodies[-1]
        for index in range(len(bodies) - 2, -1, -1):
            test = nodes.Compare(
                nodes.Name(variable, "load"), [nodes.Operand("eq", nodes.Const(index))]
            )
            chain = [nodes.If(test, bodies[index], [], chain)]
        start: list[nodes.Node] = [nodes.Assign(nodes.Name(variable, "store"), drawn)]
        return [node.set_lineno(line) for node in start] + chain


@dataclass(frozen=True, slots=True)
class Prompt:
    """One prompt in one language: its front matter."""

    name: str
    language: str
    version: int
    subset: str
    task: str
    fields: tuple[str, ...]  # what a model's answer must hold: "caption" or "question", "answer"
    verbatim: bool = False  # the text is the source's own: white space is kept
    text: str = ""


@dataclass(frozen=True, slots=True)
class Prompts:
    """All prompts of a folder, compiled.

    ``fingerprints`` maps ``"caption-image.en"`` to the SHA-256 of its front matter, the block in
    use, and every fragment that block includes.
    """

    prompts: Mapping[str, Prompt]
    fingerprints: Mapping[str, str]
    environment: ImmutableSandboxedEnvironment
    block: Block

    def get(self, name: str, language: str) -> Prompt:
        """A prompt by name and language.

        Raises:
            UsageError: there is none.
        """
        prompt = self.prompts.get(f"{name}.{language}")
        if prompt is None:
            raise UsageError(f"there is no prompt {name}.{language}.j2 in the prompts folder")
        return prompt

    def fragment(self, name: str) -> Template:
        """A template that is no prompt of a build: what `ablate` and `judge` tell a model.

        Raises:
            UsageError: the folder has none of that name.
        """
        try:
            return self.environment.get_template(name)
        except TemplateNotFound:
            raise UsageError(
                f"there is no {name} in the prompts folder: copy it from the bundled ones"
            ) from None

    def render(
        self, name: str, language: str, block: Block, seed: int, values: Mapping[str, Any]
    ) -> str:
        """One block as text, with its markers; choices follow ``seed``."""
        template = self.environment.get_template(f"{name}.{language}.j2")

        def draw(salt: str, count: int) -> int:
            return hash64("pick", [seed, name, salt]) % count

        context = template.new_context({**values, "draw": draw})
        try:
            return "".join(template.blocks[block](context))
        except KeyError:
            raise UsageError(f"{name}.{language}.j2 has no block {block}") from None
        except TemplateError as error:
            given = ", ".join(sorted(values))
            raise UsageError(
                f"{name}.{language}.j2: {error}. Its block {block} is given {given}."
            ) from error


def find_folder() -> Path:
    """``prompts/`` beside the package in a checkout, ``gmai_data/_prompts`` in the wheel."""
    package = Path(str(resources.files("gmai_data")))
    for folder in (package / "_prompts", package.parent / "prompts"):
        if folder.is_dir():
            return folder
    raise UsageError("the prompts folder is missing; install the package again or pass a folder")


def load_prompts(folder: str | None = None, block: Block = "offline") -> Prompts:
    """The prompts of a folder (default: the bundled ones), parsed and fingerprinted.

    Raises:
        UsageError: broken front matter, a missing block, a syntax error or an unknown fragment.
    """
    return _load(folder or _bundled(), block)


@functools.cache
def _bundled() -> str:
    return str(find_folder())


@functools.lru_cache(maxsize=8)
def _load(folder: str, block: Block) -> Prompts:
    environment = ImmutableSandboxedEnvironment(
        loader=FileSystemLoader(folder, encoding="utf-8"),
        undefined=StrictUndefined,
        extensions=[Pick],
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        cache_size=-1,
    )
    environment.globals.update(user=USER, assistant=ASSISTANT, line=LINE)
    environment.filters["article"] = english.article
    prompts: dict[str, Prompt] = {}
    fingerprints: dict[str, str] = {}
    for file in sorted(Path(folder).glob("*.j2")):
        if file.name.startswith("_"):
            continue
        key = file.name.removesuffix(".j2")
        prompt = _prompt(key, file.read_text(encoding="utf-8"))
        _parse(environment, file.name, prompt.text)
        prompts[key] = prompt
        fingerprints[key] = _fingerprint(environment, Path(folder), prompt, block)
    return Prompts(prompts, fingerprints, environment, block)


def _prompt(key: str, text: str) -> Prompt:
    name, _, language = key.rpartition(".")
    found = _FRONT.match(text)
    try:
        front = yaml.safe_load(found[1]) if found else None
    except yaml.YAMLError as error:
        raise UsageError(f"{key}.j2: the front matter is not YAML: {error}") from error
    if not isinstance(front, dict) or front.get("name") != name:
        raise UsageError(f"{key}.j2 must open with {{# name: {name} … #}} as front matter")
    missing = {"version", "subset", "task", "fields"} - front.keys()
    if missing:
        raise UsageError(f"{key}.j2: the front matter lacks {', '.join(sorted(missing))}")
    absent = set(BLOCKS) - {m[1] for m in _BLOCK.finditer(text)}
    if absent:
        raise UsageError(f"{key}.j2 lacks the block {' and '.join(sorted(absent))}")
    return Prompt(
        name=name,
        language=language,
        version=int(front["version"]),
        subset=str(front["subset"]),
        task=str(front["task"]),
        fields=tuple(str(f) for f in front["fields"]),
        verbatim=bool(front.get("verbatim", False)),
        text=text,
    )


def _parse(environment: ImmutableSandboxedEnvironment, file: str, text: str) -> nodes.Template:
    try:
        return environment.parse(text)
    except TemplateError as error:
        line = f", line {error.lineno}" if isinstance(error, TemplateSyntaxError) else ""
        raise UsageError(f"{file}{line}: {error.message}") from error


def _fingerprint(
    environment: ImmutableSandboxedEnvironment, folder: Path, prompt: Prompt, block: Block
) -> str:
    used = next(m[2] for m in _BLOCK.finditer(prompt.text) if m[1] == block)
    fragments: dict[str, str] = {}
    waiting = [(prompt.name, used)]
    while waiting:
        for name in meta.find_referenced_templates(_parse(environment, *waiting.pop())):
            if name is None:
                raise UsageError(f"{prompt.name}: a fragment's name must be written out")
            if name not in fragments:
                file = folder / name
                if not file.is_file():
                    raise UsageError(f"{prompt.name}: there is no fragment {name}")
                fragments[name] = file.read_text(encoding="utf-8")
                waiting.append((name, fragments[name]))
    front = [prompt.name, prompt.language, prompt.version, prompt.subset, prompt.task]
    return digest("prompt", [front, list(prompt.fields), prompt.verbatim, used, fragments])
