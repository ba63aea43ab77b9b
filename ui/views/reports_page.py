"""Reports: choose what is printed, for whom and in which language, read it, take it along."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import streamlit as st

from claims.dossier import Dossier
from claims.errors import ClaimsError
from claims.report import EDITIONS, FORMATS, LANGUAGES
from claims_ui.door import dossier
from claims_ui.errors import show_notice, words_of
from claims_ui.language import NAMES
from claims_ui.names import source_title
from claims_ui.page import address, asked, say
from claims_ui.side import aside, begin
from claims_ui.text import Html, label, link, show, tag
from claims_ui.wording import question_of

PARTS = ("decided", "contradictions", "sources")
OPTIONS = 200  # lines offered in a list of choices
SHEET = 980  # pixels of the preview


@dataclass(frozen=True, slots=True)
class Order:
    """What a person asked to have printed."""

    edition: str
    language: str
    title: str | None
    selection: tuple[str, ...]


def page() -> None:
    """Draw the choices, the preview and the ways out."""
    show(begin("reports", asked("id") or "", focus="none"))
    show_notice()
    aside("reports", "reports", _contents())
    words = say()
    show(
        tag(
            "header",
            tag("h1", words("nav.reports")),
            tag("p", words("report.lead"), class_="cc-lead"),
            class_="cc-head",
        )
    )
    if not dossier().sources():
        show(tag("div", tag("p", words("report.none"), " ", link(address(""), words("source.add"))), class_="cc-empty"))
        return
    order = _choose()
    sheet, refused = _preview(order)
    _exports(order, refused)
    if sheet:
        with st.container(key="sheet"):
            st.iframe(sheet, height=SHEET, alt=label(words("report.preview")))


def _contents() -> Html:
    """What there is to print, in numbers."""
    words, disputes = say(), dossier().disputes()
    counts = (
        words("count.sources", n=len(dossier().sources())),
        words("count.claims", n=len(dossier().claims())),
        words("count.contradictions", n=len(disputes)),
        words("report.ruled", n=sum(d.judgement is not None for d in disputes)),
    )
    return tag(
        "section", tag("h2", words("report.in_dossier")), tag("ul", *(tag("li", c) for c in counts)), class_="cc-tally"
    )


def _choose() -> Order:
    words = say()
    with st.container(key="choices"):
        left, right = st.columns(2)
        with left:
            edition = st.segmented_control(
                label(words("report.edition")),
                EDITIONS,
                default=EDITIONS[0],
                required=True,
                key="edition",
                format_func=lambda name: words(f"edition.{name}"),
            )
        with right:
            language = st.segmented_control(
                label(words("report.language")),
                LANGUAGES,
                default=words.language,
                required=True,
                key="report_language",
                format_func=lambda code: NAMES[code],
            )
        title = st.text_input(label(words("report.title")), key="report_title", placeholder=words("report.title_hint"))
        part = st.segmented_control(
            label(words("report.part")),
            PARTS,
            default=PARTS[0],
            required=True,
            key="part",
            format_func=lambda name: words(f"report.part_{name}"),
        )
        selection = _selection(part or PARTS[0])
    show(tag("p", words(f"edition.{edition}_for"), class_="cc-muted"))
    return Order(edition or EDITIONS[0], language or words.language, title.strip() or None, selection)


def _selection(part: str) -> tuple[str, ...]:
    words = say()
    if part == "contradictions":
        matters = {d.label: d for d in dossier().disputes()[:OPTIONS]}
        chosen = st.multiselect(
            label(words("report.choose_contradictions")),
            list(matters),
            key="chosen_matters",
            format_func=lambda name: question_of(matters[name]),
            placeholder=words("report.choose_hint"),
        )
        return tuple(link_.id for name in chosen for link_ in matters[name].links)
    if part == "sources":
        cards = {card.label: card for card in dossier().sources()[:OPTIONS]}
        chosen = st.multiselect(
            label(words("report.choose_sources")),
            list(cards),
            key="chosen_sources",
            format_func=lambda name: source_title(cards[name].document),
            placeholder=words("report.choose_hint"),
        )
        return tuple(s.said.statement.id for name in chosen for s in dossier().suggestions(name))
    return ()


def _preview(order: Order) -> tuple[str | None, str | None]:
    """The report as HTML, or why there is none; kept while neither the order nor the dossier changes."""
    door = dossier()
    key = (door.store.revision(), order)
    kept = st.session_state.get("preview")
    if kept and kept[0] == key:
        return kept[1], kept[2]
    try:
        sheet, refused = _written(door, order, "html")().decode("utf-8"), None
    except ClaimsError as reason:
        sheet, refused = None, words_of(reason)
    st.session_state["preview"] = (key, sheet, refused)
    return sheet, refused


def _written(door: Dossier, order: Order, form: str) -> Callable[[], bytes]:
    def write() -> bytes:
        return door.report(
            form, edition=order.edition, language=order.language, title=order.title, selection=order.selection
        )

    return write


def _exports(order: Order, refused: str | None) -> None:
    words = say()
    if refused:
        show(tag("p", refused, class_="cc-notice cc-attention", role="status"))
        return
    with st.container(key="exports", horizontal=True, vertical_alignment="center"):
        show(tag("p", words("report.export"), class_="cc-bar-title"))
        for form in FORMATS:
            st.download_button(
                label(words(f"format.{form.name}")),
                data=_written(dossier(), order, form.name),
                file_name=f"counterclaim-{order.edition}-{order.language}{form.suffix}",
                mime=form.media_type,
                key=f"export_{form.name}",
                type="primary" if form.name == "pdf" else "secondary",
                on_click="ignore",
            )


page()
