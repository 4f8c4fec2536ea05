"""Kinds of news: which verbs and nouns tell the same sort of thing, and how much a headline cares for it.

A table by hand, after the event types of ACE 2005 (Life, Conflict, Justice, Movement, Transaction, Business, Contact,
Personnel), widened by what a newsroom's day holds: finds, disasters, health, openings, votes. A word stands in one row
alone. Rows are narrow, because only events of one row can be two tellings of the same; their topics make the lanes of
the timeline.
"""

from __future__ import annotations

import re
from typing import NamedTuple


class Kind(NamedTuple):
    """One row: ``topic`` is for readers; ``weight`` runs from 0 (background) to 5 (the front page)."""

    name: str
    topic: str
    weight: float


OTHER = "Other"
SAID = "Statements"
_TABLE = (
    ("die", "Deaths and injuries", 5, "kill die death murder slay execute execution assassinate assassination massacre "
     "killing drown perish dead suffocate lynch"),
    ("hurt", "Deaths and injuries", 4.5, "hurt injure wound maim injury poison stab stabbing"),
    ("bury", "Deaths and injuries", 3, "bury burial funeral inter mourn"),
    ("find", "Finds and searches", 4.5, "find discover exhume exhumation unearth uncover recover discovery locate dig"),
    ("search", "Finds and searches", 2.5, "search investigate probe inspect inspection investigation examine comb"),
    ("attack", "Attacks and fighting", 4.5, "attack strike hit shell bomb bombard raid airstrike shelling bombing fire "
     "bombardment explode explosion blast assault ambush storm target pound shoot shooting detonate launch"),
    ("fight", "Attacks and fighting", 4, "fight clash battle fighting skirmish resist repel invade invasion offensive "
     "incursion advance besiege siege"),
    ("capture", "Attacks and fighting", 4, "capture seize retake recapture occupy liberate overrun conquer takeover"),
    ("retreat", "Attacks and fighting", 3.5, "retreat withdraw withdrawal surrender abandon"),
    ("ceasefire", "Attacks and fighting", 3.5, "ceasefire truce"),
    ("flee", "People on the move", 3.5, "flee evacuate displace escape evacuation deport expel evict expulsion exodus "
     "homeless"),
    ("come", "People on the move", 1.5, "arrive return enter leave travel cross land sail depart reach"),
    ("rescue", "Rescue and aid", 3.5, "rescue save free release pull liberation"),
    ("help", "Rescue and aid", 2, "send deliver supply donate distribute ship aid restore repair treat"),
    ("arrest", "Police and courts", 3.5, "arrest detain detention apprehend"),
    ("charge", "Police and courts", 3, "charge indict accuse prosecute sue"),
    ("sentence", "Police and courts", 3, "sentence convict jail imprison acquit verdict sentencing conviction rule "
     "ruling guilty"),
    ("try", "Police and courts", 2, "trial hearing testify"),
    ("kidnap", "Police and courts", 4, "kidnap abduct kidnapping abduction hijack hijacking torture rape"),
    ("rob", "Police and courts", 2.5, "rob steal loot robbery theft smuggle"),
    ("agree", "Agreements and votes", 3, "sign agree ratify seal agreement signing treaty accord deal"),
    ("vote", "Agreements and votes", 3, "vote elect election ballot referendum poll"),
    ("win", "Agreements and votes", 3, "win"),
    ("approve", "Agreements and votes", 2.5, "approve adopt pass ban veto reject decide decision order impose"),
    ("announce", "Announcements", 2.5, "announce declare unveil publish issue announcement reveal"),
    ("open", "Openings and closings", 3, "open reopen inaugurate opening inauguration"),
    ("close", "Openings and closings", 2.5, "close shut closure suspend halt cancel"),
    ("build", "Openings and closings", 1.5, "build construct found establish complete"),
    ("appoint", "Offices", 2.5, "appoint resign sack dismiss nominate promote oust quit resignation inherit succeed"),
    ("meet", "Meetings and visits", 2, "meet visit meeting summit talk talks host gather attend conference"),
    ("protest", "Protests", 3.5, "protest march rally demonstrate demonstration riot walkout uprising revolt walk"),
    ("disaster", "Accidents and disasters", 4, "flood collapse crash sink derail quake earthquake erupt eruption "
     "landslide burn capsize hurricane cyclone typhoon tsunami tornado derailment sinking accident"),
    ("destroy", "Accidents and disasters", 3.5, "destroy damage wreck ruin demolish devastate"),
    ("infect", "Health", 3, "infect quarantine outbreak vaccinate contaminate diagnose test"),
    ("buy", "Money and business", 1.5, "buy sell acquire purchase merge merger sale bid pay invest"),
    ("lay off", "Money and business", 2.5, "layoff redundancy furlough"),
    ("change", "Money and business", 1, "rise fall grow drop earn lose gain raise cut increase decline jump slip"),
    ("say", SAID, 0, "say tell state add note warn claim deny confirm urge vow promise pledge threaten insist speak "
     "describe explain argue call write post speech"),
)  # fmt: skip
KINDS = {word: Kind(name, topic, float(weight)) for name, topic, weight, words in _TABLE for word in words.split()}
KIND_NAMES = frozenset(kind.name for kind in KINDS.values())
TOPICS = (*dict.fromkeys(topic for _, topic, *_ in _TABLE), OTHER)


_FORCES = "army fighters forces insurgents militants rebels soldiers troops"
_JOBS = "employees job jobs posts staff workers workforce"
_PHRASES = (
    ("step", "down aside", "resign"),
    ("lay", "off", "layoff"),
    ("cut", _JOBS, "layoff"),
    ("shed", _JOBS, "layoff"),
    ("axe", _JOBS, "layoff"),
    ("go", "strike", "walkout"),
    ("strike", "dockers drivers nurses pay strikers teachers union unions wages workers", "walkout"),
    ("cast", "ballot ballots vote votes", "vote"),
    ("fall", _FORCES, "capture"),
    ("blow", "up", "explode"),
    ("shoot", "down", "destroy"),
)
"""Verbs that mean another thing beside some words: (trigger, words, the trigger that it stands for then)."""

_MEANT = {verb: [(frozenset(words.split()), as_) for v, words, as_ in _PHRASES if v == verb] for verb, *_ in _PHRASES}
_WORD = re.compile(r"[a-z]{2,20}")


def kind_of(trigger: str, text: str = "") -> Kind:
    """The kind of a trigger's lemma; a word of no row is a kind of its own that no headline waits for.

    ``text`` is what is told with it: to step is nothing, to step down is to resign.
    """
    meant = _MEANT.get(trigger)
    if meant:
        words = set(_WORD.findall(text.lower()))
        trigger = next((as_ for beside, as_ in meant if beside & words), trigger)
    return KINDS.get(trigger) or Kind(trigger, OTHER, 0.5)
