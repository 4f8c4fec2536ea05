"""Words that tell saying from doing, doing from being, and what happened from what is planned, denied or doubted."""

from __future__ import annotations

SAYING = frozenset(
    """acknowledge add admit affirm allege argue assert boast caution claim comment complain concede confirm contend
    deny describe disclose emphasise emphasize estimate explain hint indicate inform insist maintain mention
    note observe point pledge predict promise quote read reaffirm recall refer reiterate remark repeat reply
    report respond reveal say speak state stress suggest swear tell testify threaten tweet underline underscore urge
    vow warn write post show""".split()
)
DOING = frozenset("announce appoint approve call declare launch open order sign unveil".split())
"""Said in words and yet done by saying it: an announcement is an event of its own."""

REPORTING = SAYING - frozenset("pledge promise threaten urge vow swear show point read describe".split())
"""Verbs whose date may stand in for the date of what they report."""

STATIVE = frozenset(
    """appear be belong believe consist contain cost depend deserve doubt equal exist expect fear feel have hope
    include involve know lack lie like love matter mean need own possess prefer regard remain represent resemble
    seem sound stand suffer suppose think understand want wish consider face enjoy care deal let make get keep
    look locate situate base total""".split()
)

# Verbs and adjectives that only say how another verb stands: "is expected to arrive" tells of an arrival.
INTENDING = frozenset(
    "aim bind due eager expect hope intend keen plan poise prepare ready schedule seek set slate want".split()
)
FAILING = frozenset("decline fail forget neglect refuse reluctant unable unwilling".split())
SEEMING = frozenset("allege appear believe fear likely presume report rumour rumor seem suspect think".split())
MANAGING = frozenset("able come compel force go help manage proceed prompt oblige start begin continue cease".split())

WILLING = INTENDING | frozenset(
    "agree ask bid call decide demand order pledge promise propose request threaten urge vow".split()
)
"""What they hold as their content lies ahead: "ordered that the port be closed"."""

DENYING = frozenset("decline deny dismiss fail refute refuse reject rule".split())
DOUBTING = frozenset(
    "allege assume believe doubt fear imagine question speculate suggest suppose suspect think wonder worry".split()
)
ACCUSING = frozenset("accuse blame charge indict suspect try sue".split())
"""What somebody is accused of is not known to have happened."""

CLEARING = frozenset("absolve acquit clear exonerate".split())
CANCELLING = frozenset(
    "abandon avert avoid ban block call cancel defer delay foil forbid halt postpone prevent".split()
)
"""What they take as object does not happen, or not then; "call" only with "off"."""

CLAIMS = frozenset("accusation allegation assertion claim report rumour rumor speculation suspicion".split())
CHANCES = frozenset("chance danger fear hope possibility probability prospect risk threat warning".split())
PLANS = frozenset("decision demand intention order plan pledge promise proposal vow".split())
UNTRUE = frozenset("baseless fabricated fake false groundless incorrect unfounded untrue wrong".split())
DOUBT = frozenset(
    "allegedly apparently likely maybe perhaps possibly potentially presumably probably reportedly supposedly".split()
)
DOUBTFUL = frozenset("alleged apparent possible potential probable purported reported supposed suspected".split())
UNSURE = DOUBTFUL | frozenset("conceivable doubtful uncertain unclear unconfirmed unknown unlikely".split())
AHEAD = frozenset("forthcoming future plan planned propose proposed schedule scheduled upcoming".split())
CONDITIONS = frozenset("if unless provided providing supposing".split())

WILL = frozenset({"will", "shall", "'ll", "’ll", "wo", "sha"})
MAY = frozenset({"would", "may", "might", "could", "can", "should", "must", "ca", "'d", "’d", "ought"})

LIGHT = frozenset(
    """be have take hold make carry launch help begin start continue occur happen erupt hear witness stage conduct mount
    suffer end""".split()
)
"""Verbs that leave it to a noun to say what is done: "carried out an attack", "an explosion was heard"."""

RESULTS = {
    "leave": frozenset("dead homeless injure wound".split()),
    "find": frozenset("guilty innocent liable".split()),
    "plead": frozenset({"guilty"}),
    "shoot": frozenset({"dead"}),
    "go": frozenset({"missing"}),
}
"""Verbs that leave it to an adjective to say what came of it: "left 12 workers dead", "found guilty"."""

EVENT_NOUNS = frozenset(
    """abduction accident agreement airstrike ambush announcement arrest assassination assault attack attempt
    bailout ballot battle blast blaze blockade bombardment bombing breakout briefing burial capture ceasefire ceremony
    clash closure collapse collision conference conflict coup crackdown crash cyclone death debate decision
    demonstration deployment derailment detention disaster drill earthquake eclipse election eruption evacuation
    eviction evidence execution exercise exhumation explosion expulsion famine festival fight fighting fire flight flood
    funeral hearing hijacking hurricane inauguration incident incursion inspection invasion kidnapping killing landing
    landslide launch lockdown march massacre meeting merger murder mutiny offensive opening operation outage outbreak
    parade poll protest raid rally rampage ransom rebellion referendum release rescue resignation retreat revolt
    revolution riot robbery ruling search seizure sentencing shelling shooting siege signing sinking speech stabbing
    stampede storm strike summit surrender takeover talk talks test tornado tragedy trial truce tsunami typhoon uprising
    verdict visit vote walkout war wedding withdrawal""".split()
)
