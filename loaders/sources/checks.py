"""Checks the sources of a briefing against their addresses, their dates and the text that cites them."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import cache, lru_cache

from loaders.document import Briefing, Problem, Section
from loaders.passage import sentences
from loaders.sources.addresses import is_archive
from loaders.sources.document_numbers import conflict, numbers_in
from loaders.sources.note_dates import dates_in, impossible_in, period_of
from loaders.sources.notes import Source
from loaders.terms import TermIndex
from loaders.vocabulary import Vocabulary, default

# A source printed so long after the quarter cannot have told of it at the time. Days.
_LATE = 183
# Publishers date a page a few days off its address; more than this is another month. Days.
_ADDRESS_TOLERANCE = 40

_ADDRESS_DATES = (
    re.compile(r"/t?(?P<y>20\d\d)[-/]?(?P<m>0[1-9]|1[0-2])[-/]?(?P<d>0[1-9]|[12]\d|3[01])(?=[/_.-]|$)"),
    re.compile(r"/(?P<y>20\d\d)/(?P<m>0?[1-9]|1[0-2])/(?P<d>)(?!\d{1,2}/)"),
)


def check_sources(briefing: Briefing, sources: Sequence[Source], vocabulary: Vocabulary | None = None) -> list[Problem]:
    """What in the notes cannot be right: addresses, document numbers, dates; one problem a fault, at the line of the note."""
    tenses = _tenses(vocabulary or default())
    cited = _citing_sentences(briefing)
    found = [
        problem
        for source in sources
        for problem in (
            *_address_problems(source),
            *_number_problems(source, cited.get(source.number, ())),
            *_date_problems(source, briefing.quarter, tenses),
        )
    ]
    return [*found, *_repeated(sources)]


def _address_problems(source: Source) -> Iterator[Problem]:
    if source.same_as:
        return
    if not source.url_printed:
        yield _problem("address-missing", source, _shown(source.text))
    elif not source.url:
        yield _problem("address-no-host", source, source.url_printed)
    elif _differs(source.url_printed, source.url):
        yield _problem("address-mended", source, source.url_printed, mended=source.url)
    for further in source.further:
        if is_archive(further):
            continue
        yield _problem("address-further", source, further)


def _differs(printed: str, url: str) -> bool:
    # A link target may only complete what is printed; a DOI is printed as such.
    return printed != url and not url.startswith(printed) and not printed.lower().startswith("doi")


def _number_problems(source: Source, citing: Sequence[tuple[Section, str]]) -> Iterator[Problem]:
    words = source.text.replace(source.url_printed, " ")
    in_note, in_address = numbers_in(words), numbers_in(source.url)
    if not in_note and not in_address:
        return
    in_text = frozenset().union(*(numbers_in(sentence) for _, sentence in citing))
    in_text = in_text or frozenset().union(*(numbers_in(section.heading) for section, _ in citing))
    section_no = citing[0][0].number if citing else None
    if differing := conflict(in_note or in_text, in_address):
        printed, other = differing
        yield _problem("document-number-address", source, printed, section_no, other=other)
    if in_note and (differing := conflict(in_text, in_note)):
        printed, other = differing
        yield _problem("document-number-text", source, printed, section_no, other=other)


def _date_problems(source: Source, quarter: str, tenses: TermIndex) -> Iterator[Problem]:
    if source.same_as:
        return
    words = source.text.replace(source.url_printed, " ") if not source.date else ""
    for printed in impossible_in(words):
        yield _problem("source-date-impossible", source, printed)
    period = period_of(source.issued)
    if not period:
        return
    if (end := _quarter_end(quarter)) and period[0] > end + timedelta(days=_LATE):
        yield _problem("source-date-late", source, source.issued, quarter=quarter)
    in_address = list(_address_periods(source.url))
    if in_address and all(_apart(period, other) > _ADDRESS_TOLERANCE for other in in_address):
        yield _problem("source-date-address", source, source.issued, address=source.url_printed)
    for mention in _later_than(source.quoted, period[1], tenses):
        yield _problem("source-date-conflict", source, mention, issued=source.issued)


def _later_than(words: str, issued: date, tenses: TermIndex) -> Iterator[str]:
    """Dates after `issued` at which the words tell that something has happened; a word that looks ahead excuses them."""
    for start, end in sentences(words) if words else ():
        sentence = words[start:end]
        for mention_start, mention_end, mention in dates_in(sentence):
            period = period_of(mention)
            if period and len(mention) > len("2021") and period[0] > issued:
                told = {hit.row["tense"] for hit in tenses.find(sentence)}
                if told == {"past"}:
                    yield sentence[mention_start:mention_end]


@cache
def _tenses(vocabulary: Vocabulary) -> TermIndex:
    return TermIndex(vocabulary.rows("tense_terms"), "pattern")


def _repeated(sources: Sequence[Source]) -> Iterator[Problem]:
    first: dict[str, str] = {}
    for source in sources:
        if (
            source.url
            and not source.same_as
            and (other := first.setdefault(source.url.rstrip("/"), source.number)) != source.number
        ):
            yield _problem("address-repeated", source, source.url_printed, other=other)


def _citing_sentences(briefing: Briefing) -> dict[str, list[tuple[Section, str]]]:
    """The sentences that end in, or hold, the marker of each note."""
    cited: dict[str, list[tuple[Section, str]]] = {}
    for section in briefing.sections:
        for start, end in sentences(section.text):
            for number in {mark.number for mark in section.marks if start < mark.offset <= end}:
                cited.setdefault(number, []).append((section, section.text[start:end]))
    return cited


def _address_periods(url: str) -> Iterator[tuple[date, date]]:
    for shape in _ADDRESS_DATES:
        for match in shape.finditer(url):
            parts = [part.zfill(2) for part in match.groups() if part]
            try:
                if period := period_of("-".join(parts)):
                    yield period
            except ValueError:
                continue


def _apart(one: tuple[date, date], other: tuple[date, date]) -> int:
    return max((one[0] - other[1]).days, (other[0] - one[1]).days)


@lru_cache(maxsize=8)
def _quarter_end(quarter: str) -> date | None:
    named = re.fullmatch(r"(\d{4})-Q([1-4])", quarter)
    period = period_of(f"{named[1]}-{int(named[2]) * 3:02}") if named else None
    return period[1] if period else None


def _problem(code: str, source: Source, value: str, section_no: int | None = None, **details: str) -> Problem:
    fields: Mapping[str, str] = {"number": source.number, **details}
    return Problem(code, value, source.line, section_no, tuple(fields.items()))


def _shown(text: str) -> str:
    return text if len(text) <= 80 else text[:79].rsplit(" ", 1)[0] + " …"
