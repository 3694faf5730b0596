"""A case to pictures: decode, orient, window, choose slices, masks to labels, encode."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from gmai_data.config import ReadConfig
from gmai_data.declare import Source, Tiles, cases_of
from gmai_data.errors import RejectedItem
from gmai_data.read.image import SUFFIXES
from gmai_data.read.inputs import Inputs, suffix_of
from gmai_data.read.stored import Picture
from gmai_data.read.text import read_text
from gmai_data.schema import Case

if TYPE_CHECKING:
    from gmai_data.roots import Root

__all__ = ["Picture", "read_case"]


def read_case(
    source: Source,
    case: Case,
    roots: Mapping[str, Root],
    config: ReadConfig,
    digests: Mapping[str, str] | None = None,
) -> list[Picture]:
    """The pictures of one case with their geometric labels (raw values, names unbound).

    ``digests`` are SHA-256 of files that were hashed before, by path. A text record gives one
    picture of width 0.

    Raises:
        RejectedItem: the case cannot be used; says the rule and the file.
    """
    if not case.files:
        return [read_text(case)]
    from gmai_data.roots import container_of

    known = {container_of(path): digest for path, digest in (digests or {}).items()}
    inputs = Inputs(roots, case.source, known)
    pictures = _read(source, case, inputs, config)
    if not pictures:
        found = "every slice is blank, or its plane too thin"
        raise RejectedItem("policy", "no-slices", found, case.files[0].path)
    return pictures


def _read(source: Source, case: Case, inputs: Inputs, config: ReadConfig) -> list[Picture]:
    if source.read is not None:
        from gmai_data.read.flat import read_container

        return read_container(source, case, inputs, config)
    if isinstance(cases_of(source, case.layout), Tiles):
        from gmai_data.read.tiles import read_tiles

        return read_tiles(source, case, inputs, config)
    path = case.files[0].path
    suffix = suffix_of(path)
    if suffix in SUFFIXES:
        from gmai_data.read.flat import read_images

        return read_images(source, case, inputs, config)
    from gmai_data.read.arrays import is_array

    if is_array(path):
        from gmai_data.read.flat import read_array

        return read_array(source, case, inputs, config)
    if suffix in VIDEO:
        from gmai_data.read.video import read_video

        return read_video(source, case, inputs, config)
    from gmai_data.read.volume import ITK, NIFTI

    if suffix in NIFTI or suffix in ITK:
        from gmai_data.read.volumes import read_volumes

        return read_volumes(source, case, inputs, config)
    if suffix in DICOM or inputs.data(path)[128:132] == b"DICM":
        from gmai_data.read.dicom_case import read_dicom

        return read_dicom(source, case, inputs, config)
    hint = ": a whole slide is read with cases=Tiles(…)" if suffix in SLIDES else ""
    raise RejectedItem("corrupt", "unknown-format", f'nothing reads "{suffix}"{hint}', path)


SLIDES = frozenset((".svs", ".ndpi", ".mrxs", ".scn", ".vms", ".vmu", ".bif"))
VIDEO = frozenset((".avi", ".mp4", ".mpg", ".mpeg", ".mov", ".mkv", ".wmv", ".webm"))
DICOM = frozenset((".dcm", ".dicom", ".ima", ".dic", ".dcm.gz"))
