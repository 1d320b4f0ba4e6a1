"""One screen a file: each reads, shows, and calls use cases."""
