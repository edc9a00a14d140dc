"""Details in passing: what a story tells before it is asked.

Each catch is sure or it is not made: a detail fills a gap and is echoed, so a wrong one is a small lie in
the person's mouth. Closed sets give one of their members, everything else the person's own words, cut out
and never rewritten. Danger, times and areas are read elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from core.understanding import difficulties, names, organisations, reasons, roles, short_news, stings
from core.understanding import text as texts
from core.understanding.detail import Detail
from core.understanding.expressions import expression
from core.understanding.text import LONGEST_STORY as LONGEST_STORY

THEIR_REASON = "their-reason"
"""What they gave as the reason for a no, in the person's words."""

_I = re.IGNORECASE
_NUMBER = "|".join(names.NUMBERS)

_FORMATS = (
    (
        "phone",
        r"(?:tele)?phone (?:interview|screen|screening|call interview|round)|interview\w*(?: "
        r"was)? (?:over|on|by|via) (?:the )?(?:tele)?phone|over the phone",
    ),
    (
        "video",
        r"(?:on|via|over|by|through) (?:ms |microsoft )?teams|teams (?:call|interview|"
        r"meeting)|zoom|skype|google meet|webex|(?:ms|microsoft) teams|video (?:call|"
        r"interview|link|chat|conference|froze)|(?:online|virtual|remote) interview|webcam",
    ),
    ("in-person", r"in[- ]person|face[- ]to[- ]face|on[- ]?site interview|(?:at|in) their offices?"),
    (
        "panel",
        r"panel interview|interview panel|panel of (?:\w+)|the panel|(?:in front of|with|by) "
        r"an? panel",
    ),
)
_FORMAT = expression("|".join(rf"(?P<f{n}>\b(?:{pattern})\b)" for n, (_, pattern) in enumerate(_FORMATS)), _I)
_BY_PHONE_LATER = expression(r"\b(?:reject|told|call|inform|offer)\w* \w* ?(?:me )?$", _I)

_PANEL = expression(
    rf"\bpanel of (?P<a>{_NUMBER})\b|\b(?P<b>{_NUMBER})[- ](?:person|people|member|man) panel"
    rf"|(?:\bthere were|\bit was|[,;(-]) ?(?P<d>{_NUMBER}) of them(?= *(?:[.,;!)\n]|$))"
    rf"|\b(?P<c>{_NUMBER}) (?:people |persons )?(?:interviewers|panel+ists|panel members|"
    rf"people on the panel|people (?:interviewed|asked|were interviewing)|of them "
    rf"(?:interviewed|asked)|people(?=[.,!;\n]|$))",
    _I,
)

_LATE = expression(
    rf"\b(?P<n>{_NUMBER}|fifteen|twenty(?:[ -]five)?|thirty|forty(?:[ -]five)?|\d{{1,3}}|a "
    rf"few|a couple of|couple of|half an hour|an hour|a quarter of an hour)"
    r" ?(?P<unit>minutes?|mins?|m\b)? ?(?:late\b|after (?:the start|it started)|behind (?:time|schedule))",
    _I,
)
_LATE_BY = expression(
    rf"\b(?:was|came|arrived|got there|so|very|too|bit|were)? ?late (?:by |about |around |almost )*(?P<n>{_NUMBER}|fifteen|twenty(?:[ -]five)?|thirty|forty(?:[ -]five)?|\d{{1,3}})"
    r" ?(?P<unit>minutes?|mins?|m)\b",
    _I,
)
_FEELS = expression(
    r"\b(?:feel(?:s|ing)?|felt|i'd say|i would say|rate (?:it|that)|pain|mood|score)(?: (?:it|like|like a|like an|about|at|is|was|this|bad|awful|terrible|so|really|now|right now|an?))* "
    r"(?P<n>10|[0-9])(?: ?(?:/|out of) ?(?:10|ten)\b)(?! (?:questions|answers|marks|on the test))"
    r"|\b(?P<m>10|[0-9]) ?(?:/|out of) ?(?:10|ten) (?:bad|awful|terrible|on (?:the|your) (?:bad|pain|awful)\w* scale)\b",
    _I,
)
_ROUND = expression(
    r"\b(?:for (?:a |the |my )?)?(?:first|second|third|2nd|3rd) (?:interview|round|stage|one|time|chance|call|meeting|test)\b",
    _I,
)
_LATE_WORDS = {
    "fifteen": 15,
    "twenty": 20,
    "twenty five": 25,
    "thirty": 30,
    "forty": 40,
    "forty five": 45,
    "half an hour": 30,
    "an hour": 60,
    "a quarter of an hour": 15,
}
_SHORTLY_BEFORE = 30
_BARRED = expression(
    r"\bno canvassing|\bcanvassing (?:is|will|would|leads|means|disqualif)|\b(?:said|told|"
    r"asked|asking|wrote|says|warned|request\w*)\b[^.!?\n]{0,40}?\b(?:not to|don'?t|do not|"
    r"no|never|must not|mustn'?t|shouldn'?t|should not|please don'?t)"
    r" (?:contact|call|phone|e-?mail|reach out|canvass|follow up|write\b|contacting|"
    r"ring)|\bno (?:contact|follow[- ]?ups?)(?: (?:please|allowed|with them|is allowed))|"
    r"\bnot (?:allowed|supposed|permitted) to contact",
    _I,
)
_NOBODY_SAID = expression(
    r"\b(?:nobody|no ?one|none of them|(?:did|do|does|has|have) ?(?:not|n'?t)|never)(?: (?:even|actually|ever|really|have|has))* $",
    _I,
)
"""That leads to a ban which there was none of: "nobody said don't email"."""
_NO_BAN = expression(
    r"\b(?:nobody|no ?one|none of them|(?:did|do|does) ?(?:not|n'?t)|never)(?: (?:even|actually|ever|really))* (?:ask(?:ed)?|sa(?:y|id)|tell|told|want(?:ed)?)(?: (?:me|us))? (?:for )?(?:no contact|not to|(?:that )?i (?:can'?t|couldn'?t|must ?n[o']t|shouldn'?t))"
    r"|(?<!said )(?<!if )(?<!think )(?<!wish )\bi (?:may|can|could|am allowed to|'m allowed to) (?:still |always |also )*(?:write|e-?mail|mail|text|contact|message)(?: to)? (?:them|him|her)\b(?! (?:if|until|but))",
    _I,
)
_REACH = r"(?:contact|e-?mail|mail|call (?:if|with|him|her|them|any|back|me|the office|in)|phone|ring|write|get in touch|reach out|drop (?:him|her|them|by|me|a)|send|message|text|follow up|ask (?:him|her|them|if))"
_ALLOWED = expression(
    r"\b(?:said|says|told (?:me|us)|mentioned|wrote|offered|invited (?:me|us)|encouraged (?:me|us)|asked (?:me|us))\b(?:(?!\bnot\b|\bnever\b|n'?t\b)[^.!?\n]){0,25}?"
    rf"(?:\b(?:i|we|that i|that we) (?:can|could|may|might|should|'m welcome to|am welcome to|was welcome to)(?: always| also| just| still)? (?:call|{_REACH})\b|\b(?:it'?s|it is|it was|that's|its|is|was)? ?(?:totally |perfectly |absolutely )?(?:fine|ok|okay|alright|all right|no problem|welcome|good|happy for (?:me|us))(?: for me| for us| if i| if we)?(?: to)? (?:call|{_REACH})\b"
    rf"|\b(?:feel |be |i'm |we're )*(?:free|welcome) to (?:call|{_REACH})\b|\b(?:just )?to (?:please )?{_REACH}\b)"
    r"|\b(?:said|says|say),? (?:just |please |(?:u|you|i) (?:can|could) )*(?:mail|e-?mail|write|call|ring|text|message|contact)(?: to)? (?:me|her|him|them|us|if|in case|with|whenever|any ?time)\b"
    r"|\b(?:gave|handed|left|given) (?:me|us) (?:his|her|their|a|the|an) (?:business |direct |work |personal |own )?(?:card|number|e-?mail|mail|line|phone|contact|mobile)s?\b",
    _I,
)
_THEIR_NUMBER = expression(
    r"\b(?:gave|handed|left|given) (?:me|us) (?:his|her|their|a) (?:own |direct |work |personal |mobile |cell |phone )*(?:number|mobile|phone number|(?:business |visiting )?card)\b",
    _I,
)
_RECRUITER = expression(
    r"\b(?:through|via|by|with|from|using) (?:an?|the|my|this|some) (?:(?:recruitment|"
    r"recruiting|staffing|temp|temping|employment|job|hiring) )?(?:agency|recruiter|"
    r"headhunter)\b|\bmy recruiter\b|\bthe recruiter (?:said|told|set|arranged|called|"
    r"sent|got)\b|\bthe agency (?:said|told|set|arranged|called|sent|got)\b",
    _I,
)

_THE_JOB = r"(?:the|their|that|this) (?:job|offer|role|post|position)"
_NO_MORE = r"(?:i'm|i am|i was) (?:no longer|not) interested|i (?:no longer|don't|didn't|do not|did not) want (?:it|the job|the post|the role)"
_WITHDREW = (
    r"i(?:'ve| have|'d| had)? (?:(?:just|already|finally|then|actually|now|also|officially|formally|decided and) ){0,2}(?:"
    r"(?:withdrew|withdrawn)(?! (?:money|cash|some|the (?:money|cash)))(?: (?:my|the) (?:application|candidacy|name)| myself)?"
    r"|(?:pulled|dropped) out(?! (?:(?:of|from) (?:my |the |a )?(?:university|college|uni|high school|school(?! (?:one|job|interview))|course|degree|studies)|my|an?|some|his|her|the (?!application|process|running|race|interview))\b)|bowed out"
    r"|stepped back from (?:it|the (?:process|application))|cancell?ed (?:my|the) application|pulled my application"
    rf"|(?:took|taken) (?:my name|myself) (?:out|off)|turned (?:them|it|{_THE_JOB}) down|turned down {_THE_JOB}|(?:declined|refused) {_THE_JOB})"
    rf"|(?<![\w'] )(?:i(?:'ve| have)? (?:just |already )?)?told (?:them|her|him) (?:that )?(?:{_NO_MORE})"
)
_SILENCE = (
    r"(?:they(?:'ve| have| all)?|he(?:'s)?|she(?:'s)?|hr|(?:the|my) (?:\w+ )?(?:company|recruiter|agency|school|clinic|bank|hospital|shop|office|manager|boss|lady|guy|panel)|it's|everything|all)"
    r" (?:has |have |just |all |completely |totally |suddenly |then |really )*(?:gone|went|going|been|stayed|are|is|fallen|fell|turned) (?:all |completely |totally |really |a bit |so |very |totally )*"
    r"(?:(?:quiet|silent|cold|dark|awol|mia|dead)(?: (?:on me|on us|since|after(?:wards| that)?|for (?:\w+ )?(?:days?|weeks?|months?)|now))(?! when)|(?:quiet|silent|cold|dark|awol|mia)(?= *(?:[.,!?;:)]|$)))"
    r"|(?:gone|went|going) (?:all |completely |totally |really |a bit )*(?:quiet|silent|cold|dark|dead|awol|mia) on (?:me|us)\b"
    r"|(?<!\bi )(?:got |been |was |being |totally |completely |just )*ghosted(?: by\b| me\b| us\b| again\b| after\b| since\b|(?= *(?:[.,!?;:)]|$)))|ghosting (?:me|us)\b"
    r"|not (?:a|one|a single) (?:word|peep|thing|sound|line|call|e-?mail|message|text|reply|answer)(?: (?:since|from them|so far|yet|back|in (?:\w+ )?(?:days?|weeks?|months?)|after(?:wards| that)?)|(?<! thing)(?<! line)(?<! sound) *(?=[.,!?;:)]|$))"
    r"|left (?:me|us) (?:on (?:read|seen|delivered)|hanging|in the dark)\b|(?:left|been left|leaving me) on (?:read|seen|delivered)\b|(?:(?:total|complete|dead|radio|utter|absolute|pure|just|only) )+(?:silence|crickets)\b|(?:^|[.!?,;] ?)(?:and |but |since |only |just )*(?:then |since then )?(?:silence|crickets|tumbleweed)s?(?: (?:since|from them|so far|yet|for .{3,20}|ever since))?(?= *(?:[.,!?;:)]|$))"
    r"|(?:no ?one|nobody|noone|none of them) (?:has |have |ever |even |'s )*(?:(?:come|came|got|gotten|called|written|replied|answered|wrote|rang|responded|reached) (?:back|out)(?: to (?:me|us))?|(?:called|contacted|rang|e-?mailed|wrote to|written to|phoned|texted) (?:me|us)|replied|responded|got in touch|been in touch)\b(?! (?:yes|no|then)\b)"
    r"|(?:haven't|have not|havent|hasn't|not|never|didn't|did not) (?:yet |even |ever )?(?:heard|hear) (?:a (?:peep|word|thing|sound|single (?:word|thing))|(?:back|anything|nothing|from them|from anyone)\b)"
    r"|they(?:'ve| have)? (?:just |completely |totally |all )*(?:vanished|disappeared|evaporated)\b|(?:vanished|disappeared) on (?:me|us)\b|(?:they|she|he|hr)(?:'re| are|'s| is)? (?:just |all |completely |totally )*(?:ignoring|ignored|ignore|not answering|don't answer|doesn't answer|won't answer|not replying to|don't reply to|never answer(?:ed)?) (?:my |all my |any of my )+(?:e-?mails?|calls?|messages?|texts?|mails?)\b"
)
"""That nothing has come, in words that are about nothing else."""
_SILENT = expression(rf"\b(?:{_SILENCE})", _I)
_OUTCOMES = (
    ("withdrawn", _WITHDREW),
    (
        "rejected",
        r"(?:got|received|had) (?:a|the|their) no (?:(?:today|yesterday|this morning|just now|already) )?(?:from|by|back from)\b|"
        r"(?:position|job|role|post|vacancy) (?:has |had |have )?(?:now |already |just )*(?:been |was |is |got |gone )(?:already |now |been )*(?:filled|cancelled|canceled|withdrawn|given to)|"
        r"they (?:have |just |then )*(?:withdrew|withdrawn|cancelled|canceled|pulled|took back) (?:the|their|my) (?:offer|job|post|position|role|vacancy)|(?<![\w' ])rejected(?= *(?:[.,!?;:(-]|$|by\b|because|bc|cos|due))|(?:got|received|been|was|were|just|already|get) (?:(?:the|a|my|another) "
        r")?(?:(?:email|mail|phone|standard|automated|formal|generic) )?(?:rejected|"
        r"rejection)|reject(?:ed|s) me|(?:they|he|she) (?:have |just |had )?rejected my application|turned me down|(?:got|been|was|were) (?:dumped|dropped|ditched|kicked out|thrown out|cut) (?:by|from) (?!the (?:call|zoom|line))|rejection "
        r"(?:e-?mail|mail|letter|call|text|message|came|arrived|is in|is here)|(?:didn't|did not|didnt) get "
        r"(?:it(?= *(?:[.,!?;:)]|$| in the end| after all| then))|the (?:job|role|position|post|place))|"
        r"(?:job|role|position|post|place|vacancy) (?:(?:has|have|had|just|already) )*(?:went|gone|goes|is going|was going|going) to (?:someone|somebody|another|others?|an? (?:internal|other|more|better|local|younger|older))\b|"
        r"unsuccessful|(?:went|gone|going) (?:with|for) (?:someone|somebody|another)|(?:chose|picked|"
        r"hired|took) (?:someone|somebody|another)|(?:gave|given) (?:it|the (?:job|role|position|post)) to "
        r"(?:someone|somebody|another)|"
        + short_news.WHO
        + r" (?:(?:have|has|just|finally|already|now|all) )*(?:said|say|says) no\b(?! ?(?:questions?|problem|need|contact|rush|pressure|one|"
        r"canvassing|decision|more|such|experience|to (?!me\b|my application\b)))|regret to inform|not (?:been )?(?:selected|shortlisted|chosen|"
        r"successful)|wasn't (?:selected|chosen|successful)|(?:it'?s|it is|it was|that'?s|got|answer is|answer was) an? "
        r"(?:flat |firm |clear |polite |definite )?no(?= *(?:[.,!?;:)]|$| from (?!me\b)))|(?:aren't|are not|not) (?:moving|going|"
        r"taking|progressing|proceeding) (?:me |forward |ahead |further )+(?:with me|with my application)|(?:not (?:to )?"
        r"(?:go|move|take|proceed) (?:me )?(?:ahead|forward|further)) with me|(?:they(?:'re|re| are)|she's|he's|(?:they|he|she|mail|e-?mail|letter) (?:said|says|wrote)(?: they(?:'re|re| are))?) (?:sadly |unfortunately )?not (?:moving|going|taking (?:it|me|this)) (?:forward|fwd|ahead|further)\b|(?:declined|dismissed) my application|passed on me",
    ),
    (
        "offer",
        r"(?:got|received|have|made|gave|given|with|accepted|getting) (?:me )?(?:the|an|a) "
        r"(?:(?:job|formal|verbal|written|conditional) )?offer\b|(?:job|formal|verbal|written) offer (?:came|arrived|is here|"
        r"is in\b)|offered me (?:the|a) (?:job|role|position|post|place)(?! (?:trial|shadow))|(?:was|been|got|being) offered "
        r"(?:the|this) (?:job|role|position|post|place)|offer(?:e)?d it(?: to me)?(?= *(?:[.,!?;:)]|$| last| this| today| yesterday| on| just| now))|(?:gave|giving) me the (?:job|role|position|post)\b|"
        r"(?:i )?got the (?:job|role|position|post)\b(?! (?:done|ad\b|advert|description|spec|interview|details|off\b|through|of\b))|"
        r"they (?:hired|want|picked|chose|took) me\b(?: on\b(?![ -](?:site|the|a|mon|tue|wed|thu|fri|sat|sun|zoom|teams|\d)))?+(?! (?:to|for|back|in|on|again|aside|through|seriously|around|over|there|round|by|down|up|at|tomorrow|next|this|onsite|on-site))"
        r"|(?:said|says?|saying|told me|tells me|telling me) (?:that )?(?:i|i've|i'm) (?:(?:have|had|got|get|getting|'ve got) )*(?:the )?job(?= *(?:[.,!?;:)]|$| and\b| now\b))|i'?m hired|i am hired",
    ),
    (
        "next-round",
        r"(?:invited|called|asked|want|wants|calling|inviting|(?:did|do) (?:invite|call|ask|want)) me (?:to come )?(?:back|in again|for "
        r"(?:a|the|another) (?:second|2nd|next|third|final|further|follow[- ]?up|round|interview))|(?:made|through|got|moved|progressed|"
        r"advanced|invited|going|move|passed|am|i'm) (?:it )?(?:on )?(?:through )?to (?:the |a "
        r")?(?:next|second|2nd|third|3rd|final|last) (?:round|stage|interview)|(?:called|call|invited) ?back for "
        r"(?:a|the|another) (?:second|2nd|next|third|final|interview|round)|(?:want|wants|like) to (?:see|meet|speak (?:to|with)|"
        r"talk to) me (?:again|(?:a |for a )?second time|once more)|(?:want|wants|need|needs|invited|asked) me (?:to come )?(?:on[- ]?site|in|over|there|round|by|down|up|back)(?: (?:again|then|there|in))? (?:for (?:a|another) (?:chat|talk|meeting|coffee|visit|tour|conversation|trial)|(?:on |this |next |coming )*(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|week|tomorrow|the \d|\d{1,2}(?:st|nd|rd|th)? (?=jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))(?![^.!?\n]{0,20}\bfor (?:an?|the|my) (?:job )?interview)(?! (?:and|but) (?:i|it|then)\b))|(?:got|have|invited (?:me )?(?:to|for)|(?<!\bi )wants?|offer(?:ed|s|ing)(?: me)?|giv(?:es?|ing) me|gave me) (?:a|the|my|another) (?:second|2nd|third|3rd|next|"
        r"final|follow[- ]?up) (?:round|interview|stage|talk|chat|conversation|meeting)(?! (?:at|with|last|yesterday|was|went)\b)|(?:offer(?:ed|s|ing)(?: me)?|invit(?:ed|es|ing) me (?:to|for)|want(?:s|ed)? me (?:in )?for) (?:another|one more) (?:round|interview|stage|talk|chat|conversation|meeting)\b|(?:got|have|had) a call[- ]?back\b|"
        r"(?:second|2nd|third|3rd|next|final|follow[- ]?up) (?:round|interview|talk|chat)(?: (?:is|will be|it is|it's))? "
        r"(?:(?:on|at|for|this|next|coming) )+(?:mon|tue|wed|thu|fri|sat|sun|week|the \d|\d)\w*\b(?! (?:went|was|i|and i|they|he|she)\b)|"
        r"(?:second|2nd|third|3rd|next|final|follow[- ]?up) (?:round|interview)(?: is)?(?: (?:with|at) (?:\w+ ){0,2}?\w+)? (?:tomorrow|tmrw|2moro|in (?:two|three|four|five|six|ten|a|\d+)\b|(?:on |this |next )?(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|next week)(?! (?:went|was|i|and i|they|he|she)\b)|"
        r"(?:second|2nd|next|final) (?:round|interview)[,:]? (?:on )?(?:\d{1,2}(?:st|nd|rd|th)? (?:of )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|(?:mon|tues|wednes|thurs|fri|satur|sun)day,? (?:the )?\d{1,2})\w*(?! (?:went|was|i|they|he|she)\b)|"
        r"(?:want|wants|need|needs|invited|like|'d like) (?:to (?:see|meet) )?me (?:to come )?(?:(?:in|over|there|again|on[ -]?site|to the (?:office|site)|for a (?:chat|talk)),? )*(?:on |this |next )+(?:mon|tue|wed|thu|fri|sat|sun|the \d|\d)\w*\b(?![^.!?\n]{0,20}\bfor (?:an?|the|my) (?:job )?interview)|"
        r"(?:said|says|texted|wrote|told me|asked me)(?: back| me)?(?: to)?(?: i (?:should|can|could))? come (?:in|over|back|by|again)(?: again)? (?:on |this |next )*(?:tomorrow|mon|tue|wed|thu|fri|sat|sun|next week)\w*(?= *(?:[.,!?;:)]|$)| (?:for|at)\b)(?![^.!?\n]{0,20}\bfor (?:an?|the|my) (?:job )?interview)|"
        r"(?:want|wants|invited|asked) me to come (?:in|over)(?![^.!?\n]{0,20}\bfor (?:an?|the|my) (?:job )?interview)(?= *(?:[.,!?;:)]|$)| (?:on |this |next )*(?:tomorrow|mon|tue|wed|thu|fri|sat|sun|week|the \d|\d))|(?:she|he|they|who|has|have|'s|'ve) (?:just |now )?(?:invited|inviting) me(?: (?:in|over|again|back))?(?= *(?:[.,!?;:)]|$))|"
        r"(?:(?:want|wants|need|needs|invited|asked|like) me|(?:been|was|am|i'm|got) (?:invited|asked)) (?:to come )?(?:in |back |over )?(?:for|to(?: do)?) (?:a |an |the |another )?(?:\w+ )?(?:trial|taster)(?: (?:shift|day|morning|afternoon|evening|session|hour|lesson|week))?\b|"
        r"(?:want|wants|need|call|called|calling) me for (?:a |the |my )?(?:second|2nd|third|3rd|next|final|follow[- ]?up) (?:round|interview|one)",
    ),
    (
        "waiting",
        r"(?:waiting|wait) (?:to hear|for (?:an? |the |their )?(?:answer|reply|response|news|"
        r"decision|results?|feedback|outcome|call|e-?mail))|still waiting(?= *(?:[.,!?;:)]|$| for them| on them))|"
        r"(?:haven't|have not|havent|not|nothing|never) heard(?: (?:back|anything|from them|a thing|yet|since)| *(?=[.,!?;:)]|$))|"
        r"no (?:answer|news|reply|response|word|decision) (?:yet|so far|still|from)|still no (?:answer|news|reply|response|word|decision)|"
        r"(?:still )?(?:nothing|silence|crickets) (?:from them|yet)|still (?:nothing|silence|crickets)(?= *(?:[.,!?;:)]|$))|radio silence|"
        r"(?<!\bi )(?<!\bi still )(?:they )?(?:still )?(?:haven't|have not|havent) (?:answered|called|replied|written|decided|got(?:ten)? back)|"
        r"(?<!\bi )(?:haven'?t|hasn'?t|has not|(?:they|she|he)(?:'?ve|'?s) not) (?:even |yet |actually |still )*(?:rung|phoned|texted|e-?mailed|messaged|been in touch|contacted me|rang|called(?: me)?(?= *(?:[.,!?;:)]|$| back| yet| in\b)))\b|"
        r"(?:said|promised|told me) (?:they|she|he)(?:'?d|'?ll| would| will) (?:ring|call|phone|text|write|e-?mail|answer|let me know|be in touch|get back)\b[^.!?\n]{0,40}?(?:and|but) (?:they|she|he)(?: still| just)? (?:haven'?t|hasn'?t|didn'?t|have not|has not|did not)\b|"
        r"heard nothing|they never (?:replied|answered|called|wrote|responded|got back|came back|let me know)|"
        r"they said [^.!?\n]{3,25} (?:and|but) (?:still |then |there was )?(?:nothing|silence|no (?:call|word|news|answer|reply|e-?mail))|"
        r"(?:don't|do not|dont) (?:(?:even|really|actually) )?know (?:yet )?(?:if|whether) i(?:'ve)? (?:got|get|have) (?:it|the (?:job|post|role|place))|"
        r"(?:mon|tues|wednes|thurs|fri|satur|sun)day (?:is over|has passed|passed|is past|has gone|came and went|has come and gone)|they(?:'ll| will| would|'d) (?:let me know|get back to me|call me|be "
        r"in touch)|hear(?:ing)? back (?:by|on|within|in|next|from)",
    ),
)
_DONE_WITH = expression(
    r"(?:[^.!?,;\n]{1,30}[,.;!] ?)?(?:(?:actually|honestly|you know what|look|ok|okay|so|well|i think|i guess|i've decided|tbh)[, ]+)*(?:"
    r"i (?:really )?(?:don't|dont|do not|no longer) want (?:it|that|this|the (?:job|post|role|position)|(?:that|this) (?:job|post|role|position|one))(?: (?:any ?more|at all|now|either))*"
    r"|(?:i'm|im|i am) (?:no longer interested|not interested(?: in (?:it|them|that job|the job|this job))?(?: any ?more)+)(?: in (?:it|them|that job|the job|this job))?"
    r"|i(?: want| would like|'d like|(?:'ve| have)? (?:just )?decided| am going|'m going)(?: not)?(?<! not) to (?:withdraw|pull out|drop out|back out|bow out)(?: (?:my application|(?:from|of|at) [\w' -]{2,30}))?(?: now)?"
    r"|(?:i'm|im|i am|i'll|i will be) (?:withdrawing|pulling out|dropping out)(?: my application)?(?: (?:of|from|at) [\w' -]{2,30})?)(?:[,.;!] ?[^.!?\n]{1,60})?",
    _I,
)
"""What may be said in anger and may be meant: asked about before anything ends."""
_LEAVING = expression(
    r"(?<!\bnearly )(?<!\balmost )\b(?:i(?:'ve| have| just|'m| am| already|'d)*|(?:i(?:'ve| have)? )?(?:just )?(?:decided|chosen|chose|made up my mind)) (?:(?:just|already|finally|now|have|decided|chosen|going|gonna|that|i'm|i'll|so|definitely|officially) ){0,6}(?:to )?"
    r"(?:pull(?:ing|ed)? out|drop(?:ping|ped)? out|withdraw(?:ing|n)?|withdrew|back(?:ing|ed)? out|bow(?:ing|ed)? out|tak(?:e|ing|en) (?:my name|myself) (?:out|off))\b(?! (?:money|cash|my (?!application)|an? |some |his |her |their |(?:of|from) (?:my |the |a )?(?:university|college|uni|high school|school(?! (?:one|job|interview))|course|degree|studies)\b))"
    r"(?: my application)?(?: (?:of|from|at) (?:the )?(?!it\b|this\b|that\b|them\b|the\b|my\b|process|race|running)(?P<from>[\w'&-]+(?-i:(?: [A-Z][\w'&-]*)*)))?"
    r"|\b(?:i(?:'ve| have)? )?(?:told|wrote to|e-?mailed|let|informed) (?!me\b|us\b)(?P<told>[\w'&-]+(?: [\w'&-]+)??) (?:know )?(?:that )?(?:i'm|im|i am|i was) (?:out|no longer interested|not interested(?: any ?more)?|pulling out|withdrawing)\b"
    r"|\bi (?:don't|dont|do not|no longer) want (?:the |that )?(?P<unwanted>(?-i:[A-Z][\w'&-]*(?: [A-Z][\w'&-]*)*)) (?:job|one|post|role|position)(?: any ?more)?\b",
    _I,
)
"""Leaving told in the first words: nothing has begun that it could end by mistake."""
_NOBODY = expression(
    r"(?:them|him|her|hr|the|my|it|me|everyone|\w+ (?:recruiter|agency|manager|lady|guy|boss))(?:\b|$)", _I
)
_OUTCOME = expression("|".join(rf"(?P<f{n}>\b(?:{pattern}))" for n, (_, pattern) in enumerate(_OUTCOMES)), _I)
_NOT_REAL = expression(
    r"\b(?:if|unless|will|won't|might|may|would|could|can i (?:get|have|be)|probably|gonna|going to|afraid|"
    r"scared|fear|nobody|worried|think|thought|expect|bet|sure|feel|felt|hope|hoped|hoping|wish|wished|dream(?:ed|t)?|imagine|"
    r"when|until|before|once|as if|like i|maybe|perhaps|should|want|didn't|not|never|no(?!,| ,| (?:wait|way|they|i|he|she|actually|sorry|but)\b)|"
    r"always|keep|kept|usually|every time|used to|rather than|instead of|"
    r"last time|last year|last month|years? ago|months? ago|back then|old|other|previous)\b[^.!?\n]{0,30}$",
    _I,
)
_LONG_AGO = expression(
    r"[^.!?\n]{0,40}?\b(?:last (?:time|year|month|spring|summer|autumn|winter)|(?:years?|months?) ago|in (?:19|20)\d\d\b|back then|"
    r"in the past|(?:once|twice|many times|times|so often) before|by (?:another|a different|other|two|three|every|many|\d+)|from (?:another|a different|other|two|"
    r"three|every|many|all|\d+)|for (?:another|a different)|every(?: single)? time|all the time|over and over|a lot\b)",
    _I,
)
"""What follows news of another day or another place."""
_SOMEBODY_ELSE = expression(
    r"\b(?:he|she|they|who|friend|brother|sister|colleague|mate|wife|husband|partner|cousin|son|daughter|guy|girl|someone|somebody|"
    r"everyone|everybody|candidate|people|others?)(?:'s|'d|'ve| has| have| had| just| already| also| was| were| been| finally| actually| even)*\s*$",
    _I,
)
"""What stands before news about another person."""
_RECEIVED = expression(
    r"(?!.*\bme\b)(?:got|get|received|been|was|were|just|already|have|has|had|getting|accepted|with|didn't|did not|didnt|unsuccessful|not|"
    r"wasn't|made|through|moved|progressed|advanced|going|move|passed|invited|called)\b",
    _I,
)
"""News in words that would be as right about another person."""
_OF_FAMILY = expression(rf"\b(?:{short_news.FAMILY})\b[^.!?,;\n]{{0,15}}(?:\.\s+(?:she |he )?)?$", _I)
_BEEN_THERE = expression(
    r"\b(?:had|did|done|after|from|of|at|during|since|before)(?: (?:a|an|the|my|our|that|this))?\s*$", _I
)
"""What stands before a next round that is over, or not yet known."""

_WANTS = (
    (
        "no",
        r"(?:don'?t|do not|not sure i|no longer|wouldn'?t|not) (?:really |even )?want (?:it|the "
        r"(?:job|role|position)|that job|this job|to work (?:there|for them))(?: any ?more)?|"
        r"wouldn't (?:take|accept) (?:it|the job)|not interested in (?:it|the job|the role|"
        r"working (?:there|for them))|glad i (?:didn't|won't) get it",
    ),
    (
        "yes",
        r"(?:still|really|do|would|'d|so|badly|very much) (?:really |still |so |do |badly |"
        r"very much )?(?:love|like|want|need|wanted) (?:the|this|that) (?:job|role|position|"
        r"post)|(?:still|really|would|'d) (?:really |still |so )?(?:love|like|want) (?:to "
        r"work (?:there|for them|with them)|it)\b|(?:my )?dream job|want(?:ed)? this (?:job|"
        r"role|one) so (?:bad|badly|much)",
    ),
)
_WANT = expression("|".join(rf"(?P<f{n}>(?<!\w)(?:{pattern})\b)" for n, (_, pattern) in enumerate(_WANTS)), _I)

_AHEAD = expression(
    r"\b(?:have|got|having|i've|there's|attending|facing|preparing for|prep for|getting "
    r"ready for|nervous (?:about|for)|scared of) (?:got )?(?:an?|my|another|the|this) "
    r"(?:[\w-]+ ){0,4}?interview (?:[\w-]+ ){0,4}?(?:tom+or+ow|tmrw?|next|coming|this "
    r"(?:afternoon|evening|friday|thursday|wednesday|tuesday|monday|week|coming)|later|"
    r"tonight|in (?:an|two|three|a|\d+|one|four|five|six|seven|ten) (?:hours?|days?|"
    r"weeks?|minutes?|couple|few)|(?:on )?(?:mon|tues|wednes|thurs|fri|satur|sun)day|soon|"
    r"coming up)"
    r"|\binterview(?:'s| is) (?:tomorrow|next|coming up|on (?:mon|tues|wednes|thurs|fri|"
    r"satur|sun)day|later|in \w+ (?:hours?|days?|weeks?))|\b(?:upcoming|tomorrow's|next "
    r"week's) interview|\bbefore my interview (?:tomorrow|on|next)|\binterview coming up"
    r"|(?:^|[.!,\n] ?)(?:job )?interview (?:tom+or+ow|tmrw?|next (?:week|mon|tues|wednes|thurs|fri|satur|sun)|in \w+ days)"
    r"|\b(?:help me|want to|wanna|need to|like to|have to|how (?:do|can|should) i|can (?:you|we)|let's|let us)(?: to)? "
    r"(?:prepare|prep|get ready|get prepared|practi[cs]e|rehearse)(?: me| myself)? for (?:an?|my|another|the|this|tomorrow's) "
    r"(?:[\w-]+ ){0,4}?interview",
    _I,
)
_BADLY = expression(
    r"\b(?:bombed|blew (?:it|the|my)|flunked|botched|butchered|screwed (?:it )?up|messed "
    r"(?:it )?up|fucked (?:it )?up|cocked (?:it )?up|tanked|flopped|crashed and burned|"
    r"disaster|disastrous|train ?wreck|nightmare|shambles|went (?:so |really |very |quite "
    r"|pretty |just |absolutely |completely |terribly )?(?:bad|badly|wrong|terrible|"
    r"terribly|awful|awfully|horribl[ey]|south|poorly)|(?:was|so|felt|absolutely|really|"
    r"just) (?:so |really |absolutely |just |totally |pretty )?(?:awful|terrible|horrible|"
    r"horrendous|dreadful|painful|humiliating|embarrassing|embarrassed|brutal|rubbish|a "
    r"mess)|(?:didn't|did not|not) (?:go|gone|going) (?:so |very |that |too |really "
    r")?(?:well|great|good)|froze|mind went blank|went blank|blanked|fell apart|fell to "
    r"bits|humiliated|worst interview|bad interview|terrible interview|awful interview|"
    r"horrible interview|car crash|fiasco|choked)\b",
    _I,
)
_WELL = expression(
    r"(?<!not )\b(?:went (?:so |really |very |quite |pretty |surprisingly |extremely |"
    r"actually )?(?:well|great|good|fine|ok|okay|smoothly|fantastic|amazing|brilliantly|"
    r"perfectly|better than)|nailed (?:it|the interview|my interview)|aced|smashed (?:it|"
    r"the interview)|crushed it|killed it|great interview|good interview|amazing "
    r"interview|(?:it|interview) was (?:really |so |actually |very )?(?:great|good|"
    r"amazing|fantastic|brilliant|lovely|fine))\b",
    _I,
)
_NEGATED = expression(
    r"\b(?:not|n't|never|hardly|isn't|wasn't|didn't|don't|if|hope|hoping|wish|could have|"
    r"should have|would have)\b[^.!?\n,]{0,20}$",
    _I,
)

_VERDICT_FIRST = 1500


def read(text: str) -> tuple[Detail, ...]:
    """The details that a text names, in the order of its words; at most one of each name."""
    shown = texts.straight(texts.opening(texts.clean(text[: 2 * texts.LONGEST_STORY])))
    lowered = shown.lower()
    found = [*_opening(shown), *difficulties.in_story(shown), *_people(shown), *_news(shown)]
    for stems, reader in _READERS:
        if _has_one(stems, lowered):
            found += reader(shown)
    return tuple(sorted(found, key=lambda detail: detail.span))


def _has_one(stems: str, lowered: str) -> bool:
    return any(stem in lowered for stem in stems.split())


def without_counts(text: str) -> str:
    """The text, as long as it was, without numbers that are no time: "today, 15 minutes late", "on monday for second interview"."""
    lowered = text.lower()
    if "late" in lowered:
        text = _LATE.sub(_blank, text)
    return _ROUND.sub(_blank, text) if _has_one("second third 2nd 3rd first", lowered) else text


def _blank(found: re.Match[str]) -> str:
    return ".".ljust(len(found[0]))


def tells_outcome(text: str) -> bool:
    """Whether `read` finds an outcome in it; it costs a fraction of that."""
    shown = texts.straight(texts.opening(texts.clean(text[: 2 * texts.LONGEST_STORY])))
    return _has_one(_OUTCOME_STEMS, shown.lower()) and any(one.name == "outcome" for one in _outcome(shown))


def leaving(text: str) -> dict[str, str]:
    """That somebody has taken themselves out, told among other things, or wants it no more; and of what place."""
    found = _LEAVING.search(texts.straight(text[: texts.LONGEST_STORY]))
    if found is None or _NOT_REAL.search(text[max(0, found.start() - 45) : found.start()]):
        return {}
    of = found["from"] or found["told"] or found["unwanted"]
    said = {"wants-job": "no"} if found["unwanted"] else {"outcome": "withdrawn"}
    return said if of is None or _NOBODY.match(of) else {**said, "organisation": of}


def tells_silence(text: str) -> bool:
    """Whether it says, in words that are about nothing else, that nothing has come from them."""
    return _SILENT.search(texts.straight(text)) is not None


def _opening(shown: str) -> Iterator[Detail]:
    place = organisations.in_story(shown)
    role = roles.in_story(shown) or (roles.beside(shown, place.span[1]) if place else None)
    yield from (detail for detail in (place, role) if detail)


def _people(shown: str) -> Iterator[Detail]:
    spans, asker = names.in_story(shown)
    for number, span in enumerate(spans, start=1):
        yield Detail(f"interviewer-{number}", names.with_capitals(shown[slice(*span)]), span)
    if asker:
        yield Detail("asked-by", names.with_capitals(shown[slice(*asker)]), asker)


def _format(shown: str) -> Iterator[Detail]:
    kinds: dict[str, tuple[int, int]] = {}
    for found in _FORMAT.finditer(shown):
        kind = _FORMATS[int((found.lastgroup or "f0")[1:])][0]
        if kind != "phone" or not _BY_PHONE_LATER.search(shown, max(0, found.start() - 30), found.start()):
            kinds.setdefault(kind, found.span())
    for kind, span in kinds.items():
        if kind != "panel" or len(kinds) == 1:
            yield Detail("format", kind, span)
            return


def _panel_size(shown: str) -> Iterator[Detail]:
    if found := _PANEL.search(shown):
        said = found["a"] or found["b"] or found["c"] or found["d"]
        yield Detail("panel-size", str(names.NUMBERS[said.lower()]), found.span())


def _minutes_late(shown: str) -> Iterator[Detail]:
    for found in (*_LATE.finditer(shown), *_LATE_BY.finditer(shown)):
        said = found["n"].lower().replace("-", " ")
        if (found["unit"] or "hour" in said) and difficulties.is_mine(shown, found.start()):
            minutes = _LATE_WORDS.get(said, names.NUMBERS.get(said, said))
            yield Detail("minutes-late", str(minutes), found.span("n"))
            return


def _feeling(shown: str) -> Iterator[Detail]:
    """How bad it feels, where they say it as a number of ten."""
    for found in _FEELS.finditer(shown):
        group = "n" if found["n"] else "m"
        yield Detail("feeling-at-first", found[group], found.span(group))
        return


def _contact(shown: str) -> Iterator[Detail]:
    banned = _BARRED.search(shown)
    if banned is not None and _NOBODY_SAID.search(shown, max(0, banned.start() - _SHORTLY_BEFORE), banned.start()):
        yield Detail("contact", "open", banned.span())
    elif found := banned:
        yield Detail("contact", "barred", found.span())
    elif found := _RECRUITER.search(shown):
        yield Detail("contact", "recruiter", found.span())
    elif found := _ALLOWED.search(shown) or _NO_BAN.search(shown):
        yield Detail("contact", "open", found.span())
    if number := _THEIR_NUMBER.search(shown):
        yield Detail("direct-number", "yes", number.span())


def _outcome(shown: str) -> Iterator[Detail]:
    told = _told_outcome(shown)
    if told is not None:
        yield told
    if told is not None and told.value == "rejected":
        reason = reasons.after_a_no(shown, told.span[1])
    else:
        reason = reasons.alone(shown) if told is None else None
    if reason is not None:
        yield Detail(THEIR_REASON, reason.words, reason.span)
        if told is None and reasons.is_about_work(reason.words):
            yield Detail(short_news.Certainty.LIKELY.value, "rejected", reason.span)


def _told_outcome(shown: str) -> Detail | None:
    for found in _OUTCOME.finditer(shown):
        kind = _OUTCOMES[int((found.lastgroup or "f0")[1:])][0]
        if kind == "next-round" and _OF_FAMILY.search(shown, max(0, found.start() - 30), found.start()):
            continue  # "my sister asked me to come over on sunday"
        if kind == "waiting" or _is_news(shown, found):
            return Detail("outcome", kind, found.span())
    lowered = shown.lower()
    if any(stem in lowered for stem in _SILENCE_STEMS) and (silent := _SILENT.search(shown)):
        return Detail("outcome", "waiting", silent.span())
    if (short := short_news.read(shown)) is not None:
        return Detail(short.certainty.value, short.outcome, (0, len(shown)))
    if _DONE_WITH.fullmatch(shown.strip(" .!")):
        return Detail(short_news.Certainty.LIKELY.value, "withdrawn", (0, len(shown)))
    return None


def _is_news(shown: str, found: re.Match[str]) -> bool:
    """Whether it has happened, to the person, about this interview."""
    before = shown[max(0, found.start() - 45) : found.start()]
    theirs = _RECEIVED.match(found[0]) and _SOMEBODY_ELSE.search(before)
    return not (_NOT_REAL.search(before) or theirs or _BEEN_THERE.search(before) or _LONG_AGO.match(shown, found.end()))


def _wants_job(shown: str) -> Iterator[Detail]:
    if found := _WANT.search(shown):
        yield Detail("wants-job", _WANTS[int((found.lastgroup or "f0")[1:])][0], found.span())


def _news(shown: str) -> Iterator[Detail]:
    """What kind of news it is; mixed news is none."""
    badly, well = _first_real(_BADLY, shown), _first_real(_WELL, shown)
    if not badly and (found := _AHEAD.search(shown)):
        yield Detail("news", "ahead", found.span())
    elif bool(badly) != bool(well) and (found := badly or well):
        yield Detail("news", "badly" if badly else "well", found.span())


def _first_real(pattern: re.Pattern[str], shown: str) -> re.Match[str] | None:
    for found in pattern.finditer(shown, 0, _VERDICT_FIRST):
        if not _NEGATED.search(shown, max(0, found.start() - 30), found.start()):
            return found
    return None


# The stems keep most patterns from being tried on most texts.
_OUTCOME_STEMS = (
    "reject turn get got success with gone chose picked hire took said select offer invite want call no"
    " round stage wait heard answer news reply response word nothing silence crickets touch know back ghost"
    " second 2nd third 3rd next final follow gave declin dismiss passed haven ask again job start accept never know day"
    " went rung hasn withdr pull drop bow step cancel refus want interest role post position vacanc reason told wrote felt thought"
    " explain mention prefer quiet silent cold dark awol mia dead peep seen read tumbleweed vanish disappear evaporat ignor hanging"
    " rang rung ring phone text luck joy"
)
_SILENCE_STEMS = (
    "quiet", "silent", "silence", "crickets", " cold", " dark", "awol", " mia", " dead", "ghost", "peep", "hanging", "tumbleweed", "vanish",
    "disappear", "evaporat", "ignor", "on read", "on seen", "on delivered", "not a ", "not one", "no one", "noone", "nobody", "none of", "heard", "hear ",
    "answer my", "answering my", "replying to my", "reply to my",
)  # fmt: skip
_READERS: tuple[tuple[str, Callable[[str], Iterator[Detail]]], ...] = (
    (
        "phone teams zoom skype meet webex video online virtual remote webcam person face site office panel",
        _format,
    ),
    ("panel people interviewer persons them", _panel_size),
    ("late after behind", _minutes_late),
    ("/ out", _feeling),
    (
        "canvass contact call phone mail reach follow write ring agency recruiter headhunter card number touch send message text drop ask",
        _contact,
    ),
    (_OUTCOME_STEMS, _outcome),
    ("want love like dream interested need take accept glad", _wants_job),
    (
        "um uh erm basically saying ramb waffl babbl nerv anxi shak shook trembl panic wrong word speak spoke talk sound quiet shy stiff rude stop smile eye hand voice leg knee lip red sweat drop spil knock"
        " broke smash trip lied exagger blurt overshare rang buzz fell swore curse laugh giggl yawn burp sneez straight sentence example across anything"
        " question prepare interrupt",
        stings.own,
    ),
)
