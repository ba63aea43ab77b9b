"""What the words of an English clause tell of its speaker's intent."""

from __future__ import annotations

import re
from dataclasses import dataclass

from claims.reading.phrases import found
from claims.vocabulary import Factuality

QUOTES = "\"“”‘’' \t)"
_PERFECT_LACK = re.compile(r"\b(?:had|has|have)\s+no\s", re.I)
_NO_SUBJECT = re.compile(r"\bno\s+(?:[\w’'-]+\s+){1,6}?(?:has|have|had|was|were|is|are|ever)\b", re.I)
_DEADLINE = re.compile(
    r"\bwithin\s+(?:\d+|a|an|one|two|three|four|five|six|seven|eight|nine|ten|twelve)\s+(?:working\s+)?(?:day|week|month|hour|year)s?\b",
    re.I,
)
_WE_WILL = re.compile(
    r"\b(?:I|we)\s+(?:\w+ly\s+)?(?:will|shall|won['’]t|are going to|am going to)\b|\b(?:I|we)['’]ll\b|\bour\s+(?:\w+\s+){1,2}will\b",
    re.I,
)
_OWN_AHEAD = re.compile(
    r"\b(?:by|before|until|from|within|in|on|no later than)\s+(?:the\s+)?(?:\w+\s+){0,2}?(?:\d|[A-Z]|next\b|end\b)"
)
# "due in spring", "is now down for 3 May": a plan told without a verb of its own
_PLANNED = re.compile(
    r"\b(?:is|are)\s+(?:now\s+|still\s+)?(?:due|down|booked|pencilled in|planned|set)\s+(?:in|on|by|for|at|next)\b",
    re.I,
)
# "would have 300 boats": a future told in the past; "would have sunk" is what did not happen
_WOULD_OWN = re.compile(
    r"\b(?:would|could|might|should)\s+have\s+(?:(?:about|around|nearly|over|under|some|roughly|at least|more than|fewer than|up to)\s+)?(?=\d|an?\b|no\b|the\b|one\b|two\b|three\b|enough\b)",
    re.I,
)
_DELIVERED = re.compile(
    r"\b(?:will|would|shall|'ll)\s+be\s+(?:\w+ed|paid|built|made|done|sent|put|held|given|met|set)\b", re.I
)


@dataclass(frozen=True, slots=True)
class English:
    """An English clause and what its words tell."""

    clause: str

    def has(self, key: str) -> bool:
        """True when a word of this list stands in the clause."""
        return bool(found(self.clause, "modality_en", key))

    def hedges(self) -> tuple[str, ...]:
        """The words that soften the clause."""
        return found(self.clause, "modality_en", "hedges")

    def negated(self) -> bool:
        """True when something in the clause is negated."""
        return self.has("negation") or "n't" in self.clause or "n’t" in self.clause

    def factuality(self, hedged: bool, reported: bool) -> Factuality:
        """Whether it is put as fact, as what would have been, as what follows if, or with a hedge."""
        if self._contrary():
            return Factuality.counterfactual
        if self.has("conditional"):
            return Factuality.conditional
        return Factuality.hedged if hedged else Factuality.factual

    def _contrary(self) -> bool:
        """True when it tells what did not happen."""
        return bool(found(_WOULD_OWN.sub("would own ", self.clause), "modality_en", "counterfactual"))

    def foreseen(self, reported: bool) -> bool:
        """True when it speaks of what is to come."""
        if self.has("not_future"):
            return False
        if self.has("future") or self.has("expected") or _PLANNED.search(self.clause):
            return True
        if self._contrary():
            return False
        return (reported and self.has("reported_future")) or self.has("possible")

    def promised(self, own: bool, foreseen: bool) -> bool:
        """True when whoever speaks binds themselves; `own`: they speak for the one who acts."""
        if self.has("promise"):
            return True
        if not foreseen or self.has("possible") or self.has("expected") or _PLANNED.search(self.clause):
            return False
        first = bool(_WE_WILL.search(self.clause))
        return (
            self.has("commitment")
            or first
            or (own and not self.has("conditional") and bool(_OWN_AHEAD.search(self.clause)))
            or bool(_DEADLINE.search(self.clause) and _DELIVERED.search(self.clause))
        )

    def judged(self) -> bool:
        """True when it judges."""
        return self.has("opinion")

    def denied(self) -> bool:
        """True when its negation denies rather than states a lack or a mismatch."""
        if self.has("mismatch") or self.clause.lstrip(QUOTES).lower().startswith("if "):
            return False
        return bool(_NO_SUBJECT.search(self.clause)) or (
            self.has("denial") and not (_PERFECT_LACK.search(self.clause) and not self.has("negation_strong"))
        )
