"""Who is on stage while a text is read: names met, who spoke last, whom a pronoun or "the company" means."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, field

from claims.reading.annotations import Name, Voice
from claims.reading.wordlists import words
from claims.times import Interval
from claims.vocabulary import AgentKind

ONE_SENTENCE = 160  # characters within which two names most likely stand in one sentence
INSTITUTIONS = (AgentKind.organisation, AgentKind.outlet)


@dataclass
class Scene:
    """What has been met so far in one reading; `told` notes each speaker in turn."""

    names: tuple[Name, ...]
    publisher: str | None = None
    main: str | None = None  # the organisation the text is about
    spoken: list[tuple[int, Voice]] = field(default_factory=list)
    said: dict[str, Interval] = field(default_factory=dict)
    reporter: dict[str, tuple[Voice, ...]] = field(default_factory=dict)  # owner of a document -> who handed it on
    genders: dict[str, str] = field(default_factory=dict)
    titles: dict[str, str] = field(default_factory=dict)  # title -> who bears it
    begins: list[int] = field(default_factory=list)
    oblique: frozenset[int] = frozenset()  # where names begin that stand behind a preposition

    def __post_init__(self) -> None:
        self.begins = [name.start for name in self.names]

    def note(self, at: int, voice: Voice, said: Interval | None) -> None:
        """This voice spoke at this place."""
        self.spoken.append((at, voice))
        if said:
            self.said[voice.name] = said

    def last(self, kinds: Iterable[AgentKind] = tuple(AgentKind)) -> Voice | None:
        """The last voice of one of these kinds."""
        wanted = tuple(kinds)
        return next((voice for _, voice in reversed(self.spoken) if voice.kind in wanted), None)

    def person_before(self, at: int, gender: str | None = None, floor: int = 0) -> Voice | None:
        """The person a pronoun at `at` means: who spoke last, or was named last, and may be he or she."""
        spoke = next(
            ((p, v) for p, v in reversed(self.spoken) if v.kind is AgentKind.person and self._may_be(v.name, gender)),
            None,
        )
        named = self._named_before(at, (AgentKind.person,), gender, floor)
        if spoke and (named is None or spoke[0] >= named.start or self._near(spoke[0], at)):
            return spoke[1]
        return Voice(named.agent, AgentKind.person) if named else (spoke[1] if spoke else None)

    def institution_before(self, at: int, ending: str = "", holding: str = "") -> Voice | None:
        """The organisation "the company" or 该局 at `at` means: its name ends with or holds the given word."""

        def fits(name: str) -> bool:
            return name.endswith(ending) and holding.lower() in name.lower()

        for _, voice in reversed(self.spoken):
            if (ending or holding) and voice.kind in INSTITUTIONS and fits(voice.name):
                return voice
        for name in reversed(self.names[: bisect_left(self.begins, at)]):
            if name.kind in INSTITUTIONS and fits(name.agent):
                return Voice(name.agent, name.kind)
        if holding and self.publisher and holding.lower() in self.publisher.lower():
            return Voice(self.publisher, AgentKind.organisation)
        return None

    def _named_before(self, at: int, kinds: tuple[AgentKind, ...], gender: str | None, floor: int) -> Name | None:
        """The nearest such name; of several close together the one that stands first and behind no preposition."""
        near: list[Name] = []
        for index in range(bisect_left(self.begins, at) - 1, -1, -1):
            name = self.names[index]
            if name.start < floor or (near and near[0].start - name.start > ONE_SENTENCE):
                break
            if name.kind in kinds and self._may_be(name.agent, gender):
                near.append(name)
        subjects = [name for name in near if name.start not in self.oblique]
        return (subjects or near)[-1] if near else None

    def _may_be(self, name: str, gender: str | None) -> bool:
        return gender is None or self.genders.get(name, gender) == gender

    def _near(self, spoke: int, at: int) -> bool:
        return at - spoke < 500


def gender_of(title: str | None) -> str | None:
    """she or he, where a title tells."""
    if title is None:
        return None
    if title in words("names_en", "female"):
        return "she"
    return "he" if title in words("names_en", "male") else None
