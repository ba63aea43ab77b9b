"""One computed citation report, and the formats it leaves in: HTML, PDF, Markdown and CSV."""

from claims.report.compute import compute
from claims.report.contents import Report
from claims.report.formats import FORMATS, Format, render
from claims.report.material import EDITIONS, LANGUAGES, Material, Translation

__all__ = ["EDITIONS", "FORMATS", "LANGUAGES", "Format", "Material", "Report", "Translation", "compute", "render"]
