"""Tests of the methods of gathering."""
