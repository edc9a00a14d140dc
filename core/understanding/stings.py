"""What stung, as far as its words say: tears, a blank, nerves, how they came across, a mishap. It is heard back first.

One sting is enough, the one that weighs most; where none is named, none is guessed. What went wrong with an answer is
read in `difficulties`. The rule a newcomer could break: only what happened to the one who tells it counts, so that a
crying child or a frozen screen is not taken for their own.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from core.remembering import remembered
from core.understanding.detail import Detail
from core.understanding.difficulties import is_mine
from core.understanding.expressions import expression
from core.understanding.text import LONGEST_STORY, fold


class Sting(StrEnum):
    """What it was, in the order in which one is heard before another."""

    TEARS = "tears"
    LAUGHED_AT = "laughed-at"
    THEM = "them"
    TECHNOLOGY = "technology"
    BLANK = "blank"
    WORDS = "words"
    RAMBLING = "rambling"
    NERVES = "nerves"
    TIRED = "tired"
    LATE = "late"
    MANNER = "manner"
    """How they came across, or a mishap, that has no name of its own."""


_MACHINE = (
    r"(?:screen|laptop|computer|phone|video|zoom|teams|skype|meet|connection|internet|network|line|link|wi-?fi|camera|call"
    r"|sound|mic|microphone|audio)"
)
_WHO = r"(?:they|he|she|one of them|interviewers?|manager|boss|panel|lady|man|woman|guy|recruiter|head|owner|director|matron|sister|principal|supervisor|foreman|doctor)"
_PATTERNS = {
    Sting.TEARS: expression(
        r"\bi(?:'m|'d| was| had| am| have)? (?:(?:just|even|almost|nearly|then|really|started|began|could not|couldn't|still|to|stop|been) )*"
        r"(?:cry|cried|crying|sobb?ed|sobbing|wept|teared up|welled up)\b"
        r"|\b(?:started|start|began|stop|stopped) (?:crying|sobbing)\b|\b(?:burst|broke) into tears\b|\b(?:in|my|with|near|close to) tears\b"
        r"|\btears in my\b|\bbeen crying\b|(?:^|[.,;!] )(?:(?:just|nearly|almost|even|and|then) )*cried\b"
        r"|\b(?:ma[dk]e|makes|making|had) me (?:(?:almost|nearly|just|really|even) )*(?:cry|sob|weep)\b|\b(?:started|start|began) to (?:cry|sob)\b"
        r"|\beyes (?:\w+ )?(?:full of|filled with) tears\b|\bi (?:\w+ )?(?:bawled|weeped|was weeping)\b"
        r"|(?:^|[.,;!] )(?:(?:so|and|still|now|just) )*am (?:(?:still|just|only) )*(?:crying|sobbing|weeping)\b|(?:^|[.!?;\n] ?)(?:(?:still|just) )*(?:crying|sobbing|weeping) (?:in|on|at|now|since|here|again)\b"
    ),
    Sting.LAUGHED_AT: expression(
        rf"\b(?:{_WHO[3:-1]}|(?:women|men|ladies|guys|others|people|interviewers)|they both|they all|all of them|both of them|two of them|everyone|everybody) (?:(?:just|even|all|both|actually|then|only|out loud|started to|started) )*(?:(?:laugh|laff|lauf|laug|larf)(?:ed|ing|t)?|giggl(?:ed|ing)|snigger(?:ed|ing))\b"
        r"(?! (?:at (?:my|the|a|his|her|their) (?:\w+ )?(?:joke|jokes|story|stories|anecdote|rabbit|example)|with me|together|a lot|about (?:my|the) (?:joke|story)|when i told|and said (?:good|great|nice)))"
        r"|\blaughed at (?:me|what i said|my (?:answer|accent|english|cv|suit|clothes|name|age))\b"
    ),
    Sting.THEM: expression(
        rf"\b{_WHO} (?:\w+ ){{0,4}}(?:(?:very |so |really |super |quite )?(?:rude|unfriendly|hostile|dismissive|arrogant|condescending|cold|impatient|bored)"
        r"|sigh(?:ed|ing)|yawn(?:ed|ing)|roll(?:ed|ing) (?:his|her|their) eyes|smirk(?:ed|ing)|snapp?ed"
        r"|(?:on|at) (?:his|her|their) (?:phone|laptop|watch)"
        r"|(?:did not|didn't|never|wouldn't|hardly|barely) (?:even )?(?:look(?:ed)?|listen(?:ed)?|smile[d]?)(?: (?:at|to|up|once))?)\b"
        rf"|\b{_WHO} (?:\w+ ){{0,2}}(?:was|were|came|arrived|turned up|showed up|started)\b(?: (?!(?:like|why|how|asking|saying|that|i|u|you|me)\b)\w+){{0,4}} late\b(?! (?:shifts?|nights?))|\b(?:kept|left|made) me (?:waiting|sitting|wait)\b|\brush(?:ed|ing) me\b"
        r"|\b(?:so|very|really|quite|too|just|pretty) rude\b(?! (?:customer|client|patient|guest|parent|child|caller|passenger))"
        r"|\brude (?:interviewer|man|woman|guy|lady|manager|panel|boss|people)\b|\b(?:kept|keeps|keep|always) inter+upt\w*\b|\binter+upt\w* me\b"
    ),
    Sting.TECHNOLOGY: expression(
        rf"\b{_MACHINE} (?:\w+ ){{0,2}}?(?:froze|freezing|dropped|dropping|crash(?:ed|ing)|cut (?:out|off)|died|failed|went down|broke|did not work|didn't work|kept (?:freezing|dropping|cutting))\b"
    ),
    Sting.BLANK: expression(
        r"\b(?:mind|brain|head) (?:\w+ ){0,3}?(?:blank|empty)\b|\b(?:went|going|go|drew a) (?:\w+ )?blank\b|\bblanked\b"
        r"|\btongue-? ?tied\b|\b(?:lost for|no|lost (?:all )?my|(?:could not|couldn't) find (?:the |any )?) ?words\b"
        r"|\b(?:did not|didn't|didnt|dint|dont|don't) (?:even |really )?(?:know|no) (?:what|wat|wot) to (?:say|answer|tell (?:them|him|her))\b|\bforgot everything\b|\bfroze(?:n)?\b|\bfreez(?:e|ing) up\b"
    ),
    Sting.WORDS: expression(
        r"\b(?:could not|couldn't|can't) (?:even )?(?:(?:get|say|speak|utter|bring out|finish) (?:(?:\w+ ){0,3}(?:sentence|word|thing|out)\b|anything)|speak(?: properly)?(?= *(?:$|[.,;!?])))"
    ),
    Sting.RAMBLING: expression(
        r"\bi (?:\w+ ){0,3}?(?:rambl\w+|waffl\w+|babbl\w+|talked (?:way |far )?too (?:much|long)|(?:talked|spoke|said) (?:\w+ )?(?:rubbish|nonsense|garbage|gibberish|crap))\b|\b(?:rambled|waffled|babbled)\b"
        r"|\b(?:kept|could not stop|couldn't stop|can't stop) (?:on )?(?:talking|rambling)\b|\bwent on and on\b"
    ),
    Sting.NERVES: expression(
        r"\b(?:i|my|was|so|too|very|really|super|got|just)\b(?: \w+){0,3} (?:nervous|nerves|anxious|anxiety|shak(?:ing|y)|shook|trembl\w+|panick?(?:ed|ing|y)?|sweat\w*)\b"
        r"|^(?:so |very |too |really )?nervous\b|\b(?:voice|hands?|legs?|knees|lips?) (?:\w+ ){0,3}(?:shak\w+|shook|trembl\w+|crack\w*|quiver\w*)\b"
        r"|\b(?:could not|couldn't|can't) (?:even )?stop (?:shaking|sweating|trembling)\b|\bsweat(?:ed|ing) (?:through|like|buckets|the whole)"
    ),
    Sting.TIRED: expression(
        r"\b(?:so|too|very|really|dead|super|that|was|were|felt|am|i'm|just|completely|totally|absolutely) (?:tired|exhausted|worn out|knackered|shattered|sleepy)\b|^(?:so )?(?:tired|exhausted)\b"
        r"|\b(?:the|my) (?:tiredness|exhaustion)\b|\bstraight (?:from|off|after) (?:\w+ ){0,3}(?:nights?|shifts?|night shift|a double)\b"
        r"|\b(?:no|hardly any|barely any|without|not enough|two hours'?|three hours'?) sleep\b|\b(?:had not|hadn't|hadnt|had hardly|barely|didn't|did not|couldn't|could not) (?:even )?sle(?:pt|ep)\b"
    ),
    Sting.LATE: expression(
        r"\b(?:was|were|came|come|got there|got in|arrived|arriving|being|showed up|turned up|ran|running)\b(?: \w+){0,4} late\b"
        r"(?! (?:shifts?|nights?|pay|stage|in the|for my age))|\b(?:min|mins|minutes?|hours?) late\b|^(?:so |very )?late\b"
    ),
    Sting.MANNER: expression(
        r"\b(?:(?:said|kept saying|saying|went|kept going) [\"']?(?:um+|uh+|er+m*|ehm+|like|you know|basically|ah+)\b[\"']?(?:(?: and)? [\"']?(?:um+|uh+|er+m*|like|you know|basically)\b[\"']?)*"
        r" ?(?:the (?:whole|entire) (?:time|interview|way)|all the (?:time|way)|constantly|every (?:other|second) word|(?:like )?(?:a|\d+|twenty|fifty|hundred) .{0,12}times|throughout|a lot|in every sentence|so much|non-?stop|$|(?=[.,;!?\n]| and\b))"
        r"|(?:couldn't|could not|can't) (?:even )?(?:stop (?:laughing|smiling|fidgeting)|think straight|look (?:them|him|her|anyone|at (?:them|him|her)) ?(?:in the eye)?"
        r"|think of (?:a |an |one |any )?(?:single |good )?(?:thing|example|anything|question)s?(?! (?:of|for|about|where|when)\b))"
        r"|(?:spoke|talked|talking|speaking) (?:way |far |much )?too (?:fast|quick(?:ly)?|quiet(?:ly)?|softly|little|much|long)|(?:was|sounded|came across) (?:so |way too |far too |too |very |really |super |all )(?:quiet|shy|stiff|nervous|rude|cocky|arrogant|desperate|fast|slow|over ?the top|sweaty)"
        r"|(?:said|used|wrote|gave|called (?:him|her|them|the \w+)(?: by)?) the wrong (?:company|name|word|organi[sz]ation|job|title|school|hospital|place|person)(?: name)?"
        r"|(?:interrupted|talked over|spoke over|cut off) (?:the|her|him|them|one|everyone|mr|mrs|ms|dr)\b"
        r"|(?:didn't|did not|never) (?:even )?(?:ask (?:them )?(?:any|a single|one) ?questions?|ask anything|smile|make (?:any )?eye contact|shake (?:hands|their hands?|his hand|her hand)|prepare(?: anything| enough)?)|had no questions(?: for them| at the end)?"
        r"|(?:swore|sneezed|yawned|burped|giggled|laughed|cursed) (?:in front|at|in|out|by|during|when)\b"
        r"|(?:dropped|spilled|spilt|knocked over|broke|smashed|tripped over) (?:the|a|my|their|an|all|everything|water|coffee|tea|two|some)\b|(?:lied|exaggerated) about\b|blurted out\b|overshared|my (?:phone|mobile|cell) (?:rang|went off|buzzed)"
        r"|(?:went|turned) (?:bright |all |completely )?red\b|fell over\b)"
    ),
}
_MADE_LATE = expression(
    r"\b(?:cos|coz|cuz|because|bc|due to|thanks to|as)(?: of)?(?: the| my| a| that)? (?P<cause>bus|train|tram|taxi|matatu|minibus|traffic|ferry|car|jam)\b"
    r"|\b(?:the|my) (?P<other>bus|train|tram|taxi|matatu|minibus|ferry|car) (?:\w+ )?(?:was late|came late|broke down|didn't come|did not come|never came|got stuck|was cancelled|was delayed|was full)\b"
    r"|\b(?:stuck|sat) in (?:\w+ )?(?P<road>traffic)\b"
)
"""What held somebody up on the way."""
_ASKED_WHY_LATE = expression(
    r"\bwhy (?:(?:are|were|was|is|r) )?(?:you|u|ya|i)(?:'re| are| were| was)? (?:\w+ )?(?:late|not on time)\b|\b(?:asked|wanted to know)(?: me)? why\b.{0,20}\blate\b"
)
"""That they were made to explain it."""
_BLAMES_ONESELF = expression(
    r"\b(?:(?:i|we) )?(?:should|could|would)(?:'?ve| have| of|a)(?: just| really)? (?!said\b|told\b|answered\b|mentioned\b|talked\b)\w+"
    r"|\bshoulda\b|(?<!\bnot )(?<!n't )\bmy (?:own )?fault\b|\bi (?:only )?have (?:only )?myself to blame\b|\bi blame myself\b|\bif only i\b|\bwhy (?:didn't|did not|did) i\b(?! (?:leave|left|quit|resign|apply|want|choose|study|change|become|move|go into|come here)\b)"
)
"""That they reproach themselves with what they did not do; what they did not say is asked for and can still be said."""
_OF_ONESELF = (Sting.WORDS, Sting.RAMBLING, Sting.NERVES, Sting.MANNER)
"""What somebody did or could not do: told of it, nobody asks which moment it was."""
_OF_THE_WHOLE = expression(
    r"\b(?:bombed|(?:blew|failed|ruined|flunked) (?:it|the (?:whole )?interview|everything)|disaster|nightmare|train ?wreck|car crash"
    r"|went (?:\w+ ){0,2}(?:badly|bad|wrong|terribl[ey]|horribl[ey]|awful(?:ly)?)|(?:it|that|this|interview|all|everything) (?:was|is|felt|feels)(?: \w+){0,2}"
    r" (?:bad|awful|terrible|horrible|dreadful|rubbish|shit|crap)|(?:messed|screwed|stuffed|fucked|cocked)(?: it| the interview| everything)?(?: all)? up(?! (?:on|at|with|why|what|how|where|when|tell|the (?!interview)))"
    r"|everything(?! (?:with|at|on|over|because of|due to|by) (?:the|that|this|a|one|my)\b)|the whole(?! (?:time|way through it)\b)|all of it|from start|nothing went)\b"
)
"""The interview itself called bad, and not a moment of it."""
_UNEVEN = expression(
    r"\b(?P<part>(?:(?:trade|typing|coding|written|practical|driving|skills|technical|welding|cooking|group) )?(?:test|practical|task|exercise|assessment|trial|tour|lesson|presentation))(?: part| bit)?"
    r" (?:(?:was|went|is|felt|all|really|pretty|quite) ){0,3}(?:fine|ok|okay|good|well|alright|all right|great|easy)\b.{0,12}?\b(?:the |my )?interview(?: itself| part| bit)?(?: was| went| is)?"
    r" (?:not (?:so|very|that|really)|less so|bad|badly|awful|terrible|horrible|a (?:mess|disaster)|didn't|did not|not)\b"
)
_FIRST_EVER = expression(
    r"\bfirst (?:ever|real|proper|job) (?:\w+ )?interview\b|\bfirst interview (?:ever|of my life)\b|\bmy first interview\b(?! (?:at|with|there|for them))"
)
_TRIAL = expression(
    r"\b(?:(?:trial|try-?out|taster|audition) (?:shift|day|run|session|service|morning|afternoon|evening|night|hours?|work)|(?:work(?:ing)?|job|kitchen|unpaid|paid) (?:trial|interview|audition)"
    r"|(?:had|did|done|my|a|the|was (?:on|at)) (?:\w+ )?(?:trial|tryout|try-out|audition)(?! (?:lesson|account|version|period|court|date)))\b"
)
_ASKED_THERE = expression(r"\b(?:interview(?:ed|er|ers)?(?<!working interview)|asked|questions?|panel)\b")
_UNSURE = expression(
    r"\b(?:don't|dont|do not|didn't|can't|cant|cannot) (?:really |even |actually )?(?:know|tell|say) how (?:it|that|the interview) (?:really )?went\b|\b(?:no idea|not sure|unsure|no clue) how (?:it|that|the interview) went\b"
    r"|\b(?:don't|dont|do not|not sure|doubt|no idea if|can't tell if) (?:think |if |that |whether )*(?:i|i've|i'll|i have) (?:will |have |really )?(?:got|get|passed|made) (?:it|the job|in|this one)\b"
)
_NO_STING = expression(
    r"\bshook (?:his |her |their |my |our )?hands?\b|\bhand ?shak\w+\b|\bshaking hands\b|\b(?:work|stay|open|clos)\w* late\b"
)
"""What has a word of a sting and is none."""
_TURNS = expression(
    r"\b(?:well|great|good|fine|ok|okay|alright|all right|smoothly|brilliant\w*|amazing)\b[^.!?\n]{0,60}?\b(?:until|till|but (?!it was (?:good|great|fine|ok)|overall|i think it went)|except|apart from|up to the point)\b|\b(?:only |then |later |after(?:wards)? )?(?:i )?(?:realis|realiz|notic)ed\b"
)
_THEY_WERE = expression(
    r"\b(?:they|he|she|the (?:interviewers?|manager|panel|boss|lady|guy|recruiter|owner|head|chef|doctor))\b(?:(?!\bi\b)[^.,;!?]){0,25}$"
)
"""What stands before "late" where it was not the one who tells it."""
_HELD = expression(
    r"\b(?:otherwise|apart from (?:that|it)|other than that|besides that|except (?:for )?that|the rest|everything else|all else|rest of it)\b"
    r"(?:,? (?:it|that|of it|of the interview|the interview|they|all))*(?:,? (?:was|went|is|has been|felt|seemed|i think|i guess))*"
    r"(?: (?:all|really|pretty|quite|mostly|just|very|totally))*,? (?:ok|okay|fine|good|well|alright|all right|great|not bad|not too bad|cool)\b"
)


_TAKES_IT = expression(
    r"\b(?:laugh|giggl|smil|grinn|blush|cr(?:y|ied)|tear|stare?d|froze|freez|shak|shook|stutter|stammer|mumbl|panick)\w*"
    r"|\b(?:went|turned|got|gone|was|felt|go) (?:\w+ )?(?:red|hot|quiet|silent|small|stupid|ashamed|embarrassed|awkward|humiliated)\b"
    r"|\blooked (?:down|away)\b|\bwanted to (?:leave|go|run|hide|disappear|sink)\b|\bsaid (?:sorry|nothing)\b"
)
"""What somebody does who is laughed at."""


@remembered(512)
def sting(text: str) -> Sting | None:
    """The thing that hurt, as the text names it; None where it names none."""
    told = _NO_STING.sub(" ", fold(text[:LONGEST_STORY]))
    machine = _PATTERNS[Sting.TECHNOLOGY].search(told)
    if machine is not None:
        told = told[: machine.start()] + told[machine.end() :]
    heard = (one for one in Sting if _is_told(one, told))
    return next((one for one in heard if machine is None or one is Sting.TEARS), Sting.TECHNOLOGY if machine else None)


@remembered(512)
def own_beside_the_machine(text: str) -> Sting | None:
    """What happened to themselves besides, where technology failed: "audio died twice n then i blanked"."""
    told = _NO_STING.sub(" ", fold(text[:LONGEST_STORY]))
    if (machine := _PATTERNS[Sting.TECHNOLOGY].search(told)) is None:
        return None
    rest = f"{told[: machine.start()]}. {told[machine.end() :]}"
    return next(
        (one for one in (Sting.BLANK, Sting.WORDS, Sting.RAMBLING) if _is_told(one, rest, is_strict=True)), None
    )


def own(shown: str) -> Iterator[Detail]:
    """That they told of a sting of their own doing, or of being laughed at."""
    told = _NO_STING.sub(" ", fold(shown))
    if _is_told(Sting.LAUGHED_AT, told):
        yield Detail("laughed-at", shown, (0, len(shown)))
    if any(_is_told(one, told, is_strict=True) for one in _OF_ONESELF):
        yield Detail("cause-told", shown, (0, len(shown)))


def _is_told(one: Sting, told: str, *, is_strict: bool = False) -> bool:
    found = _PATTERNS[one].finditer(told)
    if one is Sting.LATE:
        found = (match for match in found if not _THEY_WERE.search(told[: match.start()]))
    if is_strict or one is Sting.MANNER:
        return any(is_mine(told, match.start()) for match in found)
    return any(True for _ in found)


@remembered(512)
def made_late_by(text: str) -> str | None:
    """What held them up on the way, as they name it: "bus"; None where nothing is named."""
    found = _MADE_LATE.search(fold(text[:LONGEST_STORY]))
    return None if found is None else next(word for word in found.groups() if word)


@remembered(512)
def was_asked_why_late(text: str) -> bool:
    """Whether they had to explain to the interviewers why they were late."""
    return _ASKED_WHY_LATE.search(fold(text[:LONGEST_STORY])) is not None


@remembered(512)
def blames_oneself(text: str) -> bool:
    """Whether they reproach themselves with what they should have done."""
    return _BLAMES_ONESELF.search(fold(text[:LONGEST_STORY])) is not None


@remembered(512)
def went_unevenly(text: str) -> str | None:
    """What went well beside an interview that did not: "test was fine, interview not so much"."""
    found = _UNEVEN.search(fold(text[:LONGEST_STORY]))
    return None if found is None else found["part"]


@remembered(512)
def turns_for_the_worse(text: str) -> bool:
    """Whether what is called good is so up to something: "fine until the salary", "went ok, then I saw my zip"."""
    return _TURNS.search(fold(text[:LONGEST_STORY])) is not None


@remembered(512)
def is_first_ever(text: str) -> bool:
    """Whether it was the first interview of their life."""
    return _FIRST_EVER.search(fold(text[:LONGEST_STORY])) is not None


@remembered(512)
def is_unsure(text: str) -> bool:
    """Whether they say that they do not know how it went."""
    return _UNSURE.search(fold(text[:LONGEST_STORY])) is not None


@remembered(512)
def is_trial(text: str) -> bool:
    """Whether they were there to work for an hour or a day, and nothing tells of questions: "a trial shift"."""
    told = fold(text[:LONGEST_STORY])
    return _TRIAL.search(told) is not None and _ASKED_THERE.search(told) is None


@remembered(512)
def rest_held(text: str) -> bool:
    """Whether the text says that but for what it names all was well ("otherwise it was ok")."""
    return bool(_HELD.search(fold(text[:LONGEST_STORY])))


@remembered(512)
def is_of_the_whole(text: str) -> bool:
    """Whether a story calls the interview itself bad ("bombed it"), and not only a moment of it."""
    return _OF_THE_WHOLE.search(fold(text[:LONGEST_STORY])) is not None


def takes_being_laughed_at(text: str) -> bool:
    """Whether it tells how one takes it who is laughed at: "I laughed too, nervously", "went red"."""
    return _TAKES_IT.search(fold(text[:LONGEST_STORY])) is not None
