"""The agents of a dossier, each once: names that mean the same one lead to the same record."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from claims.models import Agent
from claims.reading.annotations import Voice
from claims.vocabulary import AgentKind

# A surname met alone stands for a full name only when one full name alone ends (or, in Chinese, begins) with it.
SHORTEST = 2


class Cast:
    """Agents by name and kind; unnamed sources are kept apart by the capture they stand in."""

    def __init__(
        self, canonical: Mapping[str, str] | None = None, forms: Mapping[str, Iterable[str]] | None = None
    ) -> None:
        self._canonical = dict(canonical or {})
        self._forms = {name: tuple(met) for name, met in (forms or {}).items()}
        self._agents: dict[tuple[str, str | None], Agent] = {}
        self._fresh: list[Agent] = []

    def name(self, name: str) -> str:
        """The name everybody in the dossier is asked to use for this one."""
        return self._canonical.get(name, name)

    def agent(self, name: str, kind: AgentKind, scene: str | None = None) -> Agent:
        """The one record for this name; made when it is met for the first time."""
        known = self.name(name)
        context = scene if kind is AgentKind.unnamed else None
        agent = self._agents.get((known, context))
        if agent is None:
            others = sorted(set(self._forms.get(known, ())) - {known})
            agent = Agent.made(name=known, kind=kind, names=others, context=context)
            self._agents[known, context] = agent
            self._fresh.append(agent)
        return agent

    def drain(self) -> tuple[Agent, ...]:
        """The agents made since the last call."""
        fresh = tuple(self._fresh)
        self._fresh.clear()
        return fresh


def cast_of(readings: Iterable[Mapping[str, Iterable[str]]], voices: Iterable[Voice]) -> Cast:
    """The cast of a dossier: forms of one name inside a document, then short forms matched with full names across them.

    `readings` are the alias tables of the documents, full name -> every form met; `voices` all who speak.
    """
    forms: dict[str, set[str]] = {}
    for aliases in readings:
        for full, met in aliases.items():
            forms.setdefault(full, set()).update(met, (full,))
    people = set(forms)
    for voice in voices:
        if voice.kind is not AgentKind.unnamed:
            forms.setdefault(voice.name, set()).add(voice.name)
            people.add(voice.name)
    canonical = _joined(forms)
    merged: dict[str, set[str]] = {}
    for name, met in forms.items():
        merged.setdefault(canonical.get(name, name), set()).update(met)
    return Cast(canonical, merged)


def _joined(forms: Mapping[str, set[str]]) -> dict[str, str]:
    """Short name -> full name, where one full name of the dossier alone fits or lists the short one among its forms."""
    owners: dict[str, set[str]] = {}
    for full, met in forms.items():
        for form in met:
            owners.setdefault(form, set()).add(full)
    canonical: dict[str, str] = {}
    for name in forms:
        fuller = {full for full in owners[name] if len(full) > len(name)} or {
            full for full in forms if len(full) > len(name) >= SHORTEST and _tail(name, full)
        }
        if len(fuller) == 1:
            canonical[name] = fuller.pop()
    return {name: _last(canonical, full) for name, full in canonical.items()}


def _tail(short: str, full: str) -> bool:
    if short.isascii():
        return full.endswith(" " + short)
    return any(full.endswith(dot + short) for dot in "·・•")


def _last(canonical: Mapping[str, str], name: str) -> str:
    while name in canonical:  # each step is longer than the one before, so this ends
        name = canonical[name]
    return name
