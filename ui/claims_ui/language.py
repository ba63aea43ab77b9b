"""The interface's words in English and 简体中文, and which of the two a reader gets."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

import yaml

LANGUAGES = ("en", "zh")
TAGS = {"en": "en", "zh": "zh-Hans"}
NAMES = {"en": "English", "zh": "简体中文"}
COOKIE = "claims_language"
FOLDER = Path(__file__).parent / "words"


class Words:
    """The words of one language by key; a number chooses between `one` and `other`."""

    def __init__(self, language: str, entries: Mapping[str, str]) -> None:
        self.language = language
        self.entries = entries

    @property
    def tag(self) -> str:
        """The language tag for `lang`."""
        return TAGS[self.language]

    def __call__(self, key: str, **values: object) -> str:
        """The words of a key with its slots filled; KeyError when the catalogue lacks it."""
        if values.get("n") == 1 and f"{key}.one" in self.entries:
            key = f"{key}.one"
        return self.entries[key].format(**values)

    def __contains__(self, key: str) -> bool:
        return key in self.entries


@lru_cache
def words(language: str) -> Words:
    """The catalogue of a language."""
    # BaseLoader: every entry is text, so that `no` stays a word.
    tree = yaml.load((FOLDER / f"{language}.yaml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506
    return Words(language, dict(_flat(tree, "")))


def _flat(tree: Mapping[str, object], prefix: str) -> list[tuple[str, str]]:
    out: list[tuple[str, str]] = []
    for key, value in tree.items():
        out += _flat(value, f"{prefix}{key}.") if isinstance(value, Mapping) else [(f"{prefix}{key}", str(value))]
    return out


def choose(*wishes: str | None) -> str:
    """The first wish that names one of our languages (an Accept-Language header counts as one wish); else English."""
    for wish in wishes:
        for part in (wish or "").split(","):
            primary = part.split(";")[0].strip().lower().split("-")[0]
            if primary in LANGUAGES:
                return primary
    return "en"
