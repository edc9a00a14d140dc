"""What became of the interview, as a text tells it: a no, an offer, a next round, silence, or that they are out of it.

The rule a newcomer could break: it is news only where it has happened, to the person, about this interview ("if i get
the job" is none, nor is what a friend got). What a few words tell by themselves is read in `short_news`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from core.understanding import reasons, short_news
from core.understanding import text as texts
from core.understanding.detail import Detail
from core.understanding.expressions import ClosedSet, expression

_I = re.IGNORECASE
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
    r"|not (?:a|one|a single) (?:word|peep|thing|sound|line|call|e-?mail|message|text|reply|answer)(?: (?:since|(?:from|out of|outta|off) (?:them|him|her|anyone|anybody)|so far|yet|back|in (?:\w+ )?(?:days?|weeks?|months?)|after(?:wards| that)?)|(?<! thing)(?<! line)(?<! sound) *(?=[.,!?;:)]|$))"
    r"|left (?:me|us) (?:on (?:read|seen|delivered)|hanging|in the dark)\b|(?:left|been left|leaving me) on (?:read|seen|delivered)\b|(?:(?:total|complete|dead|radio|utter|absolute|pure|just|only) )+(?:silence|crickets)\b|(?:^|[.!?,;] ?)(?:and |but |since |only |just )*(?:then |since then )?(?:silence|crickets|tumbleweed)s?(?: (?:since|from them|so far|yet|for .{3,20}|ever since))?(?= *(?:[.,!?;:)]|$))"
    r"|(?:no ?one|nobody|noone|none of them) (?:has |have |ever |even |'s )*(?:(?:come|came|got|gotten|called|written|replied|answered|wrote|rang|responded|reached) (?:back|out)(?: to (?:me|us))?|(?:called|contacted|rang|e-?mailed|wrote to|written to|phoned|texted) (?:me|us)|replied|responded|got in touch|been in touch)\b(?! (?:yes|no|then)\b)"
    r"|(?:haven't|have not|havent|hasn't|not|never|didn't|did not) (?:yet |even |ever )?(?:heard|hear) (?:a (?:peep|word|thing|sound|single (?:word|thing))|(?:back|anything|nothing|from them|from anyone)\b)"
    r"|they(?:'ve| have)? (?:just |completely |totally |all )*(?:vanished|disappeared|evaporated)\b|(?:vanished|disappeared) on (?:me|us)\b|(?:they|she|he|hr)(?:'re| are|'s| is)? (?:just |all |completely |totally )*(?:ignoring|ignored|ignore|not answering|don't answer|doesn't answer|won't answer|not replying to|don't reply to|never answer(?:ed)?) (?:my |all my |any of my )+(?:e-?mails?|calls?|messages?|texts?|mails?)\b"
)
"""That nothing has come, in words that are about nothing else."""
_SILENT = expression(rf"\b(?:{_SILENCE})", _I)
_OUTCOMES = ClosedSet(
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
        r"(?:got|received|have|made|gave|given|with|accepted|getting) (?:me )?(?:the|an|a|their|my) "
        r"(?:(?:job|formal|verbal|written|conditional) )?offer\b|(?:sent|sending|e-?mailed|mailed|gives|issued|handed) (?:me|us) (?:(?:the|an|a|their|my) )?(?:(?:job|formal|verbal|written|conditional) )?offer(?: letter)?\b(?! (?:letter |of )?(?:templates?|samples?|examples?|help|advice))|(?:got|received|have) (?:my |the |an? |their )?(?:offer|appointment) letter\b|(?:offer|appointment) letter (?:(?:has|just|finally) )*(?:came|come|arrived|is here|is in\b)|(?:job|formal|verbal|written) offer (?:came|arrived|is here|"
        r"is in\b)|offered me (?:the|a) (?:job|role|position|post|place)(?! (?:trial|shadow))|(?:was|been|got|being) offered "
        r"(?:the|this) (?:job|role|position|post|place)|offer(?:e)?d it(?: to me)?(?= *(?:[.,!?;:)]|$| last| this| today| yesterday| on| just| now))|(?:gave|giving) me the (?:job|role|position|post)\b|"
        r"(?:i )?got the (?:job|role|position|post)\b(?! (?:done|ad\b|advert|description|spec|interview|details|off\b|through|of\b))|"
        r"they (?:hired|want|picked|chose|took) me\b(?: on\b(?![ -](?:site|the|a|mon|tue|wed|thu|fri|sat|sun|zoom|teams|\d)))?+(?! (?:to|for|back|in|on|again|aside|through|seriously|around|over|there|round|by|down|up|at|tomorrow|next|this|onsite|on-site))"
        r"|(?:said|says?|saying|told me|tells me|telling me) (?:that )?(?:i|i've|i'm) (?:(?:have|had|got|get|getting|'ve got) )*(?:the )?job(?= *(?:[.,!?;:)]|$| and\b| now\b))|i'?m hired|i am hired",
    ),
    (
        "next-round",
        r"(?:invited|called|asked|want|wants|calling|inviting|(?:did|do) (?:invite|call|ask|want)) me (?:to come )?(?:back|in again|(?:for|to) "
        r"(?:(?:a|the|their|another) )?(?:second|2nd|next|third|3rd|final|further|follow[- ]?up) (?:round|interview|stage|one|talk|chat|meeting)|for (?:a|the|another) (?:second|2nd|next|third|final|further|follow[- ]?up|round|interview))|"
        r"(?:wants?|wanted|asked|asks|asking|wondered|wondering|wonders)(?: me)?(?: to know)? (?:if|whether|could|can|would) i(?:'d| would| can| could)?(?: be able to)? come (?:in|over|back|by|down|up|round)(?: in)?(?: again)? (?:on |this |next |coming )*(?:tomorrow|tmrw|(?:mon|tue|tues|wed|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day)?|week|the \d\w*)\b(?![^.!?\n]{0,20}\bfor (?:an?|the|my) (?:job )?interview)|(?:made|through|got|moved|progressed|"
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
        r"(?:want|wants|need|call|called|calling) me for (?:a |the |my )?(?:second|2nd|third|3rd|next|final|follow[- ]?up) (?:round|interview|one)|"
        r"(?:i(?:'ve)? )?(?:get|got|have|give me|gave me|giving me) (?:a |an |my |the )?(?:second|2nd|third|3rd|next|final|another) (?:\w+ )?(?:test|trial|assessment|shift)(?: is)? (?:on |this |next |coming )*(?:mon|tues|wednes|thurs|fri|satur|sun|tomorrow|next week)(?:day)?\b(?! (?:went|was)\b)",
    ),
    (
        "waiting",
        r"(?:waiting|wait) (?:to hear|for (?:an? |the |their )?(?:answer|reply|response|news|"
        r"decision|results?|feedback|outcome|call|e-?mail))|still waiting(?= *(?:[.,!?;:)]|$| for them| on them))|"
        r"(?:they(?:'re| are)?|she(?:'s| is)?|he(?:'s| is)?|hr is) still (?:interviewing|seeing|meeting|deciding|considering|choosing|making up their minds?|talking to (?:others|other))\b|"
        r"(?:haven't|have not|havent|not|nothing|never) heard(?: (?:back|anything|from them|a thing|yet|since)| *(?=[.,!?;:)]|$))|"
        r"no (?:answer|news|reply|response|word|decision) (?:yet|so far|still|from)|still no (?:answer|news|reply|response|word|decision)|"
        r"(?:still )?(?:nothing|silence|crickets) (?:from them|yet)|still (?:nothing|silence|crickets)(?= *(?:[.,!?;:)]|$))|radio silence|"
        r"(?<!\bi )(?<!\bi still )(?<!\byou )(?<!\bu )(?:they )?(?:still )?(?:haven't|have not|havent) (?:answered|called|replied|written|decided|got(?:ten)? back)|"
        r"(?<!\bi )(?:haven'?t|hasn'?t|has not|(?:they|she|he)(?:'?ve|'?s) not) (?:even |yet |actually |still )*(?:rung|phoned|texted|e-?mailed|messaged|been in touch|contacted me|rang|called(?: me)?(?= *(?:[.,!?;:)]|$| back| yet| in\b)))\b|"
        r"(?:said|promised|told me) (?:they|she|he)(?:'?d|'?ll| would| will) (?:ring|call|phone|text|write|e-?mail|answer|let me know|be in touch|get back)\b[^.!?\n]{0,40}?(?:and|but) (?:they|she|he)(?: still| just)? (?:haven'?t|hasn'?t|didn'?t|have not|has not|did not)\b|"
        r"heard nothing|they never (?:replied|answered|called|wrote|responded|got back|came back|let me know)|"
        r"they said [^.!?\n]{3,25} (?:and|but) (?:still |then |there was )?(?:nothing|silence|no (?:call|word|news|answer|reply|e-?mail))|"
        r"(?:don't|do not|dont) (?:(?:even|really|actually) )?know (?:yet )?(?:if|whether) i(?:'ve)? (?:got|get|have) (?:it|the (?:job|post|role|place))|"
        r"(?:mon|tues|wednes|thurs|fri|satur|sun)day (?:is over|has passed|passed|is past|has gone|came and went|has come and gone)|they(?:'ll| will| would|'d) (?:let me know|get back to me|call me|be "
        r"in touch)|hear(?:ing)? back (?:by|on|within|in|next|from)",
    ),
    framed=r"\b(?:{})",
    flags=_I,
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
    r"in the past|(?:once|twice|many times|times|so often) before|by (?:another|a different|other|two|three|every|many|\d+\b(?! ?(?:[ap]\.?m\b|o'?clock|hrs\b)|[.:]\d))|from (?:another|a different|other|two|"
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

STEMS = (
    "reject turn get got success with gone chose picked hire took said select offer invite want call no"
    " round stage wait heard answer news reply response word nothing silence crickets touch know back ghost"
    " second 2nd third 3rd next final follow gave declin dismiss passed haven ask again job start accept never know day"
    " went rung hasn withdr pull drop bow step cancel refus want interest role post position vacanc reason told wrote felt thought"
    " explain mention prefer quiet silent cold dark awol mia dead peep seen read tumbleweed vanish disappear evaporat ignor hanging"
    " rang rung ring phone text luck joy appointment"
)
"""A text with none of them tells no outcome."""
_SILENCE_STEMS = (
    "quiet", "silent", "silence", "crickets", " cold", " dark", "awol", " mia", " dead", "ghost", "peep", "hanging", "tumbleweed", "vanish",
    "disappear", "evaporat", "ignor", "on read", "on seen", "on delivered", "not a ", "not one", "no one", "noone", "nobody", "none of", "heard", "hear ",
    "answer my", "answering my", "replying to my", "reply to my",
)  # fmt: skip


def in_story(shown: str) -> Iterator[Detail]:
    """The outcome, how sure it is, and the reason they gave for a no."""
    told = _told(shown)
    if told is not None:
        yield told
    if told is not None and told.value == "rejected":
        reason = reasons.after_a_no(shown, told.span[1])
    else:
        reason = reasons.alone(shown) if told is None else None
    if reason is not None:
        yield Detail(reasons.THEIR_REASON, reason.words, reason.span)
        if told is None and reasons.is_about_work(reason.words):
            yield Detail(short_news.Certainty.LIKELY.value, "rejected", reason.span)


def tells_outcome(text: str) -> bool:
    """Whether `details.read` finds an outcome in it; it costs a fraction of that."""
    shown = texts.straight(texts.story(text))
    return texts.has_one(STEMS.split(), shown.lower()) and any(one.name == "outcome" for one in in_story(shown))


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


def _told(shown: str) -> Detail | None:
    for kind, found in _OUTCOMES.told(shown):
        if kind == "next-round" and _OF_FAMILY.search(shown, max(0, found.start() - 30), found.start()):
            continue  # "my sister asked me to come over on sunday"
        if kind == "waiting" or _is_news(shown, found):
            return Detail("outcome", kind, found.span())
    if texts.has_one(_SILENCE_STEMS, shown.lower()) and (silent := _SILENT.search(shown)):
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
