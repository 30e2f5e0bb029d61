"""Which elements of HTML are headings, blocks, bold, or none of the text."""

import re

from selectolax.lexbor import LexborNode

HEADINGS = {f"h{level}": level for level in range(1, 7)}
_SKIPPED_WORDS = """
script style noscript template head title meta link button select option textarea input svg math canvas iframe object
embed audio video map figcaption form dialog img picture source del s strike rp rt
"""
SKIPPED = frozenset(_SKIPPED_WORDS.split())
_BLOCKS_WORDS = """
address article aside blockquote body caption center dd details div dl dt fieldset figure footer header hgroup html li
main nav ol p pre section summary table tbody td tfoot th thead tr ul hr
"""
BLOCKS = frozenset(_BLOCKS_WORDS.split())
_INLINE_WORDS = """
a abbr acronym b bdi bdo big br cite code data dfn em font i ins kbd label mark meter nobr output progress q ruby samp small
span strong sub sup time tt u var wbr area base col colgroup frame frameset optgroup param track slot
"""
KNOWN = frozenset(_INLINE_WORDS.split()) | frozenset(HEADINGS) | SKIPPED | BLOCKS
_RAISED_STYLE = re.compile(r"vertical-align\s*:\s*(?:super|text-top|top|[1-9])", re.IGNORECASE)
_BOLD_STYLE = re.compile(r"font-weight\s*:\s*(?:bold|bolder|[6-9]00)", re.IGNORECASE)


def is_bold(node: LexborNode) -> bool:
    return node.tag in ("b", "strong") or bool(_BOLD_STYLE.search(node.attributes.get("style") or ""))


def is_raised(node: LexborNode) -> bool:
    return node.tag == "sup" or (node.tag in ("span", "font") and bool(_RAISED_STYLE.search(node.attributes.get("style") or "")))
