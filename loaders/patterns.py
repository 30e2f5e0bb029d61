"""Patterns of vocabularies, compiled when a text first needs them: to compile all would take most of a first reading."""

import re

from loaders.words import Judged

COMPILED: Judged[re.Pattern[str]] = Judged(re.compile)
