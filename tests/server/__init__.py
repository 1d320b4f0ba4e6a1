"""The server, its guard and its settings."""
