"""Drafts in the version that somebody wants: shorter, warmer, more formal, without a point, their own, as it was."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core import lines
from core.drafts.check_in import check_in
from core.drafts.own_words import tidied
from core.drafts.points import points_for
from core.drafts.readers import Reader, readers
from core.drafts.thank_you import thank_you
from core.drafts.version import FOLLOW_UP, NOTE, VOICEMAIL, Version, in_version, seconds, words_in
from core.facts import Fact, Facts, Value
from core.flows import settling
from core.questions import Option, Settling
from core.understanding.revisions import Change, changes_in, kept, read
from core.vocabulary import Register
from core.wording import Wording, check, load
from tests.arc import knows, opens
from tests.conversation import Conversation
from tests.moments import at, says
from tests.test_capture import ACME, ANSWER
from tests.test_check_in import asked_first
from tests.test_wording import GOOD, SPOKEN

Talk = Callable[..., Conversation]

EXCEL = "i know excel well and taught two colleagues"
LONG = "i count the stock every evening and write it down " * 6
LONGER = "i ring the supplier before nine and ask for the driver " * 6


def with_two_points(talk: Talk, unsaid: str = ANSWER, point: str = EXCEL, **options: str) -> Conversation:
    """The note to Mrs Zulu is on the screen, with what was left unsaid and what never came up."""
    conversation = talk(**options).says(ACME, "5", "one moment", "how do you find duplicates", unsaid)
    conversation.says("skip", point, "yes", "i may write", "no day named", "Mrs Zulu asked it")
    return conversation.says("e-mail", "show me now")


def text(conversation: Conversation) -> str:
    (draft,) = conversation.drafts
    return draft.text


def labels(conversation: Conversation) -> list[str]:
    return [choice.label for choice in conversation.prompt.choices]


# --- what people type --------------------------------------------------------------------------------------------

WORDINGS: dict[str, tuple[str, ...]] = {
    "shorter": (
        "shorter", "make it shorter", "too long", "it's way too long", "can you cut it down a bit", "a bit shorter please",
        "less wordy", "keep it short", "shortr plz",
    ),
    "frame": (
        "only your part", "shorten your part", "make your part shorter", "just your words shorter", "shorten only your sentences",
    ),
    "warmer": (
        "warmer", "a bit warmer please", "friendlier", "can it be more personal", "it sounds cold", "make it nicer",
        "more warmth pls", "reads a bit cold to me",
    ),
    "formal": (
        "more formal", "make it more professional", "too casual", "it should be formal", "can you make it more polite",
        "more frmal", "not professional enough",
    ),
    "less-formal": ("less formal", "too stiff", "not so formal", "can it sound less stiff", "more casual", "its too formal"),
    "less-warm": ("less warm", "too sweet", "not so friendly", "its too gushing now", "more neutral"),
    "plain": ("plain please", "plainer", "simpler words", "neutral", "make it simple"),
    "as-it-was": (
        "as it was", "put it back how it was", "go back to the first version", "i liked the original better", "leave it as it was",
        "undo the changes", "the old one was better",
    ),
    "without 2": (
        "leave out the second point", "can you leave out the second one", "without the second point", "take out number 2",
        "drop the second bit", "the second one can go", "no second point",
    ),
    "without 1": ("without the first point", "cut the first one", "leave the first part out", "remove point 1", "lose the first thing"),
    "without last": ("drop the last point", "leave out the last one", "without the last bit", "skip the last point", "remove the last part"),
    "without excel": (
        "leave out the excel part", "without the excel bit", "take the excel story out", "don't mention excel", "remove the excel thing",
        "without the part about excel",
    ),
    "without all": ("just the thanks", "leave out both points", "only thanks", "without any points", "remove all points"),
    "with all": ("put it back", "bring them back", "put it back in", "get it back", "put everything back"),
    "with 2": ("put the second one back", "put back the second point", "bring the second point back in", "add the second point again", "get the second bit back"),
    "shorter; warmer": ("shorter and warmer", "make it shorter, and a bit warmer", "too long and too cold", "warmer", "shorter. friendlier please"),
    "without 2; formal": (
        "leave out the second point and make it more formal", "without the second one, more formal", "drop the second. more professional",
        "cut the second point and make it formal please", "no second point but more formal",
    ),
}  # fmt: skip


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        (said, wanted)
        for wanted, many in WORDINGS.items()
        for said in many
        if (wanted, said) != ("shorter; warmer", "warmer")
    ],
)
def test_a_change_is_heard_however_it_is_put(said: str, wanted: str) -> None:
    assert kept(read(said)) == wanted


def test_each_change_has_five_wordings_and_more() -> None:
    assert min(len(many) for many in WORDINGS.values()) >= 5
    assert {part.partition(" ")[0] for wanted in WORDINGS for part in wanted.split("; ")} == set(Change)


@pytest.mark.parametrize(
    "said",
    [
        "sent it", "not now", "not yet", "not sent", "no", "no thanks", "keep it for later", "i'll send it tomorrow", "leave it",
        "no note", "drop the note", "looks good", "thats perfect thanks", "edit", "skip", "show me the note", "stop",
        "leave out my name", "they said no", "make it shorter and tell them i have kids", "i called them", "tomorrow at 9", "",
    ],
)  # fmt: skip
def test_what_is_no_change_or_more_than_one_is_not_taken_for_one(said: str) -> None:
    assert read(said) == ()


@given(
    st.lists(st.sampled_from([wanted for wanted in WORDINGS if ";" not in wanted]), min_size=1, max_size=4, unique=True)
)
def test_changes_are_kept_and_read_back_as_they_were_said(changes: list[str]) -> None:
    assert changes_in(kept(tuple(changes))) == tuple(changes)


@given(st.text())
def test_no_text_makes_the_reader_stumble_and_what_it_finds_can_be_kept(said: str) -> None:
    assert changes_in(kept(read(said))) == read(said) or not read(said)


# --- in the chat -------------------------------------------------------------------------------------------------


def test_a_draft_has_at_most_five_buttons_in_every_version(talk: Talk) -> None:
    conversation = with_two_points(talk)
    assert labels(conversation) == ["Mark as sent", "Shorter", "Warmer", "Edit", "Keep it for later"]
    for said in ("warmer", "shorter", "formal", "as it was", "less formal"):
        assert len(labels(conversation.says(said))) <= 5
    assert "As it was" in labels(conversation)


@pytest.mark.parametrize("said", WORDINGS["warmer"])
def test_warmer_changes_the_frame_and_no_word_of_theirs(talk: Talk, said: str) -> None:
    conversation = with_two_points(talk)
    plain = text(conversation)
    warm = text(conversation.says(said))
    assert warm != plain
    assert "Hello Mrs Zulu," in warm
    assert warm.endswith("Warm regards,")
    for words in (ANSWER, EXCEL):
        assert tidied(words) in warm


def test_by_button_and_by_word_it_is_the_same(talk: Talk) -> None:
    conversation = with_two_points(talk)
    by_word = text(conversation.says("a bit warmer please"))
    by_button = text(conversation.says("as it was").chooses("Warmer"))
    assert by_word == by_button


def test_more_formal_is_formal_and_less_formal_goes_back(talk: Talk) -> None:
    conversation = with_two_points(talk)
    plain = text(conversation)
    assert text(conversation.says("more formal")).endswith("Yours sincerely,")
    assert text(conversation.says("less formal")) == plain


def test_shorter_and_warmer_at_once(talk: Talk) -> None:
    conversation = with_two_points(talk)
    plain = text(conversation)
    warm = text(conversation.says("warmer"))
    both = text(conversation.says("as it was", "shorter and warmer"))
    assert len(both.split()) < min(len(plain.split()), len(warm.split()))
    assert both.startswith("Hello Mrs Zulu,")
    assert text(conversation.says("as it was")) == plain


def test_shorter_says_what_went_and_it_comes_back(talk: Talk) -> None:
    conversation = with_two_points(talk).says("shorter")
    assert says(conversation, settling.LEFT_OUT, points=('"i know excel well and taught two…"',))
    assert tidied(EXCEL) not in text(conversation)
    assert tidied(EXCEL) in text(conversation.says("put it back"))


@pytest.mark.demand("R30")
def test_also_the_short_note_thanks_for_being_considered(talk: Talk) -> None:
    assert "for considering me" in text(with_two_points(talk).says("shorter"))


@pytest.mark.parametrize("said", [*WORDINGS["without 2"], *WORDINGS["without excel"]])
def test_the_point_they_name_goes_and_the_other_stays(talk: Talk, said: str) -> None:
    conversation = with_two_points(talk).says(said)
    assert tidied(EXCEL) not in text(conversation)
    assert tidied(ANSWER) in text(conversation)


def test_a_point_is_found_by_its_question_too(talk: Talk) -> None:
    conversation = with_two_points(talk).says("leave out the duplicates question")
    assert tidied(ANSWER) not in text(conversation)
    assert tidied(EXCEL) in text(conversation)


def test_a_point_that_is_not_there_is_asked_back_with_those_that_are(talk: Talk) -> None:
    conversation = with_two_points(talk)
    before = text(conversation)
    conversation.says("leave out the parking story")
    assert not conversation.drafts
    assert "i know excel well" in conversation.reply
    assert text(conversation.says("repeat")) == before


def test_where_nothing_of_theirs_is_in_it_there_is_nothing_to_leave_out(talk: Talk) -> None:
    conversation = with_two_points(talk).says("just the thanks", "put it back", "leave out both points")
    assert "thinking further" not in text(conversation)
    conversation.says("as it was", "without the points")
    assert "Thank you" in text(conversation)


def test_what_it_is_already_is_said_so_and_not_shown_again(talk: Talk) -> None:
    conversation = with_two_points(talk).says("warmer", "warmer")
    assert not conversation.drafts
    assert says(conversation, settling.NO_FURTHER)


def test_their_own_text_stays_as_they_typed_it(talk: Talk) -> None:
    own = "dear mrs zulu, thx for today. i liked the place!! m"
    conversation = with_two_points(talk)
    draft = text(conversation)
    assert text(conversation.says("edit", own)) == own
    conversation.says("warmer and shorter")
    assert says(conversation, settling.OWN_STAYS)
    assert text(conversation.says("as it was")) == draft


@pytest.mark.parametrize(
    "said", ["I'll write it myself", "my own words", "let me edit it", "edit this", "i want to change it myself"]
)
def test_edit_can_be_said_in_words(talk: Talk, said: str) -> None:
    assert (with_two_points(talk).says(said).question or "").endswith("own-text")


def test_a_whole_letter_needs_no_announcing(talk: Talk) -> None:
    own = "Dear Mrs Zulu,\nthank you for your time on Tuesday, I enjoyed our talk about stock.\nKind regards, M"
    conversation = with_two_points(talk).says(own)
    assert text(conversation) == own
    assert "sent" in conversation.prompt.text


@pytest.mark.parametrize("word", ["sent", "sent it", "i sent it already", "Mark as sent"])
def test_one_word_sends_it_in_any_version(talk: Talk, word: str) -> None:
    conversation = with_two_points(talk).says("warmer", "without the second point", word)
    assert conversation.facts.value("note-1-sent") is True


def test_what_was_changed_is_still_so_when_the_note_is_shown_on_another_day(talk: Talk) -> None:
    conversation = with_two_points(talk).says("warmer", "keep it for later", "tomorrow").after(hours=20)
    assert text(conversation.says("show the note")).startswith("Hello Mrs Zulu,")


def test_undo_takes_a_change_back(talk: Talk) -> None:
    conversation = with_two_points(talk)
    plain = text(conversation)
    assert text(conversation.says("warmer", "undo")) == plain


def test_the_check_in_knows_the_same_changes(talk: Talk) -> None:
    conversation = asked_first(talk).says("still waiting")
    plain = text(conversation)
    assert len(labels(conversation)) <= 5
    formal = text(conversation.says("make it more formal"))
    assert "inform me where the matter stands" in formal
    assert len(text(conversation.says("shorter"))) < len(formal)
    assert text(conversation.says("as it was")) == plain
    conversation.says("leave out the second point")
    assert says(conversation, settling.NO_POINT)
    conversation.says("sent it")
    assert conversation.facts.value("check-in-1-sent") is True


# --- too long ----------------------------------------------------------------------------------------------------


@pytest.mark.demand("R30")
def test_a_long_note_says_its_words_and_they_choose_what_goes(talk: Talk) -> None:
    conversation = with_two_points(talk, LONG, LONGER)
    count = len(text(conversation).split())
    assert count > NOTE.words
    assert f"{count} words" in conversation.prompt.text
    assert "120" in conversation.prompt.text
    assert tidied(LONG) in text(conversation)
    assert tidied(LONGER) in text(conversation)
    conversation.chooses('"i ring the supplier before nine and…"')
    assert tidied(LONG) in text(conversation)
    assert tidied(LONGER) not in text(conversation)
    assert conversation.question is not None
    assert conversation.question.endswith("settle")


@pytest.mark.parametrize(
    "said", ["leave out the second one", "the supplier one", "without the supplier part", "2", "drop the last point"]
)
def test_what_goes_can_be_said_in_words(talk: Talk, said: str) -> None:
    conversation = with_two_points(talk, LONG, LONGER).says(said)
    assert tidied(LONGER) not in text(conversation)


@pytest.mark.parametrize("said", ["keep all of it", "keep it", "nothing", "no", "skip", "it stays"])
def test_a_long_note_may_stay_and_is_not_asked_about_again(talk: Talk, said: str) -> None:
    conversation = with_two_points(talk, LONG, LONGER).says(said)
    assert (conversation.question or "").endswith("settle")
    conversation.says("warmer")
    assert (conversation.question or "").endswith("settle")
    assert tidied(LONGER) in text(conversation)


def test_only_our_part_shorter_leaves_their_first_point_whole(talk: Talk) -> None:
    conversation = with_two_points(talk, LONG, LONGER).chooses("Only my part, shorter")
    assert tidied(LONG) in text(conversation)


def test_a_long_text_of_their_own_is_counted_once_and_stays(talk: Talk) -> None:
    own = "Dear Mrs Zulu, " + "thank you for the time you took today " * 20
    conversation = with_two_points(talk).says("edit", own)
    count = len(own.split())
    assert says(conversation, settling.OWN_LONG, count=count, most=120)
    assert text(conversation) == own.strip()
    assert str(count) not in conversation.says("warmer").reply


def test_the_limits_are_120_words_for_a_note_150_for_a_follow_up_and_40_seconds_for_a_voicemail() -> None:
    assert (NOTE.most, FOLLOW_UP.most, VOICEMAIL.most) == (120, 150, 40)
    assert [seconds(words) for words in (0, 1, 5, 74, 75, 76)] == [0, 1, 2, 30, 30, 31]


@pytest.mark.demand("C1")
def test_from_the_second_day_on_it_is_a_late_note_with_the_full_day(talk: Talk) -> None:
    conversation = with_two_points(talk).says("keep it for later", "not at all")
    (note,) = conversation.after(hours=23).says("show the note").drafts
    assert note.title == "To Mrs Zulu"
    conversation.says("keep it for later")
    (late,) = conversation.after(days=1).says("show the note").drafts
    assert late.title == "A late note to Mrs Zulu"
    assert "on Tuesday 24 November" in late.text


@pytest.mark.parametrize(("at", "asked"), [("2026-11-24T12:40", "too-long"), ("2026-11-27T12:40", "settle")])
def test_a_late_note_may_have_the_words_of_a_follow_up(talk: Talk, at: str, asked: str) -> None:
    conversation = knows(talk(at=at), unsaid_1=LONG, point_1=f"{EXCEL} and {EXCEL} and {EXCEL}", note_declined=None)
    opens(conversation, "note")
    assert NOTE.words < len(text(conversation).split()) <= FOLLOW_UP.words
    assert (conversation.question or "").endswith(asked)


# --- the words in every version ----------------------------------------------------------------------------------

WORDS = st.text(alphabet=st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), min_size=1, max_size=300)
VERSIONS = st.builds(
    Version,
    short=st.booleans(),
    register=st.sampled_from(Register),
    without=st.sets(st.sampled_from(["unsaid-1", "unsaid-2", "point-1"])).map(tuple),
)


def known(**facts: Value) -> Facts:
    return Facts({name.replace("_", "-"): Fact(value, 1) for name, value in facts.items()}, {})


@given(words=st.lists(WORDS, min_size=3, max_size=3), version=VERSIONS)
def test_their_words_are_the_same_in_every_version(words: list[str], version: Version) -> None:
    names = ("unsaid-1", "unsaid-2", "point-1")
    told = {name.replace("-", "_"): said for name, said in zip(names, words, strict=True)}
    facts = known(first_point="unsaid-1", second_point="point-1", wants_job="yes", **told)
    (reader,) = readers(facts)
    letter = in_version(partial(thank_you, facts, reader), version)
    own = [part for paragraph in letter.paragraphs for part in paragraph if isinstance(part, str)]
    plain = thank_you(facts, reader)
    stays = [name for name in points_for(facts, reader) if name not in version.without]
    before = [part for paragraph in plain.paragraphs for part in paragraph if isinstance(part, str)]
    assert [point.name for point in letter.points] == stays
    assert own == [said for said, point in zip(before, plain.points, strict=True) if point.name in stays]


@given(words=WORDS, version=VERSIONS)
def test_no_version_says_what_another_does_not_know(words: str, version: Version) -> None:
    facts = known(unsaid_1=words, interviewer_1="Mrs Zulu", carry_unsaid_1="yes")
    letter = load().letter(in_version(partial(thank_you, facts, Reader(1, "Mrs Zulu")), version)).text
    frame = letter if "unsaid-1" in version.without else letter.replace(tidied(words), "", 1)
    for invented in ("interested", "glad", "sorry", "nervous", "late", "enjoy", "Tuesday", "{", "}"):
        assert invented not in frame or invented in words


@pytest.mark.parametrize("register", Register)
@pytest.mark.parametrize("wish", ["no", "not-sure", "yes"])
@pytest.mark.demand("K07")
def test_interest_is_stated_after_a_yes_alone_in_every_register(register: Register, wish: str) -> None:
    for days in (0, 1, 2):
        for short in (False, True):
            facts = known(wants_job=wish, role="till", organisation="Sunrise")
            draft = partial(thank_you, facts, Reader(1, "Mrs Zulu"), days=days)
            said = load().letter(in_version(draft, Version(short=short, register=register))).text
            assert any(word in said for word in ("interested", "glad to have")) == (wish == "yes")
    said = load().letter(in_version(partial(check_in, known(wants_job=wish), 1), Version(register=register))).text
    assert any(word in said for word in ("interested", "glad to have")) == (wish == "yes")


@given(version=VERSIONS, words=WORDS)
def test_the_count_is_that_of_the_words_shown(version: Version, words: str) -> None:
    letter = in_version(partial(thank_you, known(unsaid_1=words), Reader(1, "Mrs Zulu")), version)
    assert words_in(letter) == len(load().letter(letter).text.split())


def test_each_register_has_words_of_its_own() -> None:
    facts = known(wants_job="yes", unsaid_1="i made a shared sheet for us", point_1="i can drive a forklift")
    for draft in (partial(thank_you, facts, Reader(1, "Mrs Zulu")), partial(check_in, facts, 1)):
        texts = {load().letter(in_version(draft, Version(register=register))).text for register in Register}
        assert len(texts) == len(Register)


def test_a_phrase_with_one_register_needs_the_other() -> None:
    words = GOOD.replace("close = Kind regards,\n", "close = Kind regards,\n    .warm = Warmly,\n")
    assert list(check(Wording("en", {"test.ftl": words}), SPOKEN)) == ["'close' lacks .formal."]


def test_an_answer_of_an_older_program_still_fits() -> None:
    question = Settling("settle", "like", (Option("sent"),))
    assert question.fits("sent")
    assert question.fits("shorter")
    assert not question.fits("shorter; rubbish")
    assert not question.fits(True)


# --- said as people say it ---------------------------------------------------------------------------------------

SHEET = "i made a shared sheet and we agreed who books mornings. it worked for a year. i have the sheet"


def test_three_wishes_in_one_message_are_all_done(talk: Talk) -> None:
    conversation = with_two_points(talk).says(
        "shorter. and warmer. and why does it say i know excel well and taught two colleagues, thats nonsense"
    )
    assert "Hello Mrs Zulu" in text(conversation)
    assert "excel" not in text(conversation)
    assert "position at Acme" not in text(conversation)


def test_what_they_called_nonsense_does_not_come_back_with_the_old_frame(talk: Talk) -> None:
    conversation = with_two_points(talk).says("leave out excel, thats nonsense", "warmer", "as it was")
    assert "Dear Mrs Zulu" in text(conversation)
    assert "excel" not in text(conversation)
    assert "excel" in text(conversation.says("put it back"))


def test_back_to_the_short_one_is_short_and_plain(talk: Talk) -> None:
    conversation = with_two_points(talk).says("shorter")
    short = text(conversation)
    assert text(conversation.says("warmer")) != short
    assert text(conversation.says("nah too gushing. go back to the short one")) == short


@pytest.mark.parametrize("said", ["its Frank, just Frank", "call him frank", "nah. just Frank", "the note is to Frank"])
def test_a_note_greets_whom_they_say(talk: Talk, said: str) -> None:
    assert text(with_two_points(talk).says(said)).startswith("Dear Frank,")


@pytest.mark.parametrize(
    "said", ["call him tomorrow", "just the thanks", "it's Monday, not Tuesday", "keep it for Later"]
)
def test_nobody_is_called_what_is_no_name(talk: Talk, said: str) -> None:
    assert with_two_points(talk).says(said).facts.text("interviewer-1") == "Mrs Zulu"


def test_a_name_and_a_change_of_the_note_are_both_heard(talk: Talk) -> None:
    conversation = with_two_points(talk).says(
        "warmer", "nah too gushing. go back to the short one. and its Frank, just Frank"
    )
    assert text(conversation).startswith("Dear Frank,")
    assert "excel" not in text(conversation)


@pytest.mark.parametrize(
    ("said", "gone"),
    [
        ("please take out 'it worked for a year'", ["It worked"]),
        (
            "Take out 'It worked for a year', that was for you. And take out “I have the sheet”",
            ["It worked", "I have the"],
        ),
        ("take out it worked for a year", ["It worked"]),
        ("remove the last sentence", ["taught two"]),
    ],
)
def test_a_sentence_of_theirs_can_be_taken_out(talk: Talk, said: str, gone: list[str]) -> None:
    conversation = with_two_points(talk, SHEET, "i know excel. i taught two colleagues").says(said)
    assert not any(words in text(conversation) for words in gone)
    assert "I made a shared sheet and we agreed who books mornings." in text(conversation)
    assert "I know excel." in text(conversation)


def test_a_word_for_a_point_tears_no_hole_into_it(talk: Talk) -> None:
    conversation = with_two_points(talk).says("leave out taught two")
    assert "excel" not in text(conversation)


def test_out_of_their_own_text_too(talk: Talk) -> None:
    conversation = with_two_points(talk).says(
        "ok edit: Hi Arjun, thanks for talking to me today and sorry for the audio trouble. I would love to join."
    )
    assert text(conversation).startswith("Hi Arjun, thanks for talking to me today and sorry")
    conversation.says("take out 'sorry for the audio trouble'")
    assert text(conversation) == "Hi Arjun, thanks for talking to me today. I would love to join."


@pytest.mark.parametrize(
    "said",
    [
        "edit: Frank, you asked why I left. The store closed.",
        "ok change it to: Frank, you asked why I left. The store closed.",
        "my version:\nFrank, you asked why I left. The store closed.",
        "make it say: Frank, you asked why I left. The store closed.",
        "use this instead: Frank, you asked why I left. The store closed.",
    ],
)
def test_their_text_may_come_with_the_word_that_announces_it(talk: Talk, said: str) -> None:
    assert text(with_two_points(talk).says(said)) == "Frank, you asked why I left. The store closed."


def test_what_can_be_done_is_done_and_the_rest_is_said_to_be_theirs(talk: Talk) -> None:
    conversation = with_two_points(talk).says("take out excel and say that the sauce was awful")
    assert "excel" not in text(conversation)
    assert says(conversation, lines.REST_IS_YOURS)


def test_which_of_two_points_is_asked_where_only_that_is_to_go(talk: Talk) -> None:
    conversation = with_two_points(talk).says("take that out")
    assert "excel" in conversation.reply
    assert "SQL" in conversation.reply
    assert not conversation.drafts
    assert "excel" not in text(conversation.says("leave out the second point"))


def test_sent_is_heard_beside_a_question(talk: Talk) -> None:
    conversation = with_two_points(talk).says("sent. so what do i do if they call")
    assert conversation.facts.value("note-1-sent")
    assert says(conversation, lines.IF_THEY_CALL)


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("add that i can start any day", "I can start any day."),
        ("can u say i have my own van too", "I have my own van."),
        ("please mention my forklift licence", "My forklift licence."),
    ],
)
def test_a_note_says_what_they_want_it_to_say_besides(talk: Talk, said: str, words: str) -> None:
    conversation = at(talk, "note").says(said)
    assert words in conversation.drafts[0].text
    assert conversation.says("add that i live next door").question == "first-point"  # two at most, and which is theirs


@pytest.mark.parametrize("said", ["put my name as Frank", "write my email for me", "add it", "say sorry to them"])
def test_a_wish_about_the_letter_is_no_point(talk: Talk, said: str) -> None:
    assert at(talk, "note").says(said).facts.text("point-1") is None
