"""The frame of the pages: language and item from the address, navigation, then the page itself."""

import streamlit as st

from claims.errors import ClaimsError
from claims_ui.errors import failure
from claims_ui.page import depart, say
from claims_ui.settings import PAGES
from claims_ui.web import ASSETS


def main() -> None:
    """Draw one page."""
    words = say()
    names = ("inbox", *PAGES)
    pages = [
        st.Page(
            f"views/{name}_page.py",
            title=words(f"nav.{name}"),
            url_path="" if name == "inbox" else name,
            default=name == "inbox",
        )
        for name in names
    ]
    here = st.navigation(pages, position="top")
    title = words(f"nav.{here.url_path or 'inbox'}")
    st.set_page_config(page_title=f"{title} · Counterclaim", page_icon=ASSETS / "icon.svg", layout="wide")
    st.logo(ASSETS / "icon.svg")
    depart()
    try:
        here.run()
    except ClaimsError as reason:
        failure(reason)


main()
