"""The step Publish: look first, make the documents, know what went out."""
