"""The formats a report can leave in. To add one: write a file, list it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from claims.errors import ReportError
from claims.report.contents import Report
from claims.report.html import html
from claims.report.markdown import markdown
from claims.report.pdf import pdf
from claims.report.table import table


@dataclass(frozen=True, slots=True)
class Format:
    """A name for the command line, a file ending, a media type and the function that writes it."""

    name: str
    suffix: str
    media_type: str
    render: Callable[[Report], bytes]


FORMATS = (
    Format("html", ".html", "text/html", html),
    Format("pdf", ".pdf", "application/pdf", pdf),
    Format("md", ".md", "text/markdown", markdown),
    Format("csv", ".csv", "text/csv", table),
)


def render(report: Report, name: str) -> bytes:
    """The report in the format of that name; raises ReportError when there is none."""
    for one in FORMATS:
        if one.name == name:
            return one.render(report)
    raise ReportError(f"no report format '{name}'; choose one of {', '.join(one.name for one in FORMATS)}")
