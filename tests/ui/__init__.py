"""What knows Streamlit, beside the pages."""
