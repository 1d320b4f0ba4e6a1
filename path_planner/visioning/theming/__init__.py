"""Theming: voices are put together by people; the machine suggests when it is asked."""
