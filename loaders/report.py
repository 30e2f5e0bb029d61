"""The words with which a run of the loaders ends."""

from collections.abc import Sequence
from pathlib import Path

import pandas as pd

from loaders.load import Loaded

_SHOWN = 40  # problems written out; the rest stands in problems.csv


def closing_report(loaded: Loaded, folder: Path, is_check: bool, stale: Sequence[str]) -> str:
    """What was read and written, what could not be resolved with file and line, and which briefings failed with their cure."""
    frames, problems = loaded.frames, loaded.frames["problems"]
    done = "Compared with" if is_check else "Written to"
    lines = [
        f"{done} {folder}: {len(frames['briefings'])} briefings ({loaded.read} read afresh), "
        f"{len(frames['events'])} events, {len(frames['sources'])} sources",
        *_problem_lines(problems, frames["briefings"]),
        *(f"FAILED  {failure.message}" for failure in loaded.failures),
        *(f"STALE   {folder / name}.csv is not what the briefings give; run: python -m loaders" for name in stale),
    ]
    return "\n".join(lines)


def _problem_lines(problems: pd.DataFrame, briefings: pd.DataFrame) -> list[str]:
    if problems.empty:
        return ["Nothing unresolved"]
    files = dict(zip(briefings["briefing_id"], briefings["file"], strict=True))
    serious = problems[problems["severity"] != "info"]
    counts = problems.groupby("severity").size()
    head = ", ".join(f"{count} {severity}" for severity, count in counts.items())
    lines = [f"Unresolved: {head} (all in problems.csv)"]
    for row in serious.head(_SHOWN).itertuples():
        place = files.get(row.briefing_id, row.briefing_id) + (f":{row.line}" if pd.notna(row.line) else "")
        lines.append(f"  {place} {row.severity} {row.code}: {row.message_en}")
    if len(serious) > _SHOWN:
        lines.append(f"  … and {len(serious) - _SHOWN} more")
    return lines
