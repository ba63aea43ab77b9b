"""A report as a tagged PDF (PDF/UA-1), set by typst with the fonts that lie beside it: the same bytes everywhere."""

from __future__ import annotations

import json
import re
import tempfile
import unicodedata
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from claims.errors import ReportError
from claims.report.blocks import Block, Bullets, Facts, Lead, NoteList, Paragraph, Table
from claims.report.contents import Note, Report, Run, Words, ranges
from claims.report.sheet import grouped, sheet
from claims.report.visible import visible
from claims.report.wording import catalogue

if TYPE_CHECKING:
    from typst import Fonts

HERE = Path(__file__).parent
FONTS = HERE / "fonts"
_ESCAPED = re.compile(r"\\u\{([0-9a-f]{1,6})\}")
_REFUSED = re.compile(r'the text `"(.+?)"` could not be displayed', re.DOTALL)


def pdf(report: Report) -> bytes:
    """The document, A4, tagged, with its creation time fixed to the report's as_of.

    Symbols that the bundled fonts lack are written as their code point, on every machine alike; letters are
    looked for in the system's fonts. Raises ReportError naming the letter when no font can show it.
    """
    data = _data(report)
    try:
        return _set(report, data, system=False)
    except MissingGlyphs as missing:
        data = _spelled(data, missing.chars)
        return _set(report, data, system=any(map(_is_letter, missing.chars)))


class MissingGlyphs(ReportError):
    """A PDF that would show an empty box where a letter stands."""

    def __init__(self, chars: str) -> None:
        told = ", ".join(f"{char} (U+{ord(char):04X})" for char in chars)
        super().__init__(
            f"no font can show {told} in the PDF; install fonts-noto-core and fonts-noto-cjk, or choose HTML"
        )
        self.chars = chars


def _set(report: Report, data: str, *, system: bool) -> bytes:
    import typst

    # The root is an empty folder: whatever a text might say, there is no file to read and no package to load.
    with tempfile.TemporaryDirectory() as empty:
        folder: Any = empty
        try:
            made = typst.compile(
                _template(),
                root=folder,
                font_paths=_fonts(system),
                format="pdf",
                sys_inputs={"data": data},
                pdf_standards="ua-1",
                timestamp=int(report.as_of.timestamp()),
                package_path=folder,
                package_cache_path=folder,
            )
        except typst.TypstError as refusal:
            raise _complaint(refusal) from None
        finally:
            _forget()
    return made


def _forget() -> None:
    """Frees what typst remembers of the last setting. It keeps the last ten, and a long report is hundreds of MB."""
    import typst

    for _ in range(10):
        typst.compile(b"", format="svg", font_paths=_no_fonts())


@lru_cache(maxsize=1)
def _no_fonts() -> Fonts:
    import typst

    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False)


@lru_cache(maxsize=2)
def _fonts(system: bool) -> Fonts:
    import typst

    return typst.Fonts(include_system_fonts=system, include_embedded_fonts=False, font_paths=[str(FONTS)])


@lru_cache(maxsize=1)
def _template() -> bytes:
    return (HERE / "templates" / "report.typ").read_bytes()


def _complaint(refusal: Exception) -> ReportError:
    message = str(getattr(refusal, "diagnostic", refusal))
    # typst writes private and invisible characters as \\u{e123}.
    found = _ESCAPED.sub(lambda code: chr(int(code[1], 16)), "".join(_REFUSED.findall(message)))
    if chars := "".join(dict.fromkeys(found)):
        return MissingGlyphs(chars)
    return ReportError(f"the PDF could not be set: {message.splitlines()[0]}")


def _is_letter(char: str) -> bool:
    return unicodedata.category(char)[0] in "LMN"


def _spelled(data: str, chars: str) -> str:
    return data.translate({ord(char): f"〔U+{ord(char):04X}〕" for char in chars if not _is_letter(char)})


def _data(report: Report) -> str:
    words = catalogue(report.language)
    told = {
        "lang": report.language,
        "title": visible(report.title),
        "running": words("running_head"),
        "banner": visible(report.banner),
        "summary": visible(report.summary),
        "foot": visible(report.foot),
        "page": words("page", n="{n}", total="{total}"),
        "sections": [
            {
                "name": section.name,
                "title": section.title,
                "blocks": [_block(block, report) for block in section.blocks],
            }
            for section in sheet(report)
        ],
    }
    return json.dumps(told, ensure_ascii=False)


def _block(block: Block, report: Report) -> dict[str, Any]:
    if isinstance(block, Paragraph):
        return {"kind": "paragraph", "style": block.style, "words": _runs(block.words)}
    if isinstance(block, Lead):
        return {"kind": "lead", "paragraphs": [_runs(words) for words in block.paragraphs]}
    if isinstance(block, Bullets):
        return {"kind": "bullets", "style": block.style, "items": [_runs(item) for item in block.items]}
    if isinstance(block, Table):
        rows = [[[_runs(words) for words in cell if words] for cell in row] for row in block.rows]
        return {"kind": "table", "style": block.style, "head": block.head, "shares": block.shares, "rows": rows}
    if isinstance(block, Facts):
        return {"kind": "facts", "rows": [[visible(name), visible(value)] for name, value in block.rows]}
    return (
        {"kind": "notes", "notes": [_note(note, report) for note in block.notes]} if isinstance(block, NoteList) else {}
    )


def _note(note: Note, report: Report) -> dict[str, Any]:
    words = catalogue(report.language)
    told: dict[str, Any] = {
        "n": note.number,
        "quote": _runs(note.quote),
        "translation": _runs((note.translation,)) if note.translation else [],
        "status": visible(note.status),
        "chain": _runs(note.chain),
        "ids": visible(note.ids),
    }
    if note.as_note:
        told["as"] = note.as_note
        told["as_words"] = words("as_note", n=note.as_note)
        told["place"] = visible(words("next_name") + note.place + words("stop"))
        return told
    of = words("place.of", address=note.address) if note.address else ""
    told["place"] = visible(note.place + of + words("next") + note.times + words("stop"))
    told["warnings"] = visible(words("space").join(note.warnings))
    told["hash"] = "sha256 " + grouped(note.sha256)
    return told


def _runs(words: Words) -> list[dict[str, Any]]:
    return [_run(run) for run in words if run.text or run.notes]


def _run(run: Run) -> dict[str, Any]:
    out: dict[str, Any] = {"t": visible(run.text)}
    if run.kind:
        out["k"] = run.kind
    if run.lang:
        out["l"] = run.lang
    if run.notes and run.kind == "listed":
        out["r"] = [list(dict.fromkeys(row)) for row in ranges(run.notes)]
    elif run.notes:
        out["n"] = run.notes
    return out
