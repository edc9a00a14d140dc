"""What staff set: forms and pages, what is wrong said beside its field, every change recorded, and nothing overwritten."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime, time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core import clock, places
from core.coach import Coach
from core.communities import turn as turns
from core.communities.desk import LONGEST_LABEL, LONGEST_TITLE, MOST_BUTTONS, MOST_FIELDS, Form, Page, Problems
from core.communities.events import Staff, Submitted, community_of
from core.communities.settings.forms import LONGEST_FILE, MOST_LINES, forms
from core.communities.settings.pages import CHANGES
from core.communities.state import CommunityState, encode_state
from core.communities.turn import Department
from core.community import KEEP_MONTHS, LINKS, NONE, OFFERS, Community, read, written
from core.errors import NotAllowed, ReboundError
from core.helplines import Helpline, Service
from core.journal import as_content
from core.messages import mention
from core.ports import Store, Turn
from core.store import open_store
from core.wording import load
from tests.stores import KEY

NOON = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
HERE = "discord:1"
SAM = Staff("U-sam", "Sam", may_manage=True)
KIM = Staff("U-kim", "Kim", may_manage=True)
FILE = Community(name="The operator's", staff="room 1", country="GB", links={"jobs": "http://intranet/jobs"})
LINE = {"line": ("Lakeside listens",), "reach": ("116 123",), "hours": ("not stated",), "source": ("Its page",)}
HOSTILE = "@everyone <@U1> **bold** <!channel> [a](https://b.org) {$x} \u202e"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with closing(open_store(tmp_path / "rebound.db", KEY)) as opened:
        yield opened


class Desk:
    """Staff at work."""

    def __init__(self, store: Store, usual: Community = NONE) -> None:
        self.office = Coach(load(), usual).office
        self.store = store
        self.sent = 0

    def page(self, name: str = "home", by: Staff = SAM) -> Page:
        return self.office.page(HERE, by, name, NOON, self.store)

    def form(self, name: str, by: Staff = SAM) -> Form:
        return self.office.form(HERE, by, name, NOON, self.store)

    def send(self, form: Form | str, by: Staff = SAM, /, **typed: str | tuple[str, ...]) -> Page | Problems:
        """Send a form as it was opened, with some fields typed anew; a name alone is sent as it stands."""
        stands = {} if isinstance(form, str) else {field.name: field.value for field in form.fields if field.value}
        values: Mapping[str, tuple[str, ...]] = {
            **stands,
            **{name.replace("_", "-"): (value,) if isinstance(value, str) else value for name, value in typed.items()},
        }
        self.sent += 1
        name = form if isinstance(form, str) else form.name
        event = Submitted(
            id=f"s{self.sent}",
            person=community_of(HERE),
            at=NOON,
            by=by,
            form=name,
            values={k: v for k, v in values.items() if v},
        )
        answer, _ = self.office.submit(event, NOON, self.store)
        return answer

    def sets(self, form: str, by: Staff = SAM, /, **typed: str | tuple[str, ...]) -> Page:
        answer = self.send(self.form(form, by), by, **typed)
        assert isinstance(answer, Page), answer.by_field
        return answer

    def refused(self, form: str, /, **typed: str | tuple[str, ...]) -> dict[str, str]:
        answer = self.send(self.form(form), **typed)
        assert isinstance(answer, Problems)
        return dict(answer.by_field)

    @property
    def settings(self) -> Community:
        return self.office.settings(HERE, self.store)

    @property
    def changes(self) -> str:
        return "\n".join(self.page("changes").lines)


@pytest.fixture
def desk(store: Store) -> Desk:
    return Desk(store)


# --- the file that says the same ---

TEXT = st.text(min_size=1, max_size=40).map(lambda text: " ".join(text.split())).filter(bool)
FREE = st.text(min_size=1, max_size=40).filter(str.strip)
MINUTES = st.times().map(lambda at: at.replace(fold=0))
REACH = st.fixed_dictionaries({}, optional={"phone": FREE, "text": FREE, "url": FREE}).filter(bool)
HELPLINES = st.builds(
    lambda reach, **more: Helpline(**more, **reach),
    REACH,
    country=st.sampled_from(["ZM", "GB", "*"]),
    kind=st.sampled_from(Service),
    name=FREE,
    hours=FREE,
    sources=st.lists(FREE, min_size=1, max_size=3).map(tuple),
    reviewed=st.dates(),
)
COMMUNITIES = st.builds(
    Community,
    name=st.none() | TEXT,
    staff=st.none() | TEXT,
    country=st.none() | st.sampled_from(sorted(places.countries())),
    language=st.sampled_from([None, "en"]),
    zone=st.none() | st.sampled_from(sorted(clock.zone_names())),
    quiet=st.builds(clock.QuietHours, MINUTES, MINUTES),
    working_days=st.frozensets(st.integers(0, 6), min_size=1),
    keep_months=st.sampled_from([None, *KEEP_MONTHS]),
    offered=st.frozensets(st.sampled_from(OFFERS)),
    links=st.dictionaries(st.sampled_from(LINKS), st.sampled_from(["https://a.org/x?y=\\z", "http://intranet"])),
    helplines=st.lists(HELPLINES, max_size=3).map(tuple),
)


@given(COMMUNITIES)
def test_what_is_written_reads_as_the_same(settings: Community) -> None:
    assert read(written(settings)) == settings


def test_nothing_set_is_an_empty_file() -> None:
    assert written(NONE) == ""


@pytest.mark.parametrize(
    "text", ["a=" + "[" * 5000, "keep-months = " + "9" * 5000, "a." * 3000 + "a = 1", "\x00", "[" * 9]
)
def test_a_file_made_to_break_the_reader_is_refused_in_a_sentence(desk: Desk, text: str) -> None:
    with pytest.raises(ReboundError, match=r"write"):
        read(text)
    assert list(desk.refused("import", toml=text)) == ["toml"]
    assert desk.store.snapshot(community_of(HERE)) is None


# --- setting up ---


def test_five_minutes_of_setting_up_leave_nothing_to_do(desk: Desk) -> None:
    assert sum(line.startswith("To do") for line in desk.page().lines) == 5
    desk.sets("about", name="Lakeside Careers", staff="Ms Tembo, room 12", country="zambia")
    desk.sets("links", jobs="https://lakeside.org/jobs", careers_advice="https://lakeside.org/advice")
    home = desk.sets("hours", zone="Lusaka", quiet_from="9 pm", quiet_to="7", working_days=("monday", "friday"))
    assert home.name == "home"
    assert not any(line.startswith("To do") for line in home.lines)
    assert desk.settings == Community(
        name="Lakeside Careers",
        staff="Ms Tembo, room 12",
        country="ZM",
        zone="Africa/Lusaka",
        quiet=clock.QuietHours(time(21), time(7)),
        working_days=frozenset({0, 4}),
        links={"jobs": "https://lakeside.org/jobs", "careers-advice": "https://lakeside.org/advice"},
    )


def test_the_first_page_shows_what_members_will_be_told(desk: Desk) -> None:
    desk.sets("about", staff="Ms Tembo, room 12")
    desk.sets("links", jobs="https://lakeside.org/jobs")
    shown = "\n".join(desk.page().lines)
    assert "“Here you can turn to Ms Tembo, room 12." in shown
    assert "“Jobs are listed here: https://lakeside.org/jobs”" in shown


def test_the_first_page_shows_the_numbers_that_somebody_in_danger_is_given(desk: Desk) -> None:
    assert any("findahelpline.com" in line for line in desk.page().lines)
    desk.sets("about", country="United Kingdom")
    desk.sets("helpline", kind="helpline:GB", **LINE)
    (told,) = (line for line in desk.page().lines if line.startswith("Somebody in danger"))
    assert "Lakeside listens" in told
    assert "999" in told


def test_what_is_left_empty_is_taken_away(desk: Desk) -> None:
    desk.sets("about", name="Lakeside", staff="Ms Tembo")
    desk.sets("about", staff=())
    assert (desk.settings.name, desk.settings.staff) == ("Lakeside", None)


@pytest.mark.parametrize(
    ("form", "field", "typed", "says"),
    [
        ("about", "country", "Atlantis", "no country"),
        ("about", "language", "tlh", "open the form again"),
        ("about", "staff", "x" * 100_000, "200 letters"),
        ("links", "jobs", "http://lakeside.org", "begins with https"),
        ("links", "jobs", "our intranet", "no address"),
        ("links", "jobs", "javascript:alert(1)", "no address"),
        ("links", "jobs", "https://example.org/jobs", "made for examples"),
        ("links", "jobs", "https://" + "x" * 100_000, "500 letters"),
        ("links", "jobs", "https://intranet/jobs", "intranet is a name inside of one network"),
        ("links", "jobs", "https://192.168.0.4/jobs", "opens on a phone outside"),
        ("links", "jobs", "https://sam:secret@lakeside.org", "no address"),
        ("links", "jobs", "https://lakeside.org/?sessionid=3", "(“sessionid”)"),
        ("links", "jobs", "https://lakeside.org/?utm_source=coach", "“utm_source” in this address"),
        ("helpline", "reach", "https://10.0.0.1", "inside of one network"),
        ("import", "toml", '[links]\njobs = "http://lakeside.org"', "Job list: This address can be read"),
        ("import", "toml", '[links]\njob-search = "https://a.org/?token=1"', "Job search: There is a key"),
        ("hours", "zone", "Atlantis", "larger town"),
        ("hours", "zone", "Brazil", "keeps several times"),
        ("hours", "quiet-from", "late", "21:00"),
        ("hours", "quiet-from", "24:00", "21:00"),
        ("hours", "quiet-to", "13 pm", "21:00"),
        ("hours", "working-days", "fryday", "open the form again"),
        ("keeping", "keep-months", "5", "open the form again"),
        ("helpline", "reach", "call us", "no number and no address"),
        ("helpline", "reach", "http://listens.org", "begins with https"),
        ("helpline", "reach", "https://example.org", "made for examples"),
        ("offers", "offered", "money", "open the form again"),
        ("import", "toml", "staff = 5", "staff is 5"),
        ("import", "toml", "x" * 100_000, f"{LONGEST_FILE:,} letters"),
    ],
)
def test_what_is_wrong_is_said_beside_its_field_and_nothing_is_kept(
    desk: Desk, form: str, field: str, typed: str, says: str
) -> None:
    others = LINE if form == "helpline" else {}
    refused = desk.refused(form, **{**others, field: typed})
    assert list(refused) == [field]
    assert says in refused[field]
    assert desk.store.snapshot(community_of(HERE)) is None


def test_working_days_are_needed(desk: Desk) -> None:
    assert list(desk.refused("hours", working_days=())) == ["working-days"]


@pytest.mark.parametrize("country", sorted(places.countries()))
def test_a_country_stands_in_the_form_by_a_name_that_it_takes(country: str) -> None:
    assert places.country_called(load()._country(country)) == country


@pytest.mark.parametrize("zone", ["Africa/Lusaka", "America/Argentina/Buenos_Aires", "UTC", "Asia/Kathmandu"])
def test_a_zone_stands_in_the_form_as_it_takes_it(desk: Desk, zone: str) -> None:
    desk.sets("import", toml=f'zone = "{zone}"')
    desk.sets("hours", quiet_from="20:00")
    assert desk.settings.zone == zone


def test_what_is_offered_and_for_how_long_it_is_kept_can_be_chosen(desk: Desk) -> None:
    desk.sets("offers", offered=("talk-to-staff",))
    desk.sets("keeping", keep_months="6")
    assert (desk.settings.offered, desk.settings.keep_months) == ({"talk-to-staff"}, 6)
    desk.sets("offers", offered=())
    desk.sets("keeping", keep_months="theirs")
    assert (desk.settings.offered, desk.settings.keep_months) == (frozenset(), None)


def test_the_first_page_tells_of_every_department(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    posts = Department(
        title=CHANGES,
        first="posts",
        left=lambda _view: ("Offer the coach.",),
        problems=lambda view: (f"A post in {view.tenant} could not be shown.",),
    )
    shipped = turns.departments()
    monkeypatch.setattr(turns, "departments", lambda: (*shipped, posts))
    desk.sets("import", toml='name = "L"\nstaff = "T"\ncountry = "ZM"\nzone = "UTC"\n[links]\njobs = "https://a.org"')
    home = desk.page()
    assert f"Does not work: A post in {HERE} could not be shown." in home.lines
    assert "To do, 1: Offer the coach." in home.lines
    assert "page:posts" in [button.option for button in home.buttons]
    assert not any(line.startswith("All is set") for line in home.lines)


# --- helplines ---


def test_a_helpline_has_its_source_and_the_day_it_was_read(desk: Desk) -> None:
    desk.sets("about", country="Zambia")
    page = desk.sets("helpline", kind="helpline:ZM", **LINE)
    told = Helpline(
        "ZM", Service.HELPLINE, "Lakeside listens", "not stated", ("Its page",), date(2026, 11, 24), "116 123"
    )
    assert desk.settings.helplines == (told,)
    assert any("Lakeside listens (ZM, 116 123)" in line for line in page.lines)


def test_a_helpline_may_be_a_page_and_for_everybody(desk: Desk) -> None:
    desk.sets("helpline", kind="helpline:*", **{**LINE, "reach": ("https://listens.org",)})
    (line,) = desk.settings.helplines
    assert (line.country, line.url, line.phone) == ("*", "https://listens.org", None)


@pytest.mark.parametrize("field", LINE)
def test_a_helpline_with_something_missing_is_not_taken(desk: Desk, field: str) -> None:
    assert list(desk.refused("helpline", **{**LINE, field: ()})) == [field]


def test_a_helpline_for_a_country_that_is_not_theirs_is_not_taken(desk: Desk) -> None:
    assert list(desk.refused("helpline", kind="emergency:ZM", **LINE)) == ["kind"]


def test_one_helpline_is_removed_and_the_others_stay(desk: Desk) -> None:
    for number in "123":
        desk.sets("helpline", **{**LINE, "reach": (number,)})
    options = desk.form("helpline-remove").fields[0].options
    desk.sets("helpline-remove", line=options[1].option)
    assert [line.phone for line in desk.settings.helplines] == ["1", "3"]
    assert "open the form again" in desk.refused("helpline-remove", line=options[1].option)["line"]


def test_there_is_an_end_to_helplines(desk: Desk) -> None:
    desk.sets("import", toml=written(Community(helplines=tuple(line(number) for number in range(MOST_LINES)))))
    assert list(desk.refused("helpline", **LINE)) == ["line"]


def line(number: int) -> Helpline:
    return Helpline("*", Service.HELPLINE, "L", "-", ("S",), date(2026, 1, 1), phone=str(number))


# --- the operator's file ---


def test_the_first_change_begins_with_the_operators_file(store: Store) -> None:
    desk = Desk(store, FILE)
    assert "whoever runs the coach" in desk.page().lines[0]
    page = desk.sets("about", staff="Ms Tembo")
    assert desk.settings == replace(FILE, staff="Ms Tembo")
    assert "by your staff" in page.lines[0]


def test_a_link_of_the_operators_that_is_not_safe_may_stay_but_not_come_anew(store: Store) -> None:
    desk = Desk(store, FILE)
    desk.sets("links", job_search="https://lakeside.org")
    assert desk.settings.links["jobs"] == "http://intranet/jobs"
    assert list(desk.refused("links", careers_advice="http://intranet/jobs")) == ["careers-advice"]


def test_links_of_the_operators_may_stay_also_in_a_file_that_is_brought_in(store: Store) -> None:
    desk = Desk(store, FILE)
    desk.sets("import", toml=written(replace(FILE, name="Lakeside")))
    assert desk.settings == replace(FILE, name="Lakeside")


def test_each_link_that_is_set_has_a_button_to_try_it(desk: Desk) -> None:
    desk.sets("links", jobs="https://lakeside.org/jobs", job_search="https://lakésïde.org")
    tried = [(one.option, one.label) for one in desk.page().buttons if one.option.startswith("link:")]
    assert tried == [("link:https://lakeside.org/jobs", "Try: Job list")], "no platform takes the other for a button"


def test_nothing_that_staff_write_names_a_member_as_one_that_can_be_tapped(desk: Desk) -> None:
    desk.sets("about", name=f"Lakeside {mention('U1')}", staff=mention("U2"))
    assert (desk.settings.name, desk.settings.staff) == ("Lakeside @U1", "@U2")
    desk.sets("import", toml='name = "\\u2063@U3\\u2063"')
    assert desk.settings.name == "@U3"


def test_what_is_exported_can_be_imported_elsewhere(desk: Desk) -> None:
    desk.sets("about", name='The "Lake" \\ side', staff=HOSTILE, country="ZM")
    (file,) = desk.page("export").files
    assert file.name == "community.toml"
    exported = desk.settings
    desk.sets("about", name=(), staff=(), country=())
    desk.sets("import", toml=file.content.decode())
    assert desk.settings == exported


def test_settings_of_a_later_program_are_told_of_and_the_usual_ones_hold(store: Store) -> None:
    sets(store, "settings", 'colour = "blue"')
    desk = Desk(store, FILE)
    assert desk.settings == FILE
    assert any("cannot be read" in line and "colour" in line for line in desk.page().lines)


def sets(store: Store, section: str, value: object) -> None:
    event = Submitted(id="before", person=community_of(HERE), at=NOON, by=SAM, form="x")
    snapshot = encode_state(CommunityState(1, {section: value}))
    store.take(event, lambda _: Turn(1, snapshot, as_content({"kind": "submitted"}), None)).result()


# --- who changed what ---


def test_every_change_says_who_and_when_and_what_it_was(desk: Desk) -> None:
    desk.sets("about", name="Lakeside", country="Zambia")
    desk.sets("about", KIM, name="Lakeside Careers")
    desk.sets("hours", quiet_from="20:00")
    assert "Tuesday 24 November, 12:00, Kim: What you are called: Lakeside → Lakeside Careers" in desk.changes
    assert "Sam: Country: not set → Zambia" in desk.changes
    assert "No messages from: 21:00 → 20:00" in desk.changes
    assert desk.page("changes").lines[0].endswith("20:00")


def test_what_is_sent_as_it_stood_changes_nothing(desk: Desk) -> None:
    desk.sets("about", name="Lakeside")
    before = desk.changes
    desk.sets("about")
    assert desk.changes == before


def test_older_changes_are_a_page_further(desk: Desk) -> None:
    for number in range(20):
        desk.sets("about", name=f"Name {number}")
    first, second = desk.page("changes"), desk.page("changes:1")
    assert "page:changes:1" in {button.option for button in first.buttons}
    assert any("Name 19" in line for line in first.lines)
    assert not any("Name 19" in line for line in second.lines)
    assert any("not set → Name 0" in line for line in second.lines)
    assert desk.page("changes:x").lines == desk.page("changes:" + "9" * 9).lines == first.lines


# --- two at once ---


def test_the_later_of_two_is_told_what_the_other_has_changed(desk: Desk) -> None:
    kims = desk.form("about", KIM)
    desk.sets("about", name="Lakeside", staff="Ms Tembo")
    answer = desk.send(kims, KIM, name="Lakeview")
    assert isinstance(answer, Problems)
    assert {field for field, _ in answer.by_field} == {"name", "staff"}
    assert "Sam has changed this to “Lakeside”" in dict(answer.by_field)["name"]
    assert desk.settings.name == "Lakeside"
    desk.sets("about", KIM, name="Lakeview")
    assert (desk.settings.name, desk.settings.staff) == ("Lakeview", "Ms Tembo")


def test_two_who_change_different_forms_do_not_disturb_each_other(desk: Desk) -> None:
    kims = desk.form("links", KIM)
    desk.sets("about", name="Lakeside")
    assert isinstance(desk.send(kims, KIM, jobs="https://lakeside.org"), Page)
    assert desk.settings == Community(name="Lakeside", links={"jobs": "https://lakeside.org"})


def test_two_who_add_a_helpline_add_two(desk: Desk) -> None:
    kims = desk.form("helpline", KIM)
    desk.sets("helpline", **LINE)
    assert isinstance(desk.send(kims, KIM, **{**LINE, "reach": "2"}), Page)
    assert [line.phone for line in desk.settings.helplines] == ["116 123", "2"]


def test_a_file_does_not_overwrite_what_another_has_just_changed(desk: Desk) -> None:
    kims = desk.form("import", KIM)
    desk.sets("about", name="Lakeside")
    answer = desk.send(kims, KIM, toml='name = "Lakeview"')
    assert isinstance(answer, Problems)
    assert "Sam has changed this" in dict(answer.by_field)["toml"]
    assert desk.settings.name == "Lakeside"


def test_the_same_person_in_two_windows_may_go_on(desk: Desk) -> None:
    first = desk.form("about")
    desk.sets("about", name="Lakeside")
    assert isinstance(desk.send(first, name="Lakeview"), Page)


# --- as somebody who means harm ---


@pytest.mark.parametrize(
    "name", ["about", "about:", "about:x", "about:1", "about:-1", "about:²", "about:" + "9" * 9999, "evil:0"]
)
def test_a_form_that_was_never_made_is_refused(desk: Desk, name: str) -> None:
    with pytest.raises(NotAllowed, match="another version"):
        desk.send(name, name="Lakeside")
    assert desk.store.snapshot(community_of(HERE)) is None


def test_fields_that_a_form_does_not_have_set_nothing(desk: Desk) -> None:
    desk.sets("about", name="Lakeside", zone="Africa/Lusaka", jobs="https://evil.org", settings="x", keep_months="3")
    assert desk.settings == Community(name="Lakeside")


def test_whoever_has_lost_the_right_since_the_form_was_opened_changes_nothing(desk: Desk) -> None:
    form = desk.form("about")
    with pytest.raises(NotAllowed, match="Only those who manage"):
        desk.send(form, replace(SAM, may_manage=False), name="Mine")
    assert desk.settings == NONE


def test_a_form_that_comes_in_by_another_way_is_refused_too(desk: Desk) -> None:
    event = Submitted(
        id="1",
        person=community_of(HERE),
        at=NOON,
        by=replace(SAM, may_manage=False),
        form="about:0",
        values={"name": ("Mine",)},
    )
    with pytest.raises(NotAllowed):
        desk.office.take(event, NOON, desk.store).result()


def test_marks_of_every_platform_stay_as_they_were_typed(desk: Desk) -> None:
    desk.sets("about", staff=HOSTILE)
    assert desk.settings.staff == HOSTILE
    assert any(HOSTILE in line for line in desk.page().lines)


def test_lines_are_joined_and_cannot_add_a_key(desk: Desk) -> None:
    desk.sets("about", name='A"\nstaff = "evil', staff='x\r\n[links]\njobs = "https://evil.org"')
    assert desk.settings.name == 'A" staff = "evil'
    assert desk.settings.links == {}


def test_a_list_where_one_is_asked_for_is_refused(desk: Desk) -> None:
    assert list(desk.refused("keeping", keep_months=("3", "6"))) == ["keep-months"]


# --- what platforms can show ---


def test_every_form_fits_the_smaller_platform(desk: Desk) -> None:
    desk.sets("import", toml=written(Community(country="GB", helplines=tuple(map(line, range(MOST_LINES))))))
    for name in forms():
        form = desk.form(name)
        assert len(form.title) <= LONGEST_TITLE
        assert len(form.fields) <= MOST_FIELDS
        assert all(len(field.label) <= LONGEST_LABEL and len(field.options) <= 25 for field in form.fields)
        assert all(len(choice.label) <= 75 for field in form.fields for choice in field.options)


def test_every_button_leads_somewhere(desk: Desk) -> None:
    desk.sets("helpline", **LINE)
    for name in ("home", "settings", "changes", "export"):
        page = desk.page(name)
        assert page.name == name
        assert len(page.buttons) <= MOST_BUTTONS
        for button in page.buttons:
            opens, _, what = button.option.partition(":")
            if opens == "page":
                assert desk.page(what).name == what.partition(":")[0]
            else:
                assert desk.form(what).name.partition(":")[0] == what
