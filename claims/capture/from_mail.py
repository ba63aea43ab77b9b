"""The text of an e-mail: its head as lines, its words, and what was attached."""

from __future__ import annotations

import email
import email.policy
from collections.abc import Iterator
from datetime import datetime
from email.message import EmailMessage

from claims.capture import from_html
from claims.capture.decoding import decoded
from claims.capture.parsed import Parsed
from claims.errors import InputError
from claims.reading.annotations import Masthead, PageNote

HEAD = ("From", "To", "Cc", "Date", "Subject")


def read(data: bytes) -> Parsed:
    """The e-mail's head and words; InputError when it has neither sender nor words."""
    message = email.message_from_bytes(data, policy=email.policy.default)
    assert isinstance(message, EmailMessage)
    head = [(name, _header(message, name)) for name in HEAD]
    words = _words(message)
    if not words.strip() and not any(value for _, value in head):
        raise InputError("neither a head nor words of an e-mail were found; save it again as .eml, or paste its words")
    lines = [f"{name}: {value}" for name, value in head if value]
    masthead = Masthead(
        title=_header(message, "Subject"),
        byline=_header(message, "From"),
        published=_date(message),
        kind="email",
    )
    return Parsed("\n".join(lines) + "\n\n" + words.strip("\r\n") + "\n", masthead, tuple(_notes(message)))


def _header(message: EmailMessage, name: str) -> str | None:
    try:
        value = message[name]
    except (ValueError, TypeError, IndexError, AttributeError):  # a malformed header is as good as none
        return None
    return " ".join(str(value).split()) or None if value is not None else None


def _date(message: EmailMessage) -> datetime | None:
    try:
        return getattr(message["Date"], "datetime", None)
    except (ValueError, TypeError, IndexError, AttributeError):
        return None


def _words(message: EmailMessage) -> str:
    part = message.get_body(preferencelist=("plain", "html"))
    if part is None:
        return ""
    payload = part.get_payload(decode=True)
    data = payload if isinstance(payload, bytes) else b""
    if not data:
        return ""
    text = decoded("its words", data, part.get_content_charset()).text
    return from_html.visible(text) if part.get_content_type() == "text/html" else text


def _notes(message: EmailMessage) -> Iterator[PageNote]:
    names = [part.get_filename() or part.get_content_type() for part in message.iter_attachments()]
    if names:
        listed = ", ".join(f"'{name}'" for name in names[:10]) + (" …" if len(names) > 10 else "")
        yield PageNote("attachments", f"{len(names)} attached and not read: {listed}.")
