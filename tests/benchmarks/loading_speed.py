"""Speed of loading beside `dateparser.search` on the same texts in the same run.

    python -m tests.benchmarks.loading_speed

Prints briefings a second of CPU time on one core: whole loading (from the bytes of a file to the rows of all its tables) of
the bundled briefings, and dateparser's search for dates alone in the same files, in its own default settings, German given.
The two are timed in turn, the best round of each counts. Before each round the loaders forget all they have kept of texts,
so that none is read from memory; what they know of words stays, as in any process that has read other briefings. The
first round shows how much that is: only one briefing was read before it. Needs `dateparser`, which the project does not use.
"""

import gc
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from functools import _lru_cache_wrapper
from pathlib import Path

from loaders.load import briefing_files
from loaders.reading import read_rows

ROUNDS = 7
# dateparser takes seconds for all: some briefings tell its speed as well.
SEARCHED = 4
_FIRST = "from loaders.load import briefing_files; from loaders.reading import read_rows; read_rows(briefing_files()[0])"


def seconds(work: Callable[[], object]) -> float:
    """CPU seconds of one call."""
    start = time.process_time()
    work()
    return time.process_time() - start


def text_caches() -> Iterator[_lru_cache_wrapper]:
    """What the loaders keep of texts: their caches of limited size. Those without a limit keep what vocabularies give."""
    for name, module in list(sys.modules.items()):
        if name.partition(".")[0] == "loaders":
            for value in vars(module).values():
                if isinstance(value, _lru_cache_wrapper) and value.cache_parameters()["maxsize"] is not None:
                    yield value


def load(files: list[Path]) -> None:
    for path in files:
        read_rows(path)


def main() -> None:
    try:
        from dateparser.search import search_dates
    except ImportError:
        raise SystemExit("dateparser is missing: pip install dateparser") from None
    files = briefing_files()
    texts = [path.read_text(encoding="utf-8") for path in files[:SEARCHED]]
    load(files[:1])
    gc.collect()
    gc.freeze()
    ours, theirs = [], []
    for _ in range(ROUNDS):
        for cache in text_caches():
            cache.cache_clear()
        ours.append(seconds(lambda: load(files)) / len(files))
        theirs.append(seconds(lambda: [search_dates(text, languages=["de"]) for text in texts]) / SEARCHED)
    start = time.perf_counter()
    subprocess.run([sys.executable, "-c", _FIRST], check=True)
    print(f"loading          {1 / min(ours):8.1f} briefings/s (all tables; {1 / ours[0]:.1f} in the first round)")
    print(f"dateparser       {1 / min(theirs):8.1f} briefings/s (dates only)")
    print(f"ratio            {min(theirs) / min(ours):8.1f} (first round {min(theirs) / ours[0]:.1f})")
    print(f"first briefing   {time.perf_counter() - start:8.1f} s from the start of Python")


if __name__ == "__main__":
    main()
