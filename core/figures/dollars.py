"""Which dollar a plain "$" is: by the document's country."""

from __future__ import annotations

from collections import Counter

from core.figures.money import DOLLARS
from core.figures.reading import Reading

_FOREIGN = ("US$", "US $", "$US", "USD", "U.S. dollar", "US dollar")


def local_dollar(reading: Reading) -> str:
    """ISO 4217 code of a plain "$": the US dollar, unless the text sets another country's own against it.

    A paper in Sydney or Toronto writes "$5 (US$3)": the sign alone is then the dollar of the country most named.
    """
    if not any(form in reading.row.text for form in _FOREIGN):
        return "USD"
    countries = Counter(place.country for place in reading.places if place.country)
    for country, _ in countries.most_common(1):
        return DOLLARS.get(country, "USD")
    return "USD"
