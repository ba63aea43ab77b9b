"""The keys of the interface, from `keys.yaml`: one registry for buttons, help and tests."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import yaml

REGISTRY = Path(__file__).parent / "keys.yaml"


@dataclass(frozen=True, slots=True)
class Key:
    """A key, what it does (a word of the catalogue, `key.<name>`), and the pages it works on."""

    name: str
    key: str
    pages: tuple[str, ...]


@lru_cache
def registry() -> tuple[Key, ...]:
    """Every key, in the order of the help panel."""
    rows = yaml.load(REGISTRY.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506
    return tuple(Key(row["name"], row["key"], tuple(row["pages"])) for row in rows)


def shortcut(name: str) -> str:
    """The key of an action, as a button takes it. KeyError for an action that has none."""
    return {key.name: key.key for key in registry()}[name]
