"""The theming board."""
