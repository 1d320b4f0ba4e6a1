"""The step Publish: checks, documents, and a record of what was downloaded."""
