"""Why a page leaves out marks of its own kind, said of rows in memory and of the columns that keep them alike."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from sqlalchemy import ColumnElement, FromClause

from core.frames.filter import Filter
from core.frames.mark import MarkRow

R = TypeVar("R", bound=MarkRow)


@dataclass(frozen=True, slots=True)
class Reason(Generic[R]):
    """One reason.

    Attributes:
        told: it in words, under a filter.
        holds: whether it is why a row is left out, of those that the filter shows in all roles.
        where: the same of the columns; never null.
    """

    told: Callable[[Filter], str]
    holds: Callable[[R, Filter], bool]
    where: Callable[[FromClause, Filter], ColumnElement[bool]]


@dataclass(frozen=True, slots=True)
class NotShown:
    """Some marks that a page leaves out for one reason."""

    reason: str
    rows: Sequence[MarkRow]

    @property
    def count(self) -> int:
        """How many marks are left out."""
        return len(self.rows)
