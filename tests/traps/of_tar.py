"""TAR archives with holes, links, and headers that claim what is not there."""

from __future__ import annotations

import gzip
import io
import tarfile
from collections.abc import Iterator

from tests.corpus.archives import tarred
from tests.corpus.sample import STORY
from tests.traps.of_archives import MIB, ODD_NAMES, STORY_BYTES
from tests.traps.trap import Trap


def sparse() -> bytes:
    """A GNU sparse file of a terabyte that holds a kilobyte."""
    size = 2**40
    block = bytearray(tarfile.TarInfo("holes.txt").tobuf(tarfile.GNU_FORMAT))
    block[156:157] = tarfile.GNUTYPE_SPARSE
    block[124:136] = b"%011o\0" % 1024
    block[386:410] = b"%011o\0" % 0 + b"%011o\0" % 1024
    block[483:495] = b"\x80" + size.to_bytes(11, "big")
    block[148:156] = b" " * 8
    block[148:156] = b"%06o\0 " % sum(block)
    return bytes(block) + (STORY_BYTES * 9)[:1024] + bytes(1024)


def long_pax_header(size: int) -> bytes:
    """A TAR archive whose first entry carries a comment of so many bytes."""
    data = io.BytesIO()
    with tarfile.open(fileobj=data, mode="w", format=tarfile.PAX_FORMAT) as archive:
        info = tarfile.TarInfo("story.txt")
        info.size = len(STORY_BYTES)
        info.pax_headers = {"comment": "x" * size}
        archive.addfile(info, io.BytesIO(STORY_BYTES))
    return data.getvalue()


def links() -> bytes:
    """Links in a ring, to a password file, to a folder above, and a device; one story among them."""
    data = io.BytesIO()
    kinds = (
        ("a", tarfile.SYMTYPE, "b"),
        ("b", tarfile.SYMTYPE, "a"),
        ("c", tarfile.LNKTYPE, "c"),
        ("d", tarfile.SYMTYPE, "/etc/passwd"),
        ("e", tarfile.LNKTYPE, "../../../etc/passwd"),
        ("f", tarfile.CHRTYPE, ""),
        ("g", tarfile.FIFOTYPE, ""),
    )
    with tarfile.open(fileobj=data, mode="w") as archive:
        for name, kind, target in kinds:
            info = tarfile.TarInfo(name)
            info.type, info.linkname = kind, target
            archive.addfile(info)
        info = tarfile.TarInfo("/../../story.txt")
        info.size = len(STORY_BYTES)
        archive.addfile(info, io.BytesIO(STORY_BYTES))
    return data.getvalue()


def endless_folder() -> bytes:
    """A packed TAR archive in which a long stretch of zeros must be passed over before the story comes."""
    folder = tarfile.TarInfo("zeros.bin")
    folder.size = 2**31
    head = gzip.compress(folder.tobuf(tarfile.GNU_FORMAT), 1)
    return head + gzip.compress(bytes(64 * MIB), 1) * 200


def claiming(kind: bytes, size: int) -> bytes:
    """A story, then an entry of this kind that claims so many bytes and holds none."""
    info = tarfile.TarInfo("more.bin")
    info.type, info.size = kind, size
    return tarred({"story.txt": STORY_BYTES})[:1024] + info.tobuf(tarfile.GNU_FORMAT)


def broken_header() -> bytes:
    """Three stories, the second behind a header that is none."""
    data = bytearray(tarred({f"{n}.txt": STORY_BYTES for n in range(3)}))
    data[1024 : 1024 + 512] = b"\xa5" * 512
    return bytes(data)


def traps() -> Iterator[Trap]:
    """All of this kind."""
    yield Trap("elsewhere.tar", lambda: tarred(dict.fromkeys(ODD_NAMES[:4], STORY_BYTES)), "read", STORY[0])
    yield Trap("sparse.tar", sparse, "too large")
    yield Trap("long-header.tar", lambda: long_pax_header(30 * MIB), "read|too large|damaged")
    yield Trap(
        "long-header.tgz", lambda: gzip.compress(long_pax_header(1000 * MIB), 1), "too large|out of memory", slow=True
    )
    yield Trap("links.tar", links, "read", STORY[0])
    yield Trap("endless.tgz", endless_folder, "too large", slow=True)
    for kind in (b"0", b"D", b"L", b"M", b"S", b"Z"):
        yield Trap(f"claims-{kind.decode()}.tar", lambda k=kind: claiming(k, 2**62), "read in part", STORY[0])  # type: ignore[misc]
    yield Trap("broken-header.tar", broken_header, "read in part", STORY[0])
