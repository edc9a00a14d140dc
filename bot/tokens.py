"""What the platforms ask for, from the environment or `.env`, and what is said when only half of it is there."""

from __future__ import annotations

from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict

from bot.config import ENV_FILE, SettingsError

DEFAULT_HTTP_PORT = 3000


class Tokens(BaseSettings):
    """What opens the platforms. No sentence about them ever shows one."""

    model_config = SettingsConfigDict(
        env_file=ENV_FILE, env_ignore_empty=True, extra="ignore", hide_input_in_errors=True
    )

    slack_bot_token: SecretStr | None = None
    slack_app_token: SecretStr | None = None
    slack_signing_secret: SecretStr | None = None
    slack_client_id: SecretStr | None = None
    slack_client_secret: SecretStr | None = None
    slack_http_port: int | None = Field(None, ge=1, le=65535)
    slack_http_host: str = "127.0.0.1"
    discord_token: SecretStr | None = None
    discord_api_url: str | None = None
    discord_shard_ids: str | None = None
    discord_shard_count: int | None = Field(None, ge=1)

    def has_slack(self) -> bool:
        """Whether everything that Slack asks for is set; `SettingsError` names what is missing of it."""
        names = [name for name in type(self).model_fields if name.startswith("slack_") and name != "slack_http_host"]
        if all(getattr(self, name) is None for name in names):
            return False
        if (self.slack_client_id is None) is not (self.slack_client_secret is None):
            raise SettingsError(
                "Of SLACK_CLIENT_ID and SLACK_CLIENT_SECRET only one is set; copy both from your Slack app, "
                "Basic Information."
            )
        if self.slack_bot_token is None and self.slack_client_id is None:
            raise SettingsError(
                "SLACK_BOT_TOKEN is missing; copy it from your Slack app, OAuth & Permissions (it begins with xoxb-)."
            )
        if self.slack_client_id is not None and self.slack_signing_secret is None:
            raise SettingsError(
                "SLACK_CLIENT_ID is for many workspaces, which Slack serves over HTTP alone: set SLACK_SIGNING_SECRET too; "
                "copy it from your Slack app, Basic Information."
            )
        if self.slack_app_token is None and self.slack_signing_secret is None:
            raise SettingsError(
                "Slack needs SLACK_APP_TOKEN (for Socket Mode; it begins with xapp-) or SLACK_SIGNING_SECRET (for HTTP) "
                "too; copy one of them from your Slack app, Basic Information."
            )
        _refuse_another_kind("SLACK_BOT_TOKEN", self.slack_bot_token, "xoxb-")
        _refuse_another_kind("SLACK_APP_TOKEN", self.slack_app_token, "xapp-")
        return True

    @property
    def serves_many(self) -> bool:
        """Whether any workspace may install the Slack app; a bot token plays no part then."""
        return self.slack_client_id is not None

    @property
    def is_over_http(self) -> bool:
        """Whether Slack's events come over HTTP, and not over a socket that we open."""
        return self.serves_many or self.slack_app_token is None

    @property
    def http_port(self) -> int:
        """Where Slack's events are listened for, over HTTP."""
        return self.slack_http_port or DEFAULT_HTTP_PORT

    def has_discord(self) -> bool:
        """Whether everything that Discord asks for is set; `SettingsError` says what does not look right."""
        if self.discord_token is None:
            return False
        token = self.discord_token.get_secret_value()
        is_shaped = token.count(".") == 2 or self.discord_api_url is not None  # a stand-in has tokens of its own
        if not is_shaped or any(letter.isspace() for letter in token):
            raise SettingsError(
                "DISCORD_TOKEN is not a bot's token (three parts joined by dots); copy it from your Discord application, Bot."
            )
        self.discord_shard()
        return True

    def discord_shard(self) -> tuple[int, int] | None:
        """Which shard this process serves, of how many; None for all there is, in one connection."""
        if self.discord_shard_ids is None and self.discord_shard_count is None:
            return None
        ids = (self.discord_shard_ids or "0").replace(" ", "").split(",")
        count = self.discord_shard_count or 1
        if len(ids) != 1 or not ids[0].isdecimal() or int(ids[0]) >= count:
            raise SettingsError(
                "DISCORD_SHARD_IDS has to be one number below DISCORD_SHARD_COUNT, such as 0 of 1: a process serves one "
                "shard, and direct messages come to shard 0 alone."
            )
        return int(ids[0]), count


def _refuse_another_kind(name: str, token: SecretStr | None, start: str) -> None:
    if token is not None and not token.get_secret_value().startswith(start):
        raise SettingsError(f"{name} is not the kind that begins with {start}; copy the right one from your Slack app.")
