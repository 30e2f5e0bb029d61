"""Kept states of the tables: the same tables, the same file; read back as they were, also under a contract that grew."""

import shutil
import zipfile

import pytest

from loaders import tables, versions
from loaders.__main__ import main
from loaders.tables import TableError, read_tables, write_tables


@pytest.fixture(scope="module")
def kept(tmp_path_factory):
    folder = tmp_path_factory.mktemp("versions")
    path, is_new = versions.keep(folder=folder)
    assert is_new
    return path


def test_a_version_is_named_by_its_content_and_kept_once(kept, tmp_path):
    assert kept.stem == read_tables().version
    assert versions.keep(folder=kept.parent) == (kept, False)
    assert versions.kept(kept.parent) == (kept.stem,)
    again, _ = versions.keep(folder=tmp_path)
    assert again.read_bytes() == kept.read_bytes()
    assert kept.stat().st_size < 600_000


def test_a_version_is_read_as_it_was(kept):
    then, now = versions.read_version(kept.stem, kept.parent), read_tables()
    assert then.version == now.version
    for name, rows in now.items():
        assert tables.csv_text(name, then[name]) == tables.csv_text(name, rows)


def test_what_came_later_is_empty_and_what_is_gone_is_left_out(kept, monkeypatch):
    grown = dict(tables.schema())
    new = {"column": "mood", "type": "text", "required": "0", "refers_to": ""}
    grown["events"] = (*grown["events"], new, {**new, "column": "is_loud", "type": "boolean"})
    grown["songs"] = ({**new, "column": "song_id"},)
    del grown["problems"]
    monkeypatch.setattr(tables, "schema", lambda vocabulary=None: grown)
    then = versions.read_version(kept.stem, kept.parent)
    assert set(then["events"]["mood"]) == {""}
    assert set(then["events"]["is_loud"]) == {False}
    assert len(then["songs"]) == 0
    assert "problems" not in then


@pytest.mark.parametrize("version", ["", "0" * 12, "../../etc/passwd", "0123456789ab/..", "x" * 12])
def test_a_version_that_is_not_kept_is_refused(kept, version):
    with pytest.raises(TableError, match="not kept"):
        versions.read_version(version, kept.parent)


def test_a_file_of_other_content_is_refused(kept, tmp_path):
    shutil.copy(kept, tmp_path / f"{'a' * 12}.zip")
    with pytest.raises(TableError, match="content is not version"):
        versions.read_version("a" * 12, tmp_path)
    (tmp_path / f"{'b' * 12}.zip").write_bytes(b"no zip")
    with pytest.raises(TableError, match="cannot be read"):
        versions.read_version("b" * 12, tmp_path)
    with zipfile.ZipFile(tmp_path / f"{'c' * 12}.zip", "w") as archive:
        archive.writestr("order.txt", "events")
    with pytest.raises(TableError, match="cannot be read"):
        versions.read_version("c" * 12, tmp_path)


def test_the_command_keeps_a_version(tmp_path, capsys, monkeypatch):
    folder = tmp_path / "tables"
    write_tables(read_tables(), folder)
    monkeypatch.setattr(versions, "keep", lambda tables_folder, keep=versions.keep: keep(tables_folder, tmp_path / "versions"))
    assert main(["--keep-version", "--tables", str(folder)]) == 0
    assert main(["--keep-version", "--tables", str(folder)]) == 0
    said = capsys.readouterr().out.splitlines()
    assert said[0].startswith("Kept: ")
    assert said[1].startswith("Already kept: ")
