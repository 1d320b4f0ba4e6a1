"""Path Planner: run PATH workshops on a shared screen and keep every word."""

__version__ = "0.1.0"
