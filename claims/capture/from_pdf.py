"""The text of a PDF, page by page; what has no text, is locked or breaks off is said."""

from __future__ import annotations

import io
import logging
import re
import time
from typing import Any

from claims.capture.parsed import Parsed
from claims.errors import InputError
from claims.reading.annotations import Masthead, PageNote

PAGES = 2_000
SECONDS = 15.0  # of processor time, then the pages read so far are kept and marked as a part
WRAPPED = 0.8  # a line this full, without an end, goes on in the next one

_END = re.compile(r"[。！？!?.:：;；…”\"』」)）]\s*$")
_CJK = re.compile(r"[\u2e80-\u9fff\uff00-\uffef]")


def read(data: bytes) -> Parsed:
    """The PDF's words in order, a paragraph a line; InputError when it is locked or has no words."""
    import pypdf
    from pypdf.errors import PyPdfError

    logging.disable(logging.CRITICAL)
    try:
        document = pypdf.PdfReader(io.BytesIO(data))
        if document.is_encrypted and not document.decrypt(""):
            raise InputError("locked with a password; save an unlocked copy")
        count = len(document.pages)
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as wrong:
        raise InputError(f"a damaged PDF ({type(wrong).__name__}); get it again") from None
    if count > PAGES:
        raise InputError(f"{count:,} pages, more than the {PAGES:,} a PDF may have; split it")
    pages, notes = _pages(document, count)
    text = "\n\n".join(page for page in pages if page)
    if not text.strip("\ufffd\x00 \n"):
        raise InputError("no text layer: its pages are pictures; run it through text recognition (OCR) first")
    return Parsed(text, _masthead(document), tuple(notes))


def _pages(document: Any, count: int) -> tuple[list[str], list[PageNote]]:
    pages: list[str] = []
    broken: list[int] = []
    notes: list[PageNote] = []
    started = time.process_time()
    for number in range(count):
        if time.process_time() - started > SECONDS:
            notes.append(PageNote("partial", f"Only pages 1 to {number} of {count} were read: the rest took too long."))
            break
        try:
            pages.append(unwrapped(document.pages[number].extract_text()))
        except MemoryError:
            raise
        except Exception:  # a library fault on one page must not lose the others; the page is named
            broken.append(number + 1)
            pages.append("")
    empty = [i for i, page in enumerate(pages, 1) if not page.strip() and i not in broken]
    if broken:
        notes.append(PageNote("partial", f"Damaged and left out: page {_numbers(broken)} of {count}."))
    if empty and len(empty) < len(pages):
        notes.append(
            PageNote("no-text", f"Without a text layer (pictures or blank): page {_numbers(empty)} of {count}.")
        )
    notes.append(PageNote("left-out", "Pictures, form fields and annotations of the PDF are not read."))
    return pages, notes


def unwrapped(page: str) -> str:
    """A page's text with the lines of a paragraph joined: a full line without an end goes on."""
    lines = [line.strip() for line in page.replace("\r", "\n").split("\n")]
    widest = max((len(line) for line in lines), default=0)
    joined: list[str] = []
    goes_on = False
    for line in lines:
        if joined and line and goes_on:
            gap = "" if _CJK.match(line) or _CJK.match(joined[-1][-1:]) else " "
            joined[-1] += gap + line
        else:
            joined.append(line)
        goes_on = len(line) >= WRAPPED * widest and not _END.search(line)
    return "\n".join(joined).strip()


def _numbers(numbers: list[int]) -> str:
    shown = ", ".join(str(number) for number in numbers[:8])
    return shown + (f" and {len(numbers) - 8} more" if len(numbers) > 8 else "")


def _masthead(document: Any) -> Masthead:
    try:
        about = document.metadata
        title = str(about.title).strip() if about and about.title else None
        author = str(about.author).strip() if about and about.author else None
    except Exception:  # metadata is a courtesy; damaged metadata must not lose the document
        return Masthead()
    return Masthead(title=title or None, byline=author or None)
