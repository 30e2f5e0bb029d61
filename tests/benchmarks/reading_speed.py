"""Speed of loading each format of file, and how much of it is the time of the library that opens the file.

    python -m tests.benchmarks.reading_speed

The bundled briefings are rendered in memory to every format of `tests.loaders.render` and loaded whole, to the rows of all
tables. Prints briefings a second of CPU time on one core, the best of several rounds, the part of it that reading alone
takes, and the share of the library: of PDFium with the questions put to it (pypdfium2), of unpacking and parsing (python-docx,
lxml, zipfile). Before each round the loaders forget what they have kept of texts.
"""

import gc
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from types import ModuleType
from unittest import mock

from loaders.load import briefing_files
from loaders.readers import _pdf_lines, _word_document, read_briefing, read_briefing_bytes
from loaders.reading import read_rows_bytes
from tests.benchmarks.loading_speed import text_caches
from tests.loaders.render import FORMATS, pdf

ROUNDS = 3
BRIEFINGS = 6  # of the bundled ones; more would take minutes to render
# Where the readers call their library.
_LIBRARY: tuple[tuple[ModuleType | type, str], ...] = (
    (_pdf_lines, "raw_pages"),
    (_word_document, "_check_package"),
    (_word_document, "_root"),
    (_word_document, "_part_root"),
    (_word_document.Package, "open"),
)

Files = list[tuple[str, bytes]]


def files() -> dict[str, Files]:
    """The briefings as files of each format, by the format's name."""
    rendered: defaultdict[str, Files] = defaultdict(list)
    step = max(1, len(briefing_files()) // BRIEFINGS)
    for briefing in map(read_briefing, briefing_files()[::step][:BRIEFINGS]):
        shown = pdf.can_show("".join(note.text for note in briefing.footnotes))
        for name, render in FORMATS.items():
            if shown or not name.endswith(".pdf"):
                rendered[name].append((f"{briefing.briefing_id}-{name}", render(briefing)))
    return dict(rendered)


@contextmanager
def timed_library() -> Iterator[list[float]]:
    """Collects the CPU seconds that pass in the calls of `_LIBRARY`, calls inside one another once."""
    taken, depth = [0.0], [0]

    def timed(call: Callable) -> Callable:
        def timing(*arguments, **named):
            start, depth[0] = time.process_time(), depth[0] + 1
            try:
                return call(*arguments, **named)
            finally:
                depth[0] -= 1
                taken[0] += (time.process_time() - start) * (depth[0] == 0)

        return timing

    with ExitStack() as stack:
        for owner, name in _LIBRARY:
            stack.enter_context(mock.patch.object(owner, name, timed(getattr(owner, name))))
        yield taken


def seconds(read: Callable[[str, bytes], object], told: Files) -> float:
    """CPU seconds of the fastest round."""
    best = float("inf")
    for _ in range(ROUNDS):
        for cache in text_caches():
            cache.cache_clear()
        start = time.process_time()
        for name, data in told:
            read(name, data)
        best = min(best, time.process_time() - start)
    return best


def main() -> None:
    rendered = files()
    for told in rendered.values():
        read_rows_bytes(*told[0])
    gc.collect()
    gc.freeze()
    print(f"{'format':16} {'loaded/s':>9} {'read/s':>9} {'reading':>9} {'library':>9}")
    for name, told in rendered.items():
        whole, reading = seconds(read_rows_bytes, told), seconds(read_briefing_bytes, told)
        with timed_library() as library:
            seconds(read_briefing_bytes, told)
        share = library[0] / ROUNDS / whole
        print(f"{name:16} {len(told) / whole:9.1f} {len(told) / reading:9.1f} {reading / whole:9.0%} {share:9.0%}")


if __name__ == "__main__":
    main()
