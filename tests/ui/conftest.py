"""Pages without a browser."""

from tests.installed import components_found_once

__all__ = ["components_found_once"]
