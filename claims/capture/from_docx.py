"""The text of a Word document in reading order, tables included; what was left out is said."""

from __future__ import annotations

import io
import stat
import zipfile
from collections.abc import Iterator
from typing import Any

from claims.capture.parsed import Parsed
from claims.errors import InputError
from claims.reading.annotations import Masthead, PageNote

TOTAL = 100_000_000  # bytes the parts may have in all
MEMBERS = 2_000
RATIO = 100  # times a part may be larger than it is packed
SMALL = 1_000_000  # bytes; a part under this may be packed tighter: empty styles shrink a thousandfold

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_LEFT_OUT = (
    ("word/comments.xml", "comments"),
    ("word/footnotes.xml", "footnotes"),
    ("word/endnotes.xml", "endnotes"),
    ("word/header", "page headers"),
    ("word/footer", "page footers"),
    ("word/media/", "pictures"),
    ("word/embeddings/", "embedded files"),
)


def read(data: bytes) -> Parsed:
    """The document's words, a paragraph a line; InputError when its parts are larger than a document's are."""
    members = checked(data)
    import docx

    document = docx.Document(io.BytesIO(data))
    body = document.element.body
    notes = list(_notes(members, body))
    about = document.core_properties
    masthead = Masthead(title=_text(about.title), byline=_text(about.author))
    return Parsed("\n".join(_lines(body)).strip("\n"), masthead, tuple(notes))


def checked(data: bytes) -> list[str]:
    """The names of the parts; InputError when the zip is a bomb, hides something or points outside itself."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = archive.infolist()
    if len(parts) > MEMBERS:
        raise InputError(f"{len(parts):,} parts, more than the {MEMBERS:,} a Word document may have; it looks hostile")
    total = sum(part.file_size for part in parts)
    if total > TOTAL:
        raise InputError(
            f"unpacks to {total / 1_000_000:,.0f} MB, more than the {TOTAL // 1_000_000} MB a Word document may have; "
            "it looks hostile"
        )
    names: set[str] = set()
    for part in parts:
        _check_part(part, names)
        names.add(part.filename)
    return sorted(names)


def _check_part(part: zipfile.ZipInfo, seen: set[str]) -> None:
    name = part.filename
    if name in seen:
        raise InputError(f"holds its part '{name[:60]}' twice; it is damaged or hostile")
    if name.startswith(("/", "\\")) or ".." in name.replace("\\", "/").split("/") or ":" in name:
        raise InputError(f"its part '{name[:60]}' points outside the document; it looks hostile")
    if part.flag_bits & 1:
        raise InputError("locked with a password; save an unlocked copy")
    if stat.S_ISLNK(part.external_attr >> 16):
        raise InputError(f"its part '{name[:60]}' is a link; it looks hostile")
    if part.file_size > SMALL and part.file_size > RATIO * max(part.compress_size, 1):
        raise InputError(f"its part '{name[:60]}' is packed more than {RATIO}-fold; it looks hostile")


def _lines(body: Any) -> Iterator[str]:
    for child in body.iterchildren():
        if child.tag == f"{_W}p":
            yield paragraph(child)
        elif child.tag == f"{_W}tbl":
            for row in child.iter(f"{_W}tr"):
                cells = row.findall(f"{_W}tc")
                yield "\t".join(" ".join(paragraph(p) for p in cell.iter(f"{_W}p")).strip() for cell in cells)
        elif child.tag == f"{_W}sdt":
            for content in child.findall(f"{_W}sdtContent"):
                yield from _lines(content)


def paragraph(element: Any) -> str:
    """A paragraph's words with changes accepted: what was inserted is read, what was deleted is not."""
    parts: list[str] = []
    for node in element.iter(f"{_W}t", f"{_W}tab", f"{_W}br", f"{_W}cr", f"{_W}noBreakHyphen"):
        if node.tag == f"{_W}t":
            parts.append(node.text or "")
        elif node.tag == f"{_W}tab":
            if node.getparent().tag == f"{_W}r":  # a tab stop's definition has the same name
                parts.append("\t")
        else:
            parts.append("-" if node.tag == f"{_W}noBreakHyphen" else "\n")
    return "".join(parts)


def _notes(members: list[str], body: Any) -> Iterator[PageNote]:
    left_out = [what for part, what in _LEFT_OUT if any(name.startswith(part) for name in members)]
    if left_out:
        yield PageNote("left-out", f"Not read: the document's {', '.join(left_out)}.")
    changes = sum(1 for _ in body.iter(f"{_W}ins", f"{_W}del"))
    if changes:
        yield PageNote(
            "tracked-changes", f"The document holds {changes} tracked changes; it was read as if they were accepted."
        )


def _text(value: str | None) -> str | None:
    bare = (value or "").strip()
    return bare if bare and bare != "python-docx" else None
