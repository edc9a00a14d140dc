"""A Slack on loopback, for tests of the real adapter; see README.md."""

from . import render, validate
from .harness import Bot, Failure, Message, Modal, Slack, User, free_port, load_manifest

__all__ = ["Bot", "Failure", "Message", "Modal", "Slack", "User", "free_port", "load_manifest", "render", "validate"]
