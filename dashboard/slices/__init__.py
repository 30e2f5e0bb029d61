"""What is taken along: the tables of a slice and what a file says of itself. Knows no Streamlit."""
