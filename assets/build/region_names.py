"""English name and other names of a region, from Natural Earth's many columns."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher

from babel import Locale

from assets.build.packages import Properties

LANGUAGES = "ar bn de el en es fa fr he hi hu id it ja ko nl pl pt ru sv tr uk ur vi zh zht".split()

GENERIC = frozenset(
    "autonomous canton city commune county department district division entity governorate krai municipal "
    "municipality oblast okrug prefecture province raion region republic state voivodeship and of the".split()
)
# A name of such words alone ("Central", "Upper West") says nothing without its kind.
DIRECTIONS = frozenset(
    "north south east west northern southern eastern western central northeast northwest southeast southwest "
    "north-eastern north-western south-eastern south-western northeastern northwestern southeastern southwestern "
    "nord sud est ouest centre norte sur este oeste upper lower middle outer inner capital national new island islands "
    "metropolitan federal territory".split()
)


SPOILT = frozenset("�£¡¢")  # left of letters in a wrong encoding
LETTERS = str.maketrans({"ı": "i", "ə": "a", "đ": "d", "ł": "l", "ø": "o", "æ": "ae", "ß": "ss"})
SPELLING = 0.65  # likeness (difflib) of two spellings of one name


def fold(name: str) -> str:
    """The name without case, accents and punctuation, for comparing."""
    letters = unicodedata.normalize("NFKD", name.casefold().translate(LETTERS))
    bare = "".join(char for char in letters if not unicodedata.combining(char))
    return " ".join(re.findall(r"\w+", re.sub(r"['’`ʹʼ]", "", bare)))


def bare_name(name: str) -> str:
    """The name without generic words before or after it: "Kharkiv Oblast", "Republic of Tatarstan" lose theirs.

    Whole where nothing telling would stay ("Central Region").
    """
    words = name.split()
    kept = list(words)
    for end in (0, -1):
        while kept and fold(kept[end]) in GENERIC:
            kept.pop(end)
    short = " ".join(kept)
    return short if telling(short) else name


def telling(name: str) -> bool:
    """Is there a word in the name that is neither generic nor a direction?"""
    return any(word not in GENERIC | DIRECTIONS and not word.isdigit() for word in fold(name).split())


def own_names(row: Properties) -> list[str]:
    """Names that Natural Earth and GeoNames themselves give the row, best first."""
    fields = ["name", "name_alt", "name_local", "woe_name", "gn_name", "gns_name"]
    split = (part.strip() for field in fields for part in re.split(r"[|/]", row.get(field) or ""))
    return [name for name in dict.fromkeys(split) if name and not set(name) & SPOILT]


def _alike(one: str, other: str) -> bool:
    """Do the names share their beginning or a telling word, or differ in spelling only?"""
    first, second = fold(one), fold(other)
    words = {word for word in first.split() if word not in GENERIC | DIRECTIONS and len(word) > 2}
    return (
        first[:4] == second[:4]
        or bool(words & set(second.split()))
        or SequenceMatcher(None, first, second, autojunk=False).ratio() >= SPELLING
    )


def trusted(row: Properties) -> bool:
    """Is the row's Wikidata item (name_en, name_de, …) the right one? A few are a neighbour's."""
    english = row.get("name_en") or ""
    return bool(english) and any(_alike(english, name) for name in own_names(row))


def english_name(row: Properties) -> str:
    """The plain English name without generic word; "" where Natural Earth has none."""
    own = own_names(row)
    name = row["name_en"] if trusted(row) else (own[0] if own else row.get("name_en") or "")
    return bare_name(re.split(r"[|/]", name)[0].strip())


def all_names(row: Properties) -> list[str]:
    """Every name of the row, the English one first, without repeats."""
    translated = [row.get(f"name_{language}") or "" for language in LANGUAGES] if trusted(row) else []
    names = (name.strip() for name in [english_name(row), *own_names(row), *translated])
    return [name for name in dict.fromkeys(names) if len(name) > 1 and telling(name) and not set(name) & SPOILT]


def country_names(code: str) -> list[str]:
    """CLDR's names of the country in the same languages, English first."""
    locales = ["en", *(language for language in LANGUAGES if language not in ("en", "zht"))]
    names = (Locale(language).territories.get(code, "") for language in locales)
    return [name for name in dict.fromkeys(names) if name]


def without_borrowed(names: Sequence[list[str]], taken: Iterable[str]) -> list[list[str]]:
    """Each region's names less those that are not its own; `names` are all regions of one country.

    Natural Earth lists the larger region among a province's names ("Tuscany" for Arezzo) and sometimes a
    neighbour's. A name shared by regions that are called differently is none of theirs, nor is one in `taken`.
    """
    owners: dict[str, set[str]] = {}
    for own in names:
        for name in own:
            owners.setdefault(fold(name), set()).add(fold(own[0]))
    firsts = {fold(own[0]) for own in names}
    strangers = {fold(name) for name in taken}
    return [
        [
            name
            for name in own
            if (key := fold(name)) == fold(own[0])
            or (len(owners[key]) == 1 and key not in firsts and key not in strangers)
        ]
        for own in names
    ]


def common_names(names: Sequence[list[str]]) -> list[str]:
    """Names that all of several regions carry: those of the larger region that they make up."""
    counts = Counter(name for own in names for name in set(own))
    return sorted(name for name, count in counts.items() if count == len(names) > 1)
