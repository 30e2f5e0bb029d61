"""The pages: `*_page.py` shows one, the other modules make what stands on it. Only the pages know Streamlit."""
