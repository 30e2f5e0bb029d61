import pytest

from dashboard.shell.screen import figure_width


@pytest.mark.parametrize(
    ("window", "is_phone", "is_alone", "expected"),
    [
        (None, False, False, 1000),
        (None, True, False, 360),
        ("wide", False, False, 1000),
        ("٣٩٠", True, False, 360),
        ("1440", False, False, 1050),
        ("1440", False, True, 1370),
        ("720", False, False, 650),
        ("390", True, False, 360),
        ("1", False, False, 280),
        ("9" * 30, False, False, 1700),
    ],
)
def test_a_figure_is_as_wide_as_the_page_leaves_it(window, is_phone, is_alone, expected):
    assert figure_width(window, is_phone, is_alone) == expected
