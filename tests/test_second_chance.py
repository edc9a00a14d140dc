"""A second chance: when it may be asked for, what is asked of the person first, and that it ends."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from core.drafts.second_chance import Request, second_chance
from core.drafts.version import Version
from core.facts import Fact, Facts, Value
from core.flows import note_due, outcome
from core.flows import second_chance as flow
from core.plan import Kind
from core.wording import load
from tests.conversation import Conversation
from tests.moments import says
from tests.test_capture import ACME
from tests.test_check_in import brought
from tests.test_outcome import finished, planned

Talk = Callable[..., Conversation]

REASON = "i ran a ward of forty beds for two years and nobody asked about it"
ASKED_FOR = [
    "can I ask them for another chance",
    "second interview",
    "ask them to reconsider",
    "can I show them something",
    "how do i ask for a second chance?",
    "would it be stupid to ask for one more chance",
    "could they reconsider?",
]


def noted(talk: Talk, note: str, *, point: str = "i speak Bemba as well") -> Conversation:
    """The first conversation to its end, with a point they left out and the note left in that way."""
    conversation = talk().says(ACME, "8", "one moment", "how do you find duplicates in a table")
    conversation.says("i would group them", "skip", point, "yes", "i may write", "by friday")
    conversation.says("Mrs Zulu asked it", "e-mail", "show me now", note, "tomorrow")
    assert conversation.question is None
    return conversation


def rejected(
    talk: Talk, *, contact: str = "i may write", days: int = 3, said: str = "they rejected me"
) -> Conversation:
    """A no, some days after the interview, and its conversation done."""
    conversation = finished(talk, contact=contact).waits(days=1).says("skip this part")
    conversation.after(days=days - 1).says(said, "rather not")
    assert conversation.question is None
    return conversation


def asking(talk: Talk) -> Conversation:
    """At the question for the reason."""
    conversation = rejected(talk).says("second chance")
    assert conversation.question == "chance-reason-1"
    return conversation


def letter(request: Request, *, short: bool = False, **known: Value) -> str:
    facts = Facts({name.replace("_", "-"): Fact(value, 1) for name, value in known.items()}, {})
    return load().letter(second_chance(facts, request, Version(short=short))).text


def wordings(id: str, **args: str) -> list[str]:
    words = load()
    return [words.said(id, time, args).lower() for time in range(words.wordings(id))]


# --- the gate ---


@pytest.mark.demand("R43")
@pytest.mark.parametrize("text", ASKED_FOR)
def test_too_early_the_coach_says_why_and_when_it_would_open(talk: Talk, text: str) -> None:
    conversation = finished(talk).says(text)
    assert says(conversation, flow.EARLY_UNDECIDED, day="2026-11-26")
    assert "26 November" in conversation.reply
    assert not conversation.drafts
    assert conversation.question is None


@pytest.mark.demand("R43")
def test_a_no_opens_it_but_not_within_two_days_of_the_interview(talk: Talk) -> None:
    conversation = finished(talk).after(days=1).says("they rejected me", "rather not", "second chance")
    assert says(conversation, flow.EARLY, day="2026-11-26")
    assert conversation.after(days=1).says("second chance").question == "chance-reason-1"


@pytest.mark.demand("R43")
def test_as_long_as_the_note_can_carry_it_the_note_comes_first(talk: Talk) -> None:
    conversation = noted(talk, "keep it for later").says("stop writing").after(days=2).says("second chance")
    assert says(conversation, flow.NOTE_FIRST)
    assert conversation.question is None


@pytest.mark.demand("R43")
def test_after_the_note_it_hangs_on_a_point_they_still_do_not_know(talk: Talk) -> None:
    conversation = noted(talk, "sent").after(days=3).says("second chance")
    assert conversation.question == "still-unknown-1"
    conversation.says("no, they know")
    assert says(conversation, flow.NOTHING_NEW)
    assert not conversation.drafts
    conversation.after(days=1).says("second chance")
    assert conversation.question == "still-unknown-2"
    assert conversation.says("yes").question == "chance-reason-1"


@pytest.mark.demand("R43")
def test_the_last_call_for_the_note_leads_to_it_where_a_point_is_missing(talk: Talk) -> None:
    conversation = brought(noted(talk, "keep it for later"), "last-call").says("no note")
    assert conversation.question == "still-unknown-1"
    assert conversation.says("there is").question == "chance-reason-1"


@pytest.mark.demand("R43")
def test_the_last_call_leaves_it_where_nothing_is_missing(talk: Talk) -> None:
    conversation = brought(noted(talk, "keep it for later"), "last-call").says("sent already", "no")
    assert says(conversation, note_due.ALL_SAID)
    assert "chance" not in (conversation.question or "")


@pytest.mark.demand("R43")
def test_the_last_call_asks_for_no_point_where_nothing_was_missing_and_the_note_has_gone(talk: Talk) -> None:
    noted_before = noted(talk, "keep it for later", point="nothing")
    assert brought(noted_before, "last-call").says("sent already").question != "still-unknown-1"


@pytest.mark.demand("R43")
def test_who_had_missed_nothing_is_asked_what_has_come_up_since(talk: Talk) -> None:
    conversation = noted(talk, "sent", point="nothing").after(days=3).says("second chance")
    assert any(word in conversation.reply for word in ("do not know yet", "something new", "since"))


@pytest.mark.demand("R43")
def test_a_note_that_has_just_gone_is_to_be_read_first(talk: Talk) -> None:
    conversation = brought(noted(talk, "keep it for later"), "last-call").says("sent already", "yes")
    assert "a day or two" in conversation.reply
    assert conversation.question == "chance-reason-1"


@pytest.mark.demand("K02")
def test_where_contact_is_barred_there_is_none_and_it_is_said(talk: Talk) -> None:
    conversation = rejected(talk, contact="no contact").says("can i ask them for another chance")
    assert says(conversation, flow.BARRED)
    assert Kind.AFTER_NO not in planned(conversation)
    assert conversation.question is None


@pytest.mark.parametrize(("said", "outcome"), [("they invited me back", "next-round"), ("i got the job", "offer")])
def test_whoever_they_want_needs_none(talk: Talk, said: str, outcome: str) -> None:
    conversation = finished(talk).after(days=3).says(said, "no day yet", "second chance")
    assert says(conversation, flow.NO_NEED, outcome=outcome)


@pytest.mark.demand("R43")
def test_the_map_shows_it_only_while_its_gate_is_open(talk: Talk) -> None:
    def offered(conversation: Conversation) -> bool:
        conversation.says("steps")
        shown = any(choice.label == "Ask for a second chance" for choice in conversation.prompt.choices)
        conversation.says("nothing now")
        return shown

    assert not offered(finished(talk).after(days=3))
    conversation = rejected(talk, days=1)
    assert not offered(conversation)
    assert offered(conversation.after(days=1))
    conversation.says("second chance", REASON, "a second conversation", "later", "sent")
    assert not offered(conversation)


@pytest.mark.demand("R07")
def test_it_is_taken_up_from_the_map(talk: Talk) -> None:
    assert rejected(talk).says("steps", "Ask for a second chance").question == "chance-reason-1"


# --- on another day than the no ---


@pytest.mark.demand("R43", "C3")
def test_on_the_day_of_the_no_it_is_only_announced_and_comes_on_another_day(talk: Talk) -> None:
    conversation = finished(talk).waits(days=1).says("skip this part").after(days=2).says("they rejected me")
    assert "28 November" not in conversation.reply
    conversation.says("rather not")
    assert "Saturday 28 November, 9:00" in conversation.reply
    assert "chance" not in conversation.reply
    assert conversation.hours(days=1) == ["Sat 28 09:00"]
    assert [choice.label for choice in conversation.prompt.choices] == [
        "Ask what was missing",
        "Ask for a second chance",
        "Tomorrow",
        "Neither",
    ]
    assert conversation.says("ask for a second chance").question == "chance-reason-1"


def test_what_may_still_be_asked_is_offered_once_and_never_again(talk: Talk) -> None:
    conversation = rejected(talk).waits(days=1).says("neither")
    assert Kind.AFTER_NO not in planned(conversation)
    conversation.waits(days=20)
    assert not any("second chance" in heard for _, heard in conversation.arrived)


def test_put_off_it_comes_tomorrow(talk: Talk) -> None:
    conversation = rejected(talk).waits(days=1).says("tomorrow")
    assert Kind.AFTER_NO in planned(conversation)
    assert conversation.waits(days=1).question is not None
    assert "Ask for a second chance" in conversation.reply


def test_a_job_they_do_not_want_is_not_asked_for_again(talk: Talk) -> None:
    conversation = finished(talk, wish="no").after(days=3).says("they rejected me", "rather not")
    conversation.waits(days=1)
    assert "Ask what was missing" in conversation.reply
    assert "second chance" not in conversation.reply


def test_with_a_reason_of_theirs_and_no_wish_for_the_job_nothing_is_offered(talk: Talk) -> None:
    conversation = finished(talk, wish="no").after(days=3).says("they rejected me, they said i lacked experience")
    assert Kind.AFTER_NO not in planned(conversation)


# --- the steps ---


@pytest.mark.demand("R45")
def test_the_odds_are_told_first_and_honestly(talk: Talk) -> None:
    assert says(asking(talk), flow.ODDS)
    for said in wordings("second-chance-odds"):
        assert any(word in said for word in ("rare", "seldom", "few"))
        assert any(word in said for word in ("reluctant", "do not like", "time for interviews is short"))
        assert not any(sign.isdigit() or sign == "%" for sign in said)


@pytest.mark.demand("R44")
@pytest.mark.parametrize("text", ["dunno", "idk", "i don't know", "skip", "I have none", "just because"])
def test_without_a_reason_nothing_is_drafted_and_the_other_way_is_offered(talk: Talk, text: str) -> None:
    conversation = asking(talk).says(text)
    assert says(conversation, flow.NO_REASON)
    assert not conversation.drafts
    assert [choice.label for choice in conversation.prompt.choices] == ["Show something", "Leave it"]
    conversation.says("leave it")
    assert conversation.question is None
    assert not conversation.drafts


@pytest.mark.demand("R44")
@pytest.mark.parametrize(
    "text", ["i really want this job", "because i need the job so badly", "not sure really", "..."]
)
def test_wanting_it_is_no_reason_yet(text: str) -> None:
    assert not flow.says_something(text)


@pytest.mark.demand("R44")
def test_a_reason_is_asked_for_anew_when_they_come_back_with_one(talk: Talk) -> None:
    conversation = asking(talk).says("dunno", "leave it").after(days=1).says("second chance")
    assert conversation.question == "chance-reason-2"
    assert "chance-way" in (conversation.says(REASON).question or "")


@pytest.mark.demand("R44")
def test_the_reason_stands_in_the_letter_word_for_word(talk: Talk) -> None:
    conversation = asking(talk).says(REASON, "a second conversation", "later")
    (draft,) = conversation.drafts
    assert "I ran a ward of forty beds for two years and nobody asked about it." in draft.text


def test_with_a_piece_of_work_named_for_a_day_it_is_said_what_is_still_to_do(talk: Talk) -> None:
    conversation = asking(talk).says(REASON, "show it instead", "a small sample of my work")
    conversation.says("a roster for forty beds on one page", "in three days", "sent")
    assert "Still to do: have the work ready by" in conversation.reply
    assert conversation.after(days=5).says("they want to see me again").reply.startswith("You asked")


def test_a_reason_that_speaks_of_its_readers_as_they_goes_in_only_if_they_say_so(talk: Talk) -> None:
    conversation = asking(talk).says("i ran a ward for years and they only asked about the rota")
    assert "chance-may-stand" in (conversation.question or "")
    assert '"you" would fit better than "they"' in conversation.reply
    conversation.says("another way", "i ran a ward for years and you only asked about the rota")
    assert "chance-way" in (conversation.question or "")
    (draft,) = conversation.says("a second conversation", "later").drafts
    assert "and you only asked about the rota" in draft.text


@pytest.mark.demand("R44")
def test_nothing_to_show_is_drafted_neither(talk: Talk) -> None:
    conversation = asking(talk).says("dunno", "show something", "an analysis", "nothing after all")
    assert says(conversation, flow.NO_PIECE)
    assert not conversation.drafts
    assert conversation.question is None


@pytest.mark.demand("R49")
def test_the_aim_is_put_into_words(talk: Talk) -> None:
    assert says(asking(talk).says(REASON), flow.AIM)
    for said in wordings("second-chance-aim"):
        assert "true picture" in said
        assert all(
            any(word in said for word in words)
            for words in (("skill", "know"), ("abil", "able", "can do"), ("use", "worth"))
        )


@pytest.mark.demand("R47")
def test_there_are_two_ways_a_conversation_or_showing_it(talk: Talk) -> None:
    conversation = asking(talk).says(REASON)
    labels = [choice.label for choice in conversation.prompt.choices]
    assert labels == ["A second conversation", "Show it instead", "Leave it"]
    for said in wordings("second-chance-way"):
        assert "show" in said or "impress" in said


@pytest.mark.demand("R48")
def test_what_to_show_may_be_research_an_analysis_a_sample_unpaid_hours_or_anything_useful(talk: Talk) -> None:
    conversation = asking(talk).says(REASON, "show it instead")
    labels = " ".join(choice.label.lower() for choice in conversation.prompt.choices)
    assert all(word in labels for word in ("research", "analysis", "sample", "unpaid", "use"))


@pytest.mark.demand("R46")
@pytest.mark.parametrize("id", ["second-chance-first-words", "second-chance-ready-on", "second-chance-on-paper"])
def test_each_way_has_its_preparation_and_says_what_it_is_for(id: str) -> None:
    for said in wordings(id):
        assert "prepar" in said
        assert "persua" in said


@pytest.mark.demand("R46")
def test_before_the_text_comes_a_concrete_step_of_preparation(talk: Talk) -> None:
    conversation = asking(talk).says(REASON, "a second conversation")
    assert conversation.question == "chance-first-words"
    assert not conversation.drafts
    conversation.says("At my last ward I had forty beds. May I tell you how I sort them?")
    assert says(conversation, flow.ALOUD)
    assert len(conversation.drafts) == 1
    assert "sort them" not in conversation.drafts[0].text


@pytest.mark.demand("R46")
def test_a_piece_of_work_has_a_day_which_the_text_names(talk: Talk) -> None:
    conversation = asking(talk).says(REASON, "show it instead", "a piece of research")
    conversation.says("a page on how three clinics sort their patients")
    assert conversation.question == "1.chance-ready-on"
    conversation.says("by monday")
    (draft,) = conversation.drafts
    assert "A page on how three clinics sort their patients." in draft.text
    assert "Monday 30 November" in draft.text


# --- unpaid work ---


@pytest.mark.demand("C5")
def test_before_unpaid_hours_comes_the_caution_and_a_sample_is_the_first_choice(talk: Talk) -> None:
    conversation = asking(talk).says(REASON, "show it instead", "some hours there, unpaid")
    assert says(conversation, flow.CAUTION)
    assert not conversation.drafts
    assert conversation.prompt.choices[0].label == "A short sample instead"
    assert conversation.says("a short sample instead").question == "1.chance-piece-1"


@pytest.mark.demand("C5")
def test_the_caution_names_pay_the_law_the_hours_and_whose_work_it_is() -> None:
    for said in wordings("second-chance-caution"):
        assert "usually has to be paid" in said
        assert "in many" in said
        assert "legal advice" in said or "no lawyer" in said
        assert "hours" in said
        assert "yours" in said or "your own" in said
        assert "sample" in said
    for said in wordings("second-chance-keep-short"):
        assert "usually ha" in said or "usually have" in said
        assert "legal advice" in said
        assert "hours" in said or "evening" in said


@pytest.mark.demand("C5")
def test_unpaid_hours_have_a_limit_and_the_text_names_it(talk: Talk) -> None:
    conversation = asking(talk).says(REASON, "show it instead", "some hours there, unpaid", "the hours, limited")
    assert conversation.question == "1.chance-hours-1"
    conversation.says("two hours", "i would sort the morning patients beside your nurse")
    (draft,) = conversation.drafts
    assert "for two hours and no longer" in draft.text


@pytest.mark.demand("C5")
@pytest.mark.parametrize("left", [("leave it",), ("the hours, limited", "leave it"), ("the hours, limited", "skip")])
def test_without_a_limit_no_hours_are_offered(talk: Talk, left: tuple[str, ...]) -> None:
    conversation = asking(talk).says(REASON, "show it instead", "some hours there, unpaid", *left)
    assert says(conversation, flow.NOT_THIS_ONE)
    assert not conversation.drafts
    assert conversation.question is None


# --- the text ---


@pytest.mark.demand("K04")
def test_what_interviewers_did_wrong_is_in_no_request(talk: Talk) -> None:
    conversation = asking(talk).says("he said women can't lead a team")
    assert says(conversation, flow.APART)
    assert conversation.question == "chance-reason-2"
    conversation.says("i have led a team of nine for three years", "a second conversation", "later")
    (draft,) = conversation.drafts
    assert "women" not in draft.text
    assert "I have led a team of nine for three years." in draft.text


@pytest.mark.demand("K03")
@pytest.mark.parametrize("sore", ["i was so nervous that i froze", "I was ill that morning and could not think"])
def test_nerves_and_health_go_in_only_if_they_say_so(talk: Talk, sore: str) -> None:
    conversation = asking(talk).says(sore)
    assert conversation.question == "chance-may-stand-1"
    conversation.says("another way")
    assert conversation.question == "chance-reason-2"
    conversation.says("i have led a team of nine for three years", "a second conversation", "later")
    assert sore[6:12] not in conversation.drafts[0].text


def test_their_reason_is_brought_back_where_the_case_is_made(talk: Talk) -> None:
    conversation = rejected(talk, said="they rejected me, they said i lacked experience").says("second chance")
    assert '"i lacked experience"' in conversation.reply


def test_the_text_can_be_shortened_changed_or_asked_in_another_way(talk: Talk) -> None:
    conversation = asking(talk).says(REASON, "a second conversation", "later")
    long = conversation.drafts[0].text
    short = conversation.says("shorter").drafts[0].text
    assert len(short) < len(long)
    conversation.says("edit", "Dear Mrs Zulu, may I show you once more what I can do? Kind regards")
    assert conversation.drafts[0].text == "Dear Mrs Zulu, may I show you once more what I can do? Kind regards"
    conversation.says("ask another way")
    assert conversation.question == "2.chance-way-1"
    conversation.says("show it instead", "an analysis", "a page of figures on waiting times", "no day yet")
    assert "A page of figures on waiting times." in conversation.drafts[0].text
    assert REASON[2:20] in conversation.drafts[0].text


def test_nothing_is_invented_where_little_is_known() -> None:
    text = letter(Request("talk", "i can weld overhead"))
    assert text.splitlines()[0] == "Dear hiring manager,"
    assert "interested" not in text
    assert "decision" not in text
    assert "reason" not in letter(Request("show", piece="a test weld"))


def test_through_a_recruiter_it_asks_the_recruiter() -> None:
    text = letter(Request("talk", "i can weld overhead"), contact="recruiter", interviewer_1="Mrs Zulu")
    assert text.startswith("Hello,")
    assert "Could you ask them" in text
    assert "Dear Mrs Zulu" not in text


@pytest.mark.parametrize("way", ["talk", "show", "trial"])
def test_the_text_is_short_and_takes_a_no(way: str) -> None:
    text = letter(Request(way, REASON, "a page", "two-hours"), wants_job="yes", organisation="Acme", outcome="rejected")
    assert len(text.split()) < 120
    assert "I will understand a no" in text


# --- once, and then an end ---


@pytest.fixture
def asked(talk: Talk) -> Conversation:
    """Asked for on 27 November."""
    return asking(talk).says(REASON, "a second conversation", "later", "sent")


@pytest.mark.demand("C3")
def test_asked_for_it_has_a_day_on_which_it_closes(asked: Conversation) -> None:
    assert says(asked, flow.SENT, day="2026-12-07")
    assert asked.facts.value("chance-closes-on") == "2026-12-07"
    assert "Monday 7 December, 18:30" in asked.reply
    assert planned(asked) == {Kind.LET_GO}


@pytest.mark.demand("C3")
def test_it_is_asked_for_only_once(asked: Conversation) -> None:
    conversation = asked.after(days=2).says("can i ask them to reconsider")
    assert says(conversation, flow.ASKED_ONCE, day="2026-12-07")
    assert not conversation.drafts
    conversation.after(days=20).says("second chance")
    assert says(conversation, flow.CLOSED, day="2026-12-07")
    assert not conversation.drafts


@pytest.mark.demand("C3")
def test_on_its_day_letting_go_says_that_it_is_closed_and_after_that_nothing_comes(asked: Conversation) -> None:
    assert asked.hours(days=11) == ["Mon 07 18:30"]
    asked.says("yes")
    assert "7 December" in asked.reply
    assert "closed" in asked.reply or "close it" in asked.reply
    asked.says("nobody", "set it down", "skip")
    assert asked.hours(days=40) == []


@pytest.mark.demand("C3")
def test_whoever_lets_go_before_its_day_hears_until_when_it_is_open(asked: Conversation) -> None:
    asked.says("let go of it")
    asked.says("steps", "Let it rest")
    assert "7 December" in asked.transcript


@pytest.mark.demand("C3")
def test_what_was_asked_for_is_not_asked_about_again_by_a_check_in(talk: Talk) -> None:
    conversation = noted(talk, "sent").after(days=3).says("second chance", "yes", REASON, "a second conversation")
    assert f"{Kind.CHECK_IN}-1" in planned(conversation)
    conversation.says("later", "sent")
    assert not any(name.startswith(Kind.CHECK_IN) for name in planned(conversation))


@pytest.mark.demand("C3")
def test_a_no_that_comes_after_it_answers_it(talk: Talk) -> None:
    conversation = noted(talk, "sent").after(days=3)
    conversation.says("second chance", "yes", REASON, "a second conversation", "later", "sent")
    conversation.after(days=1).says("they rejected me")
    assert "clos" in conversation.reply
    conversation.says("rather not", "second chance")
    assert says(conversation, flow.CLOSED, day="2026-11-28")


def test_a_request_sent_on_the_day_of_the_no_is_not_answered_by_it(talk: Talk) -> None:
    conversation = noted(talk, "sent").after(days=3).says("they rejected me")
    conversation.says("second chance", REASON, "a second conversation", "later", "sent")
    assert conversation.question == "told-of-no"
    assert not says(conversation, outcome.REQUEST_ANSWERED)


def test_a_request_that_did_not_go_out_after_all_may_go_later(asked: Conversation) -> None:
    asked.says("i haven't sent it yet")
    assert asked.facts.value("chance-asked") is None
    assert len(asked.says("second chance").drafts) == 1


def test_what_is_left_unsent_waits_and_comes_back_as_it_was(talk: Talk) -> None:
    conversation = asking(talk).says(REASON, "a second conversation", "later", "not now")
    assert conversation.facts.value("chance-asked") is None
    conversation.after(days=1).says("second chance")
    (draft,) = conversation.drafts
    assert "forty beds" in draft.text


@pytest.mark.parametrize(
    "text",
    ["i asked them for feedback last week", "i would show them something i made", "i don't want a second chance"],
)
def test_words_that_only_mention_it_ask_for_nothing(talk: Talk, text: str) -> None:
    conversation = rejected(talk).says(text)
    assert conversation.question is None
    assert not conversation.drafts


def test_no_message_on_the_way_is_much_longer_than_sixty_words(talk: Talk) -> None:
    conversation = rejected(talk, said="they rejected me, they said i lacked experience")
    for text in ("second chance", REASON, "show it instead", "some hours there, unpaid", "the hours, limited"):
        conversation.says(text)
        assert len(" ".join((*conversation.lines, conversation.prompt.text)).split()) <= 62, conversation.reply
