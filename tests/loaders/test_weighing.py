import re

import pytest

from loaders.patterns import by_kind, either, either_word
from loaders.terms import Hit
from loaders.weighing import outermost, weight_of_all


def test_hits_inside_longer_ones_do_not_count():
    hits = [Hit(0, 4, "Rat"), Hit(0, 12, "Rat der Acht"), Hit(8, 12, "Acht"), Hit(10, 20, "chter Gast")]
    assert [hit.row for hit in outermost(hits)] == ["Rat der Acht", "chter Gast"]


def test_of_two_hits_in_one_place_the_lower_rank_counts():
    hits = [Hit(3, 9, 2), Hit(3, 9, 1)]
    assert [hit.row for hit in outermost(hits, lambda row: row)] == [1]
    assert [hit.row for hit in outermost(hits)] == [2]


def test_further_words_count_less():
    assert weight_of_all([2.0]) == 2.0
    assert 3.0 < weight_of_all([1.0, 3.0, 1.0]) < 5.0
    assert weight_of_all([1.0, 3.0]) == weight_of_all([3.0, 1.0])


@pytest.mark.parametrize("group", [either([]), either_word([])])
def test_a_group_of_no_patterns_fits_nothing(group):
    assert not re.search(group, "anything")


def test_patterns_are_grouped_by_their_kind():
    rows = [{"kind": "at", "pattern": "in|im"}, {"kind": "the", "pattern": "der"}, {"kind": "at", "pattern": "bei"}]
    groups = by_kind(rows)
    assert [bool(re.fullmatch(groups["at"], word)) for word in ("im", "bei", "der")] == [True, True, False]
