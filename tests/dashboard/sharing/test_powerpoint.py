"""PowerPoint files, opened as packages of XML: native charts and tables, descriptions, notes, nothing to be repaired."""

import io
import posixpath
import zipfile
from datetime import UTC, datetime

import pytest
from lxml import etree
from PIL import Image

from dashboard.language import number
from dashboard.sharing import chromium
from dashboard.sharing.powerpoint import powerpoint
from dashboard.sharing.steps import Step
from tests.dashboard.sharing.steps_made import BASE, CHARTS, EVENT, NOTHING, ONE, OTHERS, TABLES, WHOLE, YEAR, made
from tests.dashboard.sharing.tools import needs_chromium

AT = datetime(2026, 3, 4, 15, 6, tzinfo=UTC)
NS = {
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "p": "http://schemas.openxmlformats.org/presentationml/2006/main",
}


class Package:
    """A file as its parts."""

    def __init__(self, content: bytes) -> None:
        self.zip = zipfile.ZipFile(io.BytesIO(content))
        self.names = self.zip.namelist()

    def xml(self, name: str) -> etree._Element:
        return etree.fromstring(self.zip.read(name))

    def count(self, kind: str) -> int:
        return len(
            [name for name in self.names if name.startswith(f"ppt/{kind}/{kind.removesuffix('s')}") and name.endswith(".xml")]
        )

    def slides(self) -> list[etree._Element]:
        return [self.xml(f"ppt/slides/slide{number}.xml") for number in range(1, self.count("slides") + 1)]

    def texts(self, part: etree._Element) -> str:
        return "\n".join("".join(text.text or "" for text in p.iterfind(".//a:t", NS)) for p in part.iterfind(".//a:p", NS))

    def notes(self, slide: int) -> str:
        target = self.target(f"ppt/slides/slide{slide}.xml", "notesSlide")
        return self.texts(self.xml(target))

    def target(self, part: str, kind: str) -> str:
        folder, name = posixpath.split(part)
        for relation in self.xml(f"{folder}/_rels/{name}.rels"):
            if relation.get("Type").endswith(f"/{kind}"):
                return posixpath.normpath(posixpath.join(folder, relation.get("Target")))
        raise AssertionError(f"{part} has no {kind}")


def package(*steps: Step, lang: str = "de", title: str = "") -> Package:
    return Package(powerpoint([made(step, lang) for step in steps], title, lang, AT))


@pytest.fixture
def without_chromium(monkeypatch):
    monkeypatch.setenv(chromium.VARIABLE, "none")


@pytest.fixture(scope="module")
def whole():
    """The whole set, made where there is no Chromium."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(chromium.VARIABLE, "none")
        return package(*WHOLE.steps, title="Probe")


def series(chart):
    """The values of a native chart by series, from its own XML."""
    found = {}
    for one in chart.iterfind(".//c:ser", NS):
        name = one.findtext("c:tx//c:v", namespaces=NS)
        points = {int(point.get("idx")): float(point.findtext("c:v", namespaces=NS)) for point in one.iterfind("c:val//c:pt", NS)}
        found[name] = points
    return found


def test_the_package_is_whole(whole):
    """What PowerPoint repairs: parts that are missing, twice, or of no type; ids given twice on a slide."""
    assert len(whole.names) == len(set(whole.names))
    types = whole.xml("[Content_Types].xml")
    defaults = {entry.get("Extension") for entry in types if entry.tag.endswith("Default")}
    overrides = {entry.get("PartName").lstrip("/") for entry in types if entry.tag.endswith("Override")}
    for name in whole.names:
        assert name == "[Content_Types].xml" or name in overrides or name.rpartition(".")[2] in defaults, name
        if name.endswith(".rels"):
            base = posixpath.dirname(posixpath.dirname(name))
            for relation in whole.xml(name):
                if relation.get("TargetMode") != "External":
                    target = relation.get("Target")
                    path = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(base, target))
                    assert path in whole.names, (name, path)
    for slide in whole.slides():
        ids = [shape.get("id") for shape in slide.iterfind(".//p:cNvPr", NS)]
        assert len(ids) == len(set(ids))


def test_cells_keep_the_order_of_the_schema(whole):
    order = ["lnL", "lnR", "lnT", "lnB", "lnTlToBr", "lnBlToTr", "noFill", "solidFill"]
    for slide in whole.slides():
        for properties in slide.iterfind(".//a:tcPr", NS):
            places = [order.index(etree.QName(child).localname) for child in properties]
            assert places == sorted(places)


def test_every_slide_has_title_filter_sources_and_link(whole):
    slides = [made(step) for step in CHARTS]
    for number_, (xml, slide) in enumerate(zip(whole.slides(), slides, strict=False), 1):
        title = [shape for shape in xml.iterfind(".//p:sp", NS) if shape.find('.//p:ph[@type="title"]', NS) is not None]
        assert whole.texts(title[0]) == slide.title
        text = whole.texts(xml)
        assert slide.count in text
        assert slide.sources in text
        notes = whole.notes(number_)
        assert f"Auswahl: {slide.filter}" in notes
        assert slide.link in notes
        assert ", in: http" in notes
        assert slide.chart.HELP("de") in notes


def test_charts_tables_and_pictures_are_described(whole):
    described = 0
    for slide in whole.slides():
        for frame in [*slide.iterfind(".//p:graphicFrame", NS), *slide.iterfind(".//p:pic", NS)]:
            properties = frame.find(".//p:cNvPr", NS)
            assert properties.get("descr")
            assert properties.get("name")
            described += 1
    assert described > len(CHARTS)


@pytest.mark.parametrize(
    ("chart", "name", "value"), [("family-bars", "family", "events"), ("chain-outcomes", "outcome", "chains")]
)
def test_stacked_columns_have_the_rows_of_the_chart(chart, name, value):
    step = next(step for step in CHARTS if step.chart == chart)
    rows = made(step).rows
    file = package(step)
    found = series(file.xml(file.target("ppt/slides/slide1.xml", "chart")))
    expected = {label: group[value].fillna(0).astype(float).tolist() for label, group in rows.groupby(name, sort=False)}
    assert {label: [points.get(n, 0.0) for n in range(len(expected[label]))] for label, points in found.items()} == expected


@pytest.mark.parametrize("chart", ["family-bars", "chain-outcomes"])
def test_stacked_columns_differ_by_pattern_and_not_by_colour_alone(chart):
    file = package(next(step for step in CHARTS if step.chart == chart))
    part = file.xml(file.target("ppt/slides/slide1.xml", "chart"))
    fills = [found.find("c:spPr", NS)[0] for found in part.iterfind(".//c:ser", NS)]
    patterns = [fill.get("prst", "solid") for fill in fills]
    assert len(set(patterns)) == len(patterns) > 1


def test_small_columns_have_the_rows_of_the_chart():
    step = next(step for step in CHARTS if step.chart == "topic-trends")
    rows, file = made(step).rows, package(step)
    found = {}
    for part in [name for name in file.names if name.startswith("ppt/charts/chart")]:
        found |= series(file.xml(part))
    assert {name: sum(points.values()) for name, points in found.items()} == rows.groupby("topic")["events"].sum().astype(
        float
    ).to_dict()


@pytest.mark.parametrize(("chart", "name"), [("topic-heatmap", "topic"), ("actor-frequency", "actor")])
def test_the_matrix_is_a_native_table_with_the_numbers(chart, name):
    step = next(step for step in CHARTS if step.chart == chart)
    rows, xml = made(step).rows, package(step).slides()[0]
    table = [["".join(cell.itertext()) for cell in row.iterfind("a:tc", NS)] for row in xml.iterfind(".//a:tbl/a:tr", NS)]
    counted = {row[0]: row[1:-1] for row in table[2:-1]}
    for label, group in rows.groupby(name, sort=False):
        assert counted[label] == ["·" if value == 0 else number(int(value), "de") for value in group["events"]]
    whole = rows.drop_duplicates("quarter")["quarter_events"]
    assert table[-1][1:-1] == [str(value) for value in whole]


def test_a_single_quarter_is_drawn_as_bars():
    for chart in ("family-bars", "topic-heatmap", "topic-trends"):
        file = package(Step("topics", ONE, chart))
        bars = file.xml(file.target("ppt/slides/slide1.xml", "chart")).find(".//c:barDir", NS)
        assert bars.get("val") == "bar"


def test_too_many_quarters_are_summed_by_year(monkeypatch):
    from dashboard.sharing.powerpoint import tables

    monkeypatch.setattr(tables, "_MOST_QUARTERS", 3)
    xml = package(Step("topics", YEAR, "topic-heatmap")).slides()[0]
    first = ["".join(cell.itertext()) for cell in xml.find(".//a:tbl/a:tr", NS).iterfind("a:tc", NS)]
    years = sorted({quarter[:4] for quarter in YEAR.removeprefix("quarter=").split(",")})
    assert first[1:-1] == years


def test_the_list_of_events_goes_over_several_slides_and_leaves_none_unsaid():
    slide = made(Step("events", ONE))
    file = package(Step("events", ONE))
    titles = slide.view.tables["events"]["title"].tolist()
    shown = sum(len(list(xml.iterfind(".//a:tbl/a:tr", NS))) - 1 for xml in file.slides())
    assert shown == min(len(titles), 60)
    many = package(Step("events", ""))
    left = len(TABLES["events"]) - 60
    assert f"{number(left, 'de')} weitere Ereignisse unter dem Link" in many.texts(many.slides()[-1])


@pytest.mark.parametrize("chart", ["timeline", "map", "chains", "membership", "actor-pairs"])
def test_without_a_chromium_a_picture_is_a_table_and_says_so(without_chromium, chart):
    step = next(step for step in CHARTS if step.chart == chart)
    file = package(step)
    xml = file.slides()[0]
    assert xml.find(".//p:pic", NS) is None
    assert xml.find(".//a:tbl", NS) is not None
    assert "kein Chromium" in file.texts(xml)


@needs_chromium
def test_a_map_is_a_picture_with_a_description():
    slide = made(Step("map", YEAR, "map"))
    file = package(Step("map", YEAR, "map"))
    picture = file.slides()[0].find(".//p:pic//p:cNvPr", NS)
    assert picture.get("descr") == f"{slide.title}: {slide.summary}"
    image = Image.open(io.BytesIO(file.zip.read(file.target("ppt/slides/slide1.xml", "image"))))
    assert image.width > 1200
    assert len(image.getcolors(1 << 24)) > 50


@needs_chromium
def test_marks_too_small_to_be_read_are_summed_up():
    file = package(Step("timeline", "", "timeline"))
    assert "zu Zählungen zusammengefasst" in file.texts(file.slides()[0])


def test_one_event_is_told_with_its_sources():
    slide = made(Step("event", f"event={EVENT}"))
    text = package(Step("event", f"event={EVENT}"))
    words = text.texts(text.slides()[0])
    assert slide.title in words
    assert TABLES["events"].set_index("event_id").loc[EVENT, "passage"][:40] in words


def test_nothing_found_is_said():
    file = package(NOTHING)
    assert "Kein Ereignis passt zu dieser Auswahl." in file.texts(file.slides()[0])


def test_the_file_speaks_english_whole():
    file = package(*[Step(step.page, step.query, step.chart) for step in (*CHARTS[:3], *OTHERS)], lang="en")
    properties = file.xml("docProps/core.xml")
    assert "en" in [child.text for child in properties]
    languages = {run.get("lang") for xml in file.slides() for run in xml.iterfind(".//a:rPr", NS)} - {None}
    assert "en-GB" in languages
    assert "Ereignisse aus" not in "".join(file.texts(xml) for xml in file.slides())


def test_a_caption_is_the_title():
    file = package(Step("topics", YEAR, "family-bars", caption_de="Die digitale Wirtschaft wächst"))
    text = file.texts(file.slides()[0]).splitlines()
    assert text[0] == "Die digitale Wirtschaft wächst"
    assert any(line.startswith("Themenfelder nach Quartal · ") for line in text)


def test_the_link_is_the_address_of_the_view():
    file = package(Step("topics", YEAR, "family-bars"))
    targets = [
        entry.get("Target") for entry in file.xml("ppt/slides/_rels/slide1.xml.rels") if entry.get("TargetMode") == "External"
    ]
    assert targets == [made(Step("topics", YEAR, "family-bars")).link]
    assert targets[0].startswith(BASE)
