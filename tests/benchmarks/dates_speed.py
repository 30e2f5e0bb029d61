"""Speed of the date finder beside `dateparser.search` on the same texts in the same run.

    python -m tests.benchmarks.dates_speed

Prints for both the briefings and the dates found a second, and their ratios. Needs `dateparser`, which the project itself
does not use.
"""

import time
from collections.abc import Callable

from loaders.dates import DateContext, find_dates
from tests.loaders.gold_dates import ROOT, sections

# The best of so many runs counts for the finder; the other one takes seconds a run and is timed once.
RUNS = 7


def timed(count: Callable[[], int], runs: int) -> tuple[int, float]:
    """What `count` counts and the seconds of one core its fastest run took."""
    found, best = 0, float("inf")
    for _ in range(runs):
        start = time.process_time()
        found = count()
        best = min(best, time.process_time() - start)
    return found, best


def main() -> None:
    try:
        from dateparser.search import search_dates
    except ImportError:
        raise SystemExit("dateparser is missing: pip install dateparser") from None
    names = sorted(path.stem for path in (ROOT / "data" / "briefings").glob("*.md"))
    texts = [(text, DateContext(name.upper())) for name in names for _, text in sections(name)]
    size = sum(len(text) for text, _ in texts) / len(names)
    ours, seconds = timed(lambda: sum(len(find_dates(text, context)) for text, context in texts), RUNS)
    theirs, their_seconds = timed(lambda: sum(len(search_dates(text, languages=["de"]) or ()) for text, _ in texts), 1)
    print(f"{len(names)} briefings with {size:,.0f} characters of text each")
    for title, found, taken in (("loaders.dates", ours, seconds), ("dateparser.search", theirs, their_seconds)):
        print(f"{title:18} {len(names) / taken:7.1f} briefings/s {found / taken:9,.0f} dates/s ({found} dates)")
    ratio = ours / seconds / (theirs / their_seconds)
    print(f"ratio: {their_seconds / seconds:.0f} times the briefings, {ratio:.0f} times the dates a second")


if __name__ == "__main__":
    main()
