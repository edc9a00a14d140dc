"""What is said to the coach beside an answer, or in its place: each from typed text to what is kept and said."""

from __future__ import annotations

import pytest

from core import lines
from core.understanding import asides, read, to_coach
from core.understanding.asides import Aside
from core.vocabulary import Saying
from tests.conversation import Conversation
from tests.moments import Talk, at, says

IF_THEY_CALL = [
    "what do i do if they call?",
    "so what do i do if they call",
    "what if he rings me back tomorrow",
    "what should i say when the manager phones",
    "when they call what do i say",
    "what happens if frank rings me",
    "should i pick up if they ring?",
]


# --- a question beside a short answer -------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text", ["4. is this private?", "4, who can read this?", "is this private? 4", "4. who are you"]
)
def test_a_number_beside_a_question_to_the_coach_is_kept(talk: Talk, text: str) -> None:
    conversation = at(talk, "feeling").says(text)
    assert conversation.facts.value("feeling-at-first") == 4
    assert conversation.question != "feeling-at-first"


@pytest.mark.parametrize(
    ("moment", "text", "name", "value"),
    [
        ("contact", "i can write. who are you anyway", "contact", "open"),
        ("answer by", "friday. who are you?", "answer-promised-at", "2026-11-27"),
        ("job", "yes. what do i do if they call", "wants-job", "yes"),
        ("channel", "email. what's a look back", "note-channel", "mail"),
    ],
)
def test_the_answer_is_kept_and_the_question_beside_it_answered(
    talk: Talk, moment: str, text: str, name: str, value: str
) -> None:
    conversation = at(talk, moment).says(text)
    assert conversation.facts.value(name) == value
    assert any(says(conversation, line) for line in (lines.NAME, lines.IF_THEY_CALL, lines.LOOK_BACK))


def test_sent_is_obeyed_where_a_question_stands_beside_it(talk: Talk) -> None:
    conversation = at(talk, "note").says("sent. so what do i do if they call")
    assert conversation.facts.value("note-1-sent")
    assert says(conversation, lines.IF_THEY_CALL)


@pytest.mark.parametrize("text", ["no wait, is this private?", "hmm. is this private?", "ok. who can read this?"])
def test_a_word_that_leads_to_a_question_answers_nothing(text: str) -> None:
    assert read(text).asked_besides is None
    assert read(text).aside is Aside.PRIVACY


def test_what_they_asked_about_the_name_stays_one_of_their_questions(talk: Talk) -> None:
    conversation = at(talk, "others").says("tell me about yourself. who are you?")
    assert conversation.facts.value("other-questions") == "tell me about yourself. who are you?"


# --- what if they call, and what is a look back ---------------------------------------------------------------


@pytest.mark.parametrize("moment", ["others", "nothing missing", "job", "unsaid", "look back", "note", "done"])
def test_what_to_do_if_they_call_is_answered_everywhere(talk: Talk, moment: str) -> None:
    conversation = at(talk, moment)
    known = dict(conversation.facts.all())
    assert says(conversation.says("what do i do if they call?"), lines.IF_THEY_CALL)
    assert conversation.facts.all() == known


@pytest.mark.parametrize("text", IF_THEY_CALL)
def test_a_call_of_theirs_is_asked_about_in_many_ways(text: str) -> None:
    assert asides.read(text) is Aside.IF_THEY_CALL


@pytest.mark.parametrize(
    "text",
    ["what do you do if a customer calls", "what would you do if they shout", "what do i do when the till is short"],
)
def test_what_an_interviewer_asks_about_customers_is_no_question_to_the_coach(text: str) -> None:
    assert asides.read(text) is None


@pytest.mark.parametrize("text", ["whats a look back", "what is a look back?", "what do you mean by look back"])
def test_what_a_look_back_is_can_be_asked(talk: Talk, text: str) -> None:
    conversation = at(talk, "look back").says(text)
    assert says(conversation, lines.LOOK_BACK)
    assert conversation.question == "judge-when"


def test_whether_something_is_still_written_somewhere_does_not_ask_about_a_note() -> None:
    assert read("Only that. and is Nurse still written as who asked?").asked_besides is None
    assert read("I am still writing to them").aside is None
    assert read("is it still worth writing").aside is Aside.WORTH_WRITING


# --- a question to the coach is no answer, and comes out again where it was kept as one -----------------------

POINTED_BACK = [
    "that was a question for you. what do i do if they call me",
    "No, this was a question to you, not for them. Please take it out.",
    "ffs. take that out. yes i want the job",
    "it was not for them",
    "i was asking you",
    "that was for you not them",
]


@pytest.mark.parametrize("text", POINTED_BACK)
def test_what_was_meant_for_the_coach_comes_out_of_what_they_wrote(talk: Talk, text: str) -> None:
    conversation = at(talk, "nothing missing").says("the bus stops here at ten and nobody says so")
    assert conversation.facts.text("point-1") is not None
    conversation.says(text)
    assert conversation.facts.text("point-1") is None
    assert conversation.facts.text("unsaid-1") is not None
    assert conversation.question in ("wants-job", "contact")


def test_what_is_said_beside_taking_it_out_is_heard_as_well(talk: Talk) -> None:
    conversation = at(talk, "nothing missing").says(
        "the stop near my house is gone", "ffs. take that out. yes i want it"
    )
    assert conversation.facts.value("wants-job") == "yes"
    assert conversation.question == "contact"


def test_nothing_that_was_an_answer_comes_out_where_the_question_was_never_kept(talk: Talk) -> None:
    conversation = at(talk, "nothing missing").says("what do i do if they call?", "that was a question for you")
    assert conversation.facts.text("unsaid-1") is not None
    assert says(conversation, lines.MISHEARD)


@pytest.mark.parametrize(
    "text",
    [
        "i would take that box out of the way first",
        "that was a question about forklifts",
        "it was not for them to decide",
        "this was a job for two people",
        "I froze. It was just a question. Then it got better.",
        "take it out. check the blade. put it back",
        "it was just a question",
        "remove it. then call the lead",
        "leave it",
    ],
)
def test_a_story_with_such_words_takes_nothing_out(text: str) -> None:
    assert to_coach.taken_out(text) is None


def test_a_question_beside_their_own_words_is_left_out_of_them(talk: Talk) -> None:
    conversation = at(talk, "nothing missing").says("I ran the branch for 31 years. should i even mention that?")
    assert conversation.facts.text("point-1") == "I ran the branch for 31 years."
    assert says(conversation, lines.UNANSWERED)


@pytest.mark.parametrize(
    "asked", ["do they even care?", "what if they laugh?", "will they laugh at me", "is it too late to tell them"]
)
def test_a_worry_behind_their_own_words_is_no_part_of_them(talk: Talk, asked: str) -> None:
    conversation = at(talk, "nothing missing").says(f"I led the move to the new till. {asked}")
    assert conversation.facts.text("point-1") == "I led the move to the new till."


@pytest.mark.parametrize(
    "text",
    [
        "I would ask every caller: what do you need today? Then I write it down.",
        "I would ask the guest first. what do they need from us?",
        "I start with the gate. is the gate shut?",
    ],
)
def test_a_question_that_they_would_put_in_there_stays_their_own_words(talk: Talk, text: str) -> None:
    assert at(talk, "nothing missing").says(text).facts.text("point-1") == text


def test_who_must_not_see_it_is_no_point_for_a_note(talk: Talk) -> None:
    conversation = at(talk, "nothing missing")
    conversation.says("what is happening with my words, who reads? I don't want City Buses see this")
    assert conversation.facts.value("point-1") is None
    assert conversation.question == "point-1"


# --- what was told already ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text", ["i said 4", "but i said 4", "i told you 4", "it was 4", "4 like i said", "4. third time lol"]
)
def test_a_number_said_again_is_that_number(talk: Talk, text: str) -> None:
    assert at(talk, "feeling").says(text).facts.value("feeling-at-first") == 4


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("ive told you twice now. why did you leave your last job. thats the one", "why did you leave your last job"),
        ("copper pan like i said", "copper pan"),
        ("Friday, as I said", "Friday"),
        ("bea. third time lol", "bea"),
        ("no day, for the third time", "no day"),
        ("Which question do you mean? I have told you who asked what.", "Which question do you mean?"),
        ("Through the recruiter. I told you two lines ago.", "Through the recruiter"),
    ],
)
def test_what_is_said_again_is_heard_without_the_reproach(text: str, told: str) -> None:
    assert read(text).told_again == told


@pytest.mark.parametrize(
    "text",
    [
        "i said i was sorry",
        "I failed the test a third time",
        "i failed the test for the third time",
        "i said nothing good",
    ],
)
def test_what_they_said_in_there_stays_their_own_words(talk: Talk, text: str) -> None:
    assert read(text).told_again is None
    assert at(talk, "unsaid").says(f"{text} and would rather explain it").facts.text("unsaid-1") is not None


@pytest.mark.parametrize("text", ["i wrote to them", "i picked up the phone", "i said the wrong thing"])
def test_what_is_no_answer_after_i_said_is_no_answer_said_again(talk: Talk, text: str) -> None:
    conversation = at(talk, "feeling").says(text)
    assert conversation.facts.value("feeling-at-first") is None
    assert at(talk, "contact").says(text).facts.value("contact") is None


# --- questions that nobody can answer here --------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "will she laugh at me for crying",
        "should i give up on acme",
        "how do i ask her for more money",
        "thank you! can you write a yes to bea",
        "why did they reject me then",
    ],
)
def test_a_question_that_cannot_be_answered_is_met_as_one_when_nothing_is_asked(talk: Talk, text: str) -> None:
    conversation = at(talk, "done").says(text)
    answers = (lines.NOT_ANSWERED, lines.GIVE_UP, lines.THEIR_MIND, lines.PAY, lines.ACCEPT)
    assert any(says(conversation, answer) for answer in answers)
    stopped = at(talk, "unsaid").says("stop", text)
    assert any(says(stopped, answer) for answer in answers)


@pytest.mark.parametrize(
    "text", ["whats different about a second one", "how do they decide", "how many are there then"]
)
def test_a_question_at_a_choice_is_met_as_one(talk: Talk, text: str) -> None:
    conversation = at(talk, "look back").says(text)
    assert says(conversation, lines.UNANSWERED)
    assert conversation.question == "judge-when"


@pytest.mark.parametrize(
    "text",
    [
        "which was a shame",
        "what happened was they went quiet",
        "what is hard is the waiting",
        "do it again",
        "worth a try",
        "how i would do it: slowly and with gloves",
    ],
)
def test_what_only_begins_like_a_question_is_none(text: str) -> None:
    reading = read(text)
    assert not reading.is_question
    assert not reading.is_bare_question


@pytest.mark.parametrize("text", ["i do not want to see it", "they did not want me to see this"])
def test_what_they_do_not_want_to_see_themselves_asks_nothing_about_privacy(text: str) -> None:
    assert read(text).aside is None


def test_what_they_know_of_a_place_is_kept_without_the_question_beside_it(talk: Talk) -> None:
    conversation = at(talk, "done").says("i have a second interview on friday", "get ready")
    assert conversation.question is not None
    name = conversation.question.removeprefix("prepare-")
    conversation.says("They run four shops and a school. what if it rains?")
    assert "They run four shops and a school." in (conversation.facts.text(name) or "")
    assert "rains" not in (conversation.facts.text(name) or "")
    assert says(conversation, lines.UNANSWERED)


# --- coming back, going back, and not deciding ----------------------------------------------------------------


@pytest.mark.parametrize(
    "text", ["can we go back to the interview or not", "back to the interview please", "lets get back to the questions"]
)
def test_going_back_to_the_interview_is_going_on_after_danger(talk: Talk, text: str) -> None:
    conversation = at(talk, "unsaid").says("i want to kill myself", "no", "you misunderstood")
    assert conversation.state.held
    conversation.says(text)
    assert not says(conversation, lines.HELP_STAYS)
    assert conversation.question == "unsaid-1"


def note_waits(talk: Talk) -> Conversation:
    """A week on, with the note unsent and an offer open."""
    conversation = at(talk, "done").waits(days=8)
    assert conversation.prompt.question.endswith("offer")
    return conversation


@pytest.mark.parametrize(
    "text",
    ["hey. im back. never sent the note. is it too late", "i never sent the note", "im back. i havent sent it yet"],
)
def test_a_note_that_was_never_sent_is_brought_when_they_come_back(talk: Talk, text: str) -> None:
    conversation = note_waits(talk).says(text)
    assert "Mrs Zulu" in conversation.drafts[0].title
    assert says(conversation, lines.TOO_LATE) is ("too late" in text)


def test_whether_it_is_too_late_is_no_question_about_a_note_after_a_no(talk: Talk) -> None:
    conversation = at(talk, "done").says("they said no", "rather not").says("is it too late")
    assert not says(conversation, lines.TOO_LATE)


@pytest.mark.parametrize("text", ["idk", "whatever", "not sure"])
def test_an_offer_that_they_cannot_decide_on_waits(talk: Talk, text: str) -> None:
    conversation = at(talk, "done").waits(days=1)
    assert says(conversation.says(text), lines.PAUSED)


@pytest.mark.parametrize("text", ["i spose", "i suppose", "i guess so", "ok i guess"])
def test_half_a_yes_takes_up_an_offer(talk: Talk, text: str) -> None:
    conversation = at(talk, "done").waits(days=8)
    before = conversation.prompt.question
    assert conversation.says(text).question not in (before, None)


@pytest.mark.parametrize("text", ["9 mate", "9 bro", "a 9 man"])
def test_a_number_is_a_number_however_the_coach_is_called(talk: Talk, text: str) -> None:
    assert at(talk, "feeling").says(text).facts.value("feeling-at-first") == 9


# --- whether it was heard, whether it will do, and what hurts -------------------------------------------------


@pytest.mark.parametrize(
    "text", ["did u get acme??", "did you get that? mrs zulu, by friday", "did you note that it was acme?"]
)
@pytest.mark.parametrize("moment", ["look back", "note", "done"])
def test_whether_it_was_heard_is_shown_by_what_is_known(talk: Talk, moment: str, text: str) -> None:
    assert "Your longer answers are kept word for word" in at(talk, moment).says(text).reply


@pytest.mark.parametrize(
    "text",
    ["did you get along with your last boss?", "have you got any experience?", "did you understand the task?"],
)
def test_what_an_interviewer_asks_is_no_check(talk: Talk, text: str) -> None:
    assert at(talk, "others").says(text).facts.value("other-questions") == text


@pytest.mark.parametrize("text", ["is it ok", "does it sound ok?", "is this good enough to send"])
def test_whether_the_note_will_do_is_answered_without_a_judgement(talk: Talk, text: str) -> None:
    conversation = at(talk, "note").says(text)
    assert says(conversation, lines.GOOD_ENOUGH)
    assert conversation.question == "note-1.1.settle"


def test_what_to_ask_about_pay_gets_no_list_of_commands(talk: Talk) -> None:
    assert not says(at(talk, "look back").says("what do i ask about pay"), lines.HELP)


@pytest.mark.parametrize("text", ["nobody is going to hire me", "i wont bother again", "whats the point at my age"])
def test_that_it_is_hopeless_is_met_and_not_told_that_it_is_stopped(talk: Talk, text: str) -> None:
    assert says(at(talk, "done").says(text), lines.LOW)
    assert says(at(talk, "unsaid").says("stop").says("just this").says(text), lines.LOW)


def test_a_refused_note_is_refused_and_what_hurts_is_met(talk: Talk) -> None:
    conversation = at(talk, "channel").says("no note. whats the point at my age")
    assert says(conversation, lines.STILL_HURTS)
    assert conversation.facts.value("note-channel") == "none"


def test_a_question_about_their_rights_is_answered_beside_the_choice(talk: Talk) -> None:
    conversation = at(talk, "look back").says("tomorrow. can i complain without losing the job?")
    assert conversation.facts.value("judge-when") == "tomorrow"
    assert says(conversation, lines.RIGHTS)


@pytest.mark.parametrize("text", ["should i say that i was ill", "what do i do about the gap", "will they laugh at me"])
def test_a_question_without_its_mark_is_no_answer_in_own_words(talk: Talk, text: str) -> None:
    conversation = at(talk, "nothing missing").says(text)
    assert conversation.facts.value("point-1") is None
    assert conversation.question == "point-1"


@pytest.mark.parametrize("text", ["What does the director want to hear", "audio. what if it dies again"])
def test_a_question_is_nothing_that_they_know_of_the_place(talk: Talk, text: str) -> None:
    conversation = at(talk, "done").says("i have a second interview on friday", "get ready", text)
    assert says(conversation, lines.UNANSWERED)
    assert conversation.question is not None
    assert "four-items" in conversation.question


def test_what_puts_the_coach_right_is_kept_and_not_written_to_them(talk: Talk) -> None:
    conversation = talk().says("just out of an interview, froze on the drill question", "6", "one moment", "the drill")
    conversation.says("i would hold it straight", "skip")
    assert conversation.question == "point-1"
    conversation.says("No, this was for you, not for them. The organisation is City Buses, I said already")
    assert conversation.facts.text("organisation") == "City Buses"
    conversation.says("take that out. yes i want the job")
    assert conversation.facts.value("point-1") is None


@pytest.mark.parametrize("text", ["are you listening", "you didnt answer me"])
def test_a_complaint_when_nothing_is_asked_is_owned(talk: Talk, text: str) -> None:
    assert says(at(talk, "done").says(text), lines.NOT_HEARD)
    assert says(at(talk, "unsaid").says("stop", "just this", text), lines.NOT_HEARD)


def test_told_already_is_shown_by_what_is_known_or_owned(talk: Talk) -> None:
    assert says(at(talk, "look back").says("i told you about acme"), lines.TOLD_ALREADY)
    assert "Your longer answers are kept word for word" in at(talk, "done").says("i told you about acme").reply


# --- what is said about the asking ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "what? no. i meant the site. nothing missing",
        "nothing missing really. would you email a third time, just tell me",
        "no. nothing like that, he was just rude",
        "no nothing. you did not tell me about the second round",
        "nothing. i already told you that",
        "none really, it was all fine. should i ring them tomorrow",
    ],
)
def test_that_nothing_is_missing_counts_beside_other_talk(talk: Talk, text: str) -> None:
    conversation = at(talk, "nothing missing").says(text)
    assert conversation.facts.text("point-1") is None
    assert conversation.question not in (None, "point-1")


@pytest.mark.parametrize(
    "text",
    [
        "i just said it. thats the answer",
        "i said it already",
        "why are you going to the next question, you did not answer me",
        "but you have not answered my question",
        "no no. cashier. i meant what job do YOU think, tell me what you wrote down",
        "what job do you think im talking about?",
        "just tell me",
        "what did you write in my notes",
        "you never listen",
    ],
)
def test_a_complaint_about_the_asking_is_kept_as_no_answer(talk: Talk, text: str) -> None:
    for moment, name in (("unsaid", "unsaid-1"), ("nothing missing", "point-1"), ("their words", "question-1")):
        conversation = at(talk, moment)
        assert conversation.question == name
        conversation.says(text)
        assert conversation.facts.text(name) is None
        assert conversation.question == name
        assert conversation.lines


@pytest.mark.parametrize(
    "beside", ["And why are you going to the next question, you did not tell about second round", "just tell me please"]
)
def test_what_they_were_asked_is_kept_without_what_is_asked_of_the_coach(talk: Talk, beside: str) -> None:
    conversation = at(talk, "their words").says(f"Explain internal working of HashMap. {beside}")
    assert conversation.facts.text("question-1") in (
        "Explain internal working of HashMap.",
        "Explain internal working of HashMap",
    )
    assert conversation.question == "unsaid-1"
    assert conversation.lines


def test_an_answer_told_with_its_question_is_used_when_they_say_so(talk: Talk) -> None:
    conversation = at(talk, "their words")
    conversation.says(
        "a patient is febrile, what are your first actions. answer is bloods, cultures, lactate and fluids"
    )
    assert conversation.facts.text("unsaid-1") == "bloods, cultures, lactate and fluids"


@pytest.mark.parametrize("moment", ["feeling", "job", "contact"])
def test_that_a_question_was_passed_over_is_no_news_of_their_answer(talk: Talk, moment: str) -> None:
    conversation = at(talk, moment)
    asked = conversation.question
    conversation.says("But you have not answered my question")
    assert conversation.facts.value("outcome") is None
    assert conversation.question == asked
    assert says(conversation, lines.PASSED_OVER)


def test_a_number_counts_beside_a_complaint(talk: Talk) -> None:
    conversation = at(talk, "feeling").says("5. But you have not answered my question")
    assert conversation.facts.value("feeling-at-first") == 5
    assert conversation.facts.value("outcome") is None
    assert says(conversation, lines.PASSED_OVER)


@pytest.mark.parametrize(
    "text",
    [
        "I already told the panel about my licence but not about the forklift",
        "No, but I speak Polish and I should have said so",
        "I told them I was late because of the bus, nothing else",
        "I meant to say that I ran the ward alone for a year",
        "That I answered every call within a day, and nobody asked",
        "You did not ask me about my degree, so here it is: economics",
        "Nothing they asked was about my ten years on the ward",
    ],
)
def test_a_point_with_such_words_stays_a_point(talk: Talk, text: str) -> None:
    kept = at(talk, "nothing missing").says(text).facts.text("point-1")
    assert kept is not None
    assert len(kept.split()) > len(text.split()) // 2


@pytest.mark.parametrize(
    "text",
    [
        "why are you leaving your job",
        "What did you write your thesis about?",
        "can you tell me about yourself",
        "Why did you skip a year?",
        "tell me about a time you told somebody no",
    ],
)
def test_a_question_of_theirs_with_such_words_stays_one(talk: Talk, text: str) -> None:
    conversation = at(talk, "their words").says(text)
    assert conversation.facts.text("question-1") == text


# --- questions of the coach's own trade -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "aside"),
    [
        ("will they actually ring do you think", Aside.WILL_THEY),
        ("do you think they'll call me back?", Aside.WILL_THEY),
        ("When will they tell result?", Aside.WILL_THEY),
        ("should i be ringing them?", Aside.CHASE),
        ("would you email a third time", Aside.CHASE),
        ("should i email them again", Aside.CHASE),
        ("can i just ask them straight out if its a no?", Aside.CHASE),
        ("is it rude to ring a kitchen on a saturday", Aside.CHASE),
        ("should i apologize to her", Aside.APOLOGISE),
        ("I WOULD like you to tell me if i should apologise to her", Aside.APOLOGISE),
        ("do i have to say sorry for being late", Aside.APOLOGISE),
        ("what do I tell my mum", Aside.TELL_OTHERS),
        ("how am i supposed to tell my family", Aside.TELL_OTHERS),
        ("how do i sleep tonight", Aside.SLEEP),
        ("i cant sleep and im on shift at 7", Aside.SLEEPLESS),
        ("should i negotiate the pay", Aside.PAY),
        ("so do i negotiate or not?", Aside.PAY),
        ("is there no thank you note?", Aside.NOTE),
        ("whats next for the shoprite one", Aside.OPEN_THINGS),
    ],
)
def test_what_a_coach_is_asked_after_an_interview_is_known(text: str, aside: Aside) -> None:
    assert asides.read(text) is aside


@pytest.mark.parametrize(
    "text",
    [
        "will they ring the bell at the end of the shift was one of the questions",
        "i told my mum that i got it",
        "i should have apologised to her",
        "i cant sleep since the interview because they laughed when i froze on the drug question",
        "she asked if i can negotiate with suppliers",
        "they said they will ring on friday",
        "how do i tell a customer that we are out of stock",
        "i would email them the figures again the same day",
    ],
)
def test_a_story_with_such_words_asks_nothing(text: str) -> None:
    assert asides.read(text) is None


@pytest.mark.parametrize(
    "moment", ["feeling", "nothing missing", "job", "contact", "channel", "note look", "look back"]
)
def test_how_to_sleep_puts_nothing_off(talk: Talk, moment: str) -> None:
    conversation = at(talk, moment)
    asked = conversation.question
    assert says(conversation.says("how do i sleep tonight"), lines.SLEEP)
    assert conversation.question == asked


@pytest.mark.parametrize(
    ("moment", "text", "name", "value", "line"),
    [
        ("feeling", "ah like a 5? will they actually ring do you think", "feeling-at-first", 5, lines.WILL_THEY),
        ("job", "yes. should i apologise to her", "wants-job", "yes", lines.APOLOGISE),
        ("look back", "not at all. but how do i sleep tonight", "judge-when", "no", lines.SLEEP),
    ],
)
def test_such_a_question_is_answered_beside_the_answer(
    talk: Talk, moment: str, text: str, name: str, value: object, line: Saying
) -> None:
    conversation = at(talk, moment).says(text)
    assert conversation.facts.value(name) == value
    assert says(conversation, line)


def test_a_question_is_answered_once_beside_that_nothing_is_missing(talk: Talk) -> None:
    conversation = at(talk, "nothing missing").says("nothing missing. should i ring them again, just tell me")
    assert conversation.question == "wants-job"
    assert (
        sum("two working days" in line or "twice" in line or "a second one" in line for line in conversation.lines) == 1
    )


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("so do i negotiate or not? she said 41 an hour, i wanted 44", lines.PAY),
        ("oh and can i ask you something, should i negotiate the pay or just take it", lines.PAY),
        ("my sister asked me today. what do i tell my mum", lines.TELL_OTHERS),
    ],
)
def test_a_question_among_other_words_is_answered_where_nothing_is_asked(talk: Talk, text: str, line: Saying) -> None:
    conversation = at(talk, "done").says(text)
    assert says(conversation, line)
    assert not says(conversation, lines.NOT_ANSWERED)
    assert not says(conversation, lines.OFFERS)


def test_a_wish_at_the_end_of_other_news_is_granted(talk: Talk) -> None:
    conversation = at(talk, "done").says("there is a band 6 post, closing sunday. how do i get ready")
    assert "four-items" in (conversation.question or "")


def test_nobody_is_told_to_chase_those_who_want_no_contact(talk: Talk) -> None:
    conversation = at(talk, "contact").says("no contact please", "should i ring them?", "should i email them again")
    assert says(conversation, lines.CHASE_BARRED)
    assert not says(conversation, lines.CHASE)


def test_who_cannot_sleep_may_tell_why(talk: Talk) -> None:
    conversation = talk().says("cant sleep. keep going over it. froze on the drug question at St Mary's this morning")
    assert not says(conversation, lines.SLEEP)
    assert conversation.facts.value("organisation")


@pytest.mark.parametrize(
    ("text", "aside"),
    [
        ("how many questions is this", Aside.DURATION),
        ("how many more qs", Aside.DURATION),
        ("whats the plan", Aside.OPEN_THINGS),
        ("what is the plan for today", Aside.OPEN_THINGS),
        ("what do you think, was it that bad?", Aside.CHANCES),
        ("was it that bad?", Aside.CHANCES),
        ("what is the plan for the ward if a patient falls", None),
        ("what do you think makes a good nurse", None),
        ("they asked how many questions i get in a day", None),
    ],
)
def test_how_many_what_is_planned_and_whether_it_was_that_bad_are_questions_to_the_coach(
    text: str, aside: Aside | None
) -> None:
    assert read(text).aside is aside


@pytest.mark.parametrize("text", ["show me the journal", "open the journal pls", "show my journal"])
@pytest.mark.parametrize("moment", ["unsaid", "note", "contact", "done"])
def test_the_journal_is_shown_however_it_is_asked_for(talk: Talk, moment: str, text: str) -> None:
    conversation = at(talk, moment).says(text)
    assert "did not follow" not in conversation.reply
    assert "Acme" in conversation.reply


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("am i overreacting?", Aside.HOW_IT_FEELS),
        ("is it okay to feel like this", Aside.HOW_IT_FEELS),
        ("do you think I'm being too sensitive?", Aside.HOW_IT_FEELS),
        ("is it wrong to call the parents?", Aside.THEIR_ANSWER),
        ("should i have mentioned my practicum first?", Aside.THEIR_ANSWER),
        ("was it stupid to say that i get nervous?", Aside.THEIR_ANSWER),
        ("how do i know if they liked me", Aside.THEIR_MIND),
        ("who do you send it to", Aside.WHO_SENDS),
        ("who u send wat to", Aside.WHO_SENDS),
        ("are you going to contact the company?", Aside.WHO_SENDS),
        ("is it not shameful to send a thank you?", Aside.WORTH_WRITING),
        ("is it ok to call mrs zulu", Aside.CALL_OR_WRITE),
        ("is it wrong to call them", None),
        ("it was wrong to say that", None),
        ("i should have mentioned my practicum", None),
    ],
)
def test_what_people_ask_of_themselves_in_the_first_hour_has_an_answer(text: str, asked: Aside | None) -> None:
    assert read(text).aside is asked


def test_a_question_in_the_first_message_is_answered_before_anything_is_asked(talk: Talk) -> None:
    conversation = talk().says(
        "I just had a panel interview at Hillside School for a teaching job. They asked how I would handle a pupil who sleeps "
        "in class, and I said I would call the parents, and she raised her eyebrows. Is it wrong to call the parents?"
    )
    assert says(conversation, lines.THEIR_ANSWER)
    assert conversation.question == "feeling-at-first"


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("That I will cover load and door obstruction. But is that my weak answer? You decide.", "That I will cover load and door obstruction."),
        ("I tutor children every Saturday. They never asked about community work.", "I tutor children every Saturday."),
        ("Okay. I tutor children every Saturday.", "I tutor children every Saturday."),
        ("no the 2 years at the shop is what i wouldve said. not the question", "the 2 years at the shop."),
        ("Yes, load uphill and slowly.", "Yes, load uphill and slowly."),
        ("I know what is my weak answer to most people. I practise it.", "I know what is my weak answer to most people. I practise it."),
    ],
)  # fmt: skip
def test_what_was_asked_of_the_coach_stands_in_no_letter(text: str, kept: str) -> None:
    assert to_coach.for_others(text) == kept


@pytest.mark.parametrize(
    ("text", "again"),
    [
        ("i just said idk because im a hard worker and she wrote nothing", None),
        ("i just said the first thing that came into my head", None),
        ("i just said nothing", None),
        ("i just said that", ""),
        ("i just told you, the bend test", "the bend test"),
        ("i just said monday", "monday"),
    ],
)
def test_what_they_said_to_them_is_no_reproach(text: str, again: str | None) -> None:
    assert read(text).told_again == again
