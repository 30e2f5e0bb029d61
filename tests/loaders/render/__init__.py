"""Renders a briefing to the formats that the readers know, in the ways that authors and programs write them.

`FORMATS` maps a file name to the function that renders a briefing as such a file. Reading the file must give the briefing again:
its title, sections, texts, marks and footnotes. The tests demand it, and the measurement of extraction by format rests on it.
"""

from collections.abc import Callable

from loaders.document import Briefing
from tests.loaders.render import html, pdf, text, word

FORMATS: dict[str, Callable[[Briefing], bytes]] = {**text.FORMATS, **html.FORMATS, **word.FORMATS, **pdf.FORMATS}
