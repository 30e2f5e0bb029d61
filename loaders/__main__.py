"""`python -m loaders`: reads a folder of briefings, writes all tables, and reports what could not be resolved."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from rich.console import Console
from rich.progress import Progress

from loaders import load as loading
from loaders import tables, versions
from loaders.document import BriefingError
from loaders.load import Loaded
from loaders.report import closing_report
from loaders.review import review
from loaders.tables import TableError
from loaders.vocabulary import VocabularyError


def main(arguments: Sequence[str] | None = None) -> int:
    """Exit codes: 0 done; 1 a briefing failed, or `--check` found other tables; 2 nothing could be done."""
    options = _options(arguments)
    try:
        if options.review:
            print(review(options.review))
            return 0
        if options.keep_version:
            path, is_new = versions.keep(options.tables)
            print(f"{'Kept' if is_new else 'Already kept'}: {path}")
            return 0
        return _load(options)
    except (BriefingError, TableError, VocabularyError) as error:
        print(error, file=sys.stderr)
        return 2


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m loaders", description=__doc__)
    parser.add_argument("--briefings", type=Path, default=loading.FOLDER, help="folder of briefings (default: data/briefings)")
    parser.add_argument("--tables", type=Path, default=tables.FOLDER, help="folder for the tables (default: data/tables)")
    parser.add_argument(
        "--check", action="store_true", help="write nothing; exit 1 where the tables are not what the briefings give"
    )
    parser.add_argument("--full", action="store_true", help="read every briefing again, unchanged ones too")
    parser.add_argument(
        "--review", type=Path, metavar="FILE", help="show what one briefing gives, with a template for corrections"
    )
    parser.add_argument(
        "--keep-version",
        action="store_true",
        help="keep the tables as they are in data/versions, for links; reads nothing",
    )
    return parser.parse_args(arguments)


def _load(options: argparse.Namespace) -> int:
    loaded = _loaded_with_progress(options)
    stale = _stale(loaded, options.tables) if options.check else []
    if not options.check:
        tables.write_tables(loaded.frames, options.tables)
    print(closing_report(loaded, options.tables, options.check, stale))
    return 1 if loaded.failures or stale else 0


def _loaded_with_progress(options: argparse.Namespace) -> Loaded:
    files = loading.briefing_files(options.briefings)
    cache = None if options.full or options.check else options.tables / ".cache"
    with Progress(console=Console(stderr=True)) as bar:
        task = bar.add_task("Reading briefings", total=len(files))

        def read(path: Path) -> None:
            bar.update(task, advance=1, description=f"Reading {path.name}")

        return loading.load(files, cache_folder=cache, progress=read)


def _stale(loaded: Loaded, folder: Path) -> list[str]:
    """The tables whose file in the folder is not, byte for byte, what the briefings give."""
    return [
        name
        for name, rows in loaded.frames.items()
        if not (folder / f"{name}.csv").exists() or (folder / f"{name}.csv").read_bytes() != tables.csv_text(name, rows).encode()
    ]


if __name__ == "__main__":
    sys.exit(main())
