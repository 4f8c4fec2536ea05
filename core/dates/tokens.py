"""A text cut into words, numbers and marks, each with its class."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from core.dates import lexicon as lex
from core.dates.order import DateOrder
from core.dates.pattern import OTHER, Alphabet
from core.lexicon import meaning

# A text is mostly words with a mark behind some of them: those are taken at once (first group), and so is
# what else stands between spaces and underscores; only that is then cut further. Each match costs more than its
# characters. A lone letter before a mark may be half of "p. m.".
_RUN = re.compile(
    r"([^\W\d_½][^\W\d_]++|[^\W\d_½](?![^\s_]))[^\w\s'’‘]?+(?![^\s_])|(?=[\S\n])(?:[^\s_]++|\n\s*\n(?P<BREAK>))"
)

# Branches open with a set of characters or a look at the first one, so that what is no token is soon passed over.
# An empty group at the end of a branch tells its kind.
_TOKEN = re.compile(
    r"(?=[\S\n])(?:[^\w\s'’‘](?:[^\w\s'’‘]{7,}+|)(?P<sign>)"  # eight and more are layout
    r"|[0-9]++(?![-./:][0-9]|,[0-9]{3}|[^\W\d_])(?P<naked>)"
    r"|(?=[0-9½])(?:(?P<digits>[12][0-9]{3}(?=[A-Z][a-z]))"  # a year with a heading run into it: "in 1944The war"
    r"|(?P<glued>[0-9]++[^\W\d_]+)"
    r"|(?P<ISO>\b[12][0-9]{3}-[0-9]{2}-[0-9]{2}(?![0-9]))"
    r"|(?P<NUMDATE>(?<![0-9.:/-])[0-9]{1,2}(?P<mark>[./-])[0-9]{1,2}(?P=mark)(?:[0-9]{4}|[0-9]{2})(?![0-9/]))"
    r"|(?P<CLOCK>(?<![0-9:])[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?![0-9:]))"
    r"|(?P<NUMBER>[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])|[0-9]+\.[0-9]+|1/2|½)"
    r"|(?P<number>[0-9]+))"
    r"|[QH][1-4]\b(?P<HALF>)"
    r"|[apBb](?<!\w[apBb])\.(?:(?<=[ap].)\s?m\b\.?(?P<MERIDIEM>)|(?<=[Bb].)\s?[Cc]\b(?:\.\s?[Ee]\b)?\.?(?P<BC>))"
    r"|[^\W\d_]++(?:['’](?:clock|t)\b|)(?P<word>)"
    r"|['’‘](?:(?![0-9s])|(?<!\w['’‘])[0-9]{2}(?:s\b|(?![\w]))(?P<SHORTYEAR>)|(?<!‘)s\b(?P<POSS>)|)"
    r")"
)
_SIGNS = {
    ".": "DOT", ",": "COMMA", "-": "HYPHEN", "–": "DASH", "—": "LONGDASH", "/": "SLASH", "(": "OPEN", ")": "CLOSE",
    "'": "APOS", "’": "APOS", "%": "PERCENT", "$": "MONEY", "£": "MONEY", "€": "MONEY", ":": "COLON",
}  # fmt: skip
_GLUED = re.compile(r"(?P<number>[0-9]+)(?P<tail>\D+)", re.DOTALL)


_NUMBER_EXAMPLES = (
    "0", "1", "00", "13", "25", "32", "0000", "1000", "1999", "2300", "5000",
    "1st", "32nd", "90s", "490s", "1990s", "5am", "0530hrs",
)  # fmt: skip
"""One for every set of classes that a number can have: rules can only speak of sets known beforehand."""


@dataclass(frozen=True, slots=True)
class DateTokens:
    """The tokens of a text: offsets, words in small letters, the string of their class codes, its order of dates."""

    text: str
    starts: list[int]
    ends: list[int]
    lower: list[str]
    codes: str
    order: DateOrder


class Classes:
    """The classes of every word and number; ``literals`` are the words that rules name as themselves."""

    def __init__(self, literals: set[str]) -> None:
        self.alphabet = Alphabet()
        self._small: dict[str, str] = {}
        self._capital: dict[str, str] = {}
        vocabulary = _vocabulary()
        for word in literals | set(vocabulary):
            named = frozenset({word}) if word in literals else frozenset()
            classes = named | vocabulary.get(word, frozenset())
            self._capital[word] = self.alphabet.code(classes)
            small = classes - {"MONTH", "SHORTMONTH", "SHORTWEEKDAY"} if word in lex.NEEDS_CAPITAL else classes
            self._small[word] = self.alphabet.code(small)
        for example in _NUMBER_EXAMPLES:
            self.of_number(example)
        kinds = ("ISO", "NUMDATE", "CLOCK", "NUMBER", "HALF", "MERIDIEM", "BC", "SHORTYEAR", "POSS", "BREAK")
        self._kinds = {kind: self.alphabet.code(frozenset({kind})) for kind in kinds}
        self._signs = {sign: self.alphabet.code(frozenset({name})) for sign, name in _SIGNS.items()}
        self._number = lru_cache(maxsize=4096)(self.of_number)

    def of_number(self, digits: str) -> str:
        """The code for bare digits or digits with letters glued on ("16th", "1990s", "9am")."""
        return self.alphabet.code(_number_classes(digits))

    def _code(self, kind: str, token: str, lower: str) -> str:
        if kind == "word":
            return (self._capital if token[0].isupper() else self._small).get(lower, OTHER)
        if kind == "sign":
            return self._signs.get(token, OTHER)
        if kind in ("digits", "glued", "naked", "number"):
            return self._number(lower)
        return self._kinds[kind]

    def read(self, text: str, country: str | None = None) -> DateTokens:
        """Cut the text and class each token, in one pass."""
        starts, ends, lowers, codes = [], [], [], []
        free = 0
        small, capital, signs = self._small, self._capital, self._signs
        for run in _RUN.finditer(text):
            first, last = run.span(1)
            if first >= free:  # a plain word; names of months that are other words too need their capital
                token = run[1]
                lower = token.lower()
                starts.append(first)
                ends.append(last)
                lowers.append(lower)
                codes.append((capital if token[0].isupper() else small).get(lower, OTHER))
                if last < (end := run.end()):
                    sign = text[last]
                    starts.append(last)
                    ends.append(end)
                    lowers.append(sign)
                    codes.append(signs.get(sign, OTHER))
                continue
            for kind, start, end in _cut(text, run, free):
                free = end
                lower = text[start:end].lower().replace("’", "'")
                starts.append(start)
                ends.append(end)
                lowers.append(lower)
                codes.append(self._code(kind, text[start:end], lower))
        return DateTokens(text, starts, ends, lowers, "".join(codes), DateOrder(text, country))


def _cut(text: str, run: re.Match[str], free: int) -> Iterator[tuple[str, int, int]]:
    """Kind, start and end of each token of a run from ``free`` on; the last may go beyond it ("p. m.")."""
    start, end = max(run.start(), free), run.end()
    if run.lastgroup == "BREAK" and start == run.start():
        yield "BREAK", start, end
        return
    while start < end:
        match = _TOKEN.match(text, start)
        if match is None:  # a digit of another script
            start += 1
            continue
        yield match.lastgroup or "sign", start, match.end()
        start = match.end()


def _number_classes(digits: str) -> frozenset[str]:
    glued = _GLUED.fullmatch(digits)
    if glued:
        return _glued_classes(glued["number"], glued["tail"])
    value, classes = int(digits[:5]), {"NUMBER"}  # no class hangs on more, and Python reads no thousands of digits
    if len(digits) <= 2:
        classes |= {name for name, low, high in (("DAY", 1, 31), ("HOUR", 0, 24)) if low <= value <= high}
        if len(digits) == 2:
            classes.add("TWODIGITS")
    elif len(digits) == 4:
        if 1000 <= value <= 2199:
            classes.add("YEAR")
        if value // 100 < 24:  # a minute past the 59th is left to the rule
            classes.add("MILITARY")
    return frozenset(classes)


def _glued_classes(number: str, tail: str) -> frozenset[str]:
    value = int(number[:5])
    if tail in ("st", "nd", "rd", "th"):
        return frozenset({"ORDINAL", "DAYTH"} if 1 <= value <= 31 else {"ORDINAL"})
    if tail == "s" and len(number) in (2, 3, 4) and value % 10 == 0:
        return frozenset({f"DECADE{len(number)}"})
    if tail in ("am", "pm") and value <= 12:
        return frozenset({"CLOCKAM"})
    if tail in ("hrs", "hr", "h", "gmt", "z") and len(number) == 4:
        return frozenset({"CLOCKAM"})
    return frozenset()


def _vocabulary() -> dict[str, frozenset[str]]:
    """Word → classes, from the lexicon."""
    tables: list[tuple[str, object]] = [
        ("MONTH", lex.MONTHS), ("SHORTMONTH", lex.SHORT_MONTHS), ("WEEKDAY", lex.WEEKDAYS),
        ("SHORTWEEKDAY", lex.SHORT_WEEKDAYS), ("UNIT", lex.UNITS), ("UNITS", lex.PLURAL_UNITS),
        ("SEASON", lex.SEASONS), ("PART", lex.PARTS_OF_DAY), ("CARDINAL", lex.CARDINALS),
        ("ORDWORD", lex.ORDINALS), ("DECADEWORD", lex.DECADES),
        ("SEASONS", {f"{name}s" for name in lex.SEASONS}), ("WEEKDAYS", {f"{name}s" for name in lex.WEEKDAYS}),
        ("PARTS", meaning("time", "parts of day")),
        ("MERIDIEM", {"am", "pm"}), ("BC", {"bc", "bce"}),
        ("ZONE", meaning("time", "time zone")),
    ]  # fmt: skip
    classes: dict[str, set[str]] = {}
    for name, words in tables:
        for word in words:  # type: ignore[attr-defined]  # each second item is a collection of words
            classes.setdefault(word, set()).add(name)
    return {word: frozenset(names) for word, names in classes.items()}
