"""Stand-ins for the platforms, on this machine alone: the real client libraries talk to them without knowing it."""
