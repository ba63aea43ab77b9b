"""A claim on the page: its title, its wordings, one of them in context, and how the matter stands."""

from __future__ import annotations

from collections.abc import Sequence

from claims.desk import ClaimPage, Desk, Side, surroundings
from claims.graph import ClaimGraph
from claims.models import Claim, Review
from claims.review import Dispute
from claims_ui.names import agent_name, dated, instant, named, on, place_of, short_hash
from claims_ui.page import address, say
from claims_ui.quotes import chain, quote_address, reading_tag, source_link, tag_of
from claims_ui.text import Html, join, link, tag
from claims_ui.wording import question_of

STATEMENTS = 12  # wordings drawn at once


def title(shown: ClaimPage, graph: ClaimGraph) -> Html:
    """The claim as a title, with who said it and when."""
    words, claim = say(), shown.claim
    first = shown.statements[0].said if shown.statements else None
    disputed = any(d.check_wording and not d.judgement for d in shown.disputes)
    return tag(
        "header",
        tag(
            "p",
            tag("code", claim.label),
            tag("span", named(first.speaker)) if first else None,
            tag("span", words("claim.said_on", on=on(first.statement.said_on)))
            if first and first.statement.said_on
            else None,
            tag("span", words("claim.about_on", on=on(claim.valid_on))) if claim.valid_on else None,
            tag("span", words("claim.wording_disputed"), class_="cc-tag cc-doubt") if disputed else None,
            tag("span", words(f"claim_ruling.{shown.review.ruling.value}"), class_="cc-tag cc-ruled")
            if shown.review
            else None,
            class_="cc-kicker",
        ),
        tag("h1", claim.text, lang=tag_of(claim.language) or None),
        class_="cc-head",
    )


def main_column(shown: ClaimPage, graph: ClaimGraph) -> Html:
    """What was said, in every wording we hold, then the first in its context."""
    words = say()
    if not shown.statements:
        return tag("div", tag("p", words("claim.no_statement"), class_="cc-muted"))
    return tag(
        "div",
        tag("h2", words("claim.what_was_said")),
        tag("div", *(_wording(side, graph) for side in wordings(shown)[:STATEMENTS]), class_="cc-panel cc-wordings"),
        _context(shown.statements[0], graph),
        class_="cc-main",
    )


def wordings(shown: ClaimPage) -> list[Side]:
    """The statements of a claim, one for each passage."""
    return list({side.said.passage.id: side for side in shown.statements}.values())


def _wording(side: Side, graph: ClaimGraph) -> Html:
    said = side.said
    return join(
        tag(
            "article",
            tag("blockquote", tag("p", said.quote), class_="cc-quote", lang=tag_of(said.statement.language) or None),
            tag(
                "p",
                tag("strong", say()(f"speech.{said.statement.speech.value}")),
                source_link(said, side.words.paragraph, graph),
                reading_tag(said),
                class_="cc-manner",
            ),
        ),
        *(
            tag(
                "article",
                tag(
                    "blockquote",
                    tag("p", other.quote),
                    class_="cc-quote",
                    lang=tag_of(other.statement.language) or None,
                ),
                tag(
                    "p",
                    tag("strong", say()("claim.rendering")),
                    link(quote_address(other), other.document.publisher or other.document.title),
                    reading_tag(other),
                    class_="cc-manner",
                ),
            )
            for other in side.renderings
        ),
    )


def _context(side: Side, graph: ClaimGraph) -> Html:
    said, words = side.said, say()
    around = surroundings(said)
    capture = said.capture
    doubts = [note for note in capture.notes if note.get("message")]
    return tag(
        "section",
        tag(
            "header",
            tag("h2", words("claim.in_context")),
            link(quote_address(said), place_of(said, around.words.paragraph, graph)),
        ),
        tag(
            "div",
            *(tag("p", line, class_="cc-dim") for line in around.before),
            tag(
                "p",
                around.words.before,
                tag("mark", around.words.exact, class_="cc-hit cc-seen"),
                around.words.after,
                class_="cc-lit",
            ),
            *(tag("p", line, class_="cc-dim") for line in around.after),
            class_="cc-source",
            lang=tag_of(said.statement.language) or None,
        ),
        tag(
            "footer",
            tag("span", "sha256 ", tag("code", short_hash(capture), title=capture.sha256)),
            tag("span", words("source.captured", when=instant(capture.captured_at))),
            *(note_tag(note) for note in doubts[:2]),
        ),
        class_="cc-panel cc-context",
    )


def note_tag(note: dict[str, object]) -> Html:
    """An integrity note in a few words; the whole of it in the title."""
    return tag("span", note_words(note), class_="cc-tag cc-doubt", title=str(note.get("message", "")))


def note_words(note: dict[str, object]) -> str:
    """An integrity note in the interface's language."""
    key = f"note.{note.get('code')}"
    return say()(key) if key in say() else say()("note.other")


def side_column(shown: ClaimPage, graph: ClaimGraph) -> Html:
    """How the claim stands: ruling, certainty, what contradicts it, its origins, its history, and a footnote."""
    words = say()
    return tag(
        "aside",
        _standing(shown.review),
        tag("h2", words("nav.contradictions")),
        _disputes(shown.disputes),
        tag("h2", words("claim.origins")),
        _origins(shown),
        _reached(shown, graph),
        _due(shown),
        tag("h2", words("claim.history")),
        _history(shown, graph),
        _footnote(shown, graph),
        class_="cc-aside",
        aria_label=words("claim.standing"),
    )


def _standing(review: Review | None) -> Html:
    words = say()
    certainty = words("claim.no_certainty")
    if review and review.certainty:
        certainty = words(f"certainty.{review.certainty.value}")
        if review.rationale:
            certainty = words("claim.certain_because", word=certainty, reason=review.rationale)
    rows = (
        ("ruling", words(f"claim_ruling.{review.ruling.value}") if review else words("claim.not_ruled")),
        ("certainty", certainty),
        ("checker", review.recorded_by if review else words("claim.nobody")),
        ("second_reader", (review.second_reader if review else None) or words("claim.none_yet")),
    )
    return tag(
        "dl",
        *(join(tag("dt", words(f"claim.{name}")), tag("dd", value)) for name, value in rows),
        class_="cc-panel cc-facts",
    )


def _disputes(disputes: Sequence[Dispute]) -> Html:
    words = say()
    if not disputes:
        return tag("p", words("claim.no_contradiction"), class_="cc-muted")
    return tag(
        "ul",
        *(
            tag(
                "li",
                link(address("contradictions", id=d.label), question_of(d)),
                tag("span", _state(d), class_="cc-note"),
            )
            for d in disputes[:8]
        ),
        class_="cc-plain",
    )


def _state(dispute: Dispute) -> str:
    words = say()
    if dispute.judgement:
        return words(f"ruling.{dispute.judgement.ruling.value}")
    if dispute.explained_by:
        return words("claim.explained_by", by=words(f"separator.{dispute.explained_by.value}"))
    return words("plan.open")


def _origins(shown: ClaimPage) -> Html:
    words = say()
    side = shown.statements[0] if shown.statements else None
    counted = words(
        "count.comma",
        a=words("count.statements", n=side.repeats if side else 0),
        b=words("count.origins", n=side.origins if side else 0),
    )
    roots = (
        tag(
            "li",
            dated(origin.name),
            None if origin.held else tag("span", words("chain.not_held"), class_="cc-not-held"),
        )
        for origin in shown.origins[:4]
    )
    return join(tag("p", counted), tag("ul", *roots, class_="cc-plain") if shown.origins else None)


def _reached(shown: ClaimPage, graph: ClaimGraph) -> Html | None:
    return chain(shown.statements[0].chain, graph) if shown.statements else None


def _due(shown: ClaimPage) -> Html | None:
    words, claim = say(), shown.claim
    if not claim.due_on:
        return None
    overdue = any(due.overdue for due in shown.due)
    return join(
        tag("h2", words("claim.falls_due")),
        tag(
            "p",
            on(claim.due_on),
            " ",
            tag("span", words("claim.overdue"), class_="cc-tag cc-doubt") if overdue else None,
        ),
    )


def _history(shown: ClaimPage, graph: ClaimGraph) -> Html:
    words = say()
    told = [(shown.claim.recorded_at, words("history.proposed"), shown.claim.recorded_by)]
    for side in shown.statements:
        if answer := graph.acceptance_of(side.said.statement.id):
            told.append((answer.recorded_at, words(f"answer.{answer.answer.value}"), answer.recorded_by))
    told += [
        (review.recorded_at, words(f"claim_ruling.{review.ruling.value}"), review.recorded_by)
        for review in graph.reviews
        if review.claim_id == shown.claim.id
    ]
    lines = sorted(told, key=lambda row: row[0], reverse=True)
    return tag(
        "ol",
        *(
            tag("li", tag("span", what), tag("span", words("board.by", who=who, when=instant(at)), class_="cc-note"))
            for at, what, who in lines[:8]
        ),
        class_="cc-plain cc-history",
    )


def _footnote(shown: ClaimPage, graph: ClaimGraph) -> Html | None:
    if not shown.statements:
        return None
    words = say()
    return tag(
        "button",
        tag("span", words("claim.copy"), class_="cc-copy-do"),
        tag("span", words("claim.copied"), class_="cc-copy-done"),
        class_="cc-button",
        type="button",
        data_copy=footnote(shown, graph),
    )


def footnote(shown: ClaimPage, graph: ClaimGraph) -> str:
    """The claim as a note: words, chain, place, capture, hash, label."""
    side = shown.statements[0]
    said, words = side.said, say()
    return words(
        "claim.footnote",
        quote=said.quote,
        speaker=agent_name(said.speaker),
        place=place_of(said, side.words.paragraph, graph),
        start=said.passage.start,
        end=said.passage.end,
        when=instant(said.capture.captured_at),
        sha=said.capture.sha256,
        source=said.capture.label,
        passage=said.passage.label,
    )


def listing(claims: Sequence[Claim], desk: Desk) -> Html:
    """Claims as rows: what, who, when, how it stands."""
    words = say()
    head_row = tag(
        "tr", *(tag("th", words(f"claim.col_{name}"), scope="col") for name in ("claim", "who", "on", "state"))
    )
    rows = (_row(claim, desk) for claim in claims)
    return tag("table", tag("thead", head_row), tag("tbody", *rows), class_="cc-table cc-plan")


def _row(claim: Claim, desk: Desk) -> Html:
    words = say()
    first = desk.graph.said_of[claim.id][0]
    review = desk.graph.review_of(claim.id)
    state = tag("span", words(f"claim_ruling.{review.ruling.value}"), class_="cc-tag cc-ruled") if review else None
    return tag(
        "tr",
        tag(
            "th",
            link(address("claims", id=claim.label), claim.text, lang=tag_of(claim.language) or None),
            scope="row",
        ),
        tag("td", named(first.speaker), data_label=words("claim.col_who")),
        tag("td", on(first.statement.said_on or claim.valid_on) or "–", data_label=words("claim.col_on")),
        tag("td", state or words("claim.not_ruled"), data_label=words("claim.col_state")),
    )
