"""Cases for the tests of `read`: a source, a case and a folder, without a scan."""

from gmai_data import Files, Source
from gmai_data.config import ReadConfig
from gmai_data.declare import label_parts
from gmai_data.read import read_case
from gmai_data.roots import Root
from gmai_data.schema import Annotation, Case, CaseFile


def source_of(*labels, **known):
    given = {"modality": "CT", "cases": Files("{n}.nii.gz"), **known}
    return Source(
        name="made-up", title="Made up", version="1.0.0", homepage="https://example.org",
        license="CC0-1.0", access="open", evidence=("made up",), verified="data",
        labels=list(labels), **given,
    )  # fmt: skip


def annotation(source, part=0, **known):
    kind = {"Mask": "mask", "Boxes": "boxes", "Points": "points"}[
        type(label_parts(source)[part]).__name__
    ]
    return Annotation(part=part, kind=kind, **known)


def read(folder, source, paths, annotations=(), config=None, **known):
    files = paths if isinstance(paths, dict) else {"image": paths}
    listed = tuple(
        CaseFile(role=role, path=path)
        for role, some in files.items()
        for path in ([some] if isinstance(some, str) else some)
    )
    case = Case(key="0123456789abcdef", source=source.name, files=listed,
                annotations=tuple(annotations), **known)  # fmt: skip
    roots = {source.name: Root(source.name, str(folder))}
    return read_case(source, case, roots, config or ReadConfig())
