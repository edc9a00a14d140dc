"""The file with a community's settings; what may stand in it is for `core.community` to say."""

from __future__ import annotations

from pathlib import Path

from core import helplines
from core.community import NONE, Community, read
from core.errors import CommunityError


def community_in(file: Path | None) -> Community:
    """The settings in the file, none without one; `CommunityError` names the file and says in one sentence what to do."""
    if file is None:
        return NONE
    named = f"REBOUND_COMMUNITY names {file}, which"
    try:
        # "-sig": Notepad puts a mark in front that TOML would stumble over.
        text = file.expanduser().read_text("utf-8-sig")
    except FileNotFoundError:
        raise CommunityError(f"{named} does not exist; write the path of your file, or leave it empty.") from None
    except UnicodeDecodeError:
        raise CommunityError(f"{named} is not UTF-8 text; save it as UTF-8.") from None
    except OSError as problem:
        raise CommunityError(f"{named} cannot be read ({problem.strerror}); write the path of your file.") from None
    try:
        return read(text)
    except CommunityError as problem:
        raise CommunityError(f"In {file}, {problem}") from None


def live_addresses(community: Community) -> frozenset[str]:
    """Those that may be tapped in a message to anybody: of a community's, and of the helplines that we know ourselves."""
    return community.addresses | helplines.addresses(helplines.shipped())
