"""How a reply is read: against the open question as it was shown, before any flow is run.

A reply becomes facts, by name; what does not fit is `NotAnAnswer`, and the coach asks again. The rule a newcomer
could break: the question in today's program is not looked at here, only the one the person saw.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta

from core import places
from core.errors import NotAnAnswer
from core.questions import EDIT, Scale, Settling, own_text_for
from core.state import Shown
from core.turn.options import LONGEST_REPLY, Replied
from core.understanding import Reading, headcount, moments, names, revisions, times
from core.understanding.commands import Command
from core.understanding.expressions import expression
from core.understanding.text import brief
from core.understanding.wordlists import either

_SHORTEST_LETTER = 6
"""In words; less is a remark about the note, or its first line."""
_NUMBER_WORDS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_COUNTS = {"a": 1, "an": 1, "couple": 2, "a couple": 2, "a couple of": 2, "couple of": 2, "a few": 3, "few": 3} | {
    word: number for number, word in enumerate(_NUMBER_WORDS) if number
}
_COUNTED = r"\d{1,2}|a couple of|couple of|a couple|couple|a few|few|an?|" + "|".join(_NUMBER_WORDS[1:])
_STRETCH = expression(
    rf"\b(?P<count>{_COUNTED})(?: ?(?:or|to|-|/) ?(?P<last>{_COUNTED}))? ?(?P<unit>days?|weeks?|wks?|months?|mths?)\b(?! (?:ago|back))(?: or (?P<after>two|so)\b)?"
)
_AGAIN = expression(r"answer-again|another-(?P<number>\d+)")
_YES_AND = expression(
    r"\s*(?:yes|yeah|yep|yup|yh|ya|sure|well|there was)(?:[,.!:; -]+(?:yes|there (?:was|is)))?[,.!:; -]+", re.IGNORECASE
)
_SENTENCE = expression(r"(?<=[.?!])\s+|\n+|[.;]\s")
_THE_ONE = expression(r"(?:the|that) one (?P<about>(?:about|on|with|where|when) .{3,60}?)[ ?.!]*", re.IGNORECASE)
_A_QUESTION = expression(
    r"(?:the|that|their) (?!same|first|last|other|next|only|whole)(?:[\w'-]+ ){1,4}(?:question|one)[ ?.!]*",
    re.IGNORECASE,
)
_ASKED = expression(
    r"(?:it was |also |and )*(?:when )?(?:they|he|she|one of them|the (?:\w+ ){1,2}) ?(?:also |then |even |was |were )?(?:asked|asking|asks?|wanted to know|said|says?|were saying)(?: (?:to )?(?:me|us))?[,:]? +(?=(?:please|explain|describe|about|why|how|what|where|when|who|which|if|whether|to|for|do|did|are|have|can|tell)\b)",
    re.IGNORECASE,
)
_QUESTION_BEGINS = expression(
    r"[\"']?(?:why|how|what|where|when|who|which|tell (?:me|us)|describe|give (?:me|us)|walk (?:me|us)|do you|did you|have you|are you|can you|could you|would you)\b",
    re.IGNORECASE,
)
_SOMEBODY = r"(?:(?:(?:mr|mrs|ms|miss|dr|prof|sister)\.? )?[A-ZÀ-Þ][\w'-]+(?: [A-ZÀ-Þ][\w'-]+){0,2}|(?i:he|she|they))"
_ASKER_FIRST = expression(
    rf"\s*(?:It was )?{_SOMEBODY} (?:who )?(?:then |also |first )?asked(?: me| us)?[:,]? *(?=[\"“])"
)
_ASKER_LAST = expression(
    rf"(?<=[\w.?!\"”])[.?!]*\s+(?:(?:And |and )?(?:[Ii]t was )?(?:the |The )?{_SOMEBODY},?(?: he| she| who)* asked (?:it|this|that|me this|me that|the question)\b[^.?!]*)[.! ]*$"
)
_LEAST_OF_A_QUESTION = 3
_I_OR_THEY = expression(
    r"(?:i|i'm|i'd|my|we|you|they|he|she|it|that|this|no|not|well|but|and|so|then)\b", re.IGNORECASE
)
"""How a sentence begins that tells something, and is no question of theirs."""
_A_TASK = expression(
    r"(?:design|implement|write|explain|describe|tell|build|sell|walk|give|name|list|show|draw|translate|calculate|solve|define|compare) \w",
    re.IGNORECASE,
)
"""How a question begins that asks for something to be done."""
_CAUSE = "cause"
_WEAK = expression(r"question-(?P<number>\d+)")
_ASKED_BOTH = expression(r"\basked (?:me )?(?:both|them both|the two|all)\b", re.IGNORECASE)
_MOST_OF_A_QUESTION = 12
"""In words; what is longer answers something."""
_A_SENTENCE = expression(r"\b(?:they|he|she|i|we|you|it|said|says|not|don't|told|asked)\b", re.IGNORECASE)
_MOST_BESIDES_A_NUMBER = 25
"""In words: a number among more of them may be anything."""
_MOST_OF_A_NUMBER = 8
_BEYOND = 100
"""A single number up to this is meant on the scale: "15" is as awful as can be."""
_A_NUMBER = r"(?:\d{1,3}(?![\d:.,]\d|\d|:)|(?:" + "|".join(_NUMBER_WORDS) + r")\b)"
_ABOUT = (
    r"(?:(?:(?:i'm|i am)(?: at)?|it(?:'s| is| was| feels)?|i(?:'d| would)?|that(?:'s| is)?|feels?|felt|feeling|say|saying|think|guess|give it|call it|put it|like|about|around|roughly|maybe|probably|prob|probs|prolly|proly|possibly|perhaps"
    r"|from|between|a|an|at an?|just|only|still|now|already|honestly|definitely|easily|solid|strong|good|low|high|more|down to|up to|close to|near|almost|nearly|well|so|um+|uh|hm+|oh"
    r"|ok|okay|today|right now|sadly|sorry|number|level|got to be|must be|has to be|would be|on the scale|worse than|over|under|at least|really|very|pretty|the|my)\b ?[,.:]? ?)*+"
)
_OR = rf"(?: ?(?:-|/|,|or|to|maybe|or maybe|or even|and) ?(?:an? )?({_A_NUMBER}))?"
_GOES_ON = (
    r"(?= ?(?:$|[.,;!?)(\n-])| (?:i|i'm|i've|it|it's|its|that|because|bc|cause|and|but|so|now|still|today|right|at (?:the|first|least|most|this)|probably|maybe|think|guess|tbh|lol|please|pls"
    r"|for (?:me|now|sure|today)|bad|awful|fine|definitely|easily|if|(?:when )?(?:going|walking|heading) (?:in|there)|before|beforehand|on the way|once|when|while|until|till|then|to (?:start|begin) with|on (?:the|your|that|this) scale|honestly|really|or so|ish|plus|worse|maximum|max|sadly|sorry|the|my|they|he|she"
    r"|po|lah|lor|leh|sha|abeg|o|oo|yaar|na|hey|eh|neh|man|sir|ma'?am|right|actually|then|say|overall|in total|all in all)\b)"
)
_RATED = expression(
    rf"(?:^|[.,;:!?\n] ?|\b(?:like|about|around|maybe|say|call it|it's|it is|feels like|now|still|was) (?:an? )?){_ABOUT}(?<![\w.,:])({_A_NUMBER}){_OR}(?:ish| plus|\+)?{_GOES_ON}"
)
_RATED_FIRST = expression(
    rf"[^\w-]*(?:an? (?=\w+ (?:mate|bro|bruv|pal|love|man|dude|buddy)(?:\W*$|[,.;!])))?({_A_NUMBER})(?: ?(?:[.!;,]|-(?! ?\d))(?!\d)|(?<=\d) (?!(?:of|to|or|out|people|persons?|men|women|ladies|guys|questions?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?|yrs?|times?|am|pm|o'clock|more|less|each|rounds?|interviews?|jobs?|kids?|points?|others?)\b)\w+(?: \w+)?(?:\W*$|[,.;!])"
    r"|(?<=\D) (?:mate|bro|bruv|pal|love|man|dude|buddy|sis|haha+|lol|lmao)(?:\W*$|[,.;!]))"
)
"""The number first, and then a word or two to whom it is said, or a sentence of its own: "9 mate", "7. Mostly because …"."""
_FEELINGS = {"worst": (10, 10), "awful": (9, 9), "bad": (7, 8), "middling": (5, 5), "mild": (3, 3), "fine": (2, 1)}
"""What a word for a feeling stands for on the scale, plain and with "very"."""
_FELT = expression(
    r"(?:i told you[, ]+|um+ |well |honestly |tbh |just |like |kind of |kinda |it(?:'s| is| was| feels?) |that(?:'s| was) |i(?:'m| am| feel| felt) |feel(?:s|ing)? |,? ?)*"
    r"(?P<very>(?:very|really|so|pretty|extremely|super|quite|too|absolutely|just) )*"
    r"(?:(?P<worst>the worst(?: ever| possible)?|worst|unbearable|as bad as it gets|hell|like hell|couldn't be worse)"
    r"|(?P<awful>awful|terrible|horrible|dreadful|devastated|crushed|gutted|miserable|hopeless|a disaster|like shit|shit|crap|like crap|horrid|hurts a lot)"
    r"|(?P<mild>(?:not|isn't|wasn't) (?:(?:all |so |that |too |very |really |actually |quite |even )*)(?:bad|terrible|awful|the worst)|mild|a (?:bit|little) bad|a (?:bit|little)|slightly bad)"
    r"|(?P<bad>bad|sad|low|down|rough|upset|not good|not great|embarrassed|poor|disappointed|lousy|hurt)"
    r"|(?P<middling>so[ -]?so|meh|medium|middling|average|in the middle|middle|half(?: way| and half)?|okay[ -]?ish|ok[ -]?ish|mixed|could be (?:better|worse))"
    r"|(?P<fine>fine|ok|okay|good|great|alright|all right|well|calm|happy|relieved|no problem))"
    r"(?: (?:really|honestly|tbh|right now|now|i guess|i think|today|actually|to be honest|lol|though))*[.! ]*"
)
_BY_ITSELF = expression(
    r"(?:^|(?<=[.!?;\n]))\s*(?:(?:ok|okay|so|and|well|but|still|a|about|around|like|maybe|it's|its|it is|i(?:'d| would) say|i(?:'m| am)(?: at)?(?: a)?|i feel(?: about)?|feels like(?: a)?)[, ]+)*(\d{1,2})(?: ?/ ?10| out of (?:10|ten))? *(?=[.!?;\n]|$)",
    re.IGNORECASE,
)
_OUT_OF = expression(
    r"(\b(?:\d{1,2}|"
    + "|".join(_NUMBER_WORDS)
    + r"))\s*(?:/|out ?(?:of|ta|a|on)?|outta|of|from|over|on)\s*(?:10|ten)\b(?!\s*\w*(?:minutes|mins|people|questions|years|days|times|marks?))"
)


def read_reply(shown: Shown, reading: Reading, now: datetime) -> Replied:
    """The facts that a reply in own words brings to the question shown; `now` is local. Raises `NotAnAnswer`."""
    return _READERS.get(shown.kind, _words)(shown, reading, now)


def question_told(shown: Shown, reading: Reading) -> Replied | None:
    """The facts of naming the question at once, where only yes or no was asked; None when the text names none."""
    if (again := _AGAIN.fullmatch(shown.name)) is None:
        return None
    number = int(again["number"] or 0) + 1
    if (both := moments.named_and_answered(reading.text)) is not None and both.answer:
        named = {f"question-{number}": both.question, f"unsaid-{number}": both.answer}
        return {shown.name: "another" if again["number"] else "yes", **named}
    if len(reading.text) > LONGEST_REPLY:
        return None
    said = reading.text[yes.end() :] if (yes := _YES_AND.match(reading.text)) else reading.text
    first = _SENTENCE.split(said.strip(), maxsplit=1)[0].strip(" ,;")
    yes_again: Replied = {shown.name: "another" if again["number"] else "yes"}
    if (topic := _THE_ONE.fullmatch(first)) is not None:
        return yes_again | {f"question-{number}": f"the question {topic['about']}"}
    if (topic := _A_QUESTION.fullmatch(first)) is not None:
        return yes_again | {f"question-{number}": topic[0].rstrip(" ?.")}
    if (asked := _ASKED.match(first)) is not None:
        return yes_again | {f"question-{number}": first[asked.end() :].strip() or first}
    is_to_coach = yes is None and (reading.command, reading.remark, reading.aside) != (None, None, None)
    if _is_a_question(first) and not is_to_coach:
        return yes_again | {f"question-{number}": first}
    return None


def question_instead(shown: Shown, reading: Reading) -> Replied | None:
    """The next question named outright, where it was asked whether there is one: "implement a cache with expiry"."""
    said = reading.text.strip()
    again = _AGAIN.fullmatch(shown.name)
    is_plain = (reading.command, reading.remark, reading.aside, reading.strain, reading.wish) == (None,) * 5
    if again is None or not is_plain or not (again["number"] or _A_TASK.match(said)):
        return None
    if not _LEAST_OF_A_QUESTION <= len(said.split()) <= _MOST_OF_A_QUESTION or _I_OR_THEY.match(said):
        return None
    return {shown.name: "another" if again["number"] else "yes", f"question-{int(again['number'] or 0) + 1}": said}


def felt_besides(reading: Reading) -> int | None:
    """The number that stands by itself in a text that says something else as well: "4. is this private?"."""
    found = [int(one[1]) for one in _BY_ITSELF.finditer(reading.whole) if int(one[1]) <= Scale.high]
    return found[0] if len(found) == 1 else None


def revised(shown: Shown, reading: Reading) -> Replied | None:
    """What a text wants changed in the draft above the question; a whole letter is their own text."""
    if shown.kind != Settling.kind:
        return None
    if (letter := revisions.announced(reading.text)) or revisions.is_letter(reading.text):
        return {shown.name: EDIT, own_text_for(shown.name): letter or reading.text}
    if changes := revisions.read(reading.text):
        return {shown.name: revisions.kept(changes)}
    return {shown.name: EDIT} if revisions.is_edit(reading.text) else None


def revised_partly(shown: Shown, reading: Reading) -> Replied | None:
    """As `revised`, where a short text asks for something else as well."""
    if shown.kind != Settling.kind or len(reading.text) > LONGEST_REPLY:
        return None
    changes = revisions.read_partly(reading.text)
    return {shown.name: revisions.kept(changes)} if changes else None


def _scale(shown: Shown, reading: Reading, now: datetime) -> Replied:
    text = brief(reading.text)
    if len(text.split()) > _MOST_BESIDES_A_NUMBER and (begun := _first_sentence(reading)) is not None:
        return _scale(shown, begun, now)  # what it becomes when they think of this or that comes behind it
    if (of_ten := _OUT_OF.search(text)) is not None:
        found = [_number(of_ten[1])]
    else:
        rated = _RATED.search(text)
        found = [] if rated is None else [_number(word) for word in rated.groups() if word]
    is_first = (first := _RATED_FIRST.match(text)) is not None
    if first is not None and not found:
        found = [_number(first[1])]
    if not found and (felt := _felt(text)) is not None:
        return {shown.name: felt}
    if (
        not found
        or (len(text.split()) > _MOST_BESIDES_A_NUMBER and not is_first)
        or max(found) > (Scale.high if len(found) > 1 else _BEYOND)
    ):
        raise NotAnAnswer("A number from 0 to 10 is needed.")
    # "7 or 8" is an 8: the coach says the number back, so a wrong one is noticed at once.
    return {shown.name: min(max(found), Scale.high)}


def _first_sentence(reading: Reading) -> Reading | None:
    """The sentence a longer text begins with, where it is short and holds a number; None for any other text."""
    first = _SENTENCE.split(reading.text.strip(), maxsplit=1)[0]
    is_number = len(first.split()) <= _MOST_OF_A_NUMBER and _RATED.search(brief(first)) is not None
    return replace(reading, text=first) if is_number and first != reading.text else None


def _felt(text: str) -> int | None:
    """The number that a feeling told in a word stands for; the coach says it back, so a wrong one is noticed at once."""
    told = _FELT.fullmatch(text)
    if told is None:
        return None
    for group, (calm, strong) in _FEELINGS.items():
        if told[group]:
            return strong if told["very"] else calm
    return None


def _number(word: str) -> int:
    return int(word) if word.isdecimal() else _NUMBER_WORDS.index(word)


def _choice(_shown: Shown, _reading: Reading, _now: datetime) -> Replied:
    raise NotAnAnswer("One of the options is needed.")


def _words(shown: Shown, reading: Reading, _now: datetime) -> Replied:
    if not _LETTER.search(reading.text):
        raise NotAnAnswer("Words are needed.")
    if reading.order in _BARE:
        raise NotAnAnswer("A plain yes or no says too little here.")
    replied: Replied = {shown.name: reading.text}
    if shown.name == _CAUSE and len(reading.text) <= LONGEST_REPLY and _is_a_question(reading.text):
        replied["question-1"] = reading.text  # the moment that comes back is what they were asked
    return replied


def _quotation(shown: Shown, reading: Reading, now: datetime) -> Replied:
    """What they asked, without the words for who it was that asked; and the answer told in the same breath."""
    replied, told = _words(shown, reading, now), reading.text
    if (asker := _ASKER_FIRST.match(told)) is not None:
        told = told[asker.end() :]
    told = _ASKER_LAST.sub("", told)
    if told.startswith(('"', "“")) and told.rstrip(" .").endswith(('"', "”")):
        told = told.rstrip(" .")[1:-1]
    if len(told.split()) >= _LEAST_OF_A_QUESTION:
        replied[shown.name] = told.strip()
    if (of := _WEAK.fullmatch(shown.name)) is not None:
        put = moments.wording(str(replied[shown.name]))
        replied[shown.name] = put.question
        if put.answer:
            replied[f"unsaid-{of['number']}"] = put.answer  # nobody asks for it again
    return replied


def _is_a_question(text: str) -> bool:
    """Whether somebody gives a question as it was put to them."""
    return len(text.split()) >= _LEAST_OF_A_QUESTION and _QUESTION_BEGINS.match(text) is not None


def _organisation(shown: Shown, reading: Reading, now: datetime) -> Replied:
    name = names.organisation(reading.text)
    if _AND_SOMEBODY.search(reading.text):
        raise NotAnAnswer("Those are people.")
    if name is None or _A_SENTENCE.search(name) or _NO_PLACE.match(reading.text.strip()) or _is_to_coach(reading):
        raise NotAnAnswer("The name of an organisation is needed.")
    return _words(shown, reading, now) | {shown.name: name}


def _is_to_coach(reading: Reading) -> bool:
    """Whether a text asks, curses or orders, and so names no place."""
    return reading.text.rstrip().endswith("?") or (reading.order, reading.aside, reading.remark) != (None, None, None)


def _interviewers(shown: Shown, reading: Reading, now: datetime) -> Replied:
    if (count := headcount.alone(reading.text)) is not None:
        return {shown.name: reading.text, "interviewers-unnamed": count}
    people = names.read(reading.text)
    replied: Replied = {f"interviewer-{n}": name for n, name in enumerate(people.names, start=1)}
    if people.asked_by in people.names:
        replied["asked-by-1"] = f"interviewer-{people.names.index(people.asked_by) + 1}"
        if _ASKED_BOTH.search(reading.text):
            replied["asked-by-2"] = replied["asked-by-1"]
    if people.unnamed:
        replied["interviewers-unnamed"] = people.unnamed
    return _words(shown, reading, now) | replied


def _partner(shown: Shown, reading: Reading, now: datetime) -> Replied:
    """The name, and beside it the day if one is told ("my sister on Wednesday")."""
    replied = _words(shown, reading, now)
    for phrase in reading.times:
        moment = times.resolve(phrase, now, times.Direction.FUTURE)
        who = _DAY_OF_IT.sub("", f"{reading.text[: phrase.start]}{reading.text[phrase.end :]}").strip(" ,.;!-")
        if moment is not None and moment.start > now and _LETTER.search(who):
            return replied | {shown.name: who, "mock-on": last_day(moment)}
    return replied


def _place(shown: Shown, reading: Reading, now: datetime) -> Replied:
    """Where they are; a country that keeps several times is left for the flow to ask further."""
    zones = places.zones_meant(reading.text)
    if not zones:
        raise NotAnAnswer("A country or a town is needed.")
    found: Replied = {"zone": zones[0]} if len(zones) == 1 else {}
    if (country := places.country_of(zones[0])) is not None:
        found["country"] = country
    return _words(shown, reading, now) | found


def _town(shown: Shown, reading: Reading, _now: datetime) -> Replied:
    """A town that is not among the options, and keeps the time of one that is."""
    named = places.zones_meant(reading.text)
    for option in shown.options:
        if len(named) == 1 and places.keep_the_same_time(named[0], option.id):
            return {shown.name: option.id}
    raise NotAnAnswer("One of the towns is needed.")


def _past_day(shown: Shown, reading: Reading, now: datetime) -> Replied:
    return {shown.name: _day(reading, now, times.Direction.PAST)}


def _coming_day(shown: Shown, reading: Reading, now: datetime) -> Replied:
    try:
        return {shown.name: _day(reading, now, times.Direction.FUTURE)} | _hour(shown, reading, now)
    except NotAnAnswer:
        if (stretch := _STRETCH.search(brief(reading.text))) is None:
            raise
    # "2 weeks": where a coming day is asked for, the "in" goes without saying; of "a week or two" the later end counts.
    said = "two" if stretch["after"] == "two" else stretch["last"] or stretch["count"]
    count = _COUNTS.get(said) or int(said)
    unit = next(unit for unit in ("day", "week", "month") if unit.startswith(stretch["unit"][0]))
    moment = times.read(f"in {count} {unit}s", now, times.Direction.FUTURE)
    if moment is None:
        raise NotAnAnswer("A day is needed.")
    return {shown.name: last_day(moment)}


def _hour(shown: Shown, reading: Reading, now: datetime) -> Replied:
    """The hour of an interview to come, told beside its day."""
    if shown.name != _NEXT_ON or not reading.times:
        return {}
    moment = times.resolve(reading.times[0], now, times.Direction.FUTURE)
    if moment is None or moment.kind is not times.Kind.INSTANT:
        return {}
    return {"next-interview-at": moment.start.replace(tzinfo=None).isoformat(timespec="minutes")}


_NEXT_ON = "next-interview-on"
_SATURDAY = 5


def _working(moment: times.Moment) -> str:
    """The day, and of a whole week to come its Friday: nobody answers on its Sunday."""
    day = last_day(moment)
    is_week = moment.end is not None and moment.start.weekday() == 0 and (moment.end - moment.start).days == 7
    last = date.fromisoformat(day)
    return (last - timedelta(days=last.weekday() - _SATURDAY + 1)).isoformat() if is_week else day


def _day(reading: Reading, now: datetime, direction: times.Direction) -> str:
    for phrase in reading.times:
        moment = times.resolve(phrase, now, direction)
        if moment is not None:
            return _working(moment) if direction is times.Direction.FUTURE else last_day(moment)
    raise NotAnAnswer("A day is needed.")


def last_day(moment: times.Moment) -> str:
    """The day a moment is over ("within two weeks" is up on its last day), as an ISO date."""
    is_stretch = moment.kind is times.Kind.WINDOW and moment.end is not None
    return ((moment.end - timedelta(minutes=1)) if is_stretch and moment.end else moment.start).date().isoformat()


_ASKS_FOR_A_CHANGE = expression(
    r"(?:(?:ok|no|and|but|so|please|pls|just|actually|can you|could you|i want you to|i meant)[, ]+)*(?:take|leave|cut|cross) (?:out |off )?(?:(?:the|that|this|what|my|it|where)\b)[^.!?\n]{0,60}(?: out| off)?[.!? ]*"
    r"|(?:(?:ok|no|and|but|so|please|pls|just|actually|can you|could you)[, ]+)*(?:remove|delete|drop|change|replace|swap|fix|shorten) (?:(?:the|that|this|what|my|it|where|his|her|their)\b)[^.!?\n]{0,60}[.!? ]*",
    re.IGNORECASE,
)
"""What is said about the note, and stands in none: "take out the festival thing i said"."""


def _letter(shown: Shown, reading: Reading, _now: datetime) -> Replied:
    if len(reading.text.split()) < _SHORTEST_LETTER or _ASKS_FOR_A_CHANGE.fullmatch(reading.text.strip()):
        raise NotAnAnswer("A whole note is needed.")
    return {shown.name: revisions.announced(reading.text) or reading.text}


_DAY_OF_IT = expression(r"(?:,? (?:on|this|next|at|for|maybe|probably|perhaps|or))+ *$", re.IGNORECASE)
_NO_PLACE = expression(
    rf"(?:an?|the|some|this|just|only|one| )*(?:{either('people', 'nameless')}) (?:called|named|who)\b|(?:text|sms|whats ?app|e-?mail|linked ?in|call|phone|post|letter|whenever|nowt|nada)$"
    r"|(?:mister|mr|mrs|ms|miss|madam|dr|doctor)\b\.? \w|(?:\w+ )?(?:wks?|weeks?|days?|months?)'?s?'? time\b|(?:by |on |next |this )?(?:mon|tues|wednes|thurs|fri|satur|sun)day$|(?:in )?(?:an?|one|two|three|\d) (?:weeks?|days?|months?)$",
    re.IGNORECASE,
)
_AND_SOMEBODY = expression(
    rf"\b(?:and|with|plus) (?:an?|the|another|her|his|their) (?:\w+ )?(?:{either('people', 'nameless')})\b(?! office| quarters)",
    re.IGNORECASE,
)
_LETTER = expression(r"[^\W\d_]")
_BARE = {Command.YES, Command.NO, Command.MAYBE}
_READERS: dict[str, Callable[[Shown, Reading, datetime], Replied]] = {
    "scale": _scale,
    "choice": _choice,
    "draft": _choice,
    "timed-choice": _choice,
    "offer": _choice,
    "organisation": _organisation,
    "quotation": _quotation,
    "interviewers": _interviewers,
    "partner": _partner,
    "place": _place,
    "town": _town,
    "past-day": _past_day,
    "coming-day": _coming_day,
    "letter": _letter,
}
