"""Words that tell saying from doing, and doing from being."""

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
    look""".split()
)
PLANNING = frozenset(
    """agree aim ask decide demand expect hope intend order plan prepare propose request schedule seek set slate
    vow pledge promise threaten want urge call bid due ready likely""".split()
)
NO_RESULT = frozenset("deny refuse reject decline fail refute dismiss rule".split())
DOUBT = frozenset(
    "allegedly apparently likely maybe perhaps possibly potentially presumably probably reportedly".split()
)
WILL = frozenset({"will", "shall", "'ll", "’ll", "wo", "sha"})
MAY = frozenset({"would", "may", "might", "could", "can", "should", "must", "ca", "'d", "’d", "ought"})

EVENT_NOUNS = frozenset(
    """abduction accident agreement airstrike ambush announcement arrest assassination assault attack attempt
    bailout ballot battle blast blaze blockade bombardment bombing breakout briefing capture ceasefire ceremony clash
    collapse collision conference conflict coup crackdown crash death debate decision deployment derailment detention
    disaster drill earthquake election eruption evacuation evidence execution exercise explosion fight fighting fire
    flight flood funeral hearing incident inauguration incursion invasion killing landing landslide launch massacre
    meeting murder offensive operation outage outbreak parade protest raid rally rampage ransom ruling rescue
    referendum release resignation retreat riot sentencing shelling shooting siege signing sinking speech stabbing
    storm strike summit surrender takeover talk talks test tornado tragedy trial truce uprising verdict visit vote
    walkout war withdrawal""".split()
)
