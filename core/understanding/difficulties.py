"""What went wrong in the person's own words, and the questions they were asked.

Both are cut out of the story as noun phrases: they go back to the person in an echo and into a letter, so
the cut ends where the phrase ends and nothing is reworded. "The question about …" is the one frame we put
around their words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from core.understanding import weak_answers
from core.understanding.detail import Detail
from core.understanding.expressions import expression
from core.understanding.text import has_one

_I = re.IGNORECASE
_END = (
    r"(?=[.,;!?\n()\"]| (?:and|n|&|so|but|then|because|bc|cuz|cos|although|though|which|while|"
    r"when|where|even though|since|until|today|yesterday|tbh|lol|at all|"
    r"in front of|like an idiot|completely|totally|again|instead|as well|too|right at|at "
    r"the end|really badly|badly|so bad|(?:for|like) (?:ages|ever|so long|too long|what felt like|an? \w+|(?:like )?\w+ minutes))\b| - |$)"
)
_THING = (
    rf"(?P<thing>(?:the )?differences? between [^.,;!?\n()\"]{{2,40}}? and [\w' -]{{2,30}}?|(?:the|a|an|my|their|that|this|his|her|every|all|one|some|two|three|basic|"
    rf"simple|why|what|how|where|who)\b[^.,;!?\n()\"]{{2,90}}?|sql|excel|python|algorithms?|"
    rf"math|maths){_END}"
)
_STALL = (
    r"(?:froze|freeze|frozen|blanked|(?:went|drew|go|drawing|mind (?:\w+ )?went|mind was) "
    r"(?:a )?(?:\w+ly |total |just |all )?blank|choked|stumbled|"
    r"struggled|tripped|stuck|"
    r"panicked|messed up|screwed up|fucked up|failed|fumbled|bombed|mumbled|rambled|"
    r"waffled|tanked|hesitated|flunked|stuttered|stammered|got lost|lost it|died|slipped "
    r"up|tongue[- ]tied|got confused|fell apart|crumbled|faltered|flopped|got stuck|"
    r"did (?:so |really |very |pretty )?(?:terribl[ey]|bad(?:ly)?|awful(?:ly)?|horribl[ey]|poorly|rubbish)|floundered|babbled|blabbered|blathered|jabbered|freaked out|clammed up|(?:mind|head) went (?:\w+ )?empty|went on and on)"
)
_BLANKED_ON = expression(
    rf"\b(?:blanked|(?:went|drew|go|drawing) (?:a )?(?:\w+ly |total |just |all )?blank|waffled|rambled|stumbled) (?:on|about|over) (?P<thing>(?!(?:it|that|them|this|me|and|about|on|over|for|purpose|camera|screen|zoom|teams|stage|air|everything|words?|answers?|my|the|an?|their|his|her|some|one|two|three|all|every|basic|simple|what|why|how|where|who)\b)[\w'/&-]+(?: [\w'/&-]+){{0,2}}?){_END}",
    _I,
)
""" "Blanked on food temps": a subject without its article."""
_BROKE_OFF = (
    r"(?:(?:started |began |ended up |was |nearly |almost )(?:to cry|crying|sobbing|in tears)|cried|teared up|welled up|broke down|"
    r"burst (?:into tears|out crying)|shut down|dried up|(?:went|fell) (?:\w+ )?(?:silent|quiet|mute|dead|to pieces)|"
    r"stared|sat there|stood there|(?:talked|spoke) (?:\w+ )?(?:rubbish|nonsense|gibberish|crap))"
)
"""What is no struggle with what is named behind it, but where the question is: "cried in the corridor"."""
_STALLED = expression(
    rf"\b{_STALL}(?: up| out| on(?= (?:about|and on))| and on| completely| totally| really| badly| terribly| awfully| horribly| a bit| so hard| hard| again| like an idiot| there| at (?:the|my) (?:table|floor|hands|wall|desk|ceiling))*",
    _I,
)
_BROKEN_OFF = expression(
    rf"\b{_BROKE_OFF}(?: there| silently| like an idiot| at (?:them|him|her|me|(?:the|my) (?:table|floor|hands|wall|desk|ceiling|screen|paper)))*",
    _I,
)
_AT_THE_QUESTION = expression(
    rf" (?:at|on|over|during) (?P<thing>(?:the|a|that|their|his|her|this) (?:[\w'-]+ )?(?:question|part|bit|task|test|role ?play)\b[^.,;!?\n()\"]{{0,60}}?){_END}",
    _I,
)
_AT = expression(rf" (?:on|at|over|with|through|answering|explaining|during|in|about) {_THING}", _I)
_SPOILT = expression(
    rf"\b(?:messed up|screwed up|botched|failed|flunked|fluffed|fumbled|butchered|flubbed|"
    rf"bungled|blew|muddled(?: up)?|jumbled(?: up)?|misquoted|bombed|forgot|mixed up|made a (?:total |complete |right |real )?(?:mess|hash|pig's ear) of|ran out of time (?:on|in|for|with|during)|"
    rf"talked (?:way |far )?too (?:much|long|fast) about|didn't (?:even )?finish|never finished) (?:on )?(?P<thing>(?:the|my|a|an|their|"
    rf"that|one|everything (?=about|i knew))\b[^.,;!?\n()\"]{{2,90}}?){_END}",
    _I,
)
_ASKED_OUTRIGHT = (
    r"(?:(?:why|what|how|where|when|who|which) (?:(?!(?:i|they|he|she|it|we)\b)\w+ ){0,3}?(?:did|do|does|are|were|was|is|would|will|have|has|can|could|should|makes?|brings?) (?:you|your|we|our)\b"
    r"|tell (?:me|us) about\b|describe (?:yourself|a|your)\b|walk (?:me|us) through\b|talk (?:me|us) through\b)"
)
_SPOILT_QUESTION = expression(
    rf"\b(?:messed up|screwed up|fucked up|botched|failed|flunked|fluffed|fumbled|butchered|bungled|blew|muddled|bombed|ruined|destroyed|blanked|froze|choked|stumbled|panicked|struggled)"
    rf"(?: up)?(?: (?:totally|completely|badly|again))?(?: (?:on|at|with|over|when (?:they|he|she) asked(?: me)?))?[:,]? (?P<thing>{_ASKED_OUTRIGHT}[^.,;!?\n()\"]{{0,90}}?){_END}",
    _I,
)
"""The question as it was put, right behind what went wrong with it: "screwed up why did you leave your last job"."""
_SPOILT_ALL_AT = expression(
    r"\b(?:destroy(?:ed)?|ruin(?:ed)?|spoil(?:ed|t)?|wreck(?:ed)?|kill(?:ed)?|mess(?:ed)? up|messed|screwed(?: up)?|blew|blow|lost|lose|failed|fail|broke)"
    r" (?:everything|it(?: all)?|all(?: of it)?|the (?:whole |entire )?(?:interview|thing|talk|conversation)|my ?self|my chances?)"
    r"(?: \w+ly)? (?:with|at|on|by|over|in|because of|due to|through) "
    rf"(?P<thing>(?:the|a|an|that|their|this|his|her|one|my) [^.,;!?\n()\"]{{0,40}}?\b(?:question|answer|part|test|task|bit|exercise|presentation|role ?play|case)\b[^.,;!?\n()\"]{{0,60}}?){_END}",
    _I,
)
"""All of it spoilt, and at which question: "I destroyed everything with the question about complaints"."""
_WENT_WRONG_ON = expression(
    r"\b(?:on|about|with|for|at) (?P<thing>(?:(?:the|my|their) )?[\w'/&-]+(?: [\w'/&-]+){0,4}?),? i (?:just |only |also )?(?:named|said|gave|quoted|asked for|offered|put|answered with|went)"
    r" [^.,;!?\n]{0,40}?\b(?:(?:far |way |much |so )?too (?:low|high|little|much|long|short|vague|modest)|the wrong (?:\w+ )?(?:thing|answer|number|figure|word|name)|nonsense|rubbish)\b",
    _I,
)
"""A subject, and what was wrong with what was said to it: "on salary expectations I named a figure far too low"."""
_COULD_NOT = expression(
    rf"\b(?:couldn't|could not|can't|couldnt|wasn't able to|unable to|failed to|didn't "
    rf"manage to|struggled to|didn't know how to) (?:even |really |properly |quite "
    rf")?(?:explain|answer|describe|remember|recall|solve|finish|do|show|think of|name|"
    rf"come up with|get through|give|write|build|code|draw|calculate|translate|work|use|operate|handle|talk about|discuss|present|justify|work out|figure "
    rf"out|define|complete|defend) {_THING}",
    _I,
)
_NO_ANSWER = expression(
    rf"\b(?:had no (?:good |real |proper )?answer|didn't have an? (?:good |real )?answer|had "
    rf"nothing|(?:didn't|did not|didnt|dint) know wh?at to say|no idea what to say|didn't know (?:how to answer|the "
    rf"answer)|lost for words) (?:to|for|about|when they asked) {_THING}",
    _I,
)
_WRONG = expression(
    r"\b(?:got|did|had) (?P<thing>(?:the|my|their|that|one|two|a) (?:[\w'-]+ ){1,6}?)(?:all |totally |completely |so |badly )*wrong\b"
    r"|\bdidn't get (?P<undone>(?:the|my|their|that) (?:[\w'-]+ ){1,6}?)(?:finished|done|right|working)\b",
    _I,
)
_NOT_KNOWN = expression(
    r"\b(?:(?:didn't|did not|didnt) (?:even |really )?(?:know|remember|understand|get)|had no (?:idea|clue)|(?:didn't|did not|didnt) have (?:a|any|the (?:first|faintest|slightest)) (?:clue|idea)"
    r"|(?:couldn't|could not|couldnt) (?:even )?(?:say|tell (?:them|her|him)|remember)) "
    r"(?P<thing>(?:what|how|which) (?!to (?:say|do|answer|wear|expect|think|make|feel|react|bring)\b|(?:happened|hit|came|was|were|else|time|i|i'm|they|he|she|we|it|that|this|that's|day|is (?:it|this|that|the (?:job|salary))|long|much|many|late|far|the (?:job|salary|dress))\b)"
    rf"(?:[\w'/&-]+ ){{0,7}}?[\w'/&-]+){_END}"
    rf"|\bno (?:idea|clue) (?P<bare>what (?!(?:it|that|this|they|he|she|i)\b)(?:[\w'/&-]+ ){{1,5}}(?:was|were|meant|means?|did|stood for|stands for)){_END}"
    r"|\b(?:(?:had )?no (?:idea|clue)|(?:didn't|did not|didnt) (?:have (?:a|any|the (?:first|faintest|slightest)) (?:clue|idea)|know (?:anything|a thing|much))|knew (?:nothing|very little|almost nothing)) "
    rf"(?:about|on) (?P<about>(?:(?:the|a|an|my|their|that|this|his|her|what|how) )?(?!(?:it|that|them|him|her|this|you)\b)[^.,;!?\n()\"]{{2,60}}?){_END}",
    _I,
)
_EXAMPLE = expression(
    r"(?:(?:an?|one|any|the) )?(?:single |good |real |proper |decent )*examples?(?: (?:of|for|about|where|when) (?=.{3}))?",
    _I,
)
"""What leads to the thing itself: "one example of teamwork"."""
_WHO = r"(?:they|he|she|one of them|someone|the (?:\w+ ){1,2}|mrs? \w+ |ms \w+ |dr \w+ )"
_WHEN_ASKED = expression(
    rf" (?:when|as soon as|once|after|until|till|til|the moment) {_WHO} ?(?:(?:asked|started asking|wanted to know|questioned|pressed|quizzed) (?:me |us )?(?P<how>about|why|what|how|where|who)|(?P<raised>brought up|mentioned|got to|came to|started on|turned to)) "
    rf"(?P<rest>[^.,;!?\n()\"]{{2,90}}?){_END}",
    _I,
)
_ASKED_THEN_STALLED = expression(
    rf"\basked (?:me |us )?(?P<how>about |why |what |wat |wot |how |where |who |when |whether |if |for "
    rf")?(?P<rest>[^.,;!?\n()\"]{{2,80}}?)(?:,(?! (?:(?:it|that|which) )?(?:was |went )?(?:fine|ok|okay|good|great|well|easy|alright)\b)[^.,;!?\n]{{1,30}})?(?:,? (?:and|an|n|&|but|so|then|-)|[,.;]) ?(?:then )?(?:(?:i |my "
    rf")(?:just |totally |completely |kind of |literally |could only |only )*(?:{_STALL}|{_BROKE_OFF}|had nothing|said nothing|said (?:that )?i (?:don't|dont|didn't|didnt|did not|do not) know|stare|mumble|shrug(?:ged)?|"
    rf"(?:confused|muddled|mixed up) (?:it|that|this|them|the two|both)|(?:mixed|muddled) (?:it|that|this|them|the two) up|got (?:it|that|this) (?:\w+ )?wrong|gave (?:a|an|the) (?:\w+ )?(?:bad|weak|poor|terrible|awful|stupid|silly|vague|wrong|short|rubbish) answer|answered (?:\w+ )?(?:badly|wrong(?:ly)?|poorly)|said (?:something|the) (?:stupid|silly|wrong)|"
    rf"couldn'?t (?:answer|think|say|speak|remember|explain|get (?:a|my|the|any) words? out)|(?:didn't|did not|didnt|dint) know|had no)|nothing (?:came|would come)(?: out)?|no words came)",
    _I,
)
_ASKED_THEN_REGRETTED = expression(
    r"\basked (?:me |us )?(?P<how>about |why |what |wat |wot |how |where |who |when |whether |if |for )?(?P<rest>[^.,;!?\n()\"]{2,80}?)(?:,? (?:and|so|but|then) |[,.;] ?)i (?:just |only |stupidly |actually )*"
    r"(?:said|told (?:them|him|her)|answered|replied|went|blurted(?: out)?)\b[^.!?;\n]{2,120}?(?:[.!?;,-]+ *| )(?:and |but |then )?(?:(?:his|her|their|everyone's) faces? (?:just |all )?(?:dropped|fell|changed|froze)|(?:he|she|they|it|the room|everyone|everybody) (?:just |all )?(?:went (?:quiet|silent|cold)|frowned|laughed|looked at each other|looked shocked|raised an eyebrow)"
    r"|(?:(?:now )?i (?:know|knew|realised|realized)(?: now| that| already)* )?(?:that|it|this|which)(?:'?s| is| was)? "
    r"(?:so |all |totally |completely |just |really |such |the |an? |not )*(?:wrong|stupid|bad|awful|terrible|horrible|rubbish|dumb|silly|right|mistake|not what))\b",
    _I,
)
"""A question, their answer, and that they would take it back: "asked what I would do and I said X. I know that is wrong"."""
_WELL_TILL = expression(
    r"\b(?:well|fine|ok|okay|good|great|smoothly|alright|all right)(?= (?:up )?(?:until|till|til|up to)\b)(?: up(?= (?:until|till|til)))?",
    _I,
)
_TILL = expression(
    rf" (?:until|till|til|up to) (?P<thing>(?:the|a|an|my|their|that|this|his|her) (?!(?:\w+ )?(?:end|last|minute|middle|point|moment|bus)\b)[^.,;!?\n()\"]{{2,60}}?){_END}",
    _I,
)
"""Up to which all was well: "I was doing well until the demonstration lesson"."""
_NO_PART = r"(?!(?:the|their|my|that|this|only|just|and|but|one|every|each|which|no|any|first|last|other|rest|most|some|all|of|was|is|what|a|an)\b)"
_ONE_PART = expression(
    rf"\b(?P<thing>(?:(?:the|their|my|that|this) )?(?:{_NO_PART}[\w'-]+ ){{1,3}}(?:question|part|bit|task|test|exercise|round|section|presentation)"
    r"|(?:(?:the|their|my|that|this) )?(?:presentation|role ?play|case study|demo(?: lesson)?|group (?:exercise|discussion|task)|coding (?:test|challenge))|(?:the|their|my|that|this) (?:task|test|exercise))"
    r" (?:was|were|felt|went|is)(?: (?:a|so|very|really|quite|just|too|little|bit|kind of|kinda|pretty|rather|somewhat|absolutely|totally)){0,3}"
    r" (?:awkward|hard|tough|difficult|tricky|bad|badly|terribl[ey]|awful|horribl[ey]|weird|wrong|mess(?:y)?|shaky|weak|rubbish|poor|poorly|confusing|embarrassing|disaster|chaos|chaotic|shambles|not (?:so |very |that )?(?:great|good|well))\b",
    _I,
)
"""A part of the hour with a verdict of its own: "only the salary question was a little awkward"."""
_UNDONE = expression(
    r"\b(?P<thing>(?:the|their|my|that|this) (?:[\w'-]+ ){0,3}?(?:question|part|bit|task|test|exercise|round|section|presentation|challenge|case|problem))"
    r"(?: ?[:,;-]+ ?| )(?:which |that |and )?(?:i |and i )?(?:just |also |even |simply )?(?:didn't|did not|didnt|dint|couldn't|could not|couldnt|never) (?:even |really |quite |manage to )?"
    r"(?:finish(?:ed)?|do|get|solve[d]?|complete[d]?|answer(?:ed)?|know|speak|say (?:a word|anything|much))\b",
    _I,
)
"""A part of the hour that stayed undone: "the coding exercise: didn't finish it"."""
_NEXT = expression(r"[.!?;\n]|\b(?:also|plus|as well as|on top|and then)\b", _I)
"""What a second struggle is told behind."""
_MOST_STRUGGLES = 3
_MACHINE_BEFORE = expression(
    r"\b(?:screen|laptop|computer|phone|video|zoom|teams|skype|connection|internet|network|line|camera|call|picture|sound)(?: \w+)? $",
    _I,
)
"""A screen that froze is nobody's struggle with an answer."""
_NOT_A_THING = expression(
    r"(?:the|my|an?) (?:very )?(?:middle|start|end|beginning|first (?:half|part)) of\b|(?:the|my|this|that|an?|their) (?:[\w-]+ ){0,3}?interviews?\b|"
    r"(?:the|my|this|that|an?|their|whole|entire|job|second|first|last|final|phone|video|"
    r"zoom|\w+) (?:[\w-]+ ){0,3}?(?:interviews?|it|way|time|start|beginning|end|chance|"
    r"job|moment|whole thing|day|bus|train|car|door|room|"
    r"office|phone|spot|nerves|head|life|opportunity|wifi|back|mind|camera|lot|bit|few|"
    r"ages?|face|chair|minutes?|first|hours?|days|dates?|times|weeks?|weekdays?|months|mornings?|address(?:es)?|single one|building|entrance|"
    r"details|floor|platform|station|stop|tram|taxi|alarm|clock|directions?|map|postcode|location|place|appointment|link|password)$",
    _I,
)
_AND_AN_INTERVIEW = expression(
    r"(?<=\w) ?(?:\+|&|/|,|\band\b|\bplus\b) ?(?:(?:an?|the|my|then) )*(?:[\w-]+ ){0,2}?interviews?\b.*", _I | re.DOTALL
)
""" "A weld test + interview at Acme": the test is the moment, and the interview all of it."""
_ARTICLE = expression(r"(?:an?|the|my|some) ", _I)
_DETERMINED = expression(r"(?:the|their|my|that|this) ", _I)
_QUOTED = expression(
    r"\b(?:ask(?:ed|s|ing)?|question(?: was| is)?|got|like|said|:)(?: me| us| something "
    r"like)?:? ?(?P<mark>[\"'])(?P<said>(?:(?!(?P=mark))[^\n]|"
    r"(?<=\w)'(?=\w)){6,300})(?P=mark)(?!\w)",
    _I,
)
_REPORTED = expression(
    r"\basked (?:me |us )?(?P<said>(?:why|what|wat|wot|how|where|when|who|which|if|whether|to "
    r"(?:tell|describe|explain|give|name|talk|walk|sell|introduce))\b[^.;!?\n\"]{4,120}?)"
    r"(?=[.;!?\n()\"]|, (?:and|but|so|then|i|my|which|they|that)\b| (?:and|an|n|&|but|so|then) "
    r"(?:i|my|they|he|she|we|that|it)\b| i (?:froze|blanked|just|said|went)\b| - |$)",
    _I,
)
_BREAK = expression(r"[.;!?\n,]| but | (?:and|n) (?=i\b|they|he|she|we|the)")
_SUBJECT = expression(
    r"\b(?P<me>i|i'm|i've|me|my|myself|we)\b|\b(?P<other>they|he|she|it|interviewers?|"
    r"manager|panel|lady|man|woman|guy|boss|recruiter|"
    r"hr|his|her|their|your|bus|train|taxi|started|starting|began|begin|call|meeting|interview|ended|over|"
    r"finished|running|ran|who|director|team|host|mr|mrs|ms|dr|miss|children|kids|pupils|students|patients|customers|people|class|everyone|everybody)\b",
    _I,
)
_CLAUSE = 80
# The stems keep patterns from being tried on most texts.
_BROKE_OFF_STEMS = (
    "talked",
    "spoke",
    "cry",
    "cried",
    "tear",
    "welled",
    "broke",
    "sob",
    "silent",
    "quiet",
    "mute",
    "dead",
    "pieces",
    "stared",
    "sat there",
    "stood there",
    "shut",
    "dried",
)
_SPOILT_STEMS = (
    "messed",
    "mess up",
    "screwed",
    "fucked",
    "botched",
    "fail",
    "flunked",
    "fluffed",
    "fumbled",
    "butchered",
    "bungled",
    "blew",
    "blow",
    "muddled",
    "bombed",
    "ruin",
    "destroy",
    "spoil",
    "wreck",
    "kill",
    "lost",
    "lose",
    "broke",
    "blanked",
    "froze",
    "choked",
    "stumbled",
    "panicked",
    "struggled",
)
_BY_THEIR_STEMS = (
    (("wrong", "didn't get"), _WRONG),
    (("know", "idea", "clue", "couldn", "could not", "didn't", "did not", "didnt"), _NOT_KNOWN),
)
_MOST_QUESTIONS = 5


_LEFT_SOMEWHERE = expression(
    r"\b(?:at home|in (?:the|my|a) (?:car|taxi|cab|bag|hotel)|on the (?:bus|train|tube|plane|desk|table))$",
    re.IGNORECASE,
)
""" "I forgot my CV at home": no question is called so."""


def in_story(shown: str) -> Iterator[Detail]:
    """The struggles (of one sentence the first) and the questions, in the order they were told."""
    yield from _struggle(shown)
    yield from _questions(shown)


def is_mine(shown: str, place: int) -> bool:
    """Whether it is told of the person: nobody else is named before it in the clause."""
    clause = _BREAK.split(shown[max(0, place - _CLAUSE) : place])[-1]
    subjects = list(_SUBJECT.finditer(clause))
    return not subjects or subjects[-1]["me"] is not None


def _struggle(shown: str) -> Iterator[Detail]:
    told = (*_plain(shown), *_when_asked(shown), *weak_answers.in_story(shown))
    caught = [one for one in told if not (_NOT_A_THING.match(one.value) or _LEFT_SOMEWHERE.search(one.value))]
    last: Detail | None = None
    number = 0
    for detail in sorted(caught, key=lambda one: one.span):
        is_another = last is None or (
            detail.span[0] >= last.span[1] and _NEXT.search(shown, last.span[1], detail.span[0])
        )
        if is_another and number < _MOST_STRUGGLES and (last is None or detail.value.lower() != last.value.lower()):
            number += 1
            last = detail
            yield detail


def _plain(shown: str) -> Iterator[Detail]:
    lowered = shown.lower()
    broke_off = has_one(_BROKE_OFF_STEMS, lowered)
    for found in (
        *_following(_STALLED, _AT, shown),
        *(_following(_BROKEN_OFF, _AT_THE_QUESTION, shown) if broke_off else ()),
        *(_following(_WELL_TILL, _TILL, shown) if "til" in lowered or "up to" in lowered else ()),
    ):
        yield Detail("struggle", found["thing"].rstrip(), found.span("thing"))
    for found in _BLANKED_ON.finditer(shown):
        yield _subject(shown, *found.span("thing"))
    for found in _ONE_PART.finditer(shown):
        said = found["thing"]
        named = said if _DETERMINED.match(said) else f"the {said}"
        yield Detail("struggle", named, found.span("thing"))
    for found in _UNDONE.finditer(shown):
        yield _thing(shown, *found.span("thing"))
    for pattern in (_SPOILT_QUESTION, _SPOILT_ALL_AT) if has_one(_SPOILT_STEMS, lowered) else ():
        for found in pattern.finditer(shown):
            if is_mine(shown, found.start()):
                yield _thing(shown, *found.span("thing"))
    for found in _WENT_WRONG_ON.finditer(shown) if has_one((" too ", "wrong", "nonsense", "rubbish"), lowered) else ():
        yield _subject(shown, *found.span("thing"))
    for pattern in (_SPOILT, _COULD_NOT, _NO_ANSWER):
        for found in pattern.finditer(shown):
            start = found.start("thing")
            if lead := _EXAMPLE.match(shown, start, found.end("thing")):
                start = lead.end()
            if start < found.end("thing"):
                yield _thing(shown, start, found.end("thing"))
    for stems, pattern in _BY_THEIR_STEMS:
        for found in pattern.finditer(shown) if has_one(stems, lowered) else ():
            if is_mine(shown, found.start()):
                yield _thing(shown, *next(found.span(name) for name in pattern.groupindex if found[name]))


def _subject(shown: str, start: int, end: int) -> Detail:
    """What they were asked about, by the subject alone: "the question about salary expectations"."""
    said = shown[start:end].rstrip()
    is_named = re.search(r"\b(?:question|part|test|task|bit)$", said, _I) is not None
    return Detail("struggle", said if is_named else f"the question about {said}", (start, start + len(said)))


def _thing(shown: str, start: int, end: int) -> Detail:
    said = shown[start:end].rstrip()
    if (beside := _AND_AN_INTERVIEW.search(said)) is not None:
        said = said[: beside.start()]
    return Detail("struggle", said, (start, start + len(said)))


def _when_asked(shown: str) -> Iterator[Detail]:
    broke_off = _following(_BROKEN_OFF, _WHEN_ASKED, shown) if has_one(_BROKE_OFF_STEMS, shown.lower()) else ()
    till = _following(_WELL_TILL, _WHEN_ASKED, shown)
    regretted = (*_ASKED_THEN_STALLED.finditer(shown), *_ASKED_THEN_REGRETTED.finditer(shown))
    for found in (*_following(_STALLED, _WHEN_ASKED, shown), *till, *broke_off, *regretted):
        how, start, end = (found["how"] or "").strip().lower(), found.start("rest"), found.end("rest")
        if how == "for":
            continue  # "asked for my papers" asks for no answer; of what does, `weak_answers` tells
        if found.groupdict().get("raised"):
            yield Detail("struggle", shown[start:end], (start, end))
        elif how == "about":
            start = found.start("how")
            yield Detail("struggle", f"the question {shown[start:end]}", (start, end))
        elif how:
            yield Detail("struggle", shown[found.start("how") : end], (found.start("how"), end))
        elif _ARTICLE.match(shown, start):
            yield Detail("struggle", shown[start:end], (start, end))


def _following(first: re.Pattern[str], second: re.Pattern[str], shown: str) -> Iterator[re.Match[str]]:
    """Where the second stands right behind the first."""
    for found in first.finditer(shown):
        if _MACHINE_BEFORE.search(shown[max(0, found.start() - _CLAUSE) : found.start()]):
            continue
        if behind := second.match(shown, found.end()):
            yield behind


def _questions(shown: str) -> Iterator[Detail]:
    spans = [found.span("said") for found in _QUOTED.finditer(shown)]
    spans += [found.span("said") for found in _REPORTED.finditer(shown)]
    last = 0
    number = 0
    for start, end in sorted(spans):
        if start >= last and number < _MOST_QUESTIONS:
            number += 1
            last = end
            yield Detail(f"question-{number}", shown[start:end].strip(), (start, end))
