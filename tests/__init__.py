"""Tests, one flat folder: names are facts."""
