"""What every part of a report needs while it is being computed: the material, the words, the veil, the note numbers."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import cached_property

from claims.graph import ClaimGraph, Said
from claims.models import Agent, Passage
from claims.report.contents import Run, Words
from claims.report.dates import partial
from claims.report.material import Material, Translation
from claims.report.scope import Scope
from claims.report.veil import Veil
from claims.report.wording import Catalogue, is_han, is_latin, language_of
from claims.vocabulary import AgentKind

UNNAMED = re.compile(r"^(?:unnamed:?|未具名[：:的]?)\s*", re.IGNORECASE)

ARTICLE = re.compile(r"^(?:an?|the)\s+", re.IGNORECASE)


@dataclass
class Numbers:
    """Hands out note numbers in the order in which statements are first cited."""

    cited: dict[tuple[str, ...], list[Said]] = field(default_factory=dict)
    _order: dict[tuple[str, ...], int] = field(default_factory=dict)

    def of(self, said: Said) -> int:
        """The number of the note a statement rests on; the same words by the same chain share one."""
        key = _rests_on(said)
        number = self._order.setdefault(key, len(self._order) + 1)
        group = self.cited.setdefault(key, [])
        if said not in group:
            group.append(said)
        return number

    def given(self, said: Said) -> int | None:
        """The number of a statement that has been cited already."""
        return self._order.get(_rests_on(said))

    def known(self, said: Iterable[Said]) -> tuple[int, ...]:
        """The numbers of these statements, in order, each once."""
        return tuple(sorted({self.of(one) for one in said}))


def _rests_on(said: Said) -> tuple[str, ...]:
    return (said.passage.id, said.speaker.id, *(str(link.get("agent", "")) for link in said.statement.chain))


def origin_missing(said: Said) -> bool:
    """True when the first link of the chain, where the words were born, is not held."""
    return bool(said.statement.chain) and not said.statement.chain[0].get("held")


@dataclass
class Context:
    """One report in the making."""

    material: Material
    words: Catalogue
    veil: Veil
    scope: Scope
    numbers: Numbers = field(default_factory=Numbers)

    @property
    def graph(self) -> ClaimGraph:
        """The records in view."""
        return self.material.graph

    @property
    def language(self) -> str:
        """The report's language."""
        return self.material.language

    @cached_property
    def said(self) -> tuple[Said, ...]:
        """The printed statements that this edition may show."""
        return tuple(said for said in self.scope.said if not self.veil.hides_said(said))

    @cached_property
    def by_id(self) -> dict[str, Said]:
        """The shown statements by id."""
        return {said.statement.id: said for said in self.said}

    @cached_property
    def translations(self) -> dict[str, Translation]:
        """Translations into the report's language, by statement id."""
        return {t.statement: t for t in self.material.translations if t.language == self.language}

    @cached_property
    def agents_by_name(self) -> dict[str, Agent]:
        """The agents by their first name."""
        return {agent.name: agent for agent in self.graph.agents.values()}

    def foreign(self, said: Said) -> bool:
        """True when the words are in another language than the report."""
        spoken = language_of(said.quote, said.statement.language)
        return bool(spoken) and spoken != self.language

    def name(self, agent_id: str | None, name: str) -> Run:
        """An agent's name as this report's reader knows it; a label where the edition may not show it."""
        if self.veil.hides_agent(agent_id, name):
            return Run(self.words("withheld.name"), "withheld")
        agent = self.graph.agents.get(agent_id or "") or self.agents_by_name.get(name)
        forms = (agent.name, *agent.names) if agent else (name,)
        fits = is_latin if self.language == "en" else is_han
        told = forms[0] if fits(forms[0]) else max((form for form in forms if fits(form)), key=len, default=forms[0])
        if UNNAMED.match(told) or (agent and agent.kind is AgentKind.unnamed):
            told = self.unnamed(told)
        return Run(told, "name", "" if fits(told) else language_of(told))

    def unnamed(self, told: str) -> str:
        """An unnamed source by what is said of it."""
        who = UNNAMED.sub("", told)
        who = ARTICLE.sub("", who) if self.language == "en" else who
        return self.words("unnamed", who=who) if who else self.words("unnamed.bare")

    def speaker(self, said: Said) -> Run:
        """Who says it."""
        return self.name(said.speaker.id, said.statement.speaker or said.speaker.name)

    def when(self, said: Said, *, precision: bool = False) -> str:
        """When it was said, else when it was published, in words; "" when neither is known."""
        if said.statement.said_on:
            return partial(said.statement.said_on, self.language, precision=precision)
        if said.document.published_on:
            return self.words("date.published", date=partial(said.document.published_on, self.language))
        return ""

    def gist(self, said: Said) -> Words:
        """What is said, in the report's language where a translation is at hand, with its note mark."""
        notes = (self.numbers.of(said),)
        translation = self.translations.get(said.statement.id)
        if translation and self.foreign(said):
            return (Run(translation.text, "translated", notes=notes),)
        text = said.claim.text
        lang = language_of(text, said.claim.language)
        run = Run(text, "quote", "" if lang == self.language else lang, notes)
        return self.words.quoted(run) if text in said.quote else (run,)

    def as_read(self, said: Said) -> Said:
        """The statement with its words translated, where we have a translation, and its speaker's name as printed."""
        translation = self.translations.get(said.statement.id) if self.foreign(said) else None
        speaker = Agent(**(said.speaker.model_dump() | {"name": self.speaker(said).text}))
        if translation is None:
            return replace(said, speaker=speaker)
        return replace(
            said, speaker=speaker, passage=Passage(**(said.passage.model_dump() | {"exact": translation.text}))
        )

    def withheld(self) -> Words:
        """The label that stands where words were removed."""
        return (Run(self.words("withheld.text"), "withheld"),)

    def question(self, text: str) -> Run:
        """A matter's question; one that a rule asked in English is asked again in the report's language."""
        opener, _, topic = text.rstrip("?").partition(" (")
        key = f"asked.{opener}"
        if key in self.words:
            return Run(
                self.words("asked", question=self.words(key), topic=topic.rstrip(")")) if topic else self.words(key)
            )
        return self.of_others(text)

    def by_rule(self, text: str, kind: str = "") -> Run:
        """A sentence that a rule wrote: in English, whatever it quotes."""
        return Run(text, kind, "" if self.language == "en" else "en")

    def of_others(self, text: str, kind: str = "") -> Run:
        """Words that a person or a rule wrote, marked with their language where it is not the report's."""
        lang = language_of(text) or ("en" if self.language != "en" and is_latin(text) else "")
        return Run(text, kind, "" if lang == self.language else lang)
