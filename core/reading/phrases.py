"""How passages begin that are not reporting, as regular expressions without regard to case.

Repeats are bounded, so that no text makes them slow.
"""

_THING = r"(?:article|story|report|page|post|video)"
_OUR = r"(?:our|the|this|my)"
_MEDIUM = (
    r"(?:newsletters?|e-?mails?|(?:\w{1,20} )?alerts?|podcasts?|channels?|briefings?|app|updates|bulletins?|digests?|"
    r"mailing list|notifications)"
)
_SOCIAL = r"(?:twitter|facebook|telegram|instagram|youtube|tiktok|x|whatsapp|linkedin|threads|bluesky|google news)"

_CREDIT = (
    r"(?:with )?(?:additional |further )?"
    r"(?:reporting|coverage|material|files|contributions|writing|editing|translation) (?:by|from) "
)
_NAMES = (
    r"(?:(?:(?-i:[A-Z])[\w’']{0,30}|and|in|by|from|for|at|the|of|desk|staff|newsroom|agencies|wires|correspondents?|"
    r"(?:additional|reporting|writing|editing|translation))(?:[ ,;:.()&/–-]{1,4}|$)){1,60}"
)
"""Names and what joins them: a sentence about reporters has a verb."""

WHOLE_LINES = (
    _CREDIT + _NAMES,
    r"comments? (?:are|is) (?:now )?(?:closed|off|disabled)",
    r"comments(?: ?\(\d{1,5}\))?",
    r"\d{1,5} comments?",
    r"no comments(?: yet)?",
    r"(?:leave|add|post|write|view|show|load|join)(?: a| all| the| your| more)? (?:comments?|reply|conversation)",
    r"advertisements?",
    r"advertising",
    r"sponsored(?: content)?",
    r"(?:article|story) continues (?:below|after).{0,40}",
    r"continue reading(?: the main story)?",
    r"skip (?:advertisement|to (?:main )?content)",
    rf"(?:share|print|save|e-?mail)(?: (?:this|full))?(?: {_THING})?(?: (?:on|via|to|with) .{{1,40}})?",
    r"copy link",
    r"(?:read|learn|find out|see|show|load) more",
    r"more (?:on this story|stories|news)",
    r"(?:related|recommended|popular|trending)(?: (?:articles?|stories|topics|news|content|posts))?",
    r"most (?:read|popular|viewed)",
    r"you (?:may|might) also (?:like|be interested in).{0,40}",
    r"back to top",
    r"all rights reserved",
    r"(?:privacy|cookie) policy",
    r"terms (?:of (?:use|service)|and conditions)",
    r"(?:accept|reject|manage)(?: all)?(?: cookies| preferences)",
    r"(?:subscribe|donate|register)(?: now| today| here)?",
    r"(?:sign|log) ?(?:in|up|out)",
)
"""A line that is nothing else."""

FIRST_SENTENCES = (
    r"(?:read|watch)(?: more| also|,? too)?(?: on this(?: story)?)?\s?: ",
    r"(?:see (?:also|more)|(?-i:LISTEN|LOOK))\s?: ",
    r"(?:also|more|further) (?:read|reading|on this(?: story)?|coverage)\s?: ",
    r"(?:related|recommended)(?: (?:articles?|stories|coverage|content|news))?\s?: ",
    r"(?:live (?:briefing|blog|updates)|(?:photo |picture )?gallery|podcast|infographic)\s?: ",
    r"(?:©|\(c\)|copyright(?: ©| \(c\))?) ?(?:19|20)\d\d",
    r"(?:this (?:material|article|content|story)|no part of this .{1,40}) (?:may|must) not be "
    r"(?:published|reproduced|copied|broadcast|republished)",
    rf"this {_THING} (?:was|has been) (?:first |originally )?(?:published|produced|translated) (?:by|on|in|from)\b",
)
"""The first sentence of a line: what follows it may be reporting again."""

SENTENCES = (
    r"(?:click|tap) (?:here|on (?:the|this) (?:link|image|picture|button|map)|the (?:link|image|picture|button))\b",
    rf"(?:please )?(?:sign up|register|subscribe|opt in)\b.{{0,80}}\b{_MEDIUM}\b",
    rf"(?:please )?(?:subscribe|sign up) (?:now|today|here|to {_OUR})\b",
    r"(?:get|receive) .{0,80}\b(?:in|to|into) your inbox\b",
    rf"(?:please )?(?:follow|like|find|join) (?:us|our \w{{1,20}}|@\S{{2,40}}) (?:on|at|via) {_SOCIAL}\b",
    rf"download {_OUR} (?:\w{{1,20}} )?app\b",
    r"(?:we|this (?:web ?)?(?:site|page)|our (?:web ?)?(?:site|partners))(?: and our partners)? uses? "
    r"(?:\w{1,20} )?cookies\b",
    r"by (?:continuing|clicking|using|browsing|signing|subscribing)\b.{0,80}\byou (?:agree|accept|consent|acknowledge)",
    r"(?:please )?(?:enable|turn on) javascript\b",
    r"javascript is (?:disabled|required)",
    r"(?:please )?(?:support|donate to) (?:our|us|independent) (?:\w{1,20} )?(?:journalism|newsroom)\b",
    r"do you have (?:a|any) (?:story|tip|information|comments?|questions?)\b.{0,60}"
    r"\b(?:contact|e-?mail|write to|let us know|share)\b",
    r"(?:read|see|find|watch|listen to) (?:the full|more of|all of|all) .{1,60}\bhere\W{0,3}$",
)
"""Any sentence of a line."""
