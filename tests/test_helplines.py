"""Whom to turn to: complete, sourced, and nothing guessed."""

from __future__ import annotations

import pytest

from core.errors import WordingError
from core.helplines import Service, helplines, read

_ENTRY = """
[[helpline]]
country = "XX"
kind = "helpline"
name = "A line"
phone = "1"
hours = "not stated"
sources = ["A page"]
reviewed = 2026-11-22
"""


@pytest.mark.parametrize("country", ["US", "CA", "GB", "IE", "AU", "NZ", "ZA", "KE", "NG", "IN", "DE"])
def test_a_country_has_its_emergency_number_first(country: str) -> None:
    kinds = [line.kind for line in helplines(country)]
    assert kinds == [Service.EMERGENCY, Service.HELPLINE]


@pytest.mark.parametrize("country", ["ZM", None, "", "XX"])
def test_any_other_country_gets_the_directory_and_no_number(country: str | None) -> None:
    (line,) = helplines(country)
    assert line.kind is Service.DIRECTORY
    assert (line.phone, line.text, line.url) == (None, None, "https://findahelpline.com")


def test_every_entry_names_its_source_and_its_review() -> None:
    for country in ("US", "GB", None):
        assert all(line.sources and line.reviewed.year >= 2026 for line in helplines(country))


def test_a_good_file_is_read() -> None:
    (line,) = read(_ENTRY)
    assert (line.country, line.phone) == ("XX", "1")


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ('hours = "not stated"', "", "lacks hours"),
        ('phone = "1"', "", "no phone, text or url"),
        ('phone = "1"', "phone = 1", "empty text"),
        ('country = "XX"', 'country = "xxx"', "odd country"),
        ('kind = "helpline"', 'kind = "friend"', "odd country or kind"),
        ('name = "A line"', 'name = " "', "empty text"),
        ('sources = ["A page"]', "sources = []", "lacks its sources"),
        ("reviewed = 2026-11-22", 'reviewed = "x"', "review"),
        ('phone = "1"', 'phone = "1"\nfax = "2"', "unknown key fax"),
        ("[[helpline]]", "[[line]]", "must hold"),
        ("[[helpline]]", "[[helpline", "is not TOML"),
    ],
)
def test_an_odd_entry_is_refused_with_a_reason(old: str, new: str, complaint: str) -> None:
    with pytest.raises(WordingError, match=complaint):
        read(_ENTRY.replace(old, new))
