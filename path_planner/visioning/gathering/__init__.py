"""Gathering: what people agreed to share comes in, and goes out when they take it back."""
