"""What became of a call, as Slack's answer tells, or its silence.

The rule a newcomer could break: only what Slack itself answered counts as "not shown". Whatever may have reached it is
unsure, and is looked up before it is sent again.
"""

from __future__ import annotations

import asyncio

import aiohttp
from slack_sdk.errors import SlackApiError, SlackClientError

from bot.delivery.platform import Limited, Refused, Unfit, Unsure

LONGEST_LIMIT = 3600.0
UNREACHED_SECONDS = 5.0
"""After a connection that never came about."""
GONE = frozenset(
    {
        "account_inactive",
        "app_not_installed",
        "invalid_auth",
        "missing_scope",
        "no_permission",
        "not_allowed_token_type",
        "not_authed",
        "org_login_required",
        "team_access_not_granted",
        "team_not_found",
        "token_expired",
        "token_revoked",
    }
)
"""The installation is over, or lacks a right: nobody of it can be reached until that is mended."""
OVER = frozenset({"account_inactive", "app_not_installed"})
"""The app was taken out of the workspace, or the workspace is no more; Slack's event of it may not have reached us, or
we were cut off before it was noted."""
UNREACHABLE = GONE | {
    "cannot_dm_bot",
    "channel_is_archived",
    "channel_not_found",
    "im_not_found",
    "is_archived",
    "messages_tab_disabled",
    "not_in_channel",
    "restricted_action",
    "user_disabled",
    "user_not_found",
    "user_not_visible",
}
PASSING = frozenset(
    {
        "accesslimited",
        "fatal_error",
        "internal_error",
        "request_timeout",
        "rollup_error",
        "service_unavailable",
        "team_added_to_org",
        "timeout",
    }
)
"""It may have been shown all the same."""


def error_of(error: SlackApiError) -> str:
    """Slack's word for what is wrong; empty where it did not come as far as that."""
    response = error.response
    if not hasattr(response, "get"):
        return ""
    try:
        return str(response.get("error") or "")
    except ValueError:  # what came is no JSON
        return ""


def became(error: BaseException) -> Exception | None:
    """What delivery is told of an error of a call that shows something; None: nobody knows this error."""
    match error:
        case SlackApiError():
            return _answered(error)
        case aiohttp.ClientConnectorError():
            return Limited(UNREACHED_SECONDS)
        case SlackClientError() | aiohttp.ClientError() | asyncio.TimeoutError() | OSError():
            return Unsure(type(error).__name__)
        case _:
            return None


def _answered(error: SlackApiError) -> Exception:
    word = error_of(error)
    status = getattr(error.response, "status_code", getattr(error.response, "status", 200))
    if status == 429 or word in ("ratelimited", "rate_limited"):
        return Limited(retry_after(error))
    if not word or word in PASSING or status >= 500:
        return Unsure(word or str(status))
    return Refused(word) if word in UNREACHABLE else Unfit(word)


def retry_after(error: SlackApiError) -> float:
    """So many seconds Slack wants to be left alone."""
    headers = getattr(error.response, "headers", None) or {}
    asked = next((value for name, value in headers.items() if name.lower() == "retry-after"), "1")
    try:
        return min(max(float(asked), 0.1), LONGEST_LIMIT)
    except ValueError:
        return 1.0
