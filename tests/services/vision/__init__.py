"""Tests of the use cases of a vision."""
