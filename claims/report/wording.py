"""The report's own words in the language asked for, and phrases that mix them with words of others."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from claims.errors import ReportError
from claims.report.contents import Run, Words, ranges

FOLDER = Path(__file__).parent / "words"
_SLOT = re.compile(r"\{(\w+)\}")
_HAN = re.compile(r"[\u3400-\u9fff]")
_LATIN = re.compile(r"[A-Za-z]")
_LETTER = re.compile(r"[^\W\d_]")


class Catalogue:
    """The words of one language, by key. A key that is missing is a KeyError: a test compares the languages."""

    def __init__(self, language: str, words: Mapping[str, Any]) -> None:
        self.language = language
        self._words = words

    def __call__(self, key: str, **values: object) -> str:
        """The words of a key with its slots filled."""
        return str(self._words[key]).format(**values)

    def __contains__(self, key: str) -> bool:
        return key in self._words

    def known(self) -> frozenset[str]:
        """Every key."""
        return frozenset(self._words)

    def count(self, key: str, n: int) -> str:
        """A number with its noun: `count("statements", 1)` is "1 statement"."""
        return self(f"{key}.one" if n == 1 and f"{key}.one" in self else key, n=n)

    def phrase(self, key: str, **slots: Words | Run | str) -> Words:
        """The words of a key as runs, each slot filled with runs of its own language."""
        out: list[Run] = []
        for i, piece in enumerate(_SLOT.split(str(self._words[key]))):
            if i % 2 == 0:
                out += [Run(piece)] if piece else []
                continue
            filling = slots[piece]
            out += [Run(filling)] if isinstance(filling, str) else [filling] if isinstance(filling, Run) else filling
        return tuple(run for run in out if run.text or run.notes)

    def quoted(self, run: Run) -> Words:
        """The run between this language's quotation marks, its note mark outside."""
        return (Run("“"), Run(run.text, run.kind, run.lang), Run("”", notes=run.notes))

    def join(self, parts: list[str]) -> str:
        """A list in words: "a, b and c"."""
        head, last = parts[:-1], parts[-1:]
        return self("and").join(filter(None, (self("comma").join(head), *last)))

    def listed(self, numbers: tuple[int, ...]) -> Run:
        """Notes named in the sentence: "notes 1–3 and 6"."""
        return Run(self("notes.one" if len(numbers) == 1 and "notes.one" in self else "notes"), "listed", "", numbers)

    def capital(self, text: str) -> str:
        """The text as a line begins in this language."""
        return text[:1].upper() + text[1:]


@lru_cache(maxsize=8)
def catalogue(language: str) -> Catalogue:
    """The catalogue of "en" or "zh"; raises ReportError for another language."""
    path = FOLDER / f"{language}.yaml"
    if language not in ("en", "zh") or not path.is_file():
        raise ReportError(f"a report can be written in en or zh, not in '{language}'")
    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    return Catalogue(language, yaml.load(path.read_text("utf-8"), Loader=loader))  # noqa: S506  BaseLoader: text only


def language_of(text: str, stated: str | None = None) -> str:
    """The language of words: as stated, else zh where the first letter is Han; "" when neither is known."""
    if stated and stated != "und":
        return stated.split("-")[0]
    first = _LETTER.search(text)
    return "zh" if first and _HAN.match(first[0]) else ""


def is_latin(text: str) -> bool:
    """True when a name is written in Latin letters and not in Han characters."""
    return bool(_LATIN.search(text)) and not _HAN.search(text)


def is_han(text: str) -> bool:
    """True when a name has Han characters."""
    return bool(_HAN.search(text))


def text_of(words: Words) -> str:
    """The plain text of a phrase, with its note marks in brackets."""
    return "".join(
        run.text + (spans(run.notes) if run.kind == "listed" else "".join(f"[{n}]" for n in run.notes)) for run in words
    )


def spans(numbers: tuple[int, ...]) -> str:
    """Note numbers as people list them: 1–3, 6."""
    return ", ".join(str(a) if a == b else f"{a}–{b}" for a, b in ranges(numbers))
