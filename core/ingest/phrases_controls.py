"""What a page says to its visitor: buttons, players, forms, live pages, prompts to pay or to sign in.

Regular expressions without regard to case, with bounded repeats.
"""

from core.ingest.phrases import PERSON, PRESS, SOCIAL

_STORY = r"(?:article|story|report|post|interview|coverage|statement|page)"
_ENTER = r"(?:subscribe|log ?in|sign ?(?:in|up)|register|donate)"
_HOLDER = r"(?:comments?|content|navigation|top|section|summary|results)"

CONTROL_LINES = (
    r"enter (?:your )?e-?mail(?: address)?(?: to| below| and| here).{0,80}",
    rf"(?:read|see|view|watch|show) (?:the |our )?(?:full|whole|entire|original|complete) {_STORY}",
    r"(?:show |hide )?key (?:events|moments)(?: only)?",
    r"\d{1,2}[:.]\d\d ?(?:[ap]m |[A-Z]{2,4} )?(?:(?:opening |closing |evening |morning )?summary|what we know so far)",
    r"you (?:may|might) (?:also )?(?:like|enjoy|be interested in).{0,40}",
    r"(?:further|full|more|latest|live) (?:coverage|links|posts|reading)",
    r"comments?(?:: ?\d{1,6}| ?\(\d{1,6}\))",
    r"sort(?:ed)? by:? .{1,20}",
    r"get the (?-i:[A-Z])[\w’']{0,20}(?: (?-i:[A-Z])[\w’']{0,20}){0,4} app\b.{0,60}",
    r"(?:open|view|read|continue)(?: this)? in (?:the |our )?(?:app|browser)",
    r"(?:play|pause|next|previous|latest|all|more) episodes?",
    r"(?:(?:already|don[’']t) )?have an account\?.{0,40}",
    r"(?:create|register|open) (?:an? |your )?(?:free )?account",
    r"(?:my|your) (?:account|profile|reading list)",
    rf"(?:jump|scroll|go|return|back) to (?:the )?{_HOLDER}",
    r"(?:remove|hide|report|skip|close) (?:this )?(?:ads?|advert(?:isement)?s?)",
    rf"(?:listen to|watch|print|save|share|bookmark) (?:this )?{_STORY} ?[·•|(–-] ?.{{0,20}}",
    r"\d{1,2}:\d\d(?::\d\d)? ?/ ?\d{1,2}:\d\d(?::\d\d)?",
    rf"more (?:by|from) {PERSON}",
    rf"{PERSON} is (?:our|(?-i:[A-Z])[\w’']{{1,30}}[’']s) (?:[\w-]{{2,20}} ){{0,3}}{PRESS}",
    r"get in touch(?: with us)?(?:[:.] ?\S{1,60})?",
    rf"(?:view|see) this (?:post|photo|video|profile|tweet)(?: on {SOCIAL})?",
    rf"(?:always )?(?:allow|load|show|accept) (?:{SOCIAL}|external|embedded|third-party) (?:content|cookies|posts)\??",
    r"home(?: ?[>›»/] ?[^.!?>›»/\n]{1,40}){1,6}",
)
"""A line that is nothing else."""

CONTROL_SENTENCES = (
    r"you can (?:change|withdraw|manage|update|review|set) your (?:choices?|consent|preferences|settings)\b",
    rf"to (?:continue|keep) reading\b.{{0,60}}\b{_ENTER}\b",
    rf"(?:please )?{_ENTER}(?:,? (?:or|and) {_ENTER})? to (?:continue reading|keep reading|read this|unlock)\b",
    r"you (?:have|’ve|'ve) (?:got )?\d{1,2} (?:free )?(?:articles?|stories) (?:left|remaining)\b",
    r"that[’']s (?:all|it)\b.{0,60}\b(?:live ?blog|blog|coverage|live page)\b",
    r"(?:this|our|the) (?:live ?blog|live page|live coverage) (?:is|has) (?:now )?(?:clos|end|over)",
    r"thanks (?:(?:so|very) much )?for (?:following|reading|joining|listening|watching)(?: along| us| with us)?\b"
    r".{0,30}$",
    r"help us (?:to )?(?:keep|continue|stay|remain|fund|produce|bring)\b.{0,80}"
    r"\b(?:our (?:reporting|journalism|coverage)|journalism|independent)\b",
    r"if (?:(?:everyone|all) (?:who )?(?:read|visit|see)\w{0,3}|every reader)\b.{0,40}"
    r"\b(?:gave|gives|donated|chipped in|contributed)\b.{0,100}"
    r"\b(?:we|our)\b",
    r"this (?:audio|article|translation|transcript|summary|text) (?:is|was|has been) (?:auto-?generated|"
    r"automatically (?:generated|translated)|machine[ -]translated|ai-generated)\b",
    r"(?:please )?let us know (?:if you (?:have (?:any )?feedback|spot|noticed? (?:an error|a mistake))|"
    r"what you think|in the comments)\b",
    r"do you have (?:(?:a|any|more) )?(?:tips?|information|details) (?:about|on|for) (?:this|our) (?:story|article)\b",
    r"contact our (?:reporters?|journalists?|editors?|correspondents?)\b",
    rf"this (?:content|post|video|tweet) is (?:provided|hosted) by {SOCIAL}\b",
    r"re-?published (?:here )?(?:under (?:a |the )?creative|with (?:the )?(?:kind )?permission)\b",
)
"""Any sentence of a line."""
