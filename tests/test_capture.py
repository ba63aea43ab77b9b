"""Documents captured: byte-faithful text, encodings told and noted, formats read apart, originals kept."""

from __future__ import annotations

import hashlib
import io
import json
import stat
import zipfile
from datetime import datetime
from pathlib import Path

import pytest

from claims.capture import Archive, read_bytes, read_paths, read_text
from claims.capture.from_html import visible
from claims.errors import InputError, Tampered
from claims.reading.annotations import Masthead
from claims.reading.page import lay_out
from tests.paperwork import pdf, word_document

ZH = "市政府昨天表示，新建的图书馆将在明年三月开放，读者不需要预约。馆长说，工程已经完成九成，预算没有增加。\n"
TRADITIONAL = "市政府昨天表示，新建的圖書館將在明年三月開放，讀者不需要預約。館長說，工程已經完成九成，預算沒有增加。\n"
FRENCH_NAMES = "Zoé Lefèvre said the café would reopen; “we’re nearly done”, she added in Orléans.\n"


def notes(captured: object) -> dict[str, str]:
    """The messages of a capture's notes by code."""
    return {note.code: note.message for note in captured.notes}  # type: ignore[attr-defined]


# ── text and its encoding ───────────────────────────────────────────────────


@pytest.mark.parametrize("text", ["a\r\nb\rc\n\n d\t", "桥\u3000是\u200b安全的\n", "no end of line", "👩‍👩‍👧 said 好"])
def test_text_is_byte_faithful(text: str) -> None:
    captured = read_bytes("note.txt", text.encode("utf-8"))
    assert (captured.text, captured.encoding, captured.name) == (text, "utf-8", "note")


def test_a_capture_keeps_its_bytes_and_their_hash() -> None:
    data = ZH.encode("gb18030")
    captured = read_bytes("page.txt", data)
    assert (captured.data, captured.sha256) == (data, hashlib.sha256(data).hexdigest())


ENCODED = {
    "utf-8 with a mark": (b"\xef\xbb\xbf" + ZH.encode(), ZH, "utf-8", None),
    "utf-16 with a mark": (b"\xff\xfe" + ZH.encode("utf-16-le"), ZH, "utf-16-le", None),
    "gbk unmarked": (ZH.encode("gbk"), ZH, "gb18030", "likely"),
    "gbk among much English": (
        ("Library opens in March. " * 60 + ZH).encode("gbk"),
        "Library opens in March. " * 60 + ZH,
        "gb18030",
        "likely",
    ),
    "big5 unmarked": (TRADITIONAL.encode("big5"), TRADITIONAL, "big5", "likely"),
    "utf-16 unmarked, English": ("The bridge is safe.".encode("utf-16-le"), "The bridge is safe.", "utf-16-le", None),
    "windows-1252": (FRENCH_NAMES.encode("cp1252"), FRENCH_NAMES, "windows-1252", "likely"),
    "shift_jis": (
        "図書館は来年三月に開きます。予約はいりません。".encode("shift_jis"),
        "図書館は来年三月に開きます。予約はいりません。",
        "shift_jis",
        "likely",
    ),
}


@pytest.mark.parametrize(("data", "text", "encoding", "sure"), ENCODED.values(), ids=ENCODED.keys())
def test_encodings(data: bytes, text: str, encoding: str, sure: str | None) -> None:
    captured = read_bytes("page.txt", data)
    assert (captured.text, captured.encoding) == (text, encoding)
    assert sure is None or sure in notes(captured)["encoding"]


@pytest.mark.parametrize("words", ["图书馆明年开放", "工程已经完成", "他说没有增加"])
def test_a_few_characters_are_told_or_said_to_be_uncertain(words: str) -> None:
    captured = read_bytes("short.txt", words.encode("gbk"))
    assert captured.text == words or "uncertain" in notes(captured)["encoding"]


def test_nul_and_half_characters_are_replaced_once_and_noted() -> None:
    filed, pasted = read_bytes("a.txt", b"ten\x00 men"), read_text("ten\ud800 men")
    assert (filed.text, pasted.text) == ("ten\ufffd men", "ten\ufffd men")
    assert "replaced-characters" in notes(filed)
    assert "replaced-characters" in notes(pasted)


def test_marks_that_change_how_words_look_are_noted_and_kept() -> None:
    captured = read_text("paid \u202e000,1\u202c euros")
    assert ("\u202e" in captured.text, "2 invisible" in notes(captured)["invisible-characters"]) == (True, True)


def test_pasted_text_is_its_own_bytes() -> None:
    captured = read_text(ZH)
    assert (captured.name, captured.how, captured.data) == ("pasted", "paste", ZH.encode())


# ── folders ─────────────────────────────────────────────────────────────────


def test_a_folder_is_read_by_name_with_its_meta(tmp_path: Path) -> None:
    for name in ("b.txt", "a.md", ".hidden.txt"):
        (tmp_path / name).write_text("The bridge is safe.")
    about = {
        "title": "Bridge",
        "publisher": "Post",
        "lang": "en",
        "published_at": "2024-03-05T09:30:00+08:00",
        "kind": "wire",
    }
    (tmp_path / "meta.json").write_text(json.dumps({"b": about}))
    done: list[tuple[int, int, str]] = []
    first, second = read_paths([tmp_path], lambda *told: done.append(told))
    assert (first.name, first.media_type, first.masthead) == ("a", "text/markdown", Masthead())
    assert second.masthead == Masthead(
        title="Bridge",
        publisher="Post",
        language="en",
        kind="wire",
        published=datetime.fromisoformat("2024-03-05T09:30:00+08:00"),
    )
    assert done == [(1, 2, "a.md"), (2, 2, "b.txt")]


def test_a_single_file_finds_the_meta_beside_it(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x is y")
    (tmp_path / "meta.json").write_text('{"a": {"title": "T", "kind": "something new"}}')
    (captured,) = read_paths([tmp_path / "a.txt"])
    assert (captured.masthead.title, captured.masthead.kind) == ("T", "other")


def test_two_documents_of_one_name_keep_their_endings(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x")
    (tmp_path / "a.md").write_text("y")
    assert [captured.name for captured in read_paths([tmp_path])] == ["a.md", "a.txt"]


# ── formats ─────────────────────────────────────────────────────────────────

PAGE = """<!DOCTYPE html><html lang="zh"><head><meta charset="{charset}"><title>图书馆明年开放 - 北岸网</title>
<link rel="canonical" href="https://example.org/library"><meta property="article:published_time" content="2024-03-05T09:30:00+08:00">
</head><body><nav><ul><li><a href="/">首页</a></li><li><a href="/l">登录</a></li></ul></nav>
<article><h1>图书馆明年三月开放</h1><div class="info"><span>2024-03-05 09:30</span> <span>来源：北岸日报</span> <span>作者：唐宁</span></div>
<p>市政府昨天表示，新建的图书馆将在明年三月开放，读者不需要预约。</p>
<p>馆长说，工程已经完成九成，预算没有增加。他否认了图书馆延期开放的传闻，并称所有合同都已公开。</p>
<p>去年十月，一名审计员曾写信给市长，称图书馆的预算至少增加了两成，信中附有三份合同的复印件。</p></article>
<aside><h3>更多新闻</h3><ul><li><a href="/1">动物园迎来小熊猫</a></li></ul></aside><script>alert("x")</script>
<footer>版权所有</footer></body></html>"""


@pytest.mark.parametrize("charset", ["utf-8", "gb2312"])
def test_a_web_page_gives_headline_source_and_story(charset: str) -> None:
    captured = read_bytes("page.html", PAGE.format(charset=charset).encode("gbk" if charset == "gb2312" else charset))
    page = lay_out(captured.text, captured.masthead)
    assert captured.media_type == "text/html"
    assert "审计员曾写信给市长" in captured.text
    assert "alert" not in captured.text
    assert "小熊猫" not in captured.text
    assert (page.masthead.title, page.masthead.url) == ("图书馆明年三月开放", "https://example.org/library")
    assert "来源：北岸日报" in captured.text
    assert "left-out" in notes(captured)


def test_a_page_of_links_has_nothing_to_read() -> None:
    links = "".join(f"<li><a href='/{i}'>栏目{i}</a></li>" for i in range(30))
    captured = read_bytes("nav.html", f"<html><body><ul>{links}</ul><p>登录 | 注册 | 首页</p></body></html>".encode())
    assert "nothing-to-read" in [note.code for note in lay_out(captured.text, captured.masthead).notes]


def test_html_is_told_from_its_bytes_whatever_its_ending() -> None:
    assert read_bytes("saved.txt", PAGE.format(charset="utf-8").encode()).media_type == "text/html"


def test_text_that_only_mentions_markup_stays_text() -> None:
    assert read_bytes("notes.txt", b"<b> is a tag, she wrote.").media_type == "text/plain"


def test_visible_words_of_a_page_nested_beyond_reason() -> None:
    assert visible("<div>" * 5_000 + "deep words" + "</div>" * 5_000).strip() in ("deep words", "")


def test_a_word_document_in_reading_order() -> None:
    captured = read_bytes("pumps.docx", word_document())
    assert captured.text == "The vendor shipped 40 pumps.\npumps\t40\n泵已经到了。"
    assert (captured.masthead.title, captured.masthead.byline) == ("Pumps", "Ida Brandt")


def test_tracked_changes_are_read_as_accepted_and_noted() -> None:
    changed = _with_body(
        "<w:p><w:r><w:t>We owe </w:t></w:r><w:del><w:r><w:delText>9</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>90</w:t></w:r></w:ins><w:r><w:t> euros.</w:t></w:r></w:p>"
    )
    captured = read_bytes("debt.docx", changed)
    assert (captured.text, "tracked-changes" in notes(captured)) == ("We owe 90 euros.", True)


def _with_body(body: str) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(word_document())) as old, zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "word/document.xml":
                data = data.split(b"<w:body>")[0] + b"<w:body>" + body.encode() + b"</w:body></w:document>"
            new.writestr(name, data)
    return held.getvalue()


def test_a_pdf_page_by_page_with_wrapped_lines_joined() -> None:
    captured = read_bytes(
        "report.pdf",
        pdf("The vendor shipped forty pumps to the\nharbour in May. Nobody paid.\nEnd.", "", "Second page."),
    )
    assert captured.text == "The vendor shipped forty pumps to the harbour in May. Nobody paid.\nEnd.\n\nSecond page."
    assert "page 2 of 3" in notes(captured)["no-text"]


MAIL = b"""From: Ida Brandt <ida@example.org>
To: =?utf-8?b?5ZSQ5a6B?= <tang@example.org>
Subject: =?utf-8?q?Pumps_=E2=80=93_late?=
Date: Mon, 7 Jun 2021 08:05:00 +0100
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary=b

--b
Content-Type: text/plain; charset=iso-8859-1
Content-Transfer-Encoding: quoted-printable

The vendor owes us =A340.

--b
Content-Type: application/pdf
Content-Disposition: attachment; filename="bill.pdf"

x
--b--
"""


def test_an_email_gives_head_words_and_what_was_attached() -> None:
    captured = read_bytes("pumps.eml", MAIL)
    head, _, words = captured.text.partition("\n\n")
    assert "To: 唐宁 <tang@example.org>" in head
    assert "Subject: Pumps – late" in head
    assert words.strip() == "The vendor owes us £40."
    assert "'bill.pdf'" in notes(captured)["attachments"]
    assert (captured.masthead.kind, str(captured.masthead.published)) == ("email", "2021-06-07 08:05:00+01:00")


def test_an_email_of_html_alone_gives_its_words() -> None:
    mail = b"From: a@example.org\nMIME-Version: 1.0\nContent-Type: text/html\n\n<p>The pumps<br>are late.</p><script>x</script>"
    assert read_bytes("m.eml", mail).text.endswith("The pumps\nare late.\n")


def test_a_memo_with_an_emails_head_in_a_text_file_stays_as_it_is() -> None:
    memo = "From: Ida\nTo: all\nSubject: Pumps\n\nThe pumps are late.\n"
    captured = read_bytes("memo.txt", memo.encode())
    assert (captured.media_type, captured.text) == ("text/plain", memo)


# ── the archive ─────────────────────────────────────────────────────────────


def test_the_archive_gives_back_what_was_put_in(tmp_path: Path) -> None:
    archive, data = Archive(tmp_path / "archive"), b"original bytes"
    path = archive.put(data)
    sha256 = hashlib.sha256(data).hexdigest()
    assert (path.name, path.parent.name, path.parent.parent.name) == (sha256, sha256[2:4], sha256[:2])
    assert (archive.get(sha256), archive.has(sha256), archive.put(data)) == (data, True, path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [p for p in tmp_path.rglob("*") if p.is_file()] == [path]


def test_a_changed_original_is_noticed(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    path = archive.put(b"original bytes")
    path.write_bytes(b"other bytes")
    with pytest.raises(Tampered, match="changed after it was captured"):
        archive.get(path.name)


@pytest.mark.parametrize("name", ["0" * 64, "../../etc/passwd", "A" * 64, ""])
def test_what_the_archive_does_not_hold_is_said(tmp_path: Path, name: str) -> None:
    with pytest.raises(InputError):
        Archive(tmp_path).get(name)
