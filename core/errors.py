"""What can go wrong, named by whose move it is. Each message is a finished sentence that says what to do.

No message ever carries what a person wrote. What others raise may, so of theirs only the `outline` is told.
"""

from __future__ import annotations

from itertools import islice
from pathlib import Path
from traceback import walk_tb

_FRAMES = 4
_CAUSES = 3


class ReboundError(Exception):
    """Something went wrong that we can explain; `str()` of it may be shown to the operator as it stands."""


class FlowError(ReboundError):
    """The author of a flow broke a rule of the engine."""


class WordingError(ReboundError):
    """The words on disk do not fit what the flows say and ask."""


class CommunityError(ReboundError):
    """The settings of a community are not as they must be."""


class NotAllowed(ReboundError):
    """Somebody asks for what is not theirs to do, or is not there any more; the sentence is for them."""


class FileRefused(ReboundError):
    """A file that is to be brought in is not what an export writes, or there is something already."""


class NotAnAnswer(ReboundError):
    """A reply does not fit the open question: the coach asks again, kindly."""


class StoreError(ReboundError):
    """The journal cannot be read or written right now; nothing of the turn in question was kept."""


class StoreBusy(StoreError):
    """Another program holds the database; trying again later may help."""


class StoreUnfit(StoreError):
    """The file cannot serve as our database (not one, too new, read-only, full); the operator has to act."""


class KeyUnfit(StoreError):
    """The master key is missing or is not the one the journal was sealed with."""


def outline(error: BaseException) -> str:
    """What kind of error it is, and where it happened (the innermost place first), with no value in it."""
    causes: list[str] = []
    cause: BaseException | None = error
    while cause is not None and len(causes) < _CAUSES:
        causes.append(_one(cause))
        cause = cause.__cause__ or (None if cause.__suppress_context__ else cause.__context__)
    return ", after ".join(causes)


def _one(error: BaseException) -> str:
    places = [f"{Path(frame.f_code.co_filename).name}:{line}" for frame, line in walk_tb(error.__traceback__)]
    where = f" at {' < '.join(islice(reversed(places), _FRAMES))}" if places else ""
    inside = f" ({'; '.join(map(outline, error.exceptions))})" if isinstance(error, BaseExceptionGroup) else ""
    return f"{type(error).__name__}{where}{inside}"
