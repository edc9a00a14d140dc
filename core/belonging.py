"""Which communities somebody has come from, and in which of them an interview was told.

Where a platform's people belong to no community of their own (`Occurrence.community`), the turn keeps this as one fact:
the tenants, the most recent last, each with the interviews told after coming from it ("discord:1=i1,i3 discord:2").
"""

from __future__ import annotations

from collections.abc import Mapping

from core.facts import PERSON, Facts
from core.records import record
from core.state import State

LATEST, ALL, CHOSEN = "community", "communities", "community-chosen"
"""The person's facts: the one they came from last, all of them, and the one whose links they chose."""
ASKED, NAMED = "links-asked", "may-be-from"
"""That they were asked whose links they want; and the list of those in question, each as its tenant and its name."""
FROM_THE_PLATFORM = (LATEST, ALL)
"""Those that no word of theirs has brought."""
_MOST = 20


@record
class Belonging:
    """The communities somebody has come from."""

    told: Mapping[str, tuple[str, ...]]
    """By tenant, the most recent last: the interviews told there."""

    def where(self, interview: str) -> str | None:
        """The tenant of the community in which an interview was told."""
        return next((tenant for tenant, interviews in self.told.items() if interview in interviews), None)

    def after_coming_from(self, tenant: str) -> Belonging:
        """Once they have come from there; the longest ago fall out."""
        others = {one: interviews for one, interviews in self.told.items() if one != tenant}
        return Belonging(dict([*others.items(), (tenant, self.told.get(tenant, ()))][-_MOST:]))

    def after_telling(self, interview: str, tenant: str) -> Belonging:
        """Once an interview was told there, or was put there; ids come again after an erasure."""
        told = {one: tuple(i for i in interviews if i != interview) for one, interviews in self.told.items()}
        return Belonging(told | {tenant: (*told.get(tenant, ()), interview)})

    @property
    def kept(self) -> str:
        """The fact that it is kept as."""
        return " ".join(f"{tenant}={','.join(told)}" if told else tenant for tenant, told in self.told.items())


def tells_of_it(name: str) -> bool:
    """Whether a fact of that name tells of it; to somebody brought in from a file it means nothing."""
    return name in (LATEST, ALL, CHOSEN, ASKED) or name.startswith(NAMED)


def belonging(facts: Facts) -> Belonging:
    """What is known of it."""
    kept = (one.partition("=") for one in (facts.text(ALL) or "").split())
    return Belonging({tenant: tuple(filter(None, told.split(","))) for tenant, _, told in kept})


def homes(state: State, came_from: str | None, own: str) -> list[str]:
    """The tenants whose settings may be in force, the first that has any: where the open interview was told, the one they
    chose, the one they come from now, those before it, their own.
    """
    person = state.facts_of(PERSON)
    known = belonging(person)
    talked_about = next((run.interview for run in reversed(state.runs) if run.interview != PERSON), PERSON)
    before = [person.text(LATEST), *reversed([*known.told])]
    found = [known.where(talked_about), person.text(CHOSEN), came_from, *before, own]
    return list(dict.fromkeys(tenant for tenant in found if tenant))
