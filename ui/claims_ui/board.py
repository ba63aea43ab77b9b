"""The board of a contradiction: two sides with their words, renderings and chains, and what differs."""

from __future__ import annotations

from collections.abc import Sequence

from claims.desk import Contradiction, Difference, Side
from claims.graph import ClaimGraph, Said
from claims.models import Judgement
from claims.review import Dispute
from claims.vocabulary import Act, Speech
from claims_ui.names import agent_name, instant, named, on, work
from claims_ui.page import address, say
from claims_ui.quotes import chain, plain_quote, quoted, reading_tag, source_link, voices
from claims_ui.text import Html, join, link, tag
from claims_ui.wording import question_of, reason_of


def board(shown: Contradiction, graph: ClaimGraph, position: str) -> Html:
    """Everything one decision needs, on one screen."""
    dispute = shown.dispute
    return join(
        head(dispute, position),
        tag(
            "div",
            card("a", shown.a, graph),
            card("b", shown.b, graph),
            class_="cc-sides",
        ),
        differences(shown.differs),
    )


def head(dispute: Dispute, position: str) -> Html:
    """The question, how the matter stands, and what to look at first."""
    words = say()
    doubt = dispute.check_wording and not dispute.judgement
    lead: list[Html | str | None] = []
    if doubt:
        lead = [tag("span", words("board.check_wording"), class_="cc-tag cc-doubt"), " "]
    if dispute.explained_by and not dispute.judgement:
        lead.append(tag("span", words(f"separator.{dispute.explained_by.value}"), class_="cc-tag"))
        lead.append(" ")
    return tag(
        "header",
        tag(
            "p",
            tag("code", dispute.label),
            tag("span", words(f"kind.{dispute.kind.value}")),
            position and tag("span", position),
            standing(dispute.judgement) if dispute.judgement else None,
            class_="cc-kicker",
        ),
        tag("h1", question_of(dispute)),
        tag("p", *lead, reason_of(dispute), class_="cc-lead"),
        class_="cc-head",
    )


def standing(judgement: Judgement) -> Html:
    """Who ruled what and when, in a line."""
    words = say()
    told = words(f"ruling.{judgement.ruling.value}")
    if judgement.explained_by:
        told = words("count.comma", a=told, b=words(f"separator.{judgement.explained_by.value}"))
    return tag(
        "span",
        tag("span", words("board.ruled", ruling=told), class_="cc-tag cc-ruled"),
        " ",
        tag("span", words("board.by", who=judgement.recorded_by, when=instant(judgement.recorded_at)), class_="cc-by"),
        judgement.rationale and tag("span", words("board.because", reason=judgement.rationale), class_="cc-by"),
    )


def card(letter: str, side: Side, graph: ClaimGraph) -> Html:
    """One side: who, when, in which words, what else was made of them, how they reached us."""
    said = side.said
    return tag(
        "article",
        tag(
            "header",
            tag("span", letter.upper(), class_="cc-letter", aria_label=say()(f"board.side_{letter}")),
            tag("h2", named(said.speaker)),
            tag("span", on(said.statement.said_on or said.document.published_on), class_="cc-when"),
        ),
        tag(
            "p",
            tag("span", say()(f"speech.{said.statement.speech.value}")),
            source_link(said, side.words.paragraph, graph),
            class_="cc-manner",
        ),
        quoted(side.words, letter),
        _renderings(side, graph) if side.renderings else None,
        tag("footer", chain(side.chain, graph), tag("p", voices(side), class_="cc-count")),
        class_=f"cc-card cc-side-{letter}",
    )


def _renderings(side: Side, graph: ClaimGraph) -> Html:
    told = list({said.quote: said for said in reversed(side.renderings)}.values())[::-1]
    return tag(
        "section",
        tag("h3", say()("board.renderings")),
        *(_rendering(said, graph) for said in told[:RENDERINGS]),
        _more_renderings(told[RENDERINGS:], graph),
        class_="cc-renderings",
    )


RENDERINGS = 2  # shown at once; more unfold


def _more_renderings(rest: Sequence[Said], graph: ClaimGraph) -> Html | None:
    if not rest:
        return None
    return tag(
        "details",
        tag("summary", say()("board.more_renderings", n=len(rest))),
        *(_rendering(said, graph) for said in rest),
    )


def _rendering(said: Said, graph: ClaimGraph) -> Html:
    return tag(
        "div",
        plain_quote(said),
        tag(
            "p",
            tag("span", say()(f"speech.{said.statement.speech.value}")),
            tag("span", work(said.document, graph)),
            reading_tag(said),
            class_="cc-manner",
        ),
        class_="cc-rendering",
    )


def differences(rows: Sequence[Difference]) -> Html | None:
    """The table of what differs; where the two clash, the row is bold."""
    # Who speaks stands on the cards already.
    told = [(row, _value(row.point, row.a), _value(row.point, row.b)) for row in rows if row.point != "speaker"]
    differing = [(row, a, b) for row, a, b in told if row.clash or a != b]
    if not differing:
        return None
    words = say()
    missing = tag("span", words("board.not_stated"), class_="cc-muted")
    body = (
        tag(
            "tr",
            tag("th", words(f"point.{row.point}"), scope="row"),
            tag("td", a or missing, data_side="A"),
            tag("td", b or missing, data_side="B"),
            class_="cc-clash" if row.clash else None,
        )
        for row, a, b in differing
    )
    head_row = tag(
        "tr",
        tag("th", words("board.point"), scope="col"),
        tag("th", "A", scope="col"),
        tag("th", "B", scope="col"),
    )
    return tag(
        "section",
        tag("h2", words("board.differs")),
        tag("table", tag("thead", head_row), tag("tbody", *body), class_="cc-table"),
        class_="cc-differs",
    )


def _value(point: str, value: str | None) -> str | None:
    if not value:
        return None
    if point in ("about", "said"):
        return on(value)
    if point == "act" and value in set(Act):
        return say()(f"act.{value}")
    if point == "speech" and value in set(Speech):
        return say()(f"speech.{value}")
    return value


def table(disputes: Sequence[Dispute]) -> Html:
    """All contradictions as rows, for planning."""
    words = say()
    columns = ("question", "kind", "sides", "status", "by")
    rows = (
        tag(
            "tr",
            tag(
                "th",
                link(address("contradictions", id=d.label), question_of(d)),
                scope="row",
            ),
            tag("td", words(f"kind.{d.kind.value}"), data_label=words("plan.kind")),
            tag("td", sides_of(d), data_label=words("plan.sides")),
            tag("td", _status(d), data_label=words("plan.status")),
            tag("td", _by(d.judgement), data_label=words("plan.by")),
        )
        for d in disputes
    )
    head_row = tag("tr", *(tag("th", words(f"plan.{name}"), scope="col") for name in columns))
    return tag("table", tag("thead", head_row), tag("tbody", *rows), class_="cc-table cc-plan")


def sides_of(dispute: Dispute) -> str:
    """The two speakers."""
    return say()("plan.versus", a=agent_name(dispute.a[0].speaker), b=agent_name(dispute.b[0].speaker))


def _status(dispute: Dispute) -> Html:
    words = say()
    if dispute.judgement:
        return tag("span", words(f"ruling.{dispute.judgement.ruling.value}"), class_="cc-tag cc-ruled")
    if dispute.explained_by:
        return tag("span", words(f"separator.{dispute.explained_by.value}"), class_="cc-tag")
    if dispute.check_wording:
        return tag("span", words("board.check_wording"), class_="cc-tag cc-doubt")
    return tag("span", words("plan.open"))


def _by(judgement: Judgement | None) -> str:
    if judgement is None:
        return "–"
    return say()("board.by", who=judgement.recorded_by, when=instant(judgement.recorded_at))
