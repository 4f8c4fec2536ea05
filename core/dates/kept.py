"""Expressions put by, so that another publication date needs no second reading of the text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields
from typing import Any

import msgspec

from core.dates.expression import Expression, Parts


def expressions_to_json(expressions: Sequence[Expression]) -> bytes:
    """The expressions of one text as UTF-8 JSON; they say nothing of any publication date."""
    return msgspec.json.encode([_said(expression) for expression in expressions])


def expressions_from_json(kept: bytes | str) -> tuple[Expression, ...]:
    """The expressions that :func:`expressions_to_json` wrote.

    Raises:
        msgspec.DecodeError: it is no JSON, or not of this shape; read the text again then.
    """
    return msgspec.json.decode(kept, type=tuple[Expression, ...])


def _said(record: Expression | Parts) -> dict[str, Any]:
    """What differs from the defaults: most of the fields stay empty."""
    said = ((field, getattr(record, field.name)) for field in fields(record))
    return {
        field.name: _said(value) if isinstance(value, Parts) else value
        for field, value in said
        if value != field.default
    }
