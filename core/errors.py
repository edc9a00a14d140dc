"""What can go wrong, named by whose move it is. Each message is a finished sentence that says what to do.

No message ever carries what a person wrote.
"""


class ReboundError(Exception):
    """Something went wrong that we can explain; `str()` of it may be shown to the operator as it stands."""


class FlowError(ReboundError):
    """The author of a flow broke a rule of the engine."""


class WordingError(ReboundError):
    """The words on disk do not fit what the flows say and ask."""


class CommunityError(ReboundError):
    """The settings of a community are not as they must be."""


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
