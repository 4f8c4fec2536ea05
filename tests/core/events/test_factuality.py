"""Which status an event has, and which word of the text shows it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from core.dates import find_dates
from core.events import find_events
from core.models import Status
from core.text.view import TextView

PUBLISHED = dt.date(2022, 9, 17)

TOLD: list[tuple[str, str, Status, str | None]] = [
    ("Troops left Orvel on Friday.", "leave", "happened", None),
    ("The attack on Orvel began on Friday.", "attack", "happened", None),
    ("They spoke of the bombing of Orvel on Friday.", "bombing", "happened", None),
    ("Troops are to leave Orvel on Tuesday.", "leave", "planned", "to"),
    ("The bridge is to be closed on Friday.", "close", "planned", "to"),
    ("Rebels will attack Orvel on Tuesday.", "attack", "planned", "will"),
    ("The attack on Orvel will begin on Tuesday.", "attack", "planned", "will"),
    ("The ministry said it would send 12 doctors to Orvel on Friday.", "send", "planned", "would"),
    ("The ministry would have sent 12 doctors to Orvel on Friday.", "send", "possible", "would"),
    ("Troops might enter Orvel on Friday.", "enter", "possible", "might"),
    ("An attack on Orvel could follow on Friday.", "follow", "possible", "could"),
    ("Had the bridge been bombed on Friday, the port would have closed.", "bomb", "possible", "Had"),
    ("Had troops entered Orvel on Friday, 400 people would have died.", "enter", "possible", "Had"),
    ("If troops leave Orvel, the port closes on Friday.", "close", "possible", "If"),
    ("It is unclear whether 40 people died in Orvel on Friday.", "die", "possible", "whether"),
    ("Officials warned of a possible attack on Orvel on Friday.", "attack", "possible", "possible"),
    ("Did rebels attack Orvel on Friday?", "attack", "possible", "?"),
    ("Rebels did not attack Orvel on Friday.", "attack", "denied", "not"),
    ("The rebels are not likely to attack Orvel on Friday.", "attack", "denied", "not"),
    ("No soldiers were killed in Orvel on Friday.", "kill", "denied", "No"),
    ("Rebels attacked no villages on Friday.", "attack", "denied", "no"),
    ("No villages burned on Friday.", "burn", "denied", "No"),
    ("Neither soldier was killed on Friday.", "kill", "denied", "Neither"),
    ("Nobody was killed in Orvel on Friday.", "kill", "denied", "Nobody"),
    ("Two men left without attacking Orvel on Friday.", "attack", "denied", "without"),
    ("Should troops leave Orvel on Friday, the port will close.", "leave", "possible", "Should"),
    ("Should troops leave Orvel, the port will close on Friday.", "close", "possible", "Should"),
    ("Because troops had entered Orvel on Friday, the port was closed.", "enter", "happened", None),
    ("It is good that troops left Orvel on Friday.", "leave", "happened", None),
    ("The mayor insisted that troops left Orvel on Friday.", "leave", "happened", None),
    ("The mayor insisted that troops leave Orvel on Friday.", "leave", "planned", "insisted"),
    ("The mayor has insisted that troops leave Orvel on Friday.", "leave", "planned", "insisted"),
    ("The mayor insists that the army leave Orvel on Friday.", "leave", "planned", "insists"),
    ("The mayor insists that the guard be sent to Orvel on Friday.", "send", "planned", "insists"),
    ("They spoke of the planned attack of 3 May 2022 on Orvel.", "attack", "planned", "planned"),
    ("They spoke of the possible attack of 3 May 2022 on Orvel.", "attack", "possible", "possible"),
    ("They spoke of the deadly attack of 3 May 2022 on Orvel.", "attack", "happened", None),
    ("The ministry denied reports of an attack on Friday.", "attack", "denied", "denied"),
    ("The ministry spoke of reports of an attack of 3 May 2022.", "attack", "possible", "reports"),
    ("The ministry confirmed reports of an attack on 3 May 2022.", "attack", "possible", "reports"),
    ("They spoke of the risk of an attack on 3 May 2023.", "attack", "possible", "risk"),
    ("They spoke of plans for an attack on 3 May 2023.", "attack", "planned", "plans"),
    ("Leaders could call it the strike of 3 May 2022.", "strike", "possible", "could"),
    ("Leaders will call it the strike of 3 May 2022.", "strike", "planned", "will"),
    ("The mayor may be away because of the attack of 3 May 2022.", "attack", "happened", None),
    ("The union announced a strike planned for Friday.", "strike", "planned", "planned"),
    ("The union called off a strike planned for Friday.", "strike", "denied", "called"),
    ("The union called a strike planned for Friday.", "strike", "planned", "planned"),
]


@pytest.mark.parametrize(("text", "trigger", "status", "cue"), TOLD, ids=[row[0] for row in TOLD])
def test_what_a_clause_says_of_its_event(
    parse_one: Callable[[str], Doc], text: str, trigger: str, status: Status, cue: str | None
) -> None:
    """What happened, will or may happen, or did not; and the word that a reader is shown for it."""
    view = TextView(parse_one(text))
    found = {
        event.trigger.lemma: event for event in find_events(view, find_dates(view, PUBLISHED), (), (), (), PUBLISHED)
    }
    assert trigger in found
    assert (found[trigger].status, found[trigger].cue and found[trigger].cue.text) == (status, cue)
