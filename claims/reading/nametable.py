"""The names a dossier knows, so that they are recognised inside Chinese text and across scripts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from claims.reading.lexicon import tokens
from claims.reading.senses import fold


class NameTable:
    """Every form of every known name, and the one that stands for all of them."""

    def __init__(self, groups: Iterable[Sequence[str]], others: Iterable[str] = ()) -> None:
        """Groups are forms of one name, the standing one first; others are single names."""
        self._canonical: dict[str, str] = {}
        forms: set[str] = set(others)
        for group in sorted(groups, key=lambda g: (-len(g), tuple(g))):
            forms.update(group)
            for form in group:
                self._canonical.setdefault(fold(form), fold(group[0]))
        self._first: dict[str, list[str]] = {}
        for name in sorted(forms, key=lambda n: (-len(n), n)):
            if len(name) > 1 and not name.isascii():
                self._first.setdefault(name[0], []).append(name)
        self._found: dict[str, tuple[str, ...]] = {}

    def canonical(self, name: str) -> str:
        """The folded name that stands for all forms of it."""
        return self._canonical.get(fold(name), fold(name))

    def within(self, text: str) -> tuple[str, ...]:
        """Canonical names whose forms stand in the text, in order."""
        if text not in self._found:
            self._found[text] = self._search(text)
        return self._found[text]

    def _search(self, text: str) -> tuple[str, ...]:
        out, at = [], 0
        while at < len(text):
            name = next((n for n in self._first.get(text[at], ()) if text.startswith(n, at)), None)
            if name:
                out.append(self.canonical(name))
            at += len(name) if name else 1
        out += [
            self.canonical(token.text)
            for token in tokens(text)
            if token.text[0].isupper() and fold(token.text) in self._canonical
        ]
        return tuple(dict.fromkeys(out))
