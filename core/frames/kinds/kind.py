"""What a kind of mark is to counts, filter, tray, panel and text: all that differs from one kind to the next."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Generic, Literal, TypeVar

from sqlalchemy import ColumnElement, FromClause, true

from core.frames.context import RecordContext
from core.frames.filter import Filter
from core.frames.kinds.reason import Reason
from core.frames.mark import MarkRow

Page = Literal["map", "timeline", "figures", "document", "overview"]
Facts = Sequence[tuple[str, object]]
"""Terms with what is known of each; what is null or empty is left out."""

R = TypeVar("R", bound=MarkRow)


@dataclass(frozen=True, slots=True)
class TextLook:
    """How marks look in a text, and what that tells a reader. ``name`` is the end of a class in ``kinds.css``.

    ``opens`` is true where a rule shows the beginning; one without ``word`` stands in no key and on no strip.
    """

    name: str
    word: str = ""
    meaning: str = ""
    opens: bool = False


def _always(_: object) -> bool:
    return True


def _unseen(_: object) -> None:
    return None


def _no_note(_: object) -> str:
    return ""


def _let_through(_: object, __: Filter) -> bool:
    return True


def _every(_: object, __: Filter) -> ColumnElement[bool]:
    return true()


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkKind(Generic[R]):
    """A kind of mark.

    Attributes:
        name: singular: the token of its colour in :mod:`core.charts.theme` and in ``kinds.css``.
        plural: the list of the record that holds it.
        row: what one of it is; a column of the database for each field.
        word: what readers call one of it.
        address: what the address calls one that is chosen.
        page: the page that draws it; null where only the text does.
        read: the rows of a record, in the order of its list.
        facts: what is known of a row, for the panel.
        looks: how it looks in the text, by the name that ``look_of`` gives; empty for what is not seen there.
        look_of: the name of a row's look; null where this one is not seen.
        note: what stands in the margin beside it.
        counts: whether one of the record's list counts where readers are told how many were found.
        passes: its own part of the filter.
        where: the same of the columns in which the desk keeps its rows; never null.
        asked: those of the columns that ``where`` asks.
        left_out: why its page leaves out some of the rows that the filter would show in all roles.
    """

    name: str
    plural: str
    row: type[R]
    word: str
    address: str
    page: Page | None
    read: Callable[[RecordContext], Iterator[R]]
    facts: Callable[[R], Facts]
    looks: tuple[TextLook, ...] = ()
    look_of: Callable[[R], str | None] = _unseen
    note: Callable[[R], str] = _no_note
    counts: Callable[[Any], bool] = _always
    passes: Callable[[R, Filter], bool] = _let_through
    where: Callable[[FromClause, Filter], ColumnElement[bool]] = _every
    asked: tuple[str, ...] = ()
    left_out: tuple[Reason[R], ...] = ()

    @property
    def in_text(self) -> bool:
        """Whether it is seen in the text of a document."""
        return bool(self.looks)

    def stands_on(self, page: Page) -> bool:
        """Whether a page shows marks of this kind, so that its tray must tell of those it leaves out."""
        return page in (self.page, "overview") or (page == "document" and self.in_text)
