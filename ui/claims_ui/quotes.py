"""Words of a source on the page: the quote marked in its paragraph, how it reached us, how it reads."""

from __future__ import annotations

from collections.abc import Sequence

from claims.desk import Hop, Side, Words
from claims.graph import ClaimGraph, Said
from claims.models import Claim, Statement
from claims.vocabulary import Act, Factuality
from claims_ui.language import TAGS
from claims_ui.names import hop_name, place_of
from claims_ui.page import address, say
from claims_ui.text import Html, link, tag


def tag_of(language: str) -> str:
    """The `lang` of a source's words."""
    primary = language.lower().split("-")[0]
    return TAGS.get(primary, language) if primary != "und" else ""


def quoted(words: Words, side: str = "a", *, clip: bool = True) -> Html:
    """The quote marked in its sentence, in the source's own letters."""
    before = ("…" if clip and words.before and not words.whole_before else "") + words.before
    after = words.after + ("…" if clip and words.after and not words.whole_after else "")
    return tag(
        "blockquote",
        tag("p", before, tag("mark", words.exact, class_=f"cc-hit cc-{side}"), after),
        class_="cc-quote",
        lang=tag_of(words.language) or None,
    )


def plain_quote(said: Said) -> Html:
    """The exact words alone."""
    return tag("blockquote", tag("p", said.quote), class_="cc-quote", lang=tag_of(said.statement.language) or None)


def chain(hops: Sequence[Hop], graph: ClaimGraph) -> Html:
    """How the words reached us: each link, held or not, from origin to us."""
    words = say()
    links = (
        tag(
            "li",
            hop_name(hop.name, hop.agent_id, graph),
            None if hop.held else tag("span", words("chain.not_held"), class_="cc-not-held"),
            class_="cc-held" if hop.held else None,
        )
        for hop in hops
    )
    ours = tag("li", words("chain.snapshot"), class_="cc-held")
    return tag(
        "div",
        tag("p", words("chain.title"), class_="cc-reached-title"),
        tag("ol", *links, ours, class_="cc-chain"),
        class_="cc-reached",
    )


def reads_as(claim: Claim, statement: Statement) -> str:
    """In a word, what the wording does: denies, explains what would have been, promises."""
    if claim.factuality is Factuality.counterfactual:
        return say()("reads.counterfactual")
    if statement.act is Act.denial or (claim.negated and statement.act is Act.assertion):
        return say()("reads.denial")
    return say()(f"reads.{statement.act.value}")


def reading_tag(said: Said) -> Html:
    """How the wording reads, as a tag; a denial stands out because it is what most often comes of a rendering."""
    doubtful = said.statement.act is Act.denial
    return tag("span", reads_as(said.claim, said.statement), class_=f"cc-tag{' cc-doubt' if doubtful else ''}")


def source_link(said: Said, paragraph: int, graph: ClaimGraph) -> Html:
    """Where the words stand, as a link to the place."""
    return link(quote_address(said), place_of(said, paragraph, graph))


def quote_address(said: Said) -> str:
    """The address of a quote in its source."""
    return address("sources", id=said.capture.label, q=said.passage.label)


def quote_place(said: Said) -> tuple[str, str, str]:
    """The same as page, source and quote."""
    return "sources", said.capture.label, said.passage.label


def voices(side: Side) -> str:
    """ "9 statements, 1 origin" """
    return say()("count.comma", a=say()("count.statements", n=side.repeats), b=say()("count.origins", n=side.origins))
