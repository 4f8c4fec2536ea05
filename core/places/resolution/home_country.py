"""Which country a text is at home in, by words that only one country's papers use: sheriff, councillor, gardaí."""

from __future__ import annotations

from collections import Counter

from core.lexicon import meaning
from core.text.view import TextView

_WORDS = {
    "US": """sheriff sheriffs county counties interstate township twp sophomore freshman medicaid medicare statehouse
    troopers alderman aldermen selectmen superintendent deputies statewide highway hwy coach varsity unincorporated
    ncaa walmart zip""",
    "GB": """councillor councils constabulary mp mps nhs £ pence tory tories labour lib mep borough solicitor whilst
    gp gps ofsted asbo motorway county""",
    "IE": "county garda gardaí gardai taoiseach dáil oireachtas seanad tánaiste",
    "CA": "rcmp mpp mla mlas riding toonie loonie mountie mounties",
    "AU": "arvo ute nrl afl bushfire bushfires",
    "IN": "lakh crore panchayat lok sabha tehsil taluk",
    "PH": "barangay barangays",
}
_POLITICS = frozenset(
    """congressman congresswoman congressional republican republicans democrat democrats gop fbi legislature sen rep
    sens reps gov""".split()
)
"""American words that papers everywhere use; all of them count as one."""

_OF = tuple((country, frozenset(words.split())) for country, words in _WORDS.items())
FULL = 4
"""So many different words leave no doubt."""

_SPELT = 2
"""British spellings, however many, count as so many words of each of the countries that spell so."""

_BRITISH = meaning("spelling", "british spelling", "british word")
_OF_BRITISH = ("GB", "IE", "AU", "NZ", "ZA")


def home_of(view: TextView) -> dict[str, float]:
    """How clearly the text speaks as one of each country does, 0 to 1."""
    words = {word.rstrip(".") for word in set(view.lower)}
    counts = Counter({country: len(words & own) for country, own in _OF})
    counts["US"] += not words.isdisjoint(_POLITICS)
    for country in _OF_BRITISH:
        counts[country] += min(len(words & _BRITISH), _SPELT)
    return {country: min(count, FULL) / FULL for country, count in sorted(counts.items()) if count}
