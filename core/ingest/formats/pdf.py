"""PDF: the text layer where it is sound, else recognition of its pages; running heads left out, pages kept."""

from __future__ import annotations

import contextlib
import datetime as dt
import re
import time
from collections.abc import Iterator
from typing import Any

from core.ingest.content import Content, Part
from core.ingest.encoding import storable
from core.ingest.formats.format import Format
from core.ingest.formats.packed import is_tar
from core.ingest.formats.pdf_attached import attached, behind
from core.ingest.formats.pdf_fields import written
from core.ingest.formats.pdf_forms import without_rings
from core.ingest.formats.pdf_picture import picture
from core.ingest.formats.pdf_salvage import with_new_end
from core.ingest.legibility import legibility
from core.ingest.lines import joined, paragraphs, without_running_heads
from core.ingest.outcome import Unreadable
from core.ingest.recognition import recognise
from core.ingest.source import SourceFile

_MARK = re.compile(rb"(?:\A|[\r\n\0\x1a ])%PDF-\d")
_ANY_MARK = re.compile(rb"%PDF-\d")
_OBJECT = re.compile(rb"\d{1,9}\s{1,9}\d{1,5}\s{1,9}obj\b")
_ARCHIVE = b"PK\x03\x04"
_DRAWN_ANEW = 2
"""``FORMTYPE_XFA_FULL`` in ``fpdf_formfill.h``."""

_NAMED = 5
"""Pages that a remark names."""

_FEW_LETTERS = 10
"""A page with fewer and a picture on it is a scan; the number of a page alone is often set as text."""

_MADE = re.compile(r"(?:D:)?(\d{4})-?(\d\d)-?(\d\d)")
_FILE_NAME = re.compile(r"\.\w{2,4}$|^Microsoft \w+ -|^untitled$|^(?:document|slide|page) ?\d*$", re.IGNORECASE)


def is_pdf(source: SourceFile) -> bool:
    """Whether the mark of a PDF stands in the first kilobyte, where programs look for it.

    Before it may stand a byte order mark, the head of a download, or what a server had to say. In an archive it may be
    the mark of its first file, and in a page or in the midst of a line a word about such files: then objects must
    follow it.
    """
    head = source.data[:1024]
    if (mark := _ANY_MARK.search(head)) is None or head.startswith(_ARCHIVE) or is_tar(source):
        return False
    if not head.startswith(b"<") and _MARK.search(head):
        return True
    behind = mark.end()
    return _OBJECT.search(source.data, behind, behind + 4096) is not None and source.data.find(b"endobj", behind) > 0


def read_pdf(source: SourceFile) -> Iterator[Part]:
    """The text of all pages as one document, then the files that are attached to it.

    Raises:
        Unreadable: a password is needed, the file is damaged, or its pages are pictures that are not recognised here.
    """
    import pypdfium2

    lacks: list[str] = []
    most = source.budget.limits.pages
    document = _opened(_drawable(source, lacks), most, lacks)
    with contextlib.suppress(pypdfium2.PdfiumError):  # a form that cannot be opened leaves the pages as they are
        document.init_forms()
    count = min(len(document), most)
    if len(document) > most:
        lacks.append(f"It has {len(document):,} pages, of which the first {most:,} were read.")
    pages = _Pages(document, source, lacks)
    raw = pages.texts(count)
    shown = (paragraphs(page) for page in without_running_heads(raw))
    text, starts = joined(
        ["\n\n".join(filter(None, (page, pages.filled_in.get(number)))) for number, page in enumerate(shown)]
    )
    inside = [*attached(document, source), *behind(source)]
    if document.get_formtype() == _DRAWN_ANEW:
        lacks.append("It is a form that draws itself anew when it is opened (XFA); what was filled in was not read.")
    if not text.strip() and not inside:
        raise pages.noise() or pages.trouble or _without_text(document, most)
    about = document.get_metadata_dict()
    yield Content(
        text=storable(text),
        title=_title(about.get("Title")),
        author=about.get("Author") or None,
        published=_day(about.get("CreationDate")),
        dated_by="from the day on which the PDF was made",
        pages=starts,
        lacks=tuple(lacks),
        remarks=pages.remarks(),
    )
    yield from inside


def _drawable(source: SourceFile, lacks: list[str]) -> bytes:
    """The file without what would be drawn for ever, and then it says so."""
    mended = without_rings(source.data, source.budget)
    if mended is None:
        return source.data
    lacks.append("Blocks of its pages that contain themselves, or others without measure, were left out.")
    return mended


def _without_text(document: Any, most: int) -> Unreadable:
    if len(document) > most:
        return Unreadable("too large", f"It has {len(document):,} pages; the first {most:,} hold no text.")
    return Unreadable("empty", "There is no text on its pages.")


def _opened(data: bytes, most: int, lacks: list[str]) -> Any:
    """The document; one that breaks off before its list of pages is given a new list, and it says so."""
    try:
        return _document(data)
    except Unreadable as trouble:
        mended = with_new_end(data, most) if trouble.code == "damaged" else None
        if mended is None:
            raise
    lacks.append("This PDF is damaged; pages of it may be missing.")
    return _document(mended)


def _document(data: bytes) -> Any:
    import pypdfium2

    try:
        return pypdfium2.PdfDocument(data)  # type: ignore[no-untyped-call]
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower() or "security" in str(error).lower():
            raise Unreadable("needs password", "It is locked with a password; please unlock it.") from None
        raise Unreadable("damaged", "This PDF is damaged and cannot be opened.") from None


class _Pages:
    """Texts of pages, by layer or by recognition, and what they lack."""

    def __init__(self, document: Any, source: SourceFile, lacks: list[str]) -> None:
        self._document = document
        self._budget = source.budget
        self._lacks = lacks
        self._until: float | None = None
        self._characters = 0
        self.filled_in: dict[int, str] = {}
        self.trouble: Unreadable | None = None
        self._doubtful: list[int] = []
        self._noise: list[str] = []

    def remarks(self) -> tuple[str, ...]:
        """What to know of pages whose text was taken though no word of it is known."""
        if not self._doubtful:
            return ()
        which = ", ".join(f"{number + 1:,}" for number in self._doubtful[:_NAMED])
        more = " and others" if len(self._doubtful) > _NAMED else ""
        many = len(self._doubtful) > 1
        return (
            f"Page{'s' * many} {which}{more}: the text is taken as it stands, but holds none of the words that running "
            "text in our languages has. It may be a table or another language; compare it with the file.",
        )

    def noise(self) -> Unreadable | None:
        """The refusal of a file whose text is noise throughout and whose pages were not recognised, with the text."""
        if not self._noise:
            return None
        why = f" {self.trouble.message}" if self.trouble else ""
        sentence = f"The characters stored for its pages make no words (their fonts hide which letters they are).{why}"
        return Unreadable("unsupported", sentence, offered=storable("\n\n".join(self._noise)))

    def texts(self, count: int) -> list[str]:
        """The lines of each of the first pages, as far as there is time."""
        texts: list[str] = []
        try:
            for number in range(count):
                self._budget.refuse_late()
                texts.append(self._text(number))
        except Unreadable as trouble:
            if trouble.code != "timed out":
                raise
            self.trouble = self.trouble or trouble
            self._say(f"From page {len(texts) + 1:,} on it was not read for lack of time.")
        return texts

    def _text(self, number: int) -> str:
        """The lines of a page; empty where it cannot be read, and then it is said once."""
        page, layer = self._layer(number)
        if page is None:
            return ""
        self._characters += len(layer)
        self._budget.refuse_longer(self._characters)
        self.filled_in[number] = written(self._document, page, layer)
        return self._shown(page, number, layer)

    def _shown(self, page: Any, number: int, layer: str) -> str:
        """The layer where it is sound and the page no picture, else what is recognised."""
        verdict = legibility(layer)
        if verdict == "doubtful":
            self._doubtful.append(number)
        sound = verdict != "noise"
        if sound and (sum(map(str.isalnum, layer)) >= _FEW_LETTERS or not _has_picture(page)):
            return layer
        recognised = self._recognised(page, number)
        if not sound and not recognised:
            self._noise.append(layer)
        return recognised or (layer if sound else "")

    def _layer(self, number: int) -> tuple[Any, str]:
        """A page and the lines of its layer; null and nothing where it is damaged."""
        import pypdfium2

        try:
            page = self._document[number]
            layer = page.get_textpage().get_text_range().replace("\r\n", "\n").replace("\r", "\n")
        except pypdfium2.PdfiumError:
            self.trouble = self.trouble or Unreadable("damaged", "Its pages are damaged and cannot be read.")
            self._say("Some pages are damaged and were left out.")
            return None, ""
        return page, str(layer)

    def _recognised(self, page: Any, number: int) -> str:
        import pypdfium2

        if self.trouble is not None and self.trouble.code == "unsupported":
            return ""
        limits = self._budget.limits
        now = time.monotonic()
        self._until = self._until or now + limits.recognition_seconds
        if now > self._until:
            late = f"From page {number + 1:,} on, pictures of pages were not recognised for lack of time."
            self.trouble = self.trouble or Unreadable("timed out", late)
            if not any("for lack of time" in lack for lack in self._lacks):
                self._say(late)
            return ""
        self._budget.progress(f"page {number + 1} of {len(self._document)}")
        try:
            return recognise(picture(page), limits.page_seconds)
        except (pypdfium2.PdfiumError, ValueError, OSError):  # a sheet that cannot be drawn: miles wide, or no height
            self.trouble = self.trouble or Unreadable("damaged", "The pictures on its pages cannot be drawn.")
            self._say("Some pages hold pictures that cannot be drawn.")
            return ""
        except Unreadable as trouble:
            self.trouble = trouble
            self._say("Some pages are pictures whose text could not be recognised." + (" " + trouble.message))
            return ""

    def _say(self, sentence: str) -> None:
        if sentence not in self._lacks:
            self._lacks.append(sentence)


def _has_picture(page: Any) -> bool:
    from pypdfium2 import raw

    pictures = page.get_objects(filter=(raw.FPDF_PAGEOBJ_IMAGE,), max_depth=3)  # type: ignore[attr-defined]
    return next(iter(pictures), None) is not None


def _title(words: str | None) -> str | None:
    """The title as the file has it, unless it is the name of a file or of a program."""
    title = " ".join((words or "").split())[:300]
    return title if title and not _FILE_NAME.search(title) else None


def _day(stamp: str | None) -> dt.date | None:
    found = _MADE.match(stamp or "")
    try:
        return dt.date(*map(int, found.groups())) if found else None
    except ValueError:
        return None


FORMAT = Format("PDF", (".pdf",), is_pdf, read_pdf)
