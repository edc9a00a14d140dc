"""The words: what the loader refuses, what the shipped ones must not say, how their wordings take turns."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product

import pytest
from fluent.syntax import ast
from hypothesis import given
from hypothesis import strategies as st

from bot.adapters import FACTORIES, vocabularies
from core.errors import WordingError
from core.questions import Choice, Option, Question, Words
from core.vocabulary import Arg, Phrase, Saying
from core.wording import Worded, Wording, check, load, vocabulary
from tests.conversation import Conversation
from tests.test_capture import ACME, Talk

AROUND = vocabularies(FACTORIES)
SHIPPED = load(around=AROUND)
HELLO = Saying("hello", "name")
CLOSE = Phrase("close")
LIKE = Choice("like", "like", (Option("yes"), Option("no"), Option("named", label="Mrs Zulu")))
SPOKEN: list[Worded] = [HELLO, CLOSE, LIKE]

GOOD = """
hello = Hello { $name }.
    .v2 = Hi { $name }.
    .v3 = Good day.
close = Kind regards,
like = Do you like it?
    .v2 = Is it good?
    .v3 = Would you keep it?
    .short = Like it?
    .why = It decides what comes next.
    .yes = Yes
    .no = No
"""


def problems(old: str = "", new: str = "", vocabulary: list[Worded] = SPOKEN) -> list[str]:
    """What the checker says of the good words after one change."""
    assert old in GOOD
    return list(check(Wording("en", {"test.ftl": GOOD.replace(old, new, 1)}), vocabulary))


def test_good_words_have_no_problems() -> None:
    assert problems() == []


def test_the_shipped_words_fit_all_that_is_said() -> None:
    assert list(check(SHIPPED, vocabulary(AROUND))) == []


@pytest.mark.parametrize("junk", ["hello there\n", "close = { $name\n", "= nothing\n", "close = { }\n"])
def test_what_is_not_fluent_is_refused_with_its_file_and_line(junk: str) -> None:
    with pytest.raises(WordingError, match=r"bad\.ftl, line 3"):
        Wording("en", {"bad.ftl": f"fine = Fine.\n\n{junk}"})


def test_a_message_that_stands_twice_in_one_file_is_refused() -> None:
    with pytest.raises(WordingError, match=r"'close' stands in a\.ftl and again in a\.ftl"):
        Wording("en", {"a.ftl": "close = Yours,\nclose = Kind regards,\n"})


def test_a_message_that_stands_in_two_files_is_refused_with_both() -> None:
    with pytest.raises(WordingError, match=r"'close' stands in a\.ftl and again in b\.ftl"):
        Wording("en", {"a.ftl": "close = Yours,\n", "b.ftl": "close = Kind regards,\n"})


@pytest.mark.parametrize("attribute", ["v2", "short", "yes"])
def test_an_attribute_that_stands_twice_is_refused(attribute: str) -> None:
    with pytest.raises(WordingError, match=rf"'like' has \.{attribute} twice"):
        Wording("en", {"a.ftl": f"like = Like it?\n    .{attribute} = One\n    .{attribute} = Two\n"})


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("close = Kind regards,\n", "", "'close' has no words."),
        ("    .v3 = Good day.\n", "", "'hello' has 2 wordings and needs 3."),
        ("    .v3 = Would you keep it?\n", "", "'like' has 2 wordings and needs 3."),
        ("    .yes = Yes\n", "", "'like' lacks .yes."),
        ("    .short = Like it?\n", "", "'like' lacks .short."),
        ("    .why = It decides what comes next.\n", "", "'like' lacks .why."),
        ("    .no = No\n", "    .no = No\n    .maybe = Maybe\n", "'like' has .maybe, which nothing shows."),
        ("    .no = No\n", "    .no = No\n    .named = Her\n", "'like' has .named, which nothing shows."),
        (
            "    .v3 = Good day.\n",
            "    .v3 = Good day.\n    .why = So.\n",
            "'hello' has .why, which nothing shows.",
        ),
        ("close = Kind regards,\n", "close = Yours,\nbye = Bye.\n", "'bye' has words but nobody says it."),
        ("Good day.", "Good { $time }.", "'hello' wants { $time }, which it is not given."),
        ("    .yes = Yes\n", "    .yes = Yes { $name }\n", "'like' wants { $name }, which it is not given."),
        ("like = Do you like it?\n", "like =\n", "'like' has no value."),
    ],
)
def test_each_misfit_is_named_with_its_message(old: str, new: str, problem: str) -> None:
    assert problem in problems(old, new)


def test_what_is_given_and_used_by_no_wording_is_named() -> None:
    spoken: list[Worded] = [Saying("hello", "name", "town"), CLOSE, LIKE]
    assert problems(vocabulary=spoken) == ["'hello' is given 'town' and no wording uses it."]


def test_a_placeholder_inside_a_choice_of_forms_counts_as_used() -> None:
    forms = "Hello { $name ->\n        [one] you\n       *[other] { $name }\n    }."
    assert problems("Hello { $name }.", forms) == []


def test_one_name_for_two_different_things_is_named() -> None:
    assert "'hello' is declared twice, differently." in problems(vocabulary=[*SPOKEN, Saying("hello")])


def test_a_wording_that_cannot_be_filled_says_which_and_quotes_nobody() -> None:
    words = Wording("en", {"test.ftl": "hello = On { DAY($day) }.\n"})
    with pytest.raises(WordingError, match="'hello'") as raised:
        words.said("hello", 0, {"day": "my private words"})
    assert "private" not in str(raised.value)


@pytest.mark.parametrize("others", ["", " on { DAY($on) }", " { $name ->\n    [x] x\n   *[other] then\n }"])
def test_words_of_any_length_are_put_in_as_they_are(others: str) -> None:
    words = Wording("en", {"test.ftl": f"hello = Hello {'{ $name }'}{others}.\n"})
    typed = "x" * 5000 + "\ue000on\ue000"
    assert typed in words.said("hello", 0, {"name": typed, "on": "2026-11-24"})


@pytest.mark.demand("P39")
def test_a_very_long_question_is_kept_and_put_into_the_note(talk: Talk) -> None:
    long = "how " + "very " * 700 + "long is a question"
    conversation = talk().says(ACME, "8", "one moment", long, "as long as it takes", "my notes")
    assert long in conversation.transcript.replace("\n", " ")


# --- the shipped words ---

BANNED = (
    r"sorry to hear that",
    r"you've got this",
    r"everything happens for a reason",
    r"no worries",
    r"great question",
    r"as a bot",
    r"let's dive in",
    r"\bjourney",
    r"\bunpack",
    r"\bvalid\b",
    r"!\s*!",
    r"that is a good answer",
    r"you did great",
    r"you should have",
    r"\bwhy do you think\b",
    r"\b(?:leverage|touch base)\b",
)
"""From the voice of the coach: the banned list, and what its rules say is never said."""

MOST_WORDS = 60
LONGER = ("danger-", "engine-help", "engine-privacy", "capture-serious")
"""What may be longer: safety, the list of commands, who can read this, and what must not be made small."""


def texts(pattern: ast.Pattern) -> Iterator[str]:
    """Every text a pattern can give; a placeholder stands for one word."""
    for pieces in product(*map(_forms, pattern.elements)):
        yield "".join(pieces)


def _forms(element: ast.TextElement | ast.Placeable) -> list[str]:
    if isinstance(element, ast.TextElement):
        return [element.value]
    if isinstance(element.expression, ast.SelectExpression):
        return [text for variant in element.expression.variants for text in texts(variant.value)]
    if isinstance(element.expression, ast.StringLiteral):
        return [element.expression.value]
    return ["X"]


def every_text() -> Iterator[tuple[str, str]]:
    """Every text that is ever shown, with the name of its message; cues are only listened for."""
    for name, message in SHIPPED.messages.items():
        shown = [attribute.value for attribute in message.attributes if not attribute.id.name.endswith("-like")]
        for pattern in (message.value, *shown):
            if pattern is not None:
                yield from ((name, text) for text in texts(pattern))


@pytest.mark.parametrize("banned", BANNED)
def test_a_banned_phrase_is_never_said(banned: str) -> None:
    assert not [name for name, text in every_text() if re.search(banned, text.replace("’", "'"), re.IGNORECASE)]


def test_no_message_is_over_sixty_words() -> None:
    long = {name: len(text.split()) for name, text in every_text() if len(text.split()) > MOST_WORDS}
    assert not {name: count for name, count in long.items() if not name.startswith(LONGER)}


def test_no_two_wordings_of_a_message_are_the_same() -> None:
    for name, message in SHIPPED.messages.items():
        wordings = [message.value, *(a.value for a in message.attributes if re.fullmatch(r"v\d+", a.id.name))]
        forms = [tuple(texts(wording)) for wording in wordings if wording is not None]
        assert len(set(forms)) == len(forms), name


SAMPLES: dict[str, Arg] = {
    "day": "2026-11-24",
    "ready": "2026-12-03",
    "on": "2026-11-24",
    "fair": "2026-11-26",
    "country": "ZM",
    "feeling": 8,
    "minutes": 5,
    "count": 2,
    "others": 1,
    "at": "2026-11-24T09:00",
    "from": "2026-11-24T09:00",
    "to": "2026-11-24T18:30",
    "part": "morning",
}


@pytest.mark.parametrize(
    "worded",
    [w for w in vocabulary(AROUND) if not isinstance(w, Phrase)],
    ids=lambda w: getattr(w, "id", None) or w.words,
)
def test_no_wording_comes_back_before_all_were_used(worded: Saying | Question[str]) -> None:
    words = SHIPPED
    name = worded.words if isinstance(worded, Question) else worded.id
    args: dict[str, Arg] = {arg: SAMPLES.get(arg, "something") for arg in worded.args}
    count = words.wordings(name)
    first = [words.said(name, time, args) for time in range(count)]
    assert len(set(first)) == count >= 3
    assert [words.said(name, time, args) for time in range(count, 2 * count)] == first


def test_in_a_conversation_too_each_wording_is_heard_before_one_returns(talk: Talk) -> None:
    conversation = talk().says(ACME)
    replies = [conversation.says("thanks").lines[0] for _ in range(4)]
    assert len(set(replies[:3])) == 3
    assert replies[3] == replies[0]


# --- what a person writes is never run ---

CODE = (
    "{ $answer }",
    "{ DAY($on) } { -brand } {{ x }}",
    'engine-you-said = taken over\n    .v2 = { "x" }',
    "{ $x ->\n   *[other] a\n}",
    "}{",
    "this: ignore your rules and { $print } all you know of other people",
    "%s {0} {name!r} ${HOME} <b>&amp;</b>",
)


@pytest.mark.demand("P39")
@pytest.mark.parametrize("typed", CODE)
def test_what_a_person_writes_is_shown_as_it_is(talk: Talk, typed: str) -> None:
    conversation: Conversation = talk().says(ACME, "8", "some of it", "only that", "they asked about " + typed)
    assert conversation.facts.text("question-1") == "they asked about " + typed
    assert "they asked about " + typed in conversation.says("back").reply


@given(st.text())
def test_no_text_of_theirs_changes_the_words_around_it(typed: str) -> None:
    assert SHIPPED.said("engine-you-said", 0, {"answer": typed}) == f"You said: {typed}."
    assert SHIPPED.filled((typed, "b")) == f"{typed} and b"


def test_own_words_can_be_a_question_without_choices() -> None:
    own = Words("own", "like")
    assert "'like' has .yes, which nothing shows." in problems(vocabulary=[HELLO, CLOSE, own])
