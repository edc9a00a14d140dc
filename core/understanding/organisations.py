"""The organisation: taken from a story, or from the reply to the question for it.

A name is caught only where the sentence says that it is one ("interview at …", capitals after "at"). "At
first", "at 11" and "with the manager" are no organisations, nor is the place where the person works now.
When in doubt nothing is caught: being asked costs one question, a wrong name in a letter costs trust.
"""

from __future__ import annotations

import re

from core.understanding import text as texts
from core.understanding.detail import Detail
from core.understanding.expressions import expression
from core.understanding.roles import OCCUPATION, POST, beside
from core.understanding.short_replies import bare
from core.understanding.text import Span
from core.understanding.wordlists import either, words

_NOT_A_NAME = words("organisations", "not_a_name")
_STOPS = words("organisations", "stops")
_TOO_GENERAL = words("organisations", "too_general")
_KIND = either("organisations", "institutions", "endings")

_JOINING = ("of", "and", "&", "n", "the", "for", "de", "la", "du", "di")
_CAPITAL = r"[A-Z0-9][\w&'+-]*(?:\.[\w&-]+)*"
_COUNTED = (
    r"(?![24] [a-z])(?!\d+ ?(?:days?|weeks?|months?|years?|hours?|h|mins?|minutes?|[ap]m|o'clock|times|people)\b)"
)
_CAPITALS = rf"{texts.SHORTENED}{_CAPITAL}(?: (?:(?:{'|'.join(_JOINING)}) (?:the )?)?{_COUNTED}{_CAPITAL}){{0,5}}"
_CAPITALISED = expression(rf"(?:[Tt]he )?(?P<name>{_CAPITALS})")

_AFTER_INTERVIEW = expression(
    r"\b(?:interview(?:s|ed|ing)?|int(?:r|er)?vw|intv(?:w|iew)?|interv(?:ew|eiw|iw|uw|u)?|inteview|(?:trial|working) (?:shift|day|week|lesson)|call-?back|assessment (?:day|centre|center)|(?:second|2nd|third|3rd|final|first|last) (?:round|stage)"
    r"|(?:had|did|of|from|yet) another(?: one)?,?|(?:have|has|got|getting) another one|(?:phone|video) screen(?:ing)?|demo lesson|audition|skills test|trade test)(?: \w+){0,6}? (?:(?P<at>at|with|w/|w(?= )|for)|@|in (?=the [A-Z])) ?(?=\S)",
    re.IGNORECASE,
)
_FURTHER = expression(r"(?:[\w/&-]+ ){1,7}?(?:at|with|w/|w|@) (?=\S)", re.IGNORECASE)
_AT_CAPITALS = expression(rf"(?:\b[Aa]t |@ ?)(?:[Tt]he )?(?P<name>{_CAPITALS})")
_FROM_CAPITALS = expression(
    r"\b(?:mail|email|e-mail|call|letter|rejection|rejected|offer|message|word|invite|"
    r"invitation|answer|feedback"
    r"|ghosted)(?: (?:back|in|today|yesterday|mail|email|letter|call))?(?: me)? (?:from|by) "
    rf"(?P<name>{_CAPITALS})"
)
_OWNED = expression(
    r"\b(?:at|from|with|by) (?P<name>(?:(?:Dr|Mr|Mrs|Ms)\.? )?[A-Z][\w-]+'s (?:[a-z]+ ){0,2}?(?:office|practice|clinic|surgery|shop|store|salon|bakery|garage|restaurant|caf[eé]|pharmacy|firm|company|school|farm|hotel|bar|pub|workshop))\b"
)
"""A place called after somebody: "Dr Patel's dental office"."""
_CAPITALS_INTERVIEW = expression(
    rf"\b(?:[Mm]y|[Tt]he|[Oo]ur|[Tt]his|[Aa]n?) (?P<name>{_CAPITALS}) (?:job )?interview\b"
)
_NAMED = expression(
    r"\b(?:company|organi[sz]ation|employer|firm|place|school|hospital|bank)"
    r"(?: (?:is|was)(?P<called> called| named)?|'s(?: called| name is)?| (?:called|named)| name is|:) ",
    re.IGNORECASE,
)
_AT_KIND = expression(
    rf"\b(?:at|with|for) (?P<name>(?:the )?(?:[\w'&-]+ ){{0,3}}?(?:{_KIND})(?: (?:in|of) (?!the\b|a\b|"
    rf"which\b|my\b)[\w-]+)?)(?![\w'])",
    re.IGNORECASE,
)
_SPOILT_AT = expression(
    r"\b(?:bombed|blew|flunked|botched|fluffed|bottled|tanked|messed|mess|screwed|fucked|cocked)(?: (?P<it>it|things|everything|myself|this one)| (?:my|the|an?) (?:\w+ )?interview)?(?: up)?(?: (?P<it2>it|things|everything))?(?: (?:big time|badly|totally|completely|again))? (?:at|with|@) (?=\S)",
    re.IGNORECASE,
)
""" "Bombed it at brightwell": in small letters only behind an "it", because one may bomb at Excel."""
_WENT_TO = expression(
    r"\b(?:went|been|travelled|drove) (?:over |down |up )?to (?=\S+(?: \S+){0,3}? for (?:an?|my|the|this) (?:[\w-]+ )?interview\b)",
    re.IGNORECASE,
)
_OF_ALL_PLACES = expression(r"\b(?:at|with) (?P<name>[\w&'-]+(?: [\w&'-]+){0,2}?) of all places\b", re.IGNORECASE)
_OUT_OF = expression(
    r"\b(?:just|only just|finally|came|come|got|walked|straight|hour|min|mins|minutes|fresh)(?: (?:now|got|came|come|back|walked|stepped|this minute|straight))*"
    r" (?:out of|left|finished (?:at|with|up at)|done (?:at|with)|leaving|outside) (?=\S)",
    re.IGNORECASE,
)
_TELLS_OF_ONE = expression(
    r"\binterview|\bask(?:ed|s)\b|\b(?:round|panel|assessment|role ?play|case study)\b", re.IGNORECASE
)
_NO_WORKPLACE = words("organisations", "no_workplace")
_ROLE_AT = expression(
    rf"(?:(?:^|[.!?\n;] ?)(?:(?:an?|the|it was|it's|its|was|for) )*(?:[a-z]+ ){{0,2}}?(?:(?:{OCCUPATION})(?: (?:{POST}))?|{POST})|\bfor (?:an? |the |their )?(?:[\w'-]+ ){{0,3}}?(?:{OCCUPATION}|{POST})|\b(?:an?|the) (?:[\w'-]+ ){{1,3}}?(?:post|position|role|vacancy|job)(?<!my job)(?<!current job)) (?:at|with) (?=\S)",
    re.IGNORECASE,
)
""" "Security guard at g4s", "a cleaning job at premier inn"."""
_BEHIND_IT = expression(
    r" ?(?:[.,;!?\n]|$)| (?:today|yesterday|this|last|and|but|on|went|she|he|they|i)\b", re.IGNORECASE
)
_CALLED = expression(
    r"\b(?:at|with|for|from|by|is|was|it's|its|of) (?:an?|this|the|some) (?P<what>(?:(?!(?:at|with|for|from|by)\b)[\w'&/-]+ ){1,5})(?:called|named) (?=\S)",
    re.IGNORECASE,
)
_IT_WAS = expression(r"\b(?:it|that|this|interview|one)(?:'s|s| is| was) $", re.IGNORECASE)
""" "It's for st thomas hospital"."""
_IN_BRACKETS = expression(
    rf"\b(?:interview\w*|job|role|post|position|one)\b[^.!?\n(]{{0,40}}?\b(?:at|with|for) (?:an?|this|the|some) (?:[\w'&/-]+ ){{0,3}}?(?:firm|{_KIND}|start-?up|agency|shop|store|charity|place|practice|surgery)(?: ?\(| ?, )(?P<name>{_CAPITALS})(?= ?[),])",
)
_NO_PLACE_CALLED = expression(
    rf"\b(?:{either('people', 'nameless')}|hr|ceo|cto|software|programme?|tool|app|systems?|package|framework|method|machine|project|role|roles|job|post|position|thing|website|site|town|village|city|area|suburb|street|condition|disease|law|act|model|theory|test|exercise|game|product|course|book|kid|child|pupil|patient|customer|client|dog|candidate|name|names) $",
    re.IGNORECASE,
)
_WITH_THE = expression(
    rf"\b(?:(?i:it|this|one|that|job|role|post)(?: was| is|'s)|Zoom|Teams|(?i:video|phone) call) (?:with|at|for) (?:[Tt]he )?(?P<name>{_CAPITALS})"
)
_TO_WORK_FOR = expression(
    r"\bask\w* (?:me |us )?why (?:i|do i|would i|i'd|did i|you|do you)(?: (?:want|wanted|like|would|chose|decided|applied))*(?: to)? (?:work|join|be)(?: (?:for|at|with))? (?=\S)",
    re.IGNORECASE,
)
_FIRST_INTERVIEW = expression(
    rf"(?:^|[.!?\n] ?)(?:[Mm]y |[Tt]he )?(?P<name>{_CAPITALS}(?: (?:trust|hospital|school|college|academy|council|university))?)(?: (?:virtual|online|video|phone|zoom|second|final|first|panel|job|telephone))?,? (?:interview|trial shift|assessment (?:day|centre|center))\b"
)
_BY_ITSELF = expression(rf"(?:^|[.,!?\n] ?)(?P<name>{_CAPITALS})(?=[.,;!?\n]|$)")
_SENTENCES = expression(r"[^.!?\n]+")
_FRAGMENT = expression(
    rf"(?:^|[.!?\n] ?)(?P<name>(?:[A-Za-z][\w&'+-]* ){{0,2}}[A-Za-z][\w&'+-]*)(?:, | - )(?:(?:an?|the|for|for an?|as|as an?) )?(?P<role>(?:[a-z]+ ){{0,2}}?(?:{OCCUPATION})|(?:(?!(?:{either('roles', 'no_kind_of_post')})\b)[a-z]+ ){{1,2}}(?:job|post|position|role))(?=\s*(?:[.!?;\n]|$)|, (?:today|yesterday|this|last|on|they|he|she|asked|first|second|final|went|was|it|i)\b)",
    re.IGNORECASE,
)
""" "Lidl, shift manager." alone in a sentence."""
_LONGEST_FRAGMENT = 160
_BEHIND_A_ROLE = expression(
    rf"^(?:(?:so|hi|hey|ok|just|had|have|been|an?|the|my|was|went|for|did|interview|today|yesterday|as|of)[ ,]+)*"
    rf"(?:{OCCUPATION}(?: (?:job|post|position|role|interview))?|(?:[a-z-]+ ){{0,2}}(?:job|post|position|role|vacancy|interview)|interview)(?: (?:today|yesterday|this (?:morning|afternoon)|just now|on \w+day))?(?:,| -|;) (?:at |with )?"
    r"(?P<name>[a-z][\w&'+.-]*(?: [a-z][\w&'+-]*){0,2}?)(?=\s*(?:$|[.,;!?\n]))",
    re.IGNORECASE,
)
""" "Bank job, natwest": alone at the beginning of a short message."""
_BEFORE_A_ROLE = expression(
    rf", (?P<name>{_CAPITALS}), (?:(?i:as|for) )?(?:(?i:an?|the) )?(?:[a-z]+ ){{0,2}}?(?i:{OCCUPATION})(?=[.,;!?\n]|$)"
)
_BEFORE_A_JOB = expression(
    r"^(?P<name>[a-z][\w&'+.-]*(?: [a-z][\w&'+-]*){0,2}?), (?:for )?(?:(?:an?|the) )?(?:(?:(?!(?:the|this|that|my|an?|no)\b)[a-z-]+ ){1,2}?(?:job|post|position|role)\b"
    rf"|{OCCUPATION}(?=[.,;!?\n]|$))",
    re.IGNORECASE,
)
_AT_ALONE = expression(
    r"^(?:(?:it was|that was|interview|the interview|job|was|in|over) )*(?:at|@) (?P<name>(?:the )?[a-z][\w&'+.-]*(?: [a-z][\w&'+-]*){0,2}?)[.! ]*$",
    re.IGNORECASE,
)
""" "At mcdonalds", and nothing else."""
_JOB_AT_THE = expression(
    r"\b(?:job|interview|role|position|post|shift) at the (?P<name>[a-z][\w&'-]+)(?= *(?:[.,;!?\n]|$| (?:today|yesterday|this|last|on|and|she|he|they)\b))",
    re.IGNORECASE,
)
_NO_HOUSE = expression(
    r"\b(?:weekends?|top|bottom|same|entrance|gate|door|front|back|airport|station|docks?|harbou?r|moment|end|site|address|time|point|stage|age|best|worst|table|desk|ready|late|early|\w+ing)\b",
    re.IGNORECASE,
)
_SHORT = 100
_A_REMARK = expression(
    r"\b(?:help|nightmare|mess|shambles|horror|hell|tbh|nope|yep|fail|fails|blank|sigh|meh|weird|tough|rough|hard|easy|quick|long|short|brutal|horrible|horrid|crap|shit|shite|rubbish"
    r"|full|part|round|junior|senior|graduate|level|temp|stress|panic|nerves|silence|none|nobody|dunno|idk|same|done|over|think|feel|know|want|got|get|thanks|thank|friend|mum|mom|wife|in|person)\b"
    r"|^(?:\w{4,}(?:y|ic|ent|ive|al)|\w+ward|sales|marketing|retail|finance|admin|support|tech|logistics|hospitality|catering|security|care)$",
    re.IGNORECASE,
)
"""What people say of one behind a comma, and no place is called."""
_AT_THE = expression(
    r"\b(?:interview|one)(?: \w+){0,3}? (?:at|with|w) the (?P<name>[\w&'-]+(?: [\w&'-]+)??)(?= *(?:[.,;!?]|$| today| yesterday| this| last| on))",
    re.IGNORECASE,
)
_AFTER_A_STOP = expression(
    r"\b(?:another(?: one| interview)?|(?:new|second|2nd|other) (?:one|interview))[.,:] (?P<name>[\w&'-]+(?: [\w&'-]+)?)(?=[.,;!?]|$)",
    re.IGNORECASE,
)
_ELSEWHERE = expression(
    r"\b(?:work|works|worked|working|employed|stud(?:y|ied|ying)|graduated|degree"
    r"|(?:old|last|previous|current|former|first|day) (?:job|role|position|boss|employer)|"
    r"years|months|live|living|lived"
    r"|coffee|lunch|dinner|breakfast|parked|cried|crying|sat|sitting|waited|waiting|"
    r"stopped|met|friend|someone|back|am|i'm"
    r"|currently|intern(?:ed|ship)?|volunteer(?:ed)?|offer)(?: \w+){0,2} $",
    re.IGNORECASE,
)
_ROLE = expression(rf"\b(?:{OCCUPATION}|{POST})\b", re.IGNORECASE)
_ROLE_HERE = expression(rf"(?:{OCCUPATION})\b(?! (?:{_KIND})\b)", re.IGNORECASE)
_FOR_A_ROLE = expression(rf" for (?:{OCCUPATION}|[A-Z]{{2,3}})$")
""" "Infosys Pune for QA"."""
_ENDS_AS_A_KIND = expression(rf"[ ](?:{_KIND})$", re.IGNORECASE)
_KIND_BEHIND = expression(
    rf" (?:{_KIND})(?! (?:job|post|position|role|assistant|manager|worker|work)\b)(?![\w'])", re.IGNORECASE
)
""" "Rosewood care home", and not "Tesco warehouse job"."""
_PRONOUN = expression(r"(?:i|my|our|your|his|her|their|this|that|in|at|on|for|with|from|a|an)\b", re.IGNORECASE)
_PUBLIC = expression(
    r"\b(?:schools?|primary|secondary|basic|colleges?|universit\w+|academy|nursery|hospitals?|clinics?|health|wards?|council|county|district|province|provincial"
    r"|municipal\w*|city of|town hall|ministry|government|civil service|public|authority|commission|police|prisons?|courts?|library|army|fire (?:service|brigade)|nhs)\b",
    re.IGNORECASE,
)
"""What names a body that may be bound by public rules for filling a post."""
_ENDS_THERE = expression(
    rf" ?(?:[.,;:!?()\n]|$| - )| (?:{'|'.join(sorted(_STOPS))}|in|near|of)\b(?! interview)", re.IGNORECASE
)
""" "Had my interview at St Anne's today": it is a part of the name."""
_WORD = expression(r"[\w&'+.-]+")
_SHORTENED = expression(r"(?:st[aeo]?|mt|ft)\.", re.IGNORECASE)
_DESCRIBED = expression(
    rf"(?:(?:it|that|this|they)(?:'s|s|'re| is| was| are)? |its )(?:an?|one of those) (?:(?!called\b|named\b)[\w'-]+ ){{0,4}}?(?:{_KIND}|chain|startup|start-up|business|shop|store|agency)s?"
    r"(?: (?:here|in town|nearby))?(?:,|:| -|;| called| named|, called|, named) +(?:called |named )?(?=\w)",
    re.IGNORECASE,
)
""" "It's a supermarket chain, freshmart": what it is, before what it is called."""
_BEHIND = 40
_LONGEST_LOWER_CASE = 3
_SENTENCE = 3
_NO_SUCH_NAME = expression(
    r"\b(?:HR|IT|CEO|CTO|CFO|MD|QA|PM|VP|UK|US|USA|Head|Manager|Director|Team|Boss|Panel|Phone|Video|Zoom|Teams|Skype|Online|Virtual|Interview|Job|Post|My|Final|First|Second|Third|Today|Yesterday|Just|Had|So|Bad|Good|Worst|Best|Great|Horrible|Terrible|Awful|SQL|OMG|WTF|UGH|The|And)\b"
)
_ABBREVIATED = 2
_DETERMINED = expression(r"(?:the|an?|my|our|their|his|her|this|that) ", re.IGNORECASE)
_KIND_HERE = expression(rf"(?P<name>the (?:[\w'&-]+ ){{0,3}}?(?:{_KIND}))(?![\w'])", re.IGNORECASE)
_SAYS_HOW = expression(r"\w(?:ed|ing|ly|ful|less|ous|able|ible|ish|ive)\b", re.IGNORECASE)
_NAMED_BY_KIND = expression(
    rf"^(?:university|bank|college|ministry|hospital|city) of [A-Z]|^\S.* (?:{_KIND})$", re.IGNORECASE
)
""" "Lecturer post, University of Leeds"."""
_DAY = expression(
    r" (?:today|yesterday|this (?:morning|afternoon)|earlier|last (?:night|week)|on (?:mon|tues|wednes|thurs|fri|satur|sun)day)\b",
    re.IGNORECASE,
)
_AND_A_WORD = expression(r" and [\w'-]+ ?(?:[.,;!?\n]|$)", re.IGNORECASE)
""" "Called paws and claws": whether the second word is of the name cannot be told."""
_PLACE = expression(
    rf"\b(?:firm|start-?up|shop|store|agency|vets?|cafe|café|pub|bar|club|practice|surgery|office|business|employer|organi[sz]ation|studio|place|brand|chain|consultancy|gallery|{_KIND}) $",
    re.IGNORECASE,
)
_PERSON = expression(r"(?:mrs?|ms|miss|dr|sir|madam|prof|sister|nurse)\b", re.IGNORECASE)


def in_story(shown: str) -> Detail | None:
    """The organisation that a story names first."""
    shouted = sum(map(str.isupper, shown)) > len(shown) // 3
    ways = (_after_interview(shown, shouted), _named(shown), None if shouted else _in_capitals(shown))
    spans = [span for span in ways if span] or [
        span for span in (_by_kind(shown), _loosely_told(shown, shouted)) if span
    ]
    if not spans:
        return None
    start, end = min(spans, key=lambda span: (span[0], -span[1]))
    return Detail("organisation", shown[start:end], (start, end))


def loosely(text: str) -> str | None:
    """The place of an interview that is one for sure: "another interview at the halifax", "had another one. halifax."."""
    shown = texts.straight(texts.opening(texts.clean(text)))
    for pattern in (_AT_THE, _AFTER_A_STOP):
        found = pattern.search(shown)
        if found is None or found["name"].lower() in _TOO_GENERAL or not _NOT_A_NAME.isdisjoint(_words(found)):
            continue
        if _STOPS.isdisjoint(_words(found)) and not _ROLE.search(found["name"]):
            return found["name"]
    return None


def _words(found: re.Match[str]) -> set[str]:
    return set(found["name"].lower().split())


def read(text: str) -> str | None:
    """The name in a reply to "Which organisation was it?", as typed; None when there is none."""
    shown = texts.clean(text)
    if (kind := _DESCRIBED.match(texts.straight(shown))) is not None:
        shown = shown[kind.end() :]
    in_passing = in_story(texts.straight(texts.opening(shown)))
    if in_passing and len(shown.split()) > _SENTENCE:
        return shown[slice(*in_passing.span)]
    return bare(shown, keep_article=True)


def is_public_body(name: str) -> bool:
    """Whether a place, or a job, may be a public one: a school, a hospital, a council."""
    return _PUBLIC.search(name) is not None


def _after_interview(shown: str, shouted: bool) -> Span | None:
    """ "interview at …": in capitals, by its kind, or in lower case up to the next word that cannot belong to
    it.
    """
    for found in _AFTER_INTERVIEW.finditer(shown):
        capitals = None if shouted else _CAPITALISED.match(shown, found.end())
        if capitals and (span := _trimmed(shown, capitals.span("name"))) and not _ROLE.search(shown[slice(*span)]):
            called = _KIND_BEHIND.match(shown, span[1])
            return span if called is None else (span[0], called.end())
        kind = _AT_KIND.match(shown, found.start("at")) if found["at"] else None
        is_whole = kind is not None and (found["at"].lower() != "for" or _BEHIND_IT.match(shown, kind.end("name")))
        if kind is not None and is_whole and _is_name_of_its_kind(kind["name"]):
            return kind.span("name")
        if (found["at"] or "for").lower() != "for":
            start: int | None = found.end()
        else:  # "interview for junior developer at acme"
            further = _FURTHER.match(shown, found.end())
            start = further.end() if further and _ROLE.search(further[0]) else None
        if start is not None and (span := _in_lower_case(shown, start)):
            return span
    return None


def _in_capitals(shown: str) -> Span | None:
    if (owned := _OWNED.search(shown)) is not None and not _is_elsewhere(shown, owned.start()):
        return owned.span("name")
    for pattern in (_AT_CAPITALS, _FROM_CAPITALS, _CAPITALS_INTERVIEW):
        for found in pattern.finditer(shown):
            if pattern is _AT_CAPITALS and _is_elsewhere(shown, found.start()):
                continue
            span = _trimmed(shown, found.span("name"))
            if span and not _ROLE.search(shown[slice(*span)]):
                return span
    return None


def _named(shown: str) -> Span | None:
    """ "the company is called …"."""
    for found in _NAMED.finditer(shown):
        capitals = _CAPITALISED.match(shown, found.end())
        if capitals and (span := _trimmed(shown, capitals.span("name"))):
            return span
        if found["called"]:
            return _in_lower_case(shown, found.end())
    return None


def _by_kind(shown: str) -> Span | None:
    """ "at lakeside clinic", "at the hospital in kitwe"."""
    for found in _AT_KIND.finditer(shown):
        is_at = shown[found.start() : found.start() + 2].lower() == "at" or _IT_WAS.search(shown, 0, found.start())
        if is_at and _is_name_of_its_kind(found["name"]) and not _is_elsewhere(shown, found.start()):
            return found.span("name")
    return None


def _is_name_of_its_kind(name: str) -> bool:
    """Whether "lakeside clinic" or "the hospital in kitwe" says which one, and is nothing but a name."""
    said = name.lower().split()
    is_general = name.lower() in _TOO_GENERAL or (said[0] in _NOT_A_NAME and said[0] != "the")
    if said[0] == "the" and len(said) > 1 and _ROLE.match(said[1]) is not None:
        return False  # "the post of school driver"
    return not is_general and _STOPS.isdisjoint(set(said[:-1]) - {"the", "in", "of", "and"})


def _loosely_told(shown: str, shouted: bool) -> Span | None:
    """What is no "interview at …", and says as surely where it was."""
    for way in (_after_a_spoilt_one, _after_what_kind, _after_a_role, _after_leaving, _as_a_fragment, _beside_a_role):
        if span := way(shown):
            return span
    for pattern in () if shouted else (_WITH_THE, _FIRST_INTERVIEW):
        for found in pattern.finditer(shown):
            span = _trimmed(shown, found.span("name"))
            if span and _is_sure(
                shown[slice(*span)], pattern is _FIRST_INTERVIEW or shown[span[0] - 4 : span[0]].lower() == "the "
            ):
                return span
    return None


def _is_sure(name: str, alone: bool) -> bool:
    """Whether capitals that begin a sentence, or stand behind "with", are those of a place and of nobody and nothing else."""
    if _ROLE.search(name) or _NO_SUCH_NAME.search(name):
        return False
    return _ENDS_AS_A_KIND.search(name) is not None or (
        alone and (" " in name or (name.isupper() and len(name) > _ABBREVIATED))
    )


def _named_at(shown: str, start: int) -> Span | None:
    """The name that begins there: in capitals, by its kind, or in small letters."""
    if _DETERMINED.match(shown, start):
        kind = _KIND_HERE.match(shown, start)
        return kind.span("name") if kind and _is_name_of_its_kind(kind["name"]) else None
    capitals = _CAPITALISED.match(shown, start)
    if capitals and (span := _trimmed(shown, capitals.span("name"))) and not _ROLE.search(shown[slice(*span)]):
        called = _KIND_BEHIND.match(shown, span[1])
        return span if called is None else (span[0], called.end())
    span = _in_lower_case(shown, start)
    return None if span is None or _said_of_no_workplace(shown[slice(*span)]) else span


def _said_of_no_workplace(name: str) -> bool:
    return not _NO_WORKPLACE.isdisjoint(name.lower().split())


def _after_a_spoilt_one(shown: str) -> Span | None:
    for found in _OF_ALL_PLACES.finditer(shown):
        if _named_at(shown, found.start("name")) is not None:
            return found.span("name")
    for found in _WENT_TO.finditer(shown):
        if (span := _named_at(shown, found.end())) is not None and shown.startswith(" for ", span[1]):
            return span
    for found in _SPOILT_AT.finditer(shown):
        if (span := _named_at(shown, found.end())) is None:
            continue
        is_it = found["it"] or found["it2"] or _DAY.match(shown, span[1]) is not None
        is_at_one = is_it and found[0].endswith(("at ", "@ ")) and _BEHIND_IT.match(shown, span[1])
        if _is_capital(shown, span) or shown[span[0] : span[0] + 4].lower() == "the " or is_at_one:
            return span
    return None


def _is_capital(shown: str, span: Span) -> bool:
    return shown[span[0]].isupper()


def _after_what_kind(shown: str) -> Span | None:
    """ "A law firm called harper & sons", "a law firm (Okafor & Partners)", and why they want to work for X."""
    for found in _CALLED.finditer(shown):
        is_place = found[0].lower().startswith("at ") or _PLACE.search(found["what"])
        if not is_place or _NO_PLACE_CALLED.search(found["what"]) or _is_elsewhere(shown, found.start()):
            continue
        span = _named_at(shown, found.end())
        if span and (_is_capital(shown, span) or not _AND_A_WORD.match(shown, span[1])):
            return span
    for found in _IN_BRACKETS.finditer(shown):
        if (span := _trimmed(shown, found.span("name"))) is not None:
            return span
    for found in _TO_WORK_FOR.finditer(shown):
        span = _named_at(shown, found.end())
        if span and _is_capital(shown, span):
            return span
    return None


def _after_a_role(shown: str) -> Span | None:
    for found in _ROLE_AT.finditer(shown):
        if _is_elsewhere(shown, found.end() - len("at ")) or _is_elsewhere(shown, found.start()):
            continue
        span = _named_at(shown, found.end())
        is_sure = span is not None and (found[0].endswith("at ") or _is_capital(shown, span))
        if span and is_sure and _BEHIND_IT.match(shown, span[1]):
            return span
    return None


def _after_leaving(shown: str) -> Span | None:
    for found in _OUT_OF.finditer(shown):
        span = _named_at(shown, found.end())
        if span is None:
            continue
        is_place = found[0].endswith(("out of ", "finished at ", "finished with ")) or _is_capital(shown, span)
        if beside(shown, span[1]) or (is_place and _TELLS_OF_ONE.search(shown)):
            return span
    return None


def _as_a_fragment(shown: str) -> Span | None:
    for found in _FRAGMENT.finditer(shown):
        start, end = found.span("name")
        name = shown[start:end].lower().split()
        if _STOPS.isdisjoint(name) and _NOT_A_NAME.isdisjoint(name) and not _ROLE.search(shown[start:end]):
            is_kind = re.fullmatch(rf"(?:{_KIND})", shown[start:end], re.IGNORECASE)
            is_typed = not all(map(str.isupper, (word[0] for word in shown[start:end].split())))
            if is_typed and (
                " " not in found["role"] or not _TELLS_OF_ONE.search(shown) or _SAYS_HOW.search(shown, start, end)
            ):
                continue
            if not is_kind and not _said_of_no_workplace(shown[start:end]) and not _PERSON.match(shown, start):
                return start, end
    for sentence in _SENTENCES.finditer(shown):
        if len(sentence[0]) > _LONGEST_FRAGMENT or _ROLE.search(sentence[0]) is None:
            continue
        for found in _BY_ITSELF.finditer(shown, sentence.start(), sentence.end()):
            span = _trimmed(shown, found.span("name"))
            if span == found.span("name") and _NAMED_BY_KIND.search(found["name"]) and not _ROLE.search(found["name"]):
                return span
    return None


def _beside_a_role(shown: str) -> Span | None:
    """ "Bank job, natwest", and "went great, Lidl, stock assistant"."""
    found = _BEFORE_A_ROLE.search(shown)
    if found is None and len(shown) <= _SHORT:
        found = _BEHIND_A_ROLE.match(shown) or _BEFORE_A_JOB.match(shown)
    if found is None and len(shown) <= _SHORT:
        found = _AT_ALONE.match(shown) or _JOB_AT_THE.search(shown)
        if found is not None and _NO_HOUSE.search(found["name"]):
            return None
    if found is None:
        return None
    name, said = found["name"], found["name"].lower().split()
    is_remark = (_A_REMARK.search(name) or _SAYS_HOW.search(name)) and not _is_capital(shown, found.span("name"))
    if is_remark or not _STOPS.isdisjoint(said) or not _NOT_A_NAME.isdisjoint(said) or _ROLE.search(name):
        return None
    is_kind = _ENDS_AS_A_KIND.search(name) is not None
    if (
        (_said_of_no_workplace(name) and not is_kind)
        or name.lower() in _TOO_GENERAL
        or _PERSON.match(name)
        or _DAY.match(name)
    ):
        return None
    return found.span("name")


def _is_elsewhere(shown: str, place: int) -> bool:
    """Whether what stands before speaks of another place: work now, a coffee, a friend."""
    return _ELSEWHERE.search(shown, max(0, place - _BEHIND), place) is not None


def _in_lower_case(shown: str, start: int) -> Span | None:
    end = start
    for number, word in enumerate(_WORD.finditer(shown, start, start + 60)):
        said = word[0].lower().rstrip(".")
        if number == 0 and (word.start() > start or said in _NOT_A_NAME or said[:1].isdigit()):
            return None
        if number and (role := _ROLE_HERE.match(shown, word.start())) and not role[0].endswith("s"):
            break  # "acme junior dev today", and not "pimlico plumbers"
        if number == _LONGEST_LOWER_CASE or said in _STOPS or said == "in" or shown[end : word.start()].strip(" "):
            break
        is_shortened = number == 0 and _SHORTENED.fullmatch(word[0]) is not None
        end = word.end() - (word[0].endswith(".") and not is_shortened)
        if word[0].endswith(".") and not is_shortened:
            break
    return (start, end) if end > start else None


def _trimmed(shown: str, span: Span) -> Span | None:
    """The capitals without what only begins a sentence or names a day; None when nothing is left."""
    if _ENDS_AS_A_KIND.search(shown, *span) and not _PRONOUN.match(shown, span[0]):
        return span
    start, end = span[0], span[0]
    for word in re.finditer(r"[^ ]+", shown[slice(*span)]):
        is_number = word[0][0].isdigit() and word.start() == 0
        ends_it = word[0].lower() in (_STOPS if end > start else _NOT_A_NAME)
        if (ends_it and word[0].lower() not in _JOINING) or is_number or "'" in word[0][:2]:
            break
        end = span[0] + word.end()
    name = shown[start:end]
    if (role := _FOR_A_ROLE.search(name)) is not None:
        name = name[: role.start()]
    while name and name.rpartition(" ")[2].lower() in _JOINING:
        name = name.rpartition(" ")[0]
    if not _ENDS_THERE.match(shown, start + len(name)):
        name = name.removesuffix("'s")  # "Acme's office"
    name = name.rstrip("'.")
    return (start, start + len(name)) if name and name.split(" ")[0].lower() not in _NOT_A_NAME else None
