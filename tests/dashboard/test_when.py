from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.when import in_words, last_day, quarter_of

CASES = [
    ("2021-09-16", "2021-09-16", "day", "16. September 2021", "16 September 2021"),
    ("2021-09-16", "2021-09-17", "day", "16.–17. September 2021", "16–17 September 2021"),
    ("2022-06-28", "2022-07-02", "day", "28. Juni – 2. Juli 2022", "28 June – 2 July 2022"),
    ("2019-12-28", "2020-01-03", "day", "28. Dezember 2019 – 3. Januar 2020", "28 December 2019 – 3 January 2020"),
    ("2021-03-01", "2021-03-31", "month", "März 2021", "March 2021"),
    ("2021-06-01", "2021-08-31", "month", "Juni – August 2021", "June – August 2021"),
    ("2018-11-01", "2019-06-30", "month", "November 2018 – Juni 2019", "November 2018 – June 2019"),
    ("2021-04-01", "2021-06-30", "quarter", "Q2/2021", "Q2 2021"),
    ("2021-01-01", "2021-06-30", "quarter", "Q1/2021 – Q2/2021", "Q1 2021 – Q2 2021"),
    ("2021-01-01", "2021-12-31", "year", "2021", "2021"),
    ("2023-01-01", "2024-12-31", "year", "2023–2024", "2023–2024"),
]


@pytest.mark.parametrize(("start", "end", "precision", "german", "english"), CASES)
def test_dates_in_words(start, end, precision, german, english):
    first, last = date.fromisoformat(start), date.fromisoformat(end)
    assert in_words(first, last, precision, "de") == german
    assert in_words(first, last, precision, "en") == english


@given(st.dates(date(1990, 1, 1), date(2100, 1, 1)))
def test_a_day_lies_in_the_quarter_it_names(value):
    quarter = quarter_of(value)
    assert value <= last_day(quarter)
    assert quarter_of(last_day(quarter)) == quarter


def test_what_is_no_quarter_is_refused():
    with pytest.raises(ValueError, match="is no quarter"):
        last_day("2021")
