"""Days in words: one, and a span whose shared parts are said once."""

from __future__ import annotations

import datetime as dt


def day(date: dt.date) -> str:
    """``17 Sep 2022``."""
    return f"{date.day} {date:%b} {date.year}"


def days(earliest: dt.date | None, latest: dt.date | None) -> str:
    """A span of days, the shared parts said once: ``5–11 Sep 2022``, ``Jul 2022``, ``since 5 Sep 2022``."""
    if earliest is None and latest is None:
        return "no date"
    if latest is None and earliest is not None:
        return f"since {day(earliest)}"
    if earliest is None and latest is not None:
        return f"until {day(latest)}"
    assert earliest is not None and latest is not None  # noqa: S101  the two cases above leave no other
    return _closed(earliest, latest)


def _closed(earliest: dt.date, latest: dt.date) -> str:
    if earliest == latest:
        return day(earliest)
    next_day = latest + dt.timedelta(days=1) if latest < dt.date.max else latest
    if earliest.day == 1 and next_day.day == 1:
        return _months(earliest, latest)
    if (earliest.year, earliest.month) == (latest.year, latest.month):
        return f"{earliest.day}–{day(latest)}"
    if earliest.year == latest.year:
        return f"{earliest.day} {earliest:%b} – {day(latest)}"
    return f"{day(earliest)} – {day(latest)}"


def _months(first: dt.date, last: dt.date) -> str:
    if (first.month, last.month) == (1, 12):
        return str(first.year) if first.year == last.year else f"{first.year}–{last.year}"
    if (first.year, first.month) == (last.year, last.month):
        return f"{first:%b} {first.year}"
    if first.year == last.year:
        return f"{first:%b}–{last:%b} {last.year}"
    return f"{first:%b} {first.year} – {last:%b} {last.year}"
