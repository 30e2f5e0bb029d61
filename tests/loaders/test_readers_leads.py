"""Headings in the line of their paragraph, and what notebooks such as Obsidian add to Markdown."""

import io

import docx
import docx.enum.style
import pytest

from loaders.document import Briefing
from loaders.readers import read_briefing_bytes

TITLE = "Q2/2022: Usbekische SCO-Präsidentschaft"
HEADS = ("Messe in Termes, 4. Mai 2022", "Water talks in Osh", "Forum in Nukus, 20. Juni 2022")
TEXTS = (
    "Sie begann am 4. Mai 2022 in Termes und endete zwei Tage später.",
    "On 17 June 2022 the ministers spoke about water in Osh.",
    "Das Forum folgte am 20. Juni 2022 in Nukus, mit vielen Gästen.",
)
PAIRS = list(zip(HEADS, TEXTS, strict=True))


def read(text: str | bytes, name: str = "briefing.md") -> Briefing:
    return read_briefing_bytes(name, text if isinstance(text, bytes) else text.encode())


def sections(briefing: Briefing) -> list[tuple[str, str]]:
    return [(section.heading, section.text) for section in briefing.sections]


@pytest.mark.parametrize("form", ["**{head}:** {text}", "**{head}**: {text}", "**{head}.** {text}", "__{head}__ – {text}"])
def test_headings_in_bold_in_the_line_of_their_paragraph(form):
    body = "\n\n".join(form.format(head=head, text=text) for head, text in PAIRS)
    briefing = read(f"# {TITLE}\n\n{body}\n")
    assert (briefing.title, sections(briefing)) == (TITLE, PAIRS)


def test_the_same_on_a_page_and_in_word():
    body = "".join(f"<p><strong>{head}:</strong> {text}</p>" for head, text in PAIRS)
    assert sections(read(f"<html><body><h1>{TITLE}</h1>{body}</body></html>", "a.html")) == PAIRS
    document = docx.Document()
    document.add_heading(TITLE, 0)
    for head, text in PAIRS:
        paragraph = document.add_paragraph()
        paragraph.add_run(f"{head}.").bold = True
        paragraph.add_run(f" {text}")
    target = io.BytesIO()
    document.save(target)
    assert sections(read(target.getvalue(), "a.docx")) == PAIRS


def test_the_same_in_plain_text():
    dated = [(head if "2022" in head else f"{head}, 17 June 2022", text) for head, text in PAIRS]
    briefing = read("\n\n".join([TITLE, *(f"{head}: {text}" for head, text in dated)]), "a.txt")
    assert (briefing.title, sections(briefing)) == (TITLE, dated)


def test_bold_words_below_headings_and_bold_days_are_text():
    body = "\n\n".join(f"**{head}:** {text}" for head, text in PAIRS)
    assert len(sections(read(f"# {TITLE}\n\n## Lage\n\n{body}\n"))) == 1
    days = "\n\n".join(f"**{day}. Mai 2022:** Man tagte an diesem Tag in Bern." for day in (3, 4, 5))
    assert len(sections(read(f"# {TITLE}\n\n{days}\n"))) == 1


NOTEBOOK = [
    ("Man tagte in [[Bern]] mit der [[Bern#Rat|Führung]] am ==3. Mai==. ^satz-1", "Man tagte in Bern mit der Führung am 3. Mai."),
    ("It met on 3 May %%check this: 4 May?%% in [[Osh#Venue]].\n\n![[map.png]]", "It met on 3 May in Osh."),
    ("> [!note] Vorab\n> Man tagte am 3. Mai.", "Vorab: Man tagte am 3. Mai."),
    ("> [!WARNING]\n> It met on 3 May.", "It met on 3 May."),
    ("Wert 2 == 2 und 10 % am 3. Mai.", "Wert 2 == 2 und 10 % am 3. Mai."),
]


@pytest.mark.parametrize(("printed", "text"), NOTEBOOK)
def test_what_notebooks_add(printed, text):
    assert sections(read(f"# {TITLE}\n\n## Rat\n\n{printed}\n")) == [("Rat", text)]


def test_callouts_are_the_sections_of_a_text_without_headings():
    body = "\n\n".join(
        f"> [!abstract]- {head}\n> {text}^[Seite, in: https://example.org/{n}]" for n, (head, text) in enumerate(PAIRS, 1)
    )
    briefing = read(f"# {TITLE}\n\n{body}\n")
    assert (sections(briefing), len(briefing.footnotes)) == (PAIRS, 3)


@pytest.mark.parametrize("form", ["- **{head}**\n    - {text}", "{n}. **{head}**\n\n    {text}", "* __{head}:__\n\n    {text}"])
def test_bold_items_head_what_stands_below_them(form):
    body = "\n\n".join(form.format(n=n, head=head, text=text) for n, (head, text) in enumerate(PAIRS, start=1))
    assert sections(read(f"# {TITLE}\n\n{body}\n")) == PAIRS


def test_bold_items_without_text_below_are_items():
    body = "\n".join(f"- **{head}**" for head in HEADS)
    assert len(sections(read(f"# {TITLE}\n\nMan tagte am 3. Mai 2022.\n\n{body}\n"))) == 1


@pytest.mark.parametrize("name", ["Heading", "Subheading", "Überschrift", "Zwischenüberschrift"])
def test_styles_of_word_that_head_without_a_number(name):
    document = docx.Document()
    document.add_paragraph(TITLE, style="Title")
    document.styles.add_style(name, docx.enum.style.WD_STYLE_TYPE.PARAGRAPH)
    for head, text in PAIRS:
        document.add_paragraph(head, style=name)
        document.add_paragraph(text)
    target = io.BytesIO()
    document.save(target)
    assert sections(read(target.getvalue(), "a.docx")) == PAIRS
