"""All that knows Streamlit, beside the pages."""
