"""The words that show that somebody speaks, by what they take: a clause, an object, an infinitive.

The sets follow the classes of verbs of communication and opinion that the PARC 3 and PolNeAR attribution
guidelines count as cues, cut down to verbs by which a speaker vouches for what follows.
"""

from __future__ import annotations

_SPEECH = """
accuse acknowledge add admit advise affirm allege announce answer argue assert assure attest blog boast brag caution
chant claim clarify comment complain concede conclude confess confide confirm contend continue counter cry
declare demand deny disclose elaborate emphasise emphasize exclaim explain groan highlight hint imply indicate
inform insist interject joke jest lament laugh maintain mention mumble murmur muse mutter note observe opine plead
pledge point post predict proclaim promise propose protest quip quote read reason recall recite recommend
reiterate relate remark remember remind repeat reply report respond retort reveal say scoff scream shout shrug sigh
signal state stress submit suggest summarise summarize swear tell testify threaten thunder tweet underline underscore
urge vouch vow warn whisper write yell describe
"""
_OPINION = """
assess assume believe calculate consider decide determine discover doubt estimate expect fear feel figure find forecast
foresee guess hold hope imagine know learn project reckon show speculate suppose surmise suspect theorise theorize
think understand wonder worry
"""
_QUOTED_ONLY = """
ask attack blast brand call characterise characterize cite condemn criticise criticize define denounce deride
dismiss dub encourage hail instruct invoke label lambast lambaste mock praise question rail rate refer scold chide
sing slam speak talk term tout laud lambaste deride ridicule shout
"""

CLAUSE = frozenset(f"{_SPEECH} {_OPINION}".split())
"""Verbs whose clause is what the subject says, thinks or found."""

SPEECH = frozenset(_SPEECH.split())
CUE = SPEECH | frozenset(_QUOTED_ONLY.split())
"""Verbs that can show the speaker of words in quotation marks."""

OBJECT = frozenset(
    "acknowledge admit allege announce cite claim confirm deny disclose estimate forecast pledge predict promise "
    "project propose report reveal unveil".split()
)
"""Verbs whose object is what the subject says: "announced a rise", "reported 20 deaths"."""

INFINITIVE = frozenset("claim pledge promise propose swear threaten vow".split())
"""Verbs whose infinitive is what the subject says: "vowed to go on"."""

PERSUASION = frozenset("advise ask call encourage order recommend tell urge warn".split())
"""Verbs with an object and an infinitive: "urged residents to leave"."""

PREPOSITION = {
    "accuse": frozenset({"of"}),
    "complain": frozenset({"of", "about"}),
    "speak": frozenset({"of"}),
    "tell": frozenset({"of"}),
    "warn": frozenset({"of", "about", "against"}),
}
"""Verbs with what the subject says behind a preposition: "warned of 500 dead"."""

ASKING = frozenset({"ask", "wonder", "question", "inquire"})
"""Verbs whose clause nobody vouches for."""

ALL_CUES = CLAUSE | CUE | OBJECT | INFINITIVE | frozenset(PREPOSITION)

NOT_A_SOURCE = frozenset(
    "agreement arrangement assessment assumption calculation constitution convention criterion custom "
    "definition estimate "
    "estimation finding formula guideline indication instruction law legend logic plan policy preference "
    "principle procedure "
    "protocol rule schedule script standard taste term timetable tradition".split()
)
"""Nouns behind "according to" that name no one who says it."""

CAN_CLAIM = frozenset({"PERSON", "ORG", "NORP", "GPE"})
"""Entities that claim in words; "the blast claimed five lives" says nothing."""

MEDIA_PREPOSITIONS = frozenset({"on", "via", "through", "over"})
MEDIUM = frozenset(
    "address announcement appearance article blog book brief briefing broadcast bulletin clip column "
    "comment commentary "
    "communique communiqué conference dispatch editorial email e-mail essay filing hearing interview letter "
    "memo memorandum message newsletter note notice op-ed podcast post posting press release remark report "
    "speech statement telegram testimony text thread tweet update video".split()
)
"""Nouns behind "in", "at" or "during" that are the way the words came: "in a statement"."""

TITLES = frozenset(
    "admiral ambassador archbishop attorney baron baroness bishop brigadier brother capt captain cardinal "
    "chair chairman "
    "chairperson chairwoman chancellor chief cmdr col colonel commander commissioner comrade congressman "
    "congresswoman constable coordinator corporal councillor councilman councilwoman count countess coroner deputy "
    "detective director doctor dr duchess duke emir father former frau gen general gov governor herr "
    "imam inspector judge justice king lady lawmaker leader lieutenant lord lt madam madame magistrate maj "
    "major mayor md messrs minister miss monsignor mr mrs ms mx officer pastor patriarch pope pm "
    "premier president prime prince princess prof professor prosecutor queen rabbi rector rep representative "
    "reverend rev rev sec secretary sen senator sergeant sgt sheikh sheriff sir sister speaker spokesman "
    "spokesperson spokeswoman superintendent supt sultan treasurer tsar vice-president".split()
)
"""Words that stand before a name and are not part of it."""

MALE_WORDS = frozenset(
    "mr sir lord king prince duke baron count father brother man boy son husband uncle chairman spokesman congressman "
    "councilman businessman herr pope emperor sultan emir archbishop imam he his him".split()
)
FEMALE_WORDS = frozenset(
    "mrs ms miss lady dame queen princess duchess baroness countess mother sister woman girl daughter wife aunt "
    "chairwoman spokeswoman congresswoman councilwoman businesswoman frau madame empress she her".split()
)
