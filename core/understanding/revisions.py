"""What a person wants changed in a draft: shorter, warmer, more formal, without a point, as it was, or a text of theirs.

A message is read here only as a whole: every clause of it has to ask for a change, or be the little that people put
around it. The rule a newcomer could break: a change is kept as it was said ("without excel"); which point that is, is
for the draft to say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum

from core.understanding.expressions import expression
from core.understanding.spelling import Speller
from core.understanding.text import brief


class Change(StrEnum):
    """What can be changed; the values are the ids of the options that say the same."""

    SHORTER = "shorter"
    FRAME = "frame"
    """Our part alone shorter, and all of theirs left in."""
    WARMER = "warmer"
    FORMAL = "formal"
    LESS_FORMAL = "less-formal"
    LESS_WARM = "less-warm"
    PLAIN = "plain"
    AS_IT_WAS = "as-it-was"
    WITHOUT = "without"
    """Followed by what: a number, "last", "all", the name of a fact, or words for it."""
    WITH = "with"
    """As `WITHOUT`: put back what was left out."""


_ADDED = expression(
    r"(?:(?:please|pls|ok|okay|also|and|but|then|yes|good|nice|wait|oh)[,.!]* )*(?:(?:can|could|would|will) (?:you|u|we|it) (?:please |also |just |maybe )*|i(?:'d| would)? (?:also |really |still )?(?:like|want|need|wanna) (?:(?:you |it )?to )?|let'?s )?"
    r"(?:also |please )?(?:add|say|mention|include|put(?: in)?|write(?: in)?|tell (?:them|him|her))(?: (?:in )?(?:it|there|the note))?(?: (?:too|as well|also))?[:,]? (?:that )?(?P<words>(?:i|i'm|im|i've|ive|i'd|i'll|my|we|our)\b.+?)"
    r"(?: (?:too|as well|also|please|pls))*[.!? ]*",
    re.IGNORECASE | re.DOTALL,
)
_OF_THE_LETTER = expression(
    r"(?:my|our) (?:\w+ )?(?:notes?|letters?|e-?mails?|mails?|texts?|messages?|drafts?|names?|answers?|signature|phone|number|words)\b",
    re.IGNORECASE,
)
"""What is of the letter itself, and no point of theirs."""
_LEAST_ADDED = 3


ALL, LAST, IT = "all", "last", "it"
LAST_SENTENCE = "last sentence"
_PARTED = "; "
_FOLLOWED = (Change.WITHOUT, Change.WITH)
_ALONE = {change.value for change in Change} - {*_FOLLOWED}
_PUNCTUATION = expression(r"[.,;:!?\n()]+|\s-+\s|\.{2,}")
_JOINED = expression(r" (?:and|but|&|\+|plus|also|then|or) | (?=without )|^(?:and|but|also|then|or) ")
_AROUND = (
    r"(?:please|pls|plz|thanks|thank you|thx|ok|okay|yes|yeah|yep|no|nah|hm+|um+|hey|well|so|good|nice|fine|great|not bad|sorry|maybe|perhaps|actually|just|simply|also|still|and|but|even|again|now|then"
    r"|perfect|lovely|cool|love it|i think|i guess|i feel|i'd say|i don't know|if you can|if possible|for me|to me|here|instead|as well|overall|in general|a try|i like it|it's good|it's ok|it's okay|its good|its ok|looks good"
    r"|(?:can|could|would|will) (?:you|we|it|i)|let's|lets|i'd (?:like|prefer|rather|want)|i would (?:like|prefer)|i want|i need|i prefer|prefer|rather|like|want|need|try|give me|show me|have"
    r"|make|do|keep|let|get|write|put|change|turn|rewrite|redo|it's|its|it is|that's|thats|that is|this is|this|that|it|the (?:note|draft|text|letter|mail|email|message|script|voicemail|whole thing|tone)|the|them"
    r"|be|is|are|was|to be|to|into|sound|sounds|sounding|feel|feels|look|looks|reads?|seems|should be|needs to be|must be|has to be|could be|can be|a version|version|one|in"
    r"|a bit|a little(?: bit)?|a lot|a touch|a tad|a shade|much|slightly|somewhat|way|far|bit|lot|little|quite|really|very|more(?= (?:shorter|warmer|friendlier|nicer|kinder|politer))|kind of|sort of|style|tone|language|wording|words?|say|said)"
)
_FRONT = expression(rf"(?:{_AROUND} )+")
_BACK = expression(rf"(?: (?:{_AROUND}|too))+$")
_TONES: tuple[tuple[Change, re.Pattern[str]], ...] = tuple(
    (change, expression(pattern))
    for change, pattern in (
        (
            Change.SHORTER,
            r"short(?:er|en|ened)?|more short|(?:too|so|pretty|rather) (?:long|wordy|much|much text|many words|much to read)|(?:long|wordy)|(?:fewer|less) (?:words|text|of it|long|wordy)|not (?:so|as|that) (?:long|wordy)"
            r"|brief(?:er)?|more (?:brief|concise|compact)|concise|trim(?:med)?(?: down)?|cut(?: (?:it|this|that))?(?: (?:down|short|in half))?|condense(?:d)?|half (?:as long|the length)|tighter|tighten(?: up)?|short and sweet|snappier|to the point|less",
        ),
        (
            Change.FRAME,
            r"(?:(?:shorten|cut|trim|shorter) )?(?:only |just )?your (?:part|words|bit|side|frame|text|sentences)(?: (?:only|shorter|short|briefer))*",
        ),
        (
            Change.WARMER,
            r"warm(?:er|ly)?|more (?:warm|warmth|friendly|personal|human|heart|cordial|heartfelt|kind)|friend(?:ly|lier)|nicer|kinder|softer|gentler|less (?:cold|dry|distant|harsh|robotic)|(?:too|so) (?:cold|dry|distant|harsh|impersonal|robotic)|(?:cold|dry|impersonal)"
            r"|not (?:so|as|that) (?:cold|dry|harsh)|not (?:warm|friendly) enough|(?:like )?a (?:human|person)",
        ),
        (
            Change.LESS_FORMAL,
            r"less (?:formal|stiff|official|posh|polite|proper|serious)|(?:too|so) (?:formal|stiff|official|posh|proper|fancy)|not (?:so|as|that|too) (?:formal|stiff|official|posh)|more (?:casual|relaxed|informal|easy|chatty)|casual|informal|looser|relaxed",
        ),
        (
            Change.FORMAL,
            r"(?:more )?(?:formal|formally|official|professional|professionally|businesslike|business like|respectful|proper)|politer|more (?:polite|serious|correct|distant)|(?:too|so) (?:casual|informal|friendly|chatty|familiar|chummy|relaxed)|less (?:casual|informal|chatty|familiar)"
            r"|not (?:formal|professional|polite) enough|not (?:so|as|that) (?:casual|chatty|informal)",
        ),
        (
            Change.LESS_WARM,
            r"less (?:warm|friendly|gushing|sweet|personal)|(?:too|so) (?:warm|sweet|gushing|personal|cheesy|soppy)|not (?:so|as|that) (?:warm|friendly|gushing|sweet)|cooler|drier|more (?:neutral|matter of fact|businesslike)",
        ),
        (Change.PLAIN, r"plain(?:er)?|simpl(?:e|er)|neutral|normal|more (?:plain|simple|normal)|plain words"),
        (
            Change.AS_IT_WAS,
            r"(?:leave |leave it |leave that |keep it |keep |have it |have |back |go back |back to |go back to |return to )?(?:(?:as|how|like|the way) (?:it|that) was(?: before| first| at first| in the beginning)?)(?: before| again)?"
            r"|(?:(?:go )?back to|return to|restore|use|take|bring back|put back|i (?:liked|preferred|prefer|like|want)|liked|preferred) (?:the |your |my )?(?:first|original|old|earlier|previous|longer|other|last|plain)(?: (?:one|version|draft|text|note|wording))?(?: back| again| better| more)*"
            r"|(?:the |your )?(?:first|original|old|previous|earlier|longer) (?:one|version|draft|text|wording)(?: was)?(?: back| again| better)*|(?:the )?original|undo (?:all )?(?:the |my |those )?changes|(?:like )?before|(?:put |change )?(?:it )?back(?: to)? (?:how|the way|as|like) it was|revert(?: it)?|reset(?: it)?|longer|long(?:er)? again",
        ),
    )
)
_NUMBERS = {"first": "1", "1st": "1", "one": "1", "second": "2", "2nd": "2", "two": "2", "third": "3", "3rd": "3"}
_NUMBERS |= {"three": "3", "last": LAST, "final": LAST, "both": ALL, "all": ALL, "every": ALL}
_THING = r"(?:points?|parts?|bits?|questions?|answers?|story|stories|things?|topics?|stuff|passages?|ones?|examples?|lines?|sentences?|paragraphs?)"
_WHAT = expression(
    rf"(?:the |that |this |my |your |any |all the |both the )?(?:(?P<counted>first|1st|second|2nd|third|3rd|last|final|both|all|every)(?: of (?:them|the points|these|my points))?(?: (?:my |the )?{_THING}(?: (?:that )?i (?:said|wrote|wanted|told|added|put)\b.{{0,30}})?)?"
    rf"|(?:{_THING} (?:number |no |# ?)?|number |no |# ?)(?P<number>[123]|one|two|three)"
    rf"|(?:{_THING} |what i (?:said|wrote|told (?:you|them)|put|typed) )?(?:about|on|with|where|regarding|concerning|of) (?:the |my |that )?(?P<about>.{{2,50}}?)"
    rf"|(?P<named>.{{2,50}}?) {_THING}|(?P<them>points|them|these|those)|(?P<bare>.{{2,50}}?))"
)
_OUT = r"(?: (?:out|off|away|from it|from the (?:note|draft|text|message)|in it|in there|at all))*"
_WITHOUT = expression(
    r"(?:(?:leave|take|cut|cross|kick|throw|keep) (?:out|off|away) (?P<out>.+?)|(?:leave|take|cut|cross|kick|throw|keep) (?P<taken>.+?) (?:out|off|away)"
    rf"|(?:cut|drop|remove|delete|strike|omit|lose|scrap|get rid of|exclude|without|minus|don't mention|do not mention|not mention|don't include) (?P<what>.+?)|(?P<gone>.+?) (?:can|could|should|may|must|has to|needs to) (?:go|be (?:left out|cut|removed|taken out|dropped)|come out)|(?:not|no|forget|skip|no need for) (?P<said>.+?)){_OUT}"
)
_WITH = expression(
    r"(?:put|bring|add|take|get|have) (?P<what>.+?)(?: (?:back|again|in|after all))+|(?:put|bring|add) back(?: in)? (?P<back>.+?)|(?:leave|keep) (?P<stays>.+?) in|(?:add|include|with) (?P<added>.+?)(?: (?:again|after all))?"
)
_NO_POINT = expression(
    r"(?:it|that|this|me|him|her|us|one|(?:the |this |that |a |any |my |whole )*(?:note|letter|mail|e-?mail|draft|text|message|reminders?|call|script|thing|step|question|name|names|date|time|yet|now|today|sure|more|much)s?)"
)
"""What is no point of a draft: the draft itself, or what stands in its frame."""
_AND_SAY = expression(r"\b(?:and|but|then) (?:say|add|tell|write|mention|include)\b")
_PUT_BACK = expression(r"(?:put|bring|get|add) (?:it|that|them|this|everything|all of it)(?: all)? back(?: in)?")
_ONLY_THANKS = expression(
    r"(?:only|just|nothing but) (?:the |a |some )?(?:thanks|thank you|plain thanks|thank you part)|(?:the )?thanks only|no points(?: at all)?|without (?:any|the|all the|my) points"
)
_WORDS = (
    "shorter", "shorten", "warmer", "formal", "friendlier", "friendly", "professional", "casual", "informal", "original", "before",
    "without", "second", "first", "third", "point", "points", "question", "leave", "remove", "delete", "please", "little", "less", "more",
)  # fmt: skip
_EDIT = expression(
    r"edit(?: it| this| that)?|(?:i(?:'ll| will|'d rather| want to| would like to)? )?(?:write|rewrite|type|change|edit|do) (?:it |this |my own|something )?(?:myself|my own(?: (?:version|text|words|one))?|own version)"
    r"|(?:i have |i've got |use )?my own (?:text|version|words|one)|in my own words|let me (?:write|edit|change|rewrite|type)(?: (?:it|this|something))?(?: myself)?"
)
_LETTER = expression(
    r"(?:dear|hello|hi|hey|good (?:morning|afternoon|evening|day)|to)\b[^\n,]{0,60}[,\n]|(?-i:[A-Z])[\w'-]+(?: (?-i:[A-Z])[\w'-]+){0,2}, +(?:thanks|thank you|it was)\b",
    re.IGNORECASE,
)
_ANNOUNCED = expression(
    r"\s*(?:(?:ok|okay|right|so|please|pls|no|then|here|here it is|here you go|and)[,. ]+)*"
    r"(?:edit(?: it| this| that)?(?: to)?|(?:change|rewrite|replace|write) (?:it|this|that|the (?:text|note|whole thing))(?: (?:to|as|with))?(?: this)?|make it(?: say)?|use (?:this|mine)(?: one| text| version)?(?: instead)?"
    r"|(?:this is |here(?:'s| is) )?my (?:own )?(?:version|text|words|note)|(?:it|the note) (?:should|must|has to) (?:say|read|be)(?: this)?|i(?:'d| would)? (?:want|like) it to (?:say|read|be)(?: this)?|(?:send|write|put) (?:this|mine)(?: one)?(?: instead)?)"
    r"\s*(?:[:\n]+|\s[-–—]\s)\s*(?P<letter>\S.*)",
    re.IGNORECASE | re.DOTALL,
)
"""Their own text, with what announces it."""
_REMARK = expression(
    r"(?:(?:that|this|it|those|they)(?:'?s| is| was| were| are)? )?(?:just |only |really |meant |all |so |a bit |total |complete )*(?:for you|to you|for the (?:bot|coach)|not for (?:them|him|her)|mad|weird|odd|crazy|ridiculous|nonsense|rubbish|silly|stupid|private|wrong|not true|embarrassing|awful|horrible|(?:a|my) question(?: (?:for|to) you)?|(?:a|my) mistake|none of (?:their|his|her) business|not what i (?:meant|said))"
    r"|i (?:didn'?t|did not|never) mean (?:that|it|this)(?: for (?:them|him|her|the note))?|i (?:can'?t|cannot|won'?t|don'?t want to) (?:send|say) (?:that|it|this)|(?:oh |omg |god )*no+|omg|oh|jesus|nah|there is nothing to add|correct|correction"
)
"""What people say of what they want out, beside asking for it."""
_QUOTED = expression(r"(?<!\w)'(.{2,200}?)'(?!\w)|\"(.{2,200}?)\"|“(.{2,200}?)”|‘(.{2,200}?)’", re.DOTALL)
_MARK = "quoted{}quoted"
_MARKED = re.compile(r"quoted(\d+)quoted")
_THE_SHORT_ONE = expression(
    r"(?:(?:go |change )?back to|return to|i (?:liked|preferred|prefer|like)|use|take|give me) the short(?:er)? (?:one|version|note|text|draft)(?: back| again| better| more)*|the short(?:er)? (?:one|version)(?: was| is)?(?: back| again| better| good| fine)*"
)
_THAT_OUT = expression(
    r"(?:take|leave|cut|get) (?:that|this|it)(?: (?:bit|part|sentence|line|thing|one))? (?:back )?out(?: again| of it| of there)?|(?:remove|delete|drop|cut|scrap) (?:that|this) (?:bit|part|line|thing|last bit)"
)
_LAST_SENTENCE = expression(
    r"(?:(?:take|leave|cut) (?:out |off |away )?|remove |delete |drop |without |lose |scrap )(?:the |my |that )?last (?:sentence|line)(?: out| off| away)?"
)
_WHY_SAYS = expression(
    r"(?:and |but )?(?:why|how come) (?:does|is|do|did) (?:it|that|this|the note|there|you) (?:say(?:ing|s)?|write|put|have|read) (?P<said>.{3,})"
)
_SAYS = expression(
    r"(?:(?:and|but|why|now) )*(?:it|that|this|the (?:note|draft|letter|text|mail)|you) (?:says?|said|wrote|put|has|have) (?:that )?(?P<said>.{3,})|(?:the |that |this |my )?(?P<named>[^ ].{1,40}?) (?:thing|bit|part|stuff|line|one) (?:is|was|looks|sounds) (?:all |so |just |also |completely )*(?:wrong|not right|not true|rubbish|nonsense|silly|stupid)"
)
"""What of it they point at; it goes only where they say beside it that something is to go."""
_POINTED = "pointed "
_NAME = r"(?-i:(?:(?:Mrs?|Ms|Miss|Dr|Prof|Sister|Father)\.? )?(?!I\b|Dear\b|Mark\b as|The\b|My\b)[A-Z][\w-]+(?: [A-Z][\w-]+){0,2})"
_ADDRESSED = expression(
    rf"(?:(?:no|and|but|so|please|actually|wait|omg|oh)[, ]+)*(?:(?:you can |can you |just )*(?:call|greet) (?:him|her) (?:just |simply )?([\w-]+|{_NAME})"
    rf"|(?:it|the note|this|that|the letter)(?:'s| is|s| should be| must be| should go| goes)? (?:meant )?(?:to|for) ({_NAME})(?:,? (?:and )?not .{{2,30}})?"
    rf"|(?:it should |it must |should |must |make it |let it )?(?:say |begin with |start with )dear ({_NAME})|(?:it'?s |it is |he'?s |she'?s |make (?:it|that) )?(?:just |only |simply )({_NAME})(?: please)?"
    rf"|(?:it'?s |it is |he'?s |she'?s )({_NAME}),? (?:just|only|simply|not) [\w' -]{{2,30}})",
    re.IGNORECASE,
)
_NOBODY = expression(
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|to(?:day|night|morrow)|yesterday|now|later|first|back|again|when|if|by|the|an?|my|that|what|it|up|in|on|at|for|names|thanks|shorter|warmer|formal|edit|sent|english|yes|no|ok"
    r"|january|february|march|april|may|june|july|august|september|october|november|december"
)
_SENTENCES = expression(r"(?<=[.!?;\n])\s+")
_LEAST_OF_A_LETTER = 12
_LEAST_ANNOUNCED = 6


def read(text: str) -> tuple[str, ...]:
    """The changes that a text asks for, in its order; none where it says anything else."""
    text, quoted = _marked(text)
    folded = brief(text).strip()
    if not folded:
        return ()
    found: list[str] = []
    for sentence in _PUNCTUATION.split(folded):
        parts = [_clause(part) for part in _JOINED.split(sentence)]
        if None in parts:  # "leave out the excel and phones part"
            parts = [_clause(sentence)]
        if None in parts:
            return ()
        found += [change for part in parts for change in part or ()]
    return tuple(dict.fromkeys(_restored(change, quoted) for change in _pointed_out(found)))


def _pointed_out(changes: list[str]) -> list[str]:
    """The changes, with what they pointed at in place of "that"; without an order to take something out it is none."""
    pointed = [one.removeprefix(_POINTED) for one in changes if one.startswith(_POINTED)]
    wanted = [one for one in changes if not one.startswith(_POINTED)]
    it = f"{Change.WITHOUT} {IT}"
    if not pointed or it not in wanted:
        return wanted
    return [*(one for one in wanted if one != it), *(f"{Change.WITHOUT} {one}" for one in pointed)]


def _marked(text: str) -> tuple[str, list[str]]:
    """The text with a mark for each thing it quotes, so that no clause ends within one, and what those are."""
    quoted: list[str] = []

    def mark(found: re.Match[str]) -> str:
        quoted.append(" ".join(next(group for group in found.groups() if group).split()))
        return _MARK.format(len(quoted) - 1)

    return _QUOTED.sub(mark, text), quoted


def _restored(change: str, quoted: list[str]) -> str:
    return _MARKED.sub(lambda found: f'"{quoted[int(found[1])]}"' if int(found[1]) < len(quoted) else "", change)


def kept(changes: tuple[str, ...]) -> str:
    """The changes as a fact keeps them."""
    return _PARTED.join(changes)


def changes_in(value: object) -> tuple[str, ...]:
    """The changes in such a fact, none where it says anything else."""
    if not isinstance(value, str):
        return ()
    changes = tuple(value.split(_PARTED))
    return changes if all(_is_whole(change) for change in changes) else ()


def is_change_of_frame(name: str) -> bool:
    """Whether it names a change that says by itself what is to become of the draft."""
    return name in _ALONE


def is_edit(text: str) -> bool:
    """Whether they want to write it themselves."""
    return bool(_EDIT.fullmatch(brief(text).strip(" .!")))


def read_partly(text: str) -> tuple[str, ...]:
    """The changes among other things that a text says of a draft, none where it asks for none."""
    marked, quoted = _marked(text)
    found: list[str] = []
    for sentence in _PUNCTUATION.split(brief(marked).strip()):
        whole = _clause(sentence)
        parts = [whole] if whole else [_clause(part) for part in _JOINED.split(sentence)]
        found += [change for part in parts for change in part or ()]
    return tuple(dict.fromkeys(_restored(change, quoted) for change in _pointed_out(found)))


def addressed(text: str) -> tuple[str, str] | None:
    """Whom a draft is to greet ("its Frank, just Frank", "call her bea"), and the rest of the text; None where it names
    nobody.
    """
    sentences = _SENTENCES.split(text.strip())
    for n, sentence in enumerate(sentences):
        found = _ADDRESSED.fullmatch(sentence.strip(" .!?;,"))
        if found is not None:
            named = next(name for name in found.groups() if name)
            if _NOBODY.fullmatch(named.casefold()):
                continue
            name = named if named[:1].isupper() else named.capitalize()
            return name, " ".join(sentences[:n] + sentences[n + 1 :])
    return None


def added(text: str) -> str | None:
    """What a draft is to say besides, in their own words ("can you add that I can start any day"); None for any other text."""
    found = _ADDED.fullmatch(text.strip())
    if found is None or _OF_THE_LETTER.match(found["words"]):
        return None
    words = found["words"].strip(" ,;")
    return words if len(words.split()) >= _LEAST_ADDED else None


def announced(text: str) -> str | None:
    """The letter in "edit: Hi Arjun, ..."; None where the text announces none."""
    found = _ANNOUNCED.fullmatch(text)
    return found["letter"].strip() if found and len(found["letter"].split()) >= _LEAST_ANNOUNCED else None


def is_letter(text: str) -> bool:
    """Whether it is a whole letter, which needs no announcing."""
    return bool(_LETTER.match(text.strip())) and len(text.split()) >= _LEAST_OF_A_LETTER


def _is_whole(change: str) -> bool:
    word, _, what = change.partition(" ")
    return bool(what) if word in _FOLLOWED else not what and is_change_of_frame(word)


def _clause(clause: str) -> list[str] | None:
    """What one clause asks for; None when it is about something else."""
    said = " ".join(clause.split())
    for form in dict.fromkeys((said, _SPELLER.respelt(said).strip())):
        if (found := _change(form)) is not None:
            return found
    return None


def _change(said: str) -> list[str] | None:
    forms = [form for form in dict.fromkeys(_forms(said)) if form]
    for form in forms:
        for change, pattern in _TONES:
            if pattern.fullmatch(form):
                return [change]
        if _ONLY_THANKS.fullmatch(form):
            return [f"{Change.WITHOUT} {ALL}"]
        if _PUT_BACK.fullmatch(form):
            return [f"{Change.WITH} {ALL}"]
        if _REMARK.fullmatch(form):
            return []
        if _THE_SHORT_ONE.fullmatch(form):
            return [Change.PLAIN, Change.SHORTER]
        if _THAT_OUT.fullmatch(form):
            return [f"{Change.WITHOUT} {IT}"]
        if _LAST_SENTENCE.fullmatch(form):
            return [f"{Change.WITHOUT} {LAST_SENTENCE}"]
        if asked := _WHY_SAYS.fullmatch(form):
            return [f"{Change.WITHOUT} {asked['said']}"]
    if (says := _SAYS.fullmatch(said)) is not None:
        return [f"{_POINTED}{says['said'] or says['named']}"]
    if not all(_forms(said)):
        return []
    for form in forms:
        for change, pattern in ((Change.WITHOUT, _WITHOUT), (Change.WITH, _WITH)):
            if (found := pattern.fullmatch(form)) and (what := _what(found)) is not None:
                return [f"{change} {what}"]
    return None


def _forms(said: str) -> Iterator[str]:
    """The clause with less and less of what people put around it."""
    yield said
    front = _FRONT.match(f"{said} ")
    bare = said[front.end() :] if front else said
    yield bare
    yield _BACK.sub("", f" {bare}").strip()
    yield _BACK.sub("", f" {said}").strip()


def _what(asked: re.Match[str]) -> str | None:
    """What is to go or to come back: a number, or words for it; None for what is no point."""
    said = next(group for group in asked.groups() if group)
    if _NO_POINT.fullmatch(said) or _AND_SAY.search(said) or (found := _WHAT.fullmatch(said)) is None:
        return None
    if counted := found["counted"] or found["number"]:
        return _NUMBERS.get(counted, counted)
    if found["them"]:
        return ALL
    is_loose = asked.groupdict().get("said") is not None  # "not sent", "no problem"
    named = found["named"] or (None if is_loose else found["about"] or found["bare"])
    return None if not named or _NO_POINT.fullmatch(named) else named.strip()


_SPELLER = Speller(_WORDS)
