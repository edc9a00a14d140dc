"""What they were asked, where their own words say that the answer was weak: "asked about my gap and i got defensive".

The grammar is one: somebody asked something, and "I" did what nobody is proud of; in either order. What "I said" is
weak by itself only where it is nothing, or where they wince at it; else only where the story went badly. "They asked about Excel and I said I love it" tells of no weak answer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from core.understanding.detail import Detail
from core.understanding.expressions import expression
from core.understanding.text import has_one

_I = re.IGNORECASE
_WHO = r"(?:they|he|she|one of them|someone|somebody|the (?:\w+ ){1,2}|mrs? \w+ |ms \w+ |dr \w+ |i (?:was|got) )"
_ABOUT = r"(?:about|on|regarding|around)"
_LOOSE = r"(?:(?:something|one thing|a thing|a few things|a question|questions|things|stuff|a lot|loads) )?"
_OPEN = r"(?:why|whys|what|what's|whats|wat|wot|how|where|when|who|which|if|whether|do i|did i|am i|can i|have i|could i|would i)"
_WHAT = rf"(?:{_LOOSE}(?P<about>{_ABOUT}) |(?P<open>(?={_OPEN}\b))|(?P<for>for) )"
"""How it is told what was asked."""
_REST = r"[^.;,!?\n()\"]{2,90}?"
_DO = (
    r"(?:me |us )?to (?:do|explain|describe|give|show|solve|define|name|list|write|draw|calculate|work out|present|sketch|whiteboard|"
    r"demonstrate|talk (?:them |her |him |us )?(?:about|through)|walk (?:them|her|him|us) through)"
)
_ASKED = (
    r"\b(?:(?:asked|asks|asking|ask|quizzed|grilled|pressed|questioned|wanted to know|wanted (?=(?:me|us) to\b))(?: (?:me|us))? "
    rf"(?:{_LOOSE}(?P<about>{_ABOUT}) |(?P<open>(?={_OPEN}\b))|(?P<for>for) (?:(?:me|us) for )?|(?P<do>{_DO}) |(?P<bare>(?=(?:an?|the|my|difference) ))|(?:me |us )?to (?:introduce|describe|present|sell|(?:tell (?:them|her|him|us)|talk|say (?:something|a bit)) about) (?=myself\b))"
    rf"|(?P<raised>brought up|mentioned) |questions? {_ABOUT} (?P<named>)|(?:(?:said|says|went|goes|asked|like|:),? ?)(?P<put>(?=tell (?:me|us) about\b|(?:what|why|how|where|do|are|can|have|would)\b(?: \w+){{0,3}} you\b)))"
    rf"(?P<rest>{_REST})"
)
_HEDGES = (
    r"(?:(?:just|totally|completely|kind of|kinda|sort of|literally|only|really|absolutely|basically|then|still|stupidly|somehow|even|actually|honestly|also|instead|of course|obviously|"
    r"like|ended up|started|kept(?: on)?|could only|all|a bit|so|right away|immediately|like an idiot|sadly|maybe|probably|pretty much|well) )*"
)
_POOR = (
    r"(?:one[- ]word|one[- ]line|short|vague|bad|weak|poor|wrong|terrible|awful|rubbish|crap|shit|stupid|silly|daft|dumb|generic|clich[eé]d?|worst|lame|useless|rambling|rambly|incoherent|"
    r"opposite|half[- ]baked|textbook|boring|pathetic|random|confused|confusing|waffly|lousy|embarrassing|irrelevant|nonsense|messy|nothing)"
)
_ANSWER = (
    r"(?:answers?|examples?|reply|response|story|stories|one|thing|definition|explanation|number|figure|name|word)"
)
_POORLY = (
    rf"(?:gave|gives?|giving|told|telling|used|using|had|picked|chose|said|quoted|saying)(?: (?:them|him|her))? (?:(?:an?|the|my|some|such|really|very|most|so|this|totally|just|kind of|one) )*{_POOR}(?:,? (?:\w+ )?{_POOR})* ?{_ANSWER}?"
    r"|(?:gave|told)(?: (?:them|him|her))? (?:an?|one|some|the) (?:\w+ ){0,2}?(?:story|example|answer|one)(?: (?:with no|without an?|that (?:went|made|had|didn't|did not|didnt|wasn't|was not|never)|which (?:went|made|had|didn't)|about nothing|about me\b)[^.,;!?\n]{0,40})"
    r"|(?:made|making|make) (?:(?:something|stuff|things|it|them|that|one|an answer|an example|a number|numbers)(?: all)? up|up (?:something|stuff|an?|some|the|things)\b|no sense|a (?:\w+ )?(?:fool|mess|hash|joke))"
    r"|(?:didn'?t|did not|couldn'?t|could not|hadn'?t|wasn'?t|didnt) (?:even |really |quite )*(?:know|have|answer|remember|think|say|prepare[d]?|look(?:ed)?|read|understand|finish|explain|download(?:ed)?|get|come up|do|name)\b"
    r"|(?:had|have|has) (?:absolutely |literally )?(?:no\b|nothing|zero)(?! (?:problem|issue|trouble|doubt))"
    r"|(?:could|can) (?:only )?(?:remember|name|think of|give|recall|list)(?: only)? (?:just )?(?:one|two|1|2|half|a couple|none|nothing)\b|(?:named|remembered|knew|got|gave|listed) (?:only |just )?(?:one|two|half|1|2)\b(?! (?:good|great|really|solid))"
    r"|(?:got|mixed|muddled|jumbled) (?:it|them|that|this|the two|both|everything|all of (?:it|them))? ?(?:all |both |so |totally |completely |badly )*(?:wrong|backwards|muddled|confused|mixed|up|the wrong way (?:round|around))\b|(?:mixed|muddled) up \w+"
    r"|(?:lost|losing) (?:it\b|my (?:\w+ )?(?:thread|words|temper|voice|train of thought|place|cool|nerve|way)|the thread|track)"
    r"|got lost|blurt(?:ed|ing)(?: out)?|ran out of (?:time|things|words|ideas|steam)|contradict(?:ed|ing) myself|bad-?mouth(?:ed|ing)|slagg(?:ed|ing)|trash(?:ed|ing)(?: talked)?|overshar(?:ed|ing)|over-shar(?:ed|ing)|blank(?:ed|ing)|bottled|bluff(?:ed|ing)|bullshitt(?:ed|ing)|bs'?ed|faked it|wing(?:ed|ing) it|winged"
    r"|(?:said|told(?: (?:them|him|her))?|answered|explained|did|got) (?:it|that|them) (?:\w+ )?(?:wrong(?:ly)?|opposite|backwards|badly)"
)
_MINE = (
    r"(?:(?:got|became|was|went|felt|getting|came across(?: as)?|sounded|looked) (?:\w+ly |so |all |really |very |a bit |too |quite |super |pretty |just |rather |kind of |a little |totally )*"
    r"(?:defensive|flustered|upset|emotional|angry|annoyed|muddled|stuck|tongue[- ]tied|confused|caught (?:out|off guard)|carried away|snappy|stroppy|teary|tearful|bitter|rude|arrogant|negative|cocky|desperate|clueless|lost|all over the place|red|off topic|off (?:on )?a tangent|silent|quiet|blank)"
    r"|lied|lying|exaggerat(?:ed|ing)|guess(?:ed|ing)|panick(?:ed|ing)|laugh(?:ed|ing)|giggl(?:ed|ing)|cried|crying|moan(?:ed|ing)|complain(?:ed|ing)|rant(?:ed|ing)|bragg(?:ed|ing)|swore|swearing|snapp(?:ed|ing)|waffl(?:ed|ing)|rambl(?:ed|ing)|babbl(?:ed|ing)"
    r"|apologi[sz](?:ed|ing)|pretend(?:ed|ing)|blurt(?:ed|ing)|hesitat(?:ed|ing)|whing(?:ed|ing)|vent(?:ed|ing)|trail(?:ed|ing) off|flapp(?:ed|ing)|dodg(?:ed|ing)|avoid(?:ed|ing) (?:it|the question)|stammer(?:ed|ing)|stutter(?:ed|ing)|mumbl(?:ed|ing)"
    r"|froze|choked|stumbled|struggled|messed up|screwed up|fumbled|failed|forgot|misunderstood|misheard|misread|cut (?:him|her|them) off|interrupted|talked over|spoke over|argued"
    r"|go(?:ing)? on (?:and on|about)|went on (?:and on|about|for)|went off|talk(?:ed|ing)? (?:for (?:like |about |maybe |over |at least )?(?:\d+|ages|ever|ten|five|\w+ minutes)|way |far |too |rubbish|nonsense|in circles|myself)|spoke (?:way |far |too |for ages)"
    r"|(?:said|say|replied|answered|went|told (?:them|him|her)|blurted(?: out)?) (?:like |just |that |basically )*(?:nothing|nope|no\b(?! problem| issue| worries)|i(?: really| honestly)? (?:don'?t|do not|didn'?t|dunno)|dunno|idk|not really|nowt|something (?:\w+ )?(?:stupid|silly|wrong|dumb|daft|weird|awful|idiotic|rude)"
    r"|the (?:most \w+|stupidest|dumbest|worst|exact opposite|opposite|wrong)\b|[^.!?\n]{0,40}\b(?:way|far|much) too\b|too much\b))"
)
_MY = (
    r"my (?:answers?|example|reply|explanation|mind|head|brain|voice|words|english) (?:\w+ )?(?:was|were|went|made|came out|cracked|shook|broke|didn'?t|wasn'?t|had|just|got|stopped|shut)(?: \w+){0,2}?"
    r" ?(?:all over the place|empty|blank|mush|nothing|no sense|rubbish|wrong|terrible|awful|bad(?:ly)?|poor|weak|vague|short|long|mess|nowhere|shaky|jumbled|muddled|stuck|lame|stupid|shaking|off|shut|cracked|shook|broke)\b"
)
_WINCE = (
    r"(?:cring\w+|stupid(?:ly)?|idiot|dumb|omg|ugh+|smh|face ?palm|wtf|why (?:did|would|on earth|do|am) i|what was i|what an idiot|so embarrass\w+|embarrass\w+|i regret|wish i|kicking myself|should(?:'ve| have|a| of)"
    r"|nobody laughed|no ?one laughed|(?:they|he|she|his face|her face|their faces) (?:\w+ )?(?:noticed|frowned|winced|looked (?:shocked|confused|blank)|dropped|fell|went quiet|wasn'?t impressed|weren'?t impressed|was not impressed)|i know (?:that |it )?(?:is|was|that'?s|it'?s)? ?wrong"
    r"|which (?:is|was) (?:\w+ )?(?:wrong|stupid|bad|a lie|not true|dumb)|so (?:stupid|bad|wrong|dumb)|even tho(?:ugh)?\b|as a joke|wrong answer|not what)"
)
_GONE_BADLY = expression(
    rf"\b(?:bombed|blew|(?:mess|screw|fuck|cock|balls|muck)(?:ed|ing)? (?:it |that |this |things )?up|bottled|flunked|botched|tanked|disaster|(?:a|the|such a|total|complete) mess|rubbish|awful|terrible|horrible|horrendous|dreadful|"
    rf"(?:didn'?t|did not) go (?:so |very |that |too |really )?(?:well|great|good)|not (?:so |very )?great|went (?:so |really |very )?(?:bad|badly|wrong|terribly|south)|can'?t stop thinking|gutted|grim|shambles|nightmare|went (?:terribl[ey]|awful(?:ly)?|horribl[ey]|sideways|downhill|pear[- ]shaped)|regret\w*|let myself down|keep (?:replaying|thinking)|can'?t believe (?:it|i)|fraud|arrogant|desperate|mess(?:ed)?|unprepared|"
    rf"rolled (?:his|her|their) eyes|silence|everyone laughed|they (?:all )?laughed|now what|{_WINCE})",
    _I,
)
_WELL = expression(
    r"\b(?:fine|ok|okay|good|well|great|happy|happily|nailed|knew|confident\w*|easy|easily|liked|loved|smiled|smiling|nodded|impressed|proud|prepared|no problem|perfect\w*|laughed too|brilliant|strong|solid|lucky|luckily|thankfully|correct\w*|right|every one)\b",
    _I,
)
_NOT_WELL = expression(r"\b(?:not|n't|never|isnt|wasnt|didnt|dont|until|till|except|but)\b", _I)
_ASKS_FOR_A_THING = expression(
    r"\bask\w*(?: me| us)? for (?!(?:(?:an?|one|any|the|some) )?(?:\w+ )?(?:examples?|times?|situations?)\b|(?:my|the|an?) (?:\w+ ){0,2}?(?:salary|comp|pay|wages?|notice period|failures?|success\w*|mistakes?|experience|hobbies|words|explanation|formula|expectations?|weakness(?:es)?|strengths?|achievements?|opinion|views?|thoughts|definition|reasons?)\b)",
    _I,
)
""" "They asked for my papers and I had left them at home"."""
_TWO_CLAUSES = expression(r"(?<!between) and (?:the|they|he|she|it|then)\b", _I)
_ASKED_BY = expression(
    r"\b(?:they|he|she|who|someone|somebody|one|the|manager|panel|lady|guy|man|woman|owner|boss|interviewers?|mrs?|ms|dr|hr|was|were|got|get|been|being|when)\b[^.!?\n]{0,60}?\b(?:ask\w*|wanted to know|brought up|mentioned|quizzed|grilled|pressed|questioned|said|says|went)\b|\bquestions? (?:about|on)\b|\basked (?:me|us)\b|\b[A-Z]\w+ asked\b",
    _I,
)
"""By whom, or that it was they who were asked: "asked about the hours" alone may be what they asked themselves."""
_WAS_ASKED = expression(r"\b(?:i|we)(?: was| were| got| get|'ve been| have been) (?:\w+ )?asked $", _I)
_GONE_WELL = expression(
    r"\b(?:went|was|felt|going|overall|it's|all) (?:so |really |very |quite |pretty |all |actually |surprisingly |mostly )*(?:well|fine|great|ok|okay|good|alright|brilliant|amazing|smooth\w*|lovely)\b(?!.*\b(?:but|except|until|till|only)\b)|\b(?:nailed|aced|smashed) ",
    _I,
)
_JOINED = r"(?:,? (?:and|an|n|&|but|so|then)(?: then| so)? |[,.;!?-]+ ?|\s+- )"
_BETWEEN = r"(?:[,.] ?(?! |(?:(?:it|that|which|this) )?(?:was |went |is )?(?:\w+ )?(?:fine|ok|okay|good|great|well|easy|alright|no problem)\b|(?:i|my|they|he|she|and)\b)[^.,;!?\n]{1,30}|[,.] ?i (?:had|knew|practi[cs]ed|prepared)[^.,;!?\n]{1,40})?"
_THEN_WEAK = expression(
    rf"{_ASKED}{_BETWEEN}{_JOINED}(?:(?<=[ ,.;!?-])(?:i|ive|i've|id|i'd) {_HEDGES}(?:{_POORLY}|{_MINE})|(?<=[ ,.;!?-]){_MY}|(?<=[ ,]){_HEDGES}(?:{_POORLY}))",
    _I,
)
_RUN_ON = expression(
    rf"\bask(?:ed|s|ing)(?: (?:me|us))? (?P<about>{_ABOUT}) (?!(?:how|why|what|when|where)\b|(?:an?|the|any|my) (?:\w+ )?(?:times?|situations?|days?|moments?|occasions?)\b)(?P<rest>{_REST}) i {_HEDGES}(?:{_POORLY}|{_MINE})",
    _I,
)
""" "When they asked about difficult customers I told a story that went nowhere"."""
_THEN_WINCED = expression(
    rf"{_ASKED}{_JOINED}(?:i )?{_HEDGES}(?:said|told (?:them|him|her)|answered|replied|went|put|mentioned|named|gave|talked about|spoke about|listed|admitted|coded|used)\b[^.!?\n]{{1,100}}?(?: (?:lol|haha+|lmao)\b|!!|[.!?,;-]* *(?:and |but |then )?{_WINCE})",
    _I,
)
_THEN_I = expression(
    rf"{_ASKED}{_JOINED}(?:i\b|me ?:|my\b|(?P<elided>(?=(?:just |basically |only )?(?:said|told (?:them|him|her)|answered|mentioned|replied|talked about|blurted)\b))) ?(?P<did>[^.!?\n]{{2,100}}(?:[.!?]+ *[^.!?\n]{{0,60}})?)",
    _I,
)
_WHEN_THEN_I = expression(
    rf"\bwhen {_WHO} ?(?:asked|wanted to know|brought up)(?: me| us)? {_WHAT}(?P<rest>{_REST}(?<!time)(?<!situation)(?<!when)(?<!if)(?<!what)(?<!why)(?<!how)),? i\b ?(?P<did>[^.!?\n]{{2,100}})"
    rf"|\bquestions? (?:about|on) (?P<q_named>)(?P<q_rest>(?!(?:the|a|my) (?:time|situation)\b|when|how|why|what){_REST}) i (?P<q_did>(?:just |only |basically )?(?:said|told|gave|repeated|answered|talked|mentioned)\b[^.!?\n]{{2,100}})",
    _I,
)
""" "When she asked me about a time I led a team I just described somebody else's project"."""
_NOTHING_WEAK = expression(
    r"'|(?:asked|ask|know|thought|think|guess|hope|feel|felt|got (?:the|an?) (?:job|offer)|will|want|wanted|would|was (?:like|told|offered|invited|able)|need|have to (?:wait|send|go)|answered(?: (?:it|that|them|all))?[.! ]*$|explained(?: (?:it|that))?[.! ]*$|managed|could|am|should)\b",
    _I,
)
_WHEN = (
    rf" (?:when|after|as soon as|once|bc|because) {_WHO} ?(?:asked|started asking|wanted to know|questioned|pressed|quizzed|grilled)(?: me| us)? "
    rf"{_WHAT}(?P<rest>{_REST})"
)
_END = r"(?=[.,;!?\n()\"]| (?:and|n|&|so|but|then|because|bc|cuz|cos|although|though|which|while|even though|since|today|yesterday|tbh|lol|at all|completely|totally|again|instead|as well|too|even tho|i (?!would|should|could|had|have|was|am|did|do|'|left|want|wanted|dealt|made|like|think|see|know|can|handle|need|went|deal|worked|work))\b| - |$)"
_WEAK_WHEN = expression(
    rf"\b(?:i|ive|i've) {_HEDGES}(?:{_POORLY}|{_MINE})[^.,;!?\n]{{0,40}}?{_WHEN}{_END}|\b{_MY}{_WHEN.replace('<', '<my_')}{_END}",
    _I,
)
_SAID_WHEN = expression(
    rf"(?:\bi |(?:^|[.,;!?\n] ?|\band ))(?:{_HEDGES}(?:said|told (?:them|him|her)|answered|replied|went|blurted(?: out)?|joked))\b[^.;!?\n]{{1,60}}?{_WHEN}{_END}",
    _I,
)
_NOUN = r"(?:questions?|part|bit|task|test|exercise|round|section|presentation|discussion|role ?-?play|case(?: study)?|demo(?: lesson)?|lesson|quiz|scenario|exam|brain ?teaser|riddle|puzzle)"
_SUBJECT = r"(?P<thing>(?!(?:it|that|them|him|her|me|us|this|everything|anything|things|stuff|there|one|what|how|the (?:end|spot|way|bus|phone|train|interview|whole)|my (?:way|own|phone)|myself)\b)"
_WEAK_ABOUT = expression(
    rf"\b(?:i|ive|i've) {_HEDGES}(?:lied|exaggerated|bluffed|waffled|overshared|ranted|moaned|complained|guessed|contradicted myself|(?:made|making) (?:something|stuff|things|it|an answer|numbers) up|said (?:something|the) (?:\w+ )?(?:stupid|silly|wrong|dumb|daft|weird|awful|idiotic|rude)(?: thing| things)?"
    rf"|(?:got|became|was) (?:so |all |really |very |a bit |too |quite )*(?:defensive|flustered|upset|emotional|muddled|confused|mixed up|tongue[- ]tied|stuck|caught out)|(?:gave|had) (?:an?|the|some) (?:\w+ )?{_POOR} {_ANSWER}|went on and on|lost (?:it|my thread|the thread|my words|my temper|my way|track)|(?:talked|spoke) (?:(?:way |far )?too (?:long|much|fast)|for (?:like |about |over |nearly )?(?:ages|ever|\w+ minutes|an hour|half an hour)))"
    rf"(?: to them| to her| to him)? (?P<how>about|on|over|(?:to|at|in|with)(?= (?:the|their|that|his|her) (?:[\w'-]+ ){{0,3}}?{_NOUN}\b)) {_SUBJECT}{_REST}){_END}",
    _I,
)
_AT_IT = expression(
    rf"\b(?:on|in|at|during|for|with) (?P<thing>(?:the|their|that) (?:[\w'-]+ ){{0,3}}?{_NOUN}(?: (?:about|on) [^.,;!?\n]{{2,50}}?)?),? i {_HEDGES}(?:{_POORLY}|{_MINE})",
    _I,
)
_PART_THEN = expression(
    rf"(?:^|[.!?\n;,] ?)(?P<thing>(?:(?:the|their|that|this) )?(?:[\w'-]+ ){{0,2}}?{_NOUN}(?: (?:with|about|on) [\w' ]{{2,30}}?)?)(?: ?[,:-] ?|[.]{{2,3}} ?| - )i {_HEDGES}(?:{_POORLY}|{_MINE})",
    _I,
)
_AND_IT = expression(
    rf"(?:\b(?:there (?:was|is|were)(?: also)?|also|and|then|plus) |^|[.!?\n] ?)(?P<thing>(?:the|my|their|that) [^.,;!?\n]{{2,60}}?)[,;:-]* (?:and |where |which |when )?i {_HEDGES}(?:{_POORLY}|{_MINE}) ?(?:about|over|on|at|with) (?:it|that|this)\b",
    _I,
)
_EXAMPLE = expression(
    r"(?:(?:an?|one|any|the|some|my|me) )?(?:single |good |real |proper |specific )*examples?(?: (?:of|for|about|on))? (?!(?:where|when|how|i|we)\b)",
    _I,
)
_WITHOUT_WHEN = expression(r" (?:at|in|during) (?:the|my) interview$| (?:today|yesterday)$", _I)
_VAGUE = expression(
    r"(?:it|that|them|him|her|me|us|this|everything|anything|something|nothing|things?|stuff|one|(?:some|a few|lots of|many|\w+|a lot of|more|loads of|very \w+) questions?|(?:the|these|those) (?:\w+ )*questions\b.*|questions?|feedback|my name|a (?:chat|second|minute|drink|coffee|glass.*)|to .*|(?:any|more|some) .*(?:questions|details)|.* any)$",
    _I,
)
_ANSWERED = expression(r"\b(?:answers?|examples?|reply)\b", _I)
_DIRECT = expression(_OPEN + r"\b", _I)
_DETERMINED = expression(r"(?:the|their|that|this|my) ", _I)
_I_ASKED = expression(
    r"\b(?:i|we|i'd|i've|i'll|ive)\b(?:(?!\b(?:was|were|got|been|being|get|getting|am|and|but|then|when|so|because|they|he|she|who|someone|one|the|panel|manager)\b)[^.,;!?\n])*$|\bto (?:\w+ )?$|\b(?:my (?:mum|mom|mother|dad|father|wife|husband|partner|friends?|sister|brother|boyfriend|girlfriend|family|kids?|son|daughter|therapist|doctor|gp|counsell?or|landlord|neighbou?r|teacher|colleagues?)|everyone|everybody|people)\b[^.,;!?\n]*$",
    _I,
)
"""What they asked themselves: "I didn't ask about next steps"."""
_BY_ME = 50
_ASKING_STEMS = ("ask", "want", "question", "quizzed", "grilled", "pressed", "brought up", "mentioned", "tell", "you")
"""Most texts hold none of them and are spared the patterns."""


def in_story(shown: str) -> Iterator[Detail]:
    """What was asked and answered weakly, in the order of the patterns; they may overlap."""
    lowered = shown.lower()
    if has_one(_ASKING_STEMS, lowered):
        for pattern in (_THEN_WEAK, _RUN_ON, _THEN_WINCED):
            for found in pattern.finditer(shown):
                if (weak := _asked(shown, found)) is not None:
                    yield weak
        for found in _WEAK_WHEN.finditer(shown):
            if (weak := _asked(shown, found, "my_" if found["my_rest"] else "")) is not None:
                yield weak
        yield from _told_for_it(shown)
    for found in _WEAK_ABOUT.finditer(shown):
        yield _about(found)
    for pattern in (_AT_IT, _AND_IT, _PART_THEN):
        for found in pattern.finditer(shown):
            said = found["thing"].rstrip()
            named = said if _DETERMINED.match(said) else f"the {said}"
            yield Detail("struggle", named, found.span("thing"))


def _told_for_it(shown: str) -> Iterator[Detail]:
    """What was asked in a story that went badly, with what they said to it and no good word for that."""
    asked = [*_THEN_I.finditer(shown), *_WHEN_THEN_I.finditer(shown), *_SAID_WHEN.finditer(shown)]
    if not asked:
        return
    if _GONE_BADLY.search(shown) is None or _GONE_WELL.search(shown) is not None:
        return
    for found in asked:
        prefix = "q_" if found.groupdict().get("q_rest") else ""
        did = found.groupdict().get(f"{prefix}did") or found[0]
        if found.groupdict().get("elided") is not None and not _WAS_ASKED.search(
            shown, max(0, found.start() - _BY_ME), found.start() + len("asked ")
        ):
            continue  # "they asked about nights and said they would call"
        is_weak = _WELL.search(did) is None or _NOT_WELL.search(did) is not None
        if _TWO_CLAUSES.search(found[f"{prefix}rest"]) or not _ASKED_BY.search(shown[: found.end()]):
            continue
        if is_weak and not _NOTHING_WEAK.match(did) and (weak := _asked(shown, found, prefix)) is not None:
            yield weak


def _asked(shown: str, found: re.Match[str], prefix: str = "") -> Detail | None:
    """What was asked as a noun phrase or as the question that it was; None where it is too little."""
    groups = found.groupdict()
    start, end = found.span(f"{prefix}rest")
    if groups.get(f"{prefix}for") and _ASKS_FOR_A_THING.search(found[0]):
        return None
    if _I_ASKED.search(shown, max(0, found.start() - _BY_ME), found.start()) or _VAGUE.match(shown, start, end):
        return None
    if (when := _WITHOUT_WHEN.search(shown, start, end)) is not None:
        end = when.start()
    if groups.get(f"{prefix}about"):
        start = found.start(f"{prefix}about")
        return Detail("struggle", f"the question {shown[start:end].rstrip()}", (start, end))
    if groups.get(f"{prefix}for") or shown.startswith("myself", start) or groups.get(f"{prefix}named") is not None:
        if (lead := _EXAMPLE.match(shown, start, end)) is not None and lead.end() < end:
            start = lead.end()
        said = shown[start:end].rstrip()
        return Detail("struggle", f"the question about {said}", (start, end)) if len(said) > 1 else None
    return Detail("struggle", shown[start:end].rstrip(), (start, end))


def _about(found: re.Match[str]) -> Detail:
    said = found["thing"].rstrip()
    if _ANSWERED.search(found[0], 0, found.start("how") - found.start()) or _DIRECT.match(said):
        return Detail("struggle", f"the question about {said}", found.span("thing"))
    is_named = re.match(rf"(?:the|that|their|my) (?:[\w'-]+ ){{0,3}}{_NOUN}\b", said, _I) is not None
    return Detail("struggle", said if is_named else f"the part about {said}", found.span("thing"))
