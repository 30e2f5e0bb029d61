"""Small pieces of HTML that several pages use. Text is escaped here; what is called `html` already is HTML."""

from collections.abc import Iterable, Mapping, Sequence
from html import escape
from pathlib import Path
from urllib.parse import urlsplit

from dashboard.contents.event_detail import Source, Value
from dashboard.contents.event_table import STATUS_SIGNS
from dashboard.contents.evidence import note_anchor
from dashboard.language import Language, Text

STYLE_SHEET = Path(__file__).parent.parent / "static" / "pages.css"

PRINTED = Text(de="gedruckt als {address}, berichtigt", en="printed as {address}, mended")
NO_ADDRESS = Text(de="ohne Adresse", en="without an address")
BACK = Text(de="zurück zur Textstelle", en="back to the text")
FILTER_BY = Text(de="Ereignisse mit „{name}“ zeigen", en="Show events with “{name}”")


def tag(name: str, html: str, classes: str = "", **attributes: str) -> str:
    """An element; an attribute's `_` stands for `-`, a trailing one is dropped, an empty value leaves it out."""
    attributes = {"class": classes, **attributes}
    written = "".join(f' {key.rstrip("_").replace("_", "-")}="{escape(text)}"' for key, text in attributes.items() if text)
    return f"<{name}{written}>{html}</{name}>"


def link(href: str, html: str, classes: str = "", **attributes: str) -> str:
    """A link inside the application."""
    return tag("a", html, classes, href=href, **attributes)


def outside(url: str, html: str, classes: str = "") -> str:
    """A link to another site in its own tab, which learns nothing of this one; no link at all where it is not http(s)."""
    if not is_web(url):
        return html
    return tag("a", html, classes, href=url, target="_blank", rel="noopener noreferrer")


def is_web(url: str) -> bool:
    """Whether an address may become a link: http or https with a host. Anything else could run a script."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc)


def chip(value: Value, href: str, lang: Language, html: str = "") -> str:
    """A value that narrows the selection to itself, shown by its name or as `html`."""
    return link(href, html or escape(value.name), "chip", title=FILTER_BY(lang, name=value.name))


def status(status_id: str, word: str) -> str:
    """A status as sign and word; the sign is for the eye alone."""
    sign = tag("span", STATUS_SIGNS.get(status_id, "?"), "sign", aria_hidden="true")
    return tag("span", f"{sign} {escape(word)}", f"status status-{escape(status_id)}")


def own_badge(words: str) -> str:
    """The mark of an event of an own briefing."""
    return tag("span", escape(words), "own-badge")


def definitions(pairs: Iterable[tuple[str, str]], classes: str = "facts") -> str:
    """A list of terms and what they are; a pair without HTML is left out."""
    return tag("dl", "".join(f"<dt>{escape(term)}</dt><dd>{html}</dd>" for term, html in pairs if html), classes)


def notes(sources: Iterable[Source], lang: Language, back: Mapping[str, str], weak: bool = False) -> str:
    """Footnotes as a list. `back` leads from a number to its marker's anchor; `weak` ones stand back."""
    items = [_note(source, lang, back.get(source.number, "")) for source in sources]
    return tag("ul", "".join(items), "notes weak" if weak else "notes")


def _note(source: Source, lang: Language, back: str) -> str:
    title = tag("cite", outside(source.url, escape(source.title)), lang=source.language_code)
    facts = [escape(fact) for fact in (source.publisher, source.date, source.language) if fact]
    if not source.url:
        facts.append(NO_ADDRESS(lang))
    if source.printed and source.url:
        facts.append(PRINTED(lang, address=escape(source.printed)))
    number = escape(source.number)
    number = link(f"#{back}", number, "number", title=BACK(lang)) if back else tag("span", number, "number")
    html = f'{number}<div>{title}<div class="quiet">{" · ".join(facts)}</div></div>'
    return tag("li", html, id=note_anchor(source.number))


def table(
    heads: Sequence[str],
    rows: Iterable[Sequence[str]],
    caption: str = "",
    numbers: frozenset[int] = frozenset(),
    foot: Sequence[str] = (),
) -> str:
    """A table; cells are HTML, the first of a row is its head, the columns in `numbers` stand to the right.

    It scrolls sideways by itself where the page is too narrow, and takes part in the keyboard's path so that it can.
    """
    head = "".join(f'<th scope="col"{_right(n, numbers)}>{escape(text)}</th>' for n, text in enumerate(heads))
    html = tag("caption", escape(caption)) if caption else ""
    html += tag("thead", tag("tr", head)) + tag("tbody", "".join(_cells(row, numbers) for row in rows))
    html += tag("tfoot", _cells(foot, numbers)) if foot else ""
    return tag("div", tag("table", html, "plain"), "scroll", tabindex="0", role="region", aria_label=caption or heads[0])


def _cells(row: Sequence[str], numbers: frozenset[int]) -> str:
    first, *others = row
    cells = "".join(f"<td{_right(n, numbers)}>{cell}</td>" for n, cell in enumerate(others, 1))
    return tag("tr", tag("th", first, scope="row") + cells)


def _right(column: int, numbers: frozenset[int]) -> str:
    return ' class="num"' if column in numbers else ""
