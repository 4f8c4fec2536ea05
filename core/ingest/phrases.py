"""How passages begin that are not reporting, as regular expressions without regard to case.

Repeats are bounded, so that no text makes them slow.
"""

_THING = r"(?:article|story|report|page|post|video)"
_OUR = r"(?:our|the|this|my)"
_MEDIUM = (
    r"(?:newsletters?|e-?mails?|(?:\w{1,20} )?alerts?|podcasts?|channels?|briefings?|app|updates|bulletins?|digests?|"
    r"mailing list|notifications)"
)
_NETWORK = r"twitter|facebook|telegram|instagram|youtube|tiktok|x|whatsapp|linkedin|threads|bluesky"
SOCIAL = rf"(?:{_NETWORK}|google news)"

_CREDIT = (
    r"(?:with )?(?:additional |further )?"
    r"(?:reporting|coverage|material|files|contributions|writing|editing|translation) (?:by|from) "
)
_NAMES = (
    r"(?:(?:(?-i:[A-Z])[\w’']{0,30}|and|in|by|from|for|at|the|of|desk|staff|newsroom|agencies|wires|correspondents?|"
    r"(?:additional|reporting|writing|editing|translation))(?:[ ,;:.()&/–-]{1,4}|$)){1,60}"
)
"""Names and what joins them: a sentence about reporters has a verb."""

_PICTURE = r"(?:photo(?:graph)?s?|pictures?|images?|illustration|graphic|video|фото|зображення|изображение|відео|видео)"
_AGENCY = r"(?-i:getty images|Getty Images|AFP|AP|Reuters|REUTERS|EPA|dpa|DPA|PA|Shutterstock|Alamy|UNIAN|УНІАН|УНИАН)"
_SERVICE = (
    rf"(?:{_NETWORK}|viber|mastodon|reddit|pinterest|messenger|flipboard|pocket|e-?mail|print|copy (?:link|url)|link)"
)
_SECTION = (
    r"(?:about us|contact(?: us)?|(?:privacy|cookie|editorial) (?:policy|notice|settings)|"
    r"terms (?:of (?:use|service)|and conditions)|advertise(?: with us)?|careers|help|faq|site ?map|accessibility|"
    r"corrections|newsletters|rss)"
)

PERSON = r"(?-i:[A-Z])[\w.’'-]{1,30}(?: (?-i:[A-Z])[\w.’'-]{1,30}){1,3}"
PRESS = r"(?:reporter|correspondent|editor|journalist|writer|columnist|contributor|photographer|producer|freelancer)"
_DAY = (
    r"(?:(?-i:[A-Z])[a-z]{2,8}\.?,? ){0,2}\d{1,2}(?:st|nd|rd|th)?(?:[./:-]\d| (?-i:[A-Z])[a-z]{2,8}\b|,? 20\d\d).{0,40}"
)
_AGO = r"(?:\d{1,2}|an?) (?:minute|hour|day|week)s? ago"

WHOLE_LINES = (
    rf"(?:first |last )?(?:published|updated|posted|modified)(?: on| at)?\s?:? (?:{_DAY}|{_AGO})",
    rf"(?:get|join|try) (?:our|the|my) (?:\w{{1,20}} ){{0,2}}{_MEDIUM}",
    r"newsletters? sign[- ]?ups?",
    r"subscribe (?:for|to (?:read|continue|unlock|get|see)) .{1,60}",
    r"(?:start|begin|try) (?:your|a|our) free trial.{0,40}",
    r"(?:unlimited|full|digital) (?:digital )?access (?:for|from) .{1,40}",
    r"more (?:on|about|from) [^.:!?]{1,60}(?=:)",
    r"click to (?:share|e-?mail|print|copy|enlarge|expand|view|play) ?.{0,60}",
    rf"\(?{PERSON} ?/ ?(?-i:[A-Z])[\w’' .]{{1,60}}\)?",
    rf"\(?(?:{_PICTURE}|screenshots?|screen ?grabs?)(?: via| from| courtesy of|:) " + _NAMES,
    r"(?:file|archive|stock|handout|illustrative) (?:photo|picture|image|footage)s?",
    r"(?:paid|partner|promoted|branded) (?:content|post|partnership|advertisement)",
    r"advertisement\W{1,4}(?:scroll|story|article|continue).{0,60}",
    rf"(?:please )?follow .{{2,60}} on {SOCIAL}(?:(?:, | and |, and | & ){SOCIAL}){{0,5}}",
    r"(?:related|popular|trending|other) (?:coverage|links|posts|now|reading)",
    r"in other news",
    r"(?:next|previous) (?:article|story|post|page)",
    r"(?:home|menu|search|navigation|(?:open|close) (?:menu|search)|main menu)",
    r"about the authors?",
    rf"{PERSON} is (?:a|an|the)(?: [\w-]{{2,20}}){{0,2}} {PRESS} (?:for|at|with|based in|covering) " + _NAMES,
    r"(?:save|read|listen)(?: it| this)? (?:for )?later",
    r"add to (?:favou?rites|bookmarks|(?:your |my )?reading list)",
    rf"report (?:an? )?(?:error|typo|mistake|problem)(?: (?:here|in this {_THING}|with this {_THING}))?",
    r"(?:send|submit) (?:us )?(?:an? |your )?(?:news )?(?:tips?|story|stories|photos|corrections?)",
    r"get (?:the|our) (?:\w{1,20} )?app",
    r"we (?:value|respect|care about) your privacy",
    r"(?:enter )?your e-?mail(?: address)?(?: here)?",
    r"read more here",
    r"be the first to (?:comment|know|reply|share).{0,40}",
    rf"{PERSON},? for (?-i:[A-Z]\w{{1,20}})(?: (?-i:[A-Z]\w{{1,20}})){{0,3}}",
    r"(?:see|view|show) (?:more|all) (?:photos|videos|stories|comments|pictures|images|articles)",
    r"do not sell (?:or share )?my (?:personal )?(?:information|data)",
    r"sources?: " + _NAMES,
    r"(?:enable|allow|turn on|get|manage) (?:push |desktop |browser )?notifications.{0,60}",
    r"(?:support us|make a donation|buy (?:me|us) a coffee)",
    r"(?:support|subscribe to|join|follow) (?-i:The (?:[A-Z]\w{1,20} ?){1,4})",
    _CREDIT + _NAMES,
    rf"\(?{_PICTURE}(?: credits?| source| copyright)?(?: ?[:©,] ?| by | courtesy of )" + _NAMES,
    rf"\(?{_PICTURE}(?: credit| source| copyright| by|:|,)? {_AGENCY}\)?",
    rf"\((?:{_AGENCY}|AP) {_PICTURE}[^()]{{0,60}}\)",
    rf"{_AGENCY}(?:/| via | / |, )" + _NAMES,
    r"(?-i:Getty Images|Shutterstock|Alamy)",
    r"credits?: " + _NAMES,
    rf"{_SERVICE}(?:(?: ?[|·•,/] ?| |){_SERVICE}){{0,12}}",
    rf"{_SECTION}(?: ?[|·•] ?{_SECTION}){{0,12}}",
    r"share(?: this)?:?",
    r"tweet(?: this)?",
    r"(?:tags?|topics?|filed under|categor(?:y|ies)|keywords|теги|мітки|метки)\s?: .{1,200}",
    r"(?:more (?:from|in|about|on)|also in|also from|latest (?:from|in)) (?:this section|(?:the )?"
    r"(?-i:[A-Z])[\w’'&]{0,30}(?: (?-i:[A-Z&])[\w’'&]{0,30}){0,4})",
    r"(?:what to )?(?:read|watch|listen|up) next",
    r"(?:recommended|further|suggested) (?:reading|for you)",
    r"(?:top|latest|featured|trending|breaking) (?:stories|news|headlines|now)",
    r"(?:trending|editors?[’'] ?s? picks?|don[’']t miss|most shared|newsletters?)",
    r"(?:watch|see|listen to|play|view) (?:this |the )?(?:video|gallery|article|story|audio|map|graphic|photos)"
    r"(?: (?:below|above|here))?",
    r"\d{1,3}[- ]min(?:ute)?s?(?: read| listen)?",
    r"(?:reading|listening|read) time\s?:? \d{1,3} min(?:ute)?s?",
    r"loading(?: (?:comments|more))?",
    r"(?:i agree|i accept|got it|ok,? got it|close|dismiss|maybe later|no,? thanks)",
    r"(?:cookie|privacy) (?:settings|preferences|notice|choices)",
    r"(?:manage|change|review) (?:my |your )?(?:cookie |privacy )(?:settings|preferences|choices)",
    r"(?:already )?(?:a )?(?:subscriber|member)\? (?:sign|log) ?in(?: here)?",
    r"(?:sign|log) ?in or (?:create|register|sign ?up|subscribe).{0,40}",
    r"(?:become|be) a (?:member|subscriber|patron|supporter)(?: (?:now|today))?",
    r"subscribe (?:for|from) .{1,40}(?: a | per )(?:week|month|year)",
    r"(?:copyright |© ?|\(c\) ?){1,2}(?-i:[A-Z])[\w’' .&-]{1,60}",
    r"advertisement\s?[-–—|].{0,40}",
    r"comments? (?:are|is|have been|were) (?:now )?(?:closed|off|disabled|turned off)(?: (?:on|for) this .{1,20})?",
    r"comments(?: ?\(\d{1,5}\))?",
    r"\d{1,5} comments?",
    r"no comments(?: yet)?",
    r"(?:leave|add|post|write|view|show|load|join)(?: a| all| the| your| more| \d{1,5})? "
    r"(?:comments?|reply|conversation)",
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
    rf"this {_THING} (?:was|has been) (?:last )?updated\b(?!.{{0,300}}\b(?:correct|clarif|amend|error|mis\w))"
    r"(?: (?:at|on|to|with|after|by|throughout|in)\b.{0,300}$|\W{0,3}$)",
    rf"this (?:is a )?{_THING} is (?:still )?(?:developing|being updated)\b",
    r"this is a (?:breaking|developing) (?:news )?story\b",
    r"disclaimer\s?: ",
    r"(?:the )?(?:views|opinions)(?: and (?:views|opinions))? expressed (?:in this|here|by the authors?|are)\b",
    r"this (?:site|form|page) is protected by recaptcha\b",
    r"your e-?mail address will not be published\b",
    r"(?:read|watch)(?: more| also|,? too)?(?: on this(?: story)?)?\s?: ",
    r"(?:see (?:also|more)|(?-i:LISTEN|LOOK))\s?: ",
    r"(?:also|more|further) (?:read|reading|on this(?: story)?|coverage)\s?: ",
    r"(?:related|recommended)(?: (?:articles?|stories|coverage|content|news))?\s?: ",
    r"(?:live (?:briefing|blog|updates)|(?:photo |picture )?gallery|podcast|infographic)\s?: ",
    r"(?:©|\(c\)|copyright(?: ©| \(c\))?) ?(?:19|20)\d\d",
    r"(?:this (?:material|article|content|story)|no part of this .{1,40}) (?:may|must) not be "
    r"(?:published|reproduced|copied|broadcast|republished)",
    rf"this {_THING} (?:was|has been) (?:first |originally )?(?:published|produced|translated) (?:by|on|in|from)\b",
    rf"this {_THING} (?:first|originally) appeared (?:in|on|at)\b",
    r"(?:читайте|смотрите|дивіться|читай) (?:також|также|ще|еще|ещё)\s?:? ",
    r"our standards\s?: ",
)
"""The first sentence of a line: what follows it may be reporting again. A correction is reporting, too."""

SENTENCES = (
    r"required fields are marked\b",
    r"scroll (?:down )?to continue(?: reading)?\W{0,3}$",
    r"this (?:material|content|article|story) may not be (?:published|reproduced|broadcast|rewritten)\b",
    r"(?:all|some) rights reserved\W{0,3}$",
    r"we and our (?:\d{1,4} )?(?:trusted |third-party )?partners (?:use|store|process|need|access)\b",
    rf"(?:please )?(?:join|find) (?:us|our .{{0,40}}) (?:on|in|at) {SOCIAL}\b",
    rf"(?:please )?join our {SOCIAL} (?:channel|group|community)\b",
    r"(?:please )?(?:support|donate to) (?:our|us|independent) (?:work|reporting|journalists)\b",
    r"donate (?:now|today|here)\b",
    r"(?:if you (?:like|value|enjoy) (?:our|this) .{0,60})?(?:please )?consider (?:supporting|donating|subscribing|"
    r"becoming)\b",
    r"if you (?:like|value|enjoy) (?:our|this) (?:work|journalism|reporting|article|story|podcast)\b.{0,80}"
    r"\b(?:support|donat|subscrib|member|patreon)",
    rf"listen to (?:the latest episode|our|this) .{{0,40}}\b{_MEDIUM}\b",
    r"you (?:have|’ve|'ve) (?:reached|read|used) (?:your|the|all|\d).{0,40}\b(?:limit|free articles|free stories)\b",
    r"this (?:content|article|story|page) is (?:only |exclusively )?(?:available |reserved )?(?:only )?(?:for|to) "
    r"(?:paying |registered )?(?:subscribers|members)\b",
    r"your browser does not support\b",
    r"(?:have|did) you (?:been affected|witness|spot|see|notice)(?:ed)?\b.{0,100}\?$",
    r"spot(?:ted)? (?:an error|a mistake|a typo)\b",
    r"(?:got|have) a (?:story|tip|news tip|correction)\b.{0,60}\?$",
    r"(?:share your (?:experiences?|story|views)|(?:e-?mail|contact) (?:our newsroom|the newsroom|tips@))\b",
    r"(?:please )?e-?mail (?:us|me|tips|the author)\b.{0,20}@?",
    r"contact (?:our newsroom|the (?:editors?|newsroom)|us (?:at|on|via|by (?:e-?mail|phone|signal)))\b",
    r"(?:подписывайтесь|підписуйтесь|підписуйтеся|подпишитесь|підпишіться) на\b",
    r"(?:приєднуйтесь|приєднуйтеся|присоединяйтесь) до?\b.{0,40}\b(?:telegram|телеграм|facebook|viber|каналу)\b",
    r"(?:click|tap) (?:here|on (?:the|this) (?:link|image|picture|button|map)|the (?:link|image|picture|button))\b",
    rf"(?:please )?(?:sign up|register|subscribe|opt in)\b.{{0,80}}\b{_MEDIUM}\b",
    rf"(?:please )?(?:subscribe|sign up) (?:now|today|here|to {_OUR})\b",
    r"(?:get|receive) .{0,80}\b(?:in|to|into) your inbox\b",
    rf"(?:please )?(?:follow|like|find|join) (?:us|our \w{{1,20}}|@\S{{2,40}}) (?:on|at|via) {SOCIAL}\b",
    rf"download {_OUR} (?:\w{{1,20}} )?app\b",
    r"(?:we|this (?:web ?)?(?:site|page)|our (?:web ?)?(?:site|partners))(?: and our partners)? "
    r"(?:uses?|stores?|sets?) (?:\w{1,20} )?cookies\b",
    r"by (?:continuing|clicking|using|browsing|signing|subscribing)\b.{0,80}\byou (?:agree|accept|consent|acknowledge)",
    r"(?:please )?(?:enable|turn on) javascript\b",
    r"javascript is (?:disabled|required)",
    r"(?:please )?(?:support|donate to) (?:our|us|independent) (?:\w{1,20} )?(?:journalism|newsroom)\b",
    r"do you have (?:a|any) (?:story|tip|information|comments?|questions?)\b.{0,60}"
    r"\b(?:contact|e-?mail|write to|let us know|share)\b",
    r"(?:read|see|find|watch|listen to) (?:the full|more of|all of|all) .{1,60}\bhere\W{0,3}$",
)
"""Any sentence of a line."""
