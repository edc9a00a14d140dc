"""What has come to a person from their community and waits until it may be brought: as a nudge is, at an hour of theirs.

It waits for the end of the quiet hours, of a pause and of a conversation under way, and never comes into danger. They
asked for it, so it is not counted among the messages of a day. The rule a newcomer could break: it answers no question and
moves none; what it opens comes on top, as with a nudge.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime

from core import lines
from core.facts import PERSON
from core.flows import partner, partner_wish
from core.flows.talk_to_staff import YOUR_COMMUNITY
from core.messages import mention
from core.turn import coming
from core.turn.workbench import Workbench

_LETTER = re.compile(r"letter-(\d+)")


def keep(bench: Workbench, kind: str, fields: Mapping[str, str]) -> None:
    """Have it brought when it may be; the fact `letter-<turn>` stands for it until then."""
    stem = f"letter-{bench.number}"
    bench.learn(stem, kind)
    for name, value in fields.items():
        bench.learn(f"{stem}-{name}", value)


def drop(bench: Workbench, kind: str) -> bool:
    """Take back what waits of a kind; whether anything did."""
    found = [stem for stem, waiting, _ in _waiting(bench) if waiting == kind]
    for stem in found:
        _take_out(bench, stem)
    return bool(found)


def next_due(bench: Workbench) -> datetime | None:
    """When the first that waits may be brought; None where none does, or there is danger."""
    if bench.held or not _has_any(bench):
        return None
    reach = coming.reach(bench)
    at = max(bench.instant, reach.talking_until or bench.instant, reach.paused_until or bench.instant)
    return reach.quiet.after(at, bench.now.tzinfo or reach.where)


def bring(bench: Workbench) -> bool:
    """Say all that waits, if it may be said now; whether a conversation about it is open now, and not shown yet."""
    due = next_due(bench)
    if due is None or due > bench.instant:
        return False
    bench.is_nudge = True
    opened = False
    for stem, kind, fields in list(_waiting(bench)):
        _take_out(bench, stem)
        if kind in _BROUGHT_BY:  # one of an earlier program is passed over
            opened = _BROUGHT_BY[kind](bench, fields) or opened
    return opened


def _has_any(bench: Workbench) -> bool:
    return any(name.startswith("letter-") for name in bench.facts(PERSON).all())


def _waiting(bench: Workbench) -> Iterator[tuple[str, str, dict[str, str]]]:
    """Each with its fields, oldest first."""
    facts = {name: str(fact.value) for name, fact in bench.facts(PERSON).all().items() if name.startswith("letter-")}
    stems = sorted((name for name in facts if _LETTER.fullmatch(name)), key=lambda name: int(name.rpartition("-")[2]))
    for stem in stems:
        front = f"{stem}-"
        yield stem, facts[stem], {name[len(front) :]: facts[name] for name in facts if name.startswith(front)}


def _take_out(bench: Workbench, stem: str) -> None:
    for name in [name for name in bench.facts(PERSON).all() if name == stem or name.startswith(f"{stem}-")]:
        bench.withdraw(PERSON, name)


# --- each kind: whether it opens a conversation ---


def _answer(bench: Workbench, fields: Mapping[str, str]) -> bool:
    place = fields["place"] or YOUR_COMMUNITY
    bench.say(lines.STAFF_WRITES, by=fields["by"], place=place, text=fields["text"])
    bench.say(lines.WRITE_BACK)
    return False


def _there(bench: Workbench, _fields: Mapping[str, str]) -> bool:
    bench.say(lines.NOTE_THERE)
    return False


def _failed(bench: Workbench, _fields: Mapping[str, str]) -> bool:
    if staff := bench.community.staff:
        bench.say(lines.NOTE_FAILED_STAFF, staff=staff)
    else:
        bench.say(lines.NOTE_FAILED)
    return False


def _closed(bench: Workbench, _fields: Mapping[str, str]) -> bool:
    bench.say(lines.NOTE_CLOSED)
    return False


def _partner_found(bench: Workbench, fields: Mapping[str, str]) -> bool:
    at = coming.local(bench, datetime.fromisoformat(fields["when"]))
    told = {
        partner.PARTNER: fields["name"],
        partner.PARTNER_ID: fields["who"],
        partner.OWN_ID: fields["you"],
        partner.AT: fields["when"],
    }
    for name, value in told.items():
        bench.state_fact(PERSON, name, value)
    interview = bench.facts(PERSON).text(partner.FOR) or PERSON
    if interview in bench.interviews:
        for name in ("mock-done", "nudge:mock"):
            bench.withdraw(interview, name)
        for name, value in {"mock-with": fields["name"], "mock-on": at[:10], "mock-at": at}.items():
            bench.state_fact(interview, name, value)
    who, there = mention(fields["who"]), coming.place(bench)
    bench.say(lines.PARTNER_FOUND, name=fields["name"], who=who, at=at, place=there)
    bench.begin("partner-found", PERSON, key=str(bench.number))
    return True


def _partner_gone(bench: Workbench, _fields: Mapping[str, str]) -> bool:
    forget_meeting(bench)
    bench.runs = [run for run in bench.runs if run.flow != "partner-found"]
    bench.say(lines.PARTNER_GONE, name=bench.facts(PERSON).text(partner.PARTNER) or "")
    bench.begin("partner-gone", PERSON, key=str(bench.number))
    return True


def _partner_expired(bench: Workbench, _fields: Mapping[str, str]) -> bool:
    bench.say(lines.PARTNER_EXPIRED)
    return False


def forget_meeting(bench: Workbench) -> None:
    """Nothing comes any more about a practice interview that is off."""
    facts = bench.facts(PERSON)
    interview = facts.text(partner.FOR) or PERSON
    if interview in bench.interviews and bench.facts(interview).text("mock-with") == facts.text(partner.PARTNER):
        for name in ("mock-with", "mock-on", "mock-at"):
            bench.withdraw(interview, name)


_BROUGHT_BY: Mapping[str, Callable[[Workbench, Mapping[str, str]], bool]] = {
    "request-answered": _answer,
    "request-posted": _there,
    "request-failed": _failed,
    "request-closed": _closed,
    "partner-found": _partner_found,
    "partner-gone": _partner_gone,
    "partner-expired": _partner_expired,
}
ENDED_BY = {"partner-gone": partner_wish.GONE, "partner-expired": partner_wish.EXPIRED}
"""What becomes of a wish by what the community sends."""
