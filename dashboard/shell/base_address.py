"""Where the application stands, as the browser of its reader knows it: proxies and paths before it included."""

import streamlit as st

from dashboard.view import View


def base_address(view: View) -> str:
    """The address of the application, ending in '/'."""
    here = (st.context.url or "").partition("?")[0]
    return here.removesuffix(f"/{view.page}").rstrip("/") + "/" if view.page else here.rstrip("/") + "/"
