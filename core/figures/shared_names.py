"""Names of money that several currencies share: pounds, pesos, rupees, francs."""

from __future__ import annotations

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
