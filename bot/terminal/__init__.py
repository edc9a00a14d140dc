"""The coach in a terminal."""
