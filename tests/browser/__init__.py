"""The app in a real Chromium, from its own command to the file that is taken away."""
