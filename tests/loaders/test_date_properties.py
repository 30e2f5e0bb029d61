"""Dates by property: any period in any form is read back at any place; no text whatever breaks the finder."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from loaders.dates import DateContext, Period, find_dates, read_dates
from loaders.dates import periods as calendar
from tests.loaders.date_forms import MONTHS_DE, MONTHS_EN, english, german

CONTEXT = DateContext("2021-Q1")
YEARS = st.integers(1995, 2060)
FILLERS_DE = (
    "",
    "Die Resolution 75/268 nennt 35 Millionen Einwohner. ",
    "Zum 20. Jahrestag kamen 2.022 Delegierte, die 15. und 16. Sitzung fiel aus.\n\n",
    "Der Rat der Regierungschefs (siehe Nr. 12/2021) tagte um 10.30 Uhr; ",
    "Norow sprach „über Covid-19“ – ",
    "Siehe https://example.org/2021/03/04 und A/RES/75/269. ",
)
FILLERS_EN = (
    "",
    "The resolution 75/268 counts 35 million people. ",
    "On the 20th anniversary the council of 2,022 delegates met for the 15th session.\n\n",
    "See https://example.org/2021/03/04 and A/RES/75/269 of the assembly; ",
)
LEADS_DE = ("Der Rat tagte ", "In Astana traf sich der Rat (", "Seine Sitzung: ", "Gipfel in Astana, ")
LEADS_EN = ("The council of the SCO met ", "In Astana the council of the SCO met (", "The date of the summit: ")
TAILS = ("", " in Astana.", ", in Astana", "; danach", ")", ".\n\nWeiter", " – in Astana", " (Astana)")


@st.composite
def any_period(draw):
    year, month = draw(YEARS), draw(st.integers(1, 12))
    match draw(st.sampled_from(("day", "range", "month", "months", "quarter", "year", "years"))):
        case "day":
            found = draw(st.dates(date(1995, 1, 1), date(2060, 12, 31)))
            return Period(found, found, "day")
        case "range":
            start = draw(st.dates(date(1995, 1, 1), date(2060, 11, 1)))
            return Period(start, date.fromordinal(start.toordinal() + draw(st.integers(1, 40))), "day")
        case "month":
            return calendar.months(year, month)
        case "months":
            return calendar.months(year, month, draw(st.integers(2, 12)))
        case "quarter":
            return calendar.quarter(year, draw(st.integers(1, 4)))
        case "year":
            return calendar.years(year, year)
        case _:
            return calendar.years(year, year + draw(st.integers(1, 10)))


def mutated(draw, form):
    """The form as other programs hand it on: no-break spaces, line ends within it."""
    # Within a date all of figures no more than one character is white space.
    spaces = (" ", "\xa0", "\n", "\u202f") + ((" \n ",) if any(map(str.isalpha, form)) else ())
    space = draw(st.sampled_from(spaces))
    return form.replace(" ", space)


def read_back(draw, period, forms, fillers, leads):
    """Puts one of the forms into a text and expects to find it there, and nothing else."""
    form = mutated(draw, draw(st.sampled_from(list(forms(period)))))
    before = draw(st.sampled_from(fillers)) + draw(st.sampled_from(leads))
    reading = read_dates(before + form + draw(st.sampled_from(TAILS)), CONTEXT)
    assert [(mention.text, mention.start, mention.period) for mention in reading.mentions] == [(form, len(before), period)]
    assert reading.impossible == []


@given(any_period(), st.data())
def test_reads_back_any_german_form_at_any_place(period, data):
    read_back(data.draw, period, german, FILLERS_DE, LEADS_DE)


@given(any_period(), st.data())
def test_reads_back_any_english_form_at_any_place(period, data):
    read_back(data.draw, period, english, FILLERS_EN, LEADS_EN)


@given(st.dates(date(2021, 1, 1), date(2021, 3, 28)), st.integers(0, 3), st.data())
def test_reads_a_day_of_the_quarter_without_its_year(start, days, data):
    period = Period(start, start + timedelta(days), "day")
    forms = [form.removesuffix(" 2021") for form in german(period) if form.endswith(" 2021") and form.count("2021") == 1]
    form = data.draw(st.sampled_from(forms))
    mentions = find_dates(f"Am 5. Mai 2019 entstand der Rat. Er tagte vom {form} in Astana.", CONTEXT)
    assert [(mention.text, mention.period) for mention in mentions[1:]] == [(form, period)]


WORDS = """
1 2. 3 16. 17 31. 32. 0 75/268 2021 2022 1999 2021/22 13.06.2019 31.02.2021 13.6. 2024-07-03 Q3 III. Sept. Jan.
und and bis to – - / , . ; am vom dem der the of in zwischen between Anfang Ende mid- Quartal quarter Halbjahr Herbst
spring Montag, Tag später zwei Tage zuvor letzten Tag zum Abschluss Jahr im selben vor Jahren months ago
Strategie Stand: „Mission “ stieg um 5 Prozent Nr. Resolution https://x.org/2021 (
"""
PIECES = (
    *WORDS.split(),
    *MONTHS_DE,
    *MONTHS_EN,
    "\n",
    "\n\n",
    "\xa0",
    "am letzten Tag",
    "KW",
    "week",
    "W20",
    "III.",
    "Setpember",
    "Jahreswechsel",
    "in der Woche ab",
    "Dienstag, ",
    "",
)
PIECED = st.lists(st.sampled_from(PIECES), max_size=25)


@given(st.text() | PIECED.map(" ".join) | PIECED.map("".join))
def test_no_text_breaks_the_finder(text):
    for quarter in ("", "2021-Q1", "nonsense"):
        mentions, impossible, unresolved, remarks = read_dates(text, DateContext(quarter, text[:60]))
        ends = [0, *(mention.end for mention in mentions)]
        assert all(end <= mention.start < mention.end for end, mention in zip(ends, mentions, strict=False))
        assert all(text[mention.start : mention.end] == mention.text for mention in mentions)
        assert all(mention.period.start <= mention.period.end for mention in mentions)
        assert all(text[start:end] == words for start, end, words in impossible + unresolved)
        assert all(text[start:end] == words for start, end, words, _ in remarks)
