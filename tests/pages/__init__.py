"""The pages by AppTest."""
