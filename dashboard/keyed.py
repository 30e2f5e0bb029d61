"""A value that a cache knows by a key: frames are never hashed, the version of the data stands for them."""

from typing import Generic, TypeVar

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
