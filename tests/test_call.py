"""The call in place of the note: whether, what to say, the voicemail, what became of it, and never both."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, time, timedelta
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core import lines
from core.clock import QuietHours
from core.community import Community
from core.drafts.call import reminded_at, script, voicemail
from core.drafts.own_words import tidied
from core.drafts.points import points_for
from core.drafts.readers import readers
from core.drafts.version import VOICEMAIL, Version, in_version, seconds, words_in
from core.facts import Fact, Facts, Value
from core.flows import call, settling
from core.vocabulary import Letter, Register
from core.wording import load
from tests.conversation import Conversation
from tests.moments import at, says
from tests.test_capture import ACME, ANSWER, told
from tests.test_note import asked_for_note
from tests.test_outcome import planned

Talk = Callable[..., Conversation]

SHEET = "i made a shared sheet and it stopped"
EXCEL = "i know excel well and taught two colleagues"


def at_channel(talk: Talk, unsaid: str = SHEET, point: str = "nothing", **options: str) -> Conversation:
    """Up to the question how to send it, with something left to say."""
    conversation = talk(**options).says(ACME, "5", "one moment", "how do you find duplicates", unsaid)
    conversation.says("skip", point, "yes", "i may write", "no day named")
    return conversation.says("Mrs Zulu asked it")


def at_script(talk: Talk, **options: str) -> Conversation:
    """What to say is on the screen."""
    return at_channel(talk, **options).says("call them", "yes")


def at_message(talk: Talk, **options: str) -> Conversation:
    """The voicemail is on the screen."""
    return at_script(talk, **options).says("next")


def labels(conversation: Conversation) -> list[str]:
    return [choice.label for choice in conversation.prompt.choices]


def is_offered(conversation: Conversation) -> bool:
    return any("A call" in label for label in labels(conversation))


def text(conversation: Conversation) -> str:
    (draft,) = conversation.drafts
    return draft.text


def known(**facts: Value) -> Facts:
    return Facts({name.replace("_", "-"): Fact(value, 1) for name, value in facts.items()}, {})


def shown(letter: Letter) -> str:
    return load().letter(letter).text


# --- whether -----------------------------------------------------------------------------------------------------


@pytest.mark.demand("R37")
@pytest.mark.demand("C2")
@pytest.mark.parametrize("at", ["2026-11-24T08:10", "2026-11-24T12:40", "2026-11-24T17:55"])
def test_a_call_is_offered_on_the_same_day_before_six_after_mail(talk: Talk, at: str) -> None:
    conversation = at_channel(talk, at=at)
    assert labels(conversation) == ["E-mail", "By post", "A call, before six today", "No note"]


@pytest.mark.demand("C2")
@pytest.mark.parametrize("at", ["2026-11-24T18:00", "2026-11-24T21:30"])
def test_from_six_on_no_call_is_offered(talk: Talk, at: str) -> None:
    assert not is_offered(at_channel(talk, at=at))


@pytest.mark.demand("C2")
def test_of_an_interview_yesterday_no_call_is_offered(talk: Talk) -> None:
    conversation = talk().says("had my interview at Acme yesterday, froze on the SQL question", "5", "one moment")
    conversation.says("skip", ANSWER, "skip", "nothing", "yes", "i may write", "no day named", "Mrs Zulu")
    assert conversation.question == "note-channel"
    assert not is_offered(conversation)


@pytest.mark.demand("C2")
def test_without_an_important_point_no_call_is_offered(talk: Talk) -> None:
    conversation = talk().says("Just out of my interview at Acme. I was five minutes late", "5", "one moment")
    conversation.says("no", "skip", "nothing", "yes", "i may write", "no day named", "Mrs Zulu")
    assert conversation.question == "note-channel"
    assert not is_offered(conversation)
    assert says(conversation.says("can i just call them"), call.NO_REASON)


@pytest.mark.demand("K02")
def test_where_contact_is_barred_there_is_no_call_and_it_is_said(talk: Talk) -> None:
    conversation = told(talk).says("skip", "nothing", "yes", "no contact, please", "no day named")
    assert says(conversation.says("can i just call them"), call.BARRED)
    assert not conversation.drafts


@pytest.mark.demand("K02")
def test_through_a_recruiter_it_is_the_recruiter_or_rather_none(talk: Talk) -> None:
    conversation = asked_for_note(talk, contact="Through a recruiter")
    assert not is_offered(conversation)
    conversation.says("can i call them instead")
    assert "recruiter" in conversation.prompt.text
    assert "never the employer" in conversation.prompt.text or "rung" in conversation.prompt.text
    conversation.chooses("Ring the recruiter")
    assert conversation.drafts[0].title == "The call to the recruiter"


@pytest.mark.demand("K04")
def test_after_grave_conduct_no_call_is_offered(talk: Talk) -> None:
    conversation = talk().says(
        "Interview at Acme just now. he said women cannot drive trucks. froze on the SQL question", "8"
    )
    conversation.says("that's all", "yes", "how do you find duplicates", SHEET, "that was all", "skip", "nothing")
    while conversation.question not in ("note-channel", None):
        conversation.says("skip")
    assert not is_offered(conversation)


@pytest.mark.demand("C2")
@pytest.mark.parametrize(
    "said", ["call them", "i'd rather call", "rather phone", "by phone", "ring her", "3", "A call, before six today"]
)
def test_the_call_is_chosen_however_it_is_said_and_a_direct_number_is_asked_for(talk: Talk, said: str) -> None:
    conversation = at_channel(talk).says(said)
    assert conversation.question == "direct-number"
    assert "direct number" in conversation.prompt.text


@pytest.mark.parametrize("said", ["should i call them or write?", "is it better to phone them?", "should i ring them"])
def test_who_asks_which_is_better_is_answered_and_has_not_chosen(talk: Talk, said: str) -> None:
    conversation = at_channel(talk).says(said)
    assert says(conversation, lines.CALL_OR_WRITE)
    assert conversation.question == "note-channel"


@pytest.mark.demand("C2")
@pytest.mark.parametrize("said", ["no", "not sure", "only the front desk", "skip"])
def test_without_a_direct_number_a_call_is_advised_against_and_still_theirs_to_choose(talk: Talk, said: str) -> None:
    conversation = at_channel(talk).says("call them", said)
    assert conversation.question == "call-anyway"
    assert not conversation.drafts
    assert labels(conversation) == ["Mail instead", "Call all the same"]
    assert conversation.says("call all the same").drafts


def test_mail_after_all_goes_on_with_the_note(talk: Talk) -> None:
    conversation = at_channel(talk).says("call them", "no", "mail then")
    assert conversation.question == "note-look"
    assert tidied(SHEET) in text(conversation.says("show me now"))


@pytest.mark.demand("C2")
def test_who_answers_after_six_is_told_that_the_hour_has_passed(talk: Talk) -> None:
    conversation = at_channel(talk, at="2026-11-24T15:00").says("call them").after(hours=4).says("yes")
    assert says(conversation, call.TOO_LATE)
    assert not conversation.drafts
    assert conversation.question == "note-look"


REQUESTS = (
    "can i just call them", "i'd rather phone", "can i call them instead", "let me call her", "what about a call instead",
    "i want to call mrs zulu", "call them", "could i ring them up", "i'll just phone them",
)  # fmt: skip


@pytest.mark.demand("R37")
@pytest.mark.parametrize("said", REQUESTS)
def test_a_call_can_be_asked_for_at_another_question(talk: Talk, said: str) -> None:
    conversation = at_channel(talk).says("e-mail", said)
    assert conversation.question == "direct-number"
    assert conversation.says("yes").drafts[0].title == "The call to Mrs Zulu"


def test_before_there_is_anything_to_say_a_call_is_answered_in_general(talk: Talk) -> None:
    conversation = talk().says(ACME, "can i just call them")
    assert says(conversation, lines.CALL_OR_WRITE)
    assert conversation.question == "feeling-at-first"


def test_asked_for_early_it_takes_the_place_of_the_note_when_its_turn_comes(talk: Talk) -> None:
    conversation = told(talk).says("skip", "i'd rather phone them", "yes", "next", "i call later")
    conversation.says("nothing", "yes", "i may write", "no day named", "Mrs Zulu asked it")
    assert conversation.question == "judge-when"
    assert "call" in planned(conversation)


@pytest.mark.demand("R07")
def test_the_map_shows_the_call_only_when_it_may_be_made(talk: Talk) -> None:
    conversation = at_channel(talk).says("e-mail", "tomorrow", "tomorrow")
    assert "A call today" in labels(conversation.says("steps"))
    assert conversation.says("a call today").question == "direct-number"
    conversation = at_channel(talk).says("e-mail", "tomorrow", "not at all").after(days=1)
    assert "A call today" not in labels(conversation.says("steps"))


@pytest.mark.parametrize(
    "said",
    [
        "can i text them",
        "what about a whatsapp instead",
        "is a text message ok?",
        "can i send her a text",
        "should i text them",
    ],
)
@pytest.mark.demand("C2")
def test_a_text_message_is_advised_against_with_source_and_year(talk: Talk, said: str) -> None:
    conversation = at_channel(talk).says(said)
    assert says(conversation, lines.TEXT_THEM)
    assert conversation.question == "note-channel"


def test_every_figure_about_channels_has_its_source_and_year() -> None:
    for number in range(3):
        words = load().said("aside-text-them", number, {})
        assert all(part in words for part in ("10 %", "Accountemps", "2012", "500"))


# --- what to say -------------------------------------------------------------------------------------------------


@pytest.mark.demand("R38")
@pytest.mark.demand("R39")
@pytest.mark.demand("R40")
def test_the_script_thanks_states_interest_and_brings_both_points_in_their_own_words(talk: Talk) -> None:
    conversation = at_channel(talk, SHEET, EXCEL).says("call them", "yes")
    said = text(conversation)
    assert "Thank you for the interview" in said
    assert "very interested in the job at Acme" in said
    assert '"how do you find duplicates"' in said
    assert tidied(SHEET) in said
    assert tidied(EXCEL) in said


@pytest.mark.demand("R38")
@pytest.mark.demand("K07")
@pytest.mark.parametrize("register", Register)
@pytest.mark.parametrize("wish", ["yes", "no", "not-sure"])
def test_on_the_phone_interest_is_stated_after_a_yes_alone(wish: str, register: Register) -> None:
    facts = known(wants_job=wish, unsaid_1=SHEET)
    for draft in (partial(script, facts), partial(voicemail, facts)):
        said = shown(in_version(draft, Version(register=register)))
        assert any(word in said for word in ("interested", "glad to have")) == (wish == "yes")


@pytest.mark.demand("R38")
def test_it_says_whom_to_ask_for_and_what_to_say_to_whoever_answers(talk: Talk) -> None:
    said = text(at_script(talk))
    assert "Whoever answers" in said
    assert "May I speak with Mrs Zulu?" in said
    assert "Not there?" in said
    nameless = shown(script(known(unsaid_1=SHEET), Version()))
    assert "whoever led the interview" in nameless
    assert "Hello, this is (your name)" in nameless


@pytest.mark.demand("K08")
def test_who_asked_the_question_is_the_one_to_be_called() -> None:
    facts = known(
        **{"unsaid_1": SHEET, "interviewer-1": "Mrs Zulu", "interviewer-2": "Mr Banda", "asked-by-1": "interviewer-2"}
    )
    assert load().letter(script(facts, Version())).title == "The call to Mr Banda"
    assert "Mrs Zulu" not in shown(script(facts, Version()))


@pytest.mark.demand("K03")
def test_more_than_two_points_are_chosen_from_for_a_call_too(talk: Talk) -> None:
    conversation = talk().says(
        ACME, "5", "some of it", "not sure", "skip", "This is my first answer.", "another one", "the second"
    )
    conversation.says(
        "This is my second answer.", "that was all", "skip", EXCEL, "yes", "i may write", "no day named", "Mrs Zulu"
    )
    conversation.says("call them", "yes")
    assert conversation.question == "first-point"
    conversation.clicks(conversation.prompt, "point-1").clicks(conversation.prompt, "unsaid-2")
    assert "my second answer" in text(conversation)
    assert "my first answer" not in text(conversation)


@pytest.mark.demand("K03")
def test_a_sore_point_is_asked_about_before_it_is_said_aloud(talk: Talk) -> None:
    conversation = talk().says(ACME, "5", "one moment", "skip", SHEET, "skip", "i got so nervous there")
    conversation.says("yes", "i may write", "no day named", "Mrs Zulu", "call them", "yes")
    assert conversation.question == "carry-point-1"
    assert "nervous" not in text(conversation.says("just for me"))


def test_the_script_can_be_had_warmer_and_without_a_point(talk: Talk) -> None:
    conversation = at_channel(talk, SHEET, EXCEL).says("call them", "yes", "warmer", "leave out the excel part")
    assert "Thank you so much for the interview" in text(conversation)
    assert tidied(EXCEL) not in text(conversation)
    assert tidied(SHEET) in text(conversation)


# --- the voicemail -----------------------------------------------------------------------------------------------


@pytest.mark.demand("R41")
def test_for_the_machine_there_is_a_text_with_its_seconds(talk: Talk) -> None:
    conversation = at_message(talk)
    said = text(conversation)
    assert tidied(SHEET) in said
    assert "(your number)" in said
    count = seconds(len(said.split()))
    assert count <= 30
    assert f"about {count} seconds" in conversation.prompt.text
    assert len(labels(conversation)) == 5


@pytest.mark.demand("R41")
def test_over_thirty_seconds_the_count_is_told_and_they_choose_what_goes(talk: Talk) -> None:
    conversation = at_channel(talk, ANSWER, EXCEL).says("call them", "yes", "next")
    count = seconds(len(text(conversation).split()))
    assert count > 30
    assert f"about {count} seconds" in conversation.prompt.text
    assert tidied(ANSWER) in text(conversation)
    assert tidied(EXCEL) in text(conversation)
    conversation.says("the excel part can go")
    assert tidied(EXCEL) not in text(conversation)
    assert tidied(ANSWER) in text(conversation)
    assert says(conversation, settling.LEFT_OUT, points=('"i know excel well and taught two…"',))


@pytest.mark.demand("R41")
def test_a_long_message_may_stay_long(talk: Talk) -> None:
    conversation = at_channel(talk, ANSWER, EXCEL).says("call them", "yes", "next", "keep all of it")
    assert conversation.question is not None
    assert conversation.question.endswith(".message")


def test_their_own_message_is_counted_in_seconds(talk: Talk) -> None:
    own = "Hello, this is Mutale about the interview. " + "I would like to add something about the stock. " * 16
    conversation = at_message(talk).says("edit", own)
    count = seconds(len(own.split()))
    assert says(conversation, settling.OWN_LONG_SPOKEN, count=count, most=40)
    assert text(conversation) == own.strip()
    assert f"about {count} seconds" in conversation.prompt.text


@given(
    words=st.text(alphabet="abcde fghij klm.", min_size=1, max_size=400),
    short=st.booleans(),
    register=st.sampled_from(Register),
)
def test_on_the_phone_too_their_words_are_the_same_in_every_version(
    words: str, short: bool, register: Register
) -> None:
    facts = known(unsaid_1=words, point_1=EXCEL, wants_job="yes", **{"carry-unsaid-1": "yes"})
    for draft in (partial(script, facts), partial(voicemail, facts)):
        letter = in_version(draft, Version(short=short, register=register))
        own = [part for paragraph in letter.paragraphs for part in paragraph if isinstance(part, str)]
        assert own == [part for paragraph in draft(Version()).paragraphs for part in paragraph if isinstance(part, str)]
        assert tidied(EXCEL) in own
        assert words_in(letter) == len(shown(letter).split())


def test_a_message_with_one_short_point_fits_without_a_word() -> None:
    facts = known(
        unsaid_1=SHEET, question_1="how do you find duplicates", wants_job="yes", role="till", organisation="Acme"
    )
    for register in Register:
        assert words_in(in_version(partial(voicemail, facts), Version(register=register))) <= VOICEMAIL.words


# --- what became of it -------------------------------------------------------------------------------------------

CAME = {
    "reached": (
        "i spoke with her",
        "i called them",
        "talked to her, she was nice",
        "got through",
        "I spoke with them",
        "she answered",
    ),
    "voicemail": (
        "left a message",
        "i left a voicemail",
        "it went to voicemail",
        "no answer so i left a message",
        "I left the message",
    ),
    "nobody": ("nobody answered", "no answer", "she wasn't there", "they didn't pick up", "no luck", "Nobody there"),
    "left": ("no call after all", "i'd rather write", "i won't call", "rather not", "too scared"),
}


@pytest.mark.demand("R42")
@pytest.mark.parametrize(("became", "said"), [(became, said) for became, many in CAME.items() for said in many])
def test_what_became_of_it_is_understood_in_words(talk: Talk, became: str, said: str) -> None:
    assert at_message(talk).says(said).facts.value("call-became") == became


@pytest.mark.demand("R42")
@pytest.mark.parametrize("said", ["i spoke with her", "left a message"])
def test_what_was_said_on_the_phone_is_in_no_note_and_a_plain_one_is_possible(talk: Talk, said: str) -> None:
    conversation = at_message(talk).says(said)
    if conversation.question == "call-all-said":
        conversation.says("yes")
    assert "plain" in conversation.reply
    assert '"show the note"' in conversation.reply
    assert not {"note", "last-call", "call"} & set(planned(conversation))
    assert conversation.question == "judge-when"
    note = text(conversation.says("show the note"))
    assert "Thank you" in note
    assert tidied(SHEET) not in note


@pytest.mark.demand("R42")
def test_what_another_asked_may_still_be_written_to_them() -> None:
    facts = known(
        **{
            "unsaid-1": SHEET, "unsaid-2": EXCEL, "interviewer-1": "Mrs Zulu", "interviewer-2": "Mr Banda",
            "asked-by-1": "interviewer-1", "asked-by-2": "interviewer-2", "call-became": "reached",
        }
    )  # fmt: skip
    assert [points_for(facts, reader) for reader in readers(facts)] == [[], ["unsaid-2"]]


@pytest.mark.demand("R42")
def test_where_nobody_answered_the_note_carries_it(talk: Talk) -> None:
    conversation = at_message(talk).says("nobody answered")
    assert says(conversation, call.NOBODY)
    assert tidied(SHEET) in text(conversation.says("show me now"))


@pytest.mark.demand("R42")
def test_after_the_note_no_call_is_offered_and_they_are_told_the_reason(talk: Talk) -> None:
    conversation = at_channel(talk).says("e-mail", "show me now", "sent", "tomorrow")
    assert "A call today" not in labels(conversation.says("steps"))
    conversation.says("nothing now", "can i call them too")
    assert says(conversation, call.NOTE_IS_SENT)
    assert not conversation.drafts


@pytest.mark.demand("C2")
@pytest.mark.parametrize("said", ["i spoke with her", "nobody answered"])
def test_there_is_one_call_and_no_second(talk: Talk, said: str) -> None:
    conversation = at_message(talk).says(said)
    assert says(conversation.says("can i call them again"), call.ONLY_ONE)


TOLD = (
    "i called them", "I've just phoned her", "rang mrs zulu just now", "i called them and spoke to her", "called them, she was nice",
    "i phoned the clinic and left a voicemail", "i rang her but nobody answered",
)  # fmt: skip


@pytest.mark.demand("R42")
@pytest.mark.parametrize("said", TOLD)
def test_a_call_nobody_planned_is_taken_as_made_when_they_tell_of_it(talk: Talk, said: str) -> None:
    conversation = at_channel(talk).says("e-mail", "tomorrow", "tomorrow", said)
    became = "voicemail" if "voicemail" in said else "nobody" if "nobody" in said else "reached"
    assert conversation.facts.value("call-became") == became
    if became != "nobody":
        assert not {"note", "last-call"} & set(planned(conversation))
        assert tidied(SHEET) not in text(conversation.says("show the note"))


@pytest.mark.parametrize("said", ["nobody answered", "left a message", "i spoke to her"])
def test_words_that_may_mean_something_else_need_a_call_that_was_to_be(talk: Talk, said: str) -> None:
    conversation = at_channel(talk).says("e-mail", "tomorrow", "tomorrow", said)
    assert conversation.facts.value("call-became") is None


UNREACHED = {
    "nobody": (
        "i called them, no answer", "rang them twice nobody picks up", "tried to call mrs zulu but she was out",
        "phoned the clinic 3 times, just rang out", "gave them a ring, she's on leave", "called, nobody there",
    ),
    "voicemail": (
        "left a voicemail", "left her a voicemail", "tried calling, went to voicemail", "left a vm",
        "called them but no answer so left a msg", "called her office and got the machine",
    ),
}  # fmt: skip


@pytest.mark.demand("R41")
@pytest.mark.parametrize(("became", "said"), [(became, said) for became, many in UNREACHED.items() for said in many])
@pytest.mark.parametrize("moment", ["feeling", "contact", "who", "note", "done"])
def test_a_call_that_nobody_took_is_heard_whatever_is_open(talk: Talk, moment: str, became: str, said: str) -> None:
    conversation = at(talk, moment)
    contact = conversation.facts.value("contact")
    conversation.says(said)
    assert conversation.facts.value("call-became") == became
    assert conversation.facts.value("contact") == contact
    assert conversation.facts.value("interviewers") in (None, "Mrs Zulu asked it")


@pytest.mark.parametrize("said", ["i called them, no answer", "left a voicemail"])
def test_told_where_contact_is_ruled_out_or_the_note_is_out_no_mail_is_proposed(talk: Talk, said: str) -> None:
    barred = at(talk, "contact").says("no contact please", said)
    assert says(barred, call.BARRED)
    assert barred.question == "answer-promised-at"
    sent = at(talk, "done").says("sent it", said)
    assert says(sent, call.NOTE_IS_SENT)
    assert not sent.drafts


@pytest.mark.parametrize(
    "said", ["they left a voicemail", "i called my sister, no answer", "they called and left a message", "called it a day",
             "i'm out", "missed their call"]
)  # fmt: skip
def test_somebody_elses_call_is_not_theirs(talk: Talk, said: str) -> None:
    assert at(talk, "done").says(said).facts.value("call-became") is None


@pytest.mark.parametrize(
    "said", ["i called in sick", "they called me", "i called my sister", "my boss called", "i need to call them back"]
)
def test_other_calls_are_not_this_one(talk: Talk, said: str) -> None:
    assert at_channel(talk).says("e-mail", "tomorrow", "tomorrow", said).facts.value("call-became") is None


def test_told_at_the_script_it_is_met_once(talk: Talk) -> None:
    conversation = at_script(talk).says("i called them", "yes")
    assert conversation.facts.value("call-became") == "reached"
    assert conversation.reply.count("show the note") == 1


def test_undo_takes_the_call_back(talk: Talk) -> None:
    conversation = at_message(talk).says("i spoke with her", "undo")
    assert conversation.facts.value("call-became") is None
    assert (conversation.question or "").endswith(".message")


# --- its hour ----------------------------------------------------------------------------------------------------


def kept(talk: Talk, **options: str) -> Conversation:
    """They mean to call later."""
    return at_message(talk, **options).says("i call later")


@pytest.mark.demand("R37")
def test_the_call_is_announced_for_five_and_comes_then_with_no_note_beside_it(talk: Talk) -> None:
    conversation = kept(talk)
    assert "Tuesday 24 November, 17:00: the call" in conversation.reply
    assert conversation.hours(hours=6) == ["Tue 24 17:00"]
    assert "call to Mrs Zulu" in conversation.arrived[0][1]
    assert conversation.says("show what to say").drafts[0].title == "The call to Mrs Zulu"


@pytest.mark.demand("R37")
@pytest.mark.parametrize(
    ("at", "due"), [("2026-11-24T16:20", "17:20"), ("2026-11-24T16:40", "17:40"), ("2026-11-24T17:10", None)]
)
def test_chosen_late_it_comes_an_hour_later_and_never_after_six(talk: Talk, at: str, due: str | None) -> None:
    conversation = kept(talk, at=at)
    assert conversation.hours(hours=8) == ([] if due is None else [f"Tue 24 {due}"])


@given(hour=st.integers(0, 23), minute=st.integers(0, 59))
def test_a_reminder_is_an_hour_after_the_choice_at_least_and_before_six(hour: int, minute: int) -> None:
    facts = known(
        unsaid_1=SHEET, note_channel="call", direct_number="yes", interview_on="2026-11-24",
        direct_number_at=f"2026-11-24T{hour:02}:{minute:02}",
    )  # fmt: skip
    at = reminded_at(facts)
    assert at is None or time(17) <= at.time() < time(18)
    assert at is None or at - datetime.fromisoformat(f"2026-11-24T{hour:02}:{minute:02}") >= timedelta(hours=1)
    assert at is not None or hour >= 16


def test_in_quiet_hours_it_is_not_brought_at_all(talk: Talk) -> None:
    community = Community(quiet=QuietHours(time(16), time(9)))
    conversation = at_message(partial(talk, community=community)).says("i call later")
    assert "the call (" not in conversation.reply
    assert conversation.hours(hours=12) == []


@pytest.mark.demand("R42")
def test_when_nothing_was_heard_of_the_call_the_note_comes_the_next_morning(talk: Talk) -> None:
    conversation = kept(talk).says("tomorrow").waits(hours=12)
    (at, message), *_ = conversation.waits(hours=12).arrived
    assert at == "Wed 25 09:00"
    assert "note" in message


@pytest.mark.demand("R42")
@pytest.mark.parametrize(("said", "became"), [("i called them", "reached"), ("no call", "left")])
def test_its_own_fact_ends_the_reminder(talk: Talk, said: str, became: str) -> None:
    conversation = kept(talk).says("tomorrow", said)
    assert conversation.facts.value("call-became") == became
    assert "call" not in planned(conversation)


def test_at_its_hour_it_can_be_told_as_made(talk: Talk) -> None:
    conversation = kept(talk).says("tomorrow").waits(hours=5).says("called already")
    assert conversation.says("left a message").facts.value("call-became") == "voicemail"
    conversation = kept(talk).says("tomorrow").waits(hours=5).says("no call")
    assert conversation.facts.value("call-became") == "left"
    assert not conversation.drafts


@pytest.mark.demand("R37")
@pytest.mark.parametrize("said", ["tomorrow", "in 3 hours", "tomorrow at 9"])
def test_put_off_beyond_six_it_is_a_mail(talk: Talk, said: str) -> None:
    conversation = kept(talk).says("tomorrow").waits(hours=5).says(said)
    assert says(conversation, call.TOO_LATE)
    assert "call" not in planned(conversation)
    assert "note" in planned(conversation)


def test_told_at_its_hour_it_is_met_once_though_more_is_open(talk: Talk) -> None:
    conversation = kept(talk).waits(hours=5).says("show what to say", "next", "left a message")
    assert conversation.reply.count("show the note") == 1
    assert conversation.question == "judge-when"


def test_in_half_an_hour_is_still_in_time(talk: Talk) -> None:
    conversation = kept(talk).says("tomorrow").waits(hours=4, minutes=20).says("in half an hour")
    assert conversation.hours(hours=3) == ["Tue 24 17:30"]


def test_two_interviews_of_a_day_do_not_cost_the_call_its_hour(talk: Talk) -> None:
    conversation = kept(talk).says("tomorrow")
    conversation.says("just out of another interview, at Beta Ltd, froze on the budget question", "5", "one moment")
    conversation.says("skip", SHEET, "skip", "nothing", "yes", "i may write", "no day named", "Mr Phiri", "e-mail")
    conversation.says("tonight", "tomorrow")
    assert conversation.hours(hours=12) == ["Tue 24 17:00", "Tue 24 18:30"]
