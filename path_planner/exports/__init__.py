"""Exports: each module of `session` and `vision` that defines EXPORTS writes kinds of files."""
