"""Place names inside longer names: "Fargo Police Department" tells of Fargo, "Houston Rockets" does not."""

from __future__ import annotations

from core.places.tokens import Entity, Tokens

_PUBLIC = frozenset(
    """department dept ministry police court courts courthouse council commission commissioners agency government
    parliament senate legislature house assembly army navy forces force guard military militia troops embassy
    consulate university college school schools academy hospital clinic medical institute center centers centre
    centres bureau office board authority service services sheriff fire chamber library museum church cathedral city
    county town village district airport port station zoo park parks health administration municipality state coalition
    committee congress secretariat attorney prison jail detention hall bridge theater theatre stadium arena project
    republican democratic party census representative rep rescue corps depot base treasury constitution governor
    mayor metropolitan transportation safety welfare cabinet embassy border intelligence security community pantry
    food senior fairgrounds water power energy resources development housing public tribal union association
    foundation society club federation symphony orchestra conservatory hotel ministries intermediate high elementary
    correctional memorial regional national general""".split()
)
_PRIVATE = frozenset(
    """times post herald tribune gazette journal news daily mail telegraph sun star globe chronicle observer guardian
    press weekly review examiner register sentinel courier echo inc ltd llc corp plc airlines airways united fc
    rovers wanderers broncos bulls lakers rockets cowboys yankees giants eagles dispatch standard independent
    express mirror reporter magazine tv radio bank group""".split()
)
_BEFORE = frozenset({"of", "in", "at", "for", "from", "to"})


def tells_of_place(tokens: Tokens, organisation: Entity, start: int, end: int) -> bool:
    """Whether an organisation's name says where it is: a public body named after the place, or "… of the place"."""
    words = tokens.lower[organisation.start : organisation.end]
    if any(word.rstrip(".") in _PRIVATE for word in words):
        return False
    before = tokens.lower_at(start - 1)
    if before == "the":
        before = tokens.lower_at(start - 2)
    if start > organisation.start and before in _BEFORE:
        return end == organisation.end or tokens.lower_at(end) in {",", "and", "'s", "’s", "("}
    opening = organisation.start + (words[0] == "the")
    return start == opening and any(word.rstrip(".") in _PUBLIC for word in tokens.lower[end : organisation.end])
