"""Settings, from the environment or a `.env` file in the working directory. Each is described in `.env.example`."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any, Literal, TypeVar

from dotenv.parser import parse_stream
from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from core.errors import ReboundError
from core.store import Address, KeyFile, KeyText, MasterKey, backend, is_address
from core.store.backends import Backend

ENV_FILE = Path(".env")


S = TypeVar("S", bound=BaseSettings)


class SettingsError(ReboundError):
    """A setting is not as it must be; the message names it and never shows what is secret."""


def data_home() -> Path:
    """Where the journal lies by default."""
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share") / "rebound"


def config_home() -> Path:
    """Where the master key lies by default: never beside the journal it opens."""
    return Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config") / "rebound"


class Settings(BaseSettings):
    """What the operator can set. Read them with `read_settings`, which says in one sentence what does not fit."""

    model_config = SettingsConfigDict(
        env_prefix="REBOUND_",
        env_file=ENV_FILE,
        # An empty line in `.env` means "not set", not "an empty secret".
        env_ignore_empty=True,
        extra="ignore",
        hide_input_in_errors=True,
    )

    database: Path | Address = Field(default_factory=lambda: data_home() / "rebound.db")
    key: SecretStr | None = None
    new_key: SecretStr | None = None
    key_file: Path = Field(default_factory=lambda: config_home() / "master.key")
    backups: Path | None = None
    community: Path | None = None
    log: Literal["debug", "info", "warning", "error"] = "warning"
    log_format: Literal["human", "json"] | None = None
    clock_file: Path | None = None
    slack_api_url: str | None = Field(default=None, validation_alias="SLACK_API_URL")
    discord_api_url: str | None = Field(default=None, validation_alias="DISCORD_API_URL")
    discord_gateway_url: str | None = Field(default=None, validation_alias="DISCORD_GATEWAY_URL")
    health_port: int | None = Field(None, ge=1, le=65535)

    @field_validator("key_file", "backups", "community", "clock_file", mode="before")
    @classmethod
    def _at_home(cls, path: Any) -> Any:
        return Path(path).expanduser() if isinstance(path, str) else path

    @field_validator("database", mode="before")
    @classmethod
    def _a_place(cls, place: Any) -> Any:
        if not isinstance(place, str):
            return place
        if is_address(place):
            return Address(place)
        if "://" in place:
            raise ValueError(
                "write the path of an SQLite file, or the address of a PostgreSQL database, which begins with postgresql://"
            )
        return Path(place).expanduser()

    @field_validator("log", "log_format", mode="before")
    @classmethod
    def _in_small_letters(cls, word: Any) -> Any:
        return word.lower() if isinstance(word, str) else word

    @property
    def master_key(self) -> MasterKey:
        """Where the master key comes from: the text if there is one, else the file."""
        if self.key is None:
            return KeyFile(self.key_file)
        successor = KeyText(self.new_key.get_secret_value(), "REBOUND_NEW_KEY") if self.new_key else None
        return KeyText(self.key.get_secret_value(), successor=successor)

    @property
    def addresses(self) -> list[str]:
        """Where the platforms are that are configured."""
        named = (self.slack_api_url, self.discord_api_url, self.discord_gateway_url)
        return [address for address in named if address is not None]

    @property
    def backups_folder(self) -> Path:
        """Where backups go."""
        return self.backups or self.notes.absolute().parent / "backups"

    @property
    def backend(self) -> Backend:
        """The place that the journal is kept in."""
        return backend(self.database)

    @property
    def notes(self) -> Path:
        """The file beside which adapters keep what they note: the journal's own, else one that would be on this machine."""
        return data_home() / "rebound.db" if isinstance(self.database, Address) else self.database


def read_settings() -> Settings:
    """The settings; `SettingsError` names the first that does not fit."""
    return read_as(Settings)


def read_as(kind: type[S]) -> S:
    """Settings of one kind; `SettingsError` names the first that does not fit, or the line of `.env`."""
    refuse_half_lines()
    try:
        return kind()
    except ValidationError as problem:
        raise SettingsError(_sentence(kind, problem)) from None


def refuse_half_lines() -> None:
    """Raise for a line of `.env` that sets nothing: it is read by nobody, and looks as if it were."""
    for name, value, line in lines():
        if name is None or value is None:
            raise SettingsError(f"Line {line} of {ENV_FILE} sets nothing; write it as NAME=value, or begin it with #.")


def lines() -> list[tuple[str | None, str | None, int]]:
    """The lines of `.env` that are not blank: name, value and number."""
    try:
        with ENV_FILE.open(encoding="utf-8") as file:
            found = [
                (one.key, one.value, one.original.line, one.error, one.original.string) for one in parse_stream(file)
            ]
    except FileNotFoundError:
        return []
    except UnicodeDecodeError:
        raise SettingsError(f"{ENV_FILE} is not UTF-8 text; save it as UTF-8.") from None
    except OSError as problem:
        raise SettingsError(f"{ENV_FILE} cannot be read ({problem.strerror}); make it readable for the bot.") from None
    return [
        (None if error else name, value, line) for name, value, line, error, _ in found if error or name is not None
    ]


def _sentence(kind: type[BaseSettings], problem: ValidationError) -> str:
    first = problem.errors(include_url=False, include_context=False, include_input=False)[0]
    name = f"{kind.model_config.get('env_prefix', '')}{first['loc'][0]}".upper()
    said = first["msg"].removeprefix("Value error, ")
    return f"{name} does not fit: {said[:1].lower()}{said[1:]}. .env.example explains it."
