"""What a folder's meta.json says of its documents, as mastheads; every mistake in it is named."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from typing import Any

from claims.errors import InputError
from claims.reading.annotations import Masthead
from claims.vocabulary import DocumentKind

NAME = "meta.json"
LARGEST = 5_000_000  # bytes; a folder's documents are described in far less
_KINDS = frozenset(kind.value for kind in DocumentKind)


def mastheads_in(folder: Path) -> dict[str, Masthead]:
    """The mastheads of a folder's meta.json by document name; empty when there is none."""
    path = folder / NAME
    if not path.is_file():
        return {}
    if path.stat().st_size > LARGEST:
        raise InputError(f"{path}: larger than {LARGEST // 1_000_000} MB; it holds a few lines per document")
    try:
        told = json.loads(path.read_bytes().decode("utf-8-sig"), object_pairs_hook=_once, parse_constant=_no_constant)
    except UnicodeDecodeError as wrong:
        raise InputError(f"{path}: byte {wrong.start + 1:,} is not UTF-8; save it as UTF-8") from None
    except json.JSONDecodeError as wrong:
        raise InputError(f"{path}, line {wrong.lineno}: not JSON ({wrong.msg}); mend or remove it") from None
    except RecursionError:
        raise InputError(f"{path}: nested too deep; a flat object per document is wanted") from None
    except ValueError as wrong:
        raise InputError(f"{path}: {wrong}; mend it") from None
    if not isinstance(told, dict):
        raise InputError(f"{path}: an object with a document's name as key is wanted")
    return {name: _masthead(path, name, values) for name, values in told.items()}


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            raise ValueError(f"the key '{key}' stands twice")
        found[key] = value
    return found


def _no_constant(word: str) -> Any:
    raise ValueError(f"{word} is not a value JSON knows")


def _masthead(path: Path, name: str, values: Any) -> Masthead:
    if not isinstance(values, dict):
        raise InputError(f'{path}, \'{name}\': an object such as {{"title": …, "published_at": …}} is wanted')

    def text(key: str) -> str | None:
        value = values.get(key)
        if value is not None and not isinstance(value, str):
            raise InputError(f"{path}, '{name}': {key} must be a text, not {type(value).__name__}")
        return value.strip() or None if value else None

    def moment(key: str) -> datetime | None:
        stated = text(key)
        try:
            return datetime.fromisoformat(stated) if stated else None
        except ValueError:
            raise InputError(
                f"{path}, '{name}': {key} '{stated}' is not a date; write it as 2024-03-05 or 2024-03-05T09:30:00+08:00"
            ) from None

    kind = text("kind")
    return Masthead(
        title=text("title"),
        publisher=text("publisher"),
        byline=text("byline"),
        url=text("url"),
        language=text("lang") or text("language"),
        published=moment("published_at"),
        captured=moment("captured_at"),
        kind=kind if kind in _KINDS or kind is None else "other",
    )
