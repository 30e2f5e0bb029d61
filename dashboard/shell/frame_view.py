"""A view in a frame of another page: no controls, a foot that names the sources and leads to the whole application."""

from dataclasses import replace
from html import escape

import streamlit as st

from dashboard.contents.html_parts import tag
from dashboard.language import Text
from dashboard.pages import PRODUCT
from dashboard.slices.provenance import source_line
from dashboard.view import View, address

_OPEN = Text(de="In {product} öffnen", en="Open in {product}")
_STYLE = """<style>
[data-testid='stSidebar'], .stAppHeader { display: none !important; }
.stMainBlockContainer.block-container { padding: .25rem .75rem .5rem !important; }
.st-key-head { padding-top: .25rem; } .st-key-head h1 { font-size: 1.25rem; } .st-key-head p.filter { font-size: .95rem; }
.st-key-frame_foot p { margin: 0; font-size: .85rem; color: var(--muted); }
</style>"""
# Links leave the frame: there is no way back in it.
_LINKS = """<script>
if (!window.scoFrame) {
  window.scoFrame = true;
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element && event.target.closest('a[href]');
    if (link) { link.target = '_blank'; link.rel = 'noopener'; }
  }, true);
}
</script>"""


def enter() -> None:
    """Hides everything that is a control, and lets links open outside of the frame."""
    st.html(_STYLE)
    st.html(_LINKS, unsafe_allow_javascript=True)


def foot(view: View) -> None:
    """Sources, state of the data, and the way to the whole view."""
    whole = address(view.page, replace(view.selection, frame=False))
    link = tag("a", _OPEN(view.lang, product=PRODUCT(view.lang)), href=whole, target="_blank", rel="noopener")
    with st.container(key="frame_foot"):
        st.html(tag("p", f"{escape(source_line(view.tables, view.lang))} {link}"))
