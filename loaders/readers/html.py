"""Reads a saved web page: its text without menus, banners, bylines, related posts, comments, scripts and what is hidden."""

import email
import email.policy
import re
from email.message import EmailMessage

from selectolax.lexbor import LexborHTMLParser, LexborNode

from loaders.document import Briefing, BriefingError, Problem, Words
from loaders.readers import _page
from loaders.readers._assemble import assemble
from loaders.readers._blocks import Block, Page, without_repeats
from loaders.readers._decoding import text_of
from loaders.readers._headings import names_quarter
from loaders.readers._html import Walker
from loaders.readers._page_notes import note_elements
from loaders.readers._page_tree import Tree
from loaders.readers._sniff import TextFormat, text_format
from loaders.readers._struck import struck_page

SUFFIXES = (".html", ".htm", ".xhtml", ".mhtml", ".mht")

_CHARSET = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_ARCHIVE = re.compile(rb"\A(?:[\w-]+:.*\r?\n(?:[ \t].*\r?\n)*)*?(?:MIME-Version|Content-Type):", re.IGNORECASE)
_BOX = 40  # characters
_NO_BODY = Words(
    de="Die Seite hat keinen Inhalt (body); bitte neu als vollständige Seite speichern",
    en="the page has no body; save it again as a whole page",
)
_NO_HTML = Words(
    de="Die gespeicherte Seite enthält kein HTML; bitte neu als „Webseite, komplett“ speichern",
    en="the saved page holds no HTML; save it again as 'web page, complete'",
)
_SITE_NAME = re.compile(r"\s+[|–—·»]\s+[^|–—·»]*$")


def recognises(name: str, head: bytes) -> bool:
    """An HTML page, or the archive of one that browsers save as .mhtml."""
    return text_format(name, head) is TextFormat.HTML


def read(name: str, data: bytes) -> Briefing:
    """The briefing. Raises BriefingError where the page has no text."""
    text, problems = _decoded(name, data)
    text, open_strikes = struck_page(text)
    problems += open_strikes
    root = LexborHTMLParser(text).root
    body = root.css_first("body") if root else None
    if root is None or body is None:
        raise BriefingError(name, _NO_BODY)
    tree = Tree.of(body)
    notes = note_elements(tree, body)
    dropped = _page.around(tree, notes, [style.text() or "" for style in root.css("style")])
    blocks: list[Block] = []
    tooltips: list[Block] = []
    for part in _page.text_roots(tree, dropped, notes):
        walker = Walker(notes, dropped)
        blocks += walker.blocks_in(part)
        tooltips += walker.tooltips
    blocks += tooltips
    problems += _boxes(tree, dropped)
    language = (root.attributes.get("lang") or "")[:2].lower()
    title = _title(root, dropped, blocks)
    page = Page(tuple(without_repeats(blocks)), title=title, language=language, problems=tuple(problems), is_web=True)
    return assemble(page, name, data)


def _decoded(name: str, data: bytes) -> tuple[str, list[Problem]]:
    if _ARCHIVE.match(data[:4000]):
        data, declared = _archived(name, data)
    else:
        found = _CHARSET.search(data[:4000])
        declared = found[1].decode() if found else ""
    try:
        # A page that says ISO-8859-1 means Windows-1252, by the HTML standard; one that is valid UTF-8 is that, whatever it says.
        data.decode("utf-8")
    except UnicodeDecodeError:
        if declared and not re.match(r"utf-?8|utf-?16|iso-8859-1$|latin|us-ascii|windows-1252", declared, re.IGNORECASE):
            try:
                return data.decode(declared), []
            except (LookupError, UnicodeDecodeError):
                pass
    text, problems = text_of(name, data)
    is_told = bool(declared) and not declared.lower().startswith("utf")
    return text, [problem for problem in problems if not (is_told and problem.code == "encoding-guessed")]


def _archived(name: str, data: bytes) -> tuple[bytes, str]:
    """The page inside an archive that a browser saved (.mhtml), and its encoding."""
    message = email.message_from_bytes(data, policy=email.policy.default)
    for part in message.walk():
        if isinstance(part, EmailMessage) and part.get_content_type() == "text/html":
            payload = part.get_payload(decode=True)
            return (payload if isinstance(payload, bytes) else b""), part.get_content_charset() or ""
    raise BriefingError(name, _NO_HTML)


def _boxes(tree: Tree, dropped: frozenset[int]) -> list[Problem]:
    """Boxes beside the text (`aside`) that were left out and are large enough to have told something."""
    boxes = (
        node for own, node in enumerate(tree.nodes) if node.tag == "aside" and node.mem_id in dropped and tree.size[own] > _BOX
    )
    return [Problem("part-left-out", " ".join((node.text() or "").split())[:80]) for node in boxes]


def _title(root: LexborNode, dropped: frozenset[int], blocks: list[Block]) -> str:
    """The title told outside the text: a first heading above it, else the page's own title without the site's name."""
    told = [" ".join((node.text() or "").split()) for node in root.css("h1") if node.mem_id not in dropped]
    told = told if len(told) == 1 else []  # several of them head the parts of the text
    told += [" ".join((node.attributes.get("content") or "").split()) for node in root.css("meta[property='og:title']")]
    told += [" ".join((node.text() or "").split()) for node in root.css("head > title")]
    headings = [block.words for block in blocks[:6] if block.level]
    for title in told:
        if title and (shown := next((words for words in headings if title.startswith(words)), "")):
            return shown
    whole = next((title for title in told if names_quarter(title)), next(filter(None, told), ""))
    return _SITE_NAME.sub("", whole) or whole
