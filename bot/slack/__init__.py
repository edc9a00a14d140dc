"""Slack: an adapter, and what belongs to it."""
