"""Names of months in the languages of the newsrooms we know, as dates have them."""

from __future__ import annotations

_BEGINNINGS = (
    "jan janv січ янв sty ene",
    "feb févr fév лют фев lut",
    "mar mär mars бер мар marz",
    "apr avr квіт кві апр kwi abr",
    "may mai трав тра мая май maj mayo",
    "jun juin черв чер июн cze",
    "jul juil лип июл lip",
    "aug août серп сер авг sie ago",
    "sep вер сен wrz set",
    "oct okt жовт жов окт paź",
    "nov лист лис ноя lis",
    "dec dez déc груд гру дек gru dic",
)
_SHORTEST = 3


def month_of(word: str) -> int | None:
    """1 to 12; null for a word that begins like no month. The longest beginning counts: "juin" is not "jui…"."""
    small = word.lower().rstrip(".")
    found = [
        (len(beginning), number)
        for number, beginnings in enumerate(_BEGINNINGS, start=1)
        for beginning in beginnings.split()
        if small.startswith(beginning) and len(small) >= _SHORTEST
    ]
    return max(found)[1] if found else None
