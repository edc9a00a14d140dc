"""What is wrong with the address of a page, as far as can be seen without going there.

The rule a newcomer could break: nobody goes there. A coach that asks pages for itself tells them that it is here, can be sent
to machines that only it can reach, and learns little: a page for members may be closed to it, and one that stands today may
be gone tomorrow.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum
from ipaddress import ip_address

_ADDRESS = re.compile(
    r"(?P<scheme>https?)://(?P<host>[a-z0-9][^\s/?#<>\"@:]*)(?::\d+)?(?P<rest>(?:[/?#][^\s<>\"]*)?)", re.IGNORECASE
)
_MADE_FOR_EXAMPLES = re.compile(r"(?:.*\.)?example(?:\.(?:com|net|org))?|.*\.(?:invalid|test)", re.IGNORECASE)
"""Names that lead nowhere (RFC 2606): whoever leaves them in has copied our example and no more."""
_PLAIN = re.compile(r"[\w.~:/?#@!$&'()*+,;=%-]+", re.ASCII)
_LABEL = re.compile(r"[^\W_](?:[\w-]{0,61}[^\W_])?")
_OF_ONE_NETWORK = ("local", "localhost", "internal", "intranet", "lan", "home", "corp", "arpa", "onion")
"""Endings of names that are known inside of one network alone."""
_PARAMETER = re.compile(r"[?&;#]([^=?&;#/]+)=[^&;#]")
_KEYS = frozenset(
    (
        *("token", "access_token", "id_token", "refresh_token", "auth_token", "authtoken", "session_id", "sessionid"),
        *("jsessionid", "phpsessid", "password", "passwd", "pwd", "secret", "client_secret", "api_key", "apikey"),
        *("x-amz-signature", "x-amz-security-token", "samlresponse"),
    )
)
"""Whoever has an address with one of these comes in as the one it was made for, or for a short time only."""
_COUNTING = re.compile(r"utm_\w+|gclid|fbclid|msclkid|yclid|igshid|mc_[ce]id|_hsenc|mkt_tok", re.IGNORECASE)
"""What tells a page from where, or by whose message, somebody comes."""


class LinkFault(StrEnum):
    """Why an address is no link to be shown."""

    NO_ADDRESS = "no address of a page"
    FOR_EXAMPLES = "an address made for examples"
    NOT_SAFE = "an address that can be read and changed on its way"
    NOT_PUBLIC = "an address of one network alone"
    HAS_KEY = "an address with somebody's key in it"
    COUNTS = "an address that counts who comes from here"


def fault_of(link: str) -> LinkFault | None:
    """Why nothing can be reached by it; None where something may be."""
    found = _ADDRESS.fullmatch(link)
    if found is None:
        return LinkFault.NO_ADDRESS
    return LinkFault.FOR_EXAMPLES if _MADE_FOR_EXAMPLES.fullmatch(found["host"]) else None


def fault_for_members(link: str) -> LinkFault | None:
    """Why it is not to be given to members, who are anywhere, at any time, and are not to be counted."""
    found, fault = _ADDRESS.fullmatch(link), fault_of(link)
    if found is None or fault is not None:
        return fault
    if (fault := _fault_of_host(found["host"].rstrip("."))) is not None:
        return fault
    if found["scheme"].casefold() != "https":
        return LinkFault.NOT_SAFE
    names = [name.casefold() for name in _parameters(found["rest"])]
    if not _KEYS.isdisjoint(names):
        return LinkFault.HAS_KEY
    return LinkFault.COUNTS if any(map(_COUNTING.fullmatch, names)) else None


def is_plain(link: str) -> bool:
    """Whether every platform takes it as an address for a button; others have to be written out."""
    return fault_of(link) is None and _PLAIN.fullmatch(link) is not None


def telling(link: str) -> str:
    """The first thing in an address that makes it one that has a key or counts; empty where nothing does."""
    return next((one for one in _parameters(link) if one.casefold() in _KEYS or _COUNTING.fullmatch(one)), "")


def _parameters(rest: str) -> Iterator[str]:
    """The names of what is given behind an address, where something is."""
    return (found[1] for found in _PARAMETER.finditer(rest))


def _fault_of_host(host: str) -> LinkFault | None:
    labels = host.split(".")
    if labels[-1].isdecimal():
        return _fault_of_number(host)
    if not all(map(_LABEL.fullmatch, labels)):
        return LinkFault.NO_ADDRESS
    return LinkFault.NOT_PUBLIC if len(labels) == 1 or labels[-1].casefold() in _OF_ONE_NETWORK else None


def _fault_of_number(host: str) -> LinkFault | None:
    try:
        return None if ip_address(host).is_global else LinkFault.NOT_PUBLIC
    except ValueError:
        return LinkFault.NO_ADDRESS
