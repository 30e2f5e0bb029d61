"""Patterns looked for by their words find what the same patterns find that are tried everywhere."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.anchored import AnchoredPattern, lead_of
from loaders.vocabulary import default
from loaders.words import words_in

PATTERNS = {
    "online": r"per Video|(?:Video|Online)-?[Kk]onferenz(?:en)?|[Vv]irtuell\w*",
    "host": r"(?:richte(?:n|t)?\b.{0,20}\baus|zu Gast)\b",
    "vote": r"(?:\w*[Ww]ahl(?:en)?|stimmten?)\b",
    "membership": r"(?:full )?membership",
    "back": r"(?i:dort|am selben Ort)\b",
}
LEADS = {"host": r"richte|zu", "vote": r"\w*[Ww]ahl|stimm", "back": r"(?i:dort|am)"}
ANCHORED = {name: AnchoredPattern(pattern, LEADS.get(name)) for name, pattern in PATTERNS.items()}
WORDS = (
    "per Video Videokonferenz virtuelle richten den Gipfel aus zu Gast zum full Wahlen Vorwahl Dort am selben Ort membership ."
)


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("dort", "dort"),
        ("am selben Ort", "am"),
        ("kam(?:en)? .{0,80}zusammen|traf(?:en)? sich", "kam(?:en)?|traf(?:en)?"),
        ("(?:Video|Online)-?[Kk]onferenz", "(?:Video|Online)"),
        (r"\w*[Pp]räsenz\w*", r"\w*[Pp]räsenz\w*"),
        ("(?:full )?membership", ""),
        ("(?:drei|ein Teil der|[Ee]inige) Gäste", "(?:drei|ein|[Ee]inige)"),
        (r"(?<!statt )vor Ort", "vor"),
        (r"[Ss]ein(?:e[nmrs]?)?\b", r"[Ss]ein(?:e[nmrs]?)?\b"),
        (r"(?P<word>\w+)x", ""),
        (r"richte(?:n|t)?\b.{0,160}\baus", r"richte(?:n|t)?\b"),
        (r"Online-(?!Handel)\w+", "Online"),
    ],
)
def test_lead(pattern, expected):
    assert lead_of(pattern) == expected


@given(st.lists(st.sampled_from(WORDS.split())).map(" ".join), st.integers(0, 40), st.integers(0, 60))
def test_a_pattern_finds_what_it_finds_everywhere(text, start, length):
    end = min(len(text), start + length)
    for name, pattern in ANCHORED.items():
        plain = re.compile(rf"\b(?:{PATTERNS[name]})")
        wanted = [found.span() for found in plain.finditer(text, start, end)]
        assert [found.span() for found in pattern.finditer(text, start, end)] == wanted
        first = pattern.search(text, start, end)
        assert (first and first.span()) == (wanted[0] if wanted else None)


def test_each_place_cue_begins_with_a_word_that_its_lead_finds():
    sides = ("host", "happening", "chair", "online", "remote", "single", "hybrid", "visit", "joining", "guest", "participant")
    for row in [row for row in default().rows("place_cues") if row["side"] in sides]:
        assert "" not in re.split(r"\|(?![^(]*\))", lead_of(row["pattern"])), f"begin each alternative with a word: {row}"
        plain = re.search(rf"\b(?:{row['pattern']})", row["example"])
        assert plain, row
        word = next(word for start, end, word in zip(*words_in(row["example"]), strict=True) if start == plain.start())
        assert re.match(lead_of(row["pattern"]), word)


@given(st.text())
def test_words_are_cut_as_a_pattern_cuts_them(text):
    starts, ends, words = words_in(text)
    assert [(start, end) for start, end in zip(starts, ends, strict=True)] == [
        found.span() for found in re.finditer(r"\w+", text)
    ]
    assert words == re.findall(r"\w+", text)
