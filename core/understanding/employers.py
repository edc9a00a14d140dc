"""The organisation and the role: taken from a story, or from the reply to the question for them.

A name is caught only where the sentence says that it is one ("interview at …", capitals after "at"). "At first", "at 11"
and "with the manager" are no organisations, nor is the place where the person works now. When in doubt nothing is caught:
being asked costs one question, a wrong name in a letter costs trust.
"""

from __future__ import annotations

import re

from core.understanding import text as texts
from core.understanding.detail import LONGEST_STORY, Detail

_INSTITUTION = (
    "hospital|clinic|bank|school|college|university|academy|institute|ministry|council|municipality|lodge|hotel|"
    "restaurant|supermarket|factory|mine|airport|airline|embassy|church|library|museum|garage|pharmacy|nursery|daycare|"
    "charity|foundation|brewery|bakery|warehouse|call centre|call center|law firm|post office|town hall|care home|"
    "nursing home|laborator(?:y|ies)|hospice|orphanage|newspaper|radio station|police|prison|zoo|theatre|gym|salon"
)
_SUFFIX = (
    rf"corp|corporation|inc|ltd|limited|llc|plc|gmbh|company|group|holdings|partners|solutions|systems|technologies|"
    rf"services|labs|bank|trust|logistics|motors|foods|airlines|consulting|stores|farms|hotels|industries|insurance|{_INSTITUTION}"
)
_NOT_A_NAME = frozenset(
    "i i'm i've i'd i'll a an the my our your his her their its it that this these those them me us him she he they we you "
    "first last least most best worst end start beginning moment time times home noon midnight night lunch work all once "
    "present ease risk length peace and but so or then when where which who what why how because after before while until "
    "today yesterday tomorrow tonight monday tuesday wednesday thursday friday saturday sunday january february march april "
    "may june july august september october november december mon tue wed thu fri sat sun next this last about around "
    "some any no not every each one two three four five six seven eight nine ten eleven twelve half quarter interview "
    "interviews hr zoom teams skype video phone someone somebody people person manager panel boss recruiter interviewer "
    "interviewers team director head lady guy man woman mr mrs ms miss dr prof professor sir madam just very really too "
    "only is was were went had has have did do in on at for with from to by of as job jobs role position post place "
    "company firm office questions question nothing anything everything something both different new ago now later early "
    "again there here short long hours minutes days weeks god fun".split()
)
_STOPS = frozenset(
    "today yesterday tomorrow tonight this last next on and but for was were is are went i i'm i've it it's they he she we "
    "you just so because which where who that then when after before yet again really at about as to with now ago had has "
    "have did not no monday tuesday wednesday thursday friday saturday sunday via over by from while if or my the their "
    "went sucked bombed didn't got asked an a like lol tho though bad good great awful terrible terribly badly horribly "
    "earlier later early recently morning afternoon evening week around also still where's be been being could couldn't "
    "wasn't if since until panel zoom phone video me us him them one two three nailed failed froze flopped flunked".split()
)
_JOINING = "of|and|&|the|for|de|la|du|di|in"
_BREAKS = re.compile(r"[,;:!?()\n\"]|\.(?!\w)| - ")

_CAPITAL = r"[A-Z0-9][\w&'+-]*(?:\.[\w&-]+)*"
_CAPITALISED = rf"{_CAPITAL}(?: (?:(?:{_JOINING}) (?:the )?)?{_CAPITAL}){{0,5}}"
_AFTER_INTERVIEW = re.compile(
    r"\binterview(?:s|ed|ing)?(?: \w+){0,6}? (?:at|with|for) (?=\S)", re.IGNORECASE
)
_AT_CAPITALS = re.compile(rf"\b[Aa]t (?:[Tt]he )?(?P<name>{_CAPITALISED})")
_FROM = re.compile(
    rf"\b(?:mail|email|e-mail|call|letter|rejection|rejected|offer|message|word|invite|invitation|answer|feedback|ghosted)"
    rf"(?: (?:back|in|today|yesterday|mail|email|letter|call))?(?: me)? (?:from|by) (?P<name>{_CAPITALISED})"
)
_BEFORE_INTERVIEW = re.compile(rf"\b(?:[Mm]y|[Tt]he|[Oo]ur|[Tt]his|[Aa]n?) (?P<name>{_CAPITALISED}) (?:job )?interview\b")
_NAMED = re.compile(
    r"\b(?:company|organi[sz]ation|employer|firm|place|school|hospital|bank)(?: (?:is|was)(?: called| named)?|'s(?: called| "
    r"name is)?| (?:called|named)| name is|:) ",
    re.IGNORECASE,
)
_AT_INSTITUTION = re.compile(
    rf"\bat (?P<name>(?:the )?(?:[\w'&-]+ ){{0,3}}?(?:{_SUFFIX})(?: (?:in|of) (?!the\b|a\b|which\b|my\b)[\w-]+)?)(?![\w'])",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(
    r"\b(?:work|works|worked|working|employed|stud(?:y|ied|ying)|graduated|degree|(?:old|last|previous|current|former|first|day) "
    r"(?:job|role|position|boss|employer)|years|months|live|living|lived|coffee|lunch|dinner|breakfast|parked|cried|crying|"
    r"sat|sitting|waited|waiting|stopped|met|friend|someone|back|am|i'm|currently|intern(?:ed|ship)?|volunteer(?:ed)?|offer)"
    r"(?: \w+){0,2} $",
    re.IGNORECASE,
)

_OCCUPATION = (
    "accountant|actuary|administrator|adviser|advisor|agent|analyst|architect|artist|assistant|attendant|auditor|baker|"
    "barista|bartender|bookkeeper|bricklayer|builder|butcher|buyer|caregiver|carer|caretaker|carpenter|cashier|chef|"
    "cleaner|clerk|coach|consultant|cook|coordinator|counsellor|counselor|curator|dentist|designer|developer|dietitian|"
    "director|dispatcher|doctor|driver|economist|editor|electrician|engineer|estimator|executive|farmer|fitter|foreman|"
    "gardener|graduate trainee|guard|hairdresser|handyman|head teacher|headteacher|housekeeper|inspector|instructor|intern|"
    "interpreter|janitor|journalist|judge|lab tech|laborer|labourer|lawyer|lecturer|librarian|lifeguard|locksmith|machinist|"
    "magistrate|manager|mechanic|midwife|miner|model|mover|nanny|nurse|nutritionist|officer|operator|optician|painter|"
    "paralegal|paramedic|pharmacist|photographer|physiotherapist|pilot|planner|plumber|porter|principal|producer|professor|"
    "programmer|psychologist|radiographer|receptionist|recruiter|reporter|representative|researcher|sales ?person|scientist|"
    "seamstress|secretary|security guard|seller|social worker|solicitor|statistician|steward|stewardess|storekeeper|"
    "supervisor|surgeon|surveyor|tailor|teacher|technician|technologist|teller|therapist|trainee|trainer|translator|tutor|"
    "typist|underwriter|vet|waiter|waitress|warden|welder|worker|writer"
)
_BEFORE_OCCUPATION = (
    "junior|senior|head|lead|chief|deputy|assistant|trainee|graduate|data|software|sales|marketing|project|product|finance|"
    "financial|admin|administrative|executive|office|store|shop|branch|team|line|bank|night|school|primary|secondary|maths?|"
    "science|english|history|physics|chemistry|biology|kindergarten|preschool|substitute|registered|theatre|ward|staff|"
    "community|health|healthcare|mental|clinical|medical|dental|veterinary|legal|hr|human|resources|it|systems?|network|"
    "security|web|front[- ]?end|back[- ]?end|full[- ]?stack|mobile|android|ios|java|python|qa|test|devops|cloud|machine|"
    "learning|research|lab|laboratory|field|site|civil|mechanical|electrical|mining|process|production|quality|safety|"
    "procurement|supply|chain|logistics|warehouse|delivery|truck|bus|forklift|taxi|customer|service|services|support|care|"
    "call|centre|center|social|youth|child|children's|programme|program|monitoring|evaluation|m&e|policy|public|relations|"
    "communications?|content|copy|graphic|ux|ui|digital|media|event|events|business|operations|credit|loan|loans|tax|audit|"
    "internal|external|accounts?|payroll|purchase|purchasing|insurance|investment|risk|compliance|construction|maintenance|"
    "hotel|restaurant|kitchen|pastry|sous|personal|private|part-time|full-time|casual|temporary|student|teaching|regional|"
    "area|country|district|general|managing|associate|principal|technical|solutions|enrolled|police|prison|court|library"
)
_OCCUPIED = rf"(?:(?:{_BEFORE_OCCUPATION}) ){{0,4}}(?:{_OCCUPATION})s?(?:(?<=assistant)|(?<=officer)|(?<=manager))?"
_POST = "job|role|position|post|vacancy|opening|internship|traineeship|apprenticeship|placement"
_NO_KIND_OF_POST = (
    "new|same|first|second|next|last|dream|good|better|old|whole|real|other|another|full|part|time|previous|current|open|"
    "exact|actual|right|perfect|ideal|lower|higher|different|well-paid|paid|decent|proper|great|big|any|every|each|specific|"
    "particular|advertised|vacant|available|this|that|the|a|an|my|their|his|her|of|for|in|at|i|to|and|job|only|best|more|very|"
    "interview|desk|my|such|no|getting|get|got|want|wanted|your|our|its|apply|applying|looking|blog|lost|losing|lose"
)
_ROLE_POST = re.compile(
    rf"\b(?:for|about|as|as an?|an?|the|that|this|their) (?:(?:the|a|an|that|this|their|my|some) )?"
    rf"(?P<role>(?:(?!(?:{_NO_KIND_OF_POST}|{_POST})\b)[a-z][\w&/+'-]* ){{1,4}}(?:{_POST}))\b(?! (?:market|centre|center|search|hunt|fair|interview question))",
    re.IGNORECASE,
)
_ROLE_AS = re.compile(
    rf"\b(?:interview\w*|appl\w+|position|role|job|post|went|up|in|going) (?:today |yesterday )?(?:for|as|to be|of)(?: the| an?| their)? (?P<role>{_OCCUPIED})\b",
    re.IGNORECASE,
)
_ROLE_INTERVIEW = re.compile(rf"\b(?P<role>{_OCCUPIED})(?: job| role| position| post)? interview\b", re.IGNORECASE)
_ROLE_ONLY = re.compile(rf"\bfor(?: the| an?)? (?P<role>{_OCCUPIED})(?= (?:at|in|with|position|role|today|yesterday)\b|[.,!?\n]|$)", re.IGNORECASE)

_LEAD_IN = re.compile(
    r"(?:(?:it|that|this|the (?:company|organi[sz]ation|name|place|employer|job|role|position|interview|firm)|i|they|its|one)"
    r"(?: name)?(?:'s|'m| is| was| were| are|'re)? ?)?(?:(?:called|named|interview(?:ed|ing)?|applied|applying|going|was|is|just|been) )*"
    r"(?:(?:at|with|for|by|from|as|in|to be|to) )?",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"(?:an?|the) ", re.IGNORECASE)
_TAIL = re.compile(
    r"(?: (?:in|on|at|for|near|based|today|yesterday|tomorrow|this|last|i think|lol|please|thanks|here|and|but|which|where|as|"
    r"with|from|the (?:one|company|bank|ngo)) ?.*| ?\(.*)$",
    re.IGNORECASE | re.DOTALL,
)
_UNKNOWN = re.compile(
    r"(?:i )?(?:don't|do not|dont|can't|cannot|won't|not|no|none|nothing|idk|dunno|forgot|unsure|never|rather|prefer|why|what|how|"
    r"who|skip|pass|nobody|secret|anonymous|confidential)\b",
    re.IGNORECASE,
)
_MOST_WORDS_OF_A_NAME = 7


def in_story(text: str) -> list[Detail]:
    """The organisation and the role that a story names, at most one of each; the first mention wins."""
    shown = texts.straight(texts.clean(text)[:LONGEST_STORY])
    found = [_organisation_in(shown), _role_in(shown)]
    return [detail for detail in found if detail]


def organisation(text: str) -> str | None:
    """The name in a reply to "Which organisation was it?", as typed; None when there is none."""
    shown = texts.clean(text)
    in_passing = _organisation_in(texts.straight(shown)[:LONGEST_STORY])
    if in_passing and len(shown.split()) > 3:
        return shown[slice(*in_passing.span)]
    return _bare(shown, keep_article=True)


def role(text: str) -> str | None:
    """The role in a reply to "Which job was it for?", as typed, without its article."""
    shown = texts.clean(text)
    in_passing = _role_in(texts.straight(shown)[:LONGEST_STORY])
    if in_passing:
        return shown[slice(*in_passing.span)]
    return _bare(shown, keep_article=False)


def _bare(shown: str, *, keep_article: bool) -> str | None:
    """What is left of a short reply without "it was at …" and "… in Lusaka today"."""
    line = texts.straight(shown.partition("\n")[0])
    start = lead.end() if (lead := _LEAD_IN.match(line)) else 0
    if not keep_article and (article := _ARTICLE.match(line, start)):
        start = article.end()
    rest = _BREAKS.split(line[start:], maxsplit=1)[0]
    name = _TAIL.sub("", rest).rstrip(" .'\"-") or rest.rstrip(" .'\"-")
    if not name or _UNKNOWN.match(line) or len(name.split()) > _MOST_WORDS_OF_A_NAME or not any(map(str.isalnum, name)):
        return None
    if name.split()[0].lower() in _NOT_A_NAME - {"the", "a", "an", "first", "next", "head", "director", "manager", "team", "new", "one"}:
        return None
    return shown[start : start + len(name)]


def _organisation_in(shown: str) -> Detail | None:
    shouted = sum(map(str.isupper, shown)) > len(shown) // 3
    spans = [span for span in (_after_interview(shown, shouted), _named(shown), None if shouted else _in_capitals(shown)) if span]
    spans = spans or [span for span in [_institution(shown)] if span]
    if not spans:
        return None
    start, end = min(spans)
    return Detail("organisation", shown[start:end], (start, end))


def _after_interview(shown: str, shouted: bool) -> tuple[int, int] | None:
    for found in _AFTER_INTERVIEW.finditer(shown):
        asks_for_a_role = found[0].lower().endswith("for ")
        start = found.end()
        if not shouted and (capitals := re.compile(_CAPITALISED).match(shown, start + 4 if shown[start : start + 4].lower() == "the " else start)):
            span = _trimmed(shown, *capitals.span())
            if span and not re.search(rf"\b(?:{_OCCUPATION}|{_POST})\b", shown[slice(*span)], re.IGNORECASE):
                return span
        if institution := _AT_INSTITUTION.match(shown, start - 3):
            if institution["name"].lower() not in _TOO_GENERAL:
                return institution.span("name")
        if not asks_for_a_role and (span := _lower_case_name(shown, start)):
            return span
    return None


_TOO_GENERAL = frozenset(
    "the company|the group|the services|company|group|services|bank|a bank|school|hospital|college|university|trust|police|"
    "the trust|partners|solutions|systems|gym|church|library|work".split("|")
)


def _lower_case_name(shown: str, start: int) -> tuple[int, int] | None:
    end = start
    for number, word in enumerate(re.finditer(r"[\w&'+.-]+", shown[start : start + 60])):
        bare = word[0].lower().rstrip(".")
        gap = shown[end : start + word.start()]
        if number == 3 or bare in _STOPS or (number and gap != " ") or (not number and gap):
            break
        if bare == "in" and number:
            break
        if not number and (bare in _NOT_A_NAME or bare[0].isdigit()):
            return None
        end = start + word.end()
        if word[0].endswith("."):
            end -= 1
            break
    return (start, end) if end > start else None


def _in_capitals(shown: str) -> tuple[int, int] | None:
    for pattern in (_AT_CAPITALS, _FROM, _BEFORE_INTERVIEW):
        for found in pattern.finditer(shown):
            if pattern is _AT_CAPITALS and _ELSEWHERE.search(shown, max(0, found.start() - 40), found.start()):
                continue
            span = _trimmed(shown, *found.span("name"))
            if span and not re.search(rf"\b(?:{_OCCUPATION})\b", shown[slice(*span)], re.IGNORECASE):
                return span
    return None


def _trimmed(shown: str, start: int, end: int) -> tuple[int, int] | None:
    """The capitals without what only begins a sentence or names a day; None when nothing is left."""
    words = list(re.finditer(r"[^ ]+", shown[start:end]))
    kept = 0
    for word in words:
        if word[0].lower() in _NOT_A_NAME or (word[0][0].isdigit() and not kept) or "'" in word[0][:2]:
            break
        kept += 1
    if not kept:
        return None
    end = start + words[kept - 1].end()
    name = shown[start:end]
    for joining in _JOINING.split("|"):
        name = name.removesuffix(" " + joining)
    return start, start + len(name.removesuffix("'s").rstrip("'."))


def _named(shown: str) -> tuple[int, int] | None:
    for found in _NAMED.finditer(shown):
        start = found.end()
        capitals = re.compile(_CAPITALISED).match(shown, start)
        if capitals and (span := _trimmed(shown, *capitals.span())):
            return span
        if "called" in found[0] or "named" in found[0]:
            return _lower_case_name(shown, start)
    return None


def _institution(shown: str) -> tuple[int, int] | None:
    for found in _AT_INSTITUTION.finditer(shown):
        first = found["name"].split()[0].lower()
        if found["name"].lower() in _TOO_GENERAL or (first in _NOT_A_NAME and first != "the"):
            continue
        if any(word in _STOPS - {"the", "in", "of"} for word in found["name"].lower().split()[:-1]):
            continue
        if not _ELSEWHERE.search(shown, max(0, found.start() - 40), found.start()):
            return found.span("name")
    return None


def _role_in(shown: str) -> Detail | None:
    found = [match for pattern in (_ROLE_POST, _ROLE_AS, _ROLE_INTERVIEW, _ROLE_ONLY) if (match := pattern.search(shown))]
    if not found:
        return None
    first = min(found, key=lambda match: match.start("role"))
    return Detail("role", first["role"], first.span("role"))
