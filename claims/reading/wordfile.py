"""One of the word files of claims/reading/words, read once and as text throughout."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

WORDS = Path(__file__).parent / "words"


@cache
def word_file(name: str) -> Any:
    """The mapping in `name`.yaml: every scalar stays text, so a bare `no` is a word and not a truth value."""
    import yaml

    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    return yaml.load((WORDS / f"{name}.yaml").read_text("utf-8"), loader)  # noqa: S506 - a base loader builds texts only
