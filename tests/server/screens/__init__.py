"""Tests of the server for second screens."""
