"""A query as plain fields, for people who type no syntax, and back."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace

from core.desk.search.parsing import FIELDS, checked, condition, parse
from core.desk.search.query import Days, Language, Named, Number, Part, Phrase, Query, part_to_text, value_to_text


@dataclass(frozen=True, slots=True)
class Form:
    """What stands in each field; in ``words`` all that has no field of its own, in the language of queries."""

    words: str = ""
    place: str = ""
    person: str = ""
    who: str = ""
    figure: str = ""
    day: str = ""
    published: str = ""
    outlet: str = ""
    language: str = ""


def form_of(query: Query) -> Form:
    """The fields of a query. Where two parts would share a field, the later one stands among the words."""
    form, rest = Form(), []
    for part in query.parts:
        field = _field(part)
        if field is None or getattr(form, field):
            rest.append(part_to_text(part))
        else:
            form = replace(form, **{field: value_to_text(part)})
    return replace(form, words=" ".join(rest))


def query_of(form: Form) -> Query:
    """The query of some fields: the words first.

    Raises:
        BadQuery: a field holds what it cannot; the sentence names it.
    """
    filled = ((field.name, getattr(form, field.name).strip()) for field in fields(Form) if field.name in FIELDS)
    return checked(iter((*parse(form.words).parts, *(condition(name, value) for name, value in filled if value))))


def _field(part: Part) -> str | None:
    if isinstance(part, Named | Days):
        return part.field
    if isinstance(part, Phrase):
        return None
    return "language" if isinstance(part, Language) else "figure" if isinstance(part, Number) else None
