"""Signs of danger, and the idioms of a bad day."""

from __future__ import annotations

import time
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.safety import read
from core.safety.danger import Danger, Kind, Level
from tests.case_files import hostile, rows


def level(text: str) -> str:
    danger = read(text)
    if danger is not None and danger.kind in (Kind.UNSURE, Kind.DOUBTED):
        return "asked"
    return danger.level.value if danger else "benign"


@pytest.mark.parametrize(
    ("name", "crisis", "concern", "benign"),
    [
        ("danger.jsonl", 1, 1, 1),
        ("danger_own.jsonl", 1, 1, 1),
        ("danger_more.jsonl", 0.98, 0.96, 0.985),
        ("danger_blind.jsonl", 0.99, 0.97, 1),
        ("danger_blind_later.jsonl", 0.98, 0.94, 0.987),
        ("danger_voices.jsonl", 0.98, 0.86, 0.99),
        ("danger_voices_sealed.jsonl", 0.90, 0.90, 0.95),
        ("danger_blind_quiet.jsonl", 0.98, 1, 1),
        ("danger_blind_unread.jsonl", 0.98, 0.96, 1),
        ("danger_frames_own.jsonl", 0.88, 0.90, 0.99),
        ("danger_frames_sealed.jsonl", 0.69, 0.72, 0.97),
        ("danger_quiet.jsonl", 0.90, 0.94, 1),
        ("danger_quiet_sealed.jsonl", 0.88, 0.88, 1),
        ("danger_unread.jsonl", 0.80, 0.57, 0.96),
    ],
)
def test_danger_is_heard_and_idioms_are_not(name: str, crisis: float, concern: float, benign: float) -> None:
    cases, right = Counter[str](), Counter[str]()
    for row in rows(name):
        cases[row["label"]] += 1
        right[row["label"]] += level(row["text"]) == row["label"]
    assert right["crisis"] / cases["crisis"] >= crisis
    assert right["concern"] / cases["concern"] >= concern
    assert right["benign"] / cases["benign"] >= benign


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("I want to kill myself", "suicide"),
        ("i cant go on", "suicide"),
        ("i cant face another day", "suicide"),
        ("cant stop crying and i dont want to be here anymore", "suicide"),
        ("my family would be better off without me", "suicide"),
        ("k1ll myself", "suicide"),
        ("I want to k*ll myself", "suicide"),
        ("s u i c i d e", "suicide"),
        ("i want to kіll mуself", "suicide"),
        ("i feel sucidal", "suicide"),
        ("KMS", "suicide"),
        ("i have been cutting myself again", "self-harm"),
        ("my husband beats me when i come home late", "abuse"),
        ("he threatened to kill me if i take the job", "violence"),
        ("the interviewer locked the door and put his hand up my skirt", "violence"),
        ("wnt 2 die, nt kidding", "suicide"),
        ("im gunna end my lfie", "suicide"),
        ("i want to kill myself because they said no", "suicide"),
        ("my flatmate has taken a load of pills and she is not waking up", "somebody-now"),
        ("i'm going to go back there and hurt the man who laughed at me. i've got my knife", "harm-others"),
    ],
)
def test_a_crisis_is_heard_direct_hinted_or_disguised(text: str, kind: str) -> None:
    assert read(text) == Danger(Level.CRISIS, Kind(kind))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("my brother tried to end his life last week", "third-person"),
        ("i used to self-harm", "past"),
        ("i'm not suicidal, just exhausted", "denied"),
        ("my mum died last week", "grief"),
        ("what's the point of anything", "hopeless"),
        ("the interviewer touched my thigh", "abuse"),
        ("cant stop crying", "heavy"),
        ("i can't face another interview", "heavy"),
        ("can't stop crying, i feel worthless", "hopeless"),
        ("i can't do this anymore", "hopeless"),
    ],
)
def test_somebody_to_be_careful_with_is_told_apart(text: str, kind: str) -> None:
    assert read(text) == Danger(Level.CONCERN, Kind(kind))


@pytest.mark.parametrize(
    "text",
    [
        "that interview killed me",
        "I bombed",
        "i could die of embarrassment",
        "dead tired",
        "kill for this job",
        "shoot me an email",
        "hang in there",
        "kill me now",
        "interview for a suicide prevention hotline",
        "they asked how i would deal with a suicidal patient",
        "can't do this now",
        "i cant do this today",
        "i beat myself up about it",
        "i don't want to continue",
        "help me write the note",
        "delete my last message",
        "i'll do it tonight",
        "can we end it now",
        "how do i say goodbye to my year 6 class",
        "she grabbed me a coffee before we started",
        "they locked the door behind us because it was late",
        "my manager shouts at me in front of customers",
        "i was hopeless today",
        "remind me to take my meds 9 tonight",
        "They said they're not moving forward with my application",
        "rejection came. they said not moving fwd",
        "store closed. 11 years, i ran it til the last day and got every one of my people a job",
        "I noticed a colleague had written a double dose of paracetamol and stopped it",
        "I sent the note to Sister Phiri only. It went better but I mixed up the dose per kilo question",
        "i want to write to bea, i burnt the sauce",
        "burnt it again",
        "i cut the onions wrong again",
    ],
)
def test_the_idioms_of_a_bad_day_are_no_danger(text: str) -> None:
    assert read(text) is None


@pytest.mark.parametrize(
    ("text", "idiom"),
    [
        ("i always say kill me now for fun but today i meant it", "i always say kill me now for fun"),
        ("burned my hand on the stove on purpose", "burned my hand on the stove"),
        ("my brothers say they will kill me if i work there", "they will kill me"),
    ],
)
def test_an_idiom_that_is_said_to_be_meant_is_no_idiom(text: str, idiom: str) -> None:
    assert level(text) == "crisis"
    assert level(idiom) == "benign"


@pytest.mark.parametrize(
    "text",
    ["he's not moving, there is blood", "i burned it on purpose again, the same arm", "i cut the skin again",
     "tomorrow is my last day on earth", "i have taken a double dose of my tablets"],
)  # fmt: skip
def test_what_looks_like_work_and_is_none_is_heard(text: str) -> None:
    danger = read(text)
    assert danger is not None
    assert danger.level is Level.CRISIS


def test_a_denial_beside_a_plan_is_no_denial() -> None:
    assert level("i'm not suicidal") == "concern"
    assert level("i'm not suicidal but i've got a plan") == "crisis"


def test_what_somebody_says_in_a_case_is_not_the_persons_own() -> None:
    assert level("the roleplay client said 'i want to end it all' and i had to respond") == "benign"
    assert level("i said 'i want to end it all' and i meant it") == "crisis"


@pytest.mark.parametrize(
    "text",
    [
        "i saw no reason to exit the call",
        "took all the tables",
        "i drank prison coffee",
        "thinking about drying my hair",
        "they shared a hint, then the cable snapped",
        "she shared a laugh with my brother and the cable snapped",
    ],
)
def test_a_word_that_is_near_to_one_of_danger_stays_itself(text: str) -> None:
    assert level(text) == "benign"


def test_hints_of_danger_say_together_what_neither_says_alone() -> None:
    assert read("the bridge was closed, so i came late") is None
    assert read("i keep looking at the bridge, it would be so easy") == Danger(Level.CRISIS, Kind.SUICIDE)


@pytest.mark.parametrize(
    ("quiet", "ordinary"),
    [
        ("i've written the letters. one for mum, one for callum", "i've written the letters. one to the head, one to the deputy"),
        ("bought what i need for it last week. they turned me down", "bought what i need for monday. they turned me down once before"),
        ("i've run a bath and i don't plan on getting out of it", "i've run a bath and i don't plan on answering the phone"),
        ("he asked about the gap. walked home past the tracks and worked out the times", "walked home past the tracks and worked out what i should have said"),
        ("how do i make sure my dog goes to my neighbour if i'm not around next week", "how do i make sure my dog is ok if i'm not around in the day"),
        ("last try and then i'm allowed to stop. so i'm stopping. goodbye", "last try at the typing test. so i'm stopping for today"),
        ("today i will give my life, tell him i tried", "i want to give my life story short"),
        ("bought the petrol already, they'll all read my name", "bought the petrol already, will they refund it"),
        ("wore long sleeves so the panel wouldn't see. fresh ones from this morning", "wore long sleeves so the panel wouldn't see the sunburn"),
        ("he says he'll set me on fire if i take it", "he says the job will set the world on fire"),
    ],
)  # fmt: skip
def test_what_is_not_named_is_told_from_its_look_alike(quiet: str, ordinary: str) -> None:
    assert level(quiet) == "crisis"
    assert level(ordinary) == "benign"


def test_a_clause_that_leaves_its_i_out_is_the_persons_own() -> None:
    asked = "they asked about the gap. "
    assert level(asked + "walked past the tracks and worked out the times") == "crisis"
    assert level(asked + "a patient walked past the tracks and worked out the times") == "benign"


def test_one_hint_of_danger_is_not_counted_twice() -> None:
    assert read("my sister will look after the kids on friday") is None
    assert read("this is the last time i apply there") is None


def test_what_others_do_in_a_case_is_no_danger_and_what_the_person_says_of_themselves_is() -> None:
    case = "the scenario was: a caller says she wants to kill herself, what do you say first"
    assert read(case) is None
    assert level(case + ". honestly i want to die too") == "crisis"


def test_a_dense_text_is_read_fast() -> None:
    benign = [row["text"] for row in rows("danger_more.jsonl") if row["label"] == "benign"]
    dense = " ".join(benign)[:6000]
    read(dense)
    began = time.process_time()
    read(dense)
    assert time.process_time() - began < 0.1


def test_a_very_long_text_is_read_fast() -> None:
    benign = [row["text"] for row in rows("danger_more.jsonl") if row["label"] == "benign"]
    long = (" ".join(benign) * 10)[:200_000]
    read(long)
    began = time.process_time()
    read(long)
    assert time.process_time() - began < 0.1


def test_an_idiom_does_not_hide_what_stands_beside_it() -> None:
    assert level("i could die of shame, honestly i want to kill myself") == "crisis"


def test_a_topic_of_the_talk_goes_no_further_than_to_what_the_person_says_of_themselves() -> None:
    assert read("they asked about my salary and i thought about killing myself") == Danger(Level.CRISIS, Kind.SUICIDE)
    assert level("they asked about killing animals") == "benign"


def test_an_idiom_in_the_middle_does_not_excuse_what_is_done_to_the_person_next() -> None:
    assert read("my husband smashed my phone and hit me") == Danger(Level.CRISIS, Kind.ABUSE)
    assert level("they smashed it and hit the target") == "benign"


def test_what_somebody_says_of_themselves_is_their_danger() -> None:
    assert read("my daughter says life is not worth it") == Danger(Level.CONCERN, Kind.THIRD_PERSON)
    assert level("my daughter says i should kill myself") == "crisis"


def test_whom_a_person_knows_from_work_is_of_no_case() -> None:
    assert read("one of my pupils has told me she is harming herself") == Danger(Level.CONCERN, Kind.THIRD_PERSON)
    assert level("they asked what i'd do if a pupil told me she is harming herself") == "benign"


@pytest.mark.parametrize(
    "text", ["not gonna kms dw", "i'm not about to top myself", "i did consider ending my life, many years ago"]
)
def test_what_is_denied_or_far_back_is_not_now(text: str) -> None:
    assert level(text) == "concern"


@pytest.mark.parametrize("text", ["kms this email has 3 typos lol", "i'll be dead without coffee"])
def test_laughter_excuses_the_mild_words_only(text: str) -> None:
    assert level(text) == "benign"
    assert level("i want to kill myself lol") == "crisis"
    assert level("at this rate i'll be dead by friday") == "benign"
    assert level("i won't need them, i'll be dead by friday") == "crisis"


@pytest.mark.parametrize(
    "text", ["i want kill me", "i want to be not in this world", "my life is finish, i don't want to continue it", "idw live nemore", "sucidie is on my mind", "gona kil mysel", "he hitts me evry nite"],
)  # fmt: skip
def test_danger_is_heard_in_learned_and_in_misspelt_english(text: str) -> None:
    assert level(text) == "crisis"


@pytest.mark.parametrize(
    ("text", "heard"),
    [("can't see a way out of this at all", "concern"), ("there is no way out except one", "crisis"),
     ("i see no other way out", "crisis"), ("no way out of it, have to do the assessment day", "benign")],
)  # fmt: skip
def test_no_way_out_is_despair_and_the_only_way_out_is_danger(text: str, heard: str) -> None:
    assert level(text) == heard


@pytest.mark.parametrize(
    ("text", "idiom"),
    [
        ("i'll jump in front of a train", "i'll jump in whenever you like"),
        ("i have said goodbye to the people who matter", "i have said goodbye to the team"),
    ],
)
def test_an_idiom_does_not_excuse_a_sign_that_only_begins_with_it(text: str, idiom: str) -> None:
    assert level(text) == "crisis"
    assert level(idiom) == "benign"


@pytest.mark.parametrize(
    "text",
    ["ah cannae dae this nae mair, ah'm gonnae end it the night", "ion wanna live no more bruh", "I don tire for this life abeg, make i just die"],
)  # fmt: skip
def test_danger_is_heard_in_the_english_of_scotland_of_black_america_and_of_nigeria(text: str) -> None:
    assert level(text) == "crisis"


@pytest.mark.parametrize(
    "text",
    ["I was overjoyed when they called", "a strange question about my nose", "still job hunting",
     "i have been sweeping floors, their score is unbeatable", "I tied the knot last year"],
)  # fmt: skip
def test_a_word_that_is_near_to_one_of_danger_is_left_as_it_is(text: str) -> None:
    assert level(text) == "benign"


@pytest.mark.parametrize(
    "text",
    ["I was this morning on interview for the bus driver in Northgate depot and I think I destroy everything with the "
     "question about complaint", "i ruin everything when they asked about my salary", "i wreck everything in the second round"],
)  # fmt: skip
def test_an_interview_that_was_ruined_is_no_despair_and_a_life_is(text: str) -> None:
    assert level(text) == "benign"
    assert level("i ruin everything i touch") == "concern"


def test_an_idiom_does_not_excuse_the_sign_around_it() -> None:
    assert level("i wish i was dead") == "crisis"


def test_danger_is_heard_at_the_end_of_a_very_long_text() -> None:
    assert level("it was a long day. " * 10_000 + "i want to kill myself") == "crisis"


@pytest.mark.parametrize("text", hostile())
def test_a_hostile_text_is_no_danger(text: str) -> None:
    assert level(text) != "crisis"


@given(st.text(max_size=300))
def test_any_text_can_be_read(text: str) -> None:
    danger = read(text)
    assert danger is None or danger.level in Level


@pytest.mark.parametrize(
    "text",
    [
        "have you ever given a wrong dose", "heavy at the bottom, wrap it, label out", "put the bulky ones at the bottom and wrap it",
        "i put it at the bottom of the cv", "i am at the bottom of the list", "have you ever given wrong change", "the truck went off the bridge",
        "i went over the bridge too fast", "where do you keep the poison and who has the key",
    ],
)  # fmt: skip
def test_words_of_the_work_are_no_danger(text: str) -> None:
    assert read(text) is None


@pytest.mark.parametrize("text", ["i have hit rock bottom", "i've hit the bottom", "i want to drive off the bridge"])
def test_the_bottom_and_the_bridge_of_a_bad_day_are_heard(text: str) -> None:
    assert read(text) is not None


@pytest.mark.parametrize(
    "text",
    ["nah he just said hell ring by friday", "hell let me know by friday", "she said shell call by sunday", "well hear by friday",
     "theyll ring by friday, itll be fine", "ill be dead tired by friday", "she said shed phone by friday", "wed be told by friday",
     "that interview was hell, they ring by friday", "the line went dead, hell call by friday", "wont hear before wed, cant wait by friday"],
)  # fmt: skip
def test_a_contraction_without_its_apostrophe_is_no_danger(text: str) -> None:
    assert level(text) == "benign"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("hell kill me when i get home", Kind.VIOLENCE),
        ("ill end it tonight", Kind.SUICIDE),
        ("id jump if i could", Kind.SUICIDE),
        ("i might as well die", Kind.SUICIDE),
        ("see you in hell, by friday its done", Kind.SUICIDE),
    ],
)
def test_danger_is_heard_in_a_contraction_without_its_apostrophe(text: str, kind: Kind) -> None:
    assert read(text) == Danger(Level.CRISIS, kind)


def test_a_name_that_is_near_to_a_word_of_danger_is_left_as_it_is() -> None:
    assert level("mr kipling, mrs borden and ms poisson asked about my life") == "benign"


@pytest.mark.parametrize("said", ["what have you got on me so far", "so what did you get on me", "what u got on me"])
def test_whoever_asks_what_is_kept_of_them_is_in_no_danger(said: str) -> None:
    assert read(said) is None


@pytest.mark.parametrize("said", ["he got on me and held me down", "what have you done. he got on me", "you got on me"])
def test_who_got_on_somebody_is_danger_still(said: str) -> None:
    assert read(said) is not None


@pytest.mark.parametrize(
    "text",
    [
        "I feel like garbage after my interview at Marshalls",
        "i feel like garbage",
        "I was late and rude to the lady. I feel like garbage.",
        "feeling like total trash after my trial shift",
        "felt like a piece of crap walking out",
        "they made me feel like dirt, all four of them",
        "i feel like scum for being short with her",
        "i feel like a waste of everyone's time",
        "i feel like nothing after that interview",
        "i felt so worthless in that second interview",
        "the panel treated me like garbage during the interview",
    ],
)
def test_a_hard_word_for_oneself_after_an_interview_is_no_danger(text: str) -> None:
    assert read(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "i feel like garbage and nobody would miss me",
        "i feel like trash and i don't want to be here anymore",
        "i feel like dirt every day, i'm worthless",
        "i feel like nothing",
        "i'm worthless and everyone knows it",
        "i feel like garbage. everyone would be better off without me",
        "i feel like a waste of space",
    ],
)
def test_a_hard_word_for_oneself_that_goes_deeper_is_heard(text: str) -> None:
    assert read(text) is not None
