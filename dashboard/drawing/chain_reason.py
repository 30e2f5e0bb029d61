"""Why the tellings of a chain are taken for one event, in words."""

from dashboard.language import Language
from loaders.tables import Tables


def reasons(tables: Tables, lang: Language) -> dict[str, str]:
    """Event id -> what it shares with the telling it is joined to; nothing for the first telling of a chain."""
    links = tables["chain_links"]
    return dict(zip(links["event_id"], links[f"reason_{lang}"], strict=True))
