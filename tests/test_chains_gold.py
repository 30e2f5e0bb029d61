"""The chains of the bundled quarters against the annotated set: a floor under what was reached."""

import pytest

from loaders.tables import read_tables
from tests.measure_chains import SECOND_HALF, judged, verdict, wanted_pairs


@pytest.mark.parametrize(("first", "precision", "recall"), [("", 0.97, 0.88), (SECOND_HALF, 0.97, 0.88)])
def test_links_of_the_bundled_quarters(first, precision, recall):
    found = verdict(judged(read_tables()), first)
    print(f"\nchains {first or 'all':5} precision {found.score.precision:.3f} recall {found.score.recall:.3f}")
    assert found.score.precision >= precision
    assert found.score.recall >= recall


def test_few_links_are_lost_before_they_can_be_made():
    wanted = verdict(judged(read_tables())).score.wanted
    assert wanted / wanted_pairs() >= 0.85
