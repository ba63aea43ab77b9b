"""Inbox: add material, and accept or reject what was read from it, one key each."""

from __future__ import annotations

import streamlit as st

from claims.desk import SourceCard, Suggestion
from claims.vocabulary import Answer
from claims_ui.bar import Action, bar
from claims_ui.door import dossier
from claims_ui.errors import guarded, notice, show_notice
from claims_ui.intake import intake, open_sample
from claims_ui.keys import shortcut
from claims_ui.names import on, source_title, work
from claims_ui.page import address, asked, leave_for, say
from claims_ui.quotes import quote_place
from claims_ui.side import Entry, aside, begin, queue, window
from claims_ui.suggestion import beside, left_out
from claims_ui.text import Html, label, link, show, tag

FILTERS = ("to_decide", "held", "all")


def page() -> None:
    """Draw the inbox."""
    cards = _steady(dossier().sources())
    card = next((c for c in cards if c.label == asked("s")), None) or _waiting(cards)
    everything = dossier().suggestions(card.label) if card else ()
    chosen = st.session_state.get("inbox_filter") or "to_decide"
    shown = [s for s in everything if _in(chosen, s)]
    current = next((s for s in shown if s.said.statement.label == st.session_state.get("at")), None)
    current = current or (shown[0] if shown else None)
    _bar(everything, shown, current)
    editing = current and st.session_state.get("editing") == current.said.statement.label
    focus = f"words_{st.session_state['editing']}" if editing else "none" if current else "paste"
    show(begin("inbox", card.label if card else "", focus))
    show_notice()
    _sidebar(cards, card, everything)
    intake(compact=bool(cards))
    if not card:
        _first_run()
        return
    show(_source_head(card, everything))
    if current:
        show(beside(current, dossier().desk().graph))
    else:
        _done(card, everything, chosen)
    show(left_out(card.capture))


# ── what is shown ───────────────────────────────────────────────────────────


def _in(chosen: str, suggestion: Suggestion) -> bool:
    answer = suggestion.answer.answer if suggestion.answer else None
    return chosen == "all" or (answer is None if chosen == "to_decide" else answer is Answer.held)


def _waiting(cards: list[SourceCard]) -> SourceCard | None:
    return next((card for card in cards if card.decided < card.total), cards[0] if cards else None)


def _steady(cards: tuple[SourceCard, ...]) -> list[SourceCard]:
    """The sources as this tab knows them: what others add is counted and waits for L, so the list never moves."""
    known: set[str] = st.session_state.setdefault("known_sources", {card.label for card in cards})
    fresh = [card for card in cards if card.label not in known]
    st.session_state["fresh_sources"] = [card.label for card in fresh]
    return [card for card in cards if card.label in known]


def _sidebar(cards: list[SourceCard], card: SourceCard | None, everything: tuple[Suggestion, ...]) -> None:
    words = say()
    waiting = sum(c.decided < c.total for c in cards)
    at = next((i for i, c in enumerate(cards) if card and c.label == card.label), None)
    entries = [
        Entry(
            href=address("", s=c.label),
            title=source_title(c.document),
            note=words("inbox.progress", done=c.decided, total=c.total),
            current=bool(card and c.label == card.label),
            language=c.document.language,
        )
        for c in cards
    ]
    shown, rest = window(entries, at)
    more = tag("p", link(address("sources"), words("side.more", n=rest)), class_="cc-more") if rest else None
    with st.sidebar:
        if fresh := st.session_state.get("fresh_sources"):
            st.button(label(words("inbox.fresh", n=len(fresh))), key="load", shortcut=shortcut("load"), on_click=_load)
        if everything:
            st.segmented_control(
                label(words("inbox.show")),
                FILTERS,
                format_func=lambda name: words(f"inbox.{name}"),
                default="to_decide",
                key="inbox_filter",
            )
    aside("inbox", "", queue(words("inbox.waiting", n=waiting), shown, more=more) if cards else None)


def _source_head(card: SourceCard, everything: tuple[Suggestion, ...]) -> Html:
    words = say()
    place = [work(card.document, dossier().desk().graph), on(card.document.published_on)]
    return tag(
        "header",
        tag(
            "p",
            link(address("sources", id=card.label), tag("code", card.label)),
            *(tag("span", part) for part in place if part),
            tag("span", words("inbox.decided", done=card.decided, total=card.total)),
            class_="cc-kicker",
        ),
        tag("h1", source_title(card.document), class_="cc-source-title", lang=card.document.language),
        class_="cc-head",
    )


def _first_run() -> None:
    show(tag("div", tag("p", say()("inbox.empty")), class_="cc-empty"))
    st.button(label(say()("inbox.sample")), key="sample", on_click=guarded(open_sample))


def _done(card: SourceCard, everything: tuple[Suggestion, ...], chosen: str) -> None:
    words = say()
    if chosen == "held" or (chosen == "all" and not everything):
        show(tag("div", tag("p", words("inbox.none_held" if everything else "inbox.nothing_read")), class_="cc-empty"))
        return
    waiting = sum(d.judgement is None for d in dossier().disputes())
    onward = link(address("contradictions"), words("inbox.to_contradictions")) if waiting else None
    counted = words("inbox.all_decided", n=card.total) if card.total else words("inbox.nothing_read")
    there = words("inbox.waiting_contradictions", n=waiting) if waiting else words("inbox.no_contradictions")
    show(tag("div", tag("p", counted, " ", there, " ", onward), class_="cc-empty"))


# ── what is decided ─────────────────────────────────────────────────────────


def _bar(everything: tuple[Suggestion, ...], shown: list[Suggestion], current: Suggestion | None) -> None:
    if not everything:
        return
    words = say()
    name = current.said.statement.label if current else ""
    if current and st.session_state.get("editing") == name:
        _edit_strip(current)
        return
    stands = current.answer.answer if current and current.answer else None
    places = [s.said.statement.label for s in shown]
    at = places.index(name) if name in places else 0
    bar(
        words("inbox.your_answer"),
        [
            Action(
                "accept",
                _answer,
                (name, Answer.accepted, _after(places, at)),
                bool(current),
                chosen=stands is Answer.accepted,
            ),
            Action(
                "reject",
                _answer,
                (name, Answer.rejected, _after(places, at)),
                bool(current),
                chosen=stands is Answer.rejected,
            ),
            Action(
                "hold", _answer, (name, Answer.held, _after(places, at)), bool(current), chosen=stands is Answer.held
            ),
            Action("merge", _merge, (name, _like(current), _after(places, at)), bool(_like(current))),
            Action("edit", _edit, (name,), bool(current)),
        ],
        [
            Action("undo", _undo, (), any(s.answer for s in everything)),
            Action("open", leave_for, quote_place(current.said) if current else (), bool(current)),
            Action("previous", _move, (places[at - 1] if at else "",), at > 0),
            Action("next", _move, (_after(places, at),), at + 1 < len(places)),
        ],
    )


def _after(places: list[str], at: int) -> str:
    return places[at + 1] if at + 1 < len(places) else (places[0] if at else "")


def _like(current: Suggestion | None) -> str:
    return current.looks_like.claim.label if current and current.looks_like else ""


@guarded
def _answer(name: str, answer: Answer, after: str) -> None:
    dossier().answer(name, answer)
    _move(after)
    notice("done", say()(f"inbox.said_{answer.value}", label=name))


@guarded
def _merge(name: str, claim: str, after: str) -> None:
    dossier().merge(name, claim)
    _move(after)
    notice("done", say()("inbox.said_merged", label=claim))


def _edit(name: str) -> None:
    st.session_state["editing"] = name


def _edit_strip(current: Suggestion) -> None:
    words = say()
    name = current.said.statement.label
    with st.bottom, st.container(key="strip"), st.form("edit_form", border=False):
        show(tag("p", words("inbox.edit_why"), class_="cc-bar-title"))
        st.text_area(label(words("inbox.edit_label")), current.said.claim.text, key=f"words_{name}", height=80)
        with st.container(horizontal=True):
            st.form_submit_button(
                label(words("key.save")),
                key="save",
                type="primary",
                shortcut=shortcut("save"),
                on_click=_save_edit,
                args=(name,),
            )
            st.form_submit_button(label(words("key.cancel")), key="cancel", on_click=_cancel)


@guarded
def _save_edit(name: str) -> None:
    dossier().edit(name, st.session_state.get(f"words_{name}", ""))
    _cancel()
    notice("done", say()("inbox.said_edited", label=name))


def _cancel() -> None:
    st.session_state.pop("editing", None)


@guarded
def _undo() -> None:
    undone = dossier().undo("answer")
    if undone is None:
        notice("attention", say()("undo.nothing"))
        return
    if st.session_state.get("inbox_filter") == "held":
        st.session_state["inbox_filter"] = "to_decide"
    _move(undone.label)
    notice("done", say()("undo.done", label=undone.label))


def _move(place: str) -> None:
    st.session_state["at"] = place


def _load() -> None:
    st.session_state["known_sources"] = {card.label for card in dossier().sources()}


page()
