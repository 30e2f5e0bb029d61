"""What pages and files say of events, made from the tables: values, words and pieces of HTML. Knows no page and no Streamlit."""
