"""A report as a tagged PDF (PDF/UA-1), set by typst with the fonts that lie beside it: the same bytes everywhere."""

from __future__ import annotations

import re
import tempfile
import unicodedata
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from claims.errors import ReportError
from claims.report.contents import Report
from claims.report.typesetting import typesetting

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
    data = typesetting(report)
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
