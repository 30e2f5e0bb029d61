"""A saved web page: which of its elements are the text, which hold its notes, and which are the page around it."""

import re
from collections.abc import Sequence
from functools import cache

from selectolax.lexbor import LexborNode

from loaders.readers._html_tags import HEADINGS
from loaders.readers._page_notes import NOTE_LISTS, printed_notes, with_note_heading
from loaders.readers._page_tree import Tree
from loaders.vocabulary import default

_AROUND_PART = re.compile(
    r"cookie|consent|gdpr|breadcrumb|sidebar|disqus|addtoany|sharedaddy|shariff|advert|pagination|^comment(?!ary)|related-?post|skip-?link|table-of-contents|print-only"
)
_UNSEEN_CLASS = re.compile(
    r"(?:^|\s)(?:sr-only|visually-?hidden|screen-reader-text|hidden|d-none|is-hidden|invisible|element-invisible|u-hidden)(?:\s|$)"
)
# Classes by which a part that small screens do not show is seen on larger ones.
_SEEN_AGAIN = re.compile(
    r"(?:^|\s)(?:(?:sm|md|lg|xl):(?:block|flex|grid|inline\S*|contents)|d-(?:sm|md|lg|xl)-(?!none)\S+)(?:\s|$)"
)
_UNSEEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|(?:left|top|text-indent)\s*:\s*-\d{4,}px", re.IGNORECASE)
_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_PRINT_RULES = re.compile(r"@media\s+print[^{]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}", re.IGNORECASE)
_MEDIA_HEAD = re.compile(r"@media[^{]*\{", re.IGNORECASE)
_ROLES_AROUND = frozenset(
    ("navigation", "banner", "contentinfo", "complementary", "search", "dialog", "alertdialog", "menu", "menubar", "toolbar")
)
_TAGS_AROUND = frozenset(["nav", "footer", "aside", "dialog", "form", "menu"])
_TEXT_TAGS = frozenset(["p", "li", "td", "dd", "blockquote", "pre", "h1", "h2", "h3", "h4", "h5", "h6"])
# Elements whose class may tell that they belong to the page; a word inside a sentence may be marked as a date or a place.
_NAMED = frozenset(["div", "section", "p", "ul", "ol", "li", "figure", "table", "dl", "details", "article", "iframe", "header"])
_INLINE = frozenset(["span", "small", "sup", "a", "i"])
_CONTAINERS = (
    "article, main, [role=main], [itemprop=articleBody], .entry-content, .post-content, .article-body, .article-content, "
    "#content, #main"
)
_SMALL = 300


def around(tree: Tree, notes: dict[int, str], styles: Sequence[str]) -> frozenset[int]:
    """The elements (by id in memory) that are unseen or belong to the page around the text."""
    unseen = _unseen_by_style(tree, styles)
    kept = {own for note in notes for own in tree.above(tree.index[note])}
    dropped: set[int] = set()
    own = 1
    while own < len(tree.nodes):
        node = tree.nodes[own]
        is_unseen = node.mem_id in unseen or _is_unseen(node)
        if is_unseen or (own not in kept and node.mem_id not in notes and _is_around(tree, own)):
            dropped.add(node.mem_id)
            own = tree.end[own]
        else:
            own += 1
    return frozenset(dropped)


def _is_unseen(node: LexborNode) -> bool:
    attributes = node.attributes
    if "hidden" in attributes or attributes.get("aria-hidden") == "true" or _UNSEEN_STYLE.search(attributes.get("style") or ""):
        return True
    named = attributes.get("class") or ""
    return bool(_UNSEEN_CLASS.search(named)) and not _SEEN_AGAIN.search(named)


def _unseen_by_style(tree: Tree, styles: Sequence[str]) -> set[int]:
    unseen: set[int] = set()
    for style in styles:
        rules = _MEDIA_HEAD.sub("", _PRINT_RULES.sub("", re.sub(r"/\*.*?\*/", "", style, flags=re.DOTALL)))
        for selectors, body in _RULE.findall(rules):
            if _UNSEEN_STYLE.search(body):
                for selector in selectors.split(","):
                    # Only whole classes and ids: states such as :hover are not the page as seen.
                    if re.fullmatch(r"\s*[\w-]*[.#][\w-]+\s*", selector):
                        unseen |= {node.mem_id for node in tree.nodes[0].css(selector.strip())}
    return unseen


@cache
def _named_around(extent: str) -> frozenset[str]:
    """Words of a class or id that name a part of the page around a text.

    `extent` is 'any' for parts of any length, 'small' for small ones, 'inline' for those in a line, 'heading' for headings.
    """
    return frozenset(row["word"] for row in default().rows("page_parts") if row["extent"] == extent)


def _is_around(tree: Tree, own: int) -> bool:
    node = tree.nodes[own]
    tag = node.tag or ""
    if tag in HEADINGS and set((node.attributes.get("class") or "").lower().split()) & _named_around("heading"):
        return True
    if tag in HEADINGS or tag in ("html", "body", "main") or tree.size[own] * 2 > tree.size[0]:
        return False
    if tag in _TAGS_AROUND or node.attributes.get("role") in _ROLES_AROUND:
        return True
    words = " ".join(node.attributes.get(name) or "" for name in ("class", "id"))
    headings = tree.headings_in(own)
    if words and tag in _NAMED and not any(tree.nodes[inner].tag == "h1" for inner in headings):
        tokens = {
            token
            for word in words.split()
            for token in (word.lower(), *re.split(r"[-_]+", re.sub(r"([a-z])([A-Z])", r"\1-\2", word).lower()))
        }
        if tokens & _named_around("any") or any(_AROUND_PART.search(token) for token in tokens):
            return tag != "li" or tree.size[own] < _SMALL
        if tree.size[own] < _SMALL and tokens & _named_around("small"):
            return True
    if (
        words
        and tag in _INLINE
        and tree.size[own] < _SMALL
        and _named_around("inline") & set(re.split(r"[-_\s]+", words.lower()))
    ):
        return True
    if tag == "header":
        return not headings
    if tree.parent[own] >= 0 and tree.nodes[tree.parent[own]].tag == "header":
        return tree.size[own] < _SMALL and not headings
    return tag in ("ul", "ol") and _is_list_of_contents(tree, own)


def _is_list_of_contents(tree: Tree, own: int) -> bool:
    """Whether a list holds nothing but links within the page."""
    links = [
        inner
        for inner in tree.inside(own)
        if tree.nodes[inner].tag == "a" and (tree.nodes[inner].attributes.get("href") or "").startswith("#")
    ]
    return len(links) > 1 and sum(tree.size[inner] for inner in links) >= 0.95 * tree.size[own]


def text_roots(tree: Tree, dropped: frozenset[int], notes: dict[int, str]) -> list[LexborNode]:
    """The element that holds the text, and those outside of it that hold its notes."""
    body = 0
    weight = _weights(tree, dropped)
    found = {tree.index[node.mem_id] for node in tree.nodes[0].css(_CONTAINERS) if node.mem_id in tree.index}
    large = sorted((own for own in found if weight[own] >= 0.6 * weight[body]), key=lambda own: (weight[own], -own))
    articles = sorted((weight[own], own) for own in found if tree.nodes[own].tag == "article")
    if large:
        body = large[0]
    elif articles and articles[-1][0] >= 0.35 * weight[0] and (len(articles) < 2 or articles[-1][0] > 1.5 * articles[-2][0]):
        body = articles[-1][1]
    body = with_note_heading(tree, body, dropped)
    further = {tree.index[note] for note in notes} | {
        tree.index[node.mem_id] for node in tree.nodes[0].css(NOTE_LISTS) if node.mem_id in tree.index
    }
    further |= set(printed_notes(tree, tree.end[body], dropped))
    outside = sorted(
        own for own in further if own not in tree.inside(body) and not any(up in further for up in list(tree.above(own))[1:])
    )
    return [tree.nodes[body], *(tree.nodes[own] for own in outside)]


def _weights(tree: Tree, dropped: frozenset[int]) -> list[int]:
    """How much running text each element holds: text of paragraphs and the like, without that of links."""
    weight = [0] * len(tree.nodes)
    is_text = [False] * len(tree.nodes)
    own = 0
    while own < len(tree.nodes):
        node = tree.nodes[own]
        if node.mem_id in dropped:
            own = tree.end[own]
            continue
        is_text[own] = node.tag in _TEXT_TAGS or (own > 0 and is_text[tree.parent[own]])
        if is_text[own] and node.tag != "a":
            weight[own] += tree.own[own]
        own += 1
    if sum(weight) * 4 < tree.size[0]:
        # A page without paragraphs: its text stands in bare divisions.
        weight = [
            own if node.mem_id not in dropped and node.tag != "a" else 0 for own, node in zip(tree.own, tree.nodes, strict=True)
        ]
    for own in range(len(tree.nodes) - 1, 0, -1):
        weight[tree.parent[own]] += weight[own]
    return weight
