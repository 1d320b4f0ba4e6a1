"""Tests of the adapters to foreign formats."""
