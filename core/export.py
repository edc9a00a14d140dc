"""Everything a person ever told, as files: Markdown to read and keep, JSON for a program, what is to come for a calendar.

`docs/export.md` says what stands in the JSON; a change of its meaning gets a new `FORMAT`. The rule a newcomer could
break: nothing is left out, least of all what was understood as something else; and nothing is added that is not theirs.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterator
from datetime import UTC, datetime, tzinfo
from typing import Any

from core import markdown
from core.calendar_file import as_calendar
from core.drafts import record
from core.drafts.export import COMING, MADE, NOTHING, TITLE
from core.facts import PERSON, Facts, Picked, Scoped, Value
from core.messages import Attachment, Line
from core.turn.coming import instant_of, listed, only, place, upcoming
from core.turn.workbench import Workbench
from core.vocabulary import Filled, Letter, Named

FORMAT = 1
"""The version of the JSON; a reader refuses one it does not know."""
_TAKEN_FOR = "danger-"
"""What a message was taken for in a bad hour is no word of theirs; the message itself is in the file."""
FOR_PEOPLE = "text/markdown"
FOR_PROGRAMS = "application/json"
FOR_CALENDARS = "text/calendar"


def files(bench: Workbench) -> tuple[Attachment, ...]:
    """Everything as it stands in this turn, to read and for a program, and what is to come for a calendar."""
    name = f"rebound-{bench.today.isoformat()}"
    made = (
        Attachment(f"{name}.md", FOR_PEOPLE, as_markdown(bench)),
        Attachment(f"{name}.json", FOR_PROGRAMS, as_json(bench)),
    )
    coming = as_calendar(bench)
    return made if coming is None else (*made, Attachment(f"{name}.ics", FOR_CALENDARS, coming))


def is_empty(bench: Workbench) -> bool:
    """Whether the person has told and written nothing yet."""
    return not bench.every_interview() and not any(turn.text for turn in bench.journal.turns)


# --- to read ----------------------------------------------------------------------------------------------


def as_markdown(bench: Workbench) -> str:
    """A page a person would like to keep: newest interview first, their words as they typed them."""
    return "\n\n".join(_page(bench)) + "\n"


def _page(bench: Workbench) -> Iterator[str]:
    made = (("on", record.on(bench.today)), ("at", f"{bench.now:%Y-%m-%dT%H:%M}"), ("clock", place(bench)))
    yield markdown.heading(_worded(bench, TITLE), 1)
    yield markdown.one_line(_worded(bench, Filled(MADE, made)))
    interviews = record.newest_first(bench.every_interview())
    if not interviews:
        yield markdown.one_line(_worded(bench, NOTHING))
    for _, facts in interviews:
        yield from _interview(bench, facts)
    coming = only(upcoming(bench), lambda nudge: nudge.id in bench.promised)
    if coming:
        yield markdown.heading(_worded(bench, COMING), 2)
        yield "\n".join(markdown.item(line.text) for line in listed(bench, coming) if isinstance(line, Line))


def _interview(bench: Workbench, facts: Facts) -> Iterator[str]:
    yield markdown.heading(_worded(bench, record.title(facts)), 2)
    for section in record.sections(facts):
        if section.heading is not None:
            yield markdown.heading(_worded(bench, section.heading), 3)
        for line in section.lines:
            if line.label != section.heading:
                yield markdown.one_line(_worded(bench, record.labelled(line)))
            if line.words:
                text = bench.wording.letter(line.words).text if isinstance(line.words, Letter) else line.words
                yield markdown.quoted(text)


def _worded(bench: Workbench, named: Named) -> str:
    return str(bench.wording.filled(named))


# --- for a program ----------------------------------------------------------------------------------------


def as_json(bench: Workbench) -> str:
    """Everything by name; the same journal gives the same text, but for the moment it was made."""
    clock = bench.now.tzinfo
    zone = bench.facts(PERSON).text("zone")
    kept = {
        "format": FORMAT,
        "made": {**_moment(bench.instant, clock), "zone": zone},
        "person": {"facts": _facts(bench, bench.facts(PERSON).all())},
        "interviews": [
            {"id": id, "facts": _facts(bench, facts.all())} for id, facts in bench.every_interview().items()
        ],
        "events": list(_events(bench)),
        "nudges": [
            {"interview": id.partition("/")[0], "name": id.partition("/")[2], **_moment(instant_of(one.at), clock)}
            for id, one in sorted(bench.promised.items(), key=lambda promised: (promised[1].at, promised[0]))
        ],
        "held": bench.held,
    }
    return json.dumps(kept, ensure_ascii=False, indent=2) + "\n"


def _facts(bench: Workbench, facts: Scoped) -> dict[str, Any]:
    """Each with its value, the turn that stated it and when that was, in the order in which they were stated."""
    told = [(name, fact) for name, fact in facts.items() if not name.startswith(_TAKEN_FOR)]
    stated = sorted(told, key=lambda named: (named[1].turn, named[0]))
    return {name: {"value": _value(fact.value), "turn": fact.turn, **_when(bench, fact.turn)} for name, fact in stated}


def _value(value: Value) -> Any:
    """An option chosen where own words would have done is no text."""
    return {"option": value.option} if isinstance(value, Picked) else value


def _when(bench: Workbench, turn: int) -> dict[str, str]:
    at = bench.past.moment_of(turn)
    return {} if at is None else _moment(at, bench.now.tzinfo)


def _events(bench: Workbench) -> Iterator[dict[str, Any]]:
    """What the person wrote and chose, oldest first, also what was understood as something else."""
    for turn in bench.journal.turns:
        happened = {"turn": turn.number, **_moment(turn.at, bench.now.tzinfo)}
        if turn.text is not None:
            yield {**happened, "text": unicodedata.normalize("NFC", turn.text)}
        elif turn.click is not None:
            _, question, option = turn.click
            yield {**happened, "question": question, "option": option}


def _moment(at: datetime, clock: tzinfo | None) -> dict[str, str]:
    """An instant, and what the person's clock showed then; both to the second."""
    local = at.astimezone(clock).replace(tzinfo=None)
    utc = at.astimezone(UTC).replace(tzinfo=None)
    return {"at": f"{utc.isoformat(timespec='seconds')}Z", "local": local.isoformat(timespec="seconds")}
