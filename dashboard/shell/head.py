"""What stands above every view: its title, how many events, the filter in words, the chips, and the controls of the view."""

from collections.abc import Callable
from dataclasses import replace
from html import escape

import streamlit as st

from dashboard.filters.selection import Notice
from dashboard.filters.sentence import chips, headline
from dashboard.language import Text
from dashboard.markdown import escaped
from dashboard.shell import own_briefing, own_tables, share_menu, sidebar, state, version_banner
from dashboard.shell.base_address import base_address
from dashboard.view import View, address

_NOTHING = Text(
    de="Kein Ereignis passt zu diesen Filtern. Entfernen Sie einen der Filter oder setzen Sie alle zurück.",
    en="No event fits these filters. Remove one of them or reset them all.",
)
_LINK = Text(de="Link kopieren", en="Copy link")
_LINK_DONE = Text(de="Link kopiert", en="Link copied")
_LINK_FAILED = Text(de="Link zum Kopieren:", en="Link to copy:")
_LINK_DONE_OWN = Text(de="Link kopiert, ohne Ihr Briefing", en="Link copied, without your briefing")
_LINK_FAILED_OWN = Text(de="Link zum Kopieren, ohne Ihr Briefing:", en="Link to copy, without your briefing:")
_PRESENT = Text(de="Präsentieren", en="Present")


def show(view: View, title: str, notices: list[Notice]) -> None:
    """Draws the head of a view. In a presentation it is title, number and sentence alone."""
    lang, selection = view.lang, view.selection
    with st.container(key="head"):
        count, restrictions = headline(selection, view.everything, lang, view.count)
        words = f'<p class="filter"><strong>{escape(count)}</strong>{escape(restrictions)}</p>'
        st.html(f"<h1>{escape(title)}</h1>{words}{own_briefing.note_html(view)}")
        controls(view, title)
    if not selection.is_bare:
        _chips(view)
    show_notices(view, notices)
    if not view.count:
        st.info(_NOTHING(lang), icon=":material/filter_alt_off:")
        if not selection.is_bare:
            sidebar.reset(view, "reset_here")


def controls(view: View, title: str) -> None:
    """Draws what takes a view along: its link, the presentation, the menu; nothing where it is shown without controls."""
    # Of an own event or text nothing can be taken along: no link leads to it.
    if view.selection.is_bare or own_briefing.is_shown_here(view):
        return
    with st.container(key="controls", horizontal=True, horizontal_alignment="right", gap="small"):
        _copy_link(view)
        st.button(
            _PRESENT(view.lang),
            key="present",
            icon=":material/slideshow:",
            type="tertiary",
            on_click=lambda: state.choose(replace(state.now(), present=True)),
        )
        share_menu.show(view, title)


def show_notices(view: View, notices: list[Notice]) -> None:
    """Says what in the link could not be used, and that it was made on other data."""
    lang = view.lang
    for notice in notices:
        st.warning(escaped(notice.text(lang)), icon=":material/link_off:")
    version_banner.show(view)


def _chips(view: View) -> None:
    found = chips(view.selection, view.everything, view.lang)
    if not found:
        return
    with st.container(key="chips", horizontal=True, gap="small"):
        for chip in found:
            st.button(
                escaped(chip.label),
                key=f"chip_{chip.key}_{chip.value}",
                icon=":material/close:",
                icon_position="right",
                on_click=_removing(chip.key, chip.value),
            )


def _removing(key: str, value: str) -> Callable[[], None]:
    return lambda: state.choose(state.now().without(key, value))


def full_link(view: View) -> str:
    """The whole address of this view with every restriction and the version of the data."""
    return base_address(view) + address(view.page, view.pinned).removeprefix("./")


def _copy_link(view: View) -> None:
    # Own button, because it must copy the link without showing it; where the clipboard is closed it shows the link.
    done, failed = (_LINK_DONE_OWN, _LINK_FAILED_OWN) if own_tables.shown() else (_LINK_DONE, _LINK_FAILED)
    words = {"link": full_link(view), "done": done(view.lang), "failed": failed(view.lang)}
    data = " ".join(f'data-{name}="{escape(text)}"' for name, text in words.items())
    icon = '<span class="icon" aria-hidden="true">link</span>'
    label = f'<span class="label">{escape(_LINK(view.lang))}</span>'
    st.html(
        f'<button type="button" class="copy-link" {data}>{icon}{label}</button><script>{_COPY}</script>',
        unsafe_allow_javascript=True,
        width="content",
    )


_COPY = """
document.querySelectorAll('.copy-link').forEach((button) => {
  button.onclick = async () => {
    const text = button.querySelector('.label'), label = text.textContent;
    try {
      await navigator.clipboard.writeText(button.dataset.link);
      text.textContent = button.dataset.done;
      setTimeout(() => { text.textContent = label; }, 2500);
    } catch {
      window.prompt(button.dataset.failed, button.dataset.link);
    }
  };
});
"""
