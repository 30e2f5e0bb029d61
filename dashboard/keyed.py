"""Caches without hashing frames: by a key that stands for the data, or for as long as one object lives."""

import weakref
from typing import Any, Generic, TypeVar

T = TypeVar("T")


class Keyed(Generic[T]):
    """Carries `value` into a cached function; two with equal keys count as the same argument."""

    __slots__ = ("key", "value")

    def __init__(self, value: T, *key: object) -> None:
        self.value = value
        self.key = key

    def __hash__(self) -> int:
        return hash(self.key)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Keyed) and other.key == self.key


_memories: dict[int, dict[Any, Any]] = {}


def memory(owner: object) -> dict[Any, Any]:
    """What was computed from `owner`, an object that never changes; forgotten when it is."""
    if id(owner) not in _memories:
        _memories[id(owner)] = {}
        weakref.finalize(owner, _memories.pop, id(owner), None)
    return _memories[id(owner)]
