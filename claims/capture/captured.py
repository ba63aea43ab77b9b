"""A document's bytes as they were found, and the text decoded from them."""

from __future__ import annotations

from dataclasses import dataclass

from claims.reading.annotations import Masthead, PageNote


@dataclass(frozen=True, slots=True)
class Captured:
    """Bytes, their sha256, the decoded text, and what the file or its meta.json says of the document."""

    name: str  # file name without its ending, or "pasted"
    data: bytes
    sha256: str
    media_type: str
    encoding: str | None
    text: str
    masthead: Masthead
    how: str  # file, paste
    notes: tuple[PageNote, ...] = ()
