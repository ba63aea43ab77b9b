"""Contradictions side by side, the pairs explained away, contested questions and rulings on claims."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from claims.graph import Said
from claims.models import Judgement, Link
from claims.report.contents import Answers, Matter, Ruled, Run, Side, Words
from claims.report.context import Context
from claims.report.dates import day
from claims.review import Dispute, standing

LONGEST_VALUE = 40  # a rule without a value of its own gives the whole quote, which stands on the side already


def matters(context: Context, disputes: Sequence[Dispute]) -> tuple[Matter, ...]:
    """The matters this edition may show, in the order of the board."""
    return tuple(_matter(context, dispute) for dispute in disputes)


def _matter(context: Context, dispute: Dispute) -> Matter:
    a, b = (tuple(s for s in side if s.statement.id in context.by_id) for side in (dispute.a, dispute.b))
    lead, whole = dispute.lead, len(a) == len(dispute.a) and len(b) == len(dispute.b)
    return Matter(
        # A label is a hash over both claims: beside a withheld one it would confirm a guess at its words.
        label=dispute.label if whole else "",
        question=_question(context, dispute, a, b) if whole else context.withheld(),
        kind=context.words(f"kind.{dispute.kind.value}"),
        a=_side(context, a, lead, whole, 0),
        b=_side(context, b, lead, whole, 1),
        reason=_reason(context, dispute) if whole else context.withheld(),
        ruling=_ruling(context, dispute),
        ruled=dispute.judgement is not None,
        ruled_by=dispute.judgement.recorded_by
        if dispute.judgement and not context.veil.hides(dispute.judgement)
        else "",
        rationale=_rationale(context, dispute.judgement, whole),
        check_wording=_check(context, dispute) if whole else (),
    )


def _question(context: Context, dispute: Dispute, a: tuple[Said, ...], b: tuple[Said, ...]) -> Words:
    """The matter's question, asked with the words and names this report's reader can read."""
    read = replace(dispute, a=tuple(map(context.as_read, a)), b=tuple(map(context.as_read, b)))
    return (Run(read.asked(context.language)),)


def _side(context: Context, voices: tuple[Said, ...], lead: Link, whole: bool, which: int) -> Side:
    if not voices:
        return Side((), "", context.withheld())
    first = voices[0]
    said = tuple(run for voice in _by_claim(voices) for run in _spaced(context.gist(voice)))
    return Side((context.speaker(first),), context.when(first), said, _value(first, lead) if whole else None)


def _value(said: Said, lead: Link) -> str | None:
    """The value the rule read on this side, unless it is the words themselves.

    A link keeps its ends in order of key, a dispute in order of time.
    """
    value = lead.value_a if said.claim.id == lead.a_id else lead.value_b if said.claim.id == lead.b_id else None
    if not value or len(value) > LONGEST_VALUE or _bare(value) == _bare(said.quote):
        return None
    return value


def _bare(text: str) -> str:
    return "".join(char for char in text if char.isalnum())


def _by_claim(voices: tuple[Said, ...]) -> tuple[Said, ...]:
    return tuple({voice.claim.id: voice for voice in reversed(voices)}.values())[::-1]


def _spaced(words: Words) -> Words:
    return (*words, Run(" "))


def _reason(context: Context, dispute: Dispute) -> Words:
    """Why the rule put the two side by side. A rule explains itself in English; other languages name the rule's reason."""
    words = context.words
    # The explanation repeats both quotes and ends in the reason; the quotes stand on both sides already.
    told = dispute.lead.explanation.rsplit("”. ", 1)[-1].removeprefix("Explained: ")
    why = context.by_rule(words.capital(told))
    if dispute.explained_by and dispute.judgement is None:
        what = Run(words.capital(words(f"separator.{dispute.explained_by.value}")) + words("stop"), "strong")
        return (what, why) if context.language == "en" else (what,)
    return (why,) if context.language == "en" else (Run(words(f"reason.{dispute.kind.value}")),)


def _check(context: Context, dispute: Dispute) -> Words:
    if not dispute.check_wording:
        return ()
    if context.language == "en":
        return (context.by_rule(dispute.check_wording),)
    return (Run(context.words("check_wording")),)


def _ruling(context: Context, dispute: Dispute) -> Words:
    judgement = dispute.judgement
    if judgement is None:
        rule = context.words(f"rule.{dispute.kind.value}")
        suggested = "explained.suggested" if dispute.explained_by else "ruling.open"
        return (Run(context.words(suggested, rule=rule), "suggested"),)
    if context.veil.hides(judgement):
        return context.withheld()
    words = context.words
    told = words(f"ruling.{judgement.ruling.value}")
    if judgement.explained_by:
        told = words("ruling.because", ruling=told, why=words(f"separator.{judgement.explained_by.value}"))
    return (Run(told, "strong"), Run(signature(context, judgement)))


def signature(context: Context, judgement: Judgement) -> str:
    """Who ruled, when, who read it second and how sure they are."""
    words = context.words
    parts = [words("signed", who=judgement.recorded_by, when=day(judgement.recorded_at, context.language))]
    if judgement.second_reader:
        parts.append(words("second_reader", who=judgement.second_reader))
    if judgement.certainty:
        parts.append(words("certainty", word=words(f"certainty.{judgement.certainty.value}")))
    return words("next").join(parts)


def _rationale(context: Context, judgement: Judgement | None, whole: bool) -> Words:
    if judgement is None or not judgement.rationale:
        return ()
    if not whole or context.veil.hides(judgement):
        return context.withheld()
    return (context.of_others(judgement.rationale),)


def answers(context: Context) -> tuple[Answers, ...]:
    """The contested questions, each answer with its notes and its number of independent origins."""
    out = []
    for question in context.material.questions:
        positions = []
        for position in question.positions if question.contested else ():
            voices = [context.by_id[i] for i in position.statements if i in context.by_id]
            if voices:
                run = context.of_others(position.answer)
                notes = context.numbers.known(voices)
                origins = (
                    min(position.origins, len(voices)) if len(voices) < len(position.statements) else position.origins
                )
                positions.append(((Run(run.text, run.kind, run.lang, notes),), origins))
        if len(positions) > 1:
            out.append(Answers((context.question(question.text),), tuple(positions)))
    return tuple(out)


def rulings(context: Context) -> tuple[Ruled, ...]:
    """What people ruled on single claims."""
    out = []
    seen: set[str] = set()
    for said in context.said:
        review = standing(context.graph, said.claim.id) if said.claim.id not in seen else None
        seen.add(said.claim.id)
        if review is None or context.veil.hides(review):
            continue
        words = context.words
        told = words("signed", who=review.recorded_by, when=day(review.recorded_at, context.language))
        ruling = (Run(words(f"claim_ruling.{review.ruling.value}"), "strong"), Run(words("stop") + told))
        rationale = (context.of_others(review.rationale),) if review.rationale else ()
        out.append(Ruled(context.gist(said), ruling, rationale))
    return tuple(out)
