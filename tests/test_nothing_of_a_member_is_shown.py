"""Whoever looks and wherever, nothing of a member is seen but what that member passed on.

Two ways to be sure. What members wrote is planted in real conversations and then looked for in all that can be asked for:
every page, form and button of every department there is, with every number and name that could be guessed. And what staff are
shown is the same, letter for letter, as in a place whose members kept silent.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.communities import turn as turns
from core.communities.counts.counting import count_weeks
from core.communities.desk import DO, FORM, PAGE, Field, File, Form, Kind, Page, Problems
from core.communities.events import Channel, Staff, Submitted, community_of
from core.communities.turn import CommunityTurn, Department, View
from core.community import Community
from core.errors import NotAllowed
from core.events import Person
from core.messages import Choice, Post, mention
from tests.centre import HERE, SAM, STAFF_ONLY, Centre, Member
from tests.test_partners import ahead, looks

LAKESIDE = Community(name="Lakeside", staff="Ms Tembo, room 12")
OPEN = Channel("C-open", "#general")
DEBRIEF, DANGER, LOOKS, MEETS, MET, PASSES_ON, TAKES_BACK, ERASED, UNSENT, REFUSED, CLOSED, REPORTS, REPORTED, FALLS = (
    f"U-81507{number:02}" for number in range(14)
)
"""Members, by what they do."""

PLANTED: Mapping[str, tuple[str, ...]] = {
    DEBRIEF: ("Kowloon", "molten", "Quillfeather"),
    DANGER: ("Gasworks", "zeppelin", "kill"),
    LOOKS: ("Chipego", "Dovecote"),
    MEETS: ("Dimitra", "Dragonfly"),
    MET: ("Edvard", "Elmwood"),
    PASSES_ON: ("Fayola", "zither", "Figtree"),
    TAKES_BACK: ("Gustavina", "oboe"),
    ERASED: ("Halvorsen", "trombone"),
    UNSENT: ("Ilsebill", "bassoon"),
    REFUSED: ("Jolanthe", "timpani"),
    CLOSED: ("Kwamina", "marimba"),
    REPORTS: ("Lindiwe", "harpsichord"),
    REPORTED: ("Mosioatunya", "Millpond"),
    FALLS: ("Nadiusha", "Nightjar"),
}
"""By member, what they write somewhere in their conversation and nobody else ever does."""
NOTE = "From Fayola:\n\nplease look at my zither letter"
ANSWERED = "From Kwamina:\n\nmy marimba was stolen"
REPORT = (
    f"A report from Lindiwe ({mention(REPORTS)}) about their practice partner Mosioatunya ({mention(REPORTED)}):"
    "\n\nhe sent harpsichord songs"
)

STRANGERS = (
    Staff("U-mod", "Moderator", may_manage=False),
    Staff(DEBRIEF, "Ada", may_manage=False),
    Staff(SAM.id, SAM.name, may_manage=False),
    Staff("", "owner", may_manage=False),
)
GUESSES = (
    *("", "0", "1", "2", "3", "4", "5", "-1", "1.0", "1.1", "1:1", "99", "٣", "²", "9" * 400),
    *(DEBRIEF, PASSES_ON, HERE, "@community", "2026-W48", "offer", "../requests", "*", "\x00", "\ud800"),
)


# --- what members tell --------------------------------------------------------------------------------------


def debriefs(centre: Centre) -> None:
    centre.member(DEBRIEF).says("Just out of my interview at Kowloon Foundry. I spilt molten brass", "8")
    centre.members[Person(HERE, DEBRIEF)].says("Mrs Quillfeather asked me about it", "worse", "9")


def is_in_danger(centre: Centre) -> None:
    centre.member(DANGER).says("i had a bad interview at Gasworks today", "i want to kill myself from a zeppelin")


def wants_a_partner(centre: Centre) -> None:
    member = centre.member(LOOKS)
    member.says("i have an interview on monday at Dovecote as a nurse", "not now")
    looks(member, ("saturday", "evening"), name="Chipego")


def meets_a_partner(centre: Centre) -> None:
    for id, place, name in ((MEETS, "Dragonfly", "Dimitra"), (MET, "Elmwood", "Edvard")):
        member = centre.member(id)
        member.says(f"i have an interview on monday at {place} as a nurse", "not now")
        looks(member, ("friday", "afternoon"), name=name)


def looks_in_danger(centre: Centre) -> None:
    member = centre.member(FALLS)
    member.says("i have an interview on monday at Nightjar as a cook", "not now")
    looks(member, ("thursday", "morning"), name="Nadiusha").says("i want to kill myself")


def keeps_a_note(centre: Centre) -> None:
    centre.member(UNSENT).says("pass a note on", "Ilsebill", "my bassoon teacher hit me", "leave it")


def takes_a_note_back(centre: Centre) -> None:
    passes_on(centre, TAKES_BACK, "Gustavina", "my oboe was stolen").says("take my note back")


def passes_a_note_on_and_erases_all(centre: Centre) -> None:
    erases(centre, passes_on(centre, ERASED, "Halvorsen", "my trombone was stolen"))


SECRET: tuple[Callable[[Centre], None], ...] = (
    *(debriefs, is_in_danger, wants_a_partner, meets_a_partner, looks_in_danger, keeps_a_note),
    *(takes_a_note_back, passes_a_note_on_and_erases_all),
)
"""What members do with the coach alone or with another member, or take back."""


def passes_on(centre: Centre, id: str, name: str, text: str) -> Member:
    member = centre.member(id)
    member.says("pass a note on", name, text, "yes")
    return member


def erases(centre: Centre, member: Member) -> None:
    member.says("forget me", "yes")
    centre.coach.tell_gone(centre.now, centre.store)
    centre.deliver()


def all_of_it(centre: Centre) -> Centre:
    """A place in which members have done all that members can do."""
    centre.channels[OPEN.id] = OPEN
    passes_on(centre, PASSES_ON, "Fayola", "please look at my zither letter").says(
        "i had an interview at Figtree today"
    )
    takes_a_note_back(centre)
    passes_a_note_on_and_erases_all(centre)
    centre.refuses = "missing_scope"
    passes_on(centre, REFUSED, "Jolanthe", "my timpani was stolen")
    centre.refuses = ""
    passes_on(centre, CLOSED, "Kwamina", "my marimba was stolen")
    centre.submits("answer:5", text="Come at two.")
    centre.submits("close-note:5")
    for deed in (debriefs, is_in_danger, wants_a_partner, meets_a_partner, looks_in_danger, keeps_a_note):
        deed(centre)
    reporter, reported = ahead(centre, REPORTS), centre.member(REPORTED)
    reported.says("i have an interview on monday at Millpond as a nurse", "not now")
    looks(reporter, ("sunday", "all day"), name="Lindiwe")
    looks(reported, ("sunday", "morning"), name="Mosioatunya")
    centre.waits(minutes=16)
    reporter.says("report my partner", "he sent harpsichord songs", "yes")
    return centre


@pytest.fixture
def centre(tmp_path: Path) -> Iterator[Centre]:
    with closing(Centre(tmp_path, settings=LAKESIDE)) as opened:
        yield all_of_it(opened.takes_notes())


# --- whoever looks ------------------------------------------------------------------------------------------


class Looker:
    """Somebody who asks for all there is, and notes what comes back."""

    def __init__(self, centre: Centre, by: Staff = SAM, tenant: str = HERE) -> None:
        self.centre, self.by, self.tenant = centre, by, tenant
        self.seen: list[tuple[str, Any]] = []

    def page(self, name: str) -> Page | None:
        return self._asks(f"{PAGE}:{name}", lambda office, *at: office.page(self.tenant, self.by, name, *at))

    def form(self, name: str) -> Form | None:
        return self._asks(f"{FORM}:{name}", lambda office, *at: office.form(self.tenant, self.by, name, *at))

    def sends(self, name: str, values: Mapping[str, tuple[str, ...]]) -> Page | None:
        centre = self.centre
        event = Submitted(
            id=centre.id(),
            person=community_of(self.tenant),
            at=centre.now,
            by=self.by,
            form=name,
            values=values,
            channels=centre.channels if self.tenant == HERE else {},
        )
        shown = self._asks(f"{DO}:{name}", lambda office, *at: office.submit(event, *at)[0])
        centre.deliver()
        return shown

    def _asks(self, what: str, ask: Callable[..., Any]) -> Any:
        try:
            found = ask(self.centre.coach.office, self.centre.now, self.centre.store)
        except NotAllowed as refused:
            self.seen.append((what, str(refused)))
            return None
        self.seen.append((what, found))
        return None if isinstance(found, Problems) else found

    def looks_everywhere(self) -> Looker:
        """Follow every button from the first page on, then try every name with everything that could be guessed."""
        self.follows()
        for name in names("pages", "forms"):
            for about in GUESSES:
                self.page(f"{name}:{about}")
                self.form(f"{name}:{about}")
        return self

    def does_everything(self) -> Looker:
        """Press every button that was seen and send every form, filled in or not; then all that could be guessed."""
        self.presses()
        for name in names("takes"):
            for about in GUESSES:
                self.sends(f"{name}:{about}", {})
        return self.follows()

    def follows(self) -> Looker:
        """Open whatever leads on from the first page."""
        options, done = [f"{PAGE}:home"], set()
        while options:
            option = options.pop()
            kind, _, name = option.partition(":")
            if option not in done:
                done.add(option)
                found = self.page(name) if kind == PAGE else self.form(name) if kind == FORM else None
                options += [one.option for one in getattr(found, "buttons", ())]
        return self

    def presses(self) -> Looker:
        """Press every button there is, and send every form that one opens; then those that are there because of it."""
        pressed: set[str] = set()
        while new := [option for option in self._offered() if option not in pressed]:
            for option in new:
                pressed.add(option)
                self._press(option)
            self.follows()
        return self

    def _offered(self) -> dict[str, None]:
        pages = [shown for _, shown in self.seen if isinstance(shown, Page)]
        return dict.fromkeys(one.option for page in pages for one in page.buttons)

    def _press(self, option: str) -> None:
        kind, _, name = option.partition(":")
        if kind == DO:
            self.sends(name, {})
        elif kind == FORM and (form := self.form(name)) is not None:
            for values in ({}, filled(form, OPEN), filled(form, STAFF_ONLY)):
                self.sends(form.name, values)

    @property
    def all_seen(self) -> str:
        """All of it as text, whatever it was shown in."""
        shown = [asdict(found) if isinstance(found, Page | Form | Problems) else found for _, found in self.seen]
        return json.dumps(shown, ensure_ascii=False, default=lambda file: file.decode("utf-8", "replace"))


def names(*kinds: str) -> list[str]:
    """What the departments answer to, with the names of what they keep besides."""
    known = {name for one in turns.departments() for kind in kinds for name in getattr(one, kind)}
    return sorted({*known, "members", "settings-latest", "partner-wanted", "request", "gone", "nonsense", ""})


def filled(form: Form, channel: Channel) -> dict[str, tuple[str, ...]]:
    """Something that fits each field."""
    return {one.name: given for one in form.fields if (given := _given(one, channel))}


def _given(field: Field, channel: Channel) -> tuple[str, ...]:
    match field.kind:
        case Kind.CHANNEL:
            return (channel.id,)
        case Kind.ONE | Kind.SEVERAL:
            return tuple(one.option for one in field.options[:1])
        case _:
            usual = {"starts": "2026-12-01 18:00", "on": "2026-12-01", "toml": 'name = "Lakeside"'}
            return field.value or (usual.get(field.name, "Something 1"),)


def planted_in(text: str, *, but: tuple[str, ...] = ()) -> list[str]:
    """What of the members is in a text."""
    words = (word for id, said in PLANTED.items() for word in (id, *said))
    return [word for word in words if word not in but and word.casefold() in text.casefold()]


# --- that the test itself sees ------------------------------------------------------------------------------


def test_the_coach_knows_all_that_was_planted_and_keeps_nothing_of_whoever_was_erased(centre: Centre) -> None:
    for id, words in PLANTED.items():
        person = Person(HERE, id)
        rows = b"".join(row.content for row in centre.store.journal(person)) + (centre.store.snapshot(person) or b"")
        assert [word for word in words if word in rows.decode()] == ([] if id == ERASED else list(words))
    assert centre.members[Person(HERE, DANGER)].state.held
    assert centre.members[Person(HERE, FALLS)].state.held


def test_members_have_sent_every_kind_of_thing_that_a_department_receives(centre: Centre) -> None:
    """A new kind has to be planted here, too."""
    kinds = {part.kind for part, _, _ in centre.passed if hasattr(part, "kind")} | {"gone"}
    assert {kind for one in turns.departments() for kind in one.receives} <= kinds


def leaks(where: str) -> Department:
    """A department that shows a member's word in one place."""
    word = {
        one: PLANTED[DEBRIEF][0] if one == where else "" for one in ("line", "label", "file", "alt", "hint", "value")
    }

    def page(view: View, _about: str) -> Page:
        files = (File("x.txt", "text/plain", word["file"].encode(), word["alt"]),)
        return Page("leak", "Leak", (word["line"],), (Choice("form:leak", word["label"]), view.to("home")), files)

    def form(_view: View, _about: str) -> Form:
        return Form("leak", "Leak", (Field("x", "X", hint=word["hint"], value=(word["value"],)),))

    def take(turn: CommunityTurn, event: Submitted) -> Problems | str:
        if where == "post":
            turn.post(Post("leak:1", OPEN.id, PLANTED[DEBRIEF][0]))
        if where == "change":
            turn.changed(event.by, PLANTED[DEBRIEF][0])
        return Problems((("x", PLANTED[DEBRIEF][0]),)) if where == "problem" else "leak"

    return Department(
        title=turns.BACK,
        first="leak",
        pages={"leak": page},
        forms={"leak": form},
        takes={"leak": take},
        left=lambda _view: (PLANTED[DEBRIEF][0],) if where == "left" else (),
        problems=lambda _view: (PLANTED[DEBRIEF][0],) if where == "trouble" else (),
    )


@pytest.mark.parametrize(
    "where",
    ["line", "label", "file", "alt", "hint", "value", "post", "change", "problem", "left", "trouble"],
)
def test_a_department_that_shows_a_word_of_a_member_is_found_wherever_it_does(
    tmp_path: Path, where: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = turns.departments()
    monkeypatch.setattr(turns, "departments", lambda: (*known, leaks(where)))
    with closing(Centre(tmp_path, settings=LAKESIDE)) as centre:
        centre.channels[OPEN.id] = OPEN
        looker = Looker(centre).follows().presses().follows()
        assert planted_in(looker.all_seen + "".join(centre.board)) == [PLANTED[DEBRIEF][0]]


# --- those who manage the place -----------------------------------------------------------------------------


def test_staff_see_on_no_page_in_no_form_and_after_no_button_a_word_a_name_or_an_id_of_a_member(
    centre: Centre, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    looker = Looker(centre).looks_everywhere()
    assert planted_in(looker.all_seen) == []
    looker.does_everything()
    assert planted_in(looker.all_seen) == []
    assert planted_in(caplog.text) == []


def test_in_channels_stands_what_members_passed_on_letter_for_letter_and_nothing_else_of_them(centre: Centre) -> None:
    assert centre.board == [NOTE, ANSWERED, REPORT]
    Looker(centre).looks_everywhere().does_everything()
    new = [post for post in centre.board if post not in (NOTE, ANSWERED, REPORT)]
    assert new, "staff have posted something of their own"
    assert planted_in("\n".join(new)) == []


def test_what_is_kept_of_a_community_names_members_only_where_they_asked_for_something_and_has_no_word_of_theirs(
    centre: Centre,
) -> None:
    kept = (PASSES_ON, LOOKS, MEETS, MET, REPORTS)
    snapshot = (centre.store.snapshot(community_of(HERE)) or b"").decode()
    assert set(planted_in(snapshot)) == {*kept, "Chipego"}
    rows = "".join(row.content.decode() for row in centre.store.journal(community_of(HERE)))
    assert planted_in(rows) == []


def test_a_week_that_was_counted_adds_numbers_and_no_member(centre: Centre) -> None:
    for number in range(40):
        centre.member(f"U-visitor-{number}").says("hello")
    centre.waits(days=7)
    assert count_weeks(centre.coach.office, centre.now, centre.store, lambda _: 1, lambda: True) == 1
    looker = Looker(centre).looks_everywhere()
    assert "about" in looker.all_seen
    assert "U-visitor" not in looker.all_seen
    assert planted_in(looker.all_seen) == []


# --- the same as in silence ---------------------------------------------------------------------------------


class Seen(list[tuple[str, Any]]):
    """What somebody saw, told in a failure by the first thing that is another."""

    def __repr__(self) -> str:
        return f"{len(self)} things"


def place(folder: Path, *deeds: Callable[[Centre], None]) -> Seen:
    """All that staff see where one note was passed on and these things were done besides."""
    with closing(Centre(folder, settings=LAKESIDE)) as centre:
        centre.takes_notes().channels[OPEN.id] = OPEN
        passes_on(centre, PASSES_ON, "Fayola", "please look at my zither letter")
        for deed in deeds:
            deed(centre)
        centre.waits(hours=3)
        return Seen(Looker(centre).looks_everywhere().presses().follows().seen)


@pytest.fixture(scope="module")
def silence(tmp_path_factory: pytest.TempPathFactory) -> Seen:
    return place(tmp_path_factory.mktemp("silent"))


def differs(here: Seen, there: Seen) -> tuple[str, Any, Any] | None:
    """What was asked for first that is another there, with both answers."""
    assert [what for what, _ in here] == [what for what, _ in there]
    return next(((what, one, two) for (what, one), (_, two) in zip(here, there, strict=True) if one != two), None)


@pytest.mark.parametrize("deed", SECRET)
def test_staff_see_the_same_to_the_letter_whether_members_did_this_or_kept_silent(
    tmp_path: Path, silence: Seen, deed: Callable[[Centre], None]
) -> None:
    assert differs(place(tmp_path, deed), silence) is None


def erases_all(centre: Centre) -> None:
    for member in [one for one in centre.members.values() if one.person.id != PASSES_ON]:
        erases(centre, member)


def looks_no_more(centre: Centre) -> None:
    for member in [one for one in centre.members.values() if one.person.id in (LOOKS, MET)]:
        member.says("no partner")


@settings(max_examples=6, deadline=None)
@given(deeds=st.lists(st.sampled_from([*SECRET, erases_all, looks_no_more]), min_size=2, max_size=6))
def test_staff_see_the_same_whatever_members_do_in_whatever_order(
    tmp_path_factory: pytest.TempPathFactory, silence: Seen, deeds: list[Callable[[Centre], None]]
) -> None:
    assert differs(place(tmp_path_factory.mktemp("deeds"), *deeds), silence) is None


# --- everybody else -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("by", STRANGERS, ids=lambda by: by.name or "nobody")
def test_moderators_and_members_are_refused_everything_in_one_sentence_and_change_nothing(
    centre: Centre, by: Staff
) -> None:
    manager = Looker(centre).looks_everywhere()
    before = centre.store.snapshot(community_of(HERE)), centre.board
    stranger = Looker(centre, by)
    for what, _ in manager.seen:
        kind, _, name = what.partition(":")
        stranger.page(name)
        stranger.form(name)
        if kind == FORM:
            stranger.sends(name, {"text": ("hello",), "channel": (OPEN.id,)})
    for name in names("takes"):
        for about in GUESSES:
            stranger.sends(f"{name}:{about}", {})
    assert {found for _, found in stranger.seen} == {"Only those who manage this place can do that; ask one of them."}
    assert (centre.store.snapshot(community_of(HERE)), centre.board) == before


def test_staff_whose_rights_are_taken_away_while_a_form_is_open_send_nothing(centre: Centre) -> None:
    form = Looker(centre).form("answer:1")
    assert form is not None
    late = Looker(centre, replace(SAM, may_manage=False))
    assert late.sends(form.name, {"text": ("Come at two.",)}) is None
    centre.waits(minutes=16)
    assert "Come at two." not in centre.members[Person(HERE, PASSES_ON)].transcript


OTHERS = ("slack:T2", "slack:T1 ", "slack", "discord", "")


@pytest.mark.parametrize("tenant", OTHERS)
def test_staff_of_another_place_see_and_reach_the_same_as_if_this_one_did_not_exist(
    centre: Centre, tmp_path: Path, tenant: str
) -> None:
    before, board = centre.store.snapshot(community_of(HERE)), centre.board
    seen = Looker(centre, tenant=tenant).looks_everywhere().does_everything().seen
    with closing(Centre(tmp_path / "empty", settings=LAKESIDE)) as empty:
        empty.now = centre.now
        assert seen == Looker(empty, tenant=tenant).looks_everywhere().does_everything().seen
    assert (centre.store.snapshot(community_of(HERE)), centre.board) == (before, board)
    for member in centre.members.values():
        assert "Something 1" not in member.transcript


def test_a_member_reads_nothing_of_another_but_the_name_and_account_their_partner_gave(centre: Centre) -> None:
    given = {
        MEETS: ("Edvard", MET),
        MET: ("Dimitra", MEETS),
        REPORTS: ("Mosioatunya", REPORTED),
        REPORTED: ("Lindiwe", REPORTS),
    }
    for person, member in centre.members.items():
        theirs = (person.id, *PLANTED[person.id], *given.get(person.id, ()))
        assert planted_in(member.transcript, but=theirs) == []
