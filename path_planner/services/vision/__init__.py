"""Making a vision out of many PATHs: use cases, one function each."""
