"""Second screens: what a paired device may open and read, and the panel that lets it in."""
