"""Which country's money a name stands for that several currencies share: "$", "pesos", "rupees", "francs"."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache

from babel import Locale
from babel.numbers import get_territory_currencies

from core.figures.annotated_text import AnnotatedText

SHARED = {
    "pound": "GBP", "franc": "CHF", "lira": "TRY", "rupee": "INR", "rial": "IRR", "riyal": "SAR", "dirham": "AED",
    "krona": "SEK", "krone": "NOK", "mark": "DEM", "leu": "RON", "dinar": "dinar", "peso": "peso",
    "shilling": "shilling", "manat": "manat", "kwacha": "kwacha", "som": "som",
}  # fmt: skip
"""Names that several currencies share, with the one that is meant where no country is named, or else the name."""

PLURALS = {"lei": "leu", "kronor": "krona", "kroner": "krone"}


def shared_word(name: str) -> str:
    """The last word of a currency's name in the singular, as several currencies may share it: "Omani rials" is rial."""
    word = name.lower().split()[-1]
    word = PLURALS.get(word, word if word in SHARED else word.removesuffix("s"))
    return "rial" if word == "riyal" else word


def shared_name(words: tuple[str, ...]) -> str:
    """The word, where a name is nothing else but one that several currencies share."""
    word = shared_word(words[-1])
    alone = len(words) == 1 or words == ("cfa", words[-1])
    return word if (alone and word in SHARED) or (word == "dollar" and len(words) == 1) else ""


_DOLLARS = {"US": "USD", "CA": "CAD", "AU": "AUD", "NZ": "NZD", "HK": "HKD", "SG": "SGD", "TW": "TWD"}
"""Countries whose press writes a plain "$" for its own dollar."""

_FOREIGN = ("US$", "US $", "$US", "USD", "U.S. dollar", "US dollar")


class SharedCurrencies:
    """The currencies of the countries that a text names: those of the sentence, then the most named."""

    def __init__(self, annotated: AnnotatedText) -> None:
        self.annotated = annotated
        counted = Counter(place.country for place in annotated.places if place.country)
        self.countries = [country for country, _ in counted.most_common()]

    def unit(self, unit: str, shared: str, sentence: tuple[int, int]) -> str:
        """The unit with the ISO 4217 code that the shared word has in this sentence; as it is where nothing tells."""
        code, per, rest = unit.partition(" ")
        if shared == "dollar" and code != "USD":  # "$5 Canadian"
            return unit
        local = self._dollar() if shared == "dollar" else self._bearing(shared, sentence)
        return f"{local or code}{per}{rest}"

    def _dollar(self) -> str:
        """The US dollar, unless the text sets another country's own against it.

        A paper in Sydney or Toronto writes "$5 (US$3)": the sign alone is then the dollar of the country most named.
        """
        if not self.countries or not any(form in self.annotated.row.text for form in _FOREIGN):
            return "USD"
        return _DOLLARS.get(self.countries[0], "USD")

    def _bearing(self, word: str, sentence: tuple[int, int]) -> str | None:
        """The currency so called of the first country that has one."""
        near = (place.country for place in self.annotated.places_in(*self.annotated.view.characters(*sentence)))
        every = (country for country in (*near, *self.countries) if country)
        return next((code for country in every if (code := _own(country).get(shared_word(word)))), None)


@lru_cache(maxsize=256)
def _own(country: str) -> dict[str, str]:
    """Codes of a country's currencies today by the last word of their names; the country by its ISO code."""
    names = Locale("en").currencies
    codes = get_territory_currencies(country) if country in Locale("en").territories else ()
    return {shared_word(names[code]): code for code in codes if code in names}
