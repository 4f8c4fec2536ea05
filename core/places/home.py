"""Which country a text is at home in, by words that only one country's papers use: sheriff, councillor, gardaí."""

from __future__ import annotations

from core.places.tokens import Tokens

_WORDS = {
    "US": """sheriff sheriffs county counties interstate township twp congressman congresswoman congressional
    sophomore freshman medicaid medicare republican republicans democrat democrats gop fbi legislature statehouse
    troopers alderman aldermen selectmen superintendent sen rep sens reps
    deputies statewide highway hwy gov coach varsity unincorporated ncaa walmart zip""",
    "GB": """councillor councils constabulary mp mps nhs £ pence tory tories labour lib mep borough solicitor whilst
    gp gps ofsted asbo motorway""",
    "IE": "garda gardaí gardai taoiseach dáil oireachtas seanad tánaiste",
    "CA": "rcmp mpp mla mlas riding toonie loonie mountie mounties",
    "AU": "arvo ute nrl afl bushfire bushfires",
    "IN": "lakh crore panchayat lok sabha tehsil taluk",
    "PH": "barangay barangays",
}
_COUNTRY_OF = {word: country for country, words in _WORDS.items() for word in words.split()}
FULL = 4
"""So many different words leave no doubt."""


def home_of(tokens: Tokens) -> dict[str, float]:
    """How clearly the text speaks as one of each country does, 0 to 1."""
    found = {word.rstrip(".") for word in set(tokens.lower)} & _COUNTRY_OF.keys()
    counts: dict[str, int] = {}
    for word in found:
        counts[_COUNTRY_OF[word]] = counts.get(_COUNTRY_OF[word], 0) + 1
    return {country: min(count, FULL) / FULL for country, count in sorted(counts.items())}
