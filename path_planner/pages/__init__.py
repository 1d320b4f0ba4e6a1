"""The pages of the app, one a file: scripts that Streamlit runs."""
