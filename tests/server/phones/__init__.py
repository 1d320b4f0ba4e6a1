"""Tests of the server for phones."""
