"""What is known of a mark beside its sentence, as terms and values."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import streamlit as st

from core.wording import amount, country, days
from pages.shared.safe import safe

Row = Mapping[Any, Any]


def facts(lines: Sequence[tuple[str, str]], heading: str) -> None:
    """A short list of terms with what is known of each; both come from documents and are escaped."""
    rows = "".join(f"<dt>{safe(term)}</dt><dd>{safe(value)}</dd>" for term, value in lines)
    st.html(f'<section class="dl-facts"><h3>{safe(heading)}</h3><dl>{rows}</dl></section>')


def known(kind: str, row: Row) -> list[tuple[str, str]]:
    """Terms and values of one row of a frame; ``kind`` is ``mention`` (of a place) or the name of the mark."""
    return [(term, str(value)) for term, value in (*_KNOWN[kind](row), ("Page", row.get("page"))) if value]


_ROLES = {"scene": "a scene: something happens there", "actor": "an actor: a government, an army, a team"}


def _mention(row: Row) -> list[tuple[str, Any]]:
    where = f"{row['latitude']:.2f}, {row['longitude']:.2f}" if row["latitude"] is not None else "not on the map"
    return [
        ("Place", row["name"]),
        ("Kind", row["kind"]),
        ("Where", where),
        (
            "Here it is",
            {"scene": "a scene: something happens there", "actor": "an actor"}.get(row["role"], "a mention"),
        ),
        ("Why here", row["reason"]),
        ("Could also be", "; ".join(f"{a.name}, {country(a.country) or a.kind}" for a in row["alternatives"][:4])),
    ]


def _date(row: Row) -> list[tuple[str, Any]]:
    return [("Days", days(row["earliest"], row["latest"])), ("Why then", row["reason"])]


def _figure(row: Row) -> list[tuple[str, Any]]:
    speaker = f"{row['speaker_role']} {row['speaker']}" if row["speaker_role"] else row["speaker"]
    return [
        ("Value", amount(row["low"], row["high"], row["bound"], row["unit"])),
        ("Counts", row["counted"]),
        ("Who says so", speaker or "speaker unclear"),
        ("Via", row["via"]),
        ("Where", row["place_name"]),
        ("When", days(row["earliest"], row["latest"]) if row["when"] else None),
        ("Hedge", ", ".join(row["hedges"])),
        ("Denied", "yes" if row["negated"] else None),
    ]


def _quote(row: Row) -> list[tuple[str, Any]]:
    speaker = f"{row['speaker_role']} {row['speaker']}" if row["speaker_role"] else row["speaker"]
    return [
        ("Who says so", speaker or "speaker unclear"),
        ("In the words", row["cue"]),
        ("Via", row["via"]),
        ("Note", None if row["closed"] else "the quotation is never closed"),
    ]


_FROM = {
    "sentence": "named in the same sentence",
    "heading": "named in the heading above",
    "dateline": "where the report was filed; the sentence names no place",
}


def _event(row: Row) -> list[tuple[str, Any]]:
    return [
        ("When", days(row["earliest"], row["latest"])),
        ("Why then", row["reason"]),
        ("Where", ", ".join(row["place_names"])),
        ("Why there", _FROM.get(row["places_from"])),
        ("Status", f"{row['status']}: “{row['cue']}”" if row["cue"] else row["status"]),
        ("Who says so", row["speaker"]),
    ]


_KNOWN: dict[str, Callable[[Row], list[tuple[str, Any]]]] = {
    "mention": _mention,
    "date": _date,
    "figure": _figure,
    "quote": _quote,
    "event": _event,
}
