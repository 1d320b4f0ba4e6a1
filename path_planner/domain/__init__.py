"""What a PATH is: frozen values and pure functions."""
