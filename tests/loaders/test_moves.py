"""Events put off and called off, told beside another date or in the next sentence."""

import re

import pytest

from loaders.move_words import words_of_moves
from loaders.reading import read_rows_bytes
from loaders.vocabulary import default

ROWS = default().rows("move_words")


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['kind']}-{row['language']}")
def test_each_row_finds_its_example(row):
    assert re.search(rf"(?i:{row['pattern']})", row["example"])


def test_each_language_has_each_kind():
    kinds = [sorted(row["kind"] for row in ROWS if row["language"] == language) for language in ("de", "en")]
    assert kinds[0] == kinds[1]


def test_an_unknown_language_has_words():
    assert words_of_moves(default(), "") is not None


def events(language, text):
    head = f"---\nquarter: 2024-Q2\norganisation: SCO\nchair: KZ\nlanguage: {language}\n---\n# Q2/2024\n\n"
    heading = {"de": "Kurz gemeldet", "en": "In brief"}[language]
    rows = read_rows_bytes("2024-q2.md", f"{head}## {heading}\n\n{text}\n".encode())["events"]
    return " ".join(f"{str(row['date_edtf'])[5:]}:{row['status']}" for row in rows)


STORIES = [
    ("de", "Der Rat hätte am 3. Mai tagen sollen, kommt nun aber am 7. Juni zusammen.", "05-03:postponed 06-07:planned"),
    ("de", "Statt am 3. Mai tagen die Bergbauminister nun am 7. Juni.", "05-03:postponed 06-07:planned"),
    ("de", "Statt am 3. Mai fand die Messe erst am 7. Juni statt.", "05-03:postponed 06-07:occurred"),
    ("de", "Das für den 3. Mai vorgesehene Forum sagte Rom am 2. April ab.", "05-03:cancelled 04-02:occurred"),
    ("de", "Die Anhörung rutschte vom 3. auf den 10. Mai.", "05-03:postponed 05-10:planned"),
    ("de", "Neuer Termin für die Messe ist der 9. Juli; vorgesehen war der 3. Mai.", "07-09:planned 05-03:postponed"),
    ("de", "Man traf sich am 9. Juni und nicht, wie angekündigt, am 3. Mai.", "06-09:occurred 05-03:postponed"),
    ("de", "Die Minister sollten am 3. Mai tagen. Der Termin wurde auf den 9. Juni verlegt.", "05-03:postponed 06-09:planned"),
    ("de", "Die Minister sollten am 3. Mai in Omsk tagen. Das Treffen wurde abgesagt.", "05-03:cancelled"),
    ("de", "Für den 3. Mai war eine Gedenkstunde angesetzt. Sie entfiel.", "05-03:cancelled"),
    ("de", "Die im Februar ausgefallene Sitzung holten die Experten am 3. Mai nach.", "02:cancelled 05-03:occurred"),
    ("de", "Übung, 3. bis 5. Mai in Omsk geplant, von Rom am 2. April abgesagt.", "05-03/2024-05-05:cancelled 04-02:occurred"),
    ("de", "Erst vom 3. Mai auf den 7. Juni verlegt, wurde die Messe dann abgesagt.", "05-03:postponed 06-07:cancelled"),
    ("de", "Die Messe wurde in den August verlegt.", "08:postponed"),
    ("de", "Für den 3. Mai ist ein Seminar geplant. Das Treffen am 7. Juni fand in Omsk statt.", "05-03:planned 06-07:occurred"),
    ("en", "The ministers were to have met on 3 May but will now gather on 7 June.", "05-03:postponed 06-07:planned"),
    ("en", "Instead of 3 May, the ministers will meet on 7 June.", "05-03:postponed 06-07:planned"),
    ("en", "The fair, first announced for 3 May, was eventually held on 7 June.", "05-03:postponed 06-07:occurred"),
    ("en", "On 2 April Rome called off the forum planned for 3 May.", "04-02:occurred 05-03:cancelled"),
    ("en", "The forum planned for 3 May was called off by Rome on 2 April.", "05-03:cancelled 04-02:occurred"),
    ("en", "The launch has slipped from May to September.", "05:postponed 09:planned"),
    ("en", "The new date for the fair is 9 July; 3 May had been planned.", "07-09:planned 05-03:postponed"),
    ("en", "They met on 9 June rather than, as announced, on 3 May.", "06-09:occurred 05-03:postponed"),
    ("en", "Ministers were to convene in Omsk on 3 May. The meeting was moved to 9 June.", "05-03:postponed 06-09:planned"),
    ("en", "A memorial hour had been set for 3 May. It did not take place.", "05-03:cancelled"),
    ("en", "The experts' session, cancelled in February, was made up for on 3 May.", "02:cancelled 05-03:occurred"),
    ("en", "The exercise was moved from Omsk to Tomsk and ran from 3 to 5 May.", "05-03/2024-05-05:occurred"),
    ("en", "The fair set for 3 May will not be held on that day, Rome said on 2 April.", "05-03:postponed 04-02:occurred"),
    ("en", "Talks are planned for 3 May. The meeting on 7 June was held in Omsk.", "05-03:planned 06-07:occurred"),
]


@pytest.mark.parametrize(("language", "text", "told"), STORIES)
def test_what_was_put_off_or_called_off(language, text, told):
    assert events(language, text) == told
