"""Contradictions: compare two sides and rule, one key each; the wording is settled before the matter."""

from __future__ import annotations

import streamlit as st

from claims.errors import UnknownRecord
from claims.review import Dispute
from claims.vocabulary import Ruling, Separator
from claims_ui.bar import Action, bar
from claims_ui.board import board, sides_of, table
from claims_ui.door import dossier
from claims_ui.errors import guarded, notice, show_notice
from claims_ui.keys import shortcut
from claims_ui.page import address, asked, go, leave_for, say
from claims_ui.quotes import quote_place
from claims_ui.side import Entry, aside, begin, queue, window
from claims_ui.text import Html, label, link, show, tag
from claims_ui.wording import question_of

ASKED = (Separator.time, Separator.scope, Separator.unit, Separator.entity, Separator.update)
RULINGS = (Ruling.contradict, Ruling.compatible, Ruling.wording, Ruling.need_evidence)


def page() -> None:
    """Draw the board, the table or the pairs explained away."""
    disputes, explained = dossier().disputes(), dossier().explained()
    waiting = [d for d in disputes if d.judgement is None]
    view, name = asked("view"), asked("id")
    if view in ("table", "explained") and not name:
        show(begin("contradictions", view))
        _sidebar(disputes, explained, None, view)
        _listing(disputes if view == "table" else explained, view)
        return
    current = _named(name, (*disputes, *explained)) if name else (waiting[0] if waiting else None)
    if current:
        _bar(current, disputes, waiting)
    show(begin("contradictions", current.label if current else name or "", focus=_focus(current)))
    show_notice()
    _sidebar(disputes, explained, current, view)
    if current:
        # What this tab has seen: a ruling made over another that it has not seen is told, not saved.
        st.session_state["saw"] = {current.label: current.judgement.id if current.judgement else None}
        shown = dossier().desk().contradiction(current)
        show(board(shown, dossier().desk().graph, _position(current, waiting)))
    elif name:
        raise UnknownRecord(say()("error.no_such", label=name))
    else:
        _nothing_to_rule(disputes, explained)


def _named(name: str, disputes: tuple[Dispute, ...]) -> Dispute | None:
    return next((d for d in disputes if name in (d.label, *(link.label for link in d.links))), None)


def _focus(current: Dispute | None) -> str:
    return f"reason_{current.label}" if current and _asking(current) == "reason" else "none"


def _position(current: Dispute, waiting: list[Dispute]) -> str:
    return say()("board.position", i=waiting.index(current) + 1, n=len(waiting)) if current in waiting else ""


# ── lists ───────────────────────────────────────────────────────────────────


def _sidebar(
    disputes: tuple[Dispute, ...], explained: tuple[Dispute, ...], current: Dispute | None, view: str | None
) -> None:
    words = say()
    entries = [
        Entry(
            href=address("contradictions", id=d.label),
            title=question_of(d),
            note=words(f"ruling.{d.judgement.ruling.value}") if d.judgement else sides_of(d),
            current=bool(current and current.label == d.label),
        )
        for d in disputes
    ]
    at = next((i for i, entry in enumerate(entries) if entry.current), None)
    shown, rest = window(entries, at)
    waiting = sum(d.judgement is None for d in disputes)
    ways = (
        link(
            address("contradictions", view="table"),
            words("plan.open_table"),
            aria_current="page" if view == "table" else None,
        )
        if disputes
        else None,
        link(
            address("contradictions", view="explained"),
            words("plan.explained", n=len(explained)),
            aria_current="page" if view == "explained" else None,
        )
        if explained
        else None,
    )
    more = tag(
        "ul",
        tag("li", words("side.more", n=rest)) if rest else None,
        *(tag("li", way) for way in ways if way),
        class_="cc-ways",
    )
    aside("contradictions", "contradictions", queue(words("board.to_rule", n=waiting), shown, more=more))


def _listing(disputes: tuple[Dispute, ...], view: str) -> None:
    words = say()
    lead = words(f"plan.{view}_lead", n=len(disputes))
    show(
        tag("header", tag("h1", words(f"plan.{view}_title")), tag("p", lead, class_="cc-lead"), class_="cc-head"),
        table(disputes) if disputes else None,
    )


def _nothing_to_rule(disputes: tuple[Dispute, ...], explained: tuple[Dispute, ...]) -> None:
    words = say()
    title = words("board.all_ruled", n=len(disputes)) if disputes else words("board.none")
    compared = words("board.compared", claims=len(dossier().claims()), n=len(explained))
    ways: list[Html | str | None] = []
    if disputes:
        ways = [link(address("reports"), words("board.to_report")), " "]
    if explained:
        ways.append(link(address("contradictions", view="explained"), words("board.see_explained")))
    show(
        tag("header", tag("h1", words("nav.contradictions")), class_="cc-head"),
        tag("div", tag("p", title, " ", compared), tag("p", *ways), class_="cc-empty"),
    )


# ── the decision ────────────────────────────────────────────────────────────


def _asking(current: Dispute) -> str | None:
    label_, what = st.session_state.get("ask", ("", None))
    return what if label_ == current.label else None


def _bar(current: Dispute, disputes: tuple[Dispute, ...], waiting: list[Dispute]) -> None:
    asking = _asking(current)
    if asking == "reason":
        _reason_strip(current)
    if asking == "separator":
        _separator_bar(current)
        return
    words = say()
    stands = current.judgement.ruling if current.judgement else None
    order = [d.label for d in disputes]
    at = order.index(current.label) if current.label in order else 0
    before, after = (order[at - 1] if at else ""), (order[at + 1] if at + 1 < len(order) else "")
    bar(
        words("board.your_ruling"),
        [
            Action(ruling.value, _ruled, (current.label, ruling), asking is None, chosen=stands is ruling)
            for ruling in RULINGS
        ],
        [
            Action("undo", _undo, (), any(d.judgement for d in disputes)),
            Action("open", leave_for, quote_place(current.b[0])),
            Action("previous", _move, (before,), bool(before)),
            Action("next", _move, (after,), bool(after)),
        ],
    )


def _reason_strip(current: Dispute) -> None:
    words = say()
    with st.bottom, st.container(key="strip"), st.form("reason_form", border=False):
        show(tag("p", words("board.unresolved"), class_="cc-bar-title", id="strip-why"))
        with st.container(horizontal=True, vertical_alignment="bottom"):
            st.text_input(label(words("board.reason")), key=f"reason_{current.label}")
            st.form_submit_button(
                label(words("key.save")),
                key="save",
                type="primary",
                shortcut=shortcut("save"),
                on_click=_save_reason,
                args=(current.label,),
            )
            st.form_submit_button(label(words("key.cancel")), key="cancel", on_click=_cancel)


def _separator_bar(current: Dispute) -> None:
    words = say()
    bar(
        words("board.why_compatible"),
        [
            Action(
                f"because_{separator.value}",
                _rule,
                (current.label, Ruling.compatible, separator),
                words=words(f"separator.{separator.value}"),
                key=str(number),
            )
            for number, separator in enumerate(ASKED, 1)
        ],
        [Action("cancel", _cancel)],
    )


@guarded
def _ruled(name: str, ruling: Ruling) -> None:
    dispute = dossier().contradiction(name).dispute
    if ruling is Ruling.contradict and dispute.check_wording:
        st.session_state["ask"] = (name, "reason")
    elif ruling is Ruling.compatible:
        st.session_state["ask"] = (name, "separator")
    else:
        _save(name, ruling)


@guarded
def _save_reason(name: str) -> None:
    reason = st.session_state.get(f"reason_{name}", "").strip()
    if not reason:
        notice("attention", say()("board.reason_needed"))
        return
    _save(name, Ruling.contradict, rationale=reason)


@guarded
def _rule(name: str, ruling: Ruling, separator: Separator) -> None:
    _save(name, ruling, separator)


def _save(name: str, ruling: Ruling, separator: Separator | None = None, rationale: str | None = None) -> None:
    words = say()
    order = [d.label for d in dossier().disputes() if d.judgement is None]
    saw = st.session_state.get("saw", {}).get(name)
    dossier().judge(name, ruling, explained_by=separator, rationale=rationale, saw=saw)
    _cancel()
    at = order.index(name) if name in order else -1
    rest = [*order[at + 1 :], *order[: max(at, 0)]]
    go(id=rest[0] if rest else None)
    told = words(f"ruling.{ruling.value}")
    if separator:
        told = words("count.comma", a=told, b=words(f"separator.{separator.value}"))
    notice("done", words("board.said", label=name, ruling=told))


def _cancel() -> None:
    st.session_state.pop("ask", None)


@guarded
def _undo() -> None:
    undone = dossier().undo("ruling")
    if undone is None:
        notice("attention", say()("undo.nothing"))
        return
    _cancel()
    go(id=undone.label)
    notice("done", say()("undo.done", label=undone.label))


def _move(name: str) -> None:
    _cancel()
    go(id=name)


page()
