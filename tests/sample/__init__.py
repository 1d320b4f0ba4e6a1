"""Made-up sessions."""
