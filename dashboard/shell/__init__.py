"""What stands around every view, and the only place besides the pages that knows Streamlit."""
