"""Every format, opened by another library than the one that wrote it, holds the rows shown."""

import csv
import io
import json
import zipfile
from dataclasses import replace
from datetime import UTC, datetime

import duckdb
import openpyxl
import pyogrio
import pytest
from frictionless import Package
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.exports import all_exports, csv_excel, csv_plain, table_exports, xlsx
from dashboard.filters.facets import FACETS
from dashboard.language import LANGUAGES
from dashboard.slices.dictionary import description
from dashboard.slices.labelled import columns, heads
from dashboard.slices.slice_tables import table_names
from loaders.tables import schema
from tests.dashboard.slices import BASE, MADE_AT, QUERIES, TABLES, as_text, cells, context, slice_of, texts, view_of
from tests.dashboard.small import small_tables

EXPORTS = {export.ID: export for export in all_exports()}
EVENTS = [column["column"] for column in schema()["events"]]
_JSON = "read_json('{}', maximum_object_size = 99000000)"
EVERY_QUERY = pytest.mark.parametrize("query", QUERIES.values(), ids=QUERIES)


def made(format_id, view, **changes):
    return EXPORTS[format_id].build(view.tables, context(view, **changes))


def duck(content, tmp_path, query="select * from read_parquet('{}')"):
    """Rows by DuckDB, which may load nothing for it."""
    path = tmp_path / "file"
    path.write_bytes(content)
    closed_off = {"autoinstall_known_extensions": False, "autoload_known_extensions": False}
    with duckdb.connect(config=closed_off) as connection:
        found = connection.execute(query.format(path))
        names = [column[0] for column in found.description]
        return [dict(zip(names, row, strict=True)) for row in found.fetchall()]


@pytest.mark.parametrize("export", all_exports(), ids=lambda export: export.ID)
def test_a_format_keeps_to_the_protocol(export):
    assert export.ID
    assert export.MIME
    for lang in LANGUAGES:
        assert export.TITLE(lang)
        assert export.HELP(lang).count(".") == 1
    assert callable(export.build)


def test_formats_do_not_share_names():
    assert len({export.SUFFIX for export in all_exports()}) == len(EXPORTS) == 10
    assert [export.ID for export in table_exports()] == ["csv", "excel-de"]


@pytest.mark.parametrize("format_id", EXPORTS)
def test_the_same_gives_the_same_bytes(format_id):
    view = view_of(QUERIES["several"])
    assert made(format_id, view) == made(format_id, view_of(QUERIES["several"]))


def test_a_time_without_zone_is_refused():
    with pytest.raises(ValueError, match="time zone"):
        replace(context(view_of({})), made_at=datetime(2026, 1, 1))


@EVERY_QUERY
def test_csv(query):
    view = view_of(query)
    found = list(csv.DictReader(io.StringIO(made("csv", view).decode("utf-8"), newline="")))
    assert texts(found, EVENTS) == cells("events", view.tables)


@pytest.mark.parametrize("table", table_names())
def test_csv_of_one_table(table):
    view = view_of(QUERIES["several"])
    content = made("csv", view, table=table).decode("utf-8")
    found = list(csv.DictReader(io.StringIO(content, newline="")))
    assert texts(found, [column["column"] for column in schema()[table]]) == cells(table, slice_of(view))


@EVERY_QUERY
def test_csv_for_a_german_excel(query):
    view = view_of(query)
    content = made("excel-de", view)
    assert content.startswith(b"\xef\xbb\xbf")
    found = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";"))
    assert found[0] == list(heads("events", view.lang).values())
    ids = [row[0] for row in found[1:]]
    assert ids == list(view.tables["events"]["event_id"])


def tricky():
    """An event whose words look like formulas, addresses and separators."""
    tables = small_tables()
    events = tables["events"].copy()
    events.loc[0, ["title", "passage", "date_text"]] = ["=1+1", '+49;"Zitat"\nZeile,Ende', "@https://a.example"]
    events.loc[1, ["title", "passage"]] = ["http://a.example", "-5"]
    return tables.replaced(events=events)


def test_formulas_are_defused_for_excel_alone():
    view = view_of({}, tricky())
    plain = list(csv.DictReader(io.StringIO(made("csv", view).decode(), newline="")))
    assert [plain[0][name] for name in ("title", "passage", "date_text")] == [
        "=1+1",
        '+49;"Zitat"\nZeile,Ende',
        "@https://a.example",
    ]
    text = made("excel-de", view).decode("utf-8-sig")
    excel = list(csv.DictReader(io.StringIO(text, newline=""), delimiter=";"))
    assert excel[0]["Titel"] == "'=1+1"
    assert excel[0]["Textstelle"] == '\'+49;"Zitat"\nZeile,Ende'
    assert excel[1]["Textstelle"] == "'-5"


@EVERY_QUERY
def test_json(query, tmp_path):
    view = view_of(query)
    content = made("json", view)
    about = duck(content, tmp_path, f"select count, data_version, filter, notices from {_JSON}")
    sentence = view.selection.sentence(view.everything, view.lang)
    assert about == [{"count": view.count, "data_version": view.everything.version, "filter": sentence, "notices": []}]
    rows = duck(
        content,
        tmp_path,
        f"select unnest(rows, recursive := true) from {_JSON}" if view.count else "select 1 where false",
    )
    assert texts(rows, EVENTS) == cells("events", view.tables)


@EVERY_QUERY
def test_json_lines(query, tmp_path):
    view = view_of(query)
    content = made("jsonl", view)
    assert content.count(b"\n") == view.count
    if not view.count:
        assert content == b""
        return
    found = duck(
        content,
        tmp_path,
        """select event_id, title, date."start" as date_start, status.id as status,
            [topic.topic_id for topic in topics] as topics, [one.quote for one in evidence] as quotes,
            [place.place_id || ' ' || place.role for place in places] as places
        from read_json('{}', format = 'newline_delimited')""",
    )
    names = ["event_id", "title", "date_start", "status"]
    assert texts(found, names) == [{name: row[name] for name in names} for row in cells("events", view.tables)]
    assert sum(len(row["topics"]) for row in found) == len(view.tables["event_topics"])
    assert [quote for row in found for quote in row["quotes"]] == quotes_by_event(view)
    assert sum(len(row["places"]) for row in found) == len(view.tables["event_places"])


def quotes_by_event(view):
    evidence = view.tables["evidence"]
    return [quote for id_ in view.tables["events"]["event_id"] for quote in evidence.loc[evidence["event_id"] == id_, "quote"]]


@EVERY_QUERY
def test_parquet(query, tmp_path):
    view = view_of(query)
    content = made("parquet", view)
    found = duck(content, tmp_path)
    assert texts(found, EVENTS) == cells("events", view.tables)
    topics = [(row["event_id"], id_) for row in found for id_ in row["topic_ids"]]
    assert sorted(topics) == sorted(view.tables["event_topics"].itertuples(index=False, name=None))
    types = {
        row["column_name"]: row["column_type"] for row in duck(content, tmp_path, "describe select * from read_parquet('{}')")
    }
    assert (types["date_start"], types["is_main"], types["section_no"], types["topic_ids"]) == (
        "DATE",
        "BOOLEAN",
        "BIGINT",
        "VARCHAR[]",
    )
    about = {row["key"]: row["value"] for row in duck(content, tmp_path, "select key, value from parquet_kv_metadata('{}')")}
    assert about[b"filter"].decode() == view.selection.sentence(view.everything, view.lang)


def test_parquet_of_one_table(tmp_path):
    view = view_of(QUERIES["several"])
    found = duck(made("parquet", view, table="places"), tmp_path)
    names = [column["column"] for column in schema()["places"]]
    assert texts(found, names) == cells("places", slice_of(view))


def pairs_of(view):
    """Event and place for every event shown; 'online' and 'none' stand for places that are none."""
    links = view.tables["event_places"]
    pairs = {(row.event_id, row.place_id, row.role) for row in links.itertuples()}
    for event in view.tables["events"].itertuples():
        if event.is_online:
            pairs.add((event.event_id, "online", "venue"))
        elif event.event_id not in set(links["event_id"]):
            pairs.add((event.event_id, "none", ""))
    return pairs


@EVERY_QUERY
def test_geojson(query):
    view = view_of(query)
    content = made("geojson", view)
    document = json.loads(content)
    assert "crs" not in document, "RFC 7946 has one reference system and no member for it"
    if not view.count:
        assert document["features"] == []
        return
    found = pyogrio.read_dataframe(content)
    assert found.crs.to_epsg() == 4326
    told = {
        (e["event_id"], row.place_id, e["role"] or "") for row in found.itertuples() for e in json.loads(str_json(row.events))
    }
    assert told == pairs_of(view)
    positions = TABLES["places"].set_index("place_id")
    for row in found[~found.geometry.isna()].itertuples():
        place = positions.loc[row.place_id]
        assert (row.geometry.x, row.geometry.y) == pytest.approx((place.longitude, place.latitude))


def str_json(value):
    return value if isinstance(value, str) else json.dumps(value)


@EVERY_QUERY
def test_geoparquet(query, tmp_path):
    view = view_of(query)
    content = made("geoparquet", view)
    found = duck(content, tmp_path)
    assert {(row["event_id"], row["place_id"], row["role"] or "") for row in found} == pairs_of(view)
    without = {row["place_id"] for row in found if row["geometry"] is None}
    assert without <= {"online", "none"} | set(TABLES["places"].loc[TABLES["places"]["latitude"].isna(), "place_id"])
    about = {row["key"]: row["value"] for row in duck(content, tmp_path, "select key, value from parquet_kv_metadata('{}')")}
    assert json.loads(about[b"geo"])["version"] == "1.1.0"


@EVERY_QUERY
def test_xlsx(query):
    view = view_of(query)
    book = openpyxl.load_workbook(io.BytesIO(made("xlsx", view)))
    tables = book.sheetnames[1:-1]
    assert tables == list(table_names())
    found = slice_of(view)
    for table in tables:
        sheet = book[table]
        head, *rows = sheet.iter_rows(values_only=True)
        assert list(head) == [column["column"] for column in columns(table)]
        read = [dict(zip(head, row, strict=True)) for row in rows]
        assert texts(read, [column["column"] for column in schema()[table]]) == [
            as_excel(table, row) for row in cells(table, found)
        ]
        assert sheet.freeze_panes == "B2"
        assert sheet.auto_filter.ref
    about = {row[0]: row[1] for row in book.worksheets[0].iter_rows(values_only=True)}
    assert about[{"de": "Datenstand", "en": "Data version"}[view.lang]] == view.everything.version
    assert view.selection.sentence(view.everything, view.lang) in about.values()


def as_excel(table, row):
    """What the CSV calls 38.50 is the number 38.5 to Excel."""
    types = {column["column"]: column["type"] for column in schema()[table]}
    return {name: as_text(number(value)) if types[name] == "number" else value for name, value in row.items()}


def number(text):
    value = float(text) if text else None
    return int(value) if value is not None and value.is_integer() else value


def test_xlsx_cells_have_their_types():
    view = view_of({}, tricky())
    book = openpyxl.load_workbook(io.BytesIO(made("xlsx", view)))
    sheet = book["events"]
    row = {head.value: cell for head, cell in zip(sheet[1], sheet[2], strict=True)}
    assert (row["date_start"].is_date, row["date_start"].number_format) == (True, "yyyy-mm-dd")
    assert (row["is_main"].data_type, row["section_no"].data_type) == ("b", "n")
    assert (row["title"].data_type, row["title"].value) == ("s", "=1+1")
    assert all(cell.hyperlink is None and cell.data_type != "f" for line in sheet.iter_rows() for cell in line)
    assert book.properties.created == MADE_AT.astimezone(UTC).replace(tzinfo=None)


def test_xlsx_says_what_excel_cannot_hold(monkeypatch):
    monkeypatch.setattr(xlsx, "MOST_ROWS", 3)
    monkeypatch.setattr(xlsx, "LONGEST_TEXT", 90)
    view = view_of({}, small_tables())
    book = openpyxl.load_workbook(io.BytesIO(made("xlsx", view)))
    assert book["events"].max_row == 3
    assert max(len(row[4]) for row in book["sections"].iter_rows(values_only=True)) == 90
    notes = [row[1] for row in book.worksheets[0].iter_rows(values_only=True) if row[0] == "!"]
    missing = view.count - 2  # the head takes one of three
    assert any("„events“" in note and f"fehlen {missing}" in note for note in notes)
    assert any("sections!text, 2" in note for note in notes)


def test_a_date_before_excel_begins_stays_text():
    tables = small_tables()
    events = tables["events"].copy()
    events.loc[0, "date_start"] = "1648-10-24"
    view = view_of({}, tables.replaced(events=events))
    sheet = openpyxl.load_workbook(io.BytesIO(made("xlsx", view)))["events"]
    assert "1648-10-24" in [cell.value for cell in sheet[2]]


@EVERY_QUERY
def test_package_is_valid_and_holds_the_rows(query, tmp_path):
    view = view_of(query)
    path = tmp_path / "slice.zip"
    path.write_bytes(made("package", view))
    package = Package(str(path))
    report = package.validate()
    assert report.valid, report.flatten(["taskNumber", "rowNumber", "fieldNumber", "type", "note"])[:5]
    assert [resource.name for resource in package.resources] == list(table_names())
    found = slice_of(view)
    for table in table_names():
        # GDAL unpacks and reads by itself.
        read = pyogrio.read_dataframe(f"/vsizip/{path}/data/{table}.csv", read_geometry=False)
        names = [column["column"] for column in schema()[table]]
        assert texts(read.to_dict("records"), names) == cells(table, found)


def test_package_breaks_where_a_row_is_missing(tmp_path):
    """The keys are real: without a place that an event refers to, the package is not valid."""
    path = tmp_path / "slice.zip"
    view = view_of(QUERIES["several"])
    path.write_bytes(made("package", view))
    package = Package(str(path))
    descriptor = package.to_descriptor()
    places = next(item for item in descriptor["resources"] if item["name"] == "places")
    places.clear()
    places |= {"name": "places", "data": [["place_id"], ["elsewhere"]]}
    for item in descriptor["resources"]:
        if item["name"] != "places":
            rows = list(csv.reader(io.StringIO(csv_plain.table_bytes(slice_of(view)[item["name"]]).decode(), newline="")))
            item.pop("path"), item.pop("hash", None), item.pop("bytes", None), item.pop("dialect", None)
            item |= {"data": rows, "format": "inline", "scheme": ""}
            item.pop("mediatype", None), item.pop("encoding", None)
    report = Package.from_descriptor(descriptor).validate()
    assert "foreign-key" in {row[0] for row in report.flatten(["type"])}


def _has(view, kind):
    return kind["event_type_id"] in set(view.tables["events"]["event_type"])


@pytest.mark.parametrize("lang", LANGUAGES)
def test_readme_says_what_the_package_is(lang):
    view = view_of({"topic": "energy", "lang": lang})
    with zipfile.ZipFile(io.BytesIO(made("package", view))) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        readme = archive.read("README.md").decode()
        described = json.loads(archive.read("datapackage.json"))
        dictionary = archive.read("data-dictionary.md").decode()
        rows = list(csv.DictReader(io.StringIO(archive.read("data-dictionary.csv").decode(), newline="")))
    version = view.everything.version
    for words in (
        view.selection.sentence(view.everything, lang),
        f"{BASE}events?topic=energy&lang={lang}&v={version}",
        f"{BASE}slice.csv?topic=energy&lang={lang}&v={version}",
        {"de": "4. März 2026, 15:06 UTC", "en": "4 March 2026, 15:06 UTC"}[lang],
        f"| `data/events.csv` | {description('events', lang)} | {view.count} |",
        "CC BY 4.0",
        {"de": "Wie zu zitieren ist", "en": "How to cite"}[lang],
        version,
        *(row[f"definition_{lang}"] for row in view.everything["event_types"].to_dict("records") if _has(view, row)),
    ):
        assert words in readme
    assert described["created"] == "2026-03-04T15:06:07+00:00"
    assert {row["table"] for row in rows} == set(table_names())
    for row in rows:
        assert f"`{row['column']}`" in dictionary
        assert row["description_de"] in dictionary
        assert row["description_en"] in dictionary


def test_excel_heads_are_defused_too():
    assert csv_excel.table_bytes(tricky()["events"].rename(columns={"title": "=A1"})).decode("utf-8-sig").count("'=A1") == 1


@st.composite
def queries(draw):
    possible = [key for key in FACETS if key != "only" and FACETS[key].values(TABLES)]
    keys = draw(st.lists(st.sampled_from(possible), max_size=3, unique=True))
    query = {}
    for key in keys:
        most = 1 if FACETS[key].single else 3
        values = draw(st.lists(st.sampled_from(FACETS[key].values(TABLES)), min_size=1, max_size=most, unique=True))
        query[key] = ",".join(values)
    return {**query, "lang": draw(st.sampled_from(LANGUAGES))}


@settings(max_examples=25, deadline=None)
@given(queries())
def test_all_formats_agree_on_the_number_of_events(query):
    view = view_of(query)
    shown = set(view.tables["events"]["event_id"])
    rows = list(csv.DictReader(io.StringIO(made("csv", view).decode(), newline="")))
    assert [row["event_id"] for row in rows] == list(view.tables["events"]["event_id"])
    assert json.loads(made("json", view))["count"] == view.count
    assert made("jsonl", view).count(b"\n") == view.count
    placed = json.loads(made("geojson", view))["features"]
    assert {event["event_id"] for place in placed for event in place["properties"]["events"]} == shown
    assert len(slice_of(view)["evidence"]) == len(view.tables["evidence"])
