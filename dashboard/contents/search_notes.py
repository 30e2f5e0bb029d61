"""What is said of a search above its events: where the words stand, and which filter means the same. As HTML."""

from html import escape

from dashboard.contents.html_parts import FILTER_BY, link, tag
from dashboard.filters.facets import FACETS
from dashboard.filters.known_names import known_names
from dashboard.language import Language, Text, counted, number
from dashboard.view import View

OWN = Text(de="{count} im Ereignis", en="{count} in the event itself")
OTHER = Text(de="{count} nur im Abschnitt", en="{count} only in its section")
OTHER_NOTES = Text(de="{count} nur im Abschnitt oder in einer Fußnote", en="{count} only in its section or a footnote")
OWN_HEAD = Text(de="Im Ereignis selbst", en="In the event itself")
OTHER_HEAD = Text(de="Nur im Abschnitt", en="Only in the section")
OTHER_NOTES_HEAD = Text(de="Nur im Abschnitt oder in einer Fußnote", en="Only in the section or a footnote")
INSTEAD = Text(de="Als Filter statt als Wort:", en="As a filter instead of a word:")
EVENTS = (Text(de="Ereignis", en="event"), Text(de="Ereignisse", en="events"))


def search_html(view: View, own: int) -> str:
    """A paragraph on the search of the view, whose words `own` of its events hold themselves; '' without a search."""
    if not view.selection.q:
        return ""
    return _split(view, own) + _instead(view)


def heads(view: View) -> tuple[str, str]:
    """What the two groups of events are called: by their own words, by their surroundings."""
    lang = view.lang
    return OWN_HEAD(lang), (OTHER_NOTES_HEAD if view.selection.notes else OTHER_HEAD)(lang)


def _split(view: View, own: int) -> str:
    lang, other = view.lang, view.count - own
    if not view.count:
        return ""
    parts = [OWN(lang, count=number(own, lang))] if own else []
    parts += [(OTHER_NOTES if view.selection.notes else OTHER)(lang, count=number(other, lang))] if other else []
    return tag("p", escape(", ".join(parts)), "quiet")


def _instead(view: View) -> str:
    lang = view.lang
    links = []
    for known in known_names(view.selection, view.everything):
        facet = FACETS[known.key]
        name = facet.name(view.everything, known.value, lang)
        href = view.url("events", f"{known.key}={known.value}", q="", notes=False)
        words = link(href, escape(f"{facet.label(lang)}: {name}"), title=FILTER_BY(lang, name=name))
        links.append(f"{words} {tag('span', f'({_events(known.count, lang)})', 'quiet')}")
    return tag("p", f"{escape(INSTEAD(lang))} {' · '.join(links)}") if links else ""


def _events(count: int, lang: Language) -> str:
    return escape(counted(count, *EVENTS, lang))
