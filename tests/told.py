"""First conversations that several tests tell, message by message, each up to a question."""

from __future__ import annotations

LAKESIDE = "just out of an interview at Lakeside Clinic for the admin job. mind went blank when they asked about a conflict with a colleague"
TO_THE_NAMES = (
    LAKESIDE,
    "8",
    "one moment",
    "only the blank",
    "tell us about a time you disagreed with a colleague",
    "at my old job the other receptionist kept double booking. i made a shared sheet and it stopped",
    "excel and phones",
    "I set up the phone system in my last office, that was a whole project",
    "yes",
    "i may write",
    "by friday",
)
"""Up to who spoke with them."""
TO_ONE_NOTE = (*TO_THE_NAMES, "Mrs Zulu", "e-mail", "show me now")
"""The note to Mrs Zulu is shown."""
TO_TWO_NOTES = (*TO_THE_NAMES, "Mrs Zulu and Mr Banda", "Mrs Zulu", "e-mail", "show me now")
TO_A_DAY = (
    "I had an interview at Acme this morning and froze on the SQL question",
    "6",
    "only that",
    "how do you join two tables",
    "i would have drawn it first",
    "the rest went fine",
    "i showed them a report",
    "no",
    "neither",
)
"""Up to the day by which they answer; no note is wanted."""
TO_THE_PLAN = (*TO_A_DAY, "tomorrow")
"""To the end, with what comes announced."""
