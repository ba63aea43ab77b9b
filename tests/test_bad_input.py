"""What cannot be read is refused in one sentence: what, where, why, what to do; and nothing is left behind."""

from __future__ import annotations

import io
import os
import resource
import signal
import zipfile
import zlib
from contextlib import suppress
from pathlib import Path

import pytest

from claims.capture import Archive, read_bytes, read_paths, read_text
from claims.check import check
from claims.errors import InputError
from tests.paperwork import pdf, word_document

PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 40


def refusal(name: str, data: bytes) -> str:
    """The sentence with which these bytes are refused."""
    with pytest.raises(InputError) as told:
        read_bytes(name, data)
    return str(told.value)


def zipped(**members: bytes) -> bytes:
    """A zip with these members; `_` stands for a slash, `0` for a dot."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name.replace("_", "/").replace("0", "."), data)
    return held.getvalue()


REFUSED = {
    "empty": ("a.txt", b"", "the file is empty"),
    "a zip called docx": ("a.docx", zipped(a0txt=b"x"), "a zip archive, not a Word document"),
    "text called docx": ("a.docx", b"just words", "is no DOCX file"),
    "text called pdf": ("a.pdf", b"just words", "is no PDF file"),
    "a damaged zip": ("a.docx", b"PK\x03\x04" + b"x" * 100, "damaged zip"),
    "a spreadsheet": ("a.docx", zipped(xl_workbook0xml=b"<x/>"), "a spreadsheet"),
    "broken UTF-8": (
        "a.txt",
        "桥是安全的\n市长说没有裂缝".encode()[:-4] + b"\xff\n" + "，他说".encode(),
        "(line 2), which is damaged",
    ),
    "UTF-8 cut in a character": ("a.txt", ("桥是安全的，市长说没有裂缝" * 3).encode()[:-1], "which is damaged"),
    "UTF-16 cut in a character": ("a.txt", b"\xff\xfe" + "桥".encode("utf-16-le") + b"\x00", "looks like UTF-16-LE"),
    "noise": ("a.txt", bytes(range(128, 256)) * 3, "no text in any encoding known here"),
    "a picture": ("a.png", PNG, "a picture (PNG)"),
    "a picture called txt": ("a.txt", PNG, "a picture (PNG)"),
    "an old Word file": ("a.doc", b"\xd0\xcf\x11\xe0" + b"\0" * 50, "save it as .docx"),
    "a program": ("a.txt", b"\x7fELF\0\0", "a program"),
    "a PDF of pictures": ("scan.pdf", pdf("", ""), "no text layer"),
    "a damaged PDF": ("a.pdf", b"%PDF-1.7\n" + b"garbage " * 50, "damaged PDF"),
    "an e-mail without anything": ("a.eml", b"\n\n", "neither a head nor words"),
}


@pytest.mark.parametrize(("name", "data", "why"), REFUSED.values(), ids=REFUSED.keys())
def test_refused(name: str, data: bytes, why: str) -> None:
    sentence = refusal(name, data)
    assert sentence.startswith(f"{name}: ")
    assert why in sentence
    assert "\n" not in sentence


def test_a_file_too_large_is_refused_by_name_before_it_is_read(tmp_path: Path) -> None:
    large = tmp_path / "large.txt"
    with large.open("wb") as file:
        file.truncate(60_000_000)  # sparse: takes no room on disk
    with pytest.raises(InputError, match=r"large\.txt: 60 MB, more than the 50 MB"):
        read_paths([large])


def test_pasted_nothing_is_refused() -> None:
    with pytest.raises(InputError, match="pasted text is empty"):
        read_text(" \n\t")


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"gone\.txt: there is no such file"):
        read_paths([tmp_path / "gone.txt"])


def test_a_folder_without_documents_says_where_they_may_be(tmp_path: Path) -> None:
    (tmp_path / "meta.json").write_text("{}")
    with pytest.raises(InputError, match="holds no documents; put txt"):
        read_paths([tmp_path])
    (tmp_path / "docs").mkdir()
    with pytest.raises(InputError, match=r"did you mean .*docs"):
        read_paths([tmp_path])


def test_a_pipe_is_no_file(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    with pytest.raises(InputError, match="not a regular file"):
        read_paths([tmp_path / "pipe.txt"])


def test_what_cannot_be_a_path() -> None:
    with pytest.raises(InputError, match="cannot be a path"):
        read_paths([Path("x" * 5_000)])


METAS = {
    "not JSON": (b'{"a": {"title": }}', "line 1: not JSON"),
    "a key twice": (b'{"a": {"title": "x", "title": "y"}}', "'title' stands twice"),
    "no number": (b'{"a": {"title": NaN}}', "NaN"),
    "nested without end": (b"[" * 200_000, "nested too deep"),
    "a list": (b"[1]", "an object with a document's name"),
    "a title that is a number": (b'{"a": {"title": 5}}', "title must be a text, not int"),
    "a date that is none": (b'{"a": {"published_at": "last week"}}', "'a': published_at 'last week' is not a date"),
    "not UTF-8": (b'{"a": {"title": "\xff"}}', "byte 18 is not UTF-8"),
}


@pytest.mark.parametrize(("data", "why"), METAS.values(), ids=METAS.keys())
def test_a_wrong_meta_is_named_with_its_place(tmp_path: Path, data: bytes, why: str) -> None:
    (tmp_path / "a.txt").write_text("x")
    (tmp_path / "meta.json").write_bytes(data)
    with pytest.raises(InputError) as told:
        read_paths([tmp_path])
    assert "meta.json" in str(told.value)
    assert why in str(told.value)


# ── hostile documents ───────────────────────────────────────────────────────


def hostile_word(**members: bytes) -> bytes:
    """A Word document with these members put in the place of its own, or added."""
    held, added = io.BytesIO(), {name.replace("_", "/").replace("0", "."): data for name, data in members.items()}
    with zipfile.ZipFile(io.BytesIO(word_document())) as old, zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, added.pop(name, None) or old.read(name))
        for name, data in added.items():
            new.writestr(name, data)
    return held.getvalue()


def test_a_word_document_that_unpacks_to_a_flood() -> None:
    assert "looks hostile" in refusal("bomb.docx", hostile_word(word_extra0xml=b"a" * 30_000_000))


def test_a_word_document_with_too_many_parts() -> None:
    held = io.BytesIO(word_document())
    with zipfile.ZipFile(held, "a") as archive:
        for number in range(2_100):
            archive.writestr(f"x{number}", b"")
    assert "parts, more than the 2,000" in refusal("many.docx", held.getvalue())


def test_a_word_document_that_points_outside_itself() -> None:
    held = io.BytesIO(word_document())
    with zipfile.ZipFile(held, "a") as archive:
        archive.writestr("../../outside.txt", b"x")
    assert "points outside the document" in refusal("slip.docx", held.getvalue())


def test_a_word_document_with_a_part_twice() -> None:
    held = io.BytesIO(word_document())
    with pytest.warns(UserWarning, match="Duplicate name"), zipfile.ZipFile(held, "a") as archive:
        archive.writestr("word/document.xml", b"<x/>")
    assert "twice" in refusal("double.docx", held.getvalue())


LAUGHS = b'<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "ha">' + b"".join(
    f'<!ENTITY {chr(98 + i)} "{f"&{chr(97 + i)};" * 20}">'.encode() for i in range(9)
)
OUTSIDE = b'<?xml version="1.0"?><!DOCTYPE l [<!ENTITY j SYSTEM "file:///etc/hostname">'


@pytest.mark.parametrize(
    ("head", "entity"), [(LAUGHS, b"j"), (OUTSIDE, b"j")], ids=["billion laughs", "outside entity"]
)
def test_entities_in_a_word_document_do_no_harm(head: bytes, entity: bytes) -> None:
    space = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    body = b'<w:document xmlns:w="%b"><w:body><w:p><w:r><w:t>&%b;</w:t></w:r></w:p></w:body></w:document>' % (
        space,
        entity,
    )
    data = hostile_word(word_document0xml=head + b"]>" + body)
    try:
        text = read_bytes("entities.docx", data).text
    except InputError:
        return
    assert text == ""


def test_a_pdf_whose_words_unpack_to_a_flood() -> None:
    flood = zlib.compress(b"BT /F1 12 Tf (a) Tj ET\n" * 4_000_000, 9)
    bomb = pdf("X").replace(b"<< /Length ", b"<< /Filter /FlateDecode /Length ", 1)
    start, end = bomb.index(b"stream\n") + 7, bomb.index(b"\nendstream")
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with suppress(InputError):
        read_bytes("flood.pdf", bomb[:start] + flood + bomb[end:])
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 300_000  # KB: the caller was not hurt


def test_a_full_disk_leaves_nothing_half_written(tmp_path: Path) -> None:
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    archive = Archive(tmp_path / "archive")
    before = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1_000, hard))
    try:
        with pytest.raises(InputError, match="cannot be written"):
            archive.put(b"x" * 5_000)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        signal.signal(signal.SIGXFSZ, before)
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


UNREADABLE = {
    "navigation": ("海角网 | 登录 | 注册\n首页\n关于我们\n", "only navigation"),
    "a language not read here": ("Мост безопасен, сказал мэр в понедельник. Он открыт.", "neither Chinese nor English"),
    "nothing but signs": ("*** --- ***\n", "neither Chinese nor English"),
}


@pytest.mark.parametrize(("text", "why"), UNREADABLE.values(), ids=UNREADABLE.keys())
def test_a_text_that_cannot_be_read_for_claims_is_refused(tmp_path: Path, text: str, why: str) -> None:
    (tmp_path / "page.txt").write_text(text)
    with pytest.raises(InputError, match=f"page: .*{why}"):
        check([tmp_path])
