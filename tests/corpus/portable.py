"""PDFs of reportlab: text, a scan, locked ones."""

from __future__ import annotations

import io
from collections.abc import Iterator

from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate

from tests.corpus.sample import STORY, TITLE, Sample


def story(pages: int = 3, compressed: bool = True) -> bytes:
    """The story, a paragraph a page, with a running head on each."""
    styles = getSampleStyleSheet()
    parts = [Paragraph(TITLE, styles["Title"])]
    for number in range(pages):
        parts += [Paragraph(STORY[number % 3], styles["BodyText"]), PageBreak()]

    def head(canvas: Canvas, document: object) -> None:
        canvas.drawString(72, 800, f"The Mill Courier, page {canvas.getPageNumber()}")

    data = io.BytesIO()
    template = SimpleDocTemplate(data, title=TITLE, pageCompression=int(compressed))
    template.build(parts, onFirstPage=head, onLaterPages=head)
    return data.getvalue()


def locked() -> bytes:
    """The same words behind a password."""
    data = io.BytesIO()
    canvas = Canvas(data, encrypt=StandardEncryption("secret", "owner", strength=128))
    canvas.drawString(72, 700, STORY[1])
    canvas.save()
    return data.getvalue()


def samples() -> Iterator[Sample]:
    """All of this kind."""
    yield Sample("story.pdf", story())
    yield Sample("story-plain.pdf", story(compressed=False))
    yield Sample("locked.pdf", locked(), (), 0, "needs password")
