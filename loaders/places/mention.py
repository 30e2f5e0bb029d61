"""A place that a text names."""

from typing import NamedTuple

from loaders.places.names import Place


class PlaceMention(NamedTuple):
    """A place named at `start:end` of the text; `cue` is one of those of `loaders.places.cues`."""

    start: int
    end: int
    text: str
    place: Place
    cue: str

    @property
    def place_id(self) -> str:
        return self.place.place_id
