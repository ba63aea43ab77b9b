"""English verbs of saying by any of their forms, and what each form and verb tells."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from claims.reading.wordfile import word_file
from claims.reading.wordlists import word_list, words
from claims.vocabulary import Act

VOWELS = "aeiou"
ACTS = {
    "denial": Act.denial,
    "promise": Act.promise,
    "forecast": Act.forecast,
    "opinion": Act.opinion,
    "question": Act.question,
}
CLASSES = (
    "attitude",
    "showing",
    "plain",
    "opinion",
    "forecast",
    "warning",
    "admission",
    "promise",
    "denial",
    "question",
)


@dataclass(frozen=True, slots=True)
class Verb:
    """One form of a verb: its base, what that form is, and the classes the verb stands in."""

    base: str
    form: str  # base, present, past, participle (-ing), or past participle where it differs
    classes: frozenset[str]

    @property
    def speaks(self) -> bool:
        """True when the words around the verb are the speaker's own."""
        return bool(self.classes - {"attitude", "showing"})

    @property
    def shows(self) -> bool:
        """True when a report or figure can be the subject."""
        return "showing" in self.classes

    @property
    def act(self) -> Act | None:
        """What the verb alone says of the words: denied, promised; None for plain saying."""
        return next((act for name, act in ACTS.items() if name in self.classes and "plain" not in self.classes), None)


@cache
def english_verbs() -> dict[str, Verb]:
    """Every form of every English verb of saying, in small letters."""
    classes: dict[str, set[str]] = {}
    for name in CLASSES:
        for base in word_list("speech_en", name):
            classes.setdefault(base, set()).add(name)
    irregular = word_file("speech_en")["irregular"]
    forms: dict[str, Verb] = {}
    for base, in_classes in classes.items():
        listed = irregular[base].split() if base in irregular else _regular(base)
        for form in listed:
            kind = "participle" if form.endswith("ing") else "present" if form == listed[0] else "past"
            forms.setdefault(form, Verb(base, kind, frozenset(in_classes)))
        forms.setdefault(base, Verb(base, "base", frozenset(in_classes)))
    return forms


@cache
def noun_like() -> frozenset[str]:
    """Forms that are nouns as often as verbs: report, claims, calls."""
    bases = words("speech_en", "nounlike")
    return frozenset(form for form, verb in english_verbs().items() if verb.base in bases and verb.form != "participle")


def _regular(base: str) -> list[str]:
    third = base + ("es" if base.endswith(("s", "sh", "ch", "x", "z", "o")) else "s")
    if base.endswith("y") and base[-2] not in VOWELS:
        return [base[:-1] + "ies", base[:-1] + "ied", base + "ing"]
    if base.endswith("e"):
        return [third, base + "d", (base if base.endswith("ee") else base[:-1]) + "ing"]
    return [third, base + "ed", base + "ing"]
