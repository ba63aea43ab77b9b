"""Sources: read a captured text with its quotes in place, and see what must be known of the page."""

from __future__ import annotations

from claims.desk import SourceCard
from claims_ui.bar import Action, bar
from claims_ui.door import dossier
from claims_ui.errors import show_notice
from claims_ui.names import on, source_title, work
from claims_ui.page import address, asked, go, say
from claims_ui.side import Entry, aside, begin, queue, window
from claims_ui.source import source
from claims_ui.text import link, show, tag


def page() -> None:
    """Draw one source, the newest when none is asked for."""
    cards = dossier().sources()
    name = asked("id")
    if not cards or (not name and not cards):
        _none()
        return
    shown = dossier().source(name or cards[0].label)
    target = asked("q")
    places = list(dict.fromkeys(s.said.passage.label for s in shown.quotes))
    _bar(places, target)
    show(begin("sources", f"{shown.card.label}", focus="none"))
    show_notice()
    _sidebar(cards, shown.card)
    known = target in places
    if target and not known:
        show(tag("p", say()("source.no_quote", label=target), class_="cc-notice cc-attention", role="status"))
    show(source(shown, dossier().desk().graph, target if known else None))


def _none() -> None:
    show(begin("sources"))
    aside("sources", "sources")
    show(
        tag("header", tag("h1", say()("nav.sources")), class_="cc-head"),
        tag("div", tag("p", say()("source.none"), " ", link(address(""), say()("source.add"))), class_="cc-empty"),
    )


def _sidebar(cards: tuple[SourceCard, ...], current: SourceCard) -> None:
    words, graph = say(), dossier().desk().graph
    entries = [
        Entry(
            href=address("sources", id=card.label),
            title=source_title(card.document),
            note=words("list.comma").join(
                part
                for part in (
                    work(card.document, graph),
                    on(card.document.published_on),
                    words("source.quotes", n=card.total),
                )
                if part and part != source_title(card.document)
            ),
            current=card.label == current.label,
            language=card.document.language,
        )
        for card in cards
    ]
    start = asked("from")
    at = next((i for i, card in enumerate(cards) if card.label == (start or current.label)), None)
    shown, rest = window(entries, at)
    after = (
        cards[(at or 0) // len(shown) * len(shown) + len(shown)].label
        if rest and at is not None and at + len(shown) < len(cards)
        else None
    )
    more = (
        tag(
            "p",
            link(address("sources", id=current.label, **{"from": after}), words("side.more", n=rest)),
            class_="cc-more",
        )
        if after
        else None
    )
    aside("sources", "sources", queue(words("source.count", n=len(cards)), shown, more=more))


def _bar(places: list[str], target: str | None) -> None:
    if not places:
        return
    at = places.index(target) if target in places else -1
    bar(
        say()("source.walk"),
        [],
        [
            Action("previous", _move, (places[at - 1] if at > 0 else "",), at > 0),
            Action("next", _move, (places[at + 1] if at + 1 < len(places) else "",), at + 1 < len(places)),
        ],
    )


def _move(place: str) -> None:
    go(q=place)


page()
