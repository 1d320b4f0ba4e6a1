"""Tests of what arrives from phones."""
