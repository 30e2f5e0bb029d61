"""The places of a text, why they are named, and their roles in an event."""

import re
from dataclasses import replace
from itertools import pairwise
from types import SimpleNamespace

import pytest

from loaders.document import Section
from loaders.passage import Passage, split_passages
from loaders.places.finding import find_heading_places, find_online, find_places, is_online, place_problems, place_row
from loaders.places.names import Found, find_names, places_by_id
from loaders.places.roles import choose_places
from loaders.places.rules import cue_rules
from loaders.vocabulary import default

ROWS = default().rows("place_cues")
DAY = "4. Mai 2023"


def section(text, heading=""):
    return Section(1, heading, text)


def places(text, heading=""):
    return [(mention.place_id, mention.cue) for mention in find_places(section(text, heading))]


def passage(text, date="", heading="", is_main=False):
    """The passage of the date in the text; without a date the whole text."""
    whole = section(text, heading)
    if not date:
        return Passage(whole, 0, len(text), 0, len(text), 0, 0, len(text), is_main)
    start = text.index(date)
    return replace(split_passages(whole, [SimpleNamespace(start=start, end=start + len(date))])[0], is_main=is_main)


def roles(text, date, event_type="meeting", heading="", is_main=False, **more):
    event = passage(text, date, heading, is_main)
    headed = find_heading_places(event.section)
    online = is_online(event)
    chosen = choose_places(event, find_places(event.section), (), headed, online, event_type, **more)
    return {place: role for place, role, _, _ in chosen}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['side']}-{row['pattern']}"[:60])
def test_each_cue_proves_itself_on_its_example(row):
    text = row["example"]
    found = find_places(section(text))
    pattern = re.escape(row["pattern"]) if row["side"] in ("head", "class") else row["pattern"]
    assert re.search(pattern, text, re.IGNORECASE)
    if row["side"] in ("online", "remote"):
        assert find_online(passage(text))
    elif row["side"] in ("single", "hybrid"):
        assert not find_online(passage(text))
    elif row["cue"] == "name":
        assert not found
    elif row["side"] in ("class", "composed"):
        assert {"venue", "visit"} & {mention.cue for mention in found}
    else:
        assert row["cue"] in {mention.cue for mention in found}


@pytest.mark.parametrize("row", [row for row in ROWS if row["side"] == "happening"], ids=lambda row: row["pattern"][:40])
def test_a_relative_clause_tells_of_a_venue_by_what_happens_in_it(row):
    day = "On 4 May 2023 he spoke: " if row["language"] == "en" else "Am 4. Mai 2023 sprach er: "
    assert roles(day + row["example"], day[3:13])["goa"] == "venue"
    assert roles("Am 4. Mai 2023 sprach er über den Rat, der in Goa Ansehen genießt.", DAY) == {"goa": "mention"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chinas und Usbekistans Minister tagten.", ["china", "uzbekistan"]),
        ("Er reiste in die Vereinigten Arabischen Emirate.", ["united-arab-emirates"]),
        ("Sie tagten in den Vereinigten Arabischen Emiraten.", ["united-arab-emirates"]),
        ("Sie tagten in der Inneren Mongolei.", ["inner-mongolia"]),
        ("Sie tagten in der Mongolei.", ["mongolia"]),
        ("Sie tagten in Nur-Sultan und in Astana.", ["astana", "astana"]),
        ("Sie tagten in Xi’an, in Xi'an und in Xi‘an.", ["xian", "xian", "xian"]),
        ("Sie tagten in Kiew, Kyjiw und Kyiv.", ["kyiv", "kyiv", "kyiv"]),
        ("Sie tagten in St. Petersburg.", ["saint-petersburg"]),
        ("Beijing’s and China's proposals were adopted.", ["beijing", "china"]),
        ("The US and the UK were absent.", ["united-states", "united-kingdom"]),
        ("Neu-Delhi und Delhi", ["new-delhi", "delhi"]),
    ],
)
def test_names_and_their_forms(text, expected):
    assert [mention.place_id for mention in find_places(section(text))] == expected


@pytest.mark.parametrize(
    "text",
    [
        "Die Moskauer Erklärung der Shanghaier Organisation für Zusammenarbeit gilt.",
        "Die Shanghai Cooperation Organisation tagte.",
        "Das „China-SCO-Forum“ und die „Nanchang-Initiative“ folgten.",
        "Das China-SCO-Forum kostete 10 US-Dollar.",
        "Wladimir Putin und Vladimir Norow sprachen mit Taras Schewtschenko.",
        "Die Konvention von Schanghai und die Universität Peking sind bekannt.",
        "Der Jialing Jiang mündet in den Jangtsekiang.",
        "Sind die Minister in Präsenz und in Form, geht es nach Angaben der Leitung voran.",
        "Im Taschkenter Format und im Wiener Übereinkommen steht es.",
        "China Daily und India Today berichteten.",
    ],
)
def test_places_inside_names_are_none(text):
    assert places(text) == []


@pytest.mark.parametrize(
    ("text", "country", "kind", "source"),
    [
        ("Die Messe fand im russischen Tschebarkul statt.", "RU", "city", "geonames"),
        ("Sie besuchten die Dörfer Anyi und Beispielhausen in Guizhou.", "CN", "city", "text"),
        ("Er besuchte Aachen. In Aachen, der deutschen Stadt, tagten sie.", "DE", "city", "geonames"),
        ("Sie tagten in der Stadt Hyderabad. Indien lud ein.", "IN", "city", "geonames"),
        ("Sie tagten in der Stadt Hyderabad. Pakistan lud ein.", "PK", "city", "geonames"),
    ],
)
def test_new_and_ambiguous_places_take_their_country_from_the_text(text, country, kind, source):
    mention = [mention for mention in find_places(section(text)) if mention.place.kind == kind][-1]
    assert (mention.place.country_code, mention.place.source) == (country, source)
    assert place_row(mention)["place_id"] == mention.place_id


def test_what_nothing_settles_is_a_problem_without_coordinates():
    told = section("Sie tagten in Punjab und im Dorf Beispielhausen.")
    found = find_places(told)
    assert [(mention.place.country_code, mention.place.latitude) for mention in found] == [("", ""), ("", "")]
    assert [(problem.code, problem.value) for problem in place_problems(told, found)] == [
        ("place-ambiguous", "Punjab"),
        ("place-unknown", "Beispielhausen"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Der Gipfel fand in Samarkand statt. Dort tagten auch die Minister.", "samarkand"),
        ("Nach dem Gipfel von Samarkand tagten sie in Taschkent; am selben Ort sprach er.", "tashkent"),
        ("In Astana ging es um Afghanistan. In derselben Stadt tagte der Rat.", "astana"),
        ("Am Wahltag wählte Kasachstan sein Parlament; dort waren Beobachter unterwegs.", "kazakhstan"),
    ],
)
def test_words_that_point_back(text, expected):
    assert find_places(section(text))[-1].place_id == expected


@pytest.mark.parametrize(
    ("event_type", "date", "text", "venues", "mentions"),
    [
        ("ministerial", DAY, "Am 4. Mai 2023 tagten in Goa die Minister zur Lage in Afghanistan.", "goa", "afghanistan"),
        ("meeting", DAY, "Am 4. Mai 2023 berieten die Minister per Videokonferenz über Afghanistan.", "", "afghanistan"),
        ("meeting", DAY, "Am 4. Mai 2023 tagten sie teils vor Ort in Goa, teils online.", "goa", ""),
        ("other", DAY, "Am 4. Mai 2023 warb er in Teheran für ein Zentrum in Duschanbe.", "tehran", "dushanbe"),
        ("other", "Juni 2019", "Im Juni 2019 bot er in Goa an, in der Provinz Shaanxi ein Haus zu bauen.", "goa", "shaanxi"),
        ("chairmanship", DAY, "Am 4. Mai 2023 übernahm Kasachstan den Vorsitz.", "", "kazakhstan"),
        ("chairmanship", DAY, "Am 4. Mai 2023 übernahm Kasachstan den Vorsitz von Indien.", "", "kazakhstan"),
        ("chairmanship", DAY, "Am 4. Mai 2023 ging der Vorsitz von Indien an Kasachstan.", "", "kazakhstan"),
        (
            "launch",
            "2017",
            "Das Netz startete 2017 mit Standorten in Belgien, Ruanda und Malaysia.",
            "",
            "belgium rwanda malaysia",
        ),
        ("meeting", DAY, "Mit Tadschikistan hatte China am 4. Mai 2023 in Goa beraten.", "goa", "tajikistan china"),
        ("other", DAY, "Am 4. Mai 2023 stellte Almaty sich als Kulturhauptstadt vor.", "almaty", ""),
        (
            "meeting",
            DAY,
            "Am 4. Mai 2023 tagten sie in Goa; als Gast kam Belarus; auch Indien nahm teil.",
            "goa",
            "belarus",
        ),
        ("summit", "2023", "Indien übernahm den Vorsitz. Es will 2023 den Gipfel ausrichten.", "india", ""),
        ("meeting", DAY, "Am 4. Mai 2023 kehrte der Rat, der in Goa arbeitete, nach Minsk zurück.", "minsk", "goa"),
        ("mission", DAY, "Am 4. Mai 2023 bereiste er Xinjiang; Stationen waren Ürümqi und Aksu.", "xinjiang urumqi aksu", ""),
        ("mission", DAY, "Am 4. Mai 2023 beobachtete sie die Wahl in Kirgisistan.", "kyrgyzstan", ""),
        ("mission", DAY, "Am 4. Mai 2023 sah sie in Bischkek die Wahl in Kirgisistan.", "bishkek", "kyrgyzstan"),
        ("summit", "Jahr 2023", "Im Jahr 2023 will Indien den Gipfel ausrichten.", "india", ""),
        ("meeting", "4 May 2023", "On 4 May 2023 the ministers met in Astana, Kazakhstan.", "astana", ""),
        ("launch", "4 May 2023", "A consulate in Goa was opened on 4 May 2023.", "goa", ""),
        ("exercise", DAY, "Am 4. Mai 2023 übten Truppen aus Indien und Nepal in Goa.", "goa", ""),
        ("conference", DAY, "Am 4. Mai 2023 lernten in Goa Bauern aus Laos, Nepal und Oman.", "goa", ""),
        ("meeting", "4 May 2023", "On 4 May 2023 the guides invited colleagues to Goa.", "goa", ""),
        ("other", DAY, "Am 4. Mai 2023 erreichte ein Hilfszug Goa.", "goa", ""),
        ("exercise", DAY, "Die Übung soll in Xiamen ablaufen, wo am 4. Mai 2023 schon geübt wurde.", "xiamen", ""),
        ("meeting", DAY, "Oman lehnte ab, sie tagten in Minsk. Man sieht sich dort am 4. Mai 2023 wieder.", "minsk", ""),
        ("meeting", DAY, "Der Text geht an die Tagung (4. Mai 2023, Minsk).", "minsk", ""),
        ("meeting", "4 May 2023", "The text goes to the next round (4 May 2023, Minsk).", "minsk", ""),
        ("meeting", DAY, "Wer auf der Tagung (Minsk, 4. Mai 2023) war, schrieb davon.", "minsk", ""),
        ("launch", DAY, "Am 4. Mai 2023 wurde die Leitung von Oman über Nepal nach Laos eröffnet.", "", "oman nepal laos"),
        ("launch", "4 May 2023", "On 4 May 2023 the line from Oman through Nepal to Laos was opened.", "", "oman nepal laos"),
        ("document", DAY, "Am 4. Mai 2023 verurteilten sie in Minsk den Anschlag von Almaty.", "minsk", "almaty"),
        ("document", "4 May 2023", "On 4 May 2023 in Minsk they spoke of the attack at Almaty.", "minsk", "almaty"),
        ("document", "4 May 2023", "On 4 May 2023 the Nepal–ASEAN Bureau signed it.", "", ""),
        ("document", DAY, "Am 4. Mai 2023 unterschrieb das Forum Nepal–SCO den Text.", "", ""),
        ("meeting", "4 May 2023", "The Minsk consultations began on 4 May 2023.", "minsk", ""),
        ("summit", "4 May 2023", "They prepared the Minsk summit, now set for 4 May 2023.", "minsk", ""),
        ("other", "4 May 2023", "All points to 4 May 2023, when a gala is to be held in Minsk.", "minsk", ""),
        ("other", DAY, "Am 4. Mai 2023 wählte Nepal sein Parlament.", "nepal", ""),
        ("other", "4 May 2023", "Nepal voted on its constitution on 4 May 2023.", "nepal", ""),
        ("summit", "2023", "They met in Minsk. The city will host the summit in 2023.", "minsk", ""),
        ("summit", "2023", "Sie tagten in Minsk. Die Stadt soll 2023 den Gipfel ausrichten.", "minsk", ""),
        ("other", "4 May 2023", "At the session on 4 May 2023 S. Rana spoke for Nepal.", "", ""),
        ("other", "4 May 2023", "On 4 May 2023 a shipment of seeds had reached Goa.", "goa", ""),
        ("conference", "4 May 2023", "A workshop planned for Goa on 4 May 2023 was dropped.", "goa", ""),
        ("conference", DAY, "Die für Goa angesetzte Runde am 4. Mai 2023 entfiel.", "goa", ""),
        ("meeting", DAY, "Am 4. Mai 2023 schrieb er dem Koordinator in China.", "", ""),
        ("meeting", "4 May 2023", "Goa welcomed the athletes on 4 May 2023.", "goa", ""),
        ("meeting", "4 May 2023", "Samarkand served as the venue on 4 May 2023.", "samarkand", ""),
        ("meeting", "4 May 2023", "The SCO–Afghanistan contact group met on 4 May 2023.", "", "afghanistan"),
        ("exercise", DAY, "Am 4. Mai 2023 übten sie in Goa; Nepal blieb fern.", "goa", "nepal"),
        ("exercise", "4 May 2023", "On 4 May 2023 they drilled in Goa; Nepal stayed away.", "goa", "nepal"),
        ("document", DAY, "Belarus und Nepal unterschrieben am 4. Mai 2023 in Minsk einen Vertrag.", "minsk", "belarus nepal"),
        ("document", "4 May 2023", "Nepal and Belarus signed a treaty in Minsk on 4 May 2023.", "minsk", "nepal belarus"),
        ("document", "4 May 2023", "Nepal's parliament approved the treaty on 4 May 2023.", "", "nepal"),
        ("document", DAY, "Das Parlament Nepals billigte am 4. Mai 2023 den Vertrag.", "", "nepal"),
        ("document", "4 May 2023", "In Minsk Nepal's minister signed it on 4 May 2023.", "minsk", ""),
        ("meeting", "4 May 2023", "Nepal was visited by the group on 4 May 2023.", "nepal", ""),
        ("meeting", DAY, "Nepal wurde am 4. Mai 2023 von der Gruppe besucht.", "nepal", ""),
        ("meeting", "4 May 2023", "Moscow's envoy wrote to them on 4 May 2023.", "", ""),
        ("document", DAY, "Im April traf ein Anschlag Minsk. Er verurteilte ihn am 4. Mai 2023.", "", ""),
        ("document", DAY, "Im April starben bei einem Anschlag in Minsk viele. Er verurteilte ihn am 4. Mai 2023.", "", "minsk"),
        ("other", "4 May 2023", "A landslide in Goa killed six. She sent her condolences on 4 May 2023.", "", "goa"),
        ("conference", DAY, "Ein Seminar über Bienen in Minsk fand am 4. Mai 2023 statt.", "minsk", ""),
        ("conference", DAY, "Am 4. Mai 2023 begann der Wettbewerb für junge Köche in Goa.", "goa", ""),
        ("conference", "4 May 2023", "A contest for young cooks in Goa opened on 4 May 2023.", "goa", ""),
        ("ministerial", "4 May 2023", "The ministers responsible for water met in Goa on 4 May 2023.", "goa", ""),
        ("ministerial", DAY, "Die Minister für Fischerei berieten in Goa am 4. Mai 2023.", "goa", ""),
        ("other", "4 May 2023", "He told of it for the first time in Minsk on 4 May 2023.", "minsk", ""),
        ("other", "4 May 2023", "She campaigned for a new library in Minsk all day, as said on 4 May 2023.", "", "minsk"),
        ("other", DAY, "Neuer Termin ist der 4. Mai 2023, Ort Minsk.", "minsk", ""),
        ("other", "4 May 2023", "The new date is 4 May 2023, venue: Minsk.", "minsk", ""),
        ("other", DAY, "Am 4. Mai 2023 pflanzten sie Bäume am Ufer des Issyk-Kul.", "issyk-kul", ""),
        ("launch", DAY, "Ein Güterzug nach Goa soll am 4. Mai 2023 abfahren.", "", "goa"),
        ("launch", "4 May 2023", "A shipment to Goa is due on 4 May 2023.", "", "goa"),
        ("launch", "4 May 2023", "The first bus left Minsk on 4 May 2023.", "minsk", ""),
        ("other", "4 May 2023", "A load of rice left Minsk on 4 May 2023.", "", "minsk"),
        ("chairmanship", "4 May 2023", "On 4 May 2023 the chair will pass to Nepal.", "", "nepal"),
        ("membership", "4 May 2023", "On 4 May 2023 the assembly in Nepal ratified the accession.", "", "nepal"),
        ("appointment", DAY, "In Nepal trat am 4. Mai 2023 der Präsident zurück.", "", "nepal"),
        ("other", "4 May 2023", "The plan, drawn up by Moscow, was dropped on 4 May 2023.", "", ""),
        ("other", "4 May 2023", "It was put off at Moscow's own request on 4 May 2023.", "", ""),
        ("meeting", "4 May 2023", "On 4 May 2023 they exchanged views in Minsk.", "minsk", ""),
        ("other", DAY, "Am 4. Mai 2023 wies die Regierung in Minsk den Text zurück.", "", ""),
        ("exercise", "4 May 2023", "The drill began in Nepal's far west on 4 May 2023.", "nepal", ""),
        ("other", "4 May 2023", "Floods in Goa killed two people on 4 May 2023.", "goa", ""),
        ("other", DAY, "Am 4. Mai 2023 starben bei einem Erdrutsch in Goa zwei Menschen.", "goa", ""),
        ("meeting", "4 May 2023", "In Minsk, which had long been left aside, the envoy held talks on 4 May 2023.", "minsk", ""),
        (
            "mission",
            DAY,
            "Am 4. Mai 2023 kam die Gruppe, die Schulen in Minsk, Goa und Almaty besichtigte.",
            "minsk goa almaty",
            "",
        ),
        ("meeting", "4 May 2023", "On 4 May 2023 they met in Goa, some of them by video link.", "goa", ""),
        ("meeting", DAY, "Am 4. Mai 2023 tagten sie in Goa, einige von ihnen per Video.", "goa", ""),
        ("ceremony", "4 May 2023", "Laos, a partner since March, opened its hall in Minsk on 4 May 2023.", "minsk", "laos"),
    ],
)
def test_roles(event_type, date, text, venues, mentions):
    expected = dict.fromkeys(venues.split(), "venue") | dict.fromkeys(mentions.split(), "mention")
    assert roles(text, date, event_type) == expected


@pytest.mark.parametrize(
    ("text", "heading", "place_id"),
    [
        ("Sie übten in Tscholpon-Ata. Dann zogen sie ins Zeltdorf Arpatal.", "", "arpatal-kg"),
        ("Der Regen hat den Bezirk Sundarpur getroffen. So etwas gab es zuletzt in Jemen.", "Hilfe für Nepal", "sundarpur-np"),
        ("They drilled in Qingdao and in Minsk, then at the training ground of Orlovka.", "", "orlovka-by"),
    ],
)
def test_the_country_of_an_unknown_place_is_that_of_the_heading_or_of_the_place_before(text, heading, place_id):
    assert place_id in [place for place, _ in places(text, heading)]


@pytest.mark.parametrize(
    ("text", "date", "event_type", "venues"),
    [
        ("Tags darauf sprach er mit dem Rektor.", "Tags darauf", "meeting", {"goa": "venue"}),
        ("The next day he met the rector.", "The next day", "meeting", {"goa": "venue"}),
        ("The next day he met the rector in Minsk.", "The next day", "meeting", {"minsk": "venue"}),
        ("Tags darauf schrieb er dem Rektor.", "Tags darauf", "other", {}),
    ],
)
def test_the_day_after_a_gathering_is_spent_where_it_was(text, date, event_type, venues):
    event = passage(text, date)
    chosen = choose_places(event, find_places(event.section), [("minsk",), ("goa",)], event_type=event_type)
    assert {place: role for place, role, _, _ in chosen} == venues


def test_near_a_place_that_only_the_text_knows_is_in_its_region_too():
    text = "On 4 May 2023 they drilled near Arpatal in the province of Guizhou."
    assert roles(text, "4 May 2023", "exercise") == {"arpatal-cn": "venue", "guizhou": "venue"}


@pytest.mark.parametrize(
    ("text", "heading", "expected"),
    [
        ("Auch der Rat meldete sich am 4. Mai 2023 zu Wort.", "Erklärungen zur Lage in Nepal", {"nepal": "mention"}),
        ("The Council spoke up as well on 4 May 2023.", "Statements on the unrest in Nepal", {"nepal": "mention"}),
        ("Oman war dagegen. Der Rat meldete sich am 4. Mai 2023 zu Wort.", "Erklärungen zur Lage in Nepal", {}),
        ("Der Rat meldete sich am 4. Mai 2023 zu Wort.", "Treffen in Minsk zur Lage in Nepal", {}),
    ],
)
def test_the_one_country_of_a_heading_concerns_events_that_name_no_place(text, heading, expected):
    assert roles(text, DAY if DAY in text else "4 May 2023", "document", heading) == expected


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("The group on Nepal met in Minsk on 3 May 2022 and is to meet in Goa on 4 May 2023.", ("3 May 2022", "4 May 2023")),
        ("Die Runde zu Nepal traf sich am 3. Mai 2022 in Minsk und soll am 4. Mai 2023 in Goa tagen.", ("3. Mai 2022", DAY)),
    ],
)
def test_what_the_subject_is_about_concerns_all_that_it_did(text, days):
    whole = section(text)
    spans = [SimpleNamespace(start=text.index(day), end=text.index(day) + len(day)) for day in days]
    last = split_passages(whole, spans)[-1]
    chosen = choose_places(last, find_places(whole), event_type="meeting")
    assert {place: role for place, role, _, _ in chosen} == {"goa": "venue", "nepal": "mention"}


def test_the_country_whose_vote_is_watched_in_its_cities_is_concerned():
    text, heading = "Am 4. Mai 2023 waren Beobachter in Bischkek und Osch.", "Wahl in Kirgisistan, 4. Mai 2023"
    assert roles(text, DAY, "mission", heading, True) == {"bishkek": "venue", "osh": "venue", "kyrgyzstan": "mention"}
    assert "kyrgyzstan" not in roles(text.replace("Bischkek und Osch", "Minsk"), DAY, "mission", heading, True)


def test_the_heading_gives_the_venue_of_a_gathering_it_names():
    text, heading = "Am 4. Mai 2023 tagten die Minister.", "Ministertreffen in Goa, 4. Mai 2023"
    assert roles(text, "4. Mai 2023", "ministerial", heading, is_main=True) == {"goa": "venue"}
    assert roles(text, "4. Mai 2023", "ministerial", heading) == {}
    assert roles("Am 4. Mai 2023 tagten die Minister per Video.", "4. Mai 2023", "ministerial", heading, is_main=True) == {}


def test_a_part_of_a_longer_event_takes_over_its_venue():
    text = "Am 5. Mai 2023 traf er den Außenminister."
    assert roles(text, "5. Mai 2023", inherited=("goa",)) == {"goa": "venue"}
    assert roles(text, "5. Mai 2023", "other", inherited=("goa",)) == {}
    assert roles("Am 5. Mai 2023 übernahm er den Vorsitz.", "5. Mai 2023", "chairmanship", inherited=("goa",)) == {}
    assert roles("Am 5. Mai 2023 telefonierte er: Telefonat mit dem Minister.", "5. Mai 2023", inherited=("goa",)) == {}


@pytest.mark.parametrize(
    ("text", "date", "venues"),
    [
        ("29. Mai 2023, Tianjin: Forum der Banken.", "29. Mai 2023", {"tianjin"}),
        ("11./12. Juni 2023, Ürümqi: Treffen, hybrid; zugeschaltet war Iran.", "11./12. Juni 2023", {"urumqi"}),
        ("Tianjin, 29. Mai 2023: Forum der Banken.", "29. Mai 2023", {"tianjin"}),
        ("29. Mai 2023 (Tianjin): Forum der Banken.", "29. Mai 2023", {"tianjin"}),
        ("29. Mai 2023 – Tianjin: Forum der Banken.", "29. Mai 2023", {"tianjin"}),
        ("2023-10-10: SCO Forum of experts, Bishkek, expected.", "2023-10-10", {"bishkek"}),
        ("29. Mai 2023: Treffen mit Ministern, Kasachstan, Iran.", "29. Mai 2023", set()),
        ("On 4 May 2023 runners met on the shore of Lake Issyk-Kul.", "4 May 2023", {"issyk-kul"}),
        ("The Harbin snow half marathon was run on 4 May 2023.", "4 May 2023", {"harbin"}),
        ("It took place on 4 May 2023 at the Shanghai University of Arts.", "4 May 2023", {"shanghai"}),
        ("On 4 May 2023 the Shanghai University of Arts sent books.", "4 May 2023", set()),
        ("Am 4. Mai 2023 verhandelten sie nahe Irkeschtam.", DAY, {"irkeschtam"}),
        ("Der Anschlag von Pahalgam vom 4. Mai 2023 wurde verurteilt.", DAY, {"pahalgam-in"}),
        ("Am 4. Mai 2023 zog er ab, was in Kiew Besorgnis auslöste.", DAY, set()),
        ("Am 4. Mai 2023 tagten sie in Naryn, einige Delegationen waren online zugeschaltet.", DAY, {"naryn"}),
        ("Online statt vor Ort: Am 4. Mai 2023 tagten sie online.", DAY, set()),
        ("The forum, hosted by Goa on 4 May 2023, was calm.", "4 May 2023", {"goa"}),
        ("The experts convened in the southern Kyrgyz city of Osh on 4 May 2023.", "4 May 2023", {"osh"}),
        ("Minsk war am 4. Mai 2023 Ziel einer Delegation.", DAY, {"minsk"}),
        ("Vor Qingdao lagen am 4. Mai 2023 Schiffe.", DAY, {"qingdao"}),
        ("At UN headquarters in New York she spoke on 4 May 2023.", "4 May 2023", {"new-york"}),
        ("Am 4. Mai 2023 tagte der Rat in der kirgisischen Hauptstadt.", DAY, {"bishkek"}),
        ("Am 4. Mai 2023 reiste sie in die Hauptstadt des Iran.", DAY, {"tehran"}),
        ("On 4 May 2023 the council met in the Kyrgyz capital.", "4 May 2023", {"bishkek"}),
        ("On 4 May 2023 the council met in Kyrgyzstan’s capital.", "4 May 2023", {"bishkek"}),
        ("On 4 May 2023 they met in the capital of Kyrgyzstan.", "4 May 2023", {"bishkek"}),
        ("On 4 May 2023 the Indian capital markets closed.", "4 May 2023", set()),
        ("Minsk, 4. Mai 2023; Gastgeberin war die Ministerin.", DAY, {"minsk"}),
        ("Ihre für die erste Maiwoche in Minsk geplante Sitzung fand am 4. Mai 2023 statt.", DAY, {"minsk"}),
        ("Am 4. Mai 2023 war Minsk Schauplatz der Konferenz.", DAY, {"minsk"}),
        ("On 4 May 2023 Minsk was the venue of the conference.", "4 May 2023", {"minsk"}),
        ("Der Minsk-Marathon beginnt am 4. Mai 2023.", DAY, {"minsk"}),
        ("Alle blicken nach Minsk, wo die Minister am 4. Mai 2023 tagen.", DAY, {"minsk"}),
        ("All look towards Minsk, where the ministers are to meet on 4 May 2023.", "4 May 2023", {"minsk"}),
        ("Am 4. Mai 2023 kamen die Minister zusammen. In Minsk einigten sie sich auf Regeln.", DAY, {"minsk"}),
        ("Am 4. Mai 2023 kamen die Minister zusammen. In Minsk blieb es ruhig.", DAY, set()),
        ("In Minsk lobten sie den am 4. Mai 2023 auf dem Gipfel von Goa gebilligten Plan.", DAY, {"minsk"}),
        ("In Minsk lobten sie, das am 4. Mai 2023 auf dem Gipfel von Goa Beschlossene zu achten.", DAY, {"goa"}),
        ("Er verurteilte am 4. Mai 2023 die Entführung der Bahn in Belutschistan.", DAY, set()),
        ("Er verurteilte die Entführung der Bahn in Belutschistan, die am 4. Mai 2023 begann.", DAY, {"balochistan"}),
        ("Er verurteilte den Angriff in Belutschistan vom 4. Mai 2023.", DAY, {"balochistan"}),
        ("After the strikes on Iran, which began on 4 May 2023, the office in Minsk spoke.", "4 May 2023", {"iran"}),
        ("Am 4. Mai 2023 übten Truppen, die meisten davon in Minsk.", DAY, {"minsk"}),
        ("Am 4. Mai 2023 hatten sich in Tschebarkul Militärärzte getroffen.", DAY, {"tschebarkul-ru"}),
        ("Am 4. Mai 2023 trafen sie sich nicht in Minsk, sondern im Internet.", DAY, set()),
    ],
)
def test_venues_in_lists_and_behind_names(text, date, venues):
    assert {place for place, role in roles(text, date).items() if role == "venue"} == venues


@pytest.mark.parametrize(
    ("text", "days", "venues"),
    [
        ("Der Lauf in Minsk am 2. Mai 2023 fiel aus, stattdessen lief man am 4. Mai 2023.", ("2. Mai 2023", DAY), {"minsk"}),
        ("4. Mai: Minsk, Forum der Förster (auf Juni 2024 verlegt)", ("Juni 2024", "4. Mai"), {"minsk"}),
        ("In Minsk tagte die Gruppe am 15. Mai 2023 und am 29. Mai 2023.", ("15. Mai 2023", "29. Mai 2023"), {"minsk"}),
        ("Der Besuch in Minsk am 4. Mai 2023 entfiel; er wird am 9. Mai 2023 nachgeholt.", (DAY, "9. Mai 2023"), {"minsk"}),
        ("A forum, due in Minsk on 4 May 2023, has been moved to 9 June 2023.", ("4 May 2023", "9 June 2023"), {"minsk"}),
        ("Am 4. Mai 2023 tagten sie in Minsk; die Messe wurde auf 9. Juni 2023 verschoben.", (DAY, "9. Juni 2023"), set()),
    ],
)  # fmt: skip
def test_a_further_day_has_the_venue_of_the_first(text, days, venues):
    whole = section(text)
    spans = [SimpleNamespace(start=text.index(day), end=text.index(day) + len(day)) for day in days]
    last = split_passages(whole, spans)[-1]
    chosen = choose_places(last, find_places(whole), event_type="other")
    assert {place for place, role, _, _ in chosen if role == "venue"} == venues


@pytest.mark.parametrize(
    ("text", "days", "venues"),
    [
        (
            "Am 9. Mai 2023 schloss in Minsk die Messe, bei der am 4. Mai 2023 ein Runder Tisch tagte.",
            ("9. Mai 2023", DAY),
            {"minsk"},
        ),
        (
            "The fair closed in Minsk on 9 May 2023, at which a panel had met on 4 May 2023.",
            ("9 May 2023", "4 May 2023"),
            {"minsk"},
        ),
        (
            "On the fringes of the fair, which had opened in Minsk on 2 May 2023, the experts met on 4 May 2023.",
            ("2 May 2023", "4 May 2023"),
            {"minsk"},
        ),
        (
            "Am 9. Mai 2023 berieten sie in Minsk über einen Text, in dem an die Gründung am 4. Mai 2001 erinnert wird.",
            ("9. Mai 2023", "4. Mai 2001"),
            set(),
        ),
        (
            "Schon im April 2023 hatte der Rat in Minsk auf seiner Sitzung am 4. Mai 2023 neue Züge empfohlen.",
            ("April 2023", DAY),
            {"minsk"},
        ),
    ],
)
def test_a_part_of_what_the_sentence_tells_of_is_where_that_is(text, days, venues):
    whole = section(text)
    spans = [SimpleNamespace(start=text.index(day), end=text.index(day) + len(day)) for day in days]
    last = split_passages(whole, spans)[-1]
    chosen = choose_places(last, find_places(whole), event_type="conference")
    assert {place for place, role, _, _ in chosen if role == "venue"} == venues


@pytest.mark.parametrize(
    ("text", "date", "expected"),
    [
        ("4. Mai: Minsk, Treffen der Förster", "4. Mai", {"minsk": "venue"}),
        ("4. Mai 2023: Minsk, das nie gefragt worden war und lange schwieg, lehnte die Anträge ab.", DAY, {"minsk": "mention"}),
        ("Am 4. Mai 2023 starben bei einem Angriff in Minsk drei Menschen.", DAY, {"minsk": "venue"}),
        ("On 4 May 2023 three people died in a bomb attack in Minsk.", "4 May 2023", {"minsk": "venue"}),
        ("Der Plan, an dem dort gearbeitet wird, soll ab 4. Mai 2023 gelten.", DAY, {}),
        (
            "Sie unterschrieben am 4. Mai 2023 Abkommen über das Neue Zentrum in Minsk und das Labor in Goa.",
            DAY,
            {"minsk": "mention", "goa": "mention"},
        ),
        ("Am 4. Mai 2023 war in Minsk die Messe zu Ende gegangen.", DAY, {"minsk": "venue"}),
        ("On 4 May 2023 they spoke of the war in Nepal.", "4 May 2023", {"nepal": "mention"}),
        ("Am 4. Mai 2023 begrüßte sie die Gespräche in Minsk.", DAY, {"minsk": "mention"}),
        ("Am 4. Mai 2023 begrüßte sie die Gäste in Minsk.", DAY, {"minsk": "venue"}),
        ("On 4 May 2023 he saw the mayor and flew on to Minsk.", "4 May 2023", {"minsk": "mention"}),
        ("Am 4. Mai 2023 brannte es am Flughafen von Minsk.", DAY, {"minsk": "venue"}),
        ("On 4 May 2023 a fire broke out at the airport of Minsk.", "4 May 2023", {"minsk": "venue"}),
        ("On 4 May 2023 they opened a hall in Minsk's Olympic village.", "4 May 2023", {"minsk": "venue"}),
        ("On 4 May 2023 this was right in Minsk's view.", "4 May 2023", {}),
        ("Die in Minsk ansässige Behörde schrieb am 4. Mai 2023 einen Brief.", DAY, {}),
        ("Am 4. Mai 2023 stattete er Minsk einen Besuch ab.", DAY, {"minsk": "venue"}),
        ("Linguists from Minsk and Goa wrote on 4 May 2023.", "4 May 2023", {}),
        ("This happened on 4 May 2023 to the annoyance of Moscow.", "4 May 2023", {}),
        ("On 4 May 2023 the experts met; Oman and Nepal had sent observers.", "4 May 2023", {}),
        ("Nepal was represented by S. Rana and Oman by A. Said on 4 May 2023.", "4 May 2023", {}),
        ("Minsk leads it, whose next session Nepal hosts on 4 May 2023.", "4 May 2023", {"nepal": "venue"}),
    ],
)  # fmt: skip
def test_what_words_around_a_place_make_of_it(text, date, expected):
    if "dort" in text:
        text = f"In Minsk tagten sie. {text}"
    assert roles(text, date, "other") == expected


def test_who_stays_away_does_not_settle_the_country():
    (found, _) = find_places(section("Sie übten in der Stadt Hyderabad; Indien blieb fern."))
    assert found.place.country_code != "IN"


@pytest.mark.parametrize(
    "text",
    [
        "weil Neu-Delhi darauf bestand, dass der Rat tagt.",
        "Beijing pressed for a line on trade.",
        "Es scheiterte am Widerspruch Moskaus.",
    ],
)
def test_a_capital_that_speaks_is_no_place_of_an_event(text):
    assert [cue for _, cue in places(text)] == ["government"]
    assert roles(f"Am 4. Mai 2023 geschah es: {text}", DAY, "other") == {}


@pytest.mark.parametrize(
    ("name", "place_id"),
    [("Tscholponata", "cholpon-ata"), ("Horliwka", "horliwka-ua"), ("Horlivka", "horlivka-ua"), ("Aussicht", "")],
)  # fmt: skip
def test_spellings_of_cities_meet(name, place_id):
    found = [mention.place_id for mention in find_places(section(f"Er steht in {name} zur Verfügung. Auch die Ukraine kam."))]
    assert place_id in found if place_id else found == ["ukraine"]


@pytest.mark.parametrize(
    ("text", "unknown"),
    [
        ("Am 4. Mai 2023 tagten sie in Beispielabad.", ["Beispielabad"]),
        ("They met in Qorvut on 4 May 2023.", ["Qorvut"]),
        ("The book appeared in Russian on 4 May 2023 and in March on 5 May 2023.", []),
        ("Das Abkommen trat am 4. Mai 2023 in Kraft.", []),
    ],
)
def test_names_nobody_knows_are_places_with_a_problem(text, unknown):
    told = section(text)
    assert [problem.value for problem in place_problems(told, find_places(told))] == unknown


def test_a_given_name_is_no_city():
    assert places("Präsident Nursultan Nasarbajew sprach.") == []
    assert places("Er sprach in Nursultan.") == [("astana", "venue")]


def test_there_points_to_a_place_that_was_only_the_aim():
    assert ("tashkent", "venue") in places("They prepared for the summit in Tashkent. A day earlier he had held talks there.")


def test_evidence_is_the_text_of_the_place():
    event = passage("Am 4. Mai 2023 tagten sie in Goa.", "4. Mai 2023")
    ((_, _, start, end),) = choose_places(event, find_places(event.section), event_type="meeting")
    assert event.section.text[start:end] == "Goa"


def test_all_labels_and_names_are_found_where_they_stand_as_places():
    for place in places_by_id(default()).values():
        for label in {place.label_de, place.label_en}:
            found = list(find_names(f"in {label}.", default()))
            assert place in found[0].name.places, label


def test_vocabulary_of_places_holds_together():
    rows = default().rows("places")
    assert len({row["place_id"] for row in rows}) == len(rows)
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", row["place_id"]) for row in rows)
    assert all(-90 <= float(row["latitude"]) <= 90 and -180 <= float(row["longitude"]) <= 180 for row in rows)
    assert {row["kind"] for row in rows} == {"city", "region", "country"}
    assert sum(row["kind"] == "country" for row in rows) > 190
    states = {row["country_code"] for row in rows}
    assert {row["country_code"] for row in default().rows("country_adjectives")} <= states


@pytest.mark.parametrize("table", ["memberships", "chairmanships"])
def test_dated_facts_do_not_overlap(table):
    spans = {}
    for row in default().rows(table):
        key = row["country_code"] if table == "memberships" else row["organisation_id"]
        spans.setdefault(key, []).append((row["valid_from"], row["valid_to"] or "9999-12-31"))
    for key, periods in spans.items():
        ordered = sorted(periods)
        assert all(one[1] < other[0] for one, other in pairwise(ordered)), key
        assert all(start <= end for start, end in ordered), key


def test_membership_counts_are_those_the_briefing_of_december_2024_gives():
    at = "2024-12-27"
    rows = [row for row in default().rows("memberships") if row["valid_from"] <= at <= (row["valid_to"] or "9999")]
    counts = {role: sum(row["membership_role"] == role for row in rows) for role in ("member", "observer", "partner")}
    assert counts == {"member": 10, "observer": 2, "partner": 14}


def test_each_adjective_proves_itself_on_its_example():
    for row in default().rows("country_adjectives"):
        chairs = [mention for mention in find_places(section(row["example"])) if mention.cue == "chair"]
        assert [mention.place.country_code for mention in chairs] == [row["country_code"]], row


def test_capitals_lie_in_their_countries():
    known = places_by_id(default())
    assert all(known[row["place_id"]].country_code == row["country_code"] for row in default().rows("capitals"))


def test_online_and_hybrid():
    event = passage("Die Minister tagten per Videokonferenz.")
    span = find_online(event)
    assert span
    assert event.text[slice(*span)] == "Videokonferenz"
    assert not is_online(passage("Die Minister tagten hybrid in Taschkent und per Videokonferenz."))
    assert not is_online(replace(event, start=0, end=12))


def test_what_strikes_a_place_is_told_or_spoken_of_in_the_words_of_either_language():
    blows, found = cue_rules(default()).blows, Found(0, 0, None)
    spoken_of = ("regret", "praise", "praised", "wrong")
    for row in default().rows("blow_words"):
        left, _, right = row["example"].partition("Goa")
        told = blows.is_told(left), blows.is_spoken_of("", found, left)
        if row["kind"] == "dated":
            assert blows.is_dated_behind(right, found), row["example"]
        elif row["kind"] in ("blow", "amid", "near", *spoken_of):
            assert told == (row["kind"] not in spoken_of, row["kind"] in spoken_of), row["example"]
        else:
            assert any(told), row["example"]


@pytest.mark.parametrize(
    "row", [*default().rows("place_frames"), *default().rows("venue_words")], ids=lambda row: f"{row['kind']}-{row['language']}"
)
def test_each_turn_of_phrase_stands_in_its_example(row):
    assert re.search(row["pattern"], row["example"])
