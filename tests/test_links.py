"""The community's links where something comes to its end; what is not set is not shown, and nothing is made up."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from core.community import NONE, Community
from core.flows.links import SHOWN
from tests.conversation import Conversation
from tests.past import Talk, told
from tests.terminal import ROOT

JOBS, SEARCH, ADVICE = "https://intranet/jobs", "https://intranet/search", "https://intranet/advice"
ALL = Community(links={"jobs": JOBS, "job-search": SEARCH, "careers-advice": ADVICE})
CONTENT = [
    file for kind in ("ftl", "toml") for part in ("core", "bot") for file in sorted((ROOT / part).rglob(f"*.{kind}"))
]


def let_go(conversation: Conversation) -> Conversation:
    """A week later, up to setting it down."""
    conversation.waits(days=8).says("yes", "4", "my sister", "set it down")
    while conversation.question is not None:
        conversation.says("close it")
    return conversation


def rejected(conversation: Conversation) -> Conversation:
    """A no, and what belongs to it."""
    return conversation.says("they rejected me", "rather not")


def closed(conversation: Conversation) -> Conversation:
    """The end of the whole search."""
    return conversation.says("close my search", "close it")


ENDS = [let_go, closed]


@pytest.mark.demand("R69")
@pytest.mark.demand("R71")
@pytest.mark.demand("R70")
@pytest.mark.parametrize("end", ENDS)
@pytest.mark.parametrize("link", [JOBS, SEARCH, ADVICE])
def test_at_the_end_every_link_that_is_set_is_pointed_to_once_in_one_line(
    talk: Talk, end: Callable[[Conversation], Conversation], link: str
) -> None:
    conversation = told(talk, 1, community=ALL)
    assert link not in conversation.transcript
    end(conversation)
    assert conversation.transcript.count(link) == 1
    (line,) = [line for line in conversation.transcript.splitlines() if link in line]
    assert all(other in line for other in (JOBS, SEARCH, ADVICE))


@pytest.mark.demand("R72")
@pytest.mark.parametrize("end", ENDS)
@pytest.mark.parametrize("name", ["jobs", "job-search", "careers-advice"])
def test_only_what_is_set_is_shown(talk: Talk, end: Callable[[Conversation], Conversation], name: str) -> None:
    conversation = end(told(talk, 1, community=Community(links={name: f"https://intranet/{name}"})))
    assert conversation.transcript.count("https://") == 1


@pytest.mark.demand("R72")
@pytest.mark.parametrize("end", ENDS)
def test_where_none_is_set_nothing_is_said_of_links(talk: Talk, end: Callable[[Conversation], Conversation]) -> None:
    conversation = end(told(talk, 1, community=Community(links={"follow-up-guide": "https://intranet/guide"})))
    after = conversation.transcript.rpartition("https://intranet/guide")[2]
    assert "http" not in after
    assert SHOWN not in conversation.state.facts["i1"]


def test_in_the_moment_of_a_no_nobody_is_pointed_anywhere(talk: Talk) -> None:
    conversation = rejected(told(talk, 1, community=ALL))
    assert "https://" not in conversation.transcript
    let_go(conversation)
    assert conversation.transcript.count(JOBS) == 1


def test_somebody_who_does_not_let_go_yet_is_pointed_nowhere(talk: Talk) -> None:
    conversation = told(talk, 1, community=ALL).waits(days=8).says("yes", "4", "my sister", "not yet")
    assert "https://" not in conversation.transcript


@pytest.mark.demand("R69")
@pytest.mark.demand("R71")
@pytest.mark.parametrize("asked", ["any job list?", "where can I find jobs", "where can i look for jobs?", "do you have job listings"])  # fmt: skip
def test_job_lists_come_on_request_as_they_are_set(talk: Talk, asked: str) -> None:
    conversation = told(talk, 1, community=ALL).says(asked)
    assert JOBS in conversation.reply
    assert SEARCH in conversation.reply
    assert ADVICE not in conversation.reply


@pytest.mark.demand("R70")
@pytest.mark.parametrize("asked", ["where can i get careers advice", "careers advice?", "any career advice"])
def test_careers_advice_comes_on_request_as_it_is_set(talk: Talk, asked: str) -> None:
    conversation = told(talk, 1, community=ALL).says(asked)
    assert ADVICE in conversation.reply
    assert JOBS not in conversation.reply


@pytest.mark.demand("R31")
@pytest.mark.parametrize("asked", ["do you have a follow-up guide?", "is there a guide on how to follow up", "any guide to the thank you note?", "a longer how-to guide please", "where can I find a guide about following up after an interview"])  # fmt: skip
def test_the_longer_guide_comes_on_request_as_it_is_set(talk: Talk, asked: str) -> None:
    guide = "https://intranet/guide"
    conversation = told(talk, 1, community=Community(links={"follow-up-guide": guide, "jobs": JOBS}))
    assert guide in conversation.says(asked).reply
    assert JOBS not in conversation.reply


@pytest.mark.demand("R31")
@pytest.mark.demand("R70")
@pytest.mark.demand("R72")
@pytest.mark.parametrize("asked", ["where can i get careers advice", "any job list?", "is there a follow-up guide?"])
@pytest.mark.parametrize("staff", ["Ms Tembo, room 12", None])
def test_who_asks_for_what_is_not_set_hears_whom_to_ask_or_that_nobody_set_it(
    talk: Talk, asked: str, staff: str | None
) -> None:
    conversation = told(talk, 1, community=Community(staff=staff) if staff else NONE).says(asked)
    assert (staff or "no address") in conversation.reply
    assert "http" not in conversation.reply


@pytest.mark.demand("C10")
def test_dates_links_and_crisis_lines_follow_the_person_and_the_community(talk: Talk) -> None:
    community = Community(country="GB", zone="Africa/Lusaka", links={"jobs": JOBS})
    conversation = told(talk, 1, community=community, zone="Pacific/Auckland")
    assert conversation.facts.text("interview-on") == "2026-11-24"  # noon in Auckland is the day before in Lusaka
    assert "Auckland time" in conversation.says("what will you send me").reply
    assert JOBS in conversation.says("any job list?").reply
    assert "United Kingdom" in conversation.says("i want to kill myself").reply


@pytest.mark.demand("C9")
def test_the_notes_may_go_on_paper_and_stay_with_the_coach(talk: Talk) -> None:
    conversation = told(talk, 1).says("my notes")
    assert "paper" in conversation.reply
    notes = conversation.drafts
    assert conversation.says("my notes").drafts == notes
    assert notes[0].text.partition(": ")[2].splitlines()[0] in conversation.says("export").files["md"]


@pytest.mark.demand("R06")
def test_that_it_upsets_that_it_can_be_recovered_and_put_to_use_is_said_over_the_arc_and_not_as_a_speech(
    talk: Talk,
) -> None:
    conversation = told(talk, 1)
    said = [reply for reply in ("upset", "recover", "to use") if reply in conversation.transcript]
    assert said == ["upset", "recover", "to use"]
    assert not [line for line in conversation.transcript.splitlines() if "upset" in line and "recover" in line]


FURNITURE = re.compile(
    r"top of (?:the )?page|bottom of (?:the )?page|commenting (?:has been |is )?(?:turned|switched) off|comments? (?:are|is) (?:closed|off)"
    r"|share this (?:post|article)|back to (?:the )?top|recent posts",
    re.IGNORECASE,
)


@pytest.mark.demand("R08")
@pytest.mark.parametrize("path", CONTENT, ids=lambda path: path.name)
def test_no_page_furniture_stands_in_any_words_or_data(path: Path) -> None:
    assert not FURNITURE.findall(path.read_text("utf-8"))


@pytest.mark.demand("R08")
@pytest.mark.parametrize(
    "text", ["Top of page", "bottom of the page", "Commenting has been turned off.", "Recent posts"]
)
def test_page_furniture_would_be_found(text: str) -> None:
    assert FURNITURE.search(text)


@pytest.mark.demand("R72")
@pytest.mark.parametrize("path", [path for path in CONTENT if path.suffix == ".ftl"], ids=lambda path: path.name)
def test_no_address_stands_in_our_own_words(path: Path) -> None:
    assert not re.findall(r"https?://\S+|\bwww\.\S+", path.read_text("utf-8"))
