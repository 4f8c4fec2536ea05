"""Currencies: signs and codes before or behind a number, names behind it (``currencies.csv`` of the lexicon, CLDR)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from babel import Locale

from core.figures.lexemes import Row
from core.figures.shared_currencies import PLURALS, SHARED, shared_name
from core.lexicon import sheet

MULTIPLES = {"M": 10**6, "K": 10**3, "B": 10**9, "T": 10**12}
_SIGN = re.compile(r"[^\w\s()\[\],;:!?\"'“”‘’]")
_CODE_BEFORE = re.compile(r"(?<![^\W_])([A-Za-z]{2,6}\.?=?)$")
_SUBUNITS = {"cent": "cent", "cents": "cent", "¢": "cent", "pence": "penny", "penny": "penny", "pennies": "penny"}
_SUBUNITS |= {"kopeck": "kopeck", "kopecks": "kopeck", "sen": "sen", "satoshi": "satoshi", "satoshis": "satoshi"}
_DROPPED = {ord(c): None for c in " .\u00a0\u202f"}
_WORDLIKE_CODES = frozenset("ALL ANG BAM BOB COP CUP GEL LAK MAD MOP PEN SOS TOP TRY XXX".split())
_SPACED = frozenset("RS RM RP DH DHS KSH NIS RMB SFR DOLLAR".split())
_AMBIGUOUS = frozenset(
    """won real mark marks rand kip taka birr som soms lari pound pounds leone leones dong lek balboa sol soles cordoba
    cordobas lev lei leu""".split()
)
"""Words that are money behind a large number only."""


@dataclass(frozen=True, slots=True)
class Money:
    """A currency as read beside a number: ISO 4217 code or subunit, a factor ("MUSD"), and where its words lie."""

    unit: str
    first: int
    last: int
    factor: int = 1
    shared: str = ""
    """The name alone, where several currencies share it and no word beside it tells which: "dollar", "peso"."""


@dataclass(frozen=True, slots=True)
class CurrencyTable:
    """Currencies by folded symbol, by the words of their names, and all codes."""

    symbols: dict[str, str]
    names: dict[str, list[tuple[tuple[str, ...], str]]]
    codes: frozenset[str]


@lru_cache(maxsize=1)
def table() -> CurrencyTable:
    """``currencies.csv`` and the English names of all currencies in CLDR, read once."""
    symbols: dict[str, str] = {}
    names: dict[str, str] = {}
    codes = Locale("en").currencies
    for code, name in codes.items():
        if "(" not in name:
            names[name.lower()] = code
    for row in sheet("currencies"):
        symbols.update((_fold(symbol), row["code"]) for symbol in row["symbols"].split("|") if symbol)
        names.update((name, row["code"]) for name in row["names"].split("|") if name)
    names.update(SHARED | {plural: SHARED[name] for plural, name in PLURALS.items()})
    by_word: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for name, code in names.items():
        for form in (name, f"{name}s"):
            words = tuple(form.replace("u.s.", "u . s .").split())
            by_word.setdefault(words[0], []).append((words, code))
    for entries in by_word.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return CurrencyTable(symbols, by_word, (frozenset(codes) | {"BTC"}) - _WORDLIKE_CODES)


def _fold(symbol: str) -> str:
    return symbol.translate(_DROPPED).upper()


def read_before(row: Row, first: int) -> Money | None:
    """The currency in front of lexeme ``first``: "$", "US $", "C$", "RM", "EUR ", "MUSD "."""
    end = row[first].start
    window = row.text[max(0, end - 9) : end]
    head = window.rstrip(" \u00a0\u202f")
    if not head or len(window) - len(head) > 1 or "\n" in window[len(head) :]:
        return None
    start = end - len(window)
    spaced = len(head) < len(window)
    return _symbol_before(row, first, head, start) or _code_before(row, first, head, start, spaced)


def _symbol_before(row: Row, first: int, head: str, start: int) -> Money | None:
    if _SIGN.search(head) is None:
        return None
    for begin in range(len(head)):
        code = table().symbols.get(_fold(head[begin:]))
        starts_word = begin == 0 or not (head[begin].isalnum() and head[begin - 1].isalnum())
        if head[begin : begin + 2] in ("a ", "A ", "s ", "S ", "a$", "s$"):  # an article, or a possessive
            continue
        if code is not None and starts_word and not head[begin].isspace() and not head[begin:].isalpha():
            return Money(code, row.at(start + begin), first, shared="dollar" if head[begin:] == "$" else "")
    return None


def _code_before(row: Row, first: int, head: str, start: int, spaced: bool) -> Money | None:
    match = _CODE_BEFORE.search(head)
    if match is None:
        return None
    written = match.group(1)
    if written.endswith(".") and written.lower() not in ("rs.", "fr."):
        return None
    found = _code(written) or _code(written.upper()) if not spaced or written.isupper() else _lower_code(written)
    code, folded = table().symbols.get(_fold(written)), _fold(written)
    if found is None and code is not None and (folded in _SPACED or not spaced):
        # "PS" and "Y=" are what some converters to plain ASCII make of £ and ¥; a PS5 is a console
        found = None if folded == "PS" and len(row[first].word) < 2 else (code, 1)
    shared = "rupee" if folded.rstrip(".") == "RS" else ""
    return Money(found[0], row.at(start + match.start()), first, found[1], shared) if found else None


def _lower_code(written: str) -> tuple[str, int] | None:
    return _code(written.upper()) if written in ("usd", "eur", "gbp", "uah", "rmb") else None


def _code(written: str) -> tuple[str, int] | None:
    """(ISO code, factor) of "EUR" or "MEUR"."""
    if written in table().codes:
        return written, 1
    if len(written) == 4 and written[0] in MULTIPLES and written[1:] in table().codes:
        return written[1:], MULTIPLES[written[0]]
    return None


def read_after(row: Row, last: int, large: bool) -> Money | None:
    """The currency behind lexeme ``last``: "euros", "US dollars", "-dollar", "€", "USD", "MGBP".

    Args:
        row: the text.
        last: the lexeme after the number.
        large: the number is too large for the other sense of "pounds", "won" or "marks".
    """
    i = last
    if row[i].word in ("-", "‑") and row.adjoins(i, 0):
        i += 1
    if not row.adjoins(i):
        return None
    lexeme = row[i]
    if lexeme.word in _SUBUNITS and (lexeme.word != "sen" or not row.text[lexeme.start].isupper()):
        return Money(_SUBUNITS[lexeme.word], last, i + 1)
    if lexeme.word == "p" and row.text[lexeme.start] == "p" and row[i + 1].word not in ("/", "-"):
        attached = lexeme.start == row[last - 1].end
        if attached or not (row[i + 1].word == "." and row[i + 2].word == "m"):
            return Money("penny", last, i + 1)
    return _symbol_after(row, i, last) or _name_after(row, i, last, large)


def _symbol_after(row: Row, i: int, last: int) -> Money | None:
    written = row.text[row[i].start : row[i].end]
    if row[i].kind == "mark" and (code := table().symbols.get(written)):
        before_next_number = row[i + 1].kind == "number" and row.adjoins(i + 1, 0)
        return None if before_next_number else Money(code, last, i + 1, shared="dollar" if written == "$" else "")
    if row[i].kind != "word":
        return None
    if written in table().symbols and not written.isascii():
        return Money(table().symbols[written], last, i + 1)
    if written.lower() in ("kn", "zl", "rm") and row[i + 1].kind != "number":
        return Money(table().symbols[_fold(written)], last, i + 1)
    code = written if written.isupper() else {"usd": "USD", "eur": "EUR", "gbp": "GBP"}.get(written, "")
    found = _code(code)
    return Money(found[0], last, i + 1, found[1]) if found else None


def _name_after(row: Row, i: int, last: int, large: bool) -> Money | None:
    for words, code in table().names.get(row[i].word, ()):
        end = i + len(words)
        if row.words(i, len(words)) != words:
            continue
        if len(words) == 1 and words[0] in _AMBIGUOUS and not large:
            return None
        return Money(code, last, end, shared=shared_name(words))
    return None


def qualifier_after(row: Row, last: int) -> tuple[str, int] | None:
    """The country behind an amount in dollars: "$31.20 US", "$75 U.S. per barrel", "$5 Canadian"."""
    word = row.text[row[last].start : row[last].end] if row.adjoins(last) else ""
    if word == "US":
        return "USD", last + 1
    if word == "U" and row.words(last, 3) == ("u", ".", "s"):
        return "USD", last + (4 if row[last + 3].word == "." else 3)
    if word in ("Canadian", "Australian"):
        return {"Canadian": "CAD", "Australian": "AUD"}[word], last + 1
    return None
