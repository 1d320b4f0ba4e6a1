"""Tests of choosing and voting."""
