"""The actors of a text, however they are named, and those chosen for an event."""

import re
from dataclasses import replace

import pytest

from loaders.actors.acting import candidates
from loaders.actors.clauses import attribute_at, part_at, parts_of
from loaders.actors.finding import actor_row, choose_actors
from loaders.actors.mentions import find_actors
from loaders.actors.names import actor_names, name_key, slug
from loaders.actors.organisations import organisation_words
from loaders.actors.person_names import name_parts
from loaders.actors.roles import standing
from loaders.document import Briefing, Section
from loaders.passage import split_passages
from loaders.telling import told_on
from loaders.vocabulary import default
from tests.loaders.marked import marked

VOCABULARY = default()


def briefing(*texts, headings=()):
    headings = headings or [""] * len(texts)
    sections = tuple(
        Section(number, heading, text) for number, (heading, text) in enumerate(zip(headings, texts, strict=True), 1)
    )
    return Briefing("2021-q1", "2021-Q1", "", sections)


def mentions(*texts, headings=()):
    """The mentions of the last text."""
    return find_actors(briefing(*texts, headings=headings), VOCABULARY)[-1]


def named(*texts, forms=("name", "surname", "office"), headings=()):
    return [(one.text, one.actor_id) for one in mentions(*texts, headings=headings) if one.form in forms]


def labels(text, kind):
    return [one.label for one in mentions(text) if one.kind == kind and one.is_new and one.form == "name"]


def acting(text, number=0, is_main=False, heading=""):
    """The ids chosen for the date with that number; dates stand in braces."""
    plain, dates = marked(text)
    section = Section(1, heading, plain)
    passages = [replace(one, is_main=is_main and index == number) for index, one in enumerate(split_passages(section, dates))]
    found = find_actors(Briefing("2021-q1", "2021-Q1", "", (section,)), VOCABULARY)[0]
    return {actor_id for actor_id, _, _ in choose_actors(passages[number], found, passages, VOCABULARY)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Wladimir Norow sprach.", [("Wladimir Norow", "vladimir-norov")]),
        ("Vladimir Norov sprach.", [("Vladimir Norov", "vladimir-norov")]),
        ("Владимир Норов sprach.", [("Владимир Норов", "vladimir-norov")]),
        ("The SCO–Afghanistan Contact Group met.", [("SCO–Afghanistan Contact Group", "afghanistan-contact-group")]),
        ("Vladimir Norow sprach, Norows Rede war lang.", [("Vladimir Norow", "vladimir-norov"), ("Norows", "vladimir-norov")]),
        ("Sergey Lawrow traf Sergei Shoygu.", [("Sergey Lawrow", "sergey-lavrov"), ("Sergei Shoygu", "sergei-shoigu")]),
        ("Xi Jinpings Rede", [("Xi Jinpings", "xi-jinping")]),
        ("die Regionale Antiterrorstruktur (RATS)", [("Regionale Antiterrorstruktur", "rats"), ("RATS", "rats")]),
        ("bei der Regionalen Antiterrorstruktur", [("Regionalen Antiterrorstruktur", "rats")]),
        ("the Regional Anti-Terrorist Structure", [("Regional Anti-Terrorist Structure", "rats")]),
        ("GUS und CIS, OVKS und CSTO", [("GUS", "cis"), ("CIS", "cis"), ("OVKS", "csto"), ("CSTO", "csto")]),
        ("Sitzung des Rates der Außenminister", [("Rates der Außenminister", "foreign-ministers")]),
        ("der UN-Reis und die WHO", [("WHO", "who")]),
        ("des UN-Instituts für Abrüstungsforschung", [("UN-Instituts für Abrüstungsforschung", "unidir")]),
        ("Indiens Vorschlag, in Indien", [("Indiens", "india"), ("Indien", "india")]),
        ("Uzbekistan’s chairmanship", [("Uzbekistan’s", "uzbekistan")]),
        ("der SCO-Gipfel, die Indienreise, Alibabas", [("Alibabas", "alibaba-group")]),
        ("die Übung „Iwan Petrow 2021“ und die „Taliban“", [("Taliban", "taliban")]),
        ("nach Wladimir und Samarkand", []),
    ],
)
def test_names_of_the_vocabulary(text, expected):
    assert named(text) == expected


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("Gestern sprach Botschafter Saidzoda Zohir Ozod.", "Saidzoda Zohir Ozod"),
        ("Er traf Brian B. Wongtani.", "Brian B. Wongtani"),
        ("mit dem Außenminister Khalid bin Nasser Al-Attiyah", "Khalid bin Nasser Al-Attiyah"),
        ("Habibullo Wohidsoda, der Leiter der Behörde, kam.", "Habibullo Wohidsoda"),
        ("der Leiter der Behörde, Tarquin Velmarik, kam.", "Tarquin Velmarik"),
        ("Er sprach mit Ruan Weiting über Reis.", "Ruan Weiting"),
        ("Sie empfing Tarquin Velmarik in Peking.", "Tarquin Velmarik"),
        ("unter Leitung Iwan Petrenkows", "Iwan Petrenkow"),
        ("President Tarquin Velmarik met them.", "Tarquin Velmarik"),
        ("Jean-Pierre Lefèvre trat zurück.", "Jean-Pierre Lefèvre"),
        ("Vizegeneralsekretärin Anna-Lena Bergmoser", "Anna-Lena Bergmoser"),
        ("der Usbeke Farrukh Tolipow", "Farrukh Tolipow"),
        ("Botschafter a. D. Tarquin Velmarik kam.", "Tarquin Velmarik"),
        ("der Vorsitzende Sebastian Kurz mehr als", "Sebastian Kurz"),
        ("das Büro, welches Tarquin Velmarik leitet,", "Tarquin Velmarik"),
        ("dem im Juli ernannten Tarquin Velmarik", "Tarquin Velmarik"),
        ("The council elected Denis Velmarchenko its chair.", "Denis Velmarchenko"),
        ("They spoke of Tarquin Velmarik's visit.", "Tarquin Velmarik"),
        ("the railways' and the Ports' Tarquin Velmarik hosted it.", "Tarquin Velmarik"),
        ("Zhang Yun sprach über Reis.", "Zhang Yun"),
    ],
)
def test_unknown_persons(text, person):
    assert labels(text, "person") == [person]
    (row,) = {tuple(actor_row(one).items()) for one in mentions(text) if one.kind == "person"}
    assert dict(row) == {
        "actor_id": slug(person), "label_de": person, "label_en": person, "kind": "person", "country_code": "", "is_new": "1",
    }  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "Am Runden Tisch in Sankt Petersburg",
        "Millionen Menschen in New York",
        "Weitere Themen waren Smart Cities.",
        "Die Zentrale Wahlkommission",
        "auf dem Raisina Dialogue",
        "der Gipfel von Duschanbe",
        "China Hilfe anbieten",
        "die Übung „Peter Müller“",
        "Vertreter Pekings",
        "im Mai Juni Juli",
        "by the Quorrelian Environmental Centre",
        "mit der Velmar Container Transport Corporation",
        "mit dem Roten Kreuz",
        "the Federation of Indian Chambers",
    ],
)
def test_no_persons(text):
    assert not labels(text, "person")


@pytest.mark.parametrize(
    ("text", "organisation"),
    [
        ("die Zentaro Group", "Zentaro Group"),
        ("der Verband QXFI", "QXFI"),
        ("Zentrum für Wüstenforschung", "Zentrum für Wüstenforschung"),
        ("des usbekischen Außenministeriums", "usbekisches Außenministerium"),
        ("die Agentur Kabar", "Kabar"),
        ("die Entwicklungsbank Kasachstans", "Entwicklungsbank Kasachstans"),
        ("the Thar Desert Foundation", "Thar Desert Foundation"),
        ("dem Verwaltungsrat", None),
        ("seine Videobotschaft", None),
        ("im Jahr XIV, B2B, IKT", None),
    ],
)
def test_unknown_organisations(text, organisation):
    assert labels(text, "organisation") == ([organisation] if organisation else [])


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Schulte die Universität NUST Jugendbeauftragte", ["NUST"]),
        ("Tarquin Velmarik of the National Bank of Velmaria chaired.", ["National Bank of Velmaria"]),
        ("Sergei Lebedev of the CIS Executive Committee spoke.", ["CIS Executive Committee"]),
        ("with Velmarian Railways' Tarquin Velmarik hosting", ["Velmarian Railways"]),
        ("At the Council he spoke. The Council agreed.", []),
        ("Er stellte ein gemeinsames Zentrum in Aussicht.", []),
        ("die Trilaterale Kontaktgruppe", ["Trilaterale Kontaktgruppe"]),
        ("Mitte März, Phnom Penh: Messe", []),
    ],
)
def test_names_of_organisations_end_where_others_begin(text, names):
    assert labels(text, "organisation") == names


@pytest.mark.parametrize(
    ("text", "is_actor"),
    [
        ("The SCO Film Week in Goa was put off.", False),
        ("The SCO theatre festival ran in Almaty.", False),
        ("The SCO sent a mission to the festival.", True),
        ("The SCO Secretary-General opened the festival.", True),
    ],
)
def test_the_sco_of_an_event_is_no_actor(text, is_actor):
    assert ("sco" in {one.actor_id for one in mentions(text)}) is is_actor


def test_an_office_is_not_that_of_a_deputy():
    text = "Deputy Secretary-General Tarquin Velmarik spoke. On 4 May the Secretary-General left."
    assert [one.form for one in mentions(text)] == ["name"]


def test_acronym_and_full_name_are_one_actor():
    found = mentions("das Thar Desert Institute (TXDI)")
    assert {one.actor_id for one in found} == {"txdi"}


def test_short_name_of_an_organisation():
    assert ("Zentaro", "zentaro-group") in named("Er traf die Zentaro Group.", "Zentaro lieferte Masken.")


def test_surname_is_the_person_named_last():
    texts = ("Nikolai Lawrow kam.", "Lawrow sprach.")
    assert named(*texts) == [("Lawrow", "nikolai-lawrow")]
    assert named("Lawrow sprach.") == [("Lawrow", "sergey-lavrov")]


def test_surname_before_its_full_name():
    assert ("Velmarik", "tarquin-velmarik") in named("Velmarik sprach. Später traf Präsident Tarquin Velmarik ihn.")


def test_office_is_its_holder():
    assert named("Botschafter Saidzoda Zohir Ozod kam. Der Botschafter sprach.")[-1] == ("Botschafter", "saidzoda-zohir-ozod")
    assert len(named("Botschafter Saidzoda Zohir Ozod kam. Der Botschafter Indiens sprach.", forms=("office",))) == 0


@pytest.mark.parametrize(
    ("text", "offices"),
    [
        ("Energieminister Iwan Petrow kam. Der Minister sprach; dem Minister gefiel es.", ["Minister", "Minister"]),
        ("Energieminister Iwan Petrow traf Sportminister Oleg Karow. Der Minister sprach.", []),
        ("Vizepräsident Iwan Petrow kam. Der Präsident sprach.", []),
        ("Minister Iwan Petrow kam. Die SCO-Minister dankten den Ministern.", []),
        ("Ministerin Anna Petrowa kam. Die Ministerin sprach.", ["Ministerin"]),
        ("Energy Minister Ivan Petrov came. On 4 May the minister spoke; the Kazakh minister left.", ["minister", "minister"]),
        ("The diplomat Ivan Petrov came. Later the diplomat gave a lecture.", ["diplomat"]),
        ("Ambassador Ivan Petrov came. The ambassador of Iran spoke, the ambassador's aide and the ministers too.", []),
    ],
)
def test_functions_alone_are_whom_they_were_told_of(text, offices):
    assert [one for one, _ in named(text, forms=("office",))] == offices


@pytest.mark.parametrize(
    ("text", "word", "actor_id"),
    [
        ("Norow kam an. Am Abend traf er Li Qiang.", "er", "vladimir-norov"),
        ("Li Qiang empfing Norow. Er sprach lange.", "Er", "li-qiang"),
        ("Norow kam an. Er wurde von Li Qiang empfangen. Am Abend sprach er lange.", "er", "vladimir-norov"),
        ("Norov arrived. On 4 May he met Li Qiang; the same day he left.", "he", "vladimir-norov"),
        ("Norov's diary filled up: on 4 May he met Li Qiang.", "he", "vladimir-norov"),
        ("Li Qiang kam. Norow sprach mit seinem Gast.", "seinem", "vladimir-norov"),
        ("Mit Direktorin Ghada Waly sprach er.", "er", None),
        ("Zhang Ming besuchte Pakistan, wo er blieb.", "er", "zhang-ming"),
        ("Die Nationalen Koordinatoren tagten. Zuvor hatten sie geruht.", "sie", "national-coordinators"),
        (
            "Die Kontaktgruppe SCO-Afghanistan tagte. Die Kontaktgruppe ruhte dann. Das Gremium schwieg.",
            "Gremium",
            "afghanistan-contact-group",
        ),
        ("Das SCO-Interbankenkonsortium tagte. Der Plan des Konsortiums lag vor.", "Konsortiums", "interbank-consortium"),
    ],
)
def test_words_that_take_up_a_name(text, word, actor_id):
    found = {one.text: one.actor_id for one in mentions(text) if one.form in ("pronoun", "noun")}
    assert found.get(word) == actor_id


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Am Montag leitete Indien die Sitzung.", "subject"),
        ("Am Montag tagte man in Indien.", "in"),
        ("Es ging um den Besuch Indiens.", "leading"),
        ("Das geschah auf Initiative Indiens.", "leading"),
        ("Sie sprachen mit dem fernen Indien.", "with"),
        ("Der Vorsitz ging an Indien.", "to"),
        ("Der Weg Indiens war lang.", "attribute"),
        ("Gestern war Indiens Tag.", "owner"),
        ("Angeregt von China und Indien.", "by"),
    ],
)
def test_role(text, role):
    assert [one.role for one in mentions(text) if one.actor_id == "india"] == [role]


def test_mentions_quote_the_text_in_order():
    text = "SCO-Generalsekretär Norow traf am 3. Mai Botschafter Ozod Karimow. Er lobte Usbekistan und die usbekische Seite."
    found = mentions(text)
    assert [one.text for one in found] == [text[one.start : one.end] for one in found]
    assert [one.start for one in found] == sorted(one.start for one in found)
    assert ("usbekische", "uzbekistan") in [(one.text, one.actor_id) for one in found if one.form == "adjective"]


@pytest.mark.parametrize(
    ("text", "number", "expected"),
    [
        ("Am {3. Mai 2021} traf Wladimir Norow Botschafter Tarquin Velmarik.", 0, {"vladimir-norov", "tarquin-velmarik"}),
        ("Wladimir Norow reiste. Am {3. Mai 2021} traf er Tarquin Velmarik.", 0, {"vladimir-norov", "tarquin-velmarik"}),
        ("Am {3. Mai 2021} leitete Indien in Taschkent die Sitzung.", 0, {"india"}),
        ("Am {3. Mai 2021} traf Norow in Peking Wang Yi; am {4. Mai} sprach Li Qiang in Xian.", 1, {"li-qiang"}),
        ("Auf der Tagung in Usbekistan sprach am {3. Mai 2021} Tarquin Velmarik.", 0, {"tarquin-velmarik"}),
        ("Am {3. Mai 2021} ging der Vorsitz an Indien über.", 0, {"india"}),
        ("Am {3. Mai 2021} regnete es in Indien.", 0, set()),
    ],
)  # fmt: skip
def test_actors_of_an_event(text, number, expected):
    assert acting(text, number) == expected


def test_main_event_is_told_on():
    text = "Am {3. Mai 2021} tagte man in Taschkent. Wang Yi verlas ein Grußwort. Am {4. Mai} ruhte alles."
    assert "wang-yi" in acting(text, is_main=True)
    assert "wang-yi" not in acting(text, 1)


def test_chosen_actor_is_shown_by_a_mention():
    text, dates = marked("Am {3. Mai 2021} traf Norow Wang Yi.")
    section = Section(1, "", text)
    (passage,) = split_passages(section, dates)
    found = find_actors(Briefing("2021-q1", "2021-Q1", "", (section,)), VOCABULARY)[0]
    assert [text[start:end] for _, start, end in choose_actors(passage, found)] == ["Norow", "Wang Yi"]
    assert all(candidate.shown for candidate in candidates(passage, found).values())


def test_told_on_stops_at_what_is_told_of_another_event():
    text, dates = marked("Am {3. Mai} tagte der Rat. Er schwieg. Am {4. Mai} kam Li. Er blieb. Indien warb.")
    passages = split_passages(Section(1, "", text), dates)
    parts = [text[start:end] for start, end in told_on(replace(passages[0], is_main=True), passages)]
    assert parts == ["Er schwieg.", "Indien warb."]
    assert [text[start:end] for start, end in told_on(passages[0], passages)] == ["Er schwieg."]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Lawrow", "Lavrov"),
        ("Schawkat Mirsijojew", "Shavkat Mirziyoyev"),
        ("Jermekbajew", "Yermekbayev"),
        ("Dschaparow", "Japarov"),
        ("Çavuşoğlu", "Cavusoglu"),
        ("Nur-Sultan", "nur sultan"),
    ],
)
def test_spellings_meet_in_one_key(one, other):
    assert name_key(one) == name_key(other)


def test_other_names_keep_other_keys():
    assert len({name_key(name) for name in ("Li Qiang", "Li Keqiang", "Wang Yi", "Wang Li", "Norow", "Naryn")}) == 6


def test_slug():
    assert slug("Çavuşoğlu, Mevlüt Große") == "cavusoglu-mevluet-grosse"
    assert re.fullmatch(r"[a-z0-9-]+", slug("Норов"))


# The vocabularies


def test_every_name_belongs_to_one_actor():
    owners = {}
    for name, actor in actor_names(VOCABULARY)._names(VOCABULARY):
        owners.setdefault(name, set()).add(actor["actor_id"])
    assert {
        name: ids for name, ids in owners.items() if len(ids) > 1 and actor_names(VOCABULARY).actors[min(ids)]["kind"] != "state"
    } == {}


def test_actors_are_sound():
    rows = VOCABULARY.rows("actors")
    kinds = {row["actor_kind_id"] for row in VOCABULARY.rows("actor_kinds")}
    assert len({row["actor_id"] for row in rows}) == len(rows)
    assert {row["kind"] for row in rows} == kinds
    assert all(re.fullmatch(r"[a-z0-9-]+", row["actor_id"]) and row["label_de"] and row["label_en"] for row in rows)
    assert all(row["country_code"] for row in rows if row["kind"] == "state")


@pytest.mark.parametrize("row", VOCABULARY.rows("functions"), ids=lambda row: row["pattern"])
def test_each_function_announces_the_person_of_its_example(row):
    text = row["example"]
    pattern = row["pattern"].lstrip("*").lower()
    parts = name_parts(VOCABULARY)
    assert any(parts.is_function(word) and word.lower().endswith(pattern) for word in re.findall(r"[\w-]+", text))
    assert [one for one in mentions(f"Gestern kam {text}.") if one.kind == "person"]


@pytest.mark.parametrize(
    "row",
    [row for row in VOCABULARY.rows("name_parts") if row["part"] not in ("given", "family_first")],
    ids=lambda row: row["value"],
)
def test_each_part_of_a_name_stands_in_its_example(row):
    value, example = row["value"], row["example"]
    checks = {
        "particle": f" {value} " in example,
        "ending": example.lower().endswith(value),
        "noun_ending": example.lower().endswith(value),
        "patronymic": example.endswith(f" {value}"),
    }
    assert checks[row["part"]]


@pytest.mark.parametrize("row", VOCABULARY.rows("organisation_words"), ids=lambda row: row["pattern"])
def test_each_organisation_word_fits_its_example(row):
    words = organisation_words(VOCABULARY)
    found = [word for word in re.findall(r"[\w-]+", row["example"]) if words._row(word)] if row["language"] == "de" else []
    is_brand = row["language"] == "" and words._is_brand(row["example"])
    is_told = any(row["example"].endswith(one.label) for one in words._told(row["example"]))
    assert found or is_brand or is_told or (row["language"] == "en" and words._english.search(row["example"]))


def test_signs_have_weights():
    weights = {row["sign"]: float(row["weight"]) for row in VOCABULARY.rows("actor_signs")}
    assert "always" in weights
    assert weights["person:clause"] > 0 > weights["state:in"]


def test_standing_of_a_list_is_that_of_its_first_member():
    text = "Kräfte aus Kasachstan, Kirgisistan und Usbekistan"
    first = standing(text, 11, 21, "Kasachstan", "state", str.isupper, [], VOCABULARY)
    second = standing(text, 23, 34, "Kirgisistan", "state", str.isupper, [(21, "state", first)], VOCABULARY)
    assert first.role == second.role == "sent"


def of_sco(*texts, quarter="2021-Q1"):
    """The mentions of the last text in a briefing on the SCO."""
    return find_actors(replace(briefing(*texts), quarter=quarter, organisation_id="SCO"), VOCABULARY)[-1]


@pytest.mark.parametrize(
    ("text", "states"),
    [
        ("Am 3. Mai lehnte Neu-Delhi den Entwurf ab.", ["india"]),
        ("Moskau und Duschanbe streiten über den Ort.", ["russia", "tajikistan"]),
        ("Auf Bitten Kabuls fiel die Sitzung aus.", ["afghanistan"]),
        ("Beijing wants to hold the talks in May.", ["china"]),
        ("The talks failed because Tehran refused to come.", ["iran"]),
        ("Das Thema, woraufhin Moskau und Peking den Rat anriefen, blieb.", ["russia", "china"]),
        ("Die von Teheran vorgeschlagene Sitzung fiel aus.", ["iran"]),
        ("The session requested by Tehran was held.", ["iran"]),
        ("In June 2025 Vientiane applied.", ["laos"]),
        ("Moscow's refusal surprised nobody.", ["russia"]),
        ("Die von Teheran aus geleitete Sitzung fiel aus.", []),
        ("Die Minister tagten in Moskau.", []),
        ("Die Gäste aus Peking sprachen über Handel.", []),
        ("In New Delhi ministers refused to sign.", []),
    ],
)
def test_capitals_that_act_are_governments(text, states):
    assert [one.actor_id for one in mentions(text) if one.kind == "state"] == states


@pytest.mark.parametrize("row", VOCABULARY.rows("government_words"), ids=lambda row: row["pattern"][:40])
def test_each_government_word_fits_its_example(row):
    states = [one for one in mentions(row["example"]) if one.kind == "state"]
    assert bool(states) is (row["side"] != "place verb")


@pytest.mark.parametrize(
    ("text", "quarter", "actor_id"),
    [
        ("Der Generalsekretär verurteilte die Tat.", "2021-Q1", "vladimir-norov"),
        ("Der Generalsekretär verurteilte die Tat.", "2023-Q2", "zhang-ming"),
        ("The Secretary-General condemned the act.", "2025-Q2", "nurlan-yermekbayev"),
        ("Der SCO-Generalsekretär verurteilte die Tat.", "2021-Q4", "vladimir-norov"),
        ("Der stellvertretende Generalsekretär verurteilte die Tat.", "2021-Q1", None),
        ("Der UN-Generalsekretär verurteilte die Tat.", "2021-Q1", None),
        ("Der Generalsekretär der NATO verurteilte die Tat.", "2021-Q1", None),
        ("Der Generalsekretär verurteilte die Tat.", "", None),
        ("On Friday the secretary-general condemned it.", "2023-Q2", "zhang-ming"),
        ("The SCO secretary-general condemned it.", "2025-Q2", "nurlan-yermekbayev"),
        ("Later the RATS director condemned it.", "2022-Q2", "ruslan-mirzayev"),
        ("The secretary-general of NATO condemned it.", "2023-Q2", None),
        ("The UN secretary-general and the deputy secretary-general condemned it.", "2023-Q2", None),
    ],
)
def test_an_office_without_a_name_is_its_holder_then(text, quarter, actor_id):
    persons = [one.actor_id for one in of_sco(text, quarter=quarter) if one.kind == "person"]
    assert persons == ([actor_id] if actor_id else [])


def test_offices_of_other_organisations_have_no_known_holder():
    found = find_actors(replace(briefing("Der Generalsekretär sprach."), organisation_id="OSCE"), VOCABULARY)[0]
    assert not [one for one in found if one.kind == "person"]


@pytest.mark.parametrize("row", VOCABULARY.rows("offices"), ids=lambda row: row["actor_id"])
def test_each_office_is_held_in_its_time(row):
    year, month, _ = row["valid_from"].split("-")
    found = of_sco(row["example"], quarter=f"{year}-Q{(int(month) + 2) // 3}")
    assert row["actor_id"] in {one.actor_id for one in found}


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("On Monday India's Tarquin Velmarik refused to sign.", "subject"),
        ("The group met with China's Foreign Minister Tarquin Velmarik.", "with"),
        ("First Deputy Prime Minister Tarquin Velmarik spoke.", "subject"),
        ("Am Montag sprach Kasachstans Präsident Tarquin Velmarik.", "subject"),
    ],
)
def test_owner_and_function_before_a_name_are_as_an_article(text, role):
    assert [one.role for one in mentions(text) if one.kind == "person"] == [role]


def test_small_english_functions_announce_names():
    assert [one.label for one in mentions("The talks of foreign minister Quorra Velm ended.") if one.kind == "person"] == [
        "Quorra Velm"
    ]


def test_those_sent_out_act_for_their_organisation():
    assert [one.actor_id for one in mentions("Die OSZE-Wahlbeobachter reisten an.")] == ["osce"]
    assert not mentions("Der OSZE-Gipfel endete.")


def test_a_body_with_its_seat_is_the_known_one():
    assert [one.actor_id for one in mentions("Er leitet das Sekretariat in Peking.")] == ["sco-secretariat"]


def test_an_english_organ_goes_on_with_a_known_name():
    assert [one.actor_id for one in mentions("The Board and Council of the UNESCO met.")][-1:] == ["unesco"]


def test_organs_that_anyone_may_have_are_no_organisations():
    assert not mentions("He runs the Executive Committee and a Steering Group.")


@pytest.mark.parametrize(
    ("text", "states"),
    [
        ("On 14 August Baku and Tashkent exchanged lists.", ["azerbaijan", "uzbekistan"]),
        ("Astana withdrew its bid.", ["kazakhstan"]),
        ("Ashgabat, an observer for years, kept silent.", ["turkmenistan"]),
        ("Der Rat rief am 3. Mai Islamabad und Kabul zur Ruhe auf.", ["pakistan", "afghanistan"]),
        ("He urged Kabul to wait.", ["afghanistan"]),
        ("Astana klagte lange.", ["kazakhstan"]),
        ("Am 3. Mai war Astana Schauplatz der Messe.", []),
        ("Sie flogen am 3. Mai nach Astana weiter.", []),
        ("Er besuchte Astana im Mai.", []),
        ("Astana, die Hauptstadt, feierte.", []),
        ("Messe, Astana, 3. Mai.", []),
    ],
)
def test_capitals_without_a_preposition_are_governments(text, states):
    assert [one.actor_id for one in mentions(text) if one.kind == "state"] == states


@pytest.mark.parametrize("row", VOCABULARY.rows("state_nouns"), ids=lambda row: row["pattern"][:40])
def test_each_noun_of_a_state_fits_its_example(row):
    adjectives = [one for one in mentions(row["example"]) if one.form == "adjective"]
    assert [(one.kind, one.role) for one in adjectives] == [("state", row["role"])]


@pytest.mark.parametrize(
    ("text", "actor_id", "role"),
    [
        ("The first Israeli air strikes began.", "israel", "force"),
        ("Under the Kyrgyz chairmanship all went well.", "kyrgyzstan", "adjective"),
        ("Truppen aus dem Iran und Oman übten.", "iran", "sent"),
        ("Experts from Oman and Iran trained.", "iran", "sent"),
        ("Der Zug aus Oman kam.", "oman", "in"),
        ("Indische und omanische Delegierte trafen ein.", "india", "adjective"),
        ("Mit indischen und omanischen Truppen übte man.", "india", "force"),
        ("Auf omanisches Drängen hin kamen die mongolischen Gäste.", "mongolia", "adjective"),
        ("Indian and Omani delegates arrived.", "india", "adjective"),
        ("Indian and Omani troops trained.", "india", "force"),
        ("At Mongolian insistence the text was changed.", "mongolia", "adjective"),
    ],
)
def test_states_that_act_by_others(text, actor_id, role):
    assert role in [one.role for one in mentions(text) if one.actor_id == actor_id]


@pytest.mark.parametrize(
    ("text", "actor_id"),
    [
        ("Ruhig ging es bei den Außenministern zu.", "foreign-ministers"),
        ("mit den Sekretären der Sicherheitsräte", "security-council-secretaries"),
        ("Das Außenministertreffen endete.", "foreign-ministers"),
        ("Der Verteidigungsministerrat tagte.", "defence-ministers"),
        ("Gäste aus den GUS-Staaten kamen.", "cis"),
        ("Er sprach vor dem UN-Sicherheitsrat zur Zusammenarbeit.", "un-security-council"),
    ],
)
def test_bodies_in_other_forms(text, actor_id):
    assert [one.actor_id for one in mentions(text)] == [actor_id]


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("Sie tagten unter dem Vorsitz von Lan Ru’en.", "Lan Ru’en"),
        ("Die Leitung hatte Quorra Velmat kysy.", "Quorra Velmat kysy"),
        ("Es gewann die kirgisische Turnerin Quorra Velmatowa.", "Quorra Velmatowa"),
        ("Es gewann der neue Schwimmer Iwan Velmatow.", "Iwan Velmatow"),
    ],
)
def test_names_end_and_begin_where_they_do(text, person):
    assert labels(text, "person") == [person]


def test_a_surname_is_no_part_of_a_longer_name():
    assert named("Xi Jinping kam. In Xi’an blieb Xi’s Gast.") == [("Xi Jinping", "xi-jinping"), ("Xi’s", "xi-jinping")]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("On 9 July the Board of Governors of the Velmarian Investment Fund met.", ["Velmarian Investment Fund"]),
        ("Velmatelecom and QuorraNet are to lay a cable.", ["Velmatelecom", "QuorraNet"]),
        ("units of the Velmarian Guards", ["Velmarian Guards"]),
        ("The Velmarian Society and the Quorra Fund met.", ["Velmarian Society", "Quorra Fund"]),
        ("Das Energieministerium plant es.", ["Energieministerium"]),
        ("a memorandum with the Velmaria–Quorra Dialogue Centre", ["Velmaria–Quorra Dialogue Centre"]),
        ("Am Velmarian Institute of Glaciology in Almaty tagte man.", ["Velmarian Institute of Glaciology"]),
        ("At the Velmarian Centre for Seismology in Tashkent they met.", ["Velmarian Centre for Seismology"]),
        ("National Bank of Velmaria Governor Tarquin Velmarik spoke.", ["National Bank of Velmaria"]),
        ("Thar Technologies, Kuvra and Olmek Bank agreed on it.", ["Thar Technologies", "Olmek Bank"]),
        ("the China Railway Container Transport Corporation", ["China Railway Container Transport Corporation"]),
        ("the company Kuvraport and the broadcaster Olmek Vision", ["Kuvraport", "Olmek Vision"]),
        ("Er besuchte die Firma Kuvraport und den Sender Olmek Vision.", ["Kuvraport", "Olmek Vision"]),
        ("Olmek University and Kuvra State Academy met.", ["Olmek University", "Kuvra State Academy"]),
        ("India's Ministry of Ayush sent experts.", ["Ministry of Ayush"]),
        ("Das Institut für Seidenraupen Ergebnisse vorlegen ließ es.", ["Institut für Seidenraupen"]),
        ("Die kasachische Post gab sie heraus.", ["kasachische Post"]),
        ("the agency met, the company in Omsk and the firm Monday", []),
        ("Es lud die Velmarische Akademie der Wissenschaften ein.", ["Velmarische Akademie der Wissenschaften"]),
    ],
)
def test_more_names_of_organisations(text, names):
    assert labels(text, "organisation") == names


@pytest.mark.parametrize(
    ("text", "word", "ids"),
    [
        ("Norow traf Li Qiang. Beide lobten die Messe.", "Beide", {"vladimir-norov", "li-qiang"}),
        ("Norov met Li Qiang. The two sides praised the fair.", "The two", {"vladimir-norov", "li-qiang"}),
        ("Norow traf Li Qiang. Beide Dokumente lagen vor.", "Beide", set()),
        ("Norow kam. Beide lobten die Messe.", "Beide", set()),
    ],
)
def test_both_are_the_last_two(text, word, ids):
    assert {one.actor_id for one in mentions(text) if one.text == word} == ids


@pytest.mark.parametrize("row", VOCABULARY.rows("clause_words"), ids=lambda row: f"{row['opens']}-{row['language']}")
def test_each_clause_word_opens_the_clause_of_its_example(row):
    text = row["example"]
    assert set(row["words"].split()) & set(re.findall(r"\w+", text))
    kinds = [part.kind for part in parts_of(text, 0, VOCABULARY)]
    assert kinds == (["main", "main"] if row["opens"] == "joint" else ["main", row["opens"]])


@pytest.mark.parametrize(
    ("text", "word", "kind"),
    [
        ("Der Rat, der im Mai tagte, schwieg.", "Mai", "relative"),
        ("Der Rat, der im Mai tagte, schwieg.", "schwieg", "main"),
        ("Das Forum, an dem Iran teilnahm, endete.", "Iran", "relative"),
        ("The forum at which Iran spoke ended.", "spoke", "relative"),
        ("Die Minister tagten im Mai.", "Mai", "main"),
        ("Als die Minister tagten, schwieg er.", "Minister", "time"),
    ],
)
def test_parts_of_a_sentence(text, word, kind):
    assert part_at(parts_of(text, 0, VOCABULARY), text.index(word)).kind == kind


def test_members_of_a_list_act_together():
    found = acting("An der Übung vom {3. bis 8. Mai 2021} waren Truppen aus China, Indien, Laos und Usbekistan beteiligt.")
    assert found in (set(), {"china", "india", "laos", "uzbekistan"})


def test_who_is_told_of_in_the_next_sentence_apart_from_its_date_may_act():
    text = "Am {3. Mai 2021} tagte der Rat. Wang Yi legte einen Bericht vor, der {2019} beschlossen worden war."
    plain, dates = marked(text)
    passages = split_passages(Section(1, "", plain), dates)
    found = find_actors(Briefing("2021-q1", "2021-Q1", "", (Section(1, "", plain),)), VOCABULARY)[0]
    assert "next" in candidates(passages[0], found, passages)["wang-yi"].signs


@pytest.mark.parametrize(
    ("text", "date", "attribute"),
    [
        ("Er lobte die im Mai 2021 getroffenen Absprachen sehr.", "Mai 2021", "die im Mai 2021 getroffenen Absprachen"),
        ("bei ihrem für Mai 2021 in Omsk angesetzten Treffen", "Mai 2021", "ihrem für Mai 2021 in Omsk angesetzten Treffen"),
        ("Der Rat, der im Mai 2021 tagte, schwieg.", "Mai 2021", None),
        ("Die Minister kamen im Mai 2021.", "Mai 2021", None),
    ],
)
def test_attributes_with_a_time(text, date, attribute):
    start = text.index(date)
    found = attribute_at(text, start, start + len(date))
    assert (text[found.start : found.end] if found else None) == attribute


def test_who_stands_outside_the_attribute_with_the_time_has_a_sign_of_it():
    text, dates = marked("Norow lobte die im {Mai 2021} getroffenen Absprachen.")
    (passage,) = split_passages(Section(1, "", text), dates)
    found = find_actors(Briefing("2021-q1", "2021-Q1", "", (Section(1, "", text),)), VOCABULARY)[0]
    assert "person:clause:main-attribute" in candidates(passage, found)["vladimir-norov"].signs


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Es ging um die Zusammenarbeit der WHO mit Indien.", "about"),
        ("They debated the cooperation of the WHO with India.", "about"),
        ("Die WHO sprach mit Indien.", "with"),
        ("In Anwesenheit Indiens sprach man.", "leading"),
        ("in the presence of India", "leading"),
    ],
)
def test_partners_of_a_relation_and_those_present(text, role):
    assert [one.role for one in mentions(text) if one.actor_id == "india"] == [role]


def test_company_is_counted_in_what_is_told_of_the_event():
    text, dates = marked("Am {3. Mai 2021} tagten die Justizminister. Norow hielt eine Rede.")
    (passage,) = split_passages(Section(1, "", text), dates)
    found = find_actors(Briefing("2021-q1", "2021-Q1", "", (Section(1, "", text),)), VOCABULARY)[0]
    signs = candidates(passage, found)["justice-ministers"].signs
    assert {"collective:persons:0", "collective:company:1"} <= signs


@pytest.mark.parametrize(
    ("text", "body", "sign"),
    [
        ("Am {4. Mai 2021} tagten die Kulturminister in Osch.", "culture-ministers", "collective:clause:alone:nobody"),
        ("Am {4. Mai 2021} empfing Wang Yi die Kulturminister.", "culture-ministers", "collective:clause:beside:persons"),
        ("Am {4. Mai 2021} lud Indien die Kulturminister ein.", "culture-ministers", "collective:clause:beside:nobody"),
    ],
)
def test_signs_tell_who_else_acts(text, body, sign):
    plain, dates = marked(text)
    section = Section(1, "", plain)
    passages = split_passages(section, dates)
    found = find_actors(Briefing("2021-q1", "2021-Q1", "", (section,)), VOCABULARY)[0]
    assert sign in candidates(passages[0], found, passages, VOCABULARY)[body].signs


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Am {4. Mai 2021} trafen sich die Kulturminister in Osch.", {"culture-ministers"}),
        ("The transport ministers met in Osh on {4 May 2021}.", {"transport-ministers"}),
        ("Am {4. Mai 2021} eröffnete Wang Yi in Osch das Treffen der Kulturminister.", {"wang-yi"}),
    ],
)
def test_a_body_acts_where_nobody_else_does(text, expected):
    assert acting(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Customs chiefs compared their forms.", [("Customs chiefs", "customs-services")]),
        ("Prime ministers arrived late.", [("Prime ministers", "heads-of-government")]),
        ("In Osch sprachen Notenbankchefs und Zollverwaltungen.", [
            ("Notenbankchefs", "central-bank-governors"), ("Zollverwaltungen", "customs-services")
        ]),
    ],
)  # fmt: skip
def test_bodies_of_officials_open_sentences_too(text, expected):
    assert named(text) == expected


@pytest.mark.parametrize("row", VOCABULARY.rows("standing_words"), ids=lambda row: f"{row['kind']} {row['role']}")
def test_each_standing_word_stands_in_its_example(row):
    assert any(re.search(rf"\b(?:{word})\b", row["example"]) for word in row["words"].split())
