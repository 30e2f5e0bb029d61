"""Names and words of the data inside Streamlit's Markdown: shown as they are written, never as markup."""

import re

_SPECIAL = re.compile(r"([\\`*_{}\[\]()#+\-.!|~$:<>&])")


def escaped(text: str) -> str:
    """The text with everything escaped that Markdown, Streamlit's colours, formulas and symbols would take as markup."""
    return _SPECIAL.sub(r"\\\1", text)
