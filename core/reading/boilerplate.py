"""Passages of an article that are not the article: pleas, pointers, cookie notices, credits.

They are found by how they begin, a line or a sentence at a time, and only marked: pages show them grey and extraction
passes them over. A rule that might take a sentence of reporting is no rule: what is in doubt is read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from core.models import Span

_SENTENCE_END = re.compile(
    r"(?<![A-Z]\.[A-Z])(?<!\b[A-Z])(?<!\b(?:Mr|Dr|Ms|St|No|Lt))[.!?][”’\"')]{0,2}\s+(?=[A-Z“‘\"])"
)
_LONGEST_LINE = 600


def _starts(*forms: str) -> re.Pattern[str]:
    return re.compile(rf"[^\w“\"‘']{{0,6}}(?:{'|'.join(forms)})", re.IGNORECASE)


_OUR = r"(?:our|the|this|my)"
_MEDIUM = (
    r"(?:newsletters?|e-?mails?|(?:\w+ )?alerts?|podcasts?|channels?|briefings?|app|updates|bulletins?|digests?|"
    r"feed|page|mailing list|notifications)"
)
_SOCIAL = r"(?:twitter|facebook|telegram|instagram|youtube|tiktok|x|whatsapp|linkedin|threads|bluesky|google news)"

_WHOLE_LINE = re.compile(
    r"[^\w“\"‘']{0,6}(?:"
    r"comments? (?:are|is) (?:now )?(?:closed|off|disabled)|comments(?: ?\(\d{1,5}\))?|\d{1,5} comments?|no comments(?: yet)?|"
    r"(?:leave|add|post|write|view|show|load|join)(?: a| all| the| your| more)? (?:comments?|repl(?:y|ies)|conversation)|"
    r"advertisements?|advertising|sponsored(?: content)?|paid content|article continues (?:below|after).{0,40}|"
    r"story continues (?:below|after).{0,40}|continue reading(?: the main story)?|skip (?:advertisement|to (?:main )?content)|"
    r"share(?: (?:this|on|via|full) ?.{0,40})?|print(?: this.{0,20})?|e-?mail this.{0,20}|copy link|save(?: article)?|"
    r"read more|learn more|find out more|see more|show more|load more|more (?:on this story|stories|news)|"
    r"(?:related|recommended|popular|trending|most (?:read|popular|viewed))(?: (?:articles?|stories|topics|news|content|posts))?|"
    r"you (?:may|might) also (?:like|be interested in).{0,40}|back to top|all rights reserved|"
    r"(?:privacy|cookie) policy|terms (?:of (?:use|service)|and conditions)|accept(?: all)?(?: cookies)?|reject all|"
    r"subscribe(?: now| today| here)?|sign (?:in|up|out)|log ?(?:in|out)|donate(?: now| today)?|register(?: now)?"
    r")[\s.!:…»›>→▸|]{0,6}",
    re.IGNORECASE,
)
_LINE = _starts(
    r"(?:read|see|watch|listen|look)(?: more| also|,? too)?(?: on this(?: story)?)?\s?: ",
    r"(?:also|more|further) (?:read|reading|on this(?: story)?|coverage)\s?: ",
    r"(?:related|recommended|more)(?: (?:articles?|stories|coverage|content|news))?\s?: ",
    r"(?:live briefing|live blog|live updates|gallery|photo gallery|photos|video|audio|podcast|infographic|factbox)\s?: ",
    r"(?:with (?:additional )?(?:coverage|reporting|reports|material|files|contributions?) (?:from|by) |"
    r"(?:additional |further )?(?:reporting|writing|editing) by [A-Z]|(?:with )?additional reporting )",
    r"(?:©|\(c\)|copyright(?: ©| \(c\))?) ?(?:19|20)\d\d",
    r"(?:this (?:material|article|content|story)|no part of this .{1,40}) (?:may|must) not be "
    r"(?:published|reproduced|copied|broadcast|republished)",
    r"this (?:article|story|report) (?:was|has been) (?:first |originally )?(?:published|produced|translated) (?:by|on|in|from|with)\b",
)
"""A whole line goes where it begins so and is one sentence; of a longer line only the first sentence goes."""

_SENTENCE = _starts(
    r"(?:click|tap) (?:here|on (?:the|this) (?:link|image|picture|button|map)|the (?:link|image|picture|button))\b",
    rf"(?:please )?(?:sign up|register|subscribe|opt in)\b.{{0,80}}\b{_MEDIUM}\b",
    rf"(?:please )?(?:subscribe|sign up) (?:now|today|here|to {_OUR})\b",
    rf"(?:get|receive) .{{0,80}}\b(?:in|to|into|straight to) your inbox\b",
    rf"(?:please )?(?:follow|like|find|join) (?:us|our \w+|\S{{2,40}}) (?:on|at|via) {_SOCIAL}\b",
    rf"download {_OUR} (?:\w+ )?app\b",
    r"(?:we|this (?:web ?)?(?:site|page)|our (?:web ?)?(?:site|partners)) (?:and our partners )?uses? (?:\w+ )?cookies\b",
    r"by (?:continuing|clicking|using|browsing|signing|subscribing)\b.{0,80}\b(?:you|cookies|site|terms)\b.{0,40}"
    r"\b(?:agree|accept|consent|acknowledge)",
    r"(?:please )?(?:enable|turn on) javascript\b|javascript is (?:disabled|required)",
    r"(?:please )?(?:support|donate to) (?:our|us|independent) .{0,40}\b(?:journalism|newsroom|work|reporting)\b",
    r"do you have (?:a|any) (?:story|tip|information|comments?|questions?)\b.{0,60}\b(?:contact|e-?mail|write|let us|share|tell)\b",
    r"(?:read|see|find|watch|listen to) (?:the full|more of|all of|all) (?:story|article|interview|report|coverage|our|.{1,30}coverage)"
    r".{0,60}\bhere\b",
)


def boilerplate(text: str) -> tuple[Span, ...]:
    """The passages that are not reporting, in order, never overlapping; neighbours stay apart."""
    return tuple(span for start, end in _lines(text) for span in _in_line(text, start, end))


def _lines(text: str) -> Iterator[tuple[int, int]]:
    """Lines without the white space around them."""
    for match in re.finditer(r"[^\n]+", text):
        line = match[0]
        if words := line.strip():
            start = match.start() + line.index(words[0])
            yield start, start + len(words)


def _in_line(text: str, start: int, end: int) -> Iterator[Span]:
    if end - start <= _LONGEST_LINE and _WHOLE_LINE.fullmatch(text, start, end):
        yield Span(start, end)
        return
    for position, (begin, stop) in enumerate(_sentences(text, start, end)):
        patterns = (_LINE, _SENTENCE) if position == 0 else (_SENTENCE,)
        if any(pattern.match(text, begin, min(stop, begin + _LONGEST_LINE)) for pattern in patterns):
            yield Span(begin, stop)


def _sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for match in _SENTENCE_END.finditer(text, start, end):
        yield start, match.start() + len(match[0].rstrip())
        start = match.end()
    yield start, end
