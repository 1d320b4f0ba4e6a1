"""The web server of the app, reachable from this machine only."""
