"""Whose links and contacts are given to somebody who came from several communities: asked once, changed in words.

The rule a newcomer could break: a community is named to them only by the name its staff have set; one that has none
cannot be asked about, and the one they came from last counts.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from rapidfuzz import fuzz, process

from core.belonging import ALL, ASKED, CHOSEN, NAMED, belonging
from core.facts import PERSON
from core.flows import whose_links
from core.turn.workbench import Workbench
from core.understanding import Reading
from core.understanding.text import brief

_THINGS = r"(?:links?|contacts?|staff|people|help|jobs?|address(?:es)?|settings)"
_CHANGES = re.compile(
    r"(?:(?:please|pls|no|ok(?:ay)?|and|can you|could you|rather),? )*(?:use|take|give me|switch to|change to|i want)"
    rf" (?:(?:the )?{_THINGS}(?: and {_THINGS})? (?:of|from|at|for|by) (?P<of>.+?)|(?P<owner>.+?)(?:['’]s?)? {_THINGS})"
    r"(?: please| instead| now)*[.! ]*",
    re.IGNORECASE,
)
_SHORT = 120
"""In letters; a longer text tells something else."""
_NEARLY = 85


def asked_first(bench: Workbench, what: str) -> bool:
    """Ask whose links they want before they are given any; False where it is clear, or was asked before."""
    found, person = _named(bench), bench.facts(PERSON)
    is_clear = _told_of(bench) is not None or person.value(CHOSEN) in found
    if is_clear or len(set(found.values())) < 2 or person.value(ASKED):
        return False
    bench.state_fact(PERSON, ASKED, True)
    for number, (tenant, name) in enumerate(found.items(), start=1):
        bench.state_fact(PERSON, f"{NAMED}-{bench.number}-{number}", f"{tenant} {name}")
    bench.begin("whose-links", PERSON, key=f"{bench.number}.{what}")
    bench.proceed()
    return True


def answered(bench: Workbench, option: str, give: Callable[[Workbench, str], None]) -> None:
    """Go by the community they chose, and give what they had asked for."""
    run = bench.runs.pop()
    turn, _, what = run.key.partition(".")
    kept = bench.facts(PERSON).text(f"{NAMED}-{turn}-{option}") or ""
    tenant, _, name = kept.partition(" ")
    _go_by(bench, tenant, name)
    give(bench, what)


def changed(bench: Workbench, reading: Reading) -> bool:
    """ "Use the links of Lakeside": from now on, and for the interview talked about; False where it names none of them."""
    if len(reading.text) > _SHORT or bench.facts(PERSON).value(ALL) is None:
        return False
    found, known = _CHANGES.fullmatch(brief(reading.text)), _named(bench)
    if found is None or not known:
        return False
    called = (found["of"] or found["owner"]).removeprefix("the ")
    nearest = process.extractOne(
        called, known, scorer=fuzz.token_set_ratio, processor=str.casefold, score_cutoff=_NEARLY
    )
    if nearest is None:
        return False
    name, _, tenant = nearest
    if (told := _told_of(bench)) is not None:
        bench.state_fact(PERSON, ALL, belonging(bench.facts(PERSON)).after_telling(told, tenant).kept)
    _go_by(bench, tenant, name)
    bench.proceed(short=True)
    return True


def _told_of(bench: Workbench) -> str | None:
    """The interview under way of which something was told."""
    under_way = (run.interview for run in reversed(bench.runs) if run.interview != PERSON)
    return next((one for one in under_way if bench.facts(one).all()), None)


def _named(bench: Workbench) -> dict[str, str]:
    """By tenant, the names of those they came from that are there and have one, the most recent first."""
    found = {tenant: bench.own(tenant) for tenant in reversed([*belonging(bench.facts(PERSON)).told])}
    return {tenant: own.name for tenant, own in found.items() if own is not None and own.name}


def _go_by(bench: Workbench, tenant: str, name: str) -> None:
    bench.state_fact(PERSON, CHOSEN, tenant)
    bench.home, bench.community = tenant, bench.own(tenant) or bench.community
    bench.say(whose_links.CHOSEN, name=name)
