"""Dates: every form, every use, and what looks like a date and is none."""

from datetime import date

import pytest

from loaders.dates import DateContext, Period, find_dates, heading_period, heading_periods, impossible_dates, read_dates
from loaders.vocabulary import default
from tests.loaders.gold_dates import score

CONTEXT = DateContext("2021-Q1")


def found(text, context=CONTEXT):
    return [(mention.text, mention.period.edtf) for mention in find_dates(text, context)]


GERMAN = [
    ("am 3. Mai 2021", "3. Mai 2021", "2021-05-03"),
    ("am 03. Mai 2021", "03. Mai 2021", "2021-05-03"),
    ("am 3.Mai 2021", "3.Mai 2021", "2021-05-03"),
    ("am 3. MAI 2021", "3. MAI 2021", "2021-05-03"),
    ("den 1. Jan. 2021", "1. Jan. 2021", "2021-01-01"),
    ("am 3. Jänner 2021", "3. Jänner 2021", "2021-01-03"),
    ("am ersten Mai 2021", "ersten Mai 2021", "2021-05-01"),
    ("am 3. Mai des Jahres 2021", "3. Mai des Jahres 2021", "2021-05-03"),
    ("am 13.06.2019 in Bischkek", "13.06.2019", "2019-06-13"),
    ("am 13. 6. 2019 in Bischkek", "13. 6. 2019", "2019-06-13"),
    ("am 13.06.19 in Bischkek", "13.06.19", "2019-06-13"),
    ("am 13.6. in Bischkek", "13.6.", "2020-06-13"),
    ("am 2021-06-13 in Bischkek", "2021-06-13", "2021-06-13"),
    ("am 2021-06-13T10:00:00Z in Bischkek", "2021-06-13", "2021-06-13"),
    ("am 16. und 17. September 2021", "16. und 17. September 2021", "2021-09-16/2021-09-17"),
    ("am 16.und 17.September2021", "16.und 17.September2021", "2021-09-16/2021-09-17"),
    ("am 16. und\n17. September\n2021", "16. und\n17. September\n2021", "2021-09-16/2021-09-17"),
    ("am 13./14. Juni 2021", "13./14. Juni 2021", "2021-06-13/2021-06-14"),
    ("am 3., 4. und 5. Mai 2021", "3., 4. und 5. Mai 2021", "2021-05-03/2021-05-05"),
    ("3. – 5. Juli 2021", "3. – 5. Juli 2021", "2021-07-03/2021-07-05"),
    ("3.-5. Juli 2021", "3.-5. Juli 2021", "2021-07-03/2021-07-05"),
    ("3.—5. Juli 2021", "3.—5. Juli 2021", "2021-07-03/2021-07-05"),
    ("vom 3. bis zum 5. Juli 2021", "3. bis zum 5. Juli 2021", "2021-07-03/2021-07-05"),
    ("vom 3.\xa0bis 5.\xa0Juli\xa02021", "3.\xa0bis 5.\xa0Juli\xa02021", "2021-07-03/2021-07-05"),
    ("vom 15.–16.9.2022", "15.–16.9.2022", "2022-09-15/2022-09-16"),
    ("vom 15.9. bis 16.9.2022", "15.9. bis 16.9.2022", "2022-09-15/2022-09-16"),
    ("28. Juni bis 2. Juli 2021", "28. Juni bis 2. Juli 2021", "2021-06-28/2021-07-02"),
    ("28. Juni 2021 bis 2. Juli 2021", "28. Juni 2021 bis 2. Juli 2021", "2021-06-28/2021-07-02"),
    ("28. Dezember 2019 bis 3. Januar 2020", "28. Dezember 2019 bis 3. Januar 2020", "2019-12-28/2020-01-03"),
    ("28. Dezember bis 3. Januar 2020", "28. Dezember bis 3. Januar 2020", "2019-12-28/2020-01-03"),
    ("28. Dezember 2019 bis 3. Januar", "28. Dezember 2019 bis 3. Januar", "2019-12-28/2020-01-03"),
    ("zwischen dem 3. und dem 5. Mai 2021", "3. und dem 5. Mai 2021", "2021-05-03/2021-05-05"),
    ("zwischen 3. Mai und 7. Juni 2021", "3. Mai und 7. Juni 2021", "2021-05-03/2021-06-07"),
    ("von Montag, 3. Mai, bis Freitag, 7. Mai 2021", "3. Mai, bis Freitag, 7. Mai 2021", "2021-05-03/2021-05-07"),
    ("seit dem 1. Januar 2021", "1. Januar 2021", "2021-01-01"),
    ("im Mai 2022", "Mai 2022", "2022-05"),
    ("im Mai und Juni 2022", "Mai und Juni 2022", "2022-05/2022-06"),
    ("Juni/Juli 2022", "Juni/Juli 2022", "2022-06/2022-07"),
    ("von November 2018 bis Juni 2019", "November 2018 bis Juni 2019", "2018-11/2019-06"),
    ("von November bis Februar 2019", "November bis Februar 2019", "2018-11/2019-02"),
    ("Anfang Juni 2021", "Anfang Juni 2021", "2021-06"),
    ("Mitte Juni 2021", "Mitte Juni 2021", "2021-06"),
    ("Ende Juni bis Anfang Juli 2021", "Ende Juni bis Anfang Juli 2021", "2021-06/2021-07"),
    ("in der ersten Junihälfte 2021", "ersten Junihälfte 2021", "2021-06"),
    ("am Treffen 06/2021", "06/2021", "2021-06"),
    ("im Sept. 2021", "Sept. 2021", "2021-09"),
    ("im zweiten Quartal 2022", "zweiten Quartal 2022", "2022-34"),
    ("im 2. Quartal 2022", "2. Quartal 2022", "2022-34"),
    ("im III. Quartal des Jahres 2022", "III. Quartal des Jahres 2022", "2022-35"),
    ("in Q3/2022", "Q3/2022", "2022-35"),
    ("in 2022-Q3", "2022-Q3", "2022-35"),
    ("im ersten und zweiten Quartal 2022", "ersten und zweiten Quartal 2022", "2022-33/2022-34"),
    ("in der ersten Jahreshälfte 2022", "ersten Jahreshälfte 2022", "2022-33/2022-34"),
    ("im 2. Halbjahr 2022", "2. Halbjahr 2022", "2022-35/2022-36"),
    ("im Herbst 2021", "Herbst 2021", "2021-09/2021-11"),
    ("im Winter 2021/22", "Winter 2021/22", "2021-12/2022-02"),
    ("im Jahr 2022", "2022", "2022"),
    ("in den Jahren 2022 und 2023", "2022 und 2023", "2022/2023"),
    ("von 2022 bis 2025", "2022 bis 2025", "2022/2025"),
    ("noch 2021 soll er tagen", "2021", "2021"),
    ("die Alibaba 2017 ins Leben gerufen hat", "2017", "2017"),
    ("bis Ende 2021", "Ende 2021", "2021"),
    ("Ende des Jahres 2021", "Ende des Jahres 2021", "2021"),
    ("im Studienjahr 2023/24", "2023/24", "2023/2024"),
    ("im Studienjahr 2022/2023", "2022/2023", "2022/2023"),
    ("am Sonntag, dem 3. Mai 2021,", "3. Mai 2021", "2021-05-03"),
]

ENGLISH = [
    ("on 3–4 July 2024", "3–4 July 2024", "2024-07-03/2024-07-04"),
    ("on 3 and 4 July 2024", "3 and 4 July 2024", "2024-07-03/2024-07-04"),
    ("from 3 to 4 July 2024", "3 to 4 July 2024", "2024-07-03/2024-07-04"),
    ("between 3 July and 6 August 2024", "3 July and 6 August 2024", "2024-07-03/2024-08-06"),
    ("on September 11–12, 2024", "September 11–12, 2024", "2024-09-11/2024-09-12"),
    ("on September 11 and 12, 2024", "September 11 and 12, 2024", "2024-09-11/2024-09-12"),
    ("September 30 to October 2, 2024", "September 30 to October 2, 2024", "2024-09-30/2024-10-02"),
    ("30 June - 2 July 2024", "30 June - 2 July 2024", "2024-06-30/2024-07-02"),
    ("the 12th of September 2024", "12th of September 2024", "2024-09-12"),
    ("on the first of May 2021", "first of May 2021", "2021-05-01"),
    ("on 12 September, 2024, the council", "12 September, 2024", "2024-09-12"),
    ("on Sept. 3, 2024", "Sept. 3, 2024", "2024-09-03"),
    ("on July 3 the council met", "July 3", "2020-07-03"),
    ("on Monday, May 3, 2021", "May 3, 2021", "2021-05-03"),
    ("on 04/07/2024", "04/07/2024", "2024-07-04"),
    ("on 04/17/2024", "04/17/2024", "2024-04-17"),
    ("on 2024-07-04", "2024-07-04", "2024-07-04"),
    ("in May 2024", "May 2024", "2024-05"),
    ("in early June 2024", "early June 2024", "2024-06"),
    ("in mid-June 2024", "mid-June 2024", "2024-06"),
    ("at the end of June 2024", "end of June 2024", "2024-06"),
    ("in the first half of June 2024", "first half of June 2024", "2024-06"),
    ("by the end of 2021", "end of 2021", "2021"),
    ("in the second quarter of 2022", "second quarter of 2022", "2022-34"),
    ("in the first half of 2022", "first half of 2022", "2022-33/2022-34"),
    ("in the autumn of 2022", "autumn of 2022", "2022-09/2022-11"),
    ("from November 2018 to June 2019", "November 2018 to June 2019", "2018-11/2019-06"),
    ("from 2022 to 2025", "2022 to 2025", "2022/2025"),
    ("in 2022–2025", "2022–2025", "2022/2025"),
    ("in 2022-23", "2022-23", "2022/2023"),
]


@pytest.mark.parametrize(("text", "span", "edtf"), GERMAN)
def test_reads_each_german_form(text, span, edtf):
    assert found(f"Der Rat tagte {text} in Astana.") == [(span, edtf)]


@pytest.mark.parametrize(("text", "span", "edtf"), ENGLISH)
def test_reads_each_english_form(text, span, edtf):
    assert found(f"The council of the SCO met {text} in Astana.") == [(span, edtf)]


SEVERAL = [
    ("am 12. und 18. März 2021", [("12.", "2021-03-12"), ("18. März 2021", "2021-03-18")]),
    ("am 3., 5. und 9. Mai 2021", [("3.", "2021-05-03"), ("5.", "2021-05-05"), ("9. Mai 2021", "2021-05-09")]),
    ("am 3., 4. und 9. Mai 2021", [("3., 4.", "2021-05-03/2021-05-04"), ("9. Mai 2021", "2021-05-09")]),
    ("am 29. Mai und 5. Juni 2020", [("29. Mai", "2020-05-29"), ("5. Juni 2020", "2020-06-05")]),
    (
        "vom 3. bis 5. und vom 9. bis 11. Mai 2021",
        [("3. bis 5.", "2021-05-03/2021-05-05"), ("9. bis 11. Mai 2021", "2021-05-09/2021-05-11")],
    ),
    (
        "am 5. und 6. Mai sowie am 8. und 9. Juni 2021",
        [("5. und 6. Mai", "2021-05-05/2021-05-06"), ("8. und 9. Juni 2021", "2021-06-08/2021-06-09")],
    ),
    ("am 13. Mai und am 14. Mai 2021", [("13. Mai", "2021-05-13"), ("14. Mai 2021", "2021-05-14")]),
    ("vom 5. Mai 2021 auf den 10. Juni 2021 verschoben", [("5. Mai 2021", "2021-05-05"), ("10. Juni 2021", "2021-06-10")]),
    ("von 2021 auf 2022 verschoben", [("2021", "2021"), ("2022", "2022")]),
    ("was moved from 5 May 2021 to 10 June 2021", [("5 May 2021", "2021-05-05"), ("10 June 2021", "2021-06-10")]),
    ("am 3. Mai 2021 – 2022 folgte", [("3. Mai 2021", "2021-05-03"), ("2022", "2022")]),
    ("im Mai 2021, 8. Sitzung im Juni 2021", [("Mai 2021", "2021-05"), ("Juni 2021", "2021-06")]),
    ("am 3. Mai 2021\n\n5. Juni 2021", [("3. Mai 2021", "2021-05-03"), ("5. Juni 2021", "2021-06-05")]),
    ("im Herbst 2021, im Winter 2021/22", [("Herbst 2021", "2021-09/2021-11"), ("Winter 2021/22", "2021-12/2022-02")]),
]


@pytest.mark.parametrize(("text", "mentions"), SEVERAL)
def test_parts_times_that_are_several(text, mentions):
    assert found(text) == mentions


NO_DATES = [
    "Resolution 75/268",
    "die Resolutionen 75/268 und 75/269",
    "A/RES/75/268",
    "Nr. 12/2021",
    "Beschluss 12/2021",
    "Resolution 2022",
    "Para. 3",
    "Artikel 5 und 6",
    "35 Millionen Einwohner",
    "2.022 Teilnehmer",
    "mehr als 2022 Teilnehmer",
    "2021 Kilometer Strecke",
    "1.100 Delegierte",
    "zum 20. Jahrestag",
    "die 15. und 16. Sitzung",
    "um 10.30 Uhr",
    "um 8:12 Uhr",
    "Version 2.5.1",
    "192.168.20.21",
    "Tel. +49 30 20212022",
    "https://eng.sectsco.org/news/20210302/2021-03-02.html",
    "www.example.org/2021/05/03/",
    "presse2021@example.org",
    "Covid-19",
    "G-20",
    "24/7",
    "Theresa May sprach",
    "August Hanning sprach",
    "It may be so",
    "A march of 2000 people or more",
    "die zweite Hälfte der Teilnehmer",
    "Am Ende stand eine Erklärung",
    "in den 1990er Jahren",
    "ein Quartal lang",
    "ISO 27001:2022",
    "20 Jahre SCO",
    "in den ersten sieben Monaten des Jahres",
    "drei Tage lang",
    "Kapitel 3.2. und 4.1.",
    "Abschnitte 3.2. und 4.1.",
]


@pytest.mark.parametrize("text", NO_DATES)
def test_numbers_and_names_are_no_dates(text):
    reading = read_dates(f"Der Rat verwies auf {text}.", CONTEXT)
    assert reading == ([], [], [], [])


YEARS = [
    ("2021-Q1", "", "Die Messe wurde von Juni auf Oktober verlegt.", ["2021-06", "2021-10"]),
    ("2021-Q1", "", "The fair was postponed from May to November.", ["2021-05", "2021-11"]),
    ("2021-Q2", "", "The founding on 15 June 2001 was marked on 15 June.", ["2001-06-15", "2021-06-15"]),
    ("2021-Q4", "", "Er soll in der ersten Januarwoche kommen.", ["2022-01"]),
    ("2021-Q1", "", "Der Rat gibt den Vorsitz im September an Astana ab.", ["2021-09"]),
    ("2021-Q3", "", "Am 3. September tagte er. Beschlossen wurde, die Übung im März abzuhalten.", ["2021-09-03", "2022-03"]),
    ("2021-Q2", "", "Am 5. Mai fiel das Forum aus: Astana will es im vierten Quartal ausrichten.", ["2021-05-05", "2021-36"]),
    (
        "2021-Q2",
        "",
        "The talks of 5 May failed: Astana wants to hold them in the fourth quarter.",
        ["2021-05-05", "2021-36"],
    ),
    ("2021-Q1", "", "Dritte Runde: April, Ort offen.", ["2021-04"]),
    # quarter, heading, text, times
    ("2021-Q1", "", "Im Dezember tagte der Rat.", ["2020-12"]),
    ("2021-Q1", "", "Im Dezember soll der Rat tagen.", ["2021-12"]),
    ("2021-Q1", "", "Am 3. März tagte der Rat.", ["2021-03-03"]),
    ("2021-Q1", "", "Am 3. April tagt der Rat.", ["2021-04-03"]),
    ("2021-Q1", "", "Im Juli hatte der Rat getagt.", ["2020-07"]),
    ("2021-Q4", "", "Im Januar soll der Rat tagen.", ["2022-01"]),
    ("2021-Q4", "", "Die Präsidentschaft endet am 1. Januar.", ["2022-01-01"]),
    ("2022-Q1", "", "Die nächste Runde ist für das zweite Quartal vorgesehen.", ["2022-34"]),
    ("2021-Q1", "Gipfel, 21. bis 23. Juli 2019", "Am 22. Juli sprach der Minister.", ["2019-07-22"]),
    ("2021-Q1", "Strategie 2025-2035", "Am 22. März sprach der Minister.", ["2021-03-22"]),
    ("2020-Q1", "", "Er tagte am 15. August 2019 und reiste am 20. August ab.", ["2019-08-15", "2019-08-20"]),
    ("2020-Q1", "", "Am 28. Dezember 2018 kam er, am 3. Januar ging er.", ["2018-12-28", "2019-01-03"]),
    ("2020-Q1", "", "Die SCO entstand am 15. Juni 2001. Am 3. März tagte der Rat.", ["2001-06-15", "2020-03-03"]),
    ("2020-Q1", "", "Am 29. Februar sprach der Minister.", ["2020-02-29"]),
    ("2020-Q1", "", "Vom 28. Dezember bis 3. Januar reiste er.", ["2019-12-28/2020-01-03"]),
    ("2021-Q4", "", "Im ersten und im vierten Quartal tagte der Rat.", ["2021-33", "2021-36"]),
    ("2021-Q1", "", "Vor dem Gipfel in Astana im September 2021 soll das Forum tagen.", ["2021"]),
    ("2021-Q1", "", "Noch vor dem Gipfel im September soll das Forum 2021 tagen.", ["2021"]),
    ("2021-Q1", "", "Vor dem Gipfel im September 2020 hatte das Forum getagt.", ["2020-09"]),
    ("2021-Q1", "", "Im Juni dieses Jahres soll der Rat tagen.", ["2021-06"]),
    ("2021-Q1", "", "Im Mai und Juni des vergangenen Jahres tagte der Rat.", ["2020-05/2020-06"]),
    ("2021-Q1", "", "Am 3. Mai letzten Jahres tagte der Rat.", ["2020-05-03"]),
    ("2021-Q1", "", "The council will meet in January next year.", ["2022-01"]),
    ("2021-Q1", "", "Am 3. Mai 2019 tagte der Rat, im Juli desselben Jahres der Beirat.", ["2019-05-03", "2019-07"]),
    ("", "Gipfel, Juli 2019", "Am 22. Juli sprach der Minister.", ["2019-07-22"]),
    ("", "", "Am 3. Mai 2019 tagte der Rat. Am 22. Juli sprach der Minister.", ["2019-05-03", "2019-07-22"]),
]


@pytest.mark.parametrize(("quarter", "heading", "text", "times"), YEARS)
def test_takes_a_missing_year_from_the_context(quarter, heading, text, times):
    assert [mention.period.edtf for mention in find_dates(text, DateContext(quarter, heading))] == times


def test_tells_what_the_year_comes_from():
    text = "Am 3. Mai 2021 tagte der Rat. Am 5. Mai ging er. Am gleichen Tag folgte ein Empfang."
    assert [mention.kind for mention in find_dates(text, CONTEXT)] == ["absolute", "incomplete", "relative"]


BEFORE = "Vom 3. bis 6. Mai 2019 tagte der Rat. Am 5. Mai 2019 sprach der Minister. "
RELATIVE = [
    (
        "Am 3. Mai 2021 tagte der Rat. Geplant ist ein Lager, das am 5. Juli beginnen soll. Einen Tag zuvor sprach er.",
        "2021-05-02",
    ),
    (
        "The council met on 3 May 2021. It drew up a plan, to be signed on 5 July 2021. A day earlier he had arrived.",
        "2021-05-02",
    ),
    ("Am 3. Mai 2021 tagte der Rat, der am 5. Mai wieder tagen soll, und einen Tag später reiste er ab.", "2021-05-06"),
    ("Das Land wählte am 3. Mai 2021. Zwei Tage nach der Wahl lag der Bericht vor.", "2021-05-05"),
    ("Am gleichen Tag reiste er ab.", "2019-05-05"),
    ("Noch am selben Tag reiste er ab.", "2019-05-05"),
    ("Zwei Tage später reiste er ab.", "2019-05-07"),
    ("Zwei Tage danach reiste er ab.", "2019-05-07"),
    ("Einen Tag zuvor war er angereist.", "2019-05-04"),
    ("Am Vortag war er angereist.", "2019-05-04"),
    ("Tags darauf reiste er ab.", "2019-05-06"),
    ("Am Folgetag reiste er ab.", "2019-05-06"),
    ("Am zweiten Tag gab es einen Empfang.", "2019-05-04"),
    ("Am letzten Tag gab es einen Empfang.", "2019-05-06"),
    ("Zum Abschluss des Treffens gab es einen Empfang.", "2019-05-06"),
    ("Eine Woche später reiste er ab.", "2019-05-12"),
    ("Im selben Monat tagte der Beirat.", "2019-05"),
    ("Drei Monate später tagte der Beirat.", "2019-08"),
    ("Im selben Jahr tagte der Beirat.", "2019"),
    ("Im Folgejahr tagte der Beirat.", "2020"),
    ("Zwei Jahre zuvor war er gegründet worden.", "2017"),
    ("Im vergangenen Jahr tagte der Beirat.", "2020"),
    ("Im kommenden Jahr soll der Beirat tagen.", "2022"),
    ("Bis Jahresende soll der Beirat tagen.", "2021"),
    ("Vor zehn Jahren entstand der Beirat.", "2011"),
    ("On the same day he left.", "2019-05-05"),
    ("Two days later he left.", "2019-05-07"),
    ("The day before, he had arrived.", "2019-05-04"),
    ("On the second day there was a reception.", "2019-05-04"),
    ("A week later he left.", "2019-05-12"),
    ("Later that year the board met.", "2019"),
    ("Last year the board met.", "2020"),
]


@pytest.mark.parametrize(("text", "edtf"), RELATIVE)
def test_resolves_a_phrase_from_the_text_before_it(text, edtf):
    last = find_dates(BEFORE + text, CONTEXT)[-1]
    assert (last.period.edtf, last.kind) == (edtf, "relative")


def test_a_phrase_finds_its_base_in_the_heading():
    context = DateContext("2021-Q1", "Forum in Nanchang, 28. – 30. Januar 2021")
    text = "Am zweiten Tag sprach der Minister, zum Abschluss unterzeichneten beide eine Erklärung."
    assert [mention.period.edtf for mention in find_dates(text, context)] == ["2021-01-29", "2021-01-30"]


def test_a_phrase_beside_its_own_date_is_no_second_time():
    assert found("Am 28. Mai 2020 tagten sie. Eine Woche zuvor, am 21. Mai, kam die Delegation.")[1:] == [
        ("21. Mai", "2020-05-21")
    ]
    assert found("Zum Abschluss des Vorsitzes kam der Rat am 30. Oktober 2020 zusammen.") == [("30. Oktober 2020", "2020-10-30")]


FRAMED = [
    "Unter den vielen Treffen des Frühjahrs ragte das Forum heraus, das am 29. Mai 2031 begann.",
    "Ihre für die letzte Maiwoche in Omsk angesetzte Sitzung fand am 29. Mai 2031 statt.",
    "Of the meetings of the spring that of 29 May 2031 stood out.",
    "The session scheduled for the last week of May 2031 took place on 29 May 2031.",
]


@pytest.mark.parametrize("text", FRAMED)
def test_a_time_that_frames_a_finer_one_is_none_of_its_own(text):
    assert [mention.period.edtf for mention in find_dates(text, DateContext("2031-Q2"))] == ["2031-05-29"]


def test_a_time_that_frames_no_finer_one_stays():
    text = "Die für Mai angesetzte Sitzung fiel aus, das Forum am 29. Juni 2031 fand statt."
    assert [edtf for _, edtf in found(text, DateContext("2031-Q2"))] == ["2031-05", "2031-06-29"]


_BEFORE_RANGE = ["2031-06-03/2031-06-06", "2031-06-02"]
COUNTED = [
    ("Einen Tag nachdem Kirgisistan am 13. Juni 2031 die Übung begonnen hatte, kam die Erklärung.", ["2031-06-14", "2031-06-13"]),
    ("Vom 3. bis 6. Juni 2031 tagte der Rat. Einen Tag, bevor die Minister eintrafen, prüften Fachleute sie.", _BEFORE_RANGE),
    ("The council met from 3 to 6 June 2031. Experts saw the drafts a day before the ministers arrived.", _BEFORE_RANGE),
    (
        "Am 3. Juni 2031 tagte er. Er warb dafür, auf dem Gipfel am 3. und 4. Juli den Plan zu billigen. Tags darauf ging er.",
        ["2031-06-03", "2031-07-03/2031-07-04", "2031-06-04"],
    ),
    ("Drei Tage nach dem Treffen vom 3. Juni 2031 kam der Text.", ["2031-06-06", "2031-06-03"]),
    ("Drei Tage vor Beginn des Gipfels am 6. Juni 2031 kam der Text.", ["2031-06-03", "2031-06-06"]),
    ("Am 3. Juni 2031 tagte der Rat. Am darauffolgenden Freitag reiste er ab.", ["2031-06-03", "2031-06-06"]),
    ("The council met on 3 June 2031. He spoke to the minister the following Monday.", ["2031-06-03", "2031-06-09"]),
    (
        "Einen Tag nachdem am 13. Juni 2031 die Übung begonnen hatte, kam ein Bericht. Noch am selben Abend wies er ihn zurück.",
        ["2031-06-14", "2031-06-13", "2031-06-14"],
    ),
    ("Vom 3. bis 6. Juni 2031 tagte der Rat. Am vorletzten Tag sprach er.", ["2031-06-03/2031-06-06", "2031-06-05"]),
    ("The council met from 3 to 6 June 2031. On the 4th Omsk forum he spoke.", ["2031-06-03/2031-06-06"]),
    ("The council met from 3 to 6 June 2031. On the 4th the minister signed a loan.", ["2031-06-03/2031-06-06", "2031-06-04"]),
    ("The council met on 3 June 2031. In the afternoon of 5 June it ended.", ["2031-06-03", "2031-06-05"]),
]


@pytest.mark.parametrize(("text", "times"), COUNTED)
def test_counts_days_from_what_is_told_before_or_after(text, times):
    assert [edtf for _, edtf in found(text)] == times


BEGUN_AND_ENDED = [
    "Das Forum begann am 3. Juni 2031 und wurde vier Tage darauf beschlossen.",
    "Die Messe wurde am 3. Juni 2031 in Omsk eröffnet und vier Tage später beendet.",
    "Am 3. Juni 2031 begann die Übung und ging am 7. Juni zu Ende.",
    "Die Übung begann am 3. Juni 2031 in Omsk, am 7. Juni ging sie zu Ende.",
    "Am 3. Juni 2031 wurde die Messe eröffnet; sie schloss am 7. Juni.",
    "Die Messe startete am 3. Juni 2031 und dauerte bis zum 7. Juni.",
    "The fair opened on 3 June 2031 in Omsk and closed four days later.",
    "The exercise got under way on 3 June 2031 and was over four days later.",
    "The drill began on 3 June 2031 and ran until 7 June.",
]
BEGUN_AND_MORE = [
    "Am 3. Juni 2031 wurde die Messe eröffnet; der Rat tagte am 7. Juni.",
    "Am 3. Juni 2031 begann der Gipfel, das Forum endete am 7. Juni.",
    "Die Übung begann am 3. Juni 2031, und am 7. Juni tagte der Rat.",
    "Am 3. Juni 2031 eröffnete er das Zentrum und vier Tage später reiste er ab.",
    "On 3 June 2031 he opened the centre and four days later he left.",
    "Er reiste am 3. Juni 2031 an und wurde vier Tage darauf empfangen.",
]


@pytest.mark.parametrize("text", BEGUN_AND_ENDED)
def test_a_beginning_and_its_end_are_one_time(text):
    assert [edtf for _, edtf in found(text)] == ["2031-06-03/2031-06-07"]


@pytest.mark.parametrize("text", BEGUN_AND_MORE)
def test_a_beginning_and_something_else_are_two_times(text):
    assert [edtf for _, edtf in found(text)] == ["2031-06-03", "2031-06-07"]


def test_a_plan_with_years_leaves_the_last_day_of_the_meeting_its_own_time():
    text = "Vom 3. bis 6. Mai 2021 tagte der Rat. Zum Abschluss des Treffens billigte er den Aktionsplan 2022–2025."
    assert ("Zum Abschluss des Treffens", "2021-05-06") in found(text)


def test_a_phrase_without_a_base_is_told_and_not_guessed():
    reading = read_dates("Zwei Tage später reiste er ab.", DateContext("2021-Q1"))
    assert reading.mentions == []
    assert reading.unresolved == [(0, 16, "Zwei Tage später")]


@pytest.mark.parametrize(
    "text",
    [
        "Am 3. Mai 2021 tagte der Rat, drei Monate später als zunächst vorgesehen.",
        "Am 3. Mai 2021 tagte der Rat. Er endete zwei Tage früher als üblich.",
        "The council met on 3 May 2021, two days earlier than usual.",
        "The council met on 3 May 2021, a month later than planned.",
    ],
)
def test_a_comparison_is_no_time_of_its_own(text):
    assert [mention.period.edtf for mention in find_dates(text, DateContext("2021-Q2"))] == ["2021-05-03"]


def test_a_date_that_nothing_completes_is_told_and_not_guessed():
    assert read_dates("Am 3. Mai tagte er.", DateContext()) == ([], [], [(3, 9, "3. Mai")], [])


def test_a_day_that_the_quarters_year_lacks_is_of_another_year_only_where_that_is_named():
    told, _, unresolved, _ = read_dates("Am 29. Februar tagte der Rat.", DateContext("2021-Q1"))
    assert (told, [words for *_, words in unresolved]) == ([], ["29. Februar"])
    assert [mention.period.edtf for mention in find_dates("2020 tagte er am 29. Februar.", DateContext("2021-Q1"))][-1:] == [
        "2020-02-29"
    ]
    assert [mention.period.edtf for mention in find_dates("Am 29. Februar tagte er.", DateContext("2024-Q1"))] == ["2024-02-29"]


IMPOSSIBLE = [
    ("am 31. Februar 2021", ["31. Februar 2021"]),
    ("am 31. Juni", ["31. Juni"]),
    ("am 29. Februar 2021", ["29. Februar 2021"]),
    ("am 30.02.2021", ["30.02.2021"]),
    ("am 12.13.2021", ["12.13.2021"]),
    ("am 2021-02-30", ["2021-02-30"]),
    ("am 35. Mai 2021", ["35. Mai 2021"]),
    ("im fünften Quartal 2021", ["fünften Quartal 2021"]),
    ("vom 17. bis 16. September 2021", ["17. bis 16. September 2021"]),
    ("vom 5. Mai 2022 bis 3. Mai 2021", ["5. Mai 2022 bis 3. Mai 2021"]),
    ("am 29. Februar 2020", []),
    ("am 31. Mai 2021", []),
]


@pytest.mark.parametrize(("text", "dates"), IMPOSSIBLE)
def test_reports_dates_that_no_calendar_has(text, dates):
    faults = impossible_dates(text)
    assert [fault[2] for fault in faults] == dates
    assert all(text[start:end] == words for start, end, words in faults)
    assert not dates or find_dates(text, CONTEXT) == []


HEADINGS = [
    ("Gipfel in Sankt Petersburg, 21. bis 23. Juli 2020", "2020-07-21/2020-07-23"),
    ("Agrarzone Yangling und Weltumwelttag, 29. Mai und 5. Juni 2020", "2020-05-29/2020-06-05"),
    ("Antiterrorübung „Manesar Anti-Terror 2022“, 8. – 13. Oktober 2022", "2022-10-08/2022-10-13"),
    ("Gipfel in Duschanbe, 16. und 17. September", "2021-09-16/2021-09-17"),
    ("SCO Summit in Astana, July 3–4, 2024", "2024-07-03/2024-07-04"),
    ("SCO-Strategie 2025-2035", None),
    ("Besuch in Peking", None),
]


@pytest.mark.parametrize(("heading", "edtf"), HEADINGS)
def test_reads_the_time_of_a_heading(heading, edtf):
    period = heading_period(heading, DateContext("2021-Q3"))
    assert (period and period.edtf) == edtf


def test_a_heading_may_give_several_times():
    assert [period.edtf for period in heading_periods("Wahlen, 4. und 11. Oktober 2020", CONTEXT)] == ["2020-10-04", "2020-10-11"]


USES = [
    ("Im Zoll registrierte man zwischen 2016 und 2018 rund 400 Verstöße.", "2016 und 2018", "statistics"),
    ("Es waren 12 Prozent weniger als 2019.", "2019", "statistics"),
    ("The port handled 3 million tonnes, down from 4 million in 2019.", "2019", "statistics"),
    ("Exports came to $30 billion in 2020.", "2020", "statistics"),
    ("Der Umsatz lag bei 5 Milliarden Dollar (2019: 4 Milliarden).", "2019", "statistics"),
    ("Von 2016 bis 2018 tagte der Rat in drei Städten.", "2016 bis 2018", "event"),
    ("Das Land nahm 2019 mehr Gäste auf und tagte.", "2019", "event"),
    ("Sie berieten über das Programm der Zusammenarbeit in Wissenschaft und Kultur bis 2030.", "2030", "name"),
    ("Das Programm wurde vorgestellt und soll bis 2030 anlaufen.", "2030", "event"),
    ("Sacred Steppe 2021 will be held in the hills.", "2021", "name"),
    ("The summit was held in Dushanbe in 2021 and was short.", "2021", "event"),
    ("Der Rat beriet über die Strategie 2025-2035.", "2025-2035", "name"),
    ("Er nahm die SCO-Entwicklungsstrategie bis 2035 an.", "2035", "name"),
    ("Er nahm einen Aktionsplan für 2021 bis 2025 an.", "2021 bis 2025", "name"),
    ("Er nahm den Arbeitsplan der Frauenverbände für die Jahre 2022 und 2023 an.", "2022 und 2023", "name"),
    ("Grundlage ist die Agenda 2030.", "2030", "name"),
    ("Grundlage ist die 2030-Agenda.", "2030", "name"),
    ("Die Übung „Peace Mission 2021“ folgte.", "2021", "name"),
    ("Die Übung Pabbi-Antiterror-2021 folgte.", "2021", "name"),
    ("Das Manöver Peace Mission 2021 folgte.", "2021", "name"),
    ("The exercise Peace Mission 2021 followed.", "2021", "name"),
    ("The council adopted the 2022-2025 action plan.", "2022-2025", "name"),
    ("The council adopted the development strategy until 2035.", "2035", "name"),
    ("Der Handel stieg im Jahr 2020 um 5 Prozent.", "2020", "statistics"),
    ("Im Jahr 2020 wuchs der Handel um 5 Prozent.", "2020", "statistics"),
    ("Der Handelsumsatz 2021 übertraf die Erwartungen.", "2021", "statistics"),
    ("Das sind 5 Prozent mehr gegenüber 2019.", "2019", "statistics"),
    ("Trade grew in 2020 by 5 percent.", "2020", "statistics"),
    ("Stand: 3. Mai 2021", "3. Mai 2021", "publication"),
    ("Die Seite wurde abgerufen am 3. Mai 2021.", "3. Mai 2021", "publication"),
    ("Er tagte in Astana (Xinhua, 3. Mai 2021).", "3. Mai 2021", "publication"),
    ("Er sagte: „Wir tagen noch 2021“.", "2021", "event"),
    ("Er nannte nur „das zweite Halbjahr“.", "zweite Halbjahr", "name"),
    ('He promised premises "by spring".', "spring", "name"),
    ("Der Plan ist für 2022 vorgesehen.", "2022", "event"),
    ("Er nahm 2021 den Aktionsplan an.", "2021", "event"),
    ("Grundlage ist das Umweltkonzept von 2018.", "2018", "event"),
    ("Der Aktionsplan soll von 2022 bis 2025 gelten.", "2022 bis 2025", "event"),
    ("Er schlug vor, 2021 zum Jahr der Kultur zu erklären.", "2021", "event"),
    ("2022 will Indien die Übung „Friendship Border“ abhalten.", "2022", "event"),
    ("Die am 3. Mai 2021 veröffentlichte Erklärung half.", "3. Mai 2021", "event"),
    ("Die Agentur meldete am 3. Mai 2021 den Besuch.", "3. Mai 2021", "event"),
]


@pytest.mark.parametrize(("text", "span", "use"), USES)
def test_tells_what_a_date_is_used_for(text, span, use):
    assert [mention.use for mention in find_dates(text, CONTEXT) if mention.text == span] == [use]


def test_each_row_of_the_words_reads_its_example():
    for name in ("date_words", "date_relatives"):
        for row in default().rows(name):
            times = [mention.period.edtf for mention in find_dates(row["example"], CONTEXT)]
            assert times[-1:] == [row["reads"]] * bool(row["reads"]), (name, row)


def test_each_row_of_the_uses_decides_its_example():
    for row in default().rows("date_uses"):
        before, span, after = row["example"].replace("]", "[").split("[")
        mentions = find_dates(before + span + after, CONTEXT)
        uses = {mention.text: mention.use for mention in mentions if mention.start == len(before)}
        if row["use"] == "bound":
            assert [mention.period.precision for mention in mentions] == ["year"]
        else:
            assert uses == ({} if row["use"] == "number" else {span: row["use"]}), row


BASES = [
    ("Am 3. Juni 2031 traf er den Minister. Zwei Tage nach der Begegnung flog er heim.", ["2031-06-03", "2031-06-05"]),
    ("Der Gipfel war am 3. Juni 2031. Am 9. Juni 2031 kam ein Gast, zwei Tage vor dem Gipfel schon der Koch.", "2031-06-01"),
    ("Am 3. und 4. Juni 2031 tagte der Rat. Am 4. Juni 2031 sprach er. Einen Tag vor Beginn war er da.", "2031-06-02"),
    ("The council met on 3 and 4 June 2031. He spoke on 4 June. The evening before the opening they dined.", "2031-06-02"),
    ("Am 3. Juni 2031 rief er an. Die Kämpfe hatten in der Nacht zuvor begonnen.", "2031-06-02"),
    ("He called on 3 June 2031. The previous night fighting had begun.", "2031-06-02"),
    ("Vom 3. bis 6. Juni 2031 tagte der Rat. Am 5. trafen sich die Gäste.", "2031-06-05"),
    ("Am 3. Juni 2031 tagte der Rat. Am 5. ordentlichen Treffen nahm er teil.", ["2031-06-03"]),
    ("The race planned for 7 June 2031 was run on the 14th instead.", "2031-06-14"),
    ("The council met on 3 June 2031. On the 28th anniversary it spoke.", ["2031-06-03"]),
    ("The council met on 17 and 18 June 2031. On the Wednesday he left.", "2031-06-18"),
    ("Am 17. und 18. Juni 2031 tagte der Rat. Am Freitag reiste er ab.", "2031-06-20"),
    ("He spoke at the end of June 2031. The bank, founded on 26 May 2005, met on the 28th.", "2031-06-28"),
    ("Er wird im August 2031 reisen; das Land ist Partner seit 1. Juni.", "2031-06-01"),
    ("He will travel in August 2031; the country has been a partner since 1 June.", "2031-06-01"),
    ("Seit September tagt der Rat.", "2030-09"),
    ("Ursprünglich hatte er Ende August anvisiert.", "2031-08"),
    ("Schon im Mai hatte der Rat auf seiner Sitzung am 3. Mai zugestimmt.", ["2031-05-03"]),
    ("Im Mai tagte der Rat, und am 3. Mai kam ein Gast.", ["2031-05", "2031-05-03"]),
    ("September: Omsk, Forum\n12. Mai: Perm, Messe", ["2031-09", "2031-05-12"]),
    ("August Hanning: er kam nicht.", []),
]


@pytest.mark.parametrize(("text", "times"), BASES)
def test_counts_from_what_the_words_count_from(text, times):
    told = [edtf for _, edtf in found(text, DateContext("2031-Q2"))]
    assert told == times if isinstance(times, list) else told[-1] == times


@pytest.mark.parametrize(
    ("others", "time"),
    [
        ((), "2031-06-13"),
        (("SCO-Gipfeltreffen in Omsk, 3. und 4. Juni 2031",), "2031-06-06"),
        (("Gipfel in Omsk, 3. Juni 2031", "Gipfel der Nachbarn, 1. Mai 2031"), "2031-06-13"),
    ],
)
def test_what_another_heading_names_is_counted_from_its_date(others, time):
    text = "Am 11. Juni 2031 tagte der Beirat. Zwei Tage nach dem Gipfel gab es eine Parade."
    assert found(text, DateContext("2031-Q2", "", "de", others))[-1][1] == time


EDTF = [
    (Period(date(2021, 9, 16), date(2021, 9, 17), "day"), "2021-09-16/2021-09-17"),
    (Period(date(2021, 9, 1), date(2021, 9, 30), "month"), "2021-09"),
    (Period(date(2021, 4, 1), date(2021, 6, 30), "quarter"), "2021-34"),
    (Period(date(2021, 1, 1), date(2022, 12, 31), "year"), "2021/2022"),
]


@pytest.mark.parametrize(("period", "edtf"), EDTF)
def test_writes_a_period_as_edtf(period, edtf):
    assert period.edtf == edtf


@pytest.mark.parametrize(("first", "last"), [(2020, 2022), (2023, 2024)])
def test_finds_the_annotated_times(first, last, capsys):
    result = score(f"{year}-q{number}" for year in range(first, last + 1) for number in range(1, 5))
    with capsys.disabled():
        print(f"\ndates of {first} to {last}: {result}")
    assert result.recall >= 0.985
    assert result.precision >= 0.97
