"""Text on Discord: what is written is what is seen, and it fits."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.discord.text import LONGEST, block, cut, escaped, in_block, pieces, size, unescaped
from core.messages import mention

LETTER = "Dear Mrs Zulu,\n\nThank you."
HOSTILE = [
    "**bold** _under_ ~~gone~~ ||hidden|| `code` ```block```",
    "@everyone @here <@123> <@!123> <@&5> <#7> </forget:1> <t:1:R> <:smile:1> <id:browse>",
    "[free money](https://evil.example/x) <https://evil.example>",
    "https://evil.example/a_b_c and http://evil.example and steam://run/1",
    "# heading\n## two\n-# small\n> quote\n>>> all of it\n- list\n* list\n+ list\n1. one\n2) two",
    "back\\slash \\* \\\\",
    "line\u2028separator \u202e turned \u200b nothing",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_what_somebody_wrote_is_what_is_seen(text: str) -> None:
    assert unescaped(escaped(text)) == text


@given(st.text())
def test_any_text_is_seen_as_it_was_written(text: str) -> None:
    assert unescaped(escaped(text)) == text


@given(st.text(alphabet="*_`~|<@[]>#-+1.) \n\\ab:/"))
def test_nothing_that_formats_pings_or_links_is_left_bare(text: str) -> None:
    bare = re.sub(r"\\.", "x", escaped(text), flags=re.DOTALL)
    assert not re.search(r"[*_`~|<@\[\]]", bare)
    assert not re.search(r"^\s*[>#+-]", bare, re.MULTILINE)


@pytest.mark.parametrize("text", HOSTILE)
def test_no_address_of_somebody_elses_can_be_tapped(text: str) -> None:
    assert not re.search(r"(?<!\\)://", escaped(text))


def test_an_address_of_ours_can_be_tapped() -> None:
    ours = "https://jobs.example.org/a_list?x=1"
    assert escaped(f"Jobs are listed here: {ours}.", frozenset({ours})) == f"Jobs are listed here: {ours}."


def test_a_helpline_that_is_named_can_be_tapped() -> None:
    ours = frozenset({"https://findahelpline.com", "https://988lifeline.org/chat/"})
    assert escaped("at findahelpline.com.", ours) == "at [findahelpline.com](<https://findahelpline.com>)."
    assert (
        escaped("988lifeline.org/chat lists", ours) == "[988lifeline.org/chat](<https://988lifeline.org/chat/>) lists"
    )
    for other in (
        "evil.findahelpline.com",
        "findahelpline.com.evil.example",
        "me@findahelpline.com",
        "findahelpline.com/x",
    ):
        assert "](" not in escaped(other, ours)


def test_a_numbered_line_stays_what_it_is() -> None:
    assert escaped("1. one") == "1\\. one"
    assert escaped("11 o'clock") == "11 o'clock"


def test_a_text_to_copy_is_found_again() -> None:
    assert in_block(f"**To Mrs Zulu**\n{block(LETTER)}\nGood?") == LETTER
    assert in_block("no block in it") is None
    assert in_block("```\nnever closed") is None


@given(st.text())
def test_no_text_breaks_out_of_its_block(text: str) -> None:
    assert block(text).count("```") == 2


@given(st.text(alphabet="ab` \n"))
def test_what_was_in_a_block_is_what_comes_out(text: str) -> None:
    assert in_block(block(text)) == text


def test_a_text_is_parted_between_its_paragraphs() -> None:
    text = "\n\n".join(["one " * 100, "two " * 100, "three " * 100])
    assert [piece.split()[0] for piece in pieces(text, 900)] == ["one", "three"]


def test_a_text_without_paragraphs_is_parted_between_lines_and_then_between_words() -> None:
    assert pieces("aaa\nbbb\nccc", 7) == ["aaa\nbbb", "ccc"]
    assert pieces("aaa bbb ccc", 7) == ["aaa bbb", "ccc"]
    assert pieces("a" * 10, 5) == ["aaaaa", "aaaaa"]


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=400), st.integers(8, 50))
def test_every_piece_fits_and_no_word_is_lost(text: str, most: int) -> None:
    made = pieces(text, most, lambda one: size(escaped(one)))
    assert all(size(escaped(one)) <= most for one in made)
    assert "".join("".join(made).split()) == "".join(text.split())


def test_a_letter_beyond_the_first_plane_counts_twice() -> None:
    assert size("a😀") == 3


@pytest.mark.parametrize("text", ["a" * 100, "😀" * 100])
def test_a_label_that_is_too_long_ends_in_an_ellipsis(text: str) -> None:
    short = cut(text, 80)
    assert size(short) <= 80
    assert short.endswith("…")
    assert cut("short", 80) == "short"


def test_the_longest_message_is_discords() -> None:
    assert LONGEST == 2000


def test_whom_the_coach_mentions_is_shown_by_name_and_nobody_else_is() -> None:
    assert escaped(f"Write to {mention('81500000000000001')}.") == "Write to <@81500000000000001>."
    assert escaped("Write to <@81500000000000001>.") == r"Write to \<\@81500000000000001>."
    assert escaped(mention("everyone")) == "\u2063\\@everyone\u2063"
