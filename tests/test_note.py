"""The thank-you note, from typed text to the draft."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core import echo, lines
from core.drafts.own_words import bare_question, for_the_letter, tidied
from core.understanding import read
from core.understanding.wishes import Action
from tests.conversation import Conversation
from tests.moments import at, says
from tests.test_capture import ACME, ANSWER, told

Talk = Callable[..., Conversation]


def asked_for_note(
    talk: Talk, people: str = "Mrs Zulu asked it", *, contact: str = "I may write", **options: str
) -> Conversation:
    """Up to the question how to send it."""
    conversation = told(talk, **options).says("skip", "nothing", "yes").chooses(contact).says("no day named")
    return conversation.says(people)


def shown(talk: Talk, people: str = "Mrs Zulu asked it") -> Conversation:
    return asked_for_note(talk, people).says("e-mail", "show me now")


def test_the_note_thanks_by_name_restates_interest_and_carries_the_missed_point_in_their_own_words(
    talk: Talk,
) -> None:
    (draft,) = shown(talk).drafts
    assert draft.title == "To Mrs Zulu"
    assert draft.text.startswith("Dear Mrs Zulu,")
    assert "Thank you" in draft.text
    assert "very interested in the position at Acme" in draft.text
    assert "I would group by the columns and keep the counts above one. I did that at my last job." in draft.text
    assert '"how do you find duplicates in a table"' in draft.text


@pytest.mark.demand("K03")
def test_lateness_nerves_and_the_like_are_not_in_the_note(talk: Talk) -> None:
    (draft,) = shown(talk).drafts
    for confession in ("late", "minutes", "froze", "nerv", "sorry"):
        assert confession not in draft.text.lower()


@pytest.mark.demand("R21")
def test_a_note_is_recommended_strongly_also_after_a_bad_interview(talk: Talk) -> None:
    conversation = asked_for_note(talk)
    assert "strong advice" in conversation.reply


@pytest.mark.demand("K03")
def test_after_a_mere_slip_the_plain_note_is_proposed_and_why(talk: Talk) -> None:
    conversation = talk().says("Just out of my interview at Acme. I was five minutes late", "5", "one moment")
    conversation.says("no", "skip", "nothing", "yes", "i may write", "no day named", "Mrs Zulu")
    assert "plain" in conversation.reply
    assert "only bring it back to mind" in conversation.reply
    assert "nobody noticed" not in conversation.reply, "they all saw that it was five past"
    (draft,) = conversation.says("e-mail", "show me now").drafts
    assert "thinking further" not in draft.text


@pytest.mark.demand("R22")
@pytest.mark.demand("K08")
@pytest.mark.demand("C8")
def test_each_interviewer_has_a_note_with_what_that_reader_asked(talk: Talk) -> None:
    conversation = shown(talk, "Mrs Zulu asked it, and Mr Banda was there too")
    (first,) = conversation.drafts
    (second,) = conversation.says("sent").drafts
    assert (first.title, second.title) == ("To Mrs Zulu", "To Mr Banda")
    assert "group by" in first.text
    assert "group by" not in second.text


@pytest.mark.demand("K08")
def test_with_several_names_it_is_asked_who_asked(talk: Talk) -> None:
    conversation = asked_for_note(talk, "Mrs Zulu and Mr Banda")
    assert conversation.question == "asked-by-1"
    (first,) = conversation.chooses("Mr Banda").says("e-mail", "show me now").drafts
    assert "group by" not in first.text
    (second,) = conversation.says("sent").drafts
    assert "group by" in second.text


@pytest.mark.demand("K08")
def test_people_without_a_name_are_thanked_in_anothers_note_and_no_name_is_invented(talk: Talk) -> None:
    (draft,) = shown(talk, "Mrs Zulu asked it. and a younger guy from accounts").drafts
    assert "Thank you, and your colleague, for your time" in draft.text
    (nameless,) = shown(talk, "i don't know their names").drafts
    assert nameless.text.startswith(("Dear hiring manager,", "Dear members of the panel,"))


@pytest.mark.demand("R23")
def test_mail_and_post_are_offered_and_post_is_said_to_arrive_later(talk: Talk) -> None:
    conversation = asked_for_note(talk)
    assert [choice.label for choice in conversation.prompt.choices][:2] == ["E-mail", "By post"]
    conversation.says("by post")
    assert "later" in conversation.reply or "slow" in conversation.reply or "not be there today" in conversation.reply


@pytest.mark.demand("R24")
@pytest.mark.demand("R25")
@pytest.mark.demand("C1")
@pytest.mark.parametrize(("feeling", "suggested"), [("5", "evening"), ("9", "morning")])
def test_the_hour_follows_the_feeling_and_the_disagreement_of_the_sources_is_shown(
    talk: Talk, feeling: str, suggested: str
) -> None:
    conversation = talk(at="2026-11-24T12:40").says(ACME, feeling, "one moment", "skip", ANSWER)
    if conversation.question == "enough-for-today":
        conversation.says("go on", "that was all")
    conversation.says("skip", "nothing", "yes", "i may write", "no day named", "Mrs Zulu asked it", "e-mail")
    assert suggested in conversation.reply
    assert "day or two" in conversation.reply
    assert "24 hours" in conversation.reply
    assert "48" in conversation.reply


@pytest.mark.demand("C1")
def test_an_interview_that_ended_after_five_waits_for_the_morning(talk: Talk) -> None:
    conversation = talk(at="2026-11-24T17:40").says(ACME, "5", "one moment", "skip", ANSWER)
    conversation.says("skip", "nothing", "yes", "i may write", "no day named", "Mrs Zulu asked it", "e-mail")
    assert "morning" in conversation.reply


@pytest.mark.demand("R26")
@pytest.mark.demand("R27")
@pytest.mark.demand("R28")
def test_a_key_point_that_never_came_up_is_carried_too(talk: Talk) -> None:
    conversation = told(talk).says("skip", "i have used their tool for two years", "yes", "i may write", "no day named")
    (draft,) = conversation.says("Mrs Zulu asked it", "e-mail", "show me now").drafts
    assert "I would group by the columns" in draft.text
    assert "I have used their tool for two years." in draft.text


@pytest.mark.demand("R29")
@pytest.mark.demand("K07")
@pytest.mark.parametrize("wish", ["no", "not sure"])
def test_interest_is_stated_only_after_a_yes(talk: Talk, wish: str) -> None:
    conversation = told(talk).says("skip", "nothing", wish, "i may write", "no day named", "Mrs Zulu asked it")
    (draft,) = conversation.says("e-mail", "show me now").drafts
    assert "interested" not in draft.text


@pytest.mark.demand("R30")
def test_the_note_is_short_and_thanks_for_being_considered(talk: Talk) -> None:
    (draft,) = shown(talk).drafts
    assert "for considering me" in draft.text
    assert len(draft.text.split()) <= 120


@pytest.mark.demand("K03")
def test_more_than_two_points_are_for_the_person_to_choose_from(talk: Talk) -> None:
    conversation = talk().says(
        ACME, "5", "some of it", "not sure", "skip", "This is my first answer.", "another one", "the second question"
    )
    conversation.says(
        "This is my second answer.", "another one", "a third", "This is my third answer.", "skip", "nothing", "yes"
    )
    conversation.says("i may write", "no day named", "Mrs Zulu asked them all", "e-mail")
    assert conversation.question == "first-point"
    conversation.clicks(conversation.prompt, "unsaid-3").clicks(conversation.prompt, "unsaid-1").says("show me now")
    (draft,) = conversation.drafts
    assert "This is my third answer." in draft.text
    assert "This is my first answer." in draft.text
    assert "This is my second answer." not in draft.text


@pytest.mark.demand("K02")
def test_through_a_recruiter_the_note_goes_to_the_recruiter_to_be_passed_on(talk: Talk) -> None:
    conversation = asked_for_note(talk, contact="Through a recruiter").says("e-mail", "show me now")
    (draft,) = conversation.drafts
    assert draft.title == "To the recruiter"
    assert "pass this note on to Mrs Zulu" in draft.text


def test_shorter_drops_words_and_an_edited_text_takes_its_place(talk: Talk) -> None:
    conversation = shown(talk)
    (long,) = conversation.drafts
    (short,) = conversation.says("shorter").drafts
    assert len(short.text) < len(long.text)
    conversation.says("edit")
    assert conversation.question is not None
    (own,) = conversation.says("Dear Mrs Zulu, thank you for today. Me").drafts
    assert own.text == "Dear Mrs Zulu, thank you for today. Me"


@pytest.mark.parametrize("said", ["no, leave it as it was", "never mind", "ok ill send it 2nite thx"])
def test_a_remark_does_not_take_the_place_of_the_note(talk: Talk, said: str) -> None:
    conversation = shown(talk)
    (before,) = conversation.drafts
    conversation.says("edit", said)
    assert said not in conversation.reply
    conversation.says("show the note", "repeat")
    assert all(draft.text == before.text for draft in conversation.drafts)


def test_of_an_interview_yesterday_the_note_is_for_today(talk: Talk) -> None:
    conversation = talk().says("had my interview at Acme yesterday, froze on the SQL question", "5", "one moment")
    conversation.says("skip", ANSWER, "skip", "nothing", "yes", "i may write", "no day named", "Mrs Zulu asked it")
    assert "oday" in conversation.says("e-mail").lines[0]


def test_what_leads_to_their_words_stays_out_of_the_letter(talk: Talk) -> None:
    conversation = told(talk).says("skip", "they should know that i did two years in support", "yes", "i may write")
    (draft,) = conversation.says("no day named", "Mrs Zulu asked it", "e-mail", "show me now").drafts
    assert "I did two years in support." in draft.text
    assert "should know" not in draft.text


def test_sent_ends_it_and_says_that_nothing_more_is_needed(talk: Talk) -> None:
    conversation = shown(talk).says("sent it", "tomorrow")
    assert conversation.question is None
    assert "needed" in conversation.reply or "done for today" in conversation.reply.lower()


@pytest.mark.demand("R06")
def test_over_the_arc_it_is_said_that_it_upsets_people_can_be_recovered_from_and_put_to_use(talk: Talk) -> None:
    heard = shown(talk).says("sent", "tomorrow").transcript
    assert "upset" in heard
    assert "recover" in heard
    assert "to use" in heard


def test_show_the_note_works_after_coming_back_to_a_finished_interview(talk: Talk) -> None:
    conversation = asked_for_note(talk).says("e-mail", "tomorrow", "tomorrow").after(days=1).restarts().arrives()
    assert "show the note" in conversation.reply
    (draft,) = conversation.says("show the note").drafts
    assert draft.title == "To Mrs Zulu"


def test_sent_can_be_said_the_next_day(talk: Talk) -> None:
    conversation = asked_for_note(talk).says("e-mail", "tomorrow", "tomorrow").after(hours=20).says("sent it")
    assert conversation.state.facts["i1"]["note-1-sent"].value is True
    assert conversation.question is None


def test_tomorrow_keeps_it_and_show_the_note_brings_it_back(talk: Talk) -> None:
    conversation = asked_for_note(talk).says("e-mail", "tomorrow", "tomorrow")
    assert conversation.question is None
    conversation.after(hours=20).says("show the note")
    assert "Mrs Zulu" in conversation.reply


def test_the_note_changes_with_a_corrected_fact(talk: Talk) -> None:
    conversation = shown(talk)
    (draft,) = conversation.says("actually it was Beta Ltd, not Acme").drafts
    assert "Beta Ltd" in draft.text
    assert "Acme" not in draft.text


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("i made a shared sheet. it stopped", "I made a shared sheet. It stopped."),
        ("  what   i did was simple!", "What I did was simple!"),
        ("ask iain, i'm sure", "Ask iain, I'm sure."),
    ],
)
def test_own_words_change_in_nothing_but_capitals_spaces_and_the_final_stop(typed: str, kept: str) -> None:
    assert tidied(typed) == kept


@given(st.text(min_size=1))
def test_no_letter_of_their_own_words_is_lost(text: str) -> None:
    def bare(written: str) -> str:
        return "".join(written.split()).casefold().rstrip(".")

    assert bare(tidied(text)) == bare(text)


@pytest.mark.parametrize(
    ("typed", "question"),
    [
        ("they asked how to find duplicates", "how to find duplicates"),
        ('"tell us about a time you disagreed"', "tell us about a time you disagreed"),
        ("what is your greatest weakness?", "what is your greatest weakness?"),
    ],
)
def test_the_question_is_quoted_without_what_leads_to_it(typed: str, question: str) -> None:
    assert bare_question(typed) == question


@pytest.mark.parametrize(
    ("told", "written"),
    [
        ("31 yrs at the branch i suppose. nobody asked", "31 yrs at the branch."),
        ("i dunno. i just got on w it and we got a B", "I just got on w it and we got a B."),
        ("That I love working with children. Mine is two now, it would have been nice to say", "I love working with children. Mine is two now."),
        ("my internship at zeta i fixed a payment bug never came up", "My internship at zeta I fixed a payment bug."),
        ("i braked and she fell. But I did not say this, I was hot.", "I braked and she fell."),
        ("Yes: that I hold the IRSE licence. Nobody asked.", "I hold the IRSE licence."),
        ("that i took it over, that i planned it anew and that i closed it", "I took it over, I planned it anew and I closed it."),
        ("i run a section of 4. bea is her name, owner", "I run a section of 4."),
    ],
)  # fmt: skip
def test_what_they_said_to_the_coach_alone_stays_out_of_the_letter(told: str, written: str) -> None:
    assert tidied(for_the_letter(told)) == written


@pytest.mark.parametrize(
    "told",
    [
        "i never came up with a better way. so i asked my boss",
        "i ask for the rest. that is what i do",
        "she asked me twice and i told her that i was new",
        "they did not call anybody. i listened",
    ],
)
def test_what_is_about_their_work_stays_whole(told: str) -> None:
    assert "".join(tidied(for_the_letter(told)).split()).casefold().rstrip(".") == "".join(told.split())


def test_whose_question_it_was_stays_out_of_its_wording() -> None:
    assert bare_question("Tell us about a complaint. Mr Harris he asked it, the manager") == "Tell us about a complaint"
    assert bare_question("why did you leave? Frank asked that") == "why did you leave?"
    assert bare_question("tell us about a day. what was it like") == "tell us about a day. what was it like"


def test_words_for_the_coach_alone_are_in_no_note_and_nobody_asks(talk: Talk) -> None:
    conversation = wrote(talk, ANSWER, "I don't want them to know this").says("show me now")
    assert "want them" not in conversation.drafts[0].text


def test_a_question_to_the_coach_is_no_point(talk: Talk) -> None:
    conversation = at(talk, "nothing missing").says("what do i do if they call me")
    assert conversation.facts.text("point-1") is None
    assert says(conversation, lines.IF_THEY_CALL)


def test_what_was_for_the_coach_is_taken_out_and_the_rest_heard(talk: Talk) -> None:
    conversation = at(talk, "nothing missing").says("i wonder what they think of me now")
    conversation.says("ffs. take that out. yes i want the job")
    assert conversation.facts.text("point-1") is None
    assert conversation.facts.value("wants-job") == "yes"


def test_a_point_that_was_for_the_coach_goes_at_a_word(talk: Talk) -> None:
    conversation = at(talk, "nothing missing").says(
        "i wonder what they think of me now", "that was for you, not for them"
    )
    assert conversation.facts.text("point-1") is None
    assert says(conversation, echo.LEFT_OUT, words="i wonder what they think of me now")


# --- what is only for the person -----------------------------------------------------------------------------


def wrote(talk: Talk, unsaid: str, point: str = "nothing") -> Conversation:
    conversation = talk().says(ACME, "5", "one moment", "how do you find duplicates", unsaid)
    conversation.says("skip", point, "yes", "i may write", "no day named", "Mrs Zulu", "e-mail")
    return conversation


@pytest.mark.demand("K03")
@pytest.mark.parametrize(
    "sore",
    [
        "shoulda told the truth. fought with the boss",
        "Boss didnt pay overtime.",
        "Long hours there.",
        "i got so nervous and rambled",
        "i was late because the bus broke down",
    ],
)
def test_a_confession_is_asked_about_and_stays_out_unless_they_put_it_in(talk: Talk, sore: str) -> None:
    conversation = wrote(talk, sore)
    assert conversation.question == "carry-unsaid-1"
    (draft,) = conversation.says("just for me", "show me now").drafts
    assert sore[:12].lower() not in draft.text.lower()


@pytest.mark.demand("K03")
def test_a_confession_they_put_in_is_in_and_they_are_asked_once(talk: Talk) -> None:
    conversation = wrote(talk, "Boss didnt pay overtime.").says("put it in", "show me now")
    (draft,) = conversation.drafts
    assert "Boss didnt pay overtime." in draft.text
    assert conversation.says("keep it for later", "show the note").question != "carry-unsaid-1"


@pytest.mark.parametrize(
    "answer",
    [
        "no one was hurt because i stopped the line and called maintenance",
        "i left because boss didnt pay overtime. i want to work where hours are counted",
        "I have a forklift licence since 2019",
    ],
)
def test_an_answer_with_something_to_say_is_carried_unasked(talk: Talk, answer: str) -> None:
    assert wrote(talk, answer).question == "note-look"


@pytest.mark.demand("K03")
def test_shorter_keeps_the_added_fact_and_not_the_sore_point(talk: Talk) -> None:
    conversation = wrote(talk, "Boss didnt pay overtime.", "i have a forklift licence since 2019")
    (draft,) = conversation.says("put it in", "show me now", "shorter").drafts
    assert "forklift" in draft.text
    assert "overtime" not in draft.text


def test_two_questions_in_one_note_stand_in_two_frames(talk: Talk) -> None:
    conversation = talk().says(ACME, "5", "some of it", "not sure", "how do you find duplicates", ANSWER)
    conversation.says("another one", "what is a join", "it puts two tables side by side", "that was all")
    conversation.says("skip", "nothing", "yes", "i may write", "no day named", "Mrs Zulu", "e-mail")
    (draft,) = conversation.says("show me now").drafts
    assert draft.text.count("I have been thinking further about your question") == 1
    assert '"what is a join"' in draft.text


def test_two_questions_told_as_one_are_not_quoted_whole(talk: Talk) -> None:
    conversation = talk().says(ACME, "5", "one moment")
    conversation.says("the first was how to find duplicates. the second one was joins", ANSWER)
    conversation.says("skip", "skip", "nothing", "yes", "i may write", "no day named", "Mrs Zulu", "e-mail")
    (draft,) = conversation.says("show me now").drafts
    assert "the second one was" not in draft.text


@pytest.mark.parametrize("said", ["no note please", "i don't want a thank you note", "no thank you note"])
def test_a_note_declined_before_it_is_asked_about_is_not_recommended(talk: Talk, said: str) -> None:
    conversation = at(talk, "who").says(said, "Mrs Zulu asked it")
    assert conversation.facts.value("note-declined") is True
    assert "advice is a short" not in conversation.reply
    assert conversation.question == "judge-when"


# --- whether, to whom and when -----------------------------------------------------------------------------------


@pytest.mark.parametrize("said", ["no not a guy arjun asked it hes the lead", "no it was two people and a trainee"])
def test_a_no_that_corrects_something_else_declines_no_note(talk: Talk, said: str) -> None:
    assert at(talk, "channel").says(said).facts.value("note-channel") != "none"


@pytest.mark.parametrize(
    "said", ["no", "no thanks, i would rather not write", "nah no point really", "no i wont write to them ever"]
)
def test_a_longer_no_to_the_note_is_one(talk: Talk, said: str) -> None:
    assert at(talk, "channel").says(said).question == "judge-when"


@pytest.mark.parametrize(
    "said", ["wait no i want the note email to arjun n meera", "i do want a note", "actually i want the letter"]
)
def test_whoever_wants_the_note_after_all_sees_it(talk: Talk, said: str) -> None:
    assert at(talk, "channel").says("no note", said).drafts


@pytest.mark.parametrize("said", ["i want the note to be shorter", "i need the note tomorrow"])
def test_what_is_wanted_of_the_note_is_no_wish_to_see_it(said: str) -> None:
    wish = read(said).wish
    assert wish is None or wish.action is not Action.OPEN


def test_of_several_readers_one_may_get_none(talk: Talk) -> None:
    conversation = shown(talk, "Mrs Zulu asked it, and Mr Banda").says("keep it for later")
    assert conversation.drafts[0].title == "To Mr Banda"
    conversation.says("No note for Mr Banda please, one is enough")
    assert says(conversation, echo.NO_NOTE_TO, name="Mr Banda")
    assert conversation.question == "judge-when"
    conversation.says("tomorrow").waits(days=1)
    assert "Mr Banda" not in conversation.transcript.rpartition("for later")[2].rpartition("Mr Banda")[2]
    assert "Mrs Zulu" in conversation.reply


def test_the_only_note_declined_at_its_draft_is_declined(talk: Talk) -> None:
    conversation = shown(talk).says("no note for mrs zulu please")
    assert conversation.facts.value("note-declined")
    assert "i1/note" not in conversation.state.promised


@pytest.mark.parametrize(
    "said", ["never sent the note. is it too late", "hey. im back. i havent sent it, is it too late now"]
)
def test_whether_it_is_too_late_is_answered(talk: Talk, said: str) -> None:
    assert says(at(talk, "done").after(days=5).says(said), lines.TOO_LATE)
