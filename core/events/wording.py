"""Events in the words of the text: extent, summary, actors."""

from __future__ import annotations

from core.events.clauses import Clause, Clauses
from core.events.nominal_events import NounEvent
from core.models import Words

LONGEST = 240
"""Characters of a summary: longer clauses are cut at a word, with an ellipsis."""

_GAP = 2
"""Tokens from one to the next of a run: a comma or a line break between them is bridged."""

_FURTHEST = 3
"""Verbs from which one without a subject may borrow, one from the other."""

_PRONOUNS = ("PRP", "WP", "WDT", "EX", "DT", "PRP$")
_MARKS = ("PUNCT", "SPACE")


def extent_of(clauses: Clauses, clause: Clause, lender: Clause | None) -> tuple[int, int]:
    """From the first to the last word of the clause, with the noun it describes or the saying that dates it."""
    view = clauses.view
    tokens = _trimmed(clauses, clause)
    first, last = tokens[0], tokens[-1]
    if clause.relation in ("acl", "relcl"):
        noun = view.head[clause.head]
        if noun < first:
            first = _left(clauses, noun)
    if lender is not None:
        lent = _trimmed(clauses, lender)
        first, last = min(first, lent[0]), max(last, lent[-1])
    return view.starts[first], view.end_of(last)


def noun_extent(clauses: Clauses, noun: NounEvent) -> tuple[int, int]:
    """The noun with its modifiers, as far as they stand together and hold no clause."""
    view = clauses.view
    first, last = _left(clauses, noun.token), noun.token
    for child in view.children[noun.token]:
        if child > noun.token and view.dep[child] in ("prep", "npadvmod", "nmod"):
            last = max(last, _right(clauses, child))
    return view.starts[first], view.end_of(last)


def summary_of(clauses: Clauses, clause: Clause, start: int, end: int) -> str:
    """The clause in one stretch where it is short enough, else its own words with "…" for what was left out."""
    subject = _borrowed_subject(clauses, clause)
    opening = f"{' '.join(subject.text.split())} … " if subject is not None and subject.end <= start else ""
    text = opening + " ".join(clauses.view.text[start:end].split())
    if len(text) <= LONGEST:
        return text
    own = opening + " … ".join(_pieces(clauses, _trimmed(clauses, clause)))
    return own if len(own) <= LONGEST else own[: LONGEST - 2].rsplit(" ", 1)[0] + " …"


def actors_of(clauses: Clauses, clause: Clause) -> tuple[Words, ...]:
    """Who does it: the subject of an active clause, the agent of a passive one."""
    view = clauses.view
    agent = clauses.child(clause.head, "agent")
    if agent is not None:
        by = clauses.child(agent, "pobj")
        return () if by is None else (_words(clauses, by),)
    subject = clauses.subject(clause.head)
    if subject is None and clauses.child(clause.head, "nsubj") is not None:
        return ()
    if subject is not None and subject == clause.trigger:
        return ()  # the attack itself that took place does nothing
    if subject is not None and view.tag[subject] not in _PRONOUNS:
        return (_words(clauses, subject),)
    if subject is not None and clause.relation == "relcl" and view.tag[subject] in ("WP", "WDT"):
        return _antecedent(clauses, view.head[clause.head])
    if clause.relation == "acl" and view.tag[clause.head] == "VBG":
        return (_words(clauses, view.head[clause.head]),)
    if subject is None and clauses.child(clause.head, "nsubjpass") is None:
        borrowed = _borrowed_subject(clauses, clause)
        return () if borrowed is None else (borrowed,)
    return ()


def _antecedent(clauses: Clauses, noun: int) -> tuple[Words, ...]:
    """What "which" stands for: "the quake of 8 September, which killed" tells of the quake."""
    view = clauses.view
    while clauses.date_at(noun) is not None:
        up = view.head[noun]
        if up == noun:
            return ()
        noun = view.head[up] if view.dep[up] == "prep" else up
    return (_words(clauses, noun),)


def _borrowed_subject(clauses: Clauses, clause: Clause) -> Words | None:
    """The subject of the clause that a second verb is joined to ("shelled the town and killed two")."""
    below = clause
    for _ in range(_FURTHEST):
        if below.parent is None or below.relation not in ("conj", "advcl", "pcomp"):
            return None
        if clauses.child(below.head, "nsubj", "nsubjpass", "expl") is not None:
            return None
        below = clauses.all[below.parent]
        subject = clauses.subject(below.head)
        if subject is not None:
            return _words(clauses, subject) if clauses.view.tag[subject] not in _PRONOUNS else None
    return None


def _words(clauses: Clauses, noun: int) -> Words:
    """A noun with what stands before it and an "of" after it."""
    view = clauses.view
    first, last = _left(clauses, noun), noun
    for child in view.children[noun]:
        if child > noun and view.dep[child] == "prep" and view.lemma[child] == "of":
            last = max(last, _right(clauses, child))
    date = clauses.date_at(first)
    if date is not None and first < noun and clauses.date_at(noun) != date:
        first = min(noun, view.token_at(clauses.date_spans[date][1]) + 1)  # "Last October workers": October does not
    start = view.starts[first]
    return Words(start, view.end_of(last), view.text[start : view.end_of(last)])


def _left(clauses: Clauses, token: int) -> int:
    """The first token of the words before a noun that hang on it."""
    view = clauses.view
    first = token
    for child in view.children[token]:
        if (
            child < first
            and view.pos[child] != "SPACE"
            and view.dep[child] not in ("punct", "relcl", "advcl", "cc", "preconj")
        ):
            first = min(first, _left(clauses, child))
    return first


def _right(clauses: Clauses, token: int) -> int:
    """The last token of what hangs on a token, without further clauses."""
    view = clauses.view
    last = token
    for child in view.children[token]:
        if (
            child > last
            and view.pos[child] != "SPACE"
            and view.dep[child]
            not in (
                "punct",
                "relcl",
                "acl",
                "advcl",
                "ccomp",
                "cc",
                "conj",
                "appos",
            )
        ):
            last = max(last, _right(clauses, child))
    return last


def _trimmed(clauses: Clauses, clause: Clause) -> list[int]:
    """The clause's own tokens without punctuation, conjunctions and stranded prepositions at either end."""
    view = clauses.view
    tokens = clause.tokens or [clause.head]
    first, last = 0, len(tokens) - 1
    while first < last and (view.dep[tokens[first]] in ("cc", "mark") or view.pos[tokens[first]] in _MARKS):
        first += 1
    while last > first and (view.dep[tokens[last]] in ("cc", "mark", "prep") or view.pos[tokens[last]] in _MARKS):
        last -= 1
    return tokens[first : last + 1]


def _pieces(clauses: Clauses, tokens: list[int]) -> list[str]:
    """The text of runs of neighbouring tokens."""
    runs: list[list[int]] = []
    for token in tokens:
        if runs and token - runs[-1][-1] <= _GAP:
            runs[-1].append(token)
        else:
            runs.append([token])
    return [" ".join(clauses.view.words_of(run[0], run[-1] + 1).split()) for run in runs]
