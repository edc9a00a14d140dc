"""What went wrong in the person's own words, and the questions they were asked.

Both are cut out of the story as noun phrases: they go back to the person in an echo and into a letter, so
the cut ends where the phrase ends and nothing is reworded. "The question about …" is the one frame we put
around their words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from core.understanding.detail import Detail

_I = re.IGNORECASE
_END = (
    r"(?=[.,;!?\n()\"]| (?:and|so|but|then|because|bc|cuz|although|though|which|while|"
    r"when|where|even though|since|until|today|yesterday|tbh|lol|at all|"
    r"in front of|like an idiot|completely|totally|again|instead|as well|too|right at|at "
    r"the end|really badly|badly|so bad)\b| - |$)"
)
_THING = (
    rf"(?P<thing>(?:the|a|an|my|their|that|this|his|her|every|all|one|some|two|three|basic|"
    rf"simple|why|what|how|where|who)\b[^.,;!?\n()\"]{{2,90}}?|sql|excel|python|algorithms?|"
    rf"math|maths){_END}"
)
_STALL = (
    r"(?:froze|freeze|frozen|blanked|(?:went|drew|go|drawing|mind (?:\w+ )?went|mind was) "
    r"(?:a )?(?:totally |completely |completely |absolutely |just )?blank|choked|stumbled|"
    r"struggled|tripped|stuck|"
    r"panicked|messed up|screwed up|fucked up|failed|fumbled|bombed|mumbled|rambled|"
    r"waffled|tanked|hesitated|flunked|stuttered|stammered|got lost|lost it|died|slipped "
    r"up|tongue[- ]tied|got confused|fell apart|crumbled|faltered|flopped|got stuck|"
    r"floundered|cried|crying|in tears|burst into tears|broke into tears|teared up)"
)
_STALLED = re.compile(
    rf"\b{_STALL}(?: up| out| completely| totally| really| badly| terribly| awfully| horribly| a bit| so hard| hard| again)*",
    _I,
)
_AT = re.compile(rf" (?:on|at|over|with|through|answering|explaining|during|in|about) {_THING}", _I)
_SPOILT = re.compile(
    rf"\b(?:messed up|screwed up|botched|failed|flunked|fluffed|fumbled|butchered|flubbed|"
    rf"bungled|blew|muddled|bombed|forgot|mixed up) (?:on )?(?P<thing>(?:the|my|a|an|their|"
    rf"that|one)\b[^.,;!?\n()\"]{{2,90}}?){_END}",
    _I,
)
_COULD_NOT = re.compile(
    rf"\b(?:couldn't|could not|can't|couldnt|wasn't able to|unable to|failed to|didn't "
    rf"manage to|struggled to|didn't know how to) (?:even |really |properly |quite "
    rf")?(?:explain|answer|describe|remember|recall|solve|finish|do|show|think of|name|"
    rf"come up with|get through|give|talk about|discuss|present|justify|work out|figure "
    rf"out|define|complete|defend) {_THING}",
    _I,
)
_NO_ANSWER = re.compile(
    rf"\b(?:had no (?:good |real |proper )?answer|didn't have an? (?:good |real )?answer|had "
    rf"nothing|didn't know what to say|no idea what to say|didn't know (?:how to answer|the "
    rf"answer)|lost for words) (?:to|for|about|when they asked) {_THING}",
    _I,
)
_WHO = r"(?:they|he|she|one of them|someone|the (?:\w+ ){1,2}|mrs? \w+ |ms \w+ |dr \w+ )"
_WHEN_ASKED = re.compile(
    rf" when {_WHO} ?asked (?:me |us )?(?P<how>about|why|what|how|where|who) "
    rf"(?P<rest>[^.,;!?\n()\"]{{2,90}}?){_END}",
    _I,
)
_ASKED_THEN_STALLED = re.compile(
    rf"\basked (?:me |us )?(?P<how>about |why |what |how |for "
    rf")?(?P<rest>[^.,;!?\n()\"]{{2,80}}?),? (?:and|but|so|,|then|-) ?(?:then )?(?:i |my "
    rf")(?:just |totally |completely |kind of |literally )?(?:{_STALL}|had nothing|"
    rf"couldn't (?:answer|think|say|speak|remember|explain)|didn't know|had no)",
    _I,
)
_MACHINE_BEFORE = re.compile(
    r"\b(?:screen|laptop|computer|phone|video|zoom|teams|skype|connection|internet|network|line|camera|call|picture|sound)(?: \w+)? $",
    _I,
)
"""A screen that froze is nobody's struggle with an answer."""
_NOT_A_THING = re.compile(
    r"(?:the|my|an?) (?:very )?(?:middle|start|end|beginning|first (?:half|part)) of\b|(?:the|my|this|that|an?|their) (?:[\w-]+ ){0,3}?interviews?\b|"
    r"(?:the|my|this|that|an?|their|whole|entire|job|second|first|last|final|phone|video|"
    r"zoom|\w+) (?:[\w-]+ ){0,3}?(?:interviews?|it|way|time|start|beginning|end|chance|"
    r"job|moment|whole thing|day|bus|train|car|door|room|"
    r"office|phone|spot|nerves|head|life|opportunity|wifi|back|mind|camera|lot|bit|few|"
    r"ages?|face|chair|minute|minutes|first|hour)$",
    _I,
)
_ARTICLE = re.compile(r"(?:an?|the|my|some) ", _I)
_QUOTED = re.compile(
    r"\b(?:ask(?:ed|s|ing)?|question(?: was| is)?|got|like|said|:)(?: me| us| something "
    r"like)?:? ?(?P<mark>[\"'])(?P<said>(?:(?!(?P=mark))[^\n]|"
    r"(?<=\w)'(?=\w)){6,300})(?P=mark)(?!\w)",
    _I,
)
_REPORTED = re.compile(
    r"\basked (?:me |us )?(?P<said>(?:why|what|how|where|when|who|which|if|whether|to "
    r"(?:tell|describe|explain|give|name|talk|walk|sell|introduce))\b[^.;!?\n\"]{4,120}?)"
    r"(?=[.;!?\n()\"]|, (?:and|but|so|then|i|my|which|they|that)\b| (?:and|but|so|then) "
    r"(?:i|my|they|he|she|we|that|it)\b| i (?:froze|blanked|just|said|went)\b| - |$)",
    _I,
)
_MOST_QUESTIONS = 5


def in_story(shown: str) -> Iterator[Detail]:
    """The struggle (the first that is named) and the questions, in the order they were told."""
    yield from _struggle(shown)
    yield from _questions(shown)


def _struggle(shown: str) -> Iterator[Detail]:
    caught = [detail for detail in (*_plain(shown), *_when_asked(shown)) if not _NOT_A_THING.match(detail.value)]
    if caught:
        yield min(caught, key=lambda detail: detail.span)


def _plain(shown: str) -> Iterator[Detail]:
    for found in _following(_STALLED, _AT, shown):
        yield Detail("struggle", found["thing"].rstrip(), found.span("thing"))
    for pattern in (_SPOILT, _COULD_NOT, _NO_ANSWER):
        for found in pattern.finditer(shown):
            yield Detail("struggle", found["thing"].rstrip(), found.span("thing"))


def _when_asked(shown: str) -> Iterator[Detail]:
    for found in (*_following(_STALLED, _WHEN_ASKED, shown), *_ASKED_THEN_STALLED.finditer(shown)):
        how, start, end = (found["how"] or "").strip().lower(), found.start("rest"), found.end("rest")
        if how == "about":
            start = found.start("how")
            yield Detail("struggle", f"the question {shown[start:end]}", (start, end))
        elif how:
            yield Detail("struggle", shown[found.start("how") : end], (found.start("how"), end))
        elif _ARTICLE.match(shown, start):
            yield Detail("struggle", shown[start:end], (start, end))


def _following(first: re.Pattern[str], second: re.Pattern[str], shown: str) -> Iterator[re.Match[str]]:
    """Where the second stands right behind the first."""
    for found in first.finditer(shown):
        if _MACHINE_BEFORE.search(shown[: found.start()]):
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
