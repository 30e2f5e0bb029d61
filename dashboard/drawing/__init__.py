"""What charts are drawn with: layout, marks, axes, colours and words. Knows no selection and no Streamlit."""
