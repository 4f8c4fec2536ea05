"""Places in Ukrainian and Russian texts: names by their stems, regions by their adjectives.

No model of these languages is at hand, so the gazetteer alone decides, with the words beside a name. Declined forms are
led back to the first case by the commonest endings of both languages (у Харкові, в Одессе, під Куп'янськом).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from core.places.gazetteer import Gazetteer, Name
from core.places.mention import Mention
from core.places.recognition.forms import Stretch
from core.text.view import TextView

_CYRILLIC = re.compile(r"[\u0400-\u04ff]+")
_LETTERS = re.compile(r"[^\W\d_]+")
_SAMPLE = 4_000
"""Characters by which the script of a text is told."""

_LONGEST = 3
"""Words of a name."""


_WHERE = frozenset(
    """у в на під біля до з із зі за над через поблизу під про навколо між від во под около возле близ из изо с к от
    между вокруг до через над по місто місті міста село селі села селище м. с. смт город городе города село селе села
    поселок посёлок деревня деревне г. столиця столица""".split()
)
_AFTER = frozenset({"область", "області", "областю", "обл", "области", "областью", "район", "районі", "районе"})
_ADJECTIVE = re.compile(r"(.{3,}?)(ськ|цьк|зьк|ск|цк)(?:ий|ій|ої|ою|ого|ому|им|ім|а|у|е|ая|ой|ую|ом|ый)$")
_NOT_NAMES = frozenset(
    """він вона вони воно це цей але як що коли після перед також його її їх ми ви она они это но как что когда
    после также его её мы вы президент міністр губернатор мер мэр""".split()
)
_LARGE = 100_000
"""People of a town that may stand at the beginning of a sentence without a preposition."""

_COMMON = 20_000
"""People of a town that may stand elsewhere without one."""


_ENDINGS: tuple[tuple[str, tuple[str, ...]], ...] = (
    # longest first: what a form ends in, and what the first case ends in
    ("еві", ("їв", "ев", "ів", "")),
    ("єві", ("їв", "єв")),
    ("ові", ("ів", "ов", "")),
    ("евом", ("ев", "їв")),
    ("євом", ("їв",)),
    ("овом", ("ів", "ов", "ово")),
    ("ева", ("ев", "їв", "ево")),
    ("єва", ("їв",)),
    ("ову", ("ів", "ов", "ово")),
    ("ова", ("ів", "ов", "ово")),
    ("ове", ("ов",)),
    ("еве", ("ев",)),
    ("ому", ("е", "ое", "ий")),
    ("ого", ("е", "ое", "ий")),
    ("ої", ("а",)),
    ("ою", ("а",)),
    ("ею", ("я", "а")),
    ("єю", ("я",)),
    ("ії", ("ія",)),
    ("ию", ("ия",)),
    ("ии", ("ия",)),
    ("ію", ("ія",)),
    ("ее", ("ея",)),
    ("ем", ("ь", "е", "")),
    ("єм", ("й",)),
    ("ью", ("ь",)),
    ("ям", ("и",)),
    ("ом", ("", "о")),
    ("ой", ("а", "ая")),
    ("ую", ("ая",)),
    ("их", ("і", "ие", "ы")),
    ("ах", ("и", "ы", "а")),
    ("ях", ("і", "и")),
    ("зі", ("га",)),
    ("ці", ("ка",)),
    ("сі", ("ха", "са", "с")),
    ("полі", ("піль", "поль")),
    ("поля", ("піль", "поль")),
    ("полем", ("піль", "поль")),
    ("і", ("", "а", "ь", "я", "о")),
    ("ї", ("я", "й")),
    ("е", ("", "а", "ь", "о", "я")),
    ("у", ("", "а", "о")),
    ("ю", ("ь", "я", "й")),
    ("а", ("", "о")),
    ("я", ("ь", "е", "й")),
    ("и", ("а", "я", "ь")),
    ("ы", ("а",)),
)


def is_cyrillic(text: str) -> bool:
    """Whether most letters of the text's beginning are Cyrillic."""
    sample = text[:_SAMPLE]
    return 2 * len("".join(_CYRILLIC.findall(sample))) > len("".join(_LETTERS.findall(sample)))


def recognise_cyrillic(view: TextView, gazetteer: Gazetteer) -> list[Mention]:
    """All mentions of places, in order; linear in the number of words."""
    spans = {span: tuple(_forms(view, span)) for span in _stretches(view)}
    names = gazetteer.names(form for forms in spans.values() for form in forms)
    found: list[Mention] = []
    for span, forms in spans.items():
        if found and span[0] < found[-1].end:
            continue
        known = next((names[form] for form in forms if form in names), ())
        if known and _is_place(view, span, known):
            found.append(_mention(view, span, known))
    return found


def first_cases(word: str) -> Iterator[str]:
    """The form itself, then what its first case may be."""
    yield word
    for ending, firsts in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 2:
            yield from (word[: -len(ending)] + first for first in firsts)


def _stretches(view: TextView) -> Iterator[Stretch]:
    """Words with a capital, longest run first, and with the word for a region after them."""
    for start in range(len(view)):
        if not _is_name(view, start):
            continue
        end = start + 1
        while end < min(start + _LONGEST, len(view)) and (_is_name(view, end) or view.words[end] == "-"):
            end += 1
        if view.lower_at(start + 1) in _AFTER:
            yield start, start + 2
        yield from ((start, last) for last in range(end, start, -1) if view.words[last - 1] != "-")


def _is_name(view: TextView, index: int) -> bool:
    word = view.words[index]
    return len(word) > 2 and word[0].isupper() and _CYRILLIC.match(word) is not None


def _forms(view: TextView, span: Stretch) -> Iterator[str]:
    """Forms to look up: of a region its full name in both languages, of others the first cases of the last word."""
    start, end = span
    adjective = _ADJECTIVE.match(view.lower[start]) if view.lower[end - 1] in _AFTER else None
    if adjective:
        stem = view.words[start][: len(adjective[1] + adjective[2])]
        kind = "район" if view.lower[end - 1].startswith("район") else "область"
        yield from (f"{stem}{ending} {kind}" for ending in (("ий",) if kind == "район" else ("а", "ая")))
        return
    before = view.text[view.starts[start] : view.starts[end - 1]]
    for first in first_cases(view.words[end - 1]):
        yield before + first
    if end - start == 2:  # both words are declined: в Новой Каховке
        for one in first_cases(view.words[start]):
            yield from (f"{one} {other}" for other in first_cases(view.words[end - 1]))


def _is_place(view: TextView, span: Stretch, names: Sequence[Name]) -> bool:
    start, end = span
    entry = names[0].entry
    if view.lower[start] in _NOT_NAMES or names[0].relation == "adjective":
        return False
    if view.lower[end - 1] in _AFTER or view.lower_at(end) in _AFTER:
        return True
    if _is_where(view, start):
        return True
    first = start > 0 and _is_name(view, start - 1) and not (view.opens[start - 1] or start == 1)
    last = end < len(view) and _is_name(view, end) and not view.opens[end]
    if first or last:  # a first name and a surname
        return False
    opens = view.opens[start] or start == 0
    return entry.kind in {"country", "region", "area"} or entry.population >= (_LARGE if opens else _COMMON)


def _is_where(view: TextView, start: int) -> bool:
    """Whether a preposition of place or a kind word leads up to the name, or a list that one opens."""
    index = start - 1
    for _ in range(12):
        word = view.lower_at(index)
        if word in _WHERE:
            return True
        if word not in {",", "і", "та", "й", "и", "або", "или", "-"} and not (index >= 0 and _is_name(view, index)):
            return False
        index -= 1
    return False


def _mention(view: TextView, span: Stretch, names: tuple[Name, ...]) -> Mention:
    region = view.lower[span[1] - 1] in _AFTER
    return Mention(
        start=span[0],
        end=span[1],
        text=view.words_of(*span),
        names=names,
        adjective=False,
        evidence=3.0 if region or _is_where(view, span[0]) else 2.0,
        kind="region" if region else None,
        kind_word="region" if region else "",
    )
