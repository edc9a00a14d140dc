"""What lies in deploy/: units, image, Compose and Procfile fit the program and each other, and hold no secret."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.__main__ import parser
from bot.config import Settings
from bot.roles import ALL, PLATFORMS, roles_of
from bot.running import DRAIN_SECONDS
from bot.tokens import Tokens
from tests.terminal import ROOT, Terminal

DEPLOY = ROOT / "deploy"
FILES = sorted(path for path in DEPLOY.iterdir() if path.is_file())
PAGE = (ROOT / "docs" / "deploying.md").read_text("utf-8")
UNITS = ("rebound.service", "rebound@.service")
COMPOSE = ("compose.yaml", "compose.slack-http.yaml")
ANALYZE = shutil.which("systemd-analyze") or ""
NEEDS_SYSTEMD = pytest.mark.skipif(not ANALYZE, reason="systemd-analyze is not installed")
AS_FIRST = ["unshare", "--user", "--map-root-user", "--pid", "--fork", "--kill-child"]
MAY_BE_FIRST = shutil.which("unshare") and subprocess.run([*AS_FIRST, "true"], capture_output=True).returncode == 0
NEWER = ("RestartSteps", "RestartMaxDelaySec")
"""Of systemd 254; an older one says that it leaves them out, and the units say so."""
NAMED = re.compile(r"\b(?:REBOUND|SLACK|DISCORD)_[A-Z_]+\b")
OF_COMPOSE = {"REBOUND_IMAGE", "REBOUND_BASE"}
"""Filled in by Compose itself, and never seen by the program."""
OWN = {"Description", "ExecStart", "EnvironmentFile", "StateDirectory", "Environment"}
"""What an instance has otherwise than the one process that does all."""
SECRET = re.compile(
    r"xox[abp]-\w|xapp-\w|[A-Za-z0-9_-]{24,}\.[A-Za-z0-9_-]{6,}\.[A-Za-z0-9_-]{27,}"  # Slack's tokens, and Discord's
    r"|\b[0-9a-f]{40,}\b|[A-Za-z0-9+/]{42,}=|postgres(?:ql)?://[^\s:/@]+:[^\s@]+@"
)


def settings_in(unit: str) -> list[tuple[str, str]]:
    """The lines of a unit that set something; a key may come more than once."""
    lines = (DEPLOY / unit).read_text("utf-8").splitlines()
    return [(key, value) for line in lines if not line.startswith("#") for key, _, value in [line.partition("=")] if _]


def instance(folder: Path, unit: str, program: Path) -> Path:
    """The unit as it is installed, with a program that is there."""
    file = folder / unit.replace("@", "@slack-1")
    text = (DEPLOY / unit).read_text("utf-8")
    assert "/opt/rebound/bin/rebound" in text
    file.write_text(text.replace("/opt/rebound/bin/rebound", str(program)), "utf-8")
    return file


def services() -> Iterator[tuple[str, dict[str, Any]]]:
    for name in COMPOSE:
        yield from yaml.safe_load((DEPLOY / name).read_text("utf-8"))["services"].items()


def commands() -> Iterator[list[str]]:
    """Every command line by which something in deploy/ starts the program, without its name."""
    for line in (DEPLOY / "Procfile").read_text("utf-8").splitlines():
        yield line.partition(": ")[2].split()[1:]
    for _, service in services():
        if service.get("command", [""])[0] == "run":
            yield service["command"]
    for unit in UNITS:
        yield from (
            value.replace("${ROLES}", "slack").split()[1:] for key, value in settings_in(unit) if key == "ExecStart"
        )
    written = re.search(r"^CMD \[(.+)\]$", (DEPLOY / "Containerfile").read_text("utf-8"), re.MULTILINE)
    assert written is not None
    yield [word.strip(' "') for word in written[1].split(",")]


@NEEDS_SYSTEMD
@pytest.mark.parametrize("unit", UNITS)
def test_systemd_finds_nothing_wrong_with_the_units(unit: str, tmp_path: Path) -> None:
    file = instance(tmp_path, unit, Path(sys.executable))
    looked = subprocess.run(
        [ANALYZE, "verify", "--man=no", str(file)],
        capture_output=True,
        check=False,
        text=True,
    )
    said = [line for line in looked.stderr.splitlines() if file.name in line and not any(key in line for key in NEWER)]
    assert (looked.returncode, said) == (0, [])


@NEEDS_SYSTEMD
@pytest.mark.parametrize("unit", UNITS)
def test_the_units_may_do_little(unit: str, tmp_path: Path) -> None:
    file = instance(tmp_path, unit, Path(sys.executable))
    looked = subprocess.run(
        [ANALYZE, "security", "--offline=true", "--threshold=25", "--no-pager", str(file)],
        capture_output=True,
        check=False,
        text=True,
    )
    if "unrecognized option" in looked.stderr:
        pytest.skip("this systemd-analyze cannot look at a unit that is not installed")
    assert looked.returncode == 0, looked.stdout + looked.stderr


def test_an_instance_may_do_no_more_than_the_one_process_that_does_all() -> None:
    alone, one_of_many = ([line for line in settings_in(unit) if line[0] not in OWN] for unit in UNITS)
    assert alone == one_of_many


@pytest.mark.parametrize("unit", UNITS)
def test_a_unit_waits_longer_than_the_end_in_good_order_takes(unit: str) -> None:
    assert int(dict(settings_in(unit))["TimeoutStopSec"].removesuffix("s")) > 2 * DRAIN_SECONDS


def test_a_container_is_given_longer_than_the_end_in_good_order_takes() -> None:
    given = [service["stop_grace_period"] for _, service in services() if "stop_grace_period" in service]
    assert len(given) == 3
    assert all(int(one.removesuffix("s")) > 2 * DRAIN_SECONDS for one in given)
    assert all(int(one) > 2 * DRAIN_SECONDS for one in re.findall(r"--stop-timeout (\d+)", PAGE))


@pytest.mark.parametrize("file", [*FILES, ROOT / "docs" / "deploying.md"], ids=lambda file: file.name)
def test_every_setting_that_is_named_is_one(file: Path) -> None:
    example = set(re.findall(r"^([A-Z_]+)=", (ROOT / ".env.example").read_text("utf-8"), re.MULTILINE))
    known = {name.upper() for name in Tokens.model_fields}
    known |= {field.validation_alias or f"REBOUND_{name}".upper() for name, field in Settings.model_fields.items()}
    named = set(NAMED.findall(file.read_text("utf-8"))) - OF_COMPOSE
    assert named <= example
    assert named <= known


def test_what_starts_the_program_is_understood_by_it() -> None:
    started = [*commands()]
    assert len(started) == 4 + 2 + 2 + 1
    for arguments in started:
        options = parser().parse_args(arguments)
        assert options.command == "run"
        roles_of(options.roles, PLATFORMS, may_be_few=True)


def test_the_procfile_has_each_role_once() -> None:
    lines = (DEPLOY / "Procfile").read_text("utf-8").splitlines()
    assert [line.partition(":")[0] for line in lines] == [line.split()[-1] for line in lines] == [*ALL]


def test_compose_leaves_no_role_out_and_runs_one_process_on_discord() -> None:
    started = dict(services())
    started.update(yaml.safe_load((DEPLOY / "compose.yaml").read_text("utf-8"))["services"])
    coaches = {name: service for name, service in started.items() if "roles" in str(service.get("command"))}
    roles = {name: set(service["command"][-1].split(",")) for name, service in coaches.items()}
    assert set().union(*roles.values()) == {*ALL}
    assert {name: coaches[name]["deploy"]["replicas"] for name in roles} == {"slack": 2, "discord": 1}
    assert [name for name, does in roles.items() if "discord" in does] == ["discord"]


def test_compose_publishes_nothing_but_the_port_for_slack_to_this_machine() -> None:
    ports = {name: service["ports"] for name, service in services() if "ports" in service}
    assert ports == {"slack": ["127.0.0.1:3000-3001:3000"]}


def test_compose_mounts_each_secret_where_the_image_looks_for_it() -> None:
    whole = yaml.safe_load((DEPLOY / "compose.yaml").read_text("utf-8"))
    image = (DEPLOY / "Containerfile").read_text("utf-8")
    assert "WORKDIR /run/secrets\n" in image
    for name in ("slack", "discord"):
        mounted = {one["target"]: one["source"] for one in whole["services"][name]["secrets"]}
        assert mounted == {"/run/secrets/.env": f"{name}-settings", "/run/secrets/master.key": "master-key"}
        assert "environment" not in whole["services"][name]
        assert "REBOUND_KEY_FILE=/run/secrets/master.key" in image
    assert {Path(one["file"]).parent for one in whole["secrets"].values()} == {Path("secrets")}
    assert "deploy/secrets/" in (ROOT / ".gitignore").read_text("utf-8").splitlines()


@pytest.mark.skipif(not MAY_BE_FIRST, reason="a process 1 of our own cannot be had here (unshare)")
def test_process_1_of_a_container_ends_when_it_is_told_to_before_it_serves(tmp_path: Path) -> None:
    terminal = Terminal(tmp_path)
    with subprocess.Popen(
        [*AS_FIRST, sys.executable, "-m", "bot", "chat"],
        cwd=tmp_path,
        env=terminal.environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as outer:
        assert outer.stdout is not None
        assert "interview" in outer.stdout.readline()
        (inner,) = Path(f"/proc/{outer.pid}/task/{outer.pid}/children").read_text("ascii").split()
        os.kill(int(inner), signal.SIGTERM)
        try:
            assert outer.wait(timeout=30) == 128 + signal.SIGTERM
        finally:
            outer.kill()


def test_the_image_sets_nothing_that_the_settings_file_could_not_change() -> None:
    said = re.search(r"^ENV PATH=(.+?[^\\])$", (DEPLOY / "Containerfile").read_text("utf-8"), re.MULTILINE | re.DOTALL)
    assert said is not None
    assert set(NAMED.findall(said[1])) == {"REBOUND_KEY_FILE", "REBOUND_HEALTH_PORT"}  # a variable counts more


def test_the_image_is_given_all_that_the_wheel_is_made_of() -> None:
    made = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    needed = {
        "pyproject.toml",
        made["project"]["readme"],
        *made["project"]["license-files"],
        *made["tool"]["hatch"]["build"]["targets"]["wheel"]["packages"],
    }
    lines = (DEPLOY / "Containerfile").read_text("utf-8").splitlines()
    copied = {
        name for line in lines if line.startswith("COPY ") and "--from" not in line for name in line.split()[1:-1]
    }
    ignored = (ROOT / ".dockerignore").read_text("utf-8").splitlines()
    assert needed <= copied
    assert {name[1:] for name in ignored if name.startswith("!")} == copied
    assert next(line for line in ignored if not line.startswith("#")) == "*"
    (maker,) = made["build-system"]["requires"]
    assert (ROOT / "requirements-build.txt").read_text("utf-8").startswith(f"{maker}==")


@pytest.mark.parametrize(
    "line", [line for line in (DEPLOY / "Containerfile").read_text("utf-8").splitlines() if "pip install" in line]
)
def test_the_image_takes_nothing_from_outside_that_is_not_pinned_by_its_hash(line: str) -> None:
    assert "--require-hashes" in line or "--no-index" in line


@pytest.mark.parametrize("file", [*FILES, ROOT / "docs" / "deploying.md"], ids=lambda file: file.name)
def test_no_secret_and_no_registry_is_named(file: Path) -> None:
    text = file.read_text("utf-8").replace("postgresql://rebound:PASSWORD@", "")
    assert SECRET.search(text) is None
    assert not re.search(r"\b[\w-]+(?:\.[\w-]+)*\.(?:io|com|dev|org)/[\w/-]+:", text)


def test_a_secret_would_be_found() -> None:
    for secret in ("xoxb-1", "xapp-1", "postgresql://rebound:p@db/rebound", "A" * 43 + "=", "ab" * 32):
        assert SECRET.search(f"X={secret}")


def test_the_page_names_every_file_that_is_there() -> None:
    assert [file.name for file in FILES if file.name not in PAGE] == []
