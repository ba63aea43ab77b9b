"""The sidebar: the queue of the page, then the languages and the keys; and the mark the page's script reads."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import streamlit as st

from claims_ui.keys import registry, shortcut
from claims_ui.language import LANGUAGES, NAMES, TAGS
from claims_ui.page import address, asked, say
from claims_ui.text import Html, join, label, link, show, tag

QUEUE = 25  # lines shown at once: more are a page further

# Streamlit's own controls, whose names are English unless we give them ours.
CONTROLS = {
    '[data-testid="stExpandSidebarButton"]': "frame.open_side",
    '[data-testid="stSidebarCollapseButton"] button': "frame.close_side",
    '[data-testid="stFileUploaderDropzone"]': "inbox.choose_label",
    '[data-testid="stDialog"] [aria-label="Close"]': "frame.close",
    '[data-testid="stTopNav"]': "frame.pages",
    '[data-testid="stSidebar"]': "frame.side",
    '[data-testid="stLogoLink"]': "frame.home",
}
TEXTS = {
    '[data-testid="stFileUploaderDropzone"] button p': "inbox.choose",
    '[data-testid="stSkipToContent"]': "frame.skip",
}


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of a queue."""

    href: str
    title: str
    note: str = ""
    current: bool = False
    language: str | None = None


def begin(page: str, item: str = "", focus: str = "") -> Html:
    """The mark at the top of a page: which item, which language, where the cursor should be. Nothing to see."""
    words = say()
    names = {where: words(key) for where, key in CONTROLS.items()}
    texts = {where: words(key) for where, key in TEXTS.items()}
    return tag(
        "div",
        class_="cc-mark",
        data_page=f"{page} {item}",
        data_tag=words.tag,
        data_names=json.dumps(names, ensure_ascii=False),
        data_texts=json.dumps(texts, ensure_ascii=False),
        data_offline=words("error.offline"),
        data_focus=focus,
        hidden=True,
    )


def queue(title: str, entries: Sequence[Entry], *, more: Html | None = None, key: str = "queue") -> Html:
    """A titled list of links, the current one marked."""
    lines = (
        tag(
            "li",
            link(
                entry.href,
                tag("span", entry.title, class_="cc-line", lang=entry.language),
                entry.note and tag("span", entry.note, class_="cc-note"),
                aria_current="true" if entry.current else None,
            ),
        )
        for entry in entries
    )
    heading = f"{key}-title"
    return tag(
        "nav",
        tag("h2", title, id=heading),
        tag("ol", *lines) if entries else None,
        more,
        class_="cc-queue",
        aria_labelledby=heading,
    )


def window(entries: Sequence[Entry], at: int | None) -> tuple[Sequence[Entry], int]:
    """The stretch of a long list that holds the current line, and how many lines are not in it."""
    start = max(0, (at or 0) // QUEUE * QUEUE)
    shown = entries[start : start + QUEUE]
    return shown, len(entries) - len(shown)


def aside(page: str, path: str, *parts: Html | None) -> None:
    """Draw the sidebar of a page."""
    with st.sidebar:
        show(*parts, _languages(path))
        if st.button(label(say()("key.help")), key="help", shortcut=shortcut("help"), type="tertiary"):
            help_panel(page)


def _languages(path: str) -> Html:
    here = say().language
    query = {name: asked(name) for name in st.query_params if name != "lang"}
    choices = (
        tag(
            "li",
            link(
                address_in(code, path, query),
                NAMES[code],
                lang=TAGS[code],
                data_language=code,
                aria_current="true" if code == here else None,
            ),
        )
        for code in LANGUAGES
    )
    return tag("nav", tag("ul", *choices), class_="cc-languages", aria_label=say()("frame.language"))


def address_in(code: str, path: str, query: dict[str, str | None]) -> str:
    """This page's address in another language."""
    bare = address(path, **{name: value for name, value in query.items() if name != "lang"})
    bare = "&".join(part for part in bare.replace("?", "&").split("&") if not part.startswith("lang="))
    bare = bare.replace("&", "?", 1)
    return f"{bare}{'&' if '?' in bare else '?'}lang={code}"


def help_panel(page: str) -> None:
    """A dialog with the keys that work here; while it is open no key decides anything."""

    @st.dialog(say()("key.help_title"))
    def panel() -> None:
        show(keys_table(page))

    panel()


def keys_table(page: str) -> Html:
    """The keys of a page, from the registry."""
    rows = (
        tag(
            "tr",
            tag("th", tag("kbd", key.key.replace("Mod", "Ctrl")), scope="row"),
            tag("td", say()(f"key.{key.name}")),
        )
        for key in registry()
        if page in key.pages
    )
    return tag("table", tag("tbody", *rows), class_="cc-keys")


def plain_list(items: Iterable[Html]) -> Html:
    """Items as a list without bullets."""
    return tag("ul", join(tag("li", item) for item in items), class_="cc-plain")
