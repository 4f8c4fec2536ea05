"""Archives of the others."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import tarfile
from collections.abc import Iterator, Mapping

from tests.corpus.mails import mail
from tests.corpus.office import word, zipped
from tests.corpus.sample import KEY, STORY, Sample


def tarred(members: Mapping[str, bytes], form: int = tarfile.PAX_FORMAT) -> bytes:
    """A TAR archive of these files."""
    data = io.BytesIO()
    with tarfile.open(fileobj=data, mode="w", format=form) as archive:
        for name, content in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(content)
            archive.addfile(info, io.BytesIO(content))
    return data.getvalue()


def samples() -> Iterator[Sample]:
    """All of this kind."""
    parts = {f"papers/{n}.txt": words.encode() for n, words in enumerate(STORY)}
    long = {f"{'folder/' * 30}{name}": data for name, data in parts.items()}
    yield Sample("papers.zip", zipped(parts), documents=3)
    yield Sample("papers.tar", tarred(long), documents=3)
    yield Sample("papers-gnu.tar", tarred(long, tarfile.GNU_FORMAT), documents=3)
    yield Sample("papers.tar.gz", gzip.compress(tarred(parts)), documents=3)
    yield Sample("papers.tar.bz2", bz2.compress(tarred(parts)), documents=3)
    yield Sample("papers.tar.xz", lzma.compress(tarred(parts)), documents=3)
    yield Sample("story.docx.gz", gzip.compress(word()))
    nested = zipped({"mail/forwarded.eml": bytes(mail(STORY[0])), "more.tgz": gzip.compress(tarred(parts))})
    yield Sample("everything.zip", zipped({"inner.zip": nested, "story.docx": word()}), (), 5)
    yield Sample(
        "one-unread.zip", zipped({**parts, "clip.mp4": b"\0\0\0\x18ftypmp42" + bytes(90)}), KEY, 3, "read in part"
    )
