"""The easy read edition."""
