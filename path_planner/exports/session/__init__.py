"""Exports of a session: each module defines EXPORTS, a tuple of `SessionExport`."""
