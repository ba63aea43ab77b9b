"""The question and the reason of a dispute in the interface's language.

A rule gives its reason in English; where there are no words for it in the reader's language, a sentence of
our catalogue says why the pair is shown, built from the kind, the speakers and the two values.
"""

from __future__ import annotations

from claims.review import Dispute
from claims_ui.names import agent_name, dated
from claims_ui.page import say
from claims_ui.reasons import last_sentence, reason


def question_of(dispute: Dispute) -> str:
    """The matter as a neutral question, with the sources' own words in it."""
    return dispute.asked(say().language)


def reason_of(dispute: Dispute) -> str:
    """Why the two are shown together."""
    doubt = dispute.check_wording if not dispute.judgement else None
    told = reason(doubt or last_sentence(dispute.lead.explanation))
    told = dated(told) if told else None
    if told:
        told = told[0].upper() + told[1:]
        return told if told[-1] in ".。!?？！" else told + say()("list.stop")
    return say()(f"why.{'wording' if doubt else dispute.kind.value}", **_slots(dispute))


def _slots(dispute: Dispute) -> dict[str, str]:
    lead, a, b = dispute.lead, dispute.a[0], dispute.b[0]
    first_is_a = a.claim.id == lead.a_id or a.statement.id == lead.a_statement_id
    values = (lead.value_a, lead.value_b) if first_is_a else (lead.value_b, lead.value_a)
    return {
        "a": agent_name(a.speaker),
        "b": agent_name(b.speaker),
        "value_a": values[0] or "?",
        "value_b": values[1] or "?",
    }
