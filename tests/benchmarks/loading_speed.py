"""`python -m tests.benchmarks.loading_speed`: whole loading against `dateparser.search` on the same texts in the same run.

Prints briefings a second of CPU time on one core, reading a file to its rows included, the best of several rounds of each,
taken in turn, and their ratio. dateparser only searches the same files for dates, in its own default settings, German given.
"""

import time
from collections.abc import Callable

from dateparser.search import search_dates

from loaders.load import briefing_files
from loaders.reading import read_rows

ROUNDS = 5


def seconds(work: Callable[[], object]) -> float:
    """CPU seconds of one call."""
    start = time.process_time()
    work()
    return time.process_time() - start


def main() -> None:
    files = briefing_files()
    texts = [path.read_text(encoding="utf-8") for path in files]

    def load() -> None:
        for path in files:
            read_rows(path)

    def search() -> None:
        for text in texts[:4]:
            search_dates(text, languages=["de"])

    load()
    ours, theirs = [], []
    for _ in range(ROUNDS):
        ours.append(seconds(load) / len(files))
        theirs.append(seconds(search) / 4)
    print(f"loading          {1 / min(ours):8.1f} briefings/s ({len(files)} files, all tables' rows)")
    print(f"dateparser       {1 / min(theirs):8.1f} briefings/s (dates only)")
    print(f"ratio            {min(theirs) / min(ours):8.1f}")


if __name__ == "__main__":
    main()
