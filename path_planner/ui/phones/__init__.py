"""Letting phones in, and reading what they sent."""
