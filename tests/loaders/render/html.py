"""Briefings as saved web pages, with all that stands around a text there."""

from collections.abc import Callable
from html import escape

from loaders.document import Briefing, Section
from tests.loaders.render._parts import Piece, paragraphs, slug

_SCRIPT = """
<script>var stand = "3. Mai 2019";</script>
<script type="application/ld+json">{"@type": "Article", "datePublished": "2019-05-03",
"description": "Am 3. Mai 2019 trafen sich Muster und Beispiel in Bern."}</script>"""
_BANNER = """
<div id="cookie-banner" class="overlay"><p>Wir verwenden Cookies. Seit dem 25. Mai 2018 gilt die DSGVO.</p>
<button>Annehmen</button></div>"""
_MENU = """
<nav><ul><li><a href="/">Start</a></li><li><a href="/themen">Themen</a></li><li><a href="/2019">Archiv 2019</a></li></ul></nav>"""
_RELATED = """
<aside class="related-posts"><h2>Das könnte Sie auch interessieren</h2><article><h3>Gipfel in Bern, 4. Juni 2019</h3>
<p>Am 4. Juni 2019 fand in Bern ein Gipfel statt, über den wir ausführlich berichtet haben.</p></article></aside>"""
_COMMENTS = """
<section id="comments"><h2>2 Kommentare</h2><ol class="comment-list">
<li><p>Max schrieb am 5. Mai 2019: In Zürich war es genauso.</p></li><li><p>Danke!</p></li></ol></section>"""
_SHARE = """
<div class="share-buttons"><a href="https://example.org/share">Teilen</a> <a href="https://example.org/mail">E-Mail</a></div>"""
_BYLINE = '<p class="byline">Von Anna Beispiel, <time>3. Mai 2019</time></p>'


def article(briefing: Briefing) -> bytes:
    """A page of a research institute: chrome all around, raised linked marks, notes as a list with links back."""
    body = [
        f"<header><h1>{escape(briefing.title)}</h1>{_BYLINE}</header>",
        _SHARE,
    ]
    for section in briefing.sections:
        name = slug(section.heading)
        body.append(f'<h2 id="{name}">{escape(section.heading)} <a class="anchor" href="#{name}" aria-hidden="true">¶</a></h2>')
        body += (f"<p>{_text(pieces, _linked)}</p>" for pieces in paragraphs(section))
        body.append('<p style="display: none">Am 6. Mai 2019 war hier etwas Unsichtbares in Genf.</p>')
    notes = "".join(
        f'<li id="fn{note.number}"><p>{_note(note.text)} <a href="#fnref{note.number}" class="footnote-backref">↩︎</a></p></li>'
        for note in briefing.footnotes
    )
    contents = "".join(
        f'<li><a href="#{slug(section.heading)}">{escape(section.heading)}</a></li>' for section in briefing.sections
    )
    page = f"""<!DOCTYPE html>
<html lang="de"><head><meta charset="utf-8"><title>{escape(briefing.title)} | Institut für Beispiele</title>{_SCRIPT}
<style>.nur-druck {{ display: none }} @media print {{ .nur-druck {{ display: block }} nav {{ display: none }} }}</style></head>
<body class="single category-news">{_BANNER}<header class="site-header"><a href="/">Institut für Beispiele</a>{_MENU}</header>
<div class="breadcrumb"><a href="/">Start</a> › Analysen › 2019</div>
<main><article class="post has-sidebar"><ul class="inhalt">{contents}</ul>{"".join(body)}
<section class="footnotes" role="doc-endnotes"><hr><ol>{notes}</ol></section>{_SHARE}
<div class="nur-druck">{_printed(briefing.sections)}</div></article>{_COMMENTS}</main>
{_RELATED}<footer><p>© 2019 Institut für Beispiele, gedruckt am 3. Mai 2019</p></footer></body></html>"""
    return page.encode()


def bare(briefing: Briefing) -> bytes:
    """A page without structure: divisions, bold lines as headings, '[1]' in brackets, notes parted by breaks, Windows-1252."""
    parts = [f"<div><b>{escape(briefing.title)}</b></div><div>&nbsp;</div>"]
    for section in briefing.sections:
        parts.append(f"<div><b>{escape(section.heading)}</b></div>")
        parts += (f"<div>{_text(pieces, lambda number: f'[{number}]')}</div>" for pieces in paragraphs(section))
    notes = "<br>\n".join(f"[{note.number}] {_shortened(note.text)}" for note in briefing.footnotes)
    page = (
        '<html><head><meta http-equiv="Content-Type" content="text/html; charset=windows-1252"></head>'
        f"<body>{''.join(parts)}<div>{notes}</div></body></html>"
    )
    return page.encode("cp1252", "xmlcharrefreplace")


def saved_by_word(briefing: Briefing) -> bytes:
    """What Word saves as a page: spans, classes, '[1]' as linked marks, notes in divisions of their own."""
    parts = [f"<p class=MsoTitle>{escape(briefing.title)}</p>"]
    for section in briefing.sections:
        words = escape(section.heading).replace(" ", "\n")
        parts.append(f"<h1><span lang=DE>{words}</span></h1>")
        parts += (f"<p class=MsoNormal><span lang=DE>{_text(pieces, _as_word)}</span></p>" for pieces in paragraphs(section))
    notes = "".join(
        f'<div id=ftn{note.number}><p class=MsoFootnoteText><a href="#_ftnref{note.number}" name="_ftn{note.number}" title="">'
        f"<span class=MsoFootnoteReference>[{note.number}]</span></a><span lang=DE> {escape(note.text)}</span></p></div>"
        for note in briefing.footnotes
    )
    page = f"<html><head><meta charset=utf-8><title>Dokument1</title></head><body><div class=WordSection1>{''.join(parts)}</div>"
    return f'{page}<div><br clear=all><hr align=left size=1 width="33%">{notes}</div></body></html>'.encode()


def _text(pieces: list[Piece], mark: Callable[[str], str]) -> str:
    return "".join(
        escape(words, quote=False).replace("-", "&#8209;" if "14-" in words else "-") + "".join(map(mark, numbers))
        for words, numbers in pieces
    )


def _linked(number: str) -> str:
    return f'<sup id="fnref{number}"><a href="#fn{number}">{number}</a></sup>'


def _as_word(number: str) -> str:
    return f'<a href="#_ftn{number}" name="_ftnref{number}" title=""><span class=MsoFootnoteReference>[{number}]</span></a>'


def _note(text: str) -> str:
    """A note whose address is a link that shows it whole."""
    head, sign, address = text.rpartition("http")
    return f'{escape(head)}<a href="{escape(sign + address)}">{escape(sign + address)}</a>' if sign else escape(text)


def _shortened(text: str) -> str:
    """A note whose address is shown shortened."""
    head, sign, address = text.rpartition("http")
    url = sign + address
    shown = url.partition("://")[2]
    shown = shown[:30] + "…" if len(shown) > 34 else url
    return f'{escape(head)}<a href="{escape(url)}">{escape(shown)}</a>' if sign and " " not in url else escape(text)


def _printed(sections: tuple[Section, ...]) -> str:
    return "".join(f"<h2>{escape(section.heading)}</h2><p>{escape(section.text)}</p>" for section in sections)


FORMATS: dict[str, Callable[[Briefing], bytes]] = {"article.html": article, "bare.htm": bare, "word-page.html": saved_by_word}
