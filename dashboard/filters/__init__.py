"""What is chosen: the selection, its address, the words for it, the search, and the events it means. Knows no Streamlit."""
