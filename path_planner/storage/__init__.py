"""Keeping sessions: one contract, several stores."""
