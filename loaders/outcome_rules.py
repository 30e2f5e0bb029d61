"""How clauses read that tell outcomes of an event (`event_outcomes.csv`).

`pattern` is a regular expression in which `{chair}` stands for the row of that `kind`, of its `needs` one is in what it
finds (a placeholder's are those of its row); rows of `tense` 'future' hold only for a time behind the briefing's quarter.
"""

import re
from collections.abc import Mapping, Sequence
from functools import cache, reduce
from typing import NamedTuple

import ahocorasick

from loaders.clause_patterns import clause_word
from loaders.patterns import COMPILED, either, finder_of
from loaders.vocabulary import Vocabulary

_PLACEHOLDER = re.compile(r"\{\w+\}")


class Rule(NamedTuple):
    """One way to tell an outcome: what it brings about, whether it is still to come, the words of which it has one."""

    kind: str
    is_future: bool
    needs: frozenset[str]
    pattern: str


class Rules(NamedTuple):
    """The rules by language, what finds the words in small letters of which each match has one, and what heads a list."""

    rules: Mapping[str, Sequence[Rule]]
    needs: ahocorasick.Automaton
    results: re.Pattern[str]
    # Where clauses begin that can stand for themselves.
    apart: re.Pattern[str]
    # 'Norland, das den Vorsitz übernahm' says of whom the sentence speaks.
    aside: re.Pattern[str]
    # 'Norland übergab dort den Vorsitz': where the last event told took place, be it looked back to or not.
    there: re.Pattern[str]
    # 'Der Vorsitz, den Norland übernommen hatte' tells of an earlier time.
    earlier: re.Pattern[str]


@cache
def rules_of(vocabulary: Vocabulary) -> Rules:
    """The rules of `event_outcomes.csv`, ready to be tried."""
    rows = vocabulary.rows("event_outcomes")
    named = {(row["kind"], row["language"]): row for row in rows if row["kind"].startswith("{")}
    rules: dict[str, list[Rule]] = {}
    for row in rows:
        if not row["tense"]:
            continue
        holds = [named[found, row["language"]] for found in _PLACEHOLDER.findall(row["pattern"])]
        pattern = reduce(lambda text, each: text.replace(each["kind"], each["pattern"]), holds, row["pattern"])
        needs = row["needs"] or holds[0]["needs"]
        rule = Rule(row["kind"], row["tense"] == "future", frozenset(needs.split("|")), pattern)
        rules.setdefault(row["language"], []).append(rule)
    results = re.compile(either(row["pattern"] for (kind, _), row in named.items() if kind == "{results}"))
    openers, article = clause_word("apart", vocabulary, is_exact=True), clause_word("article", vocabulary, is_exact=True)
    return Rules(
        rules,
        finder_of({need: need for told in rules.values() for rule in told for need in rule.needs}),
        results,
        apart=re.compile(rf";\s+|,\s+(?={openers}\s|{article}\s[a-zäöüß0-9])|\s[–—]\s"),
        aside=re.compile(rf"{clause_word('aside', vocabulary, is_exact=True)}\s"),
        there=re.compile(rf"\b{clause_word('there', vocabulary)}\b"),
        earlier=re.compile(rf"\b(?:{clause_word('earlier', vocabulary)}|worden waren?)\b"),
    )


def likely_of(rules: Sequence[Rule], needs: ahocorasick.Automaton, text: str) -> list[Rule]:
    """The rules of which a text holds a word that each match has."""
    told = {need for _, need in needs.iter(text.lower())}
    return [rule for rule in rules if not told.isdisjoint(rule.needs)] if told else []


def fitting(clause: str, rules: Sequence[Rule]) -> Rule | None:
    """The first of the rules that a clause fits."""
    return next((rule for rule in rules if COMPILED[rule.pattern].search(clause)), None)
