"""Which time somebody goes by who names a place; what is not clear is not guessed."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core import clock
from core.places import countries, country_called, country_of, town, zones_in, zones_meant

OWN = tomllib.loads((Path(__file__).parents[1] / "core" / "content" / "places.toml").read_text("utf-8"))


@pytest.mark.parametrize(
    ("said", "zone"),
    [
        ("Zambia", "Africa/Lusaka"),
        ("lusaka time please", "Africa/Lusaka"),
        ("i live in kitwe, zambia", "Africa/Lusaka"),
        ("Chingola Zambia", "Africa/Lusaka"),
        ("Luska", "Africa/Lusaka"),
        ("new york", "America/New_York"),
        ("we are in the UK", "Europe/London"),
        ("Berlin in Germany", "Europe/Berlin"),
        ("São Paulo", "America/Sao_Paulo"),
        ("Côte d’Ivoire", "Africa/Abidjan"),
        ("india", "Asia/Kolkata"),
        ("south africa", "Africa/Johannesburg"),
        ("Georgia", "Asia/Tbilisi"),
        ("Africa/Nairobi", "Africa/Nairobi"),
        ("GMT + 2", "Etc/GMT-2"),
        ("CAT", "Africa/Lusaka"),
    ],
)
def test_a_country_or_a_town_is_understood_as_people_say_it(said: str, zone: str) -> None:
    assert zones_meant(said) == (zone,)


@pytest.mark.parametrize(
    "said", ["", "whatever", "no idea", "the moon", "why do you ask", "why", "usual", "skip", "3pm"]
)
def test_what_is_no_place_is_not_guessed(said: str) -> None:
    assert zones_meant(said) == ()


@pytest.mark.parametrize(
    ("said", "first"), [("the US", "America/New_York"), ("dr congo", "Africa/Kinshasa"), ("Indonesia", "Asia/Jakarta")]
)
def test_a_country_with_several_times_is_not_decided_for_anybody(said: str, first: str) -> None:
    assert len(zones_meant(said)) > 1
    assert zones_meant(said)[0] == first


@pytest.mark.parametrize("country", sorted(countries() - {"BV", "HM"}))
def test_every_country_has_a_time_and_no_two_that_are_the_same(country: str) -> None:
    zones = zones_in(country)
    assert 1 <= len(zones) <= 12
    assert all(country_of(zone) == country for zone in zones)


def test_what_people_say_instead_leads_to_countries_and_zones_that_exist() -> None:
    assert set(OWN["countries"].values()) <= countries()
    assert set(OWN["towns"].values()) <= clock.zone_names()
    assert set(OWN["named"]["first"]) <= clock.zone_names()


@pytest.mark.parametrize(
    ("zone", "name"), [("America/New_York", "New York"), ("Etc/GMT-2", "GMT+2"), ("Etc/GMT+5", "GMT-5"), ("UTC", "UTC")]
)
def test_a_time_is_called_by_its_town_or_by_the_offset_as_people_write_it(zone: str, name: str) -> None:
    assert town(zone) == name


@pytest.mark.parametrize(("called", "code"), [("Zambia", "ZM"), ("uk", "GB"), ("zm", "ZM"), ("Narnia", None)])
def test_a_country_is_found_by_its_name_or_its_code(called: str, code: str | None) -> None:
    assert country_called(called) == code


@given(st.text(max_size=80))
def test_any_words_can_be_read(words: str) -> None:
    assert set(zones_meant(words)) <= clock.zone_names()
