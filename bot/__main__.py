"""The command line: `rebound <command>`, or `python -m bot <command>` from a checkout."""

from __future__ import annotations

import argparse
import gc
import os
import signal
import sys
from collections.abc import Sequence
from typing import Any, NoReturn, TypeAlias

from core.errors import ReboundError

CHAT_COMMANDS = """\
lines that are commands:
  /quit                         leave; the next start goes on at the same question
  /wait 18h                     let time pass (also 90m, 1h30m, 2d, 1w) and see what arrives meanwhile;
  /wait until 2026-11-24T09:00  for a chat with --at or piped: typed without --at, time passes by itself
"""
SERVING = {
    "slack": "serve people on Slack until it is told to end",
    "discord": "serve people on Discord until it is told to end",
    "run": "serve people on every platform that is configured",
}
READ_LINES = """\
A line is a text, a JSON string, or a JSON object {"text", "at", "zone", "expects": "future" or "past"}.
What is printed is described in docs/reading.md.
"""


class Parser(argparse.ArgumentParser):
    """Says in one sentence what is wrong with the command line."""

    def error(self, message: str) -> NoReturn:
        """End with the sentence and the usual exit code for a wrong command line."""
        print(f"rebound: {message}. `{self.prog} --help` shows what there is.", file=sys.stderr)
        raise SystemExit(2)


class ShowVersion(argparse.Action):
    """Prints which version this is, and ends; it is looked up only then."""

    def __init__(self, option_strings: Sequence[str], dest: str, **more: Any) -> None:
        super().__init__(option_strings, dest, nargs=0, default=argparse.SUPPRESS, **more)

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> NoReturn:
        """Print it."""
        from importlib.metadata import PackageNotFoundError, version

        try:
            print(f"rebound {version('rebound-coach')}")
        except PackageNotFoundError:
            print("rebound, from a checkout")
        parser.exit()


Commands: TypeAlias = "argparse._SubParsersAction[Parser]"


def parser() -> argparse.ArgumentParser:
    """All commands and their options."""
    parser = Parser(prog="rebound", description="A coach for the hours and days after a job interview.")
    parser.add_argument("--version", action=ShowVersion, help="show which version this is, and end")
    commands = parser.add_subparsers(dest="command", required=True, metavar="command")
    _add_chat(commands)
    _add_serving(commands)
    _add_read(commands)
    _add_of_one_person(commands)
    _add_operators(commands)
    return parser


def _add_chat(commands: Commands) -> None:
    chat = commands.add_parser(
        "chat",
        help="talk with the coach here in the terminal",
        description="Talk with the coach here in the terminal; piped, each line is one message.",
        epilog=CHAT_COMMANDS,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    _add_when_and_where(chat)


def _add_serving(commands: Commands) -> None:
    serving = {
        name: commands.add_parser(
            name, help=says, description=f"{says[:1].upper()}{says[1:]}. docs/operate.md tells how."
        )
        for name, says in SERVING.items()
    }
    serving["run"].add_argument(
        "--roles",
        metavar="LIST",
        help="what this process does, of slack, discord, delivery and housekeeping, separated by commas; all of it if not said",
    )
    serving["slack"].add_argument(
        "--manifest", action="store_true", help="print the manifest to paste into Slack, in place of serving"
    )
    serving["slack"].add_argument(
        "--agent", action="store_true", help="with --manifest: with the agent view, which not every plan of Slack has"
    )
    serving["slack"].add_argument(
        "--community",
        action="store_true",
        help="with --manifest: with what posts in channels take, for a career centre",
    )
    serving["slack"].add_argument(
        "--http", metavar="URL", help="with --manifest: for HTTP at this address, in place of Socket Mode"
    )
    serving["discord"].add_argument(
        "--invite", action="store_true", help="print the links that add the coach to a server or to an account"
    )
    serving["discord"].add_argument(
        "--community", action="store_true", help="with --invite: with what posts of a career centre need on its server"
    )


def _add_read(commands: Commands) -> None:
    reading = commands.add_parser(
        "read",
        help="show what the coach understands of each line typed or piped",
        description="Read lines and print what the coach understands of each, as one JSON object a line.",
        epilog=READ_LINES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    _add_when_and_where(reading)


def _add_of_one_person(commands: Commands) -> None:
    export = commands.add_parser(
        "export",
        help="write everything one person ever told into two files",
        description="Write everything one person ever told into two files: Markdown to read, JSON for a program.",
        epilog="The files are readable by you alone; what stands in the JSON is described in docs/export.md.",
    )
    _add_whose(export)
    export.add_argument("--to", metavar="FOLDER", required=True, help="the folder to write into")
    commands.add_parser(
        "dead-letters",
        help="list what could not be delivered, and why",
        description="List what could not be delivered, one a line: when, to whom, which message, after how many attempts,"
        " and the platform's reason. Nothing that anybody wrote is shown; a bot may be running meanwhile.",
    )
    _add_whose(commands.add_parser("who", help="print what somebody is called in the log, which names nobody"))
    bring_in = commands.add_parser(
        "import",
        help="bring back what an export wrote",
        description="Bring the JSON file of an export back, for somebody of whom nothing is kept; all of it or nothing.",
        epilog="What stands in the file is described in docs/export.md.",
    )
    bring_in.add_argument("file", metavar="FILE", help="the JSON file")
    _add_whose(bring_in)


def _add_when_and_where(command: Parser) -> None:
    command.add_argument("--at", metavar="ISO", help="the local time it is, for example 2026-11-24T12:40")
    command.add_argument("--zone", metavar="NAME", help="your time zone, for example Africa/Lusaka")


def _add_whose(command: Parser) -> None:
    command.add_argument("--person", metavar="ID", help="the platform's id of the person; without it, the terminal's")
    command.add_argument("--tenant", metavar="T", help="where the id is theirs, for example slack:T01")


def _add_operators(commands: Commands) -> None:
    """What keeps the files in order; docs/operate.md says when to use which."""
    doctor = commands.add_parser("doctor", help="look whether everything is in order, and say what to do")
    doctor.add_argument("--json", action="store_true", help="print it for a program")
    commands.add_parser("migrate", help="bring the files up to date with this version; a start does it, too")
    backup = commands.add_parser("backup", help="copy the journal and the people's keys, also while the coach runs")
    backup.add_argument("--to", metavar="FOLDER", help="where to; without it, what REBOUND_BACKUPS says")
    backup.add_argument("--keep", metavar="N", type=int, help="how many journals stay; 7 if not said")
    backup.add_argument("--forget", metavar="FOLDER", help="destroy the keys in a folder with backups that is given up")
    restore = commands.add_parser("restore", help="put a backup in the place of the journal")
    restore.add_argument("file", metavar="FILE", help="the backup, such as backups/rebound-20261122T020000Z.db")
    restore.add_argument("--force", action="store_true", help="also where there is a journal; it is set aside")
    copy = commands.add_parser(
        "copy",
        help="copy everything into an empty database, and compare it row by row",
        description="Copy everything from one database into an empty one, and compare it row by row. Neither may be in use"
        " meanwhile. Broken off, it goes on when it is run again; when it is finished, it only compares.",
        epilog="Each is the path of an SQLite file, or postgresql://user@host/name. docs/moving.md tells how.",
    )
    copy.add_argument("source", metavar="FROM", help="where the coach has served from until now")
    copy.add_argument("target", metavar="TO", help="where it is to serve from")
    commands.add_parser("rotate-key", help="wrap everybody's key with a new master key")
    erase = commands.add_parser("erase", help="erase all that one person ever told, also from the backups")
    _add_whose(erase)
    erase.add_argument("--everybody", action="store_true", help="all people of the tenant, and the tokens for it")
    erase.add_argument("--yes", action="store_true", help="it cannot be undone; this says that you know")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the result is the exit code."""
    options = parser().parse_args(arguments)
    # Imported when it is needed: no command pays for another.
    try:
        match options.command:
            case "slack" if options.manifest:
                from bot.slack.manifest import printed

                return printed(options.http, with_agent=options.agent, for_community=options.community)
            case "slack" if options.http or options.agent or options.community:
                raise ReboundError(
                    "--http, --agent and --community go with --manifest; where to listen stands in SLACK_HTTP_PORT."
                )
            case "discord" if options.invite:
                from bot.serving import invite

                return invite(for_communities=options.community)
            case "discord" if options.community:
                raise ReboundError("--community goes with --invite.")
            case "slack" | "discord" | "run":
                from bot import serving

                return serving.run(roles=options.roles) if options.command == "run" else serving.run(options.command)
            case "read":
                from bot.reading import read_input

                return read_input(at=options.at, zone=options.zone)
            case "export":
                from bot.app import export

                return export(options.tenant, options.person, options.to)
            case "dead-letters":
                from bot.app import dead_letters

                return dead_letters()
            case "who":
                from bot.app import who

                return who(options.tenant, options.person)
            case "import":
                from bot.app import bring_in

                return bring_in(options.tenant, options.person, options.file)
            case "doctor":
                from bot.doctor import doctor

                return doctor(as_json=options.json)
            case "copy":
                from bot.copying import copy

                return copy(options.source, options.target)
            case "migrate" | "backup" | "restore" | "rotate-key" | "erase":
                return _operate(options)
            case _:
                from bot.app import chat

                return chat(at=options.at, zone=options.zone)
    except ReboundError as error:
        print(f"rebound: {error}", file=sys.stderr)
        return 1


def run() -> int:
    """Run the command line as a process of its own: what nobody catches is told without values."""
    from bot.logs import take_hooks

    take_hooks()
    if os.getpid() == 1:  # of a container, where a signal that nobody handles is ignored; who serves handles it later
        signal.signal(signal.SIGTERM, lambda number, _frame: sys.exit(128 + number))
    # Nearly all that is made at a start stays; looking through it as often as Python does takes a fifth of it.
    gc.set_threshold(50_000)
    return main()


def _operate(options: argparse.Namespace) -> int:
    from bot import operate

    match options.command:
        case "migrate":
            return operate.migrate()
        case "backup" if options.forget:
            return operate.forget_backups(options.forget)
        case "backup":
            return operate.back_up(options.to, options.keep)
        case "restore":
            return operate.restore(options.file, is_forced=options.force)
        case "rotate-key":
            return operate.rotate_key()
        case _ if options.everybody:
            if not options.tenant or options.person:
                raise ReboundError("--everybody needs --tenant, such as slack:T01, and no --person.")
            return operate.erase_tenant(options.tenant, is_sure=options.yes)
        case _:
            return operate.erase(options.tenant, options.person, is_sure=options.yes)


if __name__ == "__main__":
    raise SystemExit(run())
