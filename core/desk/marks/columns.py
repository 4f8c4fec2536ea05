"""The type of a column for each annotation of a row's field."""

from __future__ import annotations

import datetime as dt
from types import NoneType
from typing import Any, Literal, get_args, get_origin

import msgspec
from sqlalchemy import Boolean, Column, Date, Dialect, Double, Integer, Text
from sqlalchemy.types import TypeDecorator, TypeEngine

from core.desk.database.words import Words

_EXACT = 2**53
"""Below this every whole number has a float of its own."""


def column(name: str, annotation: Any) -> Column[Any]:
    """A column for a field: scalars by their own type, tuples as JSON.

    Raises:
        TypeError: no column can hold what is annotated.
    """
    options = set(get_args(annotation)) if get_origin(annotation) not in (tuple, Literal) else {annotation}
    options = options or {annotation}
    return Column(name, _type_of(options - {NoneType}), nullable=NoneType in options)


def _type_of(options: set[Any]) -> TypeEngine[Any]:
    """The type of a column that holds values of any of some types."""
    if options == {int, float}:
        return Amount()
    (one, *others) = options
    if not others and get_origin(one) is tuple:
        return Json(one)
    if all(isinstance(value, str) for option in options for value in get_args(option) or (None,)):
        return Words()
    plain: dict[Any, type[TypeEngine[Any]]] = {int: Integer, bool: Boolean, float: Double, str: Words, dt.date: Date}
    if others or one not in plain:
        raise TypeError(f"no column for {options}")
    return plain[one]()


class Amount(TypeDecorator[int | float]):
    """A number, whole where it is whole and a float can tell."""

    impl = Double
    cache_ok = True

    def process_result_value(self, value: float | None, dialect: Dialect) -> int | float | None:
        """As extraction gives it."""
        return int(value) if value is not None and value.is_integer() and abs(value) < _EXACT else value


class Json(TypeDecorator[tuple[Any, ...]]):
    """A tuple as JSON. ``kind`` is its annotation."""

    impl = Text
    cache_ok = True

    def __init__(self, kind: Any) -> None:
        super().__init__()
        self.kind = kind

    def process_bind_param(self, value: tuple[Any, ...] | None, dialect: Dialect) -> str | None:
        """JSON has signs for every character, NUL too."""
        return None if value is None else msgspec.json.encode(value).decode()

    def process_result_value(self, value: str | None, dialect: Dialect) -> tuple[Any, ...] | None:
        """Checked against the annotation."""
        decoded: tuple[Any, ...] | None = None if value is None else msgspec.json.decode(value, type=self.kind)
        return decoded
