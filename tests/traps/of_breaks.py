"""Files that break off: what lies before the break is not lost."""

from __future__ import annotations

import base64
import gzip
import json
import lzma
from collections.abc import Iterator

from tests.corpus import office, portable
from tests.corpus.office import zipped
from tests.corpus.sample import KEY, STORY
from tests.traps.of_odd import ARTICLE, mail
from tests.traps.trap import Trap


def packed_text() -> bytes:
    """A text too varied to be packed into nothing."""
    return "\n\n".join(f"{STORY[n % 3]} {n * 7919 % 10_007}" for n in range(2_000)).encode()


def traps() -> Iterator[Trap]:
    """All of this kind."""
    part = "read in part"
    yield Trap("cut.gz", lambda: gzip.compress(packed_text())[:-90], part, KEY[0])
    yield Trap("cut.xz", lambda: lzma.compress(packed_text())[:-90], part, KEY[0])
    yield Trap("more-behind.gz", lambda: gzip.compress(STORY[0].encode()) + b"and more", part, STORY[0])
    papers = {f"{n}.txt": f"{STORY[0]} {n}" for n in range(9)}
    yield Trap("cut.zip", lambda: zipped(papers)[:-300], part, STORY[0])
    yield Trap("cut.docx", lambda: office.word()[:-900], "read in part|damaged")
    yield Trap("cut.pdf", lambda: portable.story(3, compressed=False)[:-900], part, KEY[1])
    yield Trap(
        "cut-base64.eml",
        lambda: mail("Content-Transfer-Encoding: base64\n", base64.b64encode((STORY[0] * 2).encode()).decode()[:-3]),
        "read",
        STORY[0],
    )
    yield Trap("cut.json", lambda: json.dumps([ARTICLE, ARTICLE]).encode()[:-40], part, STORY[0])
