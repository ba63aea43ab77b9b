"""The printed report, opened by a reader that is not ours: tagged, titled, self-contained, and silent about us."""

from __future__ import annotations

import io
from datetime import UTC, datetime

import pytest
from pypdf import PdfReader

from claims.errors import ReportError
from claims.models import Document
from claims.report import LANGUAGES, compute, render
from claims.report.pdf import FONTS, _set
from claims.report.typesetting import typesetting
from tests.report_story import AS_OF, Story, material, story


def printed(language: str = "en", of: Story | None = None) -> PdfReader:
    """The lawyer's edition of the story."""
    return PdfReader(io.BytesIO(render(compute(material("lawyer", language, of)), "pdf")))


def text(reader: PdfReader) -> str:
    """All of its text on one line."""
    return "".join(page.extract_text() for page in reader.pages).replace("\n", "").replace("\u2060", "")


def titled(title: str) -> Story:
    """The story with another title on one of its pages."""
    told = story()
    page = told.all["d2"]
    assert isinstance(page, Document)
    page.title = title
    return told


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_tagged_titled_and_dated_to_its_data(language: str) -> None:
    reader = printed(language)
    root = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == {"en": "en", "zh": "zh-CN"}[language]
    assert b"pdfuaid" in root["/Metadata"].get_data()
    assert reader.metadata is not None
    assert reader.metadata.title == material("lawyer", language).title
    assert reader.metadata.author is None
    assert reader.metadata.creation_date == datetime(*AS_OF.timetuple()[:5], tzinfo=UTC)
    assert [entry["/Title"] for entry in reader.outline if isinstance(entry, dict)] == [reader.metadata.title]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_font_is_embedded_and_is_one_of_ours(language: str) -> None:
    names = {
        str(font.get_object()["/BaseFont"]).split("+")[-1]
        for page in printed(language).pages
        for font in page["/Resources"]["/Font"].values()
    }
    assert names
    assert all(name.startswith(("Inter", "NotoSerif", "NotoSans")) for name in names), names
    assert (FONTS / "OFL.txt").is_file()


def test_a_quotation_is_found_as_it_was_written() -> None:
    found = text(printed())
    assert "已将原定用于北湾的400台起重机调往南岸码头" in found
    assert "海岸通讯社3月" not in found
    assert "Working translation, checked by Ines Falk" in found.replace("by  Ines", "by Ines")


@pytest.mark.parametrize(
    "title", ['#import "/etc/passwd": *', '#read("x")', "$ x + y $", "@note-1 <label> \\ `raw`", "]#panic()[", "= a"]
)
def test_what_looks_like_a_program_is_printed_as_text(title: str) -> None:
    assert title.replace(" ", "") in text(printed(of=titled(title))).replace(" ", "")


def test_names_in_other_scripts_are_set_without_the_systems_fonts() -> None:
    """Cyrillic, Greek, kana, traditional and rare characters, symbols."""
    words = "Łódź Москва Αθήνα ひらがな 臺灣 镕堃喆 ①→★"
    told = compute(material(of=titled(words)))
    assert _set(told, typesetting(told), system=False).startswith(b"%PDF")


def test_a_symbol_that_no_font_has_is_written_as_its_code_point() -> None:
    assert "A〔U+E123〕sign〔U+202E〕" in text(printed(of=titled("A \ue123 sign \u202e"))).replace(" ", "")


def test_a_letter_that_no_bundled_font_has_is_named() -> None:
    """Never a silent box: the system's fonts are asked next, and the message says what is missing."""
    told = compute(material(of=titled("Toto \U0001e290")))
    with pytest.raises(ReportError, match=r"no font can show .* \(U\+1E290\)"):
        _set(told, typesetting(told), system=False)
