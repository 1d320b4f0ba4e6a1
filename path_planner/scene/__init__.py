"""The scene: one layout of a session that the wall, SVG, PDF and PNG are drawn from."""
