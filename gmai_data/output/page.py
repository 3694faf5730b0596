"""One page of pictures and texts: nothing is loaded, nothing runs, everything is escaped."""

from __future__ import annotations

import base64
import io
from collections.abc import Sequence
from html import escape
from itertools import groupby
from typing import TYPE_CHECKING, Final

from gmai_data.output.contact_sheet import drawn

if TYPE_CHECKING:
    from gmai_data.view import Shown, Text

_HEAD: Final = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>gmai-data view</title>
<meta http-equiv="Content-Security-Policy"
 content="default-src 'none'; img-src data:; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>
body { font: 15px/1.45 system-ui, sans-serif; margin: 2rem; max-width: 80rem; color: #202020 }
article { display: grid; grid-template-columns: minmax(16rem, 30rem) 1fr; gap: 1.5rem;
  padding: 1.5rem 0; border-top: 1px solid #ddd }
img { width: 100%; height: auto; image-rendering: auto; background: #000 }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0 .8rem; margin: .6rem 0 }
dt { color: #666 } dd { margin: 0; overflow-wrap: anywhere }
.swatch { display: inline-block; width: .8em; height: .8em; margin-right: .4em }
section { margin: 0 0 1rem } h3 { margin: 0; font-size: .9rem; color: #666; font-weight: normal }
p { margin: .2rem 0; white-space: pre-wrap } .user { font-weight: 600 }
@media (max-width: 50rem) { article { grid-template-columns: 1fr } }
</style></head><body>
<h1>Samples of a build</h1>
<p>Chosen by hash, by modality. Outlines and boxes are the labels the pictures came with.</p>
"""


def page_of(shown: Sequence[Shown]) -> bytes:
    """The page as UTF-8."""
    parts = [_HEAD]
    for modality, group in groupby(shown, key=lambda one: one.modality):
        parts.append(f"<h2>{escape(modality)}</h2>\n")
        parts += [_article(one) for one in group]
    parts.append("</body></html>\n")
    return "".join(parts).encode()


def _article(shown: Shown) -> str:
    picture, names = drawn(shown)
    out = io.BytesIO()
    picture.save(out, "PNG")
    data = base64.b64encode(out.getvalue()).decode()
    legend = "".join(
        f'<div><span class="swatch" style="background: rgb{colour}"></span>{escape(name)}</div>'
        for name, colour in names
    )
    facts = (("source", shown.title), ("licence", shown.license), ("slice", shown.slice),
             *shown.facts)  # fmt: skip
    rows = "".join(f"<dt>{escape(name)}</dt><dd>{escape(value)}</dd>" for name, value in facts)
    texts = "".join(_text(text) for text in shown.texts)
    return (
        f'<article><div><img alt="{escape(shown.modality)}" src="data:image/png;base64,{data}">'
        f"{legend}<dl>{rows}</dl></div><div>{texts}</div></article>\n"
    )


def _text(text: Text) -> str:
    turns = "".join(
        f'<p class="{"user" if who == "user" else "answer"}">{escape(words)}</p>'
        for who, words in text.turns
    )
    about = f"{text.subset} · {text.task} · {text.language} · {text.key}"
    return f'<section lang="{escape(text.language)}"><h3>{escape(about)}</h3>{turns}</section>'
