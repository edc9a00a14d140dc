"""Platforms in this process, on loopback: what the real libraries talk to in tests."""
