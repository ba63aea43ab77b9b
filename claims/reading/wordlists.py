"""Word lists of general language by file and key, read once from claims/reading/words."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import yaml

FOLDER = Path(__file__).parent / "words"


@cache
def word_file(name: str) -> Mapping[str, Any]:
    """The whole file `name`.yaml as text, lists and mappings; a bare `no` is a word, not a truth value."""
    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    loaded: Mapping[str, Any] = yaml.load((FOLDER / f"{name}.yaml").read_bytes(), loader)  # noqa: S506 - builds texts only
    return loaded


@cache
def word_list(name: str, key: str) -> tuple[str, ...]:
    """The words under `key` of `name`.yaml in their order, written there as lines of words."""
    value = word_file(name)[key]
    lines = [value] if isinstance(value, str) else value
    return tuple(word.replace("\\", " ") for line in lines for word in line.split())


@cache
def words(name: str, key: str) -> frozenset[str]:
    """As `word_list`, to look up in."""
    return frozenset(word_list(name, key))
