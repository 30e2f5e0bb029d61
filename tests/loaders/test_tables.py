"""The table contract: what is written is read back the same, and what breaks a rule is named."""

import pandas as pd
import pytest

from loaders.data_dictionary import FILE, dictionary
from loaders.tables import TableError, broken_rules, csv_text, frame, read_tables, schema, write_tables

PLACE = {"place_id": "namibia", "label_de": "Namibia", "label_en": "Namibia", "country_code": "NA", "kind": "country"}


def frames(**rows):
    return {table: frame(table, rows.get(table, [])) for table in schema()}


def test_a_round_trip_keeps_namibia_dates_and_truth(tmp_path):
    chairs = [{"organisation_id": "SCO", "country_code": "NA", "valid_from": "2021-01-01", "valid_to": "", "source": "x"}]
    organisations = [{"organisation_id": "SCO", "label_de": "SOZ", "label_en": "SCO"}]
    written = frames(places=[PLACE], chairmanships=chairs, organisations=organisations)
    write_tables(written, tmp_path)
    tables = read_tables(tmp_path)
    assert tables["places"]["country_code"].tolist() == ["NA"]
    assert pd.isna(tables["places"]["latitude"].iloc[0])
    assert str(tables["chairmanships"]["valid_from"].iloc[0].date()) == "2021-01-01"
    assert pd.isna(tables["chairmanships"]["valid_to"].iloc[0])
    for table in schema():
        assert csv_text(table, tables[table]) == (tmp_path / f"{table}.csv").read_text(encoding="utf-8")


def test_a_cell_of_the_wrong_type_names_the_column(tmp_path):
    write_tables(frames(places=[PLACE]), tmp_path)
    path = tmp_path / "places.csv"
    path.write_text(path.read_text(encoding="utf-8").replace("NA,,,", "NA,nord,,"), encoding="utf-8")
    with pytest.raises(TableError, match=r"places\.csv.*latitude.*number"):
        read_tables(tmp_path)


def test_a_missing_table_names_the_cure(tmp_path):
    with pytest.raises(TableError, match="python -m loaders"):
        read_tables(tmp_path)


def test_other_columns_are_refused(tmp_path):
    write_tables(frames(), tmp_path)
    (tmp_path / "topics.csv").write_text("topic_id\n", encoding="utf-8")
    with pytest.raises(TableError, match="columns are"):
        read_tables(tmp_path)


@pytest.mark.parametrize(
    ("rows", "fault"),
    [
        ({"places": [{**PLACE, "label_de": ""}]}, "places.label_de: empty in row 2"),
        ({"places": [PLACE, PLACE]}, "places.place_id: doubled: namibia"),
        ({"event_topics": [{"event_id": "e", "topic_id": "t"}]}, "event_topics.topic_id: not in topics.topic_id: t"),
    ],
)
def test_broken_rules_are_named(rows, fault):
    assert any(found.startswith(fault) for found in broken_rules(frames(**rows)))


def test_the_version_follows_the_data(tmp_path):
    write_tables(frames(places=[PLACE]), tmp_path)
    before = read_tables(tmp_path).version
    write_tables(frames(places=[{**PLACE, "label_en": "The Namib"}]), tmp_path)
    assert read_tables(tmp_path).version != before


def test_every_column_is_described_in_both_languages():
    for table, columns in schema().items():
        for column in columns:
            described = ("type", "label_de", "label_en", "description_de", "description_en")
            assert all(column[key] for key in described), (table, column)
            assert column["type"] in {"id", "code", "text", "integer", "number", "boolean", "date"}


def test_the_data_dictionary_is_up_to_date():
    assert FILE.read_text(encoding="utf-8") == dictionary(), "write it with: python -m loaders.data_dictionary"
