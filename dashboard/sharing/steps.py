"""An ordered set of saved views: what a presentation is made of, and the readable file it is kept in.

    {
      "format": "sco-presentation 1",
      "title": "Energie 2021",
      "language": "de",
      "data": "b4b8d7c95de1",
      "steps": [
        {"caption_de": "Neun Treffen zur Energie", "caption_en": "", "page": "topics", "chart": "family-bars",
         "query": "quarter=2021-Q1,2021-Q2&topic=energy"}
      ]
    }

`page`, `chart` and `query` are as they stand in the address of a view; 'overview' is the first page. `chart` may be left
out: then it is the first of its page. `data` is the version of the data the set was made with.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field, fields, replace

from dashboard.charts import all_charts
from dashboard.language import LANGUAGES, Language, Text

FORMAT = "sco-presentation 1"
OVERVIEW = "overview"
MOST_STEPS, MOST_LETTERS, LARGEST = 60, 2000, 300_000  # steps, characters of a text, bytes of a file

NO_JSON = Text(
    de="Die Datei ist kein gültiges JSON (Zeile {line}, Zeichen {column}).",
    en="The file is no valid JSON (line {line}, character {column}).",
)
NO_TEXT = Text(de="Die Datei ist kein Text in UTF-8.", en="The file is no UTF-8 text.")
TOO_LARGE = Text(
    de="Die Datei ist größer als {most} kB; eine Präsentation ist viel kleiner.",
    en="The file is larger than {most} kB; a presentation is much smaller.",
)
NO_SET = Text(
    de="Die Datei ist keine Präsentation: Es fehlt „format“: „{format}“.",
    en="The file is no presentation: “format”: “{format}” is missing.",
)
MISSING = Text(de="Feld „{field}“ fehlt.", en="The field “{field}” is missing.")
UNKNOWN = Text(
    de="Feld „{field}“ gibt es nicht; möglich sind {possible}.", en="There is no field “{field}”; possible are {possible}."
)
NOT_TEXT = Text(
    de="Feld „{field}“ muss ein Text von höchstens {most} Zeichen sein.",
    en="The field “{field}” must be a text of at most {most} characters.",
)
NOT_STEPS = Text(
    de="Feld „{field}“ muss eine Liste von 1 bis {most} Schritten sein.",
    en="The field “{field}” must be a list of 1 to {most} steps.",
)
NOT_STEP = Text(
    de="Feld „{field}“ muss ein Schritt in geschweiften Klammern sein.",
    en="The field “{field}” must be a step in curly brackets.",
)
NOT_POSSIBLE = Text(
    de="Feld „{field}“: „{value}“ ist nicht möglich; möglich sind {possible}.",
    en="The field “{field}”: “{value}” is not possible; possible are {possible}.",
)


class SetError(Exception):
    """A file that is no presentation; `text` names the field and the cure, in the reader's language."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.en)
        self.text = text


@dataclass(frozen=True, slots=True)
class Step:
    """One saved view. `page` is an id of `pages`, 'overview' for the first one; `query` names the restrictions."""

    page: str
    query: str = ""
    chart: str = ""
    caption_de: str = ""
    caption_en: str = ""

    def caption(self, lang: Language) -> tuple[str, Language]:
        """The caption and its language: the one asked for, else the first that is written."""
        by_language = {code: getattr(self, f"caption_{code}") for code in (lang, *LANGUAGES)}
        return next(((text, code) for code, text in by_language.items() if text), ("", lang))


@dataclass(frozen=True, slots=True)
class StepSet:
    """A presentation. Changing it gives a new one."""

    title: str = ""
    language: Language = "de"
    data: str = ""
    steps: tuple[Step, ...] = field(default=())

    def with_step(self, step: Step) -> "StepSet":
        """The set with a step at its end; a full set stays as it is."""
        return self if len(self.steps) >= MOST_STEPS else replace(self, steps=(*self.steps, step))

    def without(self, index: int) -> "StepSet":
        """The set without the step at `index`."""
        return replace(self, steps=self.steps[:index] + self.steps[index + 1 :])

    def moved(self, index: int, by: int) -> "StepSet":
        """The set with the step at `index` moved by so many places, at most to an end."""
        steps = list(self.steps)
        step = steps.pop(index)
        steps.insert(min(max(index + by, 0), len(steps)), step)
        return replace(self, steps=tuple(steps))

    def changed(self, index: int, **changes: str) -> "StepSet":
        """The set with fields of one step exchanged."""
        steps = list(self.steps)
        steps[index] = replace(steps[index], **changes)
        return replace(self, steps=tuple(steps))


def charts_of(page: str) -> tuple[str, ...]:
    """The ids of the charts of a page, in their order."""
    return tuple(chart.ID for chart in all_charts() if page == chart.PAGE)


def step_pages() -> tuple[str, ...]:
    """The pages that can be a step: those made of charts, the overview, the list of events and one event."""
    return (OVERVIEW, *dict.fromkeys(chart.PAGE for chart in all_charts()), "events", "event")


def to_text(steps: StepSet) -> str:
    """The set as its file: JSON to be read and edited by people."""
    whole = {"format": FORMAT, **asdict(steps)}
    whole["steps"] = [{key: value for key, value in step.items() if value or key != "chart"} for step in whole["steps"]]
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def from_bytes(data: bytes) -> StepSet:
    """The set of a file. Raises SetError with the first fault."""
    if len(data) > LARGEST:
        raise SetError(_filled(TOO_LARGE, most=LARGEST // 1000))
    try:
        return from_json(json.loads(data.decode("utf-8-sig")))
    except UnicodeDecodeError as error:
        raise SetError(NO_TEXT) from error
    except json.JSONDecodeError as error:
        raise SetError(_filled(NO_JSON, line=error.lineno, column=error.colno)) from error
    except RecursionError as error:
        raise SetError(_filled(NO_JSON, line=1, column=1)) from error


def from_json(whole: object) -> StepSet:
    """The set of a parsed file. Raises SetError with the first fault."""
    if not isinstance(whole, Mapping) or whole.get("format") != FORMAT:
        raise SetError(_filled(NO_SET, format=FORMAT))
    _only_known(whole, ("format", *(item.name for item in fields(StepSet))), "")
    steps = whole.get("steps")
    if not isinstance(steps, list) or not 1 <= len(steps) <= MOST_STEPS:
        raise SetError(_filled(NOT_STEPS, field="steps", most=MOST_STEPS))
    return StepSet(
        title=_text(whole, "title", ""),
        language=_one_of(_text(whole, "language", "") or LANGUAGES[0], LANGUAGES, "language"),  # type: ignore[arg-type]
        data=_text(whole, "data", ""),
        steps=tuple(_steps(steps)),
    )


def _steps(steps: list[object]) -> Iterator[Step]:
    for number, raw in enumerate(steps, 1):
        at = f"steps #{number}"
        if not isinstance(raw, Mapping):
            raise SetError(_filled(NOT_STEP, field=at))
        _only_known(raw, [item.name for item in fields(Step)], f"{at}: ")
        if "page" not in raw:
            raise SetError(_filled(MISSING, field=f"{at}: page"))
        step = Step(**{item.name: _text(raw, item.name, f"{at}: ") for item in fields(Step)})
        _one_of(step.page, step_pages(), f"{at}: page")
        if step.chart:
            _one_of(step.chart, charts_of(step.page), f"{at}: chart")
        yield step


def _only_known(given: Mapping[str, object], known: "tuple[str, ...] | list[str]", at: str) -> None:
    for key in given:
        if key not in known:
            raise SetError(_filled(UNKNOWN, field=f"{at}{str(key)[:60]}", possible=", ".join(known)))


def _text(given: Mapping[str, object], key: str, at: str) -> str:
    value = given.get(key, "")
    if not isinstance(value, str) or len(value) > MOST_LETTERS:
        raise SetError(_filled(NOT_TEXT, field=f"{at}{key}", most=MOST_LETTERS))
    return value.strip()


def _one_of(value: str, possible: "tuple[str, ...]", name: str) -> str:
    if value not in possible:
        listed = ", ".join(possible) or "–"
        raise SetError(_filled(NOT_POSSIBLE, field=name, value=value[:60], possible=listed))
    return value


def _filled(text: Text, **values: object) -> Text:
    return Text(**{lang: text(lang, **values) for lang in LANGUAGES})
