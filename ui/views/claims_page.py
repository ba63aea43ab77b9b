"""Claims: everything about one claim, its wordings in context, what contradicts it, and how it stands."""

from __future__ import annotations

import streamlit as st

from claims.desk import ClaimPage, Voice
from claims.models import Claim
from claims.vocabulary import Certainty, ClaimRuling
from claims_ui.bar import Action, bar
from claims_ui.claim import listing, main_column, side_column, title
from claims_ui.door import dossier
from claims_ui.errors import guarded, notice, show_notice
from claims_ui.names import agent_name, on
from claims_ui.page import address, asked, go, leave_for, say
from claims_ui.quotes import quote_place
from claims_ui.side import Entry, aside, begin, queue, window
from claims_ui.text import Html, label, link, show, tag

PAGE = 50  # claims of a list drawn at once


def page() -> None:
    """Draw one claim, or the list of claims."""
    voices = dossier().desk().voices()
    name = asked("id")
    if not name:
        _list(voices)
        return
    shown = dossier().claim(name)
    voice = next((v for v in voices if shown.claim.id in {c.id for c in v.claims}), None)
    _bar(shown, voice)
    show(begin("claims", shown.claim.label, focus="none"))
    show_notice()
    _sidebar(voices, voice, shown.claim)
    graph = dossier().desk().graph
    show(
        title(shown, graph),
        tag("div", main_column(shown, graph), side_column(shown, graph), class_="cc-columns"),
    )
    _certainty(shown)


def _sidebar(voices: tuple[Voice, ...], voice: Voice | None, current: Claim | None) -> None:
    words = say()
    parts: list[Html | None] = []
    if voice:
        entries = [
            Entry(
                href=address("claims", id=claim.label),
                title=claim.text,
                note=words("claim.due", on=on(claim.due_on)) if claim.due_on else on(claim.valid_on),
                current=bool(current and claim.id == current.id),
                language=claim.language,
            )
            for claim in voice.claims
        ]
        at = next((i for i, entry in enumerate(entries) if entry.current), None)
        shown, rest = window(entries, at)
        everything = link(address("claims", who=voice.agent.label), words("side.more", n=rest)) if rest else None
        heading = words("claim.of", who=agent_name(voice.agent), n=len(voice.claims))
        parts.append(queue(heading, shown, more=tag("p", everything, class_="cc-more") if rest else None))
    others = [v for v in voices if v is not voice]
    entries = [
        Entry(address("claims", who=v.agent.label), agent_name(v.agent), words("count.claims", n=len(v.claims)))
        for v in others[: 8 if voice else 25]
    ]
    if entries:
        parts.append(queue(words("claim.speakers"), entries, key="speakers"))
    if voice:
        parts.append(tag("p", link(address("claims"), words("claim.all")), class_="cc-more"))
    aside("claims", "claims", *parts)


def _list(voices: tuple[Voice, ...]) -> None:
    words = say()
    voice = next((v for v in voices if v.agent.label == asked("who")), None)
    claims = voice.claims if voice else dossier().claims()
    after = asked("after")
    start = next((i + 1 for i, claim in enumerate(claims) if claim.label == after), 0)
    shown = claims[start : start + PAGE]
    show(begin("claims", f"list {asked('who') or ''} {after or ''}"))
    show_notice()
    _sidebar(voices, voice, None)
    heading = words("claim.of", who=agent_name(voice.agent), n=len(claims)) if voice else words("nav.claims")
    lead = words("claim.list_lead", n=len(claims)) if claims else words("claim.none")
    onward = None
    if start + PAGE < len(claims):
        onward = link(address("claims", who=asked("who"), after=shown[-1].label), words("list.next_page"))
    show(
        tag("header", tag("h1", heading), tag("p", lead, class_="cc-lead"), class_="cc-head"),
        listing(shown, dossier().desk()) if shown else None,
        tag("p", onward, class_="cc-more") if onward else None,
    )


def _bar(shown: ClaimPage, voice: Voice | None) -> None:
    words = say()
    claim = shown.claim
    order = [c.label for c in voice.claims] if voice else [claim.label]
    at = order.index(claim.label)
    before, after = (order[at - 1] if at else ""), (order[at + 1] if at + 1 < len(order) else "")
    stands = shown.review.ruling if shown.review else None
    ways = [Action("undo", _undo, (), bool(dossier().desk().graph.reviews))]
    if shown.statements:
        ways.append(Action("open", leave_for, quote_place(shown.statements[0].said)))
    bar(
        words("claim.your_ruling"),
        [Action(ruling.value, _review, (claim.label, ruling), chosen=stands is ruling) for ruling in ClaimRuling],
        [*ways, Action("previous", _move, (before,), bool(before)), Action("next", _move, (after,), bool(after))],
    )


def _certainty(shown: ClaimPage) -> None:
    """A word for how sure the ruling is, and the reason for it."""
    words, name = say(), shown.claim.label
    if shown.review is None:
        return
    with st.container(key="certainty"), st.form(f"certainty_{name}", border=False):
        show(tag("h2", words("claim.certainty_title")))
        st.segmented_control(
            label(words("claim.certainty")),
            list(Certainty),
            format_func=lambda certainty: words(f"certainty.{certainty.value}"),
            default=shown.review.certainty,
            key=f"sure_{name}",
        )
        st.text_input(label(words("claim.reason")), shown.review.rationale or "", key=f"why_{name}")
        st.form_submit_button(label(words("claim.save_certainty")), on_click=_save_certainty, args=(name,))


@guarded
def _review(name: str, ruling: ClaimRuling) -> None:
    dossier().review(name, ruling)
    notice("done", say()("claim.said", label=name, ruling=say()(f"claim_ruling.{ruling.value}")))


@guarded
def _save_certainty(name: str) -> None:
    standing = dossier().claim(name).review
    if standing is None:
        return
    reason = st.session_state.get(f"why_{name}", "").strip() or None
    dossier().review(name, standing.ruling, rationale=reason, certainty=st.session_state.get(f"sure_{name}"))
    notice("done", say()("claim.said_certainty", label=name))


@guarded
def _undo() -> None:
    undone = dossier().undo("review")
    if undone is None:
        notice("attention", say()("undo.nothing"))
        return
    go(id=undone.label)
    notice("done", say()("undo.done", label=undone.label))


def _move(name: str) -> None:
    go(id=name)


page()
