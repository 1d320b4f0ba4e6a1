"""Lettering: which font draws which words, how wide they are, and where lines break."""
