"""Details in passing: what a story tells before it is asked.

Each catch is sure or it is not made: a detail fills a gap and is echoed, so a wrong one is a small lie in the person's
mouth. Closed sets give one of their members, everything else the person's own words, cut out and never rewritten.
Danger, times and areas are read elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from core.understanding import employers, names
from core.understanding import text as texts
from core.understanding.detail import LONGEST_STORY, Detail

_I = re.IGNORECASE
_NUMBER = "|".join(names.NUMBERS)

_FORMATS = (
    ("phone", r"(?:tele)?phone (?:interview|screen|screening|call interview|round)|interview\w*(?: was)? (?:over|on|by|via) (?:the )?(?:tele)?phone|over the phone"),
    ("video", r"(?:on|via|over|by|through) (?:ms |microsoft )?teams|teams (?:call|interview|meeting)|zoom|skype|google meet|webex|(?:ms|microsoft) teams|video (?:call|interview|link|chat|conference|froze)|(?:online|virtual|remote) interview|webcam"),
    ("in-person", r"in[- ]person|face[- ]to[- ]face|on[- ]?site interview|(?:at|in) their offices?"),
    ("panel", r"panel interview|interview panel|panel of (?:\w+)|the panel|(?:in front of|with|by) an? panel"),
)
_FORMAT = re.compile("|".join(rf"(?P<f{n}>\b(?:{pattern})\b)" for n, (_, pattern) in enumerate(_FORMATS)), _I)
_BY_PHONE_LATER = re.compile(r"\b(?:reject|told|call|inform|offer)\w* \w* ?(?:me )?$", _I)

_PANEL = re.compile(
    rf"\bpanel of (?P<a>{_NUMBER})\b|\b(?P<b>{_NUMBER})[- ](?:person|people|member|man) panel"
    rf"|\b(?P<c>{_NUMBER}) (?:people |persons )?(?:interviewers|panel+ists|panel members|people on the panel|people (?:interviewed|asked|were interviewing)|of them (?:interviewed|asked)|people (?=[.,!;\n]|$))",
    _I,
)

_LATE = re.compile(
    rf"\b(?P<n>{_NUMBER}|fifteen|twenty(?:[ -]five)?|thirty|forty(?:[ -]five)?|\d{{1,3}}|a few|a couple of|couple of|half an hour|an hour|a quarter of an hour)"
    r" ?(?P<unit>minutes?|mins?|m\b)? ?(?:late\b|after (?:the start|it started)|behind (?:time|schedule))",
    _I,
)
_LATE_WORDS = {"fifteen": 15, "twenty": 20, "twenty five": 25, "thirty": 30, "forty": 40, "forty five": 45,
               "half an hour": 30, "an hour": 60, "a quarter of an hour": 15}
_BREAK = re.compile(r"[.;!?\n,]| but | and (?=i\b|they|he|she|we|the)")
_SUBJECT = re.compile(
    r"\b(?P<me>i|i'm|i've|me|my|myself|we)\b|\b(?P<other>they|he|she|it|interviewers?|manager|panel|lady|man|woman|guy|boss|recruiter|"
    r"hr|bus|train|taxi|started|starting|began|begin|call|meeting|interview|ended|over|finished|running|ran|who|director|team|host|mr|mrs|ms|dr|miss)\b",
    _I,
)

_BARRED = re.compile(
    r"\bno canvassing|\bcanvassing (?:is|will|would|leads|means|disqualif)|\b(?:said|told|asked|asking|wrote|says|warned|request\w*)\b[^.!?\n]{0,40}?\b(?:not to|don't|do not|no|never|must not|mustn't|shouldn't|should not|please don't)"
    r" (?:contact|call|phone|e-?mail|reach out|canvass|follow up|write to|contacting|ring)|\bno (?:contact|follow[- ]?ups?)(?: (?:please|allowed|with them|is allowed))|\bnot (?:allowed|supposed|permitted) to contact",
    _I,
)
_RECRUITER = re.compile(
    r"\b(?:through|via|by|with|from|using) (?:an?|the|my|this|some) (?:(?:recruitment|recruiting|staffing|temp|temping|employment|job|hiring) )?(?:agency|recruiter|headhunter)\b|\bmy recruiter\b|\bthe recruiter (?:said|told|set|arranged|called|sent|got)\b|\bthe agency (?:said|told|set|arranged|called|sent|got)\b",
    _I,
)

_OUTCOMES = (
    ("rejected", r"(?:got|received|been|was|were|just|already|get) (?:(?:the|a|my|another) )?(?:(?:email|mail|phone|standard|automated|formal|generic) )?(?:rejected|rejection)|reject(?:ed|s) me|turned me down|rejection (?:e-?mail|mail|letter|call|text|message)|(?:didn't|did not) get (?:it|the (?:job|role|position|post|place))|unsuccessful|(?:went|gone|going) with (?:someone|somebody|another)|(?:chose|picked|hired|took) (?:someone|somebody|another)|(?:they|he|she) said no\b|regret to inform|not (?:been )?(?:selected|shortlisted|chosen|successful)|wasn't (?:selected|chosen|successful)"),
    ("offer", r"(?:got|received|have|made|gave|given|with|accepted|getting) (?:me )?(?:the|an|a) (?:(?:job|formal|verbal|written|conditional) )?offer|offered me (?:the|a) (?:job|role|position|post|place)|(?:i )?got the (?:job|role|position|post)\b|they (?:hired|want) me\b|i'?m hired"),
    ("next-round", r"(?:invited|called|asked|want|wants|calling|inviting) me (?:to come )?(?:back|for (?:a|the) (?:second|2nd|next|third|final))|(?:made|through|got|moved|progressed|advanced|invited|going|move|passed) (?:it )?(?:on )?(?:through )?to (?:the |a )?(?:next|second|2nd|third|3rd|final|last) (?:round|stage|interview)|call ?back for (?:a|the) (?:second|next)|(?:got|have) (?:a|the) (?:second|2nd|next|final) (?:round|interview) (?:invite|invitation|on|next|tomorrow|this)"),
    ("waiting", r"(?:waiting|wait) (?:to hear|for (?:an? |the |their )?(?:answer|reply|response|news|decision|results?|feedback|outcome|call|e-?mail))|(?:haven't|have not|not|nothing|never) heard (?:back|anything|from them|a thing)?|no (?:answer|news|reply|response|word) (?:yet|so far|still|from)|(?:still )?(?:nothing|silence) (?:from them|yet)|heard nothing|they(?:'ll| will| would|'d) (?:let me know|get back to me|call me|be in touch)|hear(?:ing)? back (?:by|on|within|in|next|from)|ghost(?:ed|ing) me|been ghosted"),
)
_OUTCOME = re.compile("|".join(rf"(?P<f{n}>\b(?:{pattern}))" for n, (_, pattern) in enumerate(_OUTCOMES)), _I)
_NOT_REAL = re.compile(
    r"\b(?:if|unless|will|won't|might|may|would|could|probably|gonna|going to|afraid|scared|fear|worried|think|expect|bet|sure|feel|hope|hoping|"
    r"when|until|before|once|as if|like i|maybe|perhaps|should|want|didn't|not|never|no|last time|last year|other|previous)\b[^.!?\n]{0,30}$",
    _I,
)

_WANTS = (
    ("no", r"(?:don't|do not|not sure i|no longer|wouldn't|not) (?:really |even )?want (?:it|the (?:job|role|position)|that job|this job|to work (?:there|for them))(?: any ?more)?|wouldn't (?:take|accept) (?:it|the job)|not interested in (?:it|the job|the role|working (?:there|for them))|glad i (?:didn't|won't) get it"),
    ("yes", r"(?:still|really|do|would|'d|so|badly|very much) (?:really |still |so |do |badly |very much )?(?:love|like|want|need|wanted) (?:the|this|that) (?:job|role|position|post)|(?:still|really|would|'d) (?:really |still |so )?(?:love|like|want) (?:to work (?:there|for them|with them)|it)\b|(?:my )?dream job|want(?:ed)? this (?:job|role|one) so (?:bad|badly|much)"),
)
_WANT = re.compile("|".join(rf"(?P<f{n}>(?<!\w)(?:{pattern})\b)" for n, (_, pattern) in enumerate(_WANTS)), _I)

_AHEAD = re.compile(
    r"\b(?:have|got|having|i've|there's|attending|facing|preparing for|prep for|getting ready for|nervous (?:about|for)|scared of) (?:got )?(?:an?|my|another|the|this) (?:[\w-]+ ){0,4}?interview (?:[\w-]+ ){0,4}?(?:tomorrow|next|coming|this (?:afternoon|evening|friday|thursday|wednesday|tuesday|monday|week|coming)|later|tonight|in (?:an|two|three|a|\d+|one|four|five|six|seven|ten) (?:hours?|days?|weeks?|minutes?|couple|few)|on (?:mon|tues|wednes|thurs|fri|satur|sun)day|soon|coming up)"
    r"|\binterview(?:'s| is) (?:tomorrow|next|coming up|on (?:mon|tues|wednes|thurs|fri|satur|sun)day|later|in \w+ (?:hours?|days?|weeks?))|\b(?:upcoming|tomorrow's|next week's) interview|\bbefore my interview (?:tomorrow|on|next)|\binterview coming up",
    _I,
)
_NO_INTERVIEW = re.compile(
    r"\b(?:no|zero|not a single|without an?|without any) (?:job )?(?:interviews?|invites?|invitations?)(?: (?:yet|so far|at all|anywhere))?\b|\b(?:haven't|have not|never|didn't|don't) (?:had|have|got|get|been to|even get|even had) (?:an?|any|even one|one) (?:interviews?|invite)"
    r"|\b(?:can't|cannot|couldn't) (?:even )?(?:find|get) (?:a|any) (?:job|work|interview)|\bi (?:just )?(?:got|was|been|am) (?:fired|laid off|made redundant|sacked|let go)\b|\b(?:lost|quit|losing) my job\b|\b(?:my|the) (?:cv|resume|application)s? (?:got|was|were|gets?|is) (?:rejected|ignored)",
    _I,
)
_BADLY = re.compile(
    r"\b(?:bombed|blew (?:it|the|my)|flunked|botched|butchered|screwed (?:it )?up|messed (?:it )?up|fucked (?:it )?up|cocked (?:it )?up|tanked|flopped|crashed and burned|disaster|disastrous|train ?wreck|nightmare|shambles|went (?:so |really |very |quite |pretty |just |absolutely |completely |terribly )?(?:bad|badly|wrong|terrible|terribly|awful|awfully|horribl[ey]|south|poorly)|(?:was|so|felt|absolutely|really|just) (?:so |really |absolutely |just |totally |pretty )?(?:awful|terrible|horrible|horrendous|dreadful|painful|humiliating|embarrassing|embarrassed|brutal|rubbish|a mess)|(?:didn't|did not|not) (?:go|gone|going) (?:so |very |that |too |really )?(?:well|great|good)|froze|mind went blank|went blank|blanked|fell apart|fell to bits|humiliated|worst interview|bad interview|terrible interview|awful interview|horrible interview|car crash|fiasco|choked)\b",
    _I,
)
_WELL = re.compile(
    r"(?<!not )\b(?:went (?:so |really |very |quite |pretty |surprisingly |extremely |actually )?(?:well|great|good|fine|ok|okay|smoothly|fantastic|amazing|brilliantly|perfectly|better than)|nailed (?:it|the interview|my interview)|aced|smashed (?:it|the interview)|crushed it|killed it|great interview|good interview|amazing interview|(?:it|interview) was (?:really |so |actually |very )?(?:great|good|amazing|fantastic|brilliant|lovely|fine))\b",
    _I,
)
_NEGATED = re.compile(r"\b(?:not|n't|never|hardly|isn't|wasn't|didn't|don't|if|hope|hoping|wish|could have|should have|would have)\b[^.!?\n,]{0,20}$", _I)

_VERDICT_FIRST = 1500


def read(text: str) -> tuple[Detail, ...]:
    """The details that a text names, in the order of its words; at most one of each name."""
    shown = texts.straight(texts.clean(text[: 2 * LONGEST_STORY])[:LONGEST_STORY])
    from core.understanding import difficulties  # noqa: PLC0415

    found = [
        *employers.in_story(shown), *difficulties.in_story(shown), *_people(shown), *_format(shown), *_panel_size(shown),
        *_minutes_late(shown), *_contact(shown), *_outcome(shown), *_wants_job(shown), *_news(shown),
    ]  # fmt: skip
    return tuple(sorted(found, key=lambda detail: detail.span))


def _people(shown: str) -> Iterator[Detail]:
    spans = sorted(set(names.in_story(shown)))
    seen: list[str] = []
    for start, end in spans:
        name = shown[start:end]
        if name.lower() not in (one.lower() for one in seen):
            seen.append(name)
            yield Detail(f"interviewer-{len(seen)}", name, (start, end))
    for start, end in spans:
        if names.asks(shown, end):
            yield Detail("asked-by", shown[start:end], (start, end))
            break


def _format(shown: str) -> Iterator[Detail]:
    kinds = {}
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
        said = found["a"] or found["b"] or found["c"]
        yield Detail("panel-size", str(names.NUMBERS[said.lower()]), found.span())


def _minutes_late(shown: str) -> Iterator[Detail]:
    for found in _LATE.finditer(shown):
        said = found["n"].lower().replace("-", " ")
        if (found["unit"] or "hour" in said) and _is_mine(shown, found.start()):
            minutes = _LATE_WORDS.get(said, names.NUMBERS.get(said, said))
            yield Detail("minutes-late", str(minutes), found.span("n"))
            return


def _is_mine(shown: str, place: int) -> bool:
    """Whether the person is the one who was late: nobody else is named in the clause."""
    before = shown[max(0, place - 80) : place]
    clause = _BREAK.split(before)[-1]
    subjects = list(_SUBJECT.finditer(clause))
    return not subjects or subjects[-1]["me"] is not None


def _contact(shown: str) -> Iterator[Detail]:
    if found := _BARRED.search(shown):
        yield Detail("contact", "barred", found.span())
    elif found := _RECRUITER.search(shown):
        yield Detail("contact", "recruiter", found.span())


def _outcome(shown: str) -> Iterator[Detail]:
    for found in _OUTCOME.finditer(shown):
        kind = _OUTCOMES[int((found.lastgroup or "f0")[1:])][0]
        if kind == "waiting" or not _NOT_REAL.search(shown, max(0, found.start() - 45), found.start()):
            yield Detail("outcome", kind, found.span())
            return


def _wants_job(shown: str) -> Iterator[Detail]:
    if found := _WANT.search(shown):
        yield Detail("wants-job", _WANTS[int((found.lastgroup or "f0")[1:])][0], found.span())


def _news(shown: str) -> Iterator[Detail]:
    """What kind of news it is; mixed news is none."""
    badly, well = _first_real(_BADLY, shown), _first_real(_WELL, shown)
    if not badly and (found := _AHEAD.search(shown)):
        yield Detail("news", "ahead", found.span())
    elif not badly and not well and (found := _NO_INTERVIEW.search(shown)):
        yield Detail("news", "not-an-interview", found.span())
    elif bool(badly) != bool(well) and (found := badly or well):
        yield Detail("news", "badly" if badly else "well", found.span())


def _first_real(pattern: re.Pattern[str], shown: str) -> re.Match[str] | None:
    for found in pattern.finditer(shown, 0, _VERDICT_FIRST):
        if not _NEGATED.search(shown, max(0, found.start() - 30), found.start()):
            return found
    return None
