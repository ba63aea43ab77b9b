"""What a rule gives as its reason, in the interface's language; English is how the rules write it."""

from __future__ import annotations

import re
from functools import lru_cache

import yaml

from claims_ui.language import FOLDER
from claims_ui.page import say

EXPLAINED = "Explained: "  # where a rule says what tells the two apart
_SLOT = re.compile(r"\{(\w+)\}")


def reason(told: str) -> str | None:
    """The reason in the interface's language; None when it has no words for it."""
    if say().language == "en":
        return told
    for pattern, words in _patterns():
        if found := pattern.fullmatch(told.strip()):
            return words.format(**found.groupdict())
    return None


@lru_cache
def _patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    rows = yaml.load((FOLDER / "reasons_zh.yaml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506
    return tuple((_pattern(english), chinese) for english, chinese in rows.items())


def _pattern(template: str) -> re.Pattern[str]:
    pieces = _SLOT.split(template)
    return re.compile("".join(f"(?P<{p}>.{{1,200}}?)" if i % 2 else re.escape(p) for i, p in enumerate(pieces)))


def last_sentence(explanation: str) -> str:
    """The reason at the end of an explanation: what explains the pair, else what follows the two quotes."""
    _, explained, why = explanation.rpartition(EXPLAINED)
    return why if explained else explanation.rpartition("”. ")[2] or explanation
