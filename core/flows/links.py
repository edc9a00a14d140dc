"""Where to look further when something has come to its end: the community's links, in one line and once."""

from __future__ import annotations

from core.talk import Talk
from core.vocabulary import Filled, Phrase, Saying

LINKS = Saying("links-further", "links")
LINK = {
    "jobs": Phrase("links-jobs", "address"),
    "job-search": Phrase("links-job-search", "address"),
    "careers-advice": Phrase("links-careers-advice", "address"),
}
SHOWN = "links-shown"
"""The mark that they were pointed to after this interview."""


def point_on(talk: Talk) -> None:
    """Name the links that are set; where none is, nothing is said (R72)."""
    found = tuple(
        Filled(phrase, (("address", address),))
        for name, phrase in LINK.items()
        if (address := talk.community.links.get(name))
    )
    if not found or (talk.known(SHOWN) and not talk.is_new(SHOWN)):
        return
    talk.say(LINKS, links=found)
    talk.mark(SHOWN)
