"""The conversation scripts, a module or a package per conversation. A new one needs only to lie here."""

from importlib import import_module
from pkgutil import walk_packages
from types import ModuleType


def modules() -> tuple[ModuleType, ...]:
    """Every module of the scripts, in the order of the alphabet; importing them registers the flows."""
    return tuple(import_module(name) for _, name, _ in walk_packages(__path__, f"{__name__}."))
