"""Clubs called by their towns: "Leeds beat West Ham 2-1" tells of two clubs, "a fire in Leeds" of a town."""

from __future__ import annotations

import re
from collections.abc import Sequence

from core.places.gazetteer import fold
from core.places.mention import Mention
from core.places.recognition import context
from core.places.recognition.kinds import DIRECTIONS
from core.places.recognition.organisations import is_public
from core.text.view import TextView

_SPORT = frozenset(
    """match matches goal goals goalkeeper striker midfielder defender winger league fixture fixtures season kick-off
    kickoff penalty equaliser equalizer half-time halftime scored scorer scoreless victory defeat cup semi-final
    semifinal quarter-final quarterfinal playoffs playoff relegation promotion innings wicket wickets touchdown
    quarterback inning homer rebounds try tries scrum premiership championship derby substitute offside hat-trick
    squad squads club clubs football rugby cricket basketball baseball hockey teammates""".split()
)
_ENOUGH = 2
"""Words of sport in a text that reports a match."""

_PLAYS = frozenset(
    """beat beats defeated defeats drew thrashed thrash edged lead led trail trailed face faced host hosted signed sign
    outplayed overcame lost won win lose play played equalised scored conceded eliminated ousted knocked held hammered
    were are remain sit moved climbed""".split()
)
"""What follows a club as the subject; a town is singular."""

_PLAYED = frozenset(
    "beat beating defeated defeating thrashed thrashing edged face faced facing against v vs host".split()
)
_WON = frozenset("beat beats beating defeated defeating thrashed thrashing drew edged hammered lost".split())
_REACH = 4
"""TextView between such a verb and the score."""

_PAIRS = frozenset(
    {("lost", "to"), ("loss", "to"), ("drew", "with"), ("draw", "with"), ("win", "over"), ("victory", "over")}
)
_KINDS = frozenset("city town athletic albion rovers wanderers hotspur united forest palace county".split())
_SCORE = re.compile(r"\d{1,3}[-–]\d{1,3}")
_JOINS = frozenset({"and", "or"})


def without_clubs(view: TextView, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions, those left out that stand for a club in the report of a match.

    A form that stands for a club once does so wherever no word beside it speaks of the town. Countries stay: whoever
    plays for one is called by it.
    """
    if len(_SPORT.intersection(view.lower)) + _results(view) < _ENOUGH:
        return list(mentions)
    plays = {fold(mention.text) for mention in mentions if _may_be_club(mention) and _is_playing(view, mention)}
    return [mention for mention in mentions if not (_is_of(mention, plays) and not _is_town(view, mention))]


def _results(view: TextView) -> int:
    """How many words of sport the results of a text are worth: "beat Sevilla 3-0" is as good as two."""
    return _ENOUGH * any(
        _SCORE.match(view.words_of(index, min(index + 3, len(view))))
        and not _WON.isdisjoint(view.lower[max(index - _REACH, 0) : index])
        for index, tag in enumerate(view.tag)
        if tag == "CD"
    )


def _may_be_club(mention: Mention) -> bool:
    return not mention.adjective and bool(mention.names) and mention.names[0].entry.kind == "settlement"


def _before_score(view: TextView, index: int) -> int:
    """Index of the word that is ``index``, or stands before the score that ends there: "lost 2-0 to"."""
    if view.lower_at(index - 1) in {"-", "–"} and view.lower_at(index).isdigit():
        return index - 3
    return index - (_SCORE.fullmatch(view.lower_at(index)) is not None)


def _is_of(mention: Mention, plays: set[str]) -> bool:
    return _may_be_club(mention) and fold(mention.text) in plays


def _is_playing(view: TextView, mention: Mention) -> bool:
    """Whether the words beside say that it plays: "X beat", "against X", "drew with X", "X 2-1", "X City"."""
    if _is_town(view, mention):
        return False
    after, before = view.lower_at(mention.end), view.lower_at(mention.start - 1)
    if before in _PLAYED or (view.lower_at(_before_score(view, mention.start - 2)), before) in _PAIRS:
        return True
    if after in {"'s", "’s"} and view.lower_at(mention.end + 1) in _SPORT:
        return True
    if after in _PLAYS or _SCORE.match(view.words_of(mention.end, min(mention.end + 3, len(view))) if after else ""):
        return before not in _JOINS or after in _PLAYS
    return after in _KINDS and view.words[mention.end].istitle() and not is_public(view.lower_at(mention.end + 1))


def _is_town(view: TextView, mention: Mention) -> bool:
    """Whether a preposition of place, a dateline or a wider place behind a comma shows that the town is meant."""
    if view.lower_at(mention.start - 1) in context.LOCATIVE or view.lower_at(mention.start - 1) in DIRECTIONS:
        return True
    return context.is_dateline(view, mention.start, mention.end)
