"""The community plan as PDF."""
