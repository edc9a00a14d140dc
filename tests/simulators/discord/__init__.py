"""A Discord on loopback: REST, gateway, people and servers; it refuses, and notes, whatever Discord would refuse."""

from tests.simulators.discord.actors import InteractionFailed, NotVisible, Refused, Result, Seen, User
from tests.simulators.discord.sim import Bot, Sim, perm

__all__ = ["Bot", "InteractionFailed", "NotVisible", "Refused", "Result", "Seen", "Sim", "User", "perm"]
