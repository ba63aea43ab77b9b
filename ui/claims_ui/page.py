"""What every page knows from its address: the language, and the item it is about."""

from __future__ import annotations

from urllib.parse import urlencode

import streamlit as st

from claims_ui.language import COOKIE, Words, choose, words


def language() -> str:
    """The interface language: from the address, else as chosen in this tab, else the cookie, else the browser's."""
    asked = st.query_params.get("lang")
    if asked:
        st.session_state["language"] = choose(asked)
    kept = st.session_state.get("language")
    return choose(kept, st.context.cookies.get(COOKIE), st.context.headers.get("Accept-Language"))


def say() -> Words:
    """The words of the interface language."""
    return words(language())


def asked(name: str) -> str | None:
    """What the address says under this name."""
    return st.query_params.get(name) or None


def go(**query: str | None) -> None:
    """Move the page to another item by its address; None takes a name out of it."""
    for name, value in query.items():
        if value is None:
            st.query_params.pop(name, None)
        else:
            st.query_params[name] = value


def address(path: str, **query: str | None) -> str:
    """An address of ours; the language stays as the address has it."""
    told = {name: value for name, value in query.items() if value}
    if lang := st.query_params.get("lang"):
        told["lang"] = lang
    return f"/{path}" + (f"?{urlencode(told)}" if told else "")


def leave_for(page: str, item: str, quote: str | None = None) -> None:
    """After this action, go to an item of another page; a button's action runs before the page is drawn."""
    st.session_state["leave_for"] = (page, {"id": item} | ({"q": quote} if quote else {}))


def depart() -> None:
    """Go where the last action wanted to go, if it did."""
    if wish := st.session_state.pop("leave_for", None):
        page, query = wish
        if lang := st.query_params.get("lang"):
            query["lang"] = lang
        st.switch_page(f"views/{page}_page.py", query_params=query)
