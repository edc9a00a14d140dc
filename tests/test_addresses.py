"""What is wrong with an address is seen without going there, and whatever can be right is taken."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.addresses import LinkFault, fault_for_members, fault_of, is_plain, telling

WRONG = {
    LinkFault.NO_ADDRESS: (
        *(
            "",
            "our intranet",
            "jobs.lakeside.org",
            "javascript:alert(1)",
            "mailto:a@lakeside.org",
            "ftp://lakeside.org",
        ),
        *("https://", "https:///jobs", "https://lake side.org", "https://lakeside.org/a b", "https://lakeside..org"),
        *("https://me:secret@lakeside.org", "https://me@lakeside.org", "https://lakeside.org:port", "https://-a.org"),
        *(
            "https://a-.org",
            "https://lake_.org",
            "https://[::1]/jobs",
            "https://999.1.1.1",
            "https://2130706433",
            "https://1.2.3",
            "https://0x7f.1",
        ),
        *("https://lakeside.org/<b>", 'https://lakeside.org/"', f"https://{'a' * 64}.org"),
    ),
    LinkFault.FOR_EXAMPLES: ("https://example.org/jobs", "https://www.example.com", "https://jobs.test"),
    LinkFault.NOT_PUBLIC: (
        *(
            "https://intranet/jobs",
            "http://intranet",
            "https://localhost",
            "https://localhost:8080/x",
            "https://jobs",
        ),
        *(
            "https://127.0.0.1",
            "https://10.0.0.7/jobs",
            "https://192.168.1.1",
            "https://172.16.0.1",
            "https://169.254.169.254",
        ),
        *(
            "https://100.64.0.1",
            "https://0.0.0.0",
            "https://jobs.local",
            "https://jobs.lakeside.internal",
            "https://a.LAN",
        ),
        "https://a.localhost.",
    ),
    LinkFault.NOT_SAFE: ("http://lakeside.org", "HTTP://lakeside.org/jobs"),
    LinkFault.HAS_KEY: (
        *(
            "https://lakeside.org/jobs?token=abc",
            "https://lakeside.org/?a=1&SessionId=x",
            "https://a.org/x;jsessionid=1F",
        ),
        *(
            "https://lakeside.org/#access_token=abc",
            "https://a.org/f.pdf?X-Amz-Signature=1",
            "https://a.org/?password=x",
        ),
    ),
    LinkFault.COUNTS: (
        *("https://lakeside.org/?utm_source=coach", "https://lakeside.org/jobs?page=2&UTM_Campaign=x"),
        *("https://lakeside.org/?fbclid=x", "https://lakeside.org/?gclid=1#top", "https://lakeside.org/#utm_id=3"),
    ),
}
RIGHT = (
    *("https://lakeside.org", "https://jobs.lakeside.org/all?page=2&sort=new#top", "HTTPS://Lakeside.ORG/"),
    *("https://lakeside.org:8443/jobs", "https://lakeside.org./", "https://1.1.1.1/jobs", "https://lakésïde.org/jobs"),
    *("https://a.org/token/password", "https://a.org/?tokens=3", "https://a.org/?token=", "https://a.org/utm_source=x"),
    *("https://lake-side.co.zm/jobs(1)", "https://docs.a.org/document/d/1aB_c-D/edit?usp=sharing", "https://3m.com"),
)


@pytest.mark.parametrize(("fault", "link"), [(fault, link) for fault, links in WRONG.items() for link in links])
def test_what_cannot_be_right_for_members_is_told_apart(fault: LinkFault, link: str) -> None:
    assert fault_for_members(link) is fault


@pytest.mark.parametrize("link", RIGHT)
def test_what_can_be_right_is_taken(link: str) -> None:
    assert fault_for_members(link) is None
    assert telling(link) == ""


@pytest.mark.parametrize("fault", [LinkFault.HAS_KEY, LinkFault.COUNTS])
def test_what_makes_it_so_is_named_as_it_stands_there(fault: LinkFault) -> None:
    for link in WRONG[fault]:
        assert f"{telling(link)}=" in link
        assert len(telling(link)) > 4


@given(st.text(max_size=60).map(lambda text: f"https://{text}") | st.text(max_size=60))
def test_whatever_is_typed_has_an_answer_and_what_leads_nowhere_is_never_for_members(text: str) -> None:
    fault = fault_for_members(text)
    if fault_of(text) is not None:
        assert fault is fault_of(text)
    if is_plain(text):
        assert text.isascii()
        assert text.isprintable()
        assert " " not in text


@given(st.ip_addresses(v=4))
def test_a_number_is_for_members_exactly_where_everybody_reaches_it(address: object) -> None:
    assert (fault_for_members(f"https://{address}/jobs") is None) is address.is_global  # type: ignore[attr-defined]
