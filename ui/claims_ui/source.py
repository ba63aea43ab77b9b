"""A source on the page: its text with the quotes marked, the quotes in order, and what must be known of it."""

from __future__ import annotations

from collections.abc import Sequence

from claims.desk import SourcePage, Suggestion
from claims.graph import ClaimGraph
from claims.models import Capture, Document, Passage
from claims_ui.claim import note_words
from claims_ui.manuscript import manuscript, numbered
from claims_ui.names import agent_name, instant, on, source_title, work
from claims_ui.page import address, say
from claims_ui.quotes import tag_of
from claims_ui.text import Html, join, link, tag

QUOTES = 150  # lines of the list drawn


def source(shown: SourcePage, graph: ClaimGraph, target: str | None) -> Html:
    """The whole page of a source; `target` is the label of the quote it opens at."""
    capture, document = shown.card.capture, shown.card.document
    passages = numbered(s.said.passage for s in shown.quotes)
    return join(
        _head(capture, document, graph),
        _integrity(capture),
        tag(
            "div",
            tag(
                "section",
                manuscript(capture, passages, document.language or "", target),
                class_="cc-panel cc-reading",
                aria_label=say()("source.text"),
            ),
            tag(
                "aside",
                _quotes(shown.quotes, passages, target),
                _about(capture, document, graph),
                class_="cc-aside",
                aria_label=say()("source.beside"),
            ),
            class_="cc-columns cc-columns-source",
        ),
    )


def _head(capture: Capture, document: Document, graph: ClaimGraph) -> Html:
    return tag(
        "header",
        tag(
            "p",
            tag("code", capture.label),
            tag("span", work(document, graph)),
            tag("span", on(document.published_on)) if document.published_on else None,
            tag("span", say()("source.captured", when=instant(capture.captured_at))),
            class_="cc-kicker",
        ),
        tag("h1", source_title(document), lang=tag_of(document.language or "und") or None),
        class_="cc-head",
    )


def _integrity(capture: Capture) -> Html | None:
    """What a reader must know before trusting the page."""
    if not capture.notes:
        return None
    words = say()
    lines = (
        tag(
            "li",
            tag("strong", note_words(note)),
            tag("span", note["message"], class_="cc-note", lang="en") if words.language == "en" else None,
        )
        for note in capture.notes
    )
    return tag(
        "section",
        tag("h2", words("source.integrity", n=len(capture.notes))),
        tag("ul", *lines),
        class_="cc-integrity",
    )


def _quotes(quotes: Sequence[Suggestion], passages: Sequence[Passage], target: str | None) -> Html:
    words = say()
    by_place: dict[tuple[int, int], list[Suggestion]] = {}
    for quote in quotes:
        by_place.setdefault((quote.said.passage.start, quote.said.passage.end), []).append(quote)
    lines = (
        tag(
            "li",
            _line(by_place[p.start, p.end], p, here=p.label == target),
            value=number,
        )
        for number, p in enumerate(passages[:QUOTES], 1)
    )
    rest = len(passages) - QUOTES
    return tag(
        "section",
        tag("h2", words("source.in_order", n=len(passages))),
        tag("ol", *lines, class_="cc-quotes") if passages else tag("p", words("source.no_quotes"), class_="cc-muted"),
        tag("p", words("side.more", n=rest), class_="cc-muted") if rest > 0 else None,
    )


def _line(said: Sequence[Suggestion], passage: Passage, *, here: bool) -> Html:
    words, first = say(), said[0]
    clash = next((name for s in said for name in s.conflicts), None)
    return join(
        link(
            address("sources", id=first.said.capture.label, q=passage.label),
            agent_name(first.said.speaker),
            words("list.colon"),
            passage.exact,
            lang=tag_of(first.said.statement.language) or None,
            aria_current="true" if here else None,
        ),
        tag(
            "span",
            link(address("claims", id=first.said.claim.label), first.said.claim.label),
            " ",
            words(f"answer.{first.answer.answer.value}") if first.answer else words("source.to_decide"),
            clash and tag("span", " ", link(address("contradictions", id=clash), clash)),
            class_="cc-note",
        ),
    )


def _about(capture: Capture, document: Document, graph: ClaimGraph) -> Html:
    words = say()
    rows: list[tuple[str, Html | str | None]] = [
        ("publisher", work(document, graph)),
        ("byline", document.byline),
        ("published", on(document.published_on)),
        ("address", link(document.url, document.url) if document.url else words("source.no_address")),
        ("kind", words(f"document.{document.kind.value}")),
        ("how", words(f"how.{capture.how}") if f"how.{capture.how}" in words else capture.how),
        ("encoding", capture.encoding),
        ("size", words("source.size", bytes=f"{capture.size:,}", characters=f"{len(capture.text):,}")),
        ("reader", capture.reader),
    ]
    return tag(
        "section",
        tag("h2", words("source.about")),
        tag(
            "dl",
            *(join(tag("dt", words(f"about.{name}")), tag("dd", value)) for name, value in rows if value),
            class_="cc-facts",
        ),
        tag("p", tag("span", "sha256"), tag("code", capture.sha256), class_="cc-hash"),
    )
