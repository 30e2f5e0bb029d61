"""What the columns of the charts' rows are called. In files they keep their English names, which never change."""

from collections.abc import Iterable

import pandas as pd

from dashboard.language import Language, Text

COLUMNS = {
    "actor": Text(de="Akteur", en="Actor"),
    "actor_events": Text(de="Alle Ereignisse des Akteurs", en="All events of the actor"),
    "actor_id": Text(de="Akteurskennung", en="Actor id"),
    "all_actors": Text(de="Akteure insgesamt", en="Actors in all"),
    "chain": Text(de="Ankündigung", en="Announcement"),
    "chain_id": Text(de="Kettenkennung", en="Chain id"),
    "chain_ids": Text(de="Kettenkennungen", en="Chain ids"),
    "chains": Text(de="Ankündigungen", en="Announcements"),
    "change": Text(de="Gegenüber der Nennung davor", en="Against the mention before"),
    "change_id": Text(de="Kennung der Änderung", en="Change id"),
    "country": Text(de="Staat", en="Country"),
    "country_code": Text(de="Staat (ISO 3166)", en="Country (ISO 3166)"),
    "date_end": Text(de="Ende", en="End"),
    "date_precision": Text(de="Kennung der Genauigkeit", en="Precision id"),
    "date_start": Text(de="Beginn", en="Start"),
    "event_id": Text(de="Ereigniskennung", en="Event id"),
    "events": Text(de="Ereignisse", en="Events"),
    "family": Text(de="Themenfeld", en="Family"),
    "family_events": Text(de="Alle Ereignisse des Themenfelds", en="All events of the family"),
    "family_id": Text(de="Feldkennung", en="Family id"),
    "further_topics": Text(de="Weitere Themen", en="Further topics"),
    "has_briefing": Text(de="Briefing vorhanden", en="Briefing exists"),
    "kind": Text(de="Art", en="Kind"),
    "kind_id": Text(de="Kennung der Art", en="Kind id"),
    "lane": Text(de="Zeile", en="Lane"),
    "latitude": Text(de="Breite", en="Latitude"),
    "longitude": Text(de="Länge", en="Longitude"),
    "mention_events": Text(de="Ereignisse mit Erwähnung", en="Events mentioning it"),
    "origin": Text(de="Herkunft", en="Origin"),
    "outcome": Text(de="Ausgang", en="Outcome"),
    "outcome_id": Text(de="Kennung des Ausgangs", en="Outcome id"),
    "period": Text(de="Zeit", en="Time"),
    "place": Text(de="Ort", en="Place"),
    "place_change": Text(de="Ortswechsel", en="Change of place"),
    "place_id": Text(de="Ortskennung", en="Place id"),
    "precision": Text(de="Genauigkeit", en="Precision"),
    "quarter": Text(de="Quartal (Kennung)", en="Quarter (id)"),
    "quarter_events": Text(de="Alle Ereignisse des Quartals", en="All events of the quarter"),
    "quarter_label": Text(de="Quartal", en="Quarter"),
    "reason": Text(de="Begründung", en="Reason"),
    "role": Text(de="Stellung", en="Role"),
    "role_id": Text(de="Kennung der Stellung", en="Role id"),
    "share": Text(de="Anteil", en="Share"),
    "shift_days": Text(de="Verschiebung (Tage)", en="Shift (days)"),
    "shown_to": Text(de="Gezeigt bis", en="Shown to"),
    "since": Text(de="Seit", en="Since"),
    "source": Text(de="Beleg", en="Source"),
    "standing_id": Text(de="Stand des Termins", en="Standing of the date"),
    "status": Text(de="Status", en="Status"),
    "status_id": Text(de="Statuskennung", en="Status id"),
    "title": Text(de="Titel", en="Title"),
    "told_until": Text(de="Stand der Briefings", en="Briefings as of"),
    "topic": Text(de="Thema", en="Topic"),
    "topic_events": Text(de="Alle Ereignisse des Themas", en="All events of the topic"),
    "topic_id": Text(de="Themenkennung", en="Topic id"),
    "topic_ids": Text(de="Themenkennungen", en="Topic ids"),
    "type": Text(de="Art des Ereignisses", en="Type of event"),
    "valid_from": Text(de="Gültig ab", en="Valid from"),
    "valid_to": Text(de="Gültig bis", en="Valid to"),
    "venue_events": Text(de="Ereignisse am Ort", en="Events held there"),
    "venues": Text(de="Austragungsorte", en="Venues"),
    "with_actor": Text(de="Zusammen mit", en="Together with"),
    "with_events": Text(de="Alle Ereignisse des zweiten Akteurs", en="All events of the second actor"),
    "with_id": Text(de="Kennung des zweiten Akteurs", en="Id of the second actor"),
    "with_kind": Text(de="Art des zweiten Akteurs", en="Kind of the second actor"),
    "with_kind_id": Text(de="Kennung der Art des zweiten Akteurs", en="Kind id of the second actor"),
}
_DRAWN_WITH = frozenset({"lane", "shown_to", "told_until"})  # they place marks and say nothing of a row
# Keys and codes beside which the same stands in words.
_IN_WORDS = {"quarter": "quarter_label", "country_code": "country", "date_precision": "period"}


def columns_to_read(rows: pd.DataFrame) -> list[str]:
    """The columns of a chart's rows that tell a reader something; the others are for programs, which get them in the files."""
    return [name for name in rows.columns if not _is_for_programs(name, rows)]


def _is_for_programs(name: str, rows: pd.DataFrame) -> bool:
    return name.endswith(("_id", "_ids")) or name in _DRAWN_WITH or _IN_WORDS.get(name) in rows


def row_labels(columns: Iterable[str], lang: Language) -> dict[str, str]:
    """The head of each column in a language; a column without one keeps its name."""
    return {column: COLUMNS[column](lang) if column in COLUMNS else column for column in columns}
