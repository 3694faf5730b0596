"""Header tags of DICOM files as rows: the only step of a scan that opens image files."""

from __future__ import annotations

import io
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from gmai_data.errors import RejectedItem
from gmai_data.grammar.rows import Column, Rows
from gmai_data.roots import open_file, read_bytes, resolve

if TYPE_CHECKING:
    from gmai_data.grammar.survey import Survey


def keywords(names: Iterable[str]) -> list[str]:
    """Those names that are keywords of the DICOM dictionary, sorted."""
    from pydicom.datadict import tag_for_keyword

    return sorted(name for name in set(names) if tag_for_keyword(name) is not None)


def header_rows(survey: Survey, rows: Rows, tags: Iterable[str]) -> Rows:
    """Add a column per header tag that the declaration mentions.

    A file that is no DICOM file is rejected and its row left out. A captured field of the same
    name stays as captured. Multi-valued tags are joined with backslashes, as in the standard.
    """
    from gmai_data.grammar.survey import rejection

    names = [n for n in keywords({*tags, *survey.wanted}) if n not in rows.columns]
    assert rows.files is not None
    columns: dict[str, Column] = {name: [] for name in names}
    keep = []
    for at, files in enumerate(rows.files):
        path = files[0][1]
        try:
            values = read_header(survey, path, names)
        except RejectedItem as error:
            survey.rejected.append(rejection(survey, "", error.rule, error.value, path))
            continue
        keep.append(at)
        for name in names:
            columns[name].append(values[name])
    out = rows if len(keep) == rows.n else rows.take(keep)
    out.columns.update(columns)
    return out


def read_header(survey: Survey, path: str, names: list[str]) -> dict[str, str | None]:
    """The tags of one file as text; None where it has none. Raises RejectedItem."""
    import pydicom
    from pydicom.errors import InvalidDicomError

    location, member = resolve(survey.disk.roots, survey.source.name, path)
    try:
        stream = (
            io.BytesIO(read_bytes(survey.disk.roots, survey.source.name, path))
            if member
            else open_file(location, path)
        )
        with stream:
            header = pydicom.dcmread(stream, stop_before_pixels=True, specific_tags=names)
            return {name: _text(header.get(name)) for name in names}
    except InvalidDicomError as error:
        raise RejectedItem("corrupt", "not-dicom", "no DICOM header", path) from error
    except (EOFError, ValueError, KeyError, AttributeError, NotImplementedError) as error:
        raise RejectedItem("corrupt", "broken-header", str(error)[:200], path) from error


def _text(value: Any) -> str | None:
    if value is None:
        return None
    if isinstance(value, str | int | float):
        return str(value).strip()
    if hasattr(value, "__iter__") and not hasattr(value, "original_string"):
        return "\\".join(str(v) for v in value)
    return str(value).strip()
