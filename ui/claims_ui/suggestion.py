"""A suggested statement beside its words: on the left the source speaks, on the right what was read in it."""

from __future__ import annotations

from claims.desk import Suggestion, surroundings
from claims.graph import ClaimGraph
from claims.models import Capture
from claims_ui.manuscript import Paragraph, paragraphs
from claims_ui.names import agent_name, hop_name, named, on
from claims_ui.page import address, say
from claims_ui.quotes import quote_address, reads_as, tag_of
from claims_ui.reasons import reason
from claims_ui.text import Html, join, link, tag

LEFT_OUT = 40  # lines listed; a page of navigation has hundreds


def beside(suggestion: Suggestion, graph: ClaimGraph) -> Html:
    """The quote in its paragraph, and the claim with what carries it."""
    return tag("div", _source(suggestion), _claim(suggestion, graph), class_="cc-beside")


def _source(suggestion: Suggestion) -> Html:
    said = suggestion.said
    around = surroundings(said)
    words = around.words
    return tag(
        "article",
        tag(
            "p",
            link(quote_address(said), say()("quote.in_source", n=words.paragraph)),
            class_="cc-kicker",
        ),
        *(tag("p", line, class_="cc-dim") for line in around.before),
        tag("p", words.before, tag("mark", words.exact, class_="cc-hit cc-seen"), words.after, class_="cc-lit"),
        *(tag("p", line, class_="cc-dim") for line in around.after),
        class_="cc-card cc-source",
        lang=tag_of(said.statement.language) or None,
        aria_label=say()("inbox.source"),
    )


def _claim(suggestion: Suggestion, graph: ClaimGraph) -> Html:
    words, said = say(), suggestion.said
    claim, statement = said.claim, said.statement
    answer = suggestion.answer
    via = [hop for hop in suggestion.chain[1:] if hop.agent_id != statement.speaker_id]
    rows: list[tuple[str, Html | str | None]] = [
        ("speaker", named(said.speaker)),
        ("via", words("list.via").join(hop_name(hop.name, hop.agent_id, graph) for hop in via)),
        ("said", on(statement.said_on)),
        ("about", on(claim.valid_on)),
        ("due", on(claim.due_on)),
        ("figures", words("list.comma").join(f["text"] for f in claim.figures if f.get("text"))),
        ("act", reads_as(claim, statement)),
        ("speech", words(f"speech.{statement.speech.value}")),
        ("hedges", words("list.comma").join(statement.hedges)),
    ]
    return tag(
        "article",
        tag(
            "p",
            tag("span", words("inbox.suggested")),
            tag("code", statement.label),
            tag("span", words(f"answer.{answer.answer.value}"), class_="cc-tag cc-ruled") if answer else None,
            class_="cc-kicker",
        ),
        tag("h2", claim.text, class_="cc-claim", lang=tag_of(claim.language) or None),
        tag(
            "dl",
            *(join(tag("dt", words(f"point.{name}")), tag("dd", value)) for name, value in rows if value),
            class_="cc-facts",
        ),
        _why(suggestion),
        _related(suggestion),
        class_="cc-card cc-suggestion",
    )


def _why(suggestion: Suggestion) -> Html | None:
    statement = suggestion.said.statement
    told = reason(statement.reason) if statement.reason else None
    return tag("p", say()("inbox.why"), " ", told, class_="cc-why") if told else None


def _related(suggestion: Suggestion) -> Html:
    words, like = say(), suggestion.looks_like
    lines = []
    if like:
        lines.append(
            tag(
                "p",
                words("inbox.looks_like"),
                " ",
                link(address("claims", id=like.claim.label), like.claim.label),
                " ",
                tag("span", agent_name(like.speaker), words("list.colon"), like.claim.text, class_="cc-muted"),
            )
        )
    if suggestion.conflicts:
        told = [link(address("contradictions", id=name), name) for name in suggestion.conflicts[:3]]
        lines.append(tag("p", words("inbox.may_conflict"), " ", *(join(name, " ") for name in told)))
    return tag("div", *lines, class_="cc-related") if lines else join()


def left_out(capture: Capture) -> Html | None:
    """The sentences that were not proposed, each with its reason: misses are as visible as hits."""
    words = say()
    rows = [row for row in capture.left_out if capture.text[row["start"] : row["end"]].strip()]
    if not rows:
        return None
    lines = paragraphs(capture)
    items = (
        tag(
            "li",
            tag("span", capture.text[row["start"] : row["end"]].strip(), class_="cc-sentence"),
            tag("span", reason(row["why"]) or words("left.other"), class_="cc-note"),
            _where(row["start"], lines),
        )
        for row in rows[:LEFT_OUT]
    )
    rest = len(rows) - LEFT_OUT
    return tag(
        "details",
        tag("summary", words("inbox.left_out", n=len(rows))),
        tag("ol", *items),
        tag("p", words("side.more", n=rest), class_="cc-muted") if rest > 0 else None,
        class_="cc-left-out",
    )


def _where(start: int, lines: list[Paragraph]) -> Html | None:
    number = next((line.number for line in lines if line.start <= start < line.end), None)
    return tag("span", say()("quote.paragraph", n=number), class_="cc-note") if number else None
