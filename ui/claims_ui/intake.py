"""The paste box and the file uploader: bytes and text go to the dossier, a sentence about what happened comes back."""

from __future__ import annotations

import streamlit as st

from claims.dossier import Addition
from claims.errors import ClaimsError
from claims_ui.door import dossier
from claims_ui.errors import guarded, notice, words_of
from claims_ui.keys import shortcut
from claims_ui.names import source_title
from claims_ui.page import go, say
from claims_ui.settings import MAX_UPLOAD_MB
from claims_ui.text import label, show, tag

KINDS = ("txt", "md", "html", "htm", "pdf", "docx", "eml")
TALL, LOW = 200, 68  # pixels of the paste box: alone on the page, and above a queue


def intake(*, compact: bool) -> None:
    """Draw the paste box first, the uploader second."""
    words = say()
    with st.container(key="intake_compact" if compact else "intake"):
        with st.form("paste_form", border=False, clear_on_submit=True):
            st.text_area(
                label(words("inbox.paste")),
                key="paste",
                height=LOW if compact else TALL,
                placeholder=words("inbox.placeholder"),
                label_visibility="collapsed" if compact else "visible",
            )
            with st.container(horizontal=True, vertical_alignment="center"):
                st.form_submit_button(
                    label(words("inbox.add")), key="add", type="primary", shortcut=shortcut("save"), on_click=_pasted
                )
                show(tag("span", words("inbox.or_file"), class_="cc-muted cc-or"))
        turn = st.session_state.setdefault("upload_turn", 0)
        st.file_uploader(
            label(words("inbox.choose_label")),
            type=list(KINDS),
            accept_multiple_files=True,
            max_upload_size=MAX_UPLOAD_MB,
            key=f"upload_{turn}",
            on_change=_uploaded,
            label_visibility="collapsed",
        )


def open_sample() -> None:
    """Add the sample dossier."""
    from claims import casefile
    from claims.resources import resource_dir

    _tell(dossier().add_captured(casefile.sources([casefile.read(resource_dir("seeds") / "chips.yaml")])))


@guarded
def _pasted() -> None:
    written = st.session_state.get("paste", "")
    if not written.strip():
        notice("attention", say()("inbox.nothing_pasted"))
        return
    _tell(dossier().add_text(written))


def _uploaded() -> None:
    turn = st.session_state["upload_turn"]
    files = st.session_state.get(f"upload_{turn}") or []
    if not files:
        return
    st.session_state["upload_turn"] = turn + 1
    refused: list[str] = []
    for file in files:
        try:
            _tell(dossier().add_bytes(file.name, file.getvalue()))
        except ClaimsError as reason:
            refused.append(words_of(reason))
    if refused:
        notice("attention", " ".join(refused))


def _tell(added: Addition) -> None:
    words = say()
    known: set[str] = st.session_state.setdefault("known_sources", set())
    known |= {capture.label for capture in (*added.new, *added.known)}
    here = next(iter(added.new or added.known), None)
    if here:
        go(s=here.label)
    st.session_state.pop("at", None)
    st.session_state["inbox_filter"] = "to_decide"
    if added.new and added.statements:
        notice("done", words("inbox.added", n=added.statements, conflicts=added.conflicts, compared=added.compared))
    elif added.new:
        notice("attention", words("inbox.added_nothing"))
    elif added.known:
        card = dossier().source(added.known[0].label).card
        notice("attention", words("inbox.known", title=source_title(card.document), label=card.label))
