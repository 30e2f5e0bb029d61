"""Finds the events of a briefing: the only module that combines the finders."""

from collections.abc import Sequence
from dataclasses import replace

from loaders.actors.acting import choose_actors
from loaders.actors.finding import ActorMention, actor_row, find_actors, new_actor_problems
from loaders.date_problems import date_problems, heading_problem, late_problem, shown
from loaders.dates import DateContext, DateMention, Period, read_dates
from loaders.document import Briefing, Problem, Section
from loaders.event import Event, Evidence, Found
from loaders.event_parts import inherited, is_own, outside, places_of_outcome, spoken_for
from loaders.event_types import find_event_type
from loaders.main_events import contradicts, headed_period, main_passages
from loaders.moves import find_statuses
from loaders.outcomes import find_outcomes, heads_of_lists, parted
from loaders.passage import Passage, Span, sentences, split_passages
from loaders.places.finding import find_heading_places, find_online, find_places, place_problems, place_row
from loaders.places.mention import PlaceMention
from loaders.places.roles import choose_places
from loaders.quarters import is_after
from loaders.sources.finding import Source, choose_sources
from loaders.status import OCCURRED, Status
from loaders.titles import from_heading, from_passage
from loaders.topic_words import find_heading_topics, find_topics
from loaders.topics import choose_topics, is_guess
from loaders.vocabulary import Vocabulary

# Uses of dates whose sentence tells of no event.
_ASIDE = frozenset(("statistics", "question"))
# Pronouns in the place of a subject; 'sie' may be many and stays.
_PRONOUNS = frozenset(("Er", "er", "He", "he", "She", "she"))


def find_events(briefing: Briefing, sources: Sequence[Source], vocabulary: Vocabulary) -> Found:
    """All events that a briefing states."""
    people = find_actors(briefing, vocabulary)
    events: list[Event] = []
    problems: list[Problem] = []
    places: dict[str, PlaceMention] = {}
    for section, actors in zip(briefing.sections, people, strict=True):
        reading = _Section(briefing, section, actors, sources, vocabulary)
        events += reading.events(len(events) + 1)
        problems += reading.problems
        places |= {mention.place_id: mention for mention in reading.places}
    new = {mention.actor_id: actor_row(mention) for mentions in people for mention in mentions if mention.is_new}
    used = {place for event in events for place, _ in event.places}
    acting = {actor for event in events for actor in event.actors}
    problems += new_actor_problems(briefing, people, acting)
    return Found(
        tuple(events),
        tuple(problems),
        tuple(place_row(mention) for place, mention in places.items() if place in used),
        tuple(row for actor, row in new.items() if actor in acting),
    )


class _Section:
    """One section while its events are found: what each finder says of the whole text, asked once."""

    def __init__(
        self,
        briefing: Briefing,
        section: Section,
        actors: Sequence[ActorMention],
        sources: Sequence[Source],
        vocabulary: Vocabulary,
    ) -> None:
        self.briefing, self.section, self.vocabulary = briefing, section, vocabulary
        cited = {mark.number for mark in section.marks}
        self.actors, self.sources = actors, [source for source in sources if source.number in cited]
        # 'Minister Uran Achmetow' and 'Nursultan Nasarbajew' tell neither of uranium nor of a city.
        persons = [(one.start, one.end) for one in actors if one.kind == "person" and one.form == "name"]
        self.places = outside(find_places(section, vocabulary), persons)
        self.heading_places = find_heading_places(section, vocabulary)
        self.topics = outside(find_topics(section, vocabulary, briefing.organisation_id), persons)
        self.heading_topics = find_heading_topics(section, vocabulary, briefing.organisation_id)
        heading = read_dates(section.heading, DateContext(briefing.quarter, "", briefing.language), vocabulary)
        self.heading_dates = [date for date in heading.mentions if date.use == "event"]
        others = tuple(other.heading for other in briefing.sections if other is not section)
        context = DateContext(briefing.quarter, section.heading, briefing.language, others)
        self.reading = read_dates(section.text, context, vocabulary)
        self.asides = [date.start for date in self.reading.mentions if date.use in _ASIDE]
        self.passages: list[Passage] = []
        self.told: list[tuple[Period, tuple[str, ...]]] = []  # the times and venues of the events found so far
        self.problems = [*date_problems(self.reading, section), *place_problems(section, self.places)]

    def events(self, first_number: int) -> list[Event]:
        """The section's events, numbered on from `first_number` in the briefing."""
        told = self._dated_passages()
        passages = [passage for passage, _ in told] or self._passages_of_heading()
        dates = [date for _, date in told]
        periods = [date.period for date in dates] or [date.period for date in self.heading_dates[:1]]
        headed = [date.period for date in self.heading_dates]
        main = main_passages(passages, periods, headed, self._name())
        periods = [headed_period(period, headed) if index in main else period for index, period in enumerate(periods)]
        if contradicts(periods, headed):
            said = dates[min(main, default=0)].text
            self.problems.append(heading_problem(self.section, self.heading_dates, said))
        self.passages = [replace(passage, is_main=True) if index in main else passage for index, passage in enumerate(passages)]
        events: list[Event] = []
        spans = [(date.start, date.end) for date in dates] or [(0, 0)]
        spans = spans[: len(self.passages)]
        statuses = find_statuses(self.passages, periods, spans, self.briefing.quarter, self.vocabulary)
        for passage, period, span, status in zip(self.passages, periods, spans, statuses, strict=True):
            events.append(self._event(passage, period, span, status, first_number + len(events)))
            if is_own(passage, span):
                self.told.append((period, events[-1].venues))
        return events

    def _name(self) -> str:
        """The heading without its dates."""
        return from_heading(self.section.heading, [(date.start, date.end) for date in self.heading_dates], self.vocabulary)

    def _dated_passages(self) -> list[tuple[Passage, DateMention]]:
        """The section's passages in order, each with the date at which it happened: its own, or that of what brought it about."""
        dates = [date for date in self.reading.mentions if date.use == "event"]
        is_ahead = [is_after(date.period, self.briefing.quarter) for date in dates]
        outcomes = find_outcomes(self.section, dates, is_ahead, self.vocabulary)
        passages = parted(split_passages(self.section, dates), outcomes)
        heads = heads_of_lists(self.section, dates, self.vocabulary) if outcomes else set()
        dated = [told for number, told in enumerate(zip(passages, dates, strict=True)) if number not in heads]
        return sorted([*dated, *((one.passage, dates[one.date]) for one in outcomes)], key=lambda told: told[0].start)

    def _passages_of_heading(self) -> list[Passage]:
        """A section without a dated sentence tells of its heading's event, if the heading is dated."""
        spans = sentences(self.section.text)
        if not self.heading_dates or not spans:
            return []
        start, end = spans[0]
        return [Passage(self.section, start, end, start, end, start, start, len(self.section.text))]

    def _event(self, passage: Passage, period: Period, date: Span, status: Status, number: int) -> Event:
        online = find_online(passage)
        kind = find_event_type(passage, self.section.heading, self.vocabulary)
        is_ahead = is_after(period, self.briefing.quarter)
        if is_ahead and status.status == OCCURRED:
            self.problems.append(late_problem(passage, period, self.briefing.quarter))
        places = choose_places(
            passage,
            self.places,
            [venues for _, venues in self.told],
            self.heading_places,
            online is not None,
            kind.event_type,
            inherited(period, self.told),
            self.vocabulary,
        )
        if not is_own(passage, date):
            places = places_of_outcome(places, kind.event_type, inherited(period, self.told), date)
        topics = choose_topics(passage, self.topics, self.heading_topics, kind.event_type, status.status == OCCURRED)
        actors = choose_actors(passage, self.actors, self.passages, self.vocabulary)
        sources = choose_sources(passage, self.sources, self.passages, self.asides)
        if is_guess(topics, passage):
            self.problems.append(self._problem("topic-guessed", passage.start, shown(passage)))
        evidence = [
            Evidence("date", period.edtf, *date),
            Evidence("status", status.status, status.start, status.end),
            Evidence("type", kind.event_type, kind.start, kind.end),
            *([Evidence("online", "1", *online)] if online else []),
            *(Evidence("place", place, start, end) for place, _, start, end in places),
            *(Evidence("topic", topic, start, end) for topic, spans in topics for start, end in spans),
            *(Evidence("actor", actor, start, end) for actor, start, end in actors),
            *(Evidence("source", source, *spoken_for(passage, end)) for source, _, end in sources),
        ]
        return Event(
            event_id=f"{self.briefing.briefing_id}-{number:02d}",
            passage=passage,
            title=self._title(passage, actors),
            period=period,
            status=status.status,
            event_type=kind.event_type,
            is_online=online is not None,
            places=tuple(dict.fromkeys((place, role) for place, role, _, _ in places)),
            topics=tuple(dict.fromkeys(topic for topic, _ in topics)),
            actors=tuple(dict.fromkeys(actor for actor, _, _ in actors)),
            sources=tuple(dict.fromkeys(source for source, _, _ in sources)),
            evidence=tuple(dict.fromkeys([piece for piece in evidence if piece.end > piece.start])),
        )

    def _title(self, passage: Passage, actors: Sequence[tuple[str, int, int]]) -> str:
        if passage.is_main and self.section.heading:
            return self._name()
        unnamed = [actor for actor in actors if self.section.text[actor[1] : actor[2]] in _PRONOUNS]
        labels = {mention.actor_id: mention.label for mention in self.actors} if unnamed else {}
        beside = [other for other in self.passages if passage.sentence_start <= other.start < passage.start]
        names = {(start, end): labels[actor] for actor, start, end in unnamed}
        return from_passage(passage, names, beside[-1] if beside else None, self._subject(passage, actors), self.vocabulary)

    def _subject(self, passage: Passage, actors: Sequence[tuple[str, int, int]]) -> str:
        """The name of who acts in an event and is told of before its clause, as the subject of its sentence."""
        acting = {actor for actor, _, _ in actors}
        told = [one for one in self.actors if passage.sentence_start <= one.start < passage.start and one.actor_id in acting]
        return next((one.text for one in reversed(told) if one.role == "subject" and one.form in ("name", "surname")), "")

    def _problem(self, code: str, offset: int, value: str) -> Problem:
        return Problem(code, value, self.section.line_at(offset), self.section.number)
