"""PDFs whose blocks are drawn inside themselves or grow tenfold a step, and what people filled into forms."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tests.corpus.office import zipped
from tests.corpus.sample import STORY
from tests.traps.of_pdf import one_page, portable_document, stream, words
from tests.traps.trap import Trap

_FONT = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
_TREE = ("<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>")


def block(content: bytes, resources: str | None) -> bytes:
    """A form XObject; without resources it uses its page's."""
    own = f"/Resources{resources}" if resources is not None else ""
    return stream(content, f"/Type/XObject/Subtype/Form/BBox[0 0 595 842]{own}")


def drawing(blocks: Sequence[bytes | str], count: int) -> bytes:
    """A page of words that draws the first block; the first ``count`` objects have names X0, X1 …"""
    page = f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources{named(count)}/Contents 4 0 R>>"
    return portable_document([*_TREE, page, stream(words() + b" /X0 Do"), _FONT, *blocks])


def named(count: int) -> str:
    """Resources with the font and so many blocks."""
    names = "".join(f"/X{n} {6 + n} 0 R" for n in range(count))
    return f"<</Font<</F 5 0 R>>/XObject<<{names}>>>>"


def tower(steps: int) -> bytes:
    """Each block draws the next ten times."""
    blocks = [block(b"/X%d Do " % (n + 1) * 10, named(steps + 1)) for n in range(steps)]
    return drawing([*blocks, block(words("ha"), named(1))], steps + 1)


def filled_in(value: str, more: str = "") -> bytes:
    """A form with one field."""
    field = f"<</Type/Annot/Subtype/Widget/FT/Tx/T(witness)/V{value}/Rect[72 600 300 620]{more}>>"
    catalogue = "<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[6 0 R]>>>>"
    page = (
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 5 0 R>>>>/Contents 4 0 R/Annots[6 0 R]>>"
    )
    return portable_document([catalogue, _TREE[1], page, stream(words("Name of the witness")), _FONT, field])


def traps() -> Iterator[Trap]:
    """All of this kind."""
    part, page = "read in part", STORY[0][:40]
    yield Trap("ring-of-one.pdf", lambda: drawing([block(b"/X0 Do " * 10, named(1))], 1), part, page)
    three = [block(b"/X%d Do /X%d Do " % (a, b) * 3, named(3)) for a, b in ((1, 2), (2, 0), (0, 1))]
    yield Trap("ring-of-three.pdf", lambda: drawing(three, 3), part, page)
    yield Trap("ring-on-page.pdf", lambda: drawing([block(b"/X0 Do " * 10, None)], 1), part, page)
    apart = [block(b"/X0 Do " * 10, " 7 0 R"), "<</XObject 8 0 R>>", "<</X0 6 0 R>>"]
    yield Trap("ring-by-reference.pdf", lambda: drawing(apart, 1), part, page)
    yield Trap("tower.pdf", lambda: tower(11), part, page)
    yield Trap("filled-in.pdf", lambda: filled_in("(Halyna Moroz)"), "read", "Halyna Moroz")
    yield Trap("own-field.pdf", lambda: filled_in("(x)", "/Parent 6 0 R/Kids[6 0 R]"), "read|read in part", "witness")
    yield Trap("two-in-one.pdf", lambda: one_page(words()) + zipped({"more.txt": STORY[1]}), "read", STORY[1])
    pages_first = zipped({"a.pdf": one_page(words()), "more.txt": STORY[1]}, stored="a.pdf")
    yield Trap("pages-first.zip", lambda: pages_first, "read", STORY[1])
