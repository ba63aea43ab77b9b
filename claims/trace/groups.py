"""Things put together step by step, whatever the order in which the steps are found."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from typing import Generic, TypeVar

T = TypeVar("T", bound=Hashable)


class Groups(Generic[T]):
    """Groups that grow as members are joined."""

    def __init__(self, members: Iterable[T]) -> None:
        self._lead = {member: member for member in members}

    def lead(self, member: T) -> T:
        """The member that stands for its group."""
        while self._lead[member] != member:
            self._lead[member] = self._lead[self._lead[member]]
            member = self._lead[member]
        return member

    def join(self, a: T, b: T) -> None:
        """Put the groups of a and b together."""
        self._lead[self.lead(a)] = self.lead(b)

    def all(self) -> list[tuple[T, ...]]:
        """The groups, members and groups in the order in which members were given."""
        out: dict[T, list[T]] = {}
        for member in self._lead:
            out.setdefault(self.lead(member), []).append(member)
        return [tuple(group) for group in out.values()]
