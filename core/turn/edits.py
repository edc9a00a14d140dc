"""A message of theirs that was changed or deleted on the platform: what it brought changes or goes with it.

An edit is a correction: what the new words say otherwise replaces what the old ones brought, is said back as old and new,
and every draft and message to come follows in that turn. The rules a newcomer could break: what was corrected since stays
as it was corrected; nothing is done a second time that the first words had done; and what a deleted message said stays in
no row, and its facts in none.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from datetime import datetime
from typing import TypeAlias

from core import echo, erasing, lines
from core.belonging import FROM_THE_PLATFORM
from core.drafts import record as told
from core.erasing import REDELIVERED
from core.errors import NotAnAnswer
from core.events import Deleted, Edited
from core.facts import PERSON, SHOWN_LIKELY, ZONE_ELSEWHERE, Facts, Picked, Value
from core.journal import Journal, Kept, fold
from core.questions import Question, Settling
from core.records import record
from core.replay import replay
from core.state import Run, Shown
from core.turn import correcting, passing
from core.turn.hearing import Hearing
from core.turn.options import Replied, chosen, pick
from core.turn.replies import read_reply
from core.turn.workbench import Workbench
from core.understanding import Reading, read
from core.understanding.text import clean

Seen: TypeAlias = Callable[[str], bool]
"""Whether an event of that id was taken."""

_DONE = frozenset(("captured", "judged", "let-go", "prepared", "mock-done"))
"""What a deleted message may have completed, and what stays done without it."""
_DONE_BEGIN = ("practised-", SHOWN_LIKELY, "danger")
_SHORT = 60
"""In characters; what is longer is not said back."""


def never(_event: str, /) -> bool:
    """No event was taken before."""
    return False


@record
class Message:
    """A message as the journal has it, in all its versions."""

    versions: tuple[Kept, ...]
    """Oldest first; at least one."""

    @property
    def turns(self) -> frozenset[int]:
        """The turns that it was in."""
        return frozenset(version.number for version in self.versions)

    @property
    def latest(self) -> Kept:
        """What stands there, as far as we know."""
        return self.versions[-1]

    @property
    def reading(self) -> Reading:
        """What that is taken for."""
        return read(self.latest.text or "")

    def may_become(self, event: Edited) -> bool:
        """Whether it says something else now: a preview of a link changes no words, and an older version no newer one."""
        return event.at >= self.latest.at and _words(event.text) != _words(self.latest.text or "")


def _words(text: str) -> list[str]:
    return clean(text).split()


def message(journal: Journal, id: str) -> Message | None:
    """The message of that id; None where it is not known, or erased."""
    versions = tuple(turn for turn in journal.turns if turn.message == id)
    return Message(versions) if versions else None


def is_yet_to_come(event: Edited | Deleted, now: datetime, seen: Seen) -> bool:
    """Whether the message itself may still reach us: it is no older than platforms keep trying, and was never taken."""
    return event.written is not None and event.written > now - REDELIVERED and not seen(event.original)


# --- changed ----------------------------------------------------------------------------------------------


def take(bench: Workbench, message: Message, reading: Reading) -> None:
    """Correct what the message brought by what stands there now."""
    brought = {(scope, name): value for version in message.versions for scope, name, value in version.facts}
    meant = dict(_meant(bench, message, reading, brought))
    changed, stays = _sorted_out(bench, message, meant)
    if stays:
        bench.say(lines.CORRECTED_SINCE, kept=stays)
    if changed:
        _state(bench, changed)
        bench.proceed(short=True)
    elif stays:
        return
    elif any(_is_current(bench, scope, name, message.turns) for scope, name in brought):
        bench.say(lines.UNTOUCHED)
    elif not _is_last(bench, message):
        return
    elif _was_an_order(message.reading):
        if not _means_the_same(message.reading, reading):
            bench.say(lines.DONE_BY_THEN)
    else:
        Hearing(bench, reading).hear()


def _meant(
    bench: Workbench, message: Message, reading: Reading, brought: Mapping[tuple[str, str], Value | None]
) -> Iterator[tuple[tuple[str, str], Value | None]]:
    """What the new words make of each fact, and the gaps they fill; None takes it out."""
    then = message.versions[0].at.astimezone(bench.now.tzinfo)
    was, is_first = message.reading, "opening" in {name for _, name in brought}
    before, after = (_caught(one, then, is_first=is_first) for one in (was, reading))
    answered: set[tuple[str, str]] = set()
    for run, shown in _asked(bench, message.turns):
        for name, value in _reply(bench, shown, reading, then).items():
            answered.add((run.interview, name))
            yield (run.interview, name), value
    for (scope, name), first in brought.items():
        if (scope, name) in answered or first is None:
            continue
        if isinstance(first, str) and first == was.text:
            yield (scope, name), reading.text
        elif name in before and before[name] == first:
            yield (scope, name), after.get(name)
    scopes = [scope for scope, _ in brought if scope != PERSON]
    if scopes and bench.facts(scopes[-1]).all():
        more = {name: value for name, value in after.items() if name not in before}
        for name, value in passing.gaps(more, bench.facts(scopes[-1])).items():
            if (scopes[-1], name) not in answered:
                yield (scopes[-1], name), value


def _caught(reading: Reading, then: datetime, *, is_first: bool) -> dict[str, Value]:
    found = passing.caught(reading, then)
    return passing.in_first_words(reading, found) if is_first else found


def _asked(bench: Workbench, turns: Collection[int]) -> Iterator[tuple[Run, Shown]]:
    """The questions that the message has answered, in conversations that are still open, as they would be asked again."""
    for run in bench.runs:
        facts = bench.facts(run.interview)
        for name in replay(run, facts, bench.settings_for(run.interview)).trace:
            fact = facts.latest(name)
            if fact is None or fact.turn not in turns:
                continue
            asked = replay(run._replace(revisit=name), facts, bench.settings_for(run.interview)).question
            if asked is not None and asked.name == name and not isinstance(asked, Settling):
                yield run, _as_shown(bench, asked)


def _as_shown(bench: Workbench, question: Question[Value]) -> Shown:
    options = bench.wording.labelled(question.words, question.options, question.args)
    return Shown(question.name, question.kind, options, question.words)


def _reply(bench: Workbench, shown: Shown, reading: Reading, then: datetime) -> Replied:
    option = chosen(shown, reading, bench.wording)
    if option is not None:
        return pick(shown, option, then)
    try:
        return read_reply(shown, reading, then)
    except NotAnAnswer:
        return {}


def _sorted_out(
    bench: Workbench, message: Message, meant: Mapping[tuple[str, str], Value | None]
) -> tuple[dict[tuple[str, str], Value | None], tuple[str, ...]]:
    """What really changes; and, in words, what they have corrected since and the new words would change again."""
    changed: dict[tuple[str, str], Value | None] = {}
    stays: dict[str, None] = {}
    for (scope, name), value in meant.items():
        known = bench.facts(scope).latest(name)
        if known is not None and known.value == value:
            continue
        is_gap = known is None and all((scope, name) != (s, n) for one in message.versions for s, n, _ in one.facts)
        if is_gap or (known is not None and known.turn in message.turns):
            changed[scope, name] = value
        elif known is not None and value is not None and value != _first_said(message, scope, name):
            stays[correcting.worded(name, known.value, bench.today, bench.wording)] = None
    return changed, tuple(stays)


def _first_said(message: Message, scope: str, name: str) -> Value | None:
    said = fold(message.versions).get(scope, {}).get(name)
    return None if said is None else said.value


def _state(bench: Workbench, changed: Mapping[tuple[str, str], Value | None]) -> None:
    """Keep what changed, and say it: details as old and new; their own words are not read back."""
    out: dict[str, None] = {}
    is_told = bool(bench.parts)
    for (scope, name), value in changed.items():
        known = bench.facts(scope).value(name)
        if value is None:
            if known is not None and (said := _in_brief(bench, name, known)):
                out[said] = None
            bench.withdraw(scope, name)
        elif known is None or (_in_brief(bench, name, known) and _in_brief(bench, name, value)):
            correcting.change(bench, scope, name, value)
            is_told = True
        else:
            bench.state_fact(scope, name, value)
    if out:
        bench.say(lines.NO_MORE_IN_IT, what=tuple(out))
    elif not is_told:
        bench.say(lines.AS_THEY_PUT_IT)


def _in_brief(bench: Workbench, name: str, value: Value) -> str:
    """A fact as it can be said back; nothing for an option, a mark or words of their own."""
    if isinstance(value, Picked | bool):
        return ""
    if isinstance(value, str) and echo.named(name, value, bench.today) is None:
        return ""
    said = correcting.worded(name, value, bench.today, bench.wording)
    return said if len(said) <= _SHORT else ""


def _is_current(bench: Workbench, scope: str, name: str, turns: Collection[int]) -> bool:
    known = bench.facts(scope).latest(name)
    return (
        known is not None
        and known.turn in turns
        and name not in ("told-at", "zone", ZONE_ELSEWHERE, *FROM_THE_PLATFORM)
    )


def _is_last(bench: Workbench, message: Message) -> bool:
    """Whether they have written and chosen nothing since."""
    after = (turn for turn in bench.journal.turns if turn.number > message.latest.number)
    return not any(turn.text is not None or turn.click is not None for turn in after)


def _was_an_order(reading: Reading) -> bool:
    return reading.order is not None or reading.wish is not None or reading.aside is not None


def _means_the_same(was: Reading, now: Reading) -> bool:
    return (was.order, was.wish, was.aside) == (now.order, now.wish, now.aside)


# --- deleted ----------------------------------------------------------------------------------------------


def erase(bench: Workbench, message: Message, event: Deleted) -> None:
    """Take back what the message brought, in all its versions, and its words from every row."""
    entries, numbers = bench.journal.entries, message.turns
    remains = erasing.without_messages(entries, numbers, _stays(event, message), bench.instant)
    left = fold(Journal(lambda: remains).turns)
    empty = {scope for scope, facts in left.items() if scope != PERSON and not told.is_told(Facts(facts, {}))}
    if empty:  # nothing but marks of a conversation in which nothing was told
        remains = erasing.without_messages(
            entries,
            numbers,
            lambda scope, name: scope not in empty and _stays(event, message)(scope, name),
            bench.instant,
        )
    bench.erase_message(numbers, remains)
    bench.say(lines.MESSAGE_ERASED)
    bench.proceed(short=True)


def _stays(event: Deleted, message: Message) -> Callable[[str, str], bool]:
    """What came with the message and is not of it: the platform's word for where they are and whence they came, what is done, what kept them safe."""
    zones = {value for version in message.versions for _, name, value in version.facts if name == "zone"}

    def stays(_scope: str, name: str) -> bool:
        is_the_platforms = name in (ZONE_ELSEWHERE, *FROM_THE_PLATFORM) or (name == "zone" and zones == {event.zone})
        return is_the_platforms or name == "told-at" or name in _DONE or name.startswith(_DONE_BEGIN)

    return stays
