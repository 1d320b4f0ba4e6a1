"""Tests of the use cases of events."""
