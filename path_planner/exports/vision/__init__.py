"""Exports of a vision: each module defines EXPORTS, a tuple of `VisionExport`."""
