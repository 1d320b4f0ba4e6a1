"""How the pages are served: on this machine only, to this machine's browser only."""
