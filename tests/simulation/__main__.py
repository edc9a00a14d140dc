"""`python -m tests.simulation --seed 7`: run one world, print what people saw, and what was broken."""

from __future__ import annotations

import argparse
import gc
import hashlib
import sys
import tempfile
from dataclasses import fields
from pathlib import Path
from time import perf_counter

from tests.simulation import world
from tests.simulation.messenger import Manners
from tests.simulation.world import Plan, run


def parser() -> argparse.ArgumentParser:
    """Every number of a world's plan is an option."""
    parser = argparse.ArgumentParser(prog="python -m tests.simulation", description="Run one world from its seed.")
    for one in fields(Plan):
        if isinstance(one.default, int | float):
            parser.add_argument(f"--{one.name.replace('_', '-')}", type=type(one.default), default=one.default)
    parser.add_argument("--seed", type=int, required=True)
    parser.add_argument("--no-key", action="store_true", help="the platform does not recognise a message sent twice")
    parser.add_argument("--quiet", action="store_true", help="only the sums")
    return parser


def main() -> int:
    """Run it; the exit code tells whether something was broken."""
    options = vars(parser().parse_args())
    quiet, manners = options.pop("quiet"), Manners(tells_doubles=not options.pop("no_key"))
    world.wording()
    gc.collect()
    gc.freeze()  # as the program does when it has started
    with tempfile.TemporaryDirectory() as folder:
        began = perf_counter()
        outcome = run(Plan(manners=manners, **options), Path(folder))
        seconds = perf_counter() - began
    if not quiet:
        print(*outcome.log, sep="\n")
    for broken in outcome.broken:
        print(f"BROKEN {broken}")
    log = hashlib.sha256("\n".join(outcome.log).encode()).hexdigest()
    print(f"seed {options['seed']}: {outcome.sums()}; log {log[:16]}")
    print(f"{seconds:.1f} s", file=sys.stderr)
    return bool(outcome.broken)


if __name__ == "__main__":
    raise SystemExit(main())
