"""Arrow schemas generated from the dataclasses of `schema`, and rows to and from them."""

from __future__ import annotations

import dataclasses
import functools
import types
import typing
from collections.abc import Iterable, Sequence
from typing import Any, TypeVar

import pyarrow as pa

T = TypeVar("T")


@functools.cache
def arrow_schema(cls: type) -> pa.Schema:
    """The Arrow schema of a dataclass: one column a field, nested types as structs and lists."""
    hints = typing.get_type_hints(cls)
    return pa.schema([pa.field(f.name, _type(hints[f.name])) for f in dataclasses.fields(cls)])


def _type(hint: Any) -> pa.DataType:
    simple = {str: pa.string(), int: pa.int64(), float: pa.float64(), bool: pa.bool_()}
    if hint in simple:
        return simple[hint]
    if dataclasses.is_dataclass(hint):
        return pa.struct(list(arrow_schema(typing.cast(type, hint))))
    origin, args = typing.get_origin(hint), typing.get_args(hint)
    if origin is typing.Literal:
        return pa.string()
    if origin in (typing.Union, types.UnionType):
        (inner,) = [a for a in args if a is not type(None)]
        return _type(inner)
    if origin is tuple:
        return pa.list_(_type(args[0]))
    raise TypeError(f"no Arrow type for {hint!r}")


def to_row(value: Any) -> Any:
    """A dataclass as plain dictionaries, lists and scalars, fields in declared order."""
    kind = type(value)
    if kind in _SCALARS:
        return value
    names = field_names(typing.cast(typing.Hashable, kind))
    if names is not None:
        return {name: to_row(getattr(value, name)) for name in names}
    if isinstance(value, tuple | list):
        return [to_row(v) for v in value]
    return value


_SCALARS: typing.Final = frozenset((str, int, float, bool, types.NoneType))


@functools.cache
def field_names(kind: typing.Hashable) -> tuple[str, ...] | None:
    """Names of a dataclass's fields in declared order; None for another type."""
    if not dataclasses.is_dataclass(kind):
        return None
    return tuple(field.name for field in dataclasses.fields(kind))


def from_row(cls: type[T], row: dict[str, Any]) -> T:
    """The dataclass back from :func:`to_row`; lists become tuples."""
    build = _builder(typing.cast(Any, cls))
    return typing.cast(T, build(row))


@functools.cache
def _builder(hint: Any) -> Any:
    if dataclasses.is_dataclass(hint):
        cls = typing.cast(type, hint)
        hints = typing.get_type_hints(cls)
        parts = [(f.name, _builder(hints[f.name])) for f in dataclasses.fields(cls)]
        return lambda row: cls(**{name: make(row[name]) for name, make in parts if name in row})
    origin, args = typing.get_origin(hint), typing.get_args(hint)
    if origin in (typing.Union, types.UnionType):
        (inner,) = [a for a in args if a is not type(None)]
        make = _builder(inner)
        return lambda value: None if value is None else make(value)
    if origin is tuple:
        make = _builder(args[0])
        return lambda values: tuple(make(v) for v in values)
    return lambda value: value


def to_table(cls: type, values: Iterable[Any]) -> pa.Table:
    """An Arrow table of dataclass values."""
    return pa.Table.from_pylist([to_row(v) for v in values], schema=arrow_schema(cls))


def from_table(cls: type[T], table: pa.Table) -> Sequence[T]:
    """The dataclass values of an Arrow table."""
    return [from_row(cls, row) for row in table.to_pylist()]
