"""The rules of who may import whom, read from the imports themselves."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
MODULES = sorted((ROOT / "loaders").rglob("*.py")) + sorted((ROOT / "dashboard").rglob("*.py"))
FINDERS = {"dates", "places", "topics", "actors", "status", "event_types", "sources"}
COMBINERS = {"loaders/events.py", "loaders/reading.py", "loaders/rows.py"}
STREAMLIT_MAY = {"dashboard/app.py", "dashboard/server.py"}  # besides the shell and the pages
PURE = ("contents", "drawing", "filters", "slices", "charts", "exports", "sharing")
CHARTS_SEE = {"pandas", "geopandas", "numpy", "plotly", "dashboard", "loaders"}
FROM_LOADERS = {"loaders.tables", "loaders.vocabulary", "loaders.upload", "loaders.versions"}


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


@pytest.mark.parametrize(
    "path", [path for path in MODULES if path.parts[-2] != "dashboard" and "loaders" in path.parts], ids=name_of
)
def test_loaders_know_no_dashboard(path):
    tops = {name.split(".")[0] for name in imports(path)}
    assert not tops & {"dashboard", "streamlit", "plotly"}


@pytest.mark.parametrize("path", [path for path in MODULES if "dashboard" in path.parts], ids=name_of)
def test_dashboard_sees_of_the_loaders_only_their_doors(path):
    seen = {".".join(name.split(".")[:2]) for name in imports(path) if name.startswith("loaders.")}
    assert seen <= FROM_LOADERS
    assert "loaders" not in set(imports(path)) - {"loaders.tables"} or seen


@pytest.mark.parametrize("path", [path for path in MODULES if "dashboard" in path.parts], ids=name_of)
def test_streamlit_stays_in_shell_and_pages(path):
    if name_of(path) in STREAMLIT_MAY or path.parent.name == "shell" or path.name.endswith("_page.py"):
        return
    assert "streamlit" not in {name.split(".")[0] for name in imports(path)}


@pytest.mark.parametrize("path", [path for path in MODULES if path.parts[-2] in PURE], ids=name_of)
def test_what_is_pure_knows_neither_shell_nor_pages(path):
    assert not {name for name in imports(path) if name.startswith(("dashboard.shell", "dashboard.screens", "dashboard.serving"))}


@pytest.mark.parametrize("path", [path for path in MODULES if path.parts[-2] == "drawing"], ids=name_of)
def test_drawing_knows_no_selection(path):
    assert not {name for name in imports(path) if name.startswith(("dashboard.filters.selection", "dashboard.view"))}


@pytest.mark.parametrize("path", sorted((ROOT / "dashboard" / "charts").glob("*.py")), ids=name_of)
def test_charts_are_pure_and_alone(path):
    if path.name == "__init__.py":
        return
    names = set(imports(path))
    foreign = {name.split(".")[0] for name in names} - CHARTS_SEE
    assert foreign <= set(__import__("sys").stdlib_module_names)
    assert not {name for name in names if name.startswith("dashboard.charts.")}
    assert not {
        name for name in names if name.startswith(("dashboard.filters.selection", "dashboard.view", "dashboard.shell.page"))
    }


@pytest.mark.parametrize("path", [path for path in MODULES if "loaders" in path.parts], ids=name_of)
def test_finders_do_not_know_each_other(path):
    if name_of(path) in COMBINERS:
        return
    used = {name.split(".")[1] for name in imports(path) if name.startswith("loaders.")} & FINDERS
    own = path.stem if path.stem in FINDERS else path.parent.name
    if own in FINDERS:
        assert used <= {own}
    else:
        assert len(used) <= 1, "only events.py combines finders"
