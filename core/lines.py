"""What the engine itself says, in every flow alike: commands answered, replies not understood, the way back in."""

from core.vocabulary import Phrase, Saying

SKIPPED = Saying("engine-skipped")
AT_THE_BEGINNING = Saying("engine-at-the-beginning")
BACK_OUT = Saying("engine-back-out")
UNDONE = Saying("engine-undone")
NOTHING_TO_UNDO = Saying("engine-nothing-to-undo")

PAUSED = Saying("engine-paused")
STOPPED = Saying("engine-stopped")
NOTHING_TO_STOP = Saying("engine-nothing-to-stop")
RECAP = Saying("engine-recap", "about")
RECAP_PLAIN = Saying("engine-recap-plain")

WELCOME_BACK = Saying("engine-welcome-back", "about")
GREETED = Saying("engine-greeted")
THANKED = Saying("engine-thanked")
PROGRAM = Saying("engine-program")
NO_STAFF = Saying("engine-no-staff")
NOT_YET = Saying("engine-not-yet")
HELP = Saying("engine-help")
PRIVACY = Saying("engine-privacy", "surface")
KNOWN = Saying("engine-known", "details")
NOTHING_KNOWN = Saying("engine-nothing-known")
NO_NOTE_YET = Saying("engine-no-note-yet")

UNANSWERED = Saying("engine-unanswered")
WORTH_WRITING = Saying("engine-worth-writing")
CHANCES = Saying("engine-chances")
RIGHTS = Saying("engine-rights")
NORMAL = Saying("engine-normal")
MISHEARD = Saying("engine-misheard")
FINISHED = Saying("engine-finished")
OUTCOME = Saying("engine-outcome", "outcome")
STILL_STOPPED = Saying("engine-still-stopped")

EMPTY = Saying("engine-empty")
NO_WORDS = Saying("engine-no-words")
NOT_UNDERSTOOD = Saying("engine-not-understood", "example")
NOT_UNDERSTOOD_AGAIN = Saying("engine-not-understood-again", "choices")
SKIP_OFFERED = Saying("engine-skip-offered")
OLD_BUTTON = Saying("engine-old-button")
TROUBLE = Saying("engine-trouble")
ERASED = Saying("engine-erased", "surface")

YOU_SAID = Phrase("engine-you-said", "answer")
EXAMPLE = Phrase("engine-example", "kind")
"""What a fitting reply looks like, by the kind of the question."""
