"""Date lines and datelines at the top of an article: "Published: 17 September 2022", "KYIV, Sept 17 (Reuters) –"."""

from __future__ import annotations

import datetime as dt
import re

from core.lexicon import values

_MONTHS = values("time", "number", "month", "short month")
_MONTH = rf"(?P<month>{'|'.join(sorted(_MONTHS, key=len, reverse=True))})\.?"
_MONTHS_ABROAD = (
    "jan janv січ янв sty ene",
    "feb févr fév лют фев lut",
    "mar mär mars бер мар marz",
    "apr avr квіт кві апр kwi abr",
    "may mai трав тра мая май maj mayo",
    "jun juin черв чер июн cze",
    "jul juil лип июл lip",
    "aug août серп сер авг sie ago",
    "sep вер сен wrz set",
    "oct okt жовт жов окт paź",
    "nov лист лис ноя lis",
    "dec dez déc груд гру дек gru dic",
)
"""What January to December begin with in the languages of the newsrooms we know, as dates have them."""

_DAY = r"(?P<day>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"{_DAY}[ -]{_MONTH},?[ -]{_YEAR}",
        rf"{_MONTH} {_DAY},? {_YEAR}",
        rf"{_DAY}\.? (?:de )?(?P<word>[^\W\d_]{{3,10}})\.?,? (?:de )?{_YEAR}",
        r"(?P<year>(?:19|20)\d\d)-(?P<number>0[1-9]|1[0-2])-(?P<day>0[1-9]|[12]\d|3[01])",
        r"(?P<day>0?[1-9]|[12]\d|3[01])\.(?P<number>0?[1-9]|1[0-2])\.(?P<year>(?:19|20)\d\d)",
        r"(?P<day>1[3-9]|2\d|3[01])/(?P<number>0?[1-9]|1[0-2])/(?P<year>(?:19|20)\d\d)",
        r"(?P<number>0?[1-9]|1[0-2])/(?P<day>1[3-9]|2\d|3[01])/(?P<year>(?:19|20)\d\d)",
    )
)
"""Numbers with slashes count only where day and month cannot be taken for each other."""

_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,? )?"
_CLOCK = (
    r"(?: ?(?:г|р|года|року)\.?)?"
    r"(?:,?(?: at| -| \||T| à| um| о| об| в)? ?\d{1,2}[:.h]\d\d(?:[:.]\d\d)?(?:\.\d{1,6})? ?(?:[ap]\.?m\.?|Uhr)?"
    r"(?: ?\(?(?:[A-Z]{1,5}(?:[+-]\d\d:?\d\d)?|[+-]\d\d:?\d\d|(?:local|kyiv|london) time)\)?)?)?"
)
_LABEL = (
    r"(?P<label>(?:first |originally |last )?"
    r"(?:published|posted|publication date|date|issued|released|filed|updated|modified|publié(?:e)?|mis à jour|"
    r"veröffentlicht|erstellt|aktualisiert|stand|опубліковано|опубликовано|оновлено|обновлено|дата|publicado|opublikowano)"
    r"(?: on| at| le| am| el)?\s{0,3}:?\s{1,9})?"
)
_AROUND = re.compile(rf"{_LABEL}{_WEEKDAY}(?P<date>[\w ,./-]{{8,24}}?){_CLOCK}\.?", re.IGNORECASE)
_PART = re.compile(r"(?<!\s)(?:\s+[|·•—–]\s+|\s*[|·•]\s*)")
_DATELINE = re.compile(
    r"[A-Z][A-Z’'. -]{1,39}[A-Z]\b(?P<rest>(?:, ?|\s)?[A-Za-z0-9 ,.]{0,50}?)"
    r"(?:\((?P<agency>[A-Z][A-Za-z /-]{1,29})\))? ?(?:[–—_-]{1,2}|:)(?:\s|$)"
)
"""A place in capitals, perhaps its country and the date, perhaps an agency, and a dash."""

_DATELINE_WITH_STOP = re.compile(
    r"[A-Z][A-Z’'. -]{1,39}[A-Z], ?(?:[A-Z][a-z][A-Za-z .-]{0,28}, ?)?(?P<rest>[A-Z0-9][A-Za-z0-9 ,.]{7,20})\.\s"
)
"""The same without agency and dash: "ANKARA, 15 October 2022. ", a dateline only if it ends in a full date."""

_EARLIEST = 1900
_SHORTEST_MONTH = 3
"""Letters of a shortened month."""

_CLOCKS_BEGIN = frozenset(
    dt.date(*day) for day in ((1900, 1, 1), (1904, 1, 1), (1969, 12, 31), (1970, 1, 1), (1979, 12, 31), (1980, 1, 1))
)
_LATE_LABELS = ("updated", "modified", "mis à jour", "aktualisiert", "stand", "оновлено", "обновлено")


def published_on(lines: list[str]) -> dt.date | None:
    """The publication date that the first lines of a text give, the day of an update only where there is no other."""
    found = [hit for line in lines for part in (line, *_PART.split(line)) if (hit := _date_line(part))]
    first = next((day for label, day in found if not any(late in label for late in _LATE_LABELS)), None)
    dated = next((day for day in map(date_in_dateline, lines) if day), None)
    return first or dated or next((day for _, day in found), None)


def plausible(day: dt.date | None) -> dt.date | None:
    """The day, unless no article can be of it: it lies ahead, before newspapers' archives, or is where clocks begin.

    A program that knows no date writes the first day it can express: 1970 in Unix, 1980 in MS-DOS and ZIP archives,
    1904 and 1900 in spreadsheets, 1601 in Windows.
    """
    if day is None or day in _CLOCKS_BEGIN or day.year < _EARLIEST:
        return None
    tomorrow = dt.datetime.now(dt.UTC).date() + dt.timedelta(days=1)  # it is tomorrow already east of here
    return day if day <= tomorrow else None


def is_date(line: str) -> bool:
    """Whether a line is nothing but a date, with or without weekday, clock time and label."""
    return _date_line(line) is not None


def date_in_dateline(line: str) -> dt.date | None:
    """The full date in "KYIV, Sept 17, 2022 (Reuters) – …"; null where the year is left out, as it often is."""
    match = _DATELINE.match(line[:200]) or _DATELINE_WITH_STOP.match(line[:200])
    if match is None:
        return None
    words = match["rest"].replace(",", " ").split()
    return _day(" ".join(words[-3:]))


def is_dateline(line: str) -> bool:
    """Whether a line begins with place and agency or place and full date, as news agencies set it."""
    return agency(line) is not None or date_in_dateline(line) is not None


def agency(line: str) -> str | None:
    """The agency in "KYIV, Sept 17 (Reuters) – …"."""
    match = _DATELINE.match(line[:200])
    return match["agency"].strip() if match and match["agency"] else None


def _date_line(line: str) -> tuple[str, dt.date] | None:
    """Label in lower case and date."""
    match = _AROUND.fullmatch(line.strip()) if len(line) < 120 else None
    day = _day(match["date"].strip()) if match else None
    return ((match["label"] or "").lower(), day) if match and day else None


def _day(words: str) -> dt.date | None:
    for form in _FORMS:
        if match := form.fullmatch(words):
            found = match.groupdict()
            try:
                return dt.date(int(found["year"]), _month(found), int(found["day"]))
            except ValueError:
                return None
    return None


def _month(found: dict[str, str]) -> int:
    """The number of the month; 0, which no date has, for a word that is none."""
    if "number" in found:
        return int(found["number"])
    return _month_abroad(found["word"]) or 0 if "word" in found else int(_MONTHS[found["month"].lower()])


def _month_abroad(word: str) -> int | None:
    """1 to 12; null for a word that begins like no month. The longest beginning counts: "juin" is not "jui…"."""
    small = word.lower().rstrip(".")
    found = [
        (len(beginning), number)
        for number, beginnings in enumerate(_MONTHS_ABROAD, start=1)
        for beginning in beginnings.split()
        if small.startswith(beginning) and len(small) >= _SHORTEST_MONTH
    ]
    return max(found)[1] if found else None
