"""Articles of a real length about events in many countries: words of our own, names of towns from the gazetteer."""

from __future__ import annotations

import datetime as dt
import random
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from functools import cache

from core.places.gazetteer import build

PARAGRAPHS = 14
_COUNTRIES = 40
_TOWNS = 12
_FIRST = dt.date(2021, 3, 1)
_PEOPLE = (
    "Marta Halloran", "Ilya Brandt", "Noor Castellane", "Jonas Whitlock", "Amara Dellinger", "Pavel Ostrander",
    "Lucia Fenwick", "Tomas Ekberg", "Hana Lindqvist", "Rafael Thornbury",
)  # fmt: skip
_OFFICES = ("Mayor", "Governor", "Health Minister", "Police Chief", "Colonel", "Professor")
_HARM = ("killed", "injured", "evacuated", "rescued")
_EVENTS = ("flood", "earthquake", "fire", "landslide", "explosion", "storm")
_OUTLETS = ("The Evening Ledger", "Coastal Wire", "Morning Dispatch", "The Harbour Post")
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_SENTENCES = (
    "A {event} struck {town} on {weekday}, and {few} people were {harm}.",
    "“We have never seen anything like this,” {office} {person} said in {town}.",
    "According to {person}, at least {many} houses were destroyed near {town} and {other}.",
    "Between {few} and {many} people are still missing in {other}, {office} {person} said.",
    "On {day}, soldiers opened the road from {town} to {other}, some {few} kilometres away.",
    "The damage was put at ${few} million, {share} percent more than after the {event} of {year}.",
    "Schools in {other} will stay closed until {weekday}, the ministry in {town} said.",
    "{office} {person} denied that more than {many} people had been {harm} in {country}.",
    "Rescue teams from {abroad} arrived in {town} two days later with {few} tonnes of food.",
    "“There were {few} of us on the roof, and nobody came until the next morning,” {person} told reporters.",
    "Electricity has been restored to about {many} households in {other} since {weekday}.",
    "Hospitals in {town}, {other} and {third} took in {many} patients, {person} said.",
)


def articles(count: int, seed: int = 0) -> Iterator[str]:
    """So many articles, each set in one of forty countries; a number's article is always the same."""
    atlas = _atlas()
    for number in range(count):
        yield _article(random.Random(f"{seed}:{number}"), *atlas[number % len(atlas)], atlas)  # noqa: S311


def _article(chance: random.Random, country: str, towns: list[str], atlas: list[tuple[str, list[str]]]) -> str:
    published = _FIRST + dt.timedelta(days=chance.randrange(400))
    event, town = chance.choice(_EVENTS), chance.choice(towns)
    head = f"Dozens {chance.choice(_HARM)} as {event} hits {town}"
    top = f"{head}\n\n{chance.choice(_OUTLETS)}\nPublished: {published:%d %B %Y}\n\n"
    body = (" ".join(_sentence(chance, country, towns, atlas, published) for _ in range(3)) for _ in range(PARAGRAPHS))
    return top + f"{town.upper()}, {country} — " + "\n\n".join(body)


def _sentence(
    chance: random.Random, country: str, towns: list[str], atlas: list[tuple[str, list[str]]], published: dt.date
) -> str:
    town, other, third = chance.sample(towns, 3)
    past = published - dt.timedelta(days=chance.randint(1, 60))
    return chance.choice(_SENTENCES).format(
        event=chance.choice(_EVENTS), town=town, other=other, third=third, country=country,
        weekday=chance.choice(_WEEKDAYS), few=chance.randint(3, 90), many=f"{chance.randint(100, 9_000):,}",
        harm=chance.choice(_HARM), office=chance.choice(_OFFICES), person=chance.choice(_PEOPLE),
        day=f"{past.day} {past:%B}", share=chance.randint(2, 60), year=chance.randint(1995, 2019),
        abroad=chance.choice(atlas)[0],
    )  # fmt: skip


@cache
def _atlas() -> list[tuple[str, list[str]]]:
    """Countries with their largest towns."""
    named = "SELECT name FROM entry WHERE kind = 'country' AND country = ? ORDER BY population DESC LIMIT 1"
    largest = "SELECT name FROM entry WHERE kind = 'settlement' AND country = ? ORDER BY population DESC LIMIT ?"
    with closing(sqlite3.connect(f"file:{build()}?mode=ro", uri=True)) as places:
        codes = places.execute(
            "SELECT country FROM entry WHERE kind = 'settlement' AND population > 50000 AND country IS NOT NULL "
            "GROUP BY country HAVING count(*) >= ? ORDER BY sum(population) DESC LIMIT ?",
            (_TOWNS, _COUNTRIES),
        )
        found = []
        for (code,) in codes.fetchall():
            country = places.execute(named, (code,)).fetchone()
            towns = [name for (name,) in places.execute(largest, (code, _TOWNS))]
            if country:
                found.append((country[0], towns))
        return found
