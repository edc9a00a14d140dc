"""Settings, from the environment or a `.env` file in the working directory. Each is described in `.env.example`."""

from __future__ import annotations

import os
from pathlib import Path

from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict


def data_home() -> Path:
    """Where the journal lies by default."""
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share") / "rebound"


def config_home() -> Path:
    """Where the master key lies by default: never beside the journal it opens."""
    return Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config") / "rebound"


class Settings(BaseSettings):
    """What the operator can set."""

    model_config = SettingsConfigDict(
        env_prefix="REBOUND_",
        env_file=".env",
        # An empty line in `.env` means "not set", not "an empty secret".
        env_ignore_empty=True,
        extra="ignore",
        hide_input_in_errors=True,
    )

    database: Path = Field(default_factory=lambda: data_home() / "rebound.db")
    key: SecretStr | None = None
    key_file: Path = Field(default_factory=lambda: config_home() / "master.key")
    community: Path | None = None
    log: str = "warning"
    clock_file: Path | None = None
    slack_api_url: str | None = Field(default=None, validation_alias="SLACK_API_URL")
    discord_api_url: str | None = Field(default=None, validation_alias="DISCORD_API_URL")
    discord_gateway_url: str | None = Field(default=None, validation_alias="DISCORD_GATEWAY_URL")

    @property
    def addresses(self) -> list[str]:
        """Where the platforms are that are configured."""
        named = (self.slack_api_url, self.discord_api_url, self.discord_gateway_url)
        return [address for address in named if address is not None]
