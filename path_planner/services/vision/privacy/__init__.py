"""Privacy: pseudonyms, PII detection and small groups (k-anonymity), before publication."""
