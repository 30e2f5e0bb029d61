"""What an own briefing needs is made ready, but never while somebody waits for a page."""

import asyncio
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor

import pytest

from dashboard import busy
from dashboard.serving import warming
from loaders.upload import read_upload
from loaders.vocabulary import Vocabulary, VocabularyError, default


def run(work: Coroutine[None, None, None]) -> None:
    """To its end, on a thread of its own: that of the browser tests has a loop already."""
    with ThreadPoolExecutor(1) as thread:
        thread.submit(asyncio.run, work).result()


def test_the_texts_are_briefings_in_both_languages():
    texts = warming.texts(default())
    assert any("the" in text.decode().split() for text in texts)
    assert any("die" in text.decode().split() for text in texts)
    assert len(read_upload("examples.md", texts[0]).tables["sections"]) == 1


def test_nothing_is_read_while_a_page_is_made(monkeypatch):
    read: list[bytes] = []
    monkeypatch.setattr(warming, "_START", 0)
    monkeypatch.setattr(warming, "_QUIET", 0.02)
    monkeypatch.setattr(warming, "find", lambda _tables, word: read.append(word.encode()))
    monkeypatch.setattr(warming, "texts", lambda _vocabulary: [b"one", b"two"])
    monkeypatch.setattr(warming, "read_upload", lambda _name, text: read.append(text))

    async def pages_then_quiet() -> None:
        with busy.working():
            task = asyncio.create_task(warming.warm())
            await asyncio.sleep(0.1)
            assert not read
        await task

    run(pages_then_quiet())
    assert read == [b"SCO", b"one", b"two"]


def test_two_pages_at_once_are_both_waited_for():
    with busy.working():
        with busy.working():
            pass
        assert busy.quiet_for() == 0
    with pytest.raises(ZeroDivisionError), busy.working():
        _ = 1 / 0
    assert busy.quiet_for() >= 0
    assert busy.quiet_for() < 5


def test_a_vocabulary_that_is_missing_does_not_stop_the_server(monkeypatch, tmp_path, caplog):
    monkeypatch.setattr(warming, "_START", 0)
    monkeypatch.setattr(warming, "_QUIET", 0)
    monkeypatch.setattr(warming, "find", lambda _tables, _word: None)
    monkeypatch.setattr(warming, "default", lambda: Vocabulary(tmp_path))
    run(warming.warm())
    assert caplog.records[0].exc_info[0] is VocabularyError
