"""When a clause happened: its own date, the date of the clause it goes with, or the date of the saying."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import count, pairwise

from core.events.clauses import Clause, Clauses
from core.lexicon import meaning
from core.models import DateMention, Precision

_INTENDING = meaning("verbs", "intends")
_REPORTING = meaning("verbs", "reports")

STATED = "date of the statement"
NO_DATE = "no date in the clause or its sentence"
NOT_SHARED = "no date in the clause; the date in its sentence belongs to another clause"
_SHIFTING = meaning("function_words", "subordinating conjunction") | {"once"}
_AT_ONCE = frozenset({"when", "as", "while"})
_PRECISIONS: tuple[tuple[re.Pattern[str], Precision], ...] = (
    (re.compile(r"\d{4}-W\d{2}"), "week"),
    (re.compile(r"\d{4}-\d{2}"), "month"),
    (re.compile(r"\d{4}"), "year"),
)


@dataclass(frozen=True, slots=True)
class Dating:
    """When, from which dates, and why; ``lender`` is the clause whose date was taken over, widening the event to it."""

    earliest: dt.date | None = None
    latest: dt.date | None = None
    precision: Precision | None = None
    dates: tuple[int, ...] = ()
    reason: str = NO_DATE
    lender: Clause | None = None
    given_away: bool = False

    @property
    def dated(self) -> bool:
        """Whether at least one end is known."""
        return self.earliest is not None or self.latest is not None


def dates_of_clauses(clauses: Clauses, dates: Sequence[DateMention], taken: set[int]) -> list[Dating]:
    """One dating for each clause. Dates in ``taken`` belong to event nouns and date nothing else."""
    own = [date_from(clauses, [i for i in clause.dates if i not in taken], dates) for clause in clauses.all]
    found = list(own)
    dated_sentences = {clause.sentence for clause, dating in zip(clauses.all, own, strict=True) if dating.dated}
    while_ = _at_once(clauses, own)
    for number, clause in enumerate(clauses.all):
        if not found[number].dated and clause.relation == "relcl":
            found[number] = _of_antecedent(clauses, clause, dates)
    own = list(found)
    for number, clause in enumerate(clauses.all):
        if found[number].dated:
            continue
        if number in while_:
            found[number] = _simultaneous(clauses, while_[number], own)
            continue
        if clause.parent is None:
            continue
        lender = _lender(clauses, clause, found if clause.relation in ("conj", "advcl") else own)
        if lender is not None:
            found[number], gives = _borrowed(clauses, clause, lender, found)
            if gives:
                found[lender] = Dating(given_away=True, reason=found[lender].reason)
        elif clause.sentence in dated_sentences:
            found[number] = Dating(reason=NOT_SHARED)
    return found


def date_from(clauses: Clauses, indices: Sequence[int], dates: Sequence[DateMention]) -> Dating:
    """The dating that a clause's own dates give: a span from one to the other, else the narrowest."""
    usable = [i for i in indices if _can_date(clauses, dates[i])]
    if not usable:
        return Dating()
    span = _span(clauses, usable, dates)
    if span is not None:
        return span
    index = min(usable, key=lambda i: (_is_subject(clauses, dates[i]), _width(dates[i]), dates[i].start))
    date = dates[index]
    earliest, latest = date.earliest, date.latest
    opening = _word_before(clauses, date)
    if opening == "since" and date.type != "DURATION":
        latest = None
    elif opening in ("until", "till", "by") and date.type != "DURATION":
        earliest = None
    used = tuple(i for i in usable if i == index or _contains(dates[i], date))
    return Dating(earliest, latest, _precision(date, earliest, latest), used, f"“{date.text}”: {date.reason}")


def _span(clauses: Clauses, usable: Sequence[int], dates: Sequence[DateMention]) -> Dating | None:
    """ "from 24 February to 30 September", "between March and May"."""
    for a, b in pairwise(usable):
        first, last = dates[a], dates[b]
        opening = _word_before(clauses, first)
        link = clauses.view.text[first.end : last.start].strip().lower()
        joined = (opening == "from" and link in ("to", "until", "till", "through")) or (
            opening == "between" and link == "and"
        )
        if (joined or link in ("-", "–")) and first.earliest and last.latest and first.earliest <= last.latest:
            reason = f"from “{first.text}” to “{last.text}”: {first.reason}; {last.reason}"
            return Dating(first.earliest, last.latest, "span", (a, b), reason)
    return None


def _is_subject(clauses: Clauses, date: DateMention) -> bool:
    """ "Winter begins in six weeks": what begins is not when it begins."""
    return clauses.view.dep[clauses.head_of(date)] in ("nsubj", "nsubjpass")


def _can_date(clauses: Clauses, date: DateMention) -> bool:
    """Whether a mention tells when: "the lowest since 2003" measures, it does not date."""
    view = clauses.view
    if date.type == "SET" or (date.earliest is None and date.latest is None) or _measures(clauses, date):
        return False
    if _word_before(clauses, date) != "since":
        return True
    since = view.head[clauses.head_of(date)]
    verb = view.head[since]
    auxiliaries = {view.lemma[c] for c in view.children[verb] if view.dep[c] in ("aux", "auxpass")}
    return view.pos[verb] in ("VERB", "AUX") and "have" in auxiliaries


def _measures(clauses: Clauses, date: DateMention) -> bool:
    """Whether a mention dates the other side of a comparison: "71 percent, up from 54 percent in 2020"."""
    view = clauses.view
    token = clauses.head_of(date)
    for step in count():
        up = view.head[token]
        if up == token or view.pos[token] in ("VERB", "AUX"):
            return False
        if step > 1 and view.lemma[token] in ("from", "than", "versus", "compare"):
            return view.lemma[token] != "from" or view.lemma[up] in ("up", "down")
        token = up
    return False


def _word_before(clauses: Clauses, date: DateMention) -> str:
    token = clauses.view.token_at(date.start)
    for back in range(token - 1, -1, -1):
        word = clauses.view.lower[back]
        if word not in ("at", "least", "about", "around", "the", "early", "late"):
            return str(word)
    return ""


def _width(date: DateMention) -> int:
    """Days a mention covers; open spans are the widest."""
    if date.earliest is None or date.latest is None:
        return dt.timedelta.max.days
    return (date.latest - date.earliest).days


def _contains(outer: DateMention, inner: DateMention) -> bool:
    """Whether a span with two ends holds another."""
    first, last = outer.earliest or dt.date.max, outer.latest or dt.date.min
    return first <= (inner.earliest or dt.date.min) and (inner.latest or dt.date.max) <= last


def _precision(date: DateMention, earliest: dt.date | None, latest: dt.date | None) -> Precision:
    if earliest is None or latest is None:
        return "span"
    if earliest == latest:
        return "day"
    if date.modifier is None:
        return next((name for pattern, name in _PRECISIONS if pattern.fullmatch(date.value)), "span")
    return "span"


def _lender(clauses: Clauses, clause: Clause, own: Sequence[Dating]) -> int | None:
    """The number of the dated clause that this one shares its date with, if any."""
    view = clauses.view
    if clause.parent is None or not own[clause.parent].dated:
        return None
    parent = clauses.all[clause.parent]
    if parent.saying and clause.relation == "ccomp":
        eventful = bool(clause.places or clause.figures) and not clause.stative and not clause.saying
        return clause.parent if eventful and view.lemma[parent.head] in _REPORTING else None
    if parent.saying:
        return None
    if clause.relation == "conj":
        return clause.parent if _mode(clauses, clause) in ("", _mode(clauses, parent)) else None
    if clause.relation == "advcl" and view.tag[clause.head] == "VBG":
        marks = {view.lemma[c] for c in view.children[clause.head] if view.dep[c] in ("mark", "advmod")}
        return None if marks & _SHIFTING else clause.parent
    return None


def _of_antecedent(clauses: Clauses, clause: Clause, dates: Sequence[DateMention]) -> Dating:
    """The date of what a clause describes: "the quake of 8 September, which killed", "1985, when 520 died"."""
    noun = clauses.view.head[clause.head]
    date = clauses.date_at(noun)
    return Dating() if date is None else date_from(clauses, [date], dates)


def _at_once(clauses: Clauses, own: Sequence[Dating]) -> dict[int, int]:
    """Clause → the dated one that tells what happened while it did: "two died when the wall fell on Friday"."""
    view = clauses.view
    found: dict[int, int] = {}
    for number, clause in enumerate(clauses.all):
        if clause.relation == "advcl" and clause.parent is not None and own[number].dated:
            marks = {view.lemma[c] for c in view.children[clause.head] if view.dep[c] in ("mark", "advmod")}
            past = view.tag[clause.head] == "VBD" and view.tag[clauses.all[clause.parent].head] in (
                "VBD",
                "VBN",
            )
            if marks & _AT_ONCE and past and not clauses.all[clause.parent].saying:
                found.setdefault(clause.parent, number)
    return found


def _simultaneous(clauses: Clauses, lender: int, own: Sequence[Dating]) -> Dating:
    given = own[lender]
    reason = f"at the time of “{clauses.view.words[clauses.all[lender].head]}” in the same sentence: {given.reason}"
    return Dating(given.earliest, given.latest, given.precision, given.dates, reason)


def _mode(clauses: Clauses, clause: Clause) -> str:
    """What keeps a second verb from the day of the first: "recovered it on Wednesday and hope to meet him"."""
    view = clauses.view
    plan = next((view.lemma[word] for word in clause.chain if view.lemma[word] in _INTENDING), "")
    return plan or next((view.lemma[c] for c in clauses.auxiliaries(clause.head) if view.tag[c] == "MD"), "")


def _borrowed(clauses: Clauses, clause: Clause, lender: int, own: Sequence[Dating]) -> tuple[Dating, bool]:
    """The lender's dating with a reason that says so; and whether the lender is left without an event of its own."""
    given, parent = own[lender], clauses.all[lender]
    if parent.saying:
        reason = f"{STATED}, as the clause gives none: {given.reason}"
        return Dating(given.earliest, given.latest, given.precision, given.dates, reason, parent), True
    if given.reason.startswith(STATED):
        return Dating(given.earliest, given.latest, given.precision, given.dates, given.reason, given.lender), False
    reason = f"shared with “{clauses.view.words[parent.head]}” in the same sentence: {given.reason}"
    return Dating(given.earliest, given.latest, given.precision, given.dates, reason), False
