"""What a community sets: read and checked at the start, shown where it helps, and never guessed where it is not set."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from datetime import date, time
from pathlib import Path

import pytest

from bot.community import community_in
from core import clock
from core.community import LINKS, NONE, Community, read
from core.errors import CommunityError
from core.events import NudgeDue, Person
from core.helplines import Helpline, Service
from tests.conversation import Conversation
from tests.terminal import ROOT
from tests.test_capture import ACME, ANSWER

Talk = Callable[..., Conversation]

EXAMPLE = (ROOT / "docs" / "community.example.toml").read_text("utf-8")
LINE = """
[[helpline]]
country = "ZM"
kind = "helpline"
name = "A line of ours"
phone = "123"
hours = "not stated"
sources = ["Us"]
reviewed = 2026-11-22
"""
STAFF = Community(staff="Ms Tembo, room 12")
DISCORD = Person("discord:1", "u1")


def line(country: str, kind: Service = Service.HELPLINE, phone: str = "123") -> Helpline:
    return Helpline(country, kind, f"Our {kind}", "not stated", ("Us",), date(2026, 11, 22), phone=phone)


# --- the file ---


def test_an_empty_file_sets_nothing() -> None:
    assert read("") == read("# nothing yet\n") == NONE


def test_the_example_file_sets_nothing_as_it_stands() -> None:
    assert read(EXAMPLE) == NONE


def uncommented() -> str:
    return re.sub(r"^# (?=[a-z-]+ = |\[)", "", EXAMPLE, flags=re.MULTILINE)


def test_every_line_of_the_example_file_can_be_used() -> None:
    community = read(uncommented().replace("example.org", "intranet"))
    assert (community.name, community.country, community.zone) == ("Lusaka Careers Centre", "ZM", "Africa/Lusaka")
    assert community.staff is not None
    assert community.quiet == clock.QuietHours(time(21), time(8))
    assert community.working_days == frozenset(range(5))
    assert set(community.links) == set(LINKS)
    assert [line.country for line in community.helplines] == ["ZM"]


@pytest.mark.demand("R72")
def test_the_addresses_of_the_example_are_refused_because_they_lead_nowhere() -> None:
    with pytest.raises(CommunityError, match=r"links\.jobs is .* made for examples; write your own"):
        read(uncommented())


def test_hours_and_days_are_taken_as_they_are_written() -> None:
    community = read('quiet-from = "22:30"\nworking-days = ["Sunday", "monday"]')
    assert community.quiet == clock.QuietHours(time(22, 30), time(8))
    assert community.working_days == frozenset({6, 0})


FAULTS = [
    ("staff =", "not TOML", 'staff = "Ms Tembo'),
    ("stafff = 'x'", "stafff", "write staff."),
    ("[links]\njob = 'https://intranet/x'", "links.job", "write links.jobs."),
    ("staff = 5", "staff is 5", "in quotes"),
    ("staff = ''", "staff is ''", "leave the line out"),
    ("country = 'Zambia'", "country is 'Zambia'", '"ZM"'),
    ("country = 'uk'", "country is 'uk'", '"GB"'),
    ("country = 'XX'", "country is 'XX'", "two capitals"),
    ("zone = 'Africa/Lusak'", "zone is 'Africa/Lusak'", '"Africa/Lusaka"'),
    ("zone = 'Kenya'", "zone is 'Kenya'", '"Africa/Nairobi"'),
    ("zone = 'Mars/Olympus'", "zone is 'Mars/Olympus'", "Africa/Lusaka"),
    ("quiet-from = '9pm'", "quiet-from is '9pm'", '"21:00"'),
    ("quiet-to = 8", "quiet-to is 8", '"08:00"'),
    ("quiet-to = '24:00'", "quiet-to is '24:00'", '"08:00"'),
    ("working-days = ['monday', 'fryday']", "working-days is 'fryday'", '"friday"'),
    ("working-days = []", "working-days is []", '["monday"'),
    ("links = 'https://intranet/jobs'", "links is", "[links]"),
    ("[links]\njobs = 'our intranet'", "links.jobs is 'our intranet'", "https://"),
    ("[links]\njobs = 'javascript:alert(1)'", "links.jobs is", "https://"),
    ("[links]\njobs = ''", "links.jobs is ''", "leave the line out"),
    ("helpline = 'x'", "helpline is 'x'", "[[helpline]]"),
    (LINE.replace('hours = "not stated"\n', ""), "helpline entry 1 lacks hours", "hours ="),
    (LINE + LINE.replace('phone = "123"', ""), "helpline entry 2 has no phone", "at least one"),
    (LINE.replace('"ZM"', '"UK"'), "helpline.country is 'UK'", '"GB"'),
]


@pytest.mark.parametrize(("text", "named", "instead"), FAULTS)
def test_a_fault_is_one_sentence_with_the_key_the_value_and_what_to_write(text: str, named: str, instead: str) -> None:
    with pytest.raises(CommunityError) as caught:
        read(text)
    sentence = str(caught.value)
    assert named in sentence
    assert instead in sentence
    assert sentence.endswith(".")
    assert "\n" not in sentence


@pytest.mark.parametrize(("text", "named", "instead"), FAULTS[:3])
def test_the_file_is_named_as_well(tmp_path: Path, text: str, named: str, instead: str) -> None:
    file = tmp_path / "ours.toml"
    file.write_text(text, "utf-8")
    with pytest.raises(CommunityError, match=r"ours\.toml") as caught:
        community_in(file)
    assert named in str(caught.value)
    assert instead in str(caught.value)


def test_no_file_is_no_community() -> None:
    assert community_in(None) is NONE


@pytest.mark.parametrize(("name", "complaint"), [("missing.toml", "does not exist"), (".", "cannot be read")])
def test_a_file_that_cannot_be_read_is_named(tmp_path: Path, name: str, complaint: str) -> None:
    with pytest.raises(CommunityError, match=complaint):
        community_in(tmp_path / name)


def test_a_file_that_is_no_text_is_named_and_a_mark_in_front_does_no_harm(tmp_path: Path) -> None:
    file = tmp_path / "ours.toml"
    file.write_bytes("staff = 'Zoë'".encode("latin-1"))
    with pytest.raises(CommunityError, match="UTF-8"):
        community_in(file)
    file.write_bytes(b"\xef\xbb\xbfstaff = 'Ms Tembo'")
    assert community_in(file).staff == "Ms Tembo"


@pytest.mark.skipif(os.name != "posix", reason="a home folder is set by HOME on POSIX systems only")
def test_the_file_may_lie_under_the_home_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    (tmp_path / "ours.toml").write_text("staff = 'Ms Tembo'")
    assert community_in(Path("~/ours.toml")).staff == "Ms Tembo"


# --- a person to turn to ---


@pytest.mark.parametrize("asked", ["can i talk to a person", "staff", "is there a human here"])
def test_whoever_asks_for_a_person_is_told_whom_and_that_nothing_is_passed_on(talk: Talk, asked: str) -> None:
    conversation = talk(community=STAFF).says(ACME, asked)
    assert "Ms Tembo, room 12" in conversation.reply
    assert "I pass nothing on" in conversation.reply or "cannot reach them" in conversation.reply
    assert conversation.question == "feeling-at-first"


def test_without_staff_nobody_is_promised(talk: Talk) -> None:
    conversation = talk().says(ACME, "can i talk to a person")
    assert "cannot connect you" in conversation.reply


@pytest.mark.demand("K04")
def test_something_serious_comes_with_whom_to_ask_here(talk: Talk) -> None:
    conversation = talk(community=STAFF).says("my interview was today and it was a disaster", "9", "all of it")
    conversation.chooses("Something they said or did").says("he asked if i plan to have children, twice, and laughed")
    assert "Ms Tembo, room 12" in conversation.reply
    assert "legal advice" in conversation.reply


# --- links ---


def to_the_note(talk: Talk, **options: object) -> Conversation:
    conversation = talk(**options).says(ACME, "8", "one moment", "how do you find duplicates", ANSWER)
    conversation.says("skip", "nothing", "yes", "i may write", "by friday", "Mrs Zulu asked it")
    return conversation.says("mail", "show me now")


@pytest.mark.demand("R31")
def test_the_longer_guide_is_shown_with_the_note(talk: Talk) -> None:
    guide = Community(links={"follow-up-guide": "https://intranet/follow-up"})
    conversation = to_the_note(talk, community=guide)
    assert conversation.drafts
    assert "https://intranet/follow-up" in conversation.reply


@pytest.mark.demand("R31")
@pytest.mark.demand("R72")
def test_no_guide_is_shown_where_none_is_set(talk: Talk) -> None:
    conversation = to_the_note(talk)
    assert conversation.drafts
    assert "guide" not in conversation.reply
    assert "http" not in conversation.transcript


@pytest.mark.demand("R72")
@pytest.mark.parametrize("asked", ["any job list?", "where can I find jobs", "careers advice?", "jobs?"])
def test_who_asks_for_a_link_that_is_not_set_is_told_whom_to_ask(talk: Talk, asked: str) -> None:
    conversation = talk(community=STAFF).says(ACME, asked)
    assert "Ms Tembo, room 12" in conversation.reply
    assert "http" not in conversation.reply
    assert conversation.question == "feeling-at-first"


@pytest.mark.demand("R72")
def test_who_asks_for_a_link_where_nothing_is_set_is_told_so(talk: Talk) -> None:
    conversation = talk().says(ACME, "any job list?")
    assert "no address" in conversation.reply
    assert "http" not in conversation.reply


def test_the_links_that_are_set_are_shown_on_request(talk: Talk) -> None:
    links = {"jobs": "https://intranet/jobs", "careers-advice": "https://intranet/advice"}
    conversation = talk(community=Community(links=links)).says(ACME, "do you have a job list please?")
    assert "https://intranet/jobs" in conversation.reply
    assert "https://intranet/advice" not in conversation.reply
    assert "https://intranet/advice" in conversation.says("where can i get careers advice").reply


@pytest.mark.parametrize("said", ["they asked about my previous jobs", "i got the job", "i have two jobs"])
def test_jobs_in_an_answer_are_no_request_for_a_list(talk: Talk, said: str) -> None:
    conversation = talk().says(ACME, "8", "some of it", "something else too", said)
    assert "address" not in conversation.reply


# --- in danger ---

DANGER = "i want to kill myself"


@pytest.mark.demand("C10")
def test_the_countrys_helplines_are_the_communitys_before_those_of_the_zone(talk: Talk) -> None:
    conversation = talk(community=Community(country="GB"), zone="America/New_York").says(DANGER)
    assert "United Kingdom" in conversation.reply
    assert "988" not in conversation.reply


def test_their_own_word_for_where_they_are_comes_before_the_communitys(talk: Talk) -> None:
    conversation = at_the_place(talk, community=Community(country="US")).says("London")
    assert "United Kingdom" in conversation.says(DANGER).reply


def test_the_communitys_own_lines_come_first_the_emergency_number_before_the_others(talk: Talk) -> None:
    own = (line("GB", phone="222"), line("GB", Service.EMERGENCY, "111"), line("ZM", phone="333"))
    reply = talk(community=Community(country="GB", helplines=own)).says(DANGER).reply
    assert reply.index("111") < reply.index("222") < reply.index("999") < reply.index("116 123")
    assert "333" not in reply


def test_a_number_that_stands_in_both_lists_is_given_once(talk: Talk) -> None:
    own = (line("GB", phone="116 123"),)
    reply = talk(community=Community(country="GB", helplines=own)).says(DANGER).reply
    assert reply.count("116 123") == 1


def test_a_line_for_all_members_is_given_where_the_country_is_unknown(talk: Talk) -> None:
    reply = talk(community=Community(helplines=(line("*"),)), zone=None, person=DISCORD).says(DANGER).reply
    assert "Our helpline 123" in reply
    assert "findahelpline.com" in reply


# --- whose time ---


def at_the_place(talk: Talk, *, at: str = "2026-11-24T10:40", **options: object) -> Conversation:
    """On a platform that tells no zone, up to the question whose time to go by."""
    conversation = talk(at=at, zone=None, person=DISCORD, **options)
    conversation.says(ACME, "8", "one moment", "how do you find duplicates", ANSWER)
    return conversation.says("skip", "nothing", "yes", "i may write", "by friday")


def test_whose_time_is_asked_where_nobody_tells_it(talk: Talk) -> None:
    assert at_the_place(talk).question == "place"


@pytest.mark.parametrize(
    "options", [{"zone": "Africa/Lusaka"}, {"zone": None, "community": Community(zone="Asia/Tokyo")}]
)
def test_it_is_not_asked_where_the_platform_or_the_community_tells_it(talk: Talk, options: dict[str, object]) -> None:
    conversation = talk(**options).says(ACME, "8", "one moment", "skip", ANSWER)
    conversation.says("skip", "nothing", "yes", "i may write", "by friday")
    assert conversation.question == "interviewers"


def test_the_first_turn_goes_by_the_communitys_clock_already(talk: Talk) -> None:
    conversation = talk(at="2026-11-24T20:00", zone=None, community=Community(zone="Asia/Tokyo")).says(ACME)
    assert conversation.facts.text("interview-on") == "2026-11-25"


@pytest.mark.parametrize(
    ("said", "zone"), [("Lusaka", "Africa/Lusaka"), ("zambia", "Africa/Lusaka"), ("GMT+2", "Etc/GMT-2")]
)
def test_the_answer_is_said_back_and_is_the_persons_own(talk: Talk, said: str, zone: str) -> None:
    conversation = at_the_place(talk).says(said)
    assert f"{'GMT+2' if 'GMT' in said else 'Lusaka'} time" in conversation.reply
    assert conversation.state.facts[""]["zone"].value == zone
    assert "zone" not in conversation.state.facts["i1"]
    conversation.says("skip", "no note", "tomorrow").says(
        "I had another interview at Beta today, I froze on the budget"
    )
    assert conversation.facts.text("organisation") == "Beta"
    assert conversation.facts.text("zone") == zone


def test_what_is_no_place_is_asked_again_with_an_example_and_may_be_skipped(talk: Talk) -> None:
    conversation = at_the_place(talk).says("whatever")
    assert conversation.question == "place"
    assert "a country, or a big town" in conversation.reply
    conversation.says("skip")
    assert conversation.question == "interviewers"
    assert not any("/judge" in id for id in conversation.state.promised)


def test_of_a_country_with_several_times_one_is_chosen(talk: Talk) -> None:
    conversation = at_the_place(talk).says("the US")
    assert conversation.question == "zone"
    conversation.chooses("Chicago")
    assert "Chicago time" in conversation.reply
    assert conversation.facts.text("zone") == "America/Chicago"


@pytest.mark.parametrize(("said", "zone"), [("Detroit", "America/New_York"), ("seattle", "America/Los_Angeles")])
def test_another_town_with_the_same_time_will_do(talk: Talk, said: str, zone: str) -> None:
    assert at_the_place(talk).says("the US", said).facts.text("zone") == zone


def test_going_back_and_naming_another_country_leaves_nothing_of_the_first(talk: Talk) -> None:
    conversation = at_the_place(talk).says("the US", "Detroit", "back", "back", "Canada")
    assert conversation.question == "zone"
    assert conversation.says("Vancouver").facts.text("zone") == "America/Vancouver"


def test_a_day_told_before_the_zone_was_known_is_the_day_on_their_calendar(talk: Talk) -> None:
    """Tuesday evening in New York is Wednesday by UTC."""
    conversation = at_the_place(talk, at="2026-11-25T01:30").says("New York")
    assert conversation.facts.text("interview-on") == "2026-11-24"
    assert conversation.facts.text("told-at") == "2026-11-24T20:30"
    assert "yesterday" not in conversation.says("skip", "mail").reply
    assert conversation.question == "note-look"


def test_undo_takes_the_zone_back_and_what_came_with_it(talk: Talk) -> None:
    conversation = at_the_place(talk, at="2026-11-25T01:30").says("New York", "undo")
    assert conversation.question == "place"
    assert conversation.facts.text("zone") is None
    assert conversation.facts.text("interview-on") == "2026-11-25"


def test_what_is_planned_comes_at_their_hour(talk: Talk) -> None:
    conversation = at_the_place(talk).says("Tokyo", "skip", "no note")
    assert "Tokyo time" in conversation.reply
    judge = conversation.state.promised["i1/judge"]
    assert judge.at == clock.instant(clock.datetime(2026, 11, 25, 9), clock.zone("Asia/Tokyo")).timestamp()


@pytest.mark.demand("C10")
def test_quiet_hours_and_working_days_are_the_communitys(talk: Talk) -> None:
    arabic = Community(
        zone="Asia/Riyadh",
        quiet=clock.QuietHours(time(20), time(10)),
        working_days=frozenset({6, 0, 1, 2, 3}),
    )
    conversation = at_the_place_with(talk, arabic)
    judge = conversation.state.promised["i1/judge"]
    assert judge.at == clock.instant(clock.datetime(2026, 11, 25, 10), clock.zone("Asia/Riyadh")).timestamp()
    check_in = conversation.state.promised["i1/check-in-1"]  # Friday + two working days, from Sunday: Monday
    assert check_in.at == clock.instant(clock.datetime(2026, 11, 30, 10), clock.zone("Asia/Riyadh")).timestamp()


def at_the_place_with(talk: Talk, community: Community) -> Conversation:
    conversation = talk(at="2026-11-24T10:40", zone=None, person=DISCORD, community=community)
    conversation.says(ACME, "8", "one moment", "how do you find duplicates", ANSWER)
    return conversation.says("skip", "nothing", "yes", "i may write", "by friday", "skip", "no note")


def test_a_nudge_is_brought_where_a_community_is_set_up(talk: Talk) -> None:
    conversation = at_the_place_with(talk, Community(zone="Africa/Lusaka"))
    due = conversation.store.next_due()
    assert due is not None
    conversation.now = due
    conversation.takes(NudgeDue(id="nudge-1", person=DISCORD, at=due))
    assert conversation.question is not None
