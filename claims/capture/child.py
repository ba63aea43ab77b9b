"""The process in which hostile formats are read: bytes on standard input, JSON on standard output, limits first."""

from __future__ import annotations

import json
import sys
import warnings
from collections.abc import Callable

from claims.capture import from_docx, from_html, from_mail, from_pdf, media
from claims.capture.parsed import Parsed
from claims.errors import InputError

MEMORY = 1_000_000_000  # bytes of address space
SECONDS = 20  # of processor time

READERS: dict[str, Callable[[bytes], Parsed]] = {
    media.PDF: from_pdf.read,
    media.DOCX: from_docx.read,
    media.HTML: from_html.read,
    media.MAIL: from_mail.read,
}


def limit() -> None:
    """From here on this process has bounded memory and time and can write no file."""
    try:
        import resource
    except ImportError:  # Windows has no such limits; the parent's patience remains
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS + 1))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def main() -> None:
    """Read the document on standard input as the media type in the first argument."""
    limit()
    warnings.simplefilter("ignore")
    reader = READERS[sys.argv[1]]
    try:
        told = reader(sys.stdin.buffer.read()).as_json()
    except InputError as wrong:
        told = {"error": str(wrong)}
    except MemoryError:
        sys.exit(3)
    except Exception as wrong:
        told = {"error": f"damaged ({type(wrong).__name__}); get it again, or save its words as plain text"}
    json.dump(told, sys.stdout)


if __name__ == "__main__":
    main()
