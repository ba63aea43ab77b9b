"""Documents made for tests: a Word document and PDFs, built from nothing but their words."""

from __future__ import annotations

import io

import docx


def word_document() -> bytes:
    """A Word document with two paragraphs, a table and an author."""
    document = docx.Document()
    document.core_properties.author = "Ida Brandt"
    document.core_properties.title = "Pumps"
    document.add_paragraph("The vendor shipped 40 pumps.")
    table = document.add_table(rows=1, cols=2)
    table.rows[0].cells[0].text, table.rows[0].cells[1].text = "pumps", "40"
    document.add_paragraph("泵已经到了。")
    held = io.BytesIO()
    document.save(held)
    return held.getvalue()


def pdf(*pages: str) -> bytes:
    """A PDF with these words, a page each; an empty page has no text."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", ""]
    kids = []
    for words in pages:
        lines = "".join(f"({line}) Tj T* " for line in words.split("\n") if line)
        stream = f"BT /F1 12 Tf 14 TL 72 720 Td {lines}ET" if lines else ""
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
        kids.append(f"{len(objects) + 1} 0 R")
        font = "<< /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>"
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents {len(objects)} 0 R /Resources << /Font {font} >> >>"
        )
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n".encode()
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    end = (
        f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer << /Size {len(objects) + 1} /Root 1 0 R >>\n"
    )
    return out + f"{end}startxref\n{len(out)}\n%%EOF".encode()
