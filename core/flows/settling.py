"""Settling a draft: it is shown in as many versions as it takes, until the person says what becomes of it.

Every flow that shows a draft does it with `settle`. Not a flow. The rule a newcomer could break: what is too long is
counted, and the person chooses what goes; nothing is cut for them.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from dataclasses import replace
from functools import cache
from typing import Any

from core.drafts.version import PLAIN, TONES, Limit, Version, changed, in_version, seconds, words_in
from core.questions import EDIT, Option, OwnLetter, Question, Settling, own_text_for
from core.talk import Talk
from core.understanding.commands import Command
from core.understanding.revisions import Change, changes_in, is_change_of_frame
from core.vocabulary import Letter, Point, Saying

MOST_OPTIONS = 5
KEEP_ALL = "keep-all"

SHORTER = Option(Change.SHORTER.value)
WARMER = Option(Change.WARMER.value)
FORMAL = Option(Change.FORMAL.value)
AS_IT_WAS = Option(Change.AS_IT_WAS.value)
CHANGES = (SHORTER, WARMER, FORMAL, AS_IT_WAS)
"""The changes that fit on a button; a settling question lists them among its options."""
EDIT_IT = Option(EDIT)
FRAME = Option(Change.FRAME.value)

TOO_LONG = Settling(
    "too-long", "settling-too-long", (FRAME, EDIT_IT, Option(KEEP_ALL, Command.NO)), {"count": 0, "most": 0}
)
TOO_LONG_SPOKEN = replace(TOO_LONG, words="settling-too-long-spoken")
OWN_TEXT = OwnLetter("own-text", "settling-own-text", (Option("leave", Command.NO),))

LEFT_OUT = Saying("settling-left-out", "points")
NO_SUCH_POINT = Saying("settling-no-such-point", "points")
NO_POINT = Saying("settling-no-point")
NO_FURTHER = Saying("settling-no-further")
OWN_STAYS = Saying("settling-own-stays")
NOT_IN_OWN = Saying("settling-not-in-own")
OWN_LONG = Saying("settling-own-long", "count", "most")
OWN_LONG_SPOKEN = Saying("settling-own-long-spoken", "count", "most")


def settle(
    talk: Talk, question: Settling, draft: Callable[[Version], Letter], limit: Limit, *keys: str | int
) -> Generator[Question[Any], None, str | None]:
    """Show the draft until one of the options that is no change is chosen; that option, None if it was skipped.

    The keys tell the drafts of a run apart. What a draft came to in an earlier run is where a later one goes on.
    """
    draft = cache(draft)  # every change looks at the versions before it; what a draft reads stays as it is meanwhile
    version, is_long_kept, number = PLAIN, False, 0
    while True:
        number += 1
        letter = in_version(draft, version)
        words = words_in(letter)
        is_too_long = words > limit.words and bool(letter.points) and not is_long_kept
        asked = too_long(letter, words, limit, version) if is_too_long else with_changes(question, version, words)
        asked = asked.keyed(*keys, number)
        answer = yield from talk.ask(asked, showing=letter)
        is_new = talk.is_new(asked.name)
        if answer == EDIT:
            own = yield from talk.ask(replace(OWN_TEXT, name=own_text_for(asked.name)))
            if isinstance(own, str):
                version = replace(version, own=own)
                mention_length(talk, own, limit, asked.name)
        elif changes := changes_in(answer):
            is_long_kept = is_long_kept or Change.AS_IT_WAS in changes
            version = revised(talk, draft, version, changes, asked.name if is_new else "")
        elif is_too_long:
            is_long_kept = True
        elif answer is None or is_new:
            return answer


def too_long(letter: Letter, words: int, limit: Limit, version: Version) -> Settling:
    """The question what is to go from a draft that is too long: one of its points, some of the frame, or nothing."""
    points = [Option(f"{Change.WITHOUT} {point.name}", label=point.label) for point in letter.points]
    question = TOO_LONG_SPOKEN if limit.is_spoken else TOO_LONG
    asked = question.without(FRAME.id) if version.short else question
    return asked.offering(*points).given(count=counted(words, limit), most=limit.most)


def counted(words: int, limit: Limit) -> int:
    """So many words as they are told where that limit holds: in words, or in seconds."""
    return seconds(words) if limit.is_spoken else words


def with_changes(question: Settling, version: Version, words: int) -> Settling:
    """The question with the changes that still make a difference, as far as there is room for buttons."""
    fixed = [option for option in question.options if not is_change_of_frame(option.id)]
    differing = [one for one in CHANGES if one in question.options and makes_a_difference(one.id, version)]
    shown = differing[: MOST_OPTIONS - len(fixed)]
    if shown and AS_IT_WAS in differing:
        shown[-1] = AS_IT_WAS
    for option in CHANGES:
        question = question if option in shown else question.without(option.id)
    if version.own is not None and "by" in question.args:
        question = question.given(by="own")  # what is said of the coach's lines need not be true of theirs
    return question.given(seconds=seconds(words)) if "seconds" in question.args else question


def makes_a_difference(change: str, version: Version) -> bool:
    """Whether the draft would be another after the change; a text of their own can only go."""
    if change == Change.AS_IT_WAS:
        return version != PLAIN
    is_so_already = version.short if change == Change.SHORTER else version.register is TONES[Change(change)]
    return version.own is None and not is_so_already


def revised(
    talk: Talk, draft: Callable[[Version], Letter], version: Version, changes: Sequence[str], said_to: str
) -> Version:
    """The version after the changes; what they come to is said, where they are no old ones."""
    after, missing = changed(draft, version, changes)
    if said_to:
        tell(talk, version, after, draft(PLAIN).points, said_to, missing=missing)
    return after


def tell(talk: Talk, before: Version, after: Version, points: Sequence[Point], said_to: str, *, missing: bool) -> None:
    """What the changes came to, where the draft does not show it by itself."""
    left_out = tuple(
        point.label for point in points if point.name in after.without and point.name not in before.without
    )
    if missing and after.own is not None:
        talk.say(NOT_IN_OWN.keyed(said_to))
    elif missing and points:
        talk.say(NO_SUCH_POINT.keyed(said_to), points=tuple(point.label for point in points))
    elif missing:
        talk.say(NO_POINT.keyed(said_to))
    elif left_out:
        talk.say(LEFT_OUT.keyed(said_to), points=left_out)
    elif before == after:
        talk.say((NO_FURTHER if after.own is None else OWN_STAYS).keyed(said_to))


def mention_length(talk: Talk, own: str, limit: Limit, said_to: str) -> None:
    """A long text of their own stays as it is; its length is told, once."""
    count = len(own.split())
    if count > limit.words and talk.is_new(said_to):
        saying = OWN_LONG_SPOKEN if limit.is_spoken else OWN_LONG
        talk.say(saying.keyed(said_to), count=counted(count, limit), most=limit.most)
