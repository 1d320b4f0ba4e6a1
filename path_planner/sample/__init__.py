"""Made-up sessions for trying, showing and measuring; the same seed gives the same bytes."""
