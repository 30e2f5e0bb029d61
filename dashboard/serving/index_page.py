"""Streamlit's index page with our name, icon and language from the first byte, and our word to a browser without scripts.

Streamlit's client looks for its server under the address of the page first ('/timeline/_stcore/health') and takes the 404
as an answer. The page says where the server is instead: its address without the id of a page at the end.
"""

import json
import re
from functools import cache
from importlib.metadata import distribution
from pathlib import Path

from dashboard.language import LANGUAGES, Language, Text
from dashboard.pages import PAGES, PRODUCT
from dashboard.shell import screen

_INDEX = Path(str(distribution("streamlit").locate_file("streamlit/static/index.html")))
_NO_SCRIPT = Text(
    de="Diese Anwendung braucht JavaScript. Ohne es gibt es ihre Ereignisse als Tabelle: {file}.",
    en="This application needs JavaScript. Without it, its events can be had as a table: {file}.",
)
_BASE = """<script>
(() => {
  const pages = %s, parts = location.pathname.replace(/\\/+$/, '').split('/');
  if (pages.includes(parts[parts.length - 1])) parts.pop();
  const base = location.origin + parts.join('/') + '/';
  window.__streamlit = { BACKEND_BASE_URL: base, MAIN_PAGE_BASE_URL: base };%s
})();
</script>"""


@cache
def index_page(lang: Language) -> str:
    """The HTML that every page of the application begins with."""
    page_ids = json.dumps([page.id for page in PAGES if page.id])
    html = _INDEX.read_text(encoding="utf-8")
    html = html.replace('<html lang="en">', f'<html lang="{lang}">')
    html = html.replace("<title>Streamlit</title>", f"<title>{PRODUCT(lang)}</title>{_BASE % (page_ids, screen.SCRIPT)}")
    without = _NO_SCRIPT(lang, file=f'<a href="./slice.csv?lang={lang}">slice.csv</a>')
    html = re.sub(r"<noscript>.*?</noscript>", lambda _: f"<noscript><p>{without}</p></noscript>", html, flags=re.DOTALL)
    return html.replace('href="./favicon.png"', 'href="./app/static/favicon.png"')


def language_of(asked: str | None) -> Language:
    """The language a query asks for; German for anything that is none."""
    return asked if asked in LANGUAGES else LANGUAGES[0]
