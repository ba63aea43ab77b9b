"""The interface's words: one catalogue a language, the same keys, every key that the pages use, and every vocabulary."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from enum import Enum
from pathlib import Path

import pytest

from claims.vocabulary import (
    Act,
    Answer,
    Certainty,
    ClaimRuling,
    ConflictKind,
    DocumentKind,
    Ruling,
    Separator,
    Speech,
)
from claims_ui.keys import registry
from claims_ui.language import LANGUAGES, choose, words

UI = Path(__file__).parents[1] / "ui"
NUMBERED = re.compile(r"\.one$")
PREFIXES: dict[str, type[Enum]] = {
    "act": Act,
    "answer": Answer,
    "certainty": Certainty,
    "claim_ruling": ClaimRuling,
    "kind": ConflictKind,
    "document": DocumentKind,
    "ruling": Ruling,
    "separator": Separator,
    "speech": Speech,
    "why": ConflictKind,
}


def keys(language: str) -> set[str]:
    """The keys of a catalogue, without the forms for one."""
    return {NUMBERED.sub("", key) for key in words(language).entries}


def sources() -> Iterator[tuple[Path, ast.Module]]:
    """Every file of the pages."""
    for path in sorted(UI.rglob("*.py")):
        yield path, ast.parse(path.read_text(encoding="utf-8"))


def asked() -> set[str]:
    """Every key that stands as a literal where words are asked for."""
    found = set()
    for _, tree in sources():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and node.args and _is_words(node.func):
                first = node.args[0]
                if isinstance(first, ast.Constant) and isinstance(first.value, str):
                    found.add(first.value)
    return found


def _is_words(func: ast.expr) -> bool:
    if isinstance(func, ast.Name):
        return func.id in ("words", "say")
    return isinstance(func, ast.Call) and isinstance(func.func, ast.Name) and func.func.id == "say"


def test_the_languages_have_the_same_keys() -> None:
    assert keys("en") ^ keys("zh") == set()


def test_the_slots_of_a_key_are_the_same_in_both() -> None:
    slots = {
        language: {key: set(re.findall(r"{(\w+)}", text)) for key, text in words(language).entries.items()}
        for language in LANGUAGES
    }
    shared = slots["en"].keys() & slots["zh"].keys()
    assert {key for key in shared if slots["en"][key] != slots["zh"][key]} == set()


def test_every_key_the_pages_ask_for_is_there() -> None:
    wanted = {key for key in asked() if key not in LANGUAGES}
    assert len(wanted) > 100
    assert wanted - keys("en") == set()


@pytest.mark.parametrize("prefix", PREFIXES)
def test_every_word_of_the_field_has_words(prefix: str) -> None:
    assert {f"{prefix}.{word.value}" for word in PREFIXES[prefix]} - keys("en") == set()


def test_every_key_of_the_registry_has_a_name() -> None:
    assert {f"key.{key.name}" for key in registry()} - keys("en") == set()


def test_no_key_decides_two_things_on_a_page_and_none_is_streamlits() -> None:
    taken = [(page, key.key.lower()) for key in registry() for page in key.pages]
    assert len(taken) == len(set(taken))
    assert {key for _, key in taken} & {"c", "r"} == set()


def test_no_half_width_marks_in_chinese() -> None:
    half = re.compile(r"[\u3400-\u9fff][,;:!?]|[,;:!?][\u3400-\u9fff]")
    assert {key for key, text in words("zh").entries.items() if half.search(text)} == set()


@pytest.mark.parametrize(
    ("wishes", "language"),
    [
        ((None, None, "zh-CN,zh;q=0.9,en;q=0.8"), "zh"),
        (("zh", "en", "en"), "zh"),
        ((None, "en", "zh-CN"), "en"),
        (("xx", None, "de-DE,fr;q=0.5"), "en"),
        ((None, None, None), "en"),
    ],
)
def test_the_first_wish_we_can_grant_wins(wishes: tuple[str | None, ...], language: str) -> None:
    assert choose(*wishes) == language
