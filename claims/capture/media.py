"""What kind of document some bytes are, told from the bytes; the file's ending only settles what they leave open."""

from __future__ import annotations

import io
import re
import zipfile

from claims.errors import InputError

TEXT, MARKDOWN, HTML = "text/plain", "text/markdown", "text/html"
PDF, MAIL = "application/pdf", "message/rfc822"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
READS = "txt, md, html, pdf, docx and eml"

_TELLING = (
    (b"\x89PNG\r\n", "a picture (PNG)", "type its words, or run it through text recognition"),
    (b"\xff\xd8\xff", "a picture (JPEG)", "type its words, or run it through text recognition"),
    (b"GIF8", "a picture (GIF)", "type its words, or run it through text recognition"),
    (b"II*\x00", "a picture (TIFF)", "type its words, or run it through text recognition"),
    (b"MM\x00*", "a picture (TIFF)", "type its words, or run it through text recognition"),
    (b"RIFF", "a sound, film or picture", "write down what is said in it"),
    (b"ID3", "a sound recording", "write down what is said in it"),
    (b"OggS", "a sound recording", "write down what is said in it"),
    (b"\xd0\xcf\x11\xe0", "an old Office file (.doc, .xls, .ppt or .msg)", "save it as .docx or .pdf"),
    (b"{\\rtf", "a rich text file", "save it as .docx or .txt"),
    (b"\x1f\x8b", "a packed file (gzip)", "unpack it first"),
    (b"7z\xbc\xaf", "a packed file (7z)", "unpack it first"),
    (b"Rar!", "a packed file (RAR)", "unpack it first"),
    (b"SQLite format 3", "a database", "open it with `claims --db`, if it is a dossier"),
    (b"\x7fELF", "a program", "give a document instead"),
    (b"MZ\x90", "a program", "give a document instead"),
)
_HTML = re.compile(
    rb"\s{0,200}(?:<!--.{0,2000}?-->\s{0,200}){0,5}<(?:!doctype\s+html|html|head|body)[\s>]", re.I | re.S
)
_MARKUP = re.compile(rb"<(?:p|div|span|h[1-6]|article|a|meta|table|br)[\s/>]", re.I)
_MAIL = re.compile(rb"^(?:Message-ID|MIME-Version|Received|Return-Path|X-[A-Za-z-]+|DKIM-Signature):", re.I | re.M)
_HEADER = re.compile(rb"(?:[A-Za-z][A-Za-z0-9-]{1,60}:[^\n]{0,2000}\r?\n(?:[ \t][^\n]{0,2000}\r?\n){0,50}){2}")


def media_type_of(name: str, data: bytes) -> str:
    """The media type of a document; InputError, with the way out, when it is none that is read here."""
    for mark, what, way_out in _TELLING:
        if data.startswith(mark):
            raise InputError(f"{name}: {what}; Counterclaim reads {READS}: {way_out}")
    if b"%PDF-" in data[:1024]:
        return PDF
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _of_zip(name, data)
    ending = name.rsplit(".", 1)[-1].lower() if "." in name else ""
    if _HTML.match(data[3:] if data.startswith(b"\xef\xbb\xbf") else data):
        return HTML
    if ending in ("pdf", "docx"):
        raise InputError(
            f"{name}: ends in .{ending} but is no {ending.upper()} file; it is damaged or misnamed: get it again"
        )
    if ending in ("html", "htm", "xhtml") and _MARKUP.search(data[:20_000]):
        return HTML
    if ending == "eml" or (ending not in ("txt", "md") and _HEADER.match(data) and _MAIL.search(data[:8000])):
        return MAIL
    return MARKDOWN if ending in ("md", "markdown") else TEXT


def _of_zip(name: str, data: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = set(archive.namelist())
    except (zipfile.BadZipFile, ValueError, OverflowError, NotImplementedError):
        raise InputError(f"{name}: a damaged zip or Office file; get it again") from None
    if "word/document.xml" in members:
        return DOCX
    if {"xl/workbook.xml", "ppt/presentation.xml"} & members:
        raise InputError(f"{name}: a spreadsheet or a presentation, not a Word document; save it as .pdf or .docx")
    raise InputError(f"{name}: a zip archive, not a Word document; unpack it and give the documents in it")
