from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.contents.marked_text import Marker, Span, marked


class Reader(HTMLParser):
    """Collects the text and what is marked in it; fails on tags that are not closed in order."""

    def __init__(self):
        super().__init__()
        self.text, self.open, self.marked, self.stops, self.notes, self.in_note = "", [], {}, 0, 0, False

    def handle_starttag(self, tag, attrs):
        attributes = dict(attrs)
        self.open.append((tag, attributes.get("class", "").removeprefix("mark mark-")))
        self.stops += "tabindex" in attributes
        self.in_note = self.in_note or tag == "sup"

    def handle_endtag(self, tag):
        assert self.open.pop()[0] == tag
        if tag == "sup":
            self.in_note = False
        if tag == "p":
            self.text += "\n\n"

    def handle_data(self, data):
        if self.in_note:
            self.notes += 1
            return
        self.text += data
        for tag, field in self.open:
            if tag == "mark":
                self.marked[field] = self.marked.get(field, "") + data


def read(html):
    reader = Reader()
    reader.feed(html)
    assert not reader.open
    return reader


TEXT = "Am 2. März trafen sich A & B in Peking.\n\nEs war <kalt>."

CASES = [
    ("plain", [], "<p>Am 2. März trafen sich A &amp; B in Peking.</p><p>Es war &lt;kalt&gt;.</p>"),
    (
        "one",
        [Span(3, 10, "date", "Datum")],
        '<mark class="mark mark-date" tabindex="0" data-label="Datum" title="Datum">2. März</mark>',
    ),
    ("no label", [Span(3, 10, "hit")], '<mark class="mark mark-hit">2. März</mark>'),
    (
        "nested",
        [Span(0, 39, "passage"), Span(3, 10, "date")],
        '<mark class="mark mark-passage">Am <mark class="mark mark-date">2. März</mark> tr',
    ),
    (
        "crossing",
        [Span(0, 5, "a"), Span(3, 10, "b")],
        '>Am <mark class="mark mark-b">2.</mark></mark><mark class="mark mark-b"> März</mark> trafen',
    ),
    ("quotes", [Span(0, 2, "a", 'x" onclick="y')], 'data-label="x&quot; onclick=&quot;y"'),
]


@pytest.mark.parametrize(("name", "spans", "expected"), CASES, ids=[case[0] for case in CASES])
def test_marks(name, spans, expected):
    assert expected in marked(TEXT, spans)


def test_footnote_markers_are_links_behind_their_word():
    html = marked(TEXT, [Span(32, 38, "place")], [Marker(39, "3", "#n3", key="r1", label="Fußnote 3")])
    assert 'Peking</mark>.<sup class="note" id="r1"><a href="#n3" aria-label="Fußnote 3">3</a></sup></p>' in html


def test_a_span_over_two_paragraphs_is_visited_once():
    reader = read(marked(TEXT, [Span(0, len(TEXT), "passage", "Textstelle")]))
    assert reader.stops == 1
    assert reader.marked["passage"] == TEXT.replace("\n\n", "")


@pytest.mark.parametrize("span", [Span(3, 3, "date"), Span(5, 999, "date"), Span(9, 4, "date"), Span(-1, 4, "date")])
def test_what_lies_outside_is_refused(span):
    with pytest.raises(ValueError, match="outside"):
        marked(TEXT, [span])
    with pytest.raises(ValueError, match="marker 1"):
        marked(TEXT, [], [Marker(999, "1", "#n1")])


texts = st.text(alphabet="ab<>&\"' \n", min_size=1, max_size=40)


@given(texts, st.data())
def test_any_spans_give_well_formed_html_and_lose_no_word(text, data):
    ends = st.lists(st.tuples(st.integers(0, len(text)), st.integers(0, len(text))), max_size=6)
    spans = [Span(*sorted(pair), f"f{n}", "x") for n, pair in enumerate(data.draw(ends)) if pair[0] != pair[1]]
    marks = [Marker(position, "1", "#n") for position in data.draw(st.lists(st.integers(0, len(text)), max_size=3))]
    reader = read(marked(text, spans, marks))
    assert "".join(reader.text.split()) == "".join(text.split())
    for span in spans:
        assert "".join(reader.marked.get(span.field, "").split()) == "".join(text[span.start : span.end].split())
    assert reader.stops <= len(spans)
    assert reader.notes == (len(marks) if text.strip("\n") else 0)
