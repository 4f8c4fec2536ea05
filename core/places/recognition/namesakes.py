"""Names of people and teams that open or hold a place's name: Jordan Smith, India Moore, the Dallas Cowboys."""

from __future__ import annotations

from core.places.recognition.context import LOCATIVE
from core.places.recognition.forms import is_capital
from core.places.recognition.kinds import DIRECTIONS, kind_of_word
from core.places.recognition.organisations import is_office, is_public
from core.places.tokens import Tokens

_GIVEN = frozenset(
    """israel india chad jordan georgia paris kenya sydney austin dallas brooklyn florence virginia carolina devon
    dakota savannah houston chelsea london milan vienna sienna asia america ireland holland kingston lincoln madison
    jackson trenton camden orlando santiago diego francisco victoria adelaide alexandria valencia regina helena
    charlotte eugene logan carson mason hudson preston bradford ashton easton weston clifton milton stanley sidney
    denver phoenix memphis troy cleveland aurora augusta chester lester everett lourdes mercedes odessa petra tyler
    geneva lorraine brittany verona cairo cuba malta kent essex roman shannon kerry clare tyrone erin iona skye isla
    beverly laramie cheyenne cody montana nevada arizona bristol warren wayne vernon winston barry norman paisley
    aspen dayton raleigh lima nola marseille tripoli genoa catalina guadalupe trinidad salvador asuncion
    concepcion""".split()
)
"""Given names that are also the names of well-known places, as the registers of births of English-speaking countries
have them."""

_TEAMS = frozenset(
    """hawks celtics nets hornets bulls cavaliers mavericks nuggets pistons warriors rockets pacers clippers lakers
    grizzlies heat bucks timberwolves pelicans knicks thunder magic 76ers sixers suns blazers kings spurs raptors jazz
    wizards cardinals falcons ravens bills panthers bears bengals browns cowboys broncos lions packers texans colts
    jaguars chiefs raiders chargers rams dolphins vikings patriots saints giants jets eagles steelers 49ers seahawks
    buccaneers titans commanders redskins diamondbacks braves orioles cubs reds rockies tigers astros royals angels
    dodgers marlins brewers twins mets yankees athletics phillies pirates padres mariners rays rangers nationals
    ducks coyotes bruins sabres flames hurricanes blackhawks avalanche oilers canadiens predators islanders senators
    flyers penguins sharks blues lightning leafs canucks capitals united fc rovers wanderers albion hotspur villa
    wednesday rangers crusaders highlanders brumbies waratahs storm bulldogs roosters wallabies wildcats huskies
    bulldogs longhorns aggies sooners hoosiers buckeyes wolverines spartans badgers hawkeyes cyclones jayhawks tigers
    gators seminoles volunteers cougars trojans beavers redbirds knights bobcats mustangs""".split()
)


def is_team(tokens: Tokens, end: int) -> bool:
    """Whether the name of a team follows, with a capital: "the Houston Rockets"."""
    return tokens.lower_at(end) in _TEAMS and is_capital(tokens.text[end])


def is_given_name(tokens: Tokens, start: int, end: int) -> bool:
    """Whether a place's name that people also bear stands before what looks like a surname: "India Moore"."""
    if end - start != 1 or tokens.lower[start] not in _GIVEN or not _is_surname(tokens, end):
        return False
    before = tokens.lower_at(start - 1)
    return before not in LOCATIVE and before not in {"the", ",", "-", "–"} and before not in DIRECTIONS


def _is_surname(tokens: Tokens, index: int) -> bool:
    if index >= len(tokens) or tokens.opens[index] or tokens.tag[index] != "NNP":
        return False
    word = tokens.text[index]
    plain = word.istitle() and word.isalpha() and len(word) > 2
    low = tokens.lower[index]
    named = low not in DIRECTIONS and kind_of_word(low) is None and not is_public(low) and not is_office(low)
    return plain and named and tokens.label(index) not in {"GPE", "LOC", "NORP", "DATE", "FAC", "ORG"}
