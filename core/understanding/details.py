"""Details in passing: what a story tells before it is asked.

Each catch is sure or it is not made: a detail fills a gap and is echoed, so a wrong one is a small lie in
the person's mouth. Closed sets give one of their members, everything else the person's own words, cut out
and never rewritten. Danger, times and areas are read elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from core.understanding import difficulties, names, organisations, outcomes, roles, stings
from core.understanding import text as texts
from core.understanding.detail import Detail
from core.understanding.expressions import ClosedSet, expression

_I = re.IGNORECASE
_NUMBER = "|".join(names.NUMBERS)

_FORMATS = ClosedSet(
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
    framed=r"\b(?:{})\b",
    flags=_I,
)
_BY_PHONE_LATER = expression(r"\b(?:reject|told|call|inform|offer)\w* \w* ?(?:me )?$", _I)

_PANEL = expression(
    rf"\bpanel of (?P<a>{_NUMBER})\b|\b(?P<b>{_NUMBER})[- ](?:person|people|member|man) panel"
    rf"|(?:\bthere were|\bit was|[,;(-]) ?(?P<d>{_NUMBER}) of them(?= *(?:[.,;!)\n]|$))"
    rf"|\b(?P<c>{_NUMBER}) (?:people |persons )?(?:interviewers|panel+ists|panel members|"
    rf"people on the panel|people (?:interviewed|asked|were interviewing)|of them "
    rf"(?:interviewed|asked)|people(?=[.,!;\n]|$))",
    _I,
)

_PEOPLE = r"(?:people|persons|interviewers|managers|ladies|women|men|guys|blokes|lads|girls|directors|partners|engineers|teachers|nurses|doctors|officers|governors|recruiters|panelists|panellists|supervisors|bosses|seniors|leads|others)"
_PANEL_BESIDE = expression(
    rf"\b(?:interviewed|grilled|questioned|seen|met|talking|talked|spoke|speaking|in front) (?:by|with|to|of) (?P<a>{_NUMBER}) (?:\w+ )?{_PEOPLE}\b(?! (?:today|yesterday|this))"
    rf"|(?:^|[,.;(\n-] ?)(?P<b>{_NUMBER}) (?:\w+ )?{_PEOPLE}(?= ?(?:[,.;)\n]|$))",
    _I,
)
""" "Interviewed by three people", "…, two managers."."""
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

_WANTS = ClosedSet(
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
    framed=r"(?<!\w)(?:{})\b",
    flags=_I,
)

_AHEAD = expression(
    r"\b(?:have|got|having|i've|there's|attending|facing|preparing for|prep for|getting "
    r"ready for|nervous (?:about|for)|scared of) (?:got )?(?:(?:an?|my|another|the|this) )?"
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
    shown = texts.straight(texts.story(text))
    lowered = shown.lower()
    found = [*_opening(shown), *difficulties.in_story(shown), *_people(shown), *_news(shown)]
    for stems, reader in _READERS:
        if texts.has_one(stems, lowered):
            found += reader(shown)
    return tuple(sorted(found, key=lambda detail: detail.span))


def without_counts(text: str) -> str:
    """The text, as long as it was, without numbers that are no time: "today, 15 minutes late", "on monday for second interview"."""
    lowered = text.lower()
    if "late" in lowered:
        text = _LATE.sub(_blank, text)
    return _ROUND.sub(_blank, text) if texts.has_one(("second", "third", "2nd", "3rd", "first"), lowered) else text


def _blank(found: re.Match[str]) -> str:
    return ".".ljust(len(found[0]))


def _opening(shown: str) -> Iterator[Detail]:
    place = organisations.in_story(shown)
    role = (
        roles.in_story(shown)
        or (roles.beside(shown, place.span[1]) if place else None)
        or roles.alone(shown, place.span[1] if place else -1)
    )
    yield from (detail for detail in (place, role) if detail)


def _people(shown: str) -> Iterator[Detail]:
    spans, asker = names.in_story(shown)
    for number, span in enumerate(spans, start=1):
        yield Detail(f"interviewer-{number}", names.with_capitals(shown[slice(*span)]), span)
    if asker:
        yield Detail("asked-by", names.with_capitals(shown[slice(*asker)]), asker)


def _format(shown: str) -> Iterator[Detail]:
    kinds: dict[str, tuple[int, int]] = {}
    for kind, found in _FORMATS.told(shown):
        if kind != "phone" or not _BY_PHONE_LATER.search(shown, max(0, found.start() - 30), found.start()):
            kinds.setdefault(kind, found.span())
    for kind, span in kinds.items():
        if kind != "panel" or len(kinds) == 1:
            yield Detail("format", kind, span)
            return


def _panel_size(shown: str) -> Iterator[Detail]:
    if found := _PANEL.search(shown) or _PANEL_BESIDE.search(shown):
        said = next(filter(None, found.groups()))
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
    if found := _BARRED.search(shown):
        is_denied = _NOBODY_SAID.search(shown, max(0, found.start() - _SHORTLY_BEFORE), found.start())
        yield Detail("contact", "open" if is_denied else "barred", found.span())
    elif found := _RECRUITER.search(shown):
        yield Detail("contact", "recruiter", found.span())
    elif found := _ALLOWED.search(shown) or _NO_BAN.search(shown):
        yield Detail("contact", "open", found.span())
    if number := _THEIR_NUMBER.search(shown):
        yield Detail("direct-number", "yes", number.span())


def _wants_job(shown: str) -> Iterator[Detail]:
    for wanted, found in _WANTS.told(shown):
        yield Detail("wants-job", wanted, found.span())
        return


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


# Each with its stems.
_BY_STEMS: tuple[tuple[str, Callable[[str], Iterator[Detail]]], ...] = (
    (
        "phone teams zoom skype meet webex video online virtual remote webcam person face site office panel",
        _format,
    ),
    (
        "panel people interviewer persons them managers ladies men guys blokes lads girls directors partners engineers teachers nurses doctors officers governors recruiters supervisors bosses seniors leads others",
        _panel_size,
    ),
    ("late after behind", _minutes_late),
    ("/ out", _feeling),
    (
        "canvass contact call phone mail reach follow write ring agency recruiter headhunter card number touch send message text drop ask",
        _contact,
    ),
    (outcomes.STEMS, outcomes.in_story),
    ("want love like dream interested need take accept glad", _wants_job),
    (
        "um uh erm basically saying ramb waffl babbl nerv anxi shak shook trembl panic wrong word speak spoke talk sound quiet shy stiff rude stop smile eye hand voice leg knee lip red sweat drop spil knock"
        " broke smash trip lied exagger blurt overshare rang buzz fell swore curse laugh giggl yawn burp sneez straight sentence example across anything"
        " question prepare interrupt",
        stings.own,
    ),
)
_READERS = [(stems.split(), reader) for stems, reader in _BY_STEMS]
